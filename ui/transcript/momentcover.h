// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"
#include "core/base/ids.h"
#include "core/review/decision.h"

#include <QList>

#include <vector>

namespace Viral {

/// A moment as the transcript shows it.
struct TranscriptMoment
{
    MomentId id = {};
    TimeSpan span = {};
    Decision decision = Decision::Undecided;

    bool operator==(const TranscriptMoment &) const = default;
};

/// What covers a word, strongest first.
enum class Cover : quint8
{
    None,
    Moment, ///< some moment
    Kept,   ///< a moment that was kept
};

/// For every word (and every sentence, for those without words) whether moments cover it. Linear in words and moments,
/// however much they overlap. Rejected moments cover nothing.
class MomentCover
{
public:
    MomentCover() = default;
    MomentCover(const TranscriptIndex &index, const QList<TranscriptMoment> &moments);

    Cover ofWord(int word) const { return m_words.empty() ? Cover::None : m_words[std::size_t(word)]; }
    Cover ofSentence(int sentence) const
    {
        return m_sentences.empty() ? Cover::None : m_sentences[std::size_t(sentence)];
    }

private:
    std::vector<Cover> m_words;
    std::vector<Cover> m_sentences;
};

} // namespace Viral
