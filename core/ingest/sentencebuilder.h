// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/repairs.h"
#include "core/ingest/spokenword.h"

#include <span>
#include <vector>

namespace Viral {

/// What the ends of sentences are read from.
enum class SentenceMarks
{
    Punctuation, ///< full stops and their like
    Pauses,      ///< gaps between the words, for text without punctuation
    Given,       ///< SpokenWord::endsSentence
};

/// True when fewer than one word in a hundred ends like a sentence. Nothing said is nothing lacking.
class PunctuationCount
{
public:
    void add(std::span<const SpokenWord> words, QStringView language);
    bool isLacking() const { return m_ends * 100 < m_words; }

private:
    qint64 m_words = 0;
    qint64 m_ends = 0;
};

/// Cuts the words of one speaker's turn into sentences: for each the number of the word after its last one. A sentence
/// of more than 60 s or 120 words is cut at its best pause, counted in \a repairs.
std::vector<std::size_t> sentenceEnds(std::span<const SpokenWord> turn, SentenceMarks marks, QStringView language,
                                      Repairs &repairs);

} // namespace Viral
