// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"

#include <QStringView>

#include <cstdint>
#include <span>
#include <vector>

namespace Viral {

/// A word reduced to what counts when texts are compared: letters and digits without case; equal numbers, equal words.
/// Letters of scripts written without spaces are tokens of their own; punctuation separates, apostrophes inside a word
/// do not.
using SpokenToken = std::uint64_t;

/// The tokens of a text, at most \a limit of them; the work is bounded by the limit for any length of text.
std::vector<SpokenToken> tokensOf(QStringView text, std::size_t limit);

/// What a transcript says as one row of tokens in order of time. Sentences without words give theirs as a block at the
/// sentence's start.
class SpokenText
{
public:
    /// A word, or a whole sentence that has no words.
    struct Unit
    {
        Milliseconds start{0};
        int sentence = -1;
        /// -1 for a sentence without words.
        int word = -1;
        std::uint32_t firstToken = 0;
        /// White space before it in its sentence.
        bool followsSpace = true;
    };

    SpokenText() = default;
    /// \a transcript must have its sentences and words in order of start.
    explicit SpokenText(const Transcript &transcript);

    /// Half-open numbers of units.
    struct UnitRange
    {
        std::size_t first = 0;
        std::size_t end = 0;
    };
    /// Units that begin in \a span.
    UnitRange unitsIn(const TimeSpan &span) const;
    const Unit &unit(std::size_t number) const { return m_units[number]; }

    std::span<const SpokenToken> tokens(UnitRange range) const;
    /// The unit that the token at \a offset of tokens(\a range) belongs to.
    std::size_t unitOfToken(UnitRange range, std::size_t offset) const;

    /// The words of \a range as they stand in the transcript, with blanks only where the transcript has them.
    QString verbatim(const Transcript &transcript, UnitRange range) const;
    /// The whole words that the tokens from \a first to \a end (not included) of tokens(\a range) belong to.
    QString verbatim(const Transcript &transcript, UnitRange range, std::size_t first, std::size_t end) const;

private:
    void append(Unit unit, QStringView text);
    std::uint32_t firstTokenOf(std::size_t unit) const;
    /// The part of a unit's text that its tokens from \a first to \a end (numbers over all) stand in.
    QStringView partOf(const Transcript &transcript, std::size_t unit, std::size_t first, std::size_t end) const;

    std::vector<Unit> m_units;
    std::vector<SpokenToken> m_tokens;
};

} // namespace Viral
