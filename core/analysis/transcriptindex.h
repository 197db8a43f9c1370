// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"

#include <optional>
#include <span>
#include <vector>

namespace Viral {

/// Finds words and sentences of one transcript by time or number in logarithmic time. Holds its own copy of the
/// transcript (implicitly shared lists, so that costs nothing).
class TranscriptIndex
{
public:
    TranscriptIndex() = default;
    explicit TranscriptIndex(Transcript transcript);

    const Transcript &transcript() const { return m_transcript; }

    /// Words of one sentence, half-open numbers; empty range when it has none.
    struct Range
    {
        int first = 0;
        int end = 0;
        bool isEmpty() const { return end <= first; }
        bool operator==(const Range &) const = default;
    };
    Range wordsOfSentence(int sentence) const;
    /// Words that begin in \a span.
    Range wordsIn(const TimeSpan &span) const;
    /// Sentences that overlap \a span (or begin in it when they have no length).
    Range sentencesIn(const TimeSpan &span) const;
    /// The last sentence or word that begins at or before \a time; nothing before the first.
    std::optional<int> sentenceAt(Milliseconds time) const;
    std::optional<int> wordAt(Milliseconds time) const;

    /// Start of sentence \a sentence read from its words where there are words, else from the sentence.
    Milliseconds sentenceStart(int sentence) const;
    Milliseconds sentenceEnd(int sentence) const;

private:
    Transcript m_transcript;
    std::vector<Range> m_wordsOfSentence;
    /// Latest end of any sentence up to here: sentences may overlap.
    std::vector<Milliseconds> m_latestSentenceEnd;
};

} // namespace Viral
