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

    /// From covering \a before to covering \a after; where few of them differ it costs only those.
    void change(const TranscriptIndex &index, const QList<TranscriptMoment> &before,
                const QList<TranscriptMoment> &after);

    Cover ofWord(int word) const { return m_words.empty() ? Cover::None : m_words[std::size_t(word)].cover(); }
    Cover ofSentence(int sentence) const
    {
        return m_sentences.empty() ? Cover::None : m_sentences[std::size_t(sentence)].cover();
    }

private:
    /// How many moments cover a place.
    struct Count
    {
        int any = 0;
        int kept = 0;

        Cover cover() const { return kept > 0 ? Cover::Kept : any > 0 ? Cover::Moment : Cover::None; }
        Count &operator+=(const Count &other);
    };

    /// In counts that tell by how much a place differs from the one before.
    static void addEnds(std::vector<Count> &counts, const TranscriptIndex::Range &range, const Count &count);
    static void addEach(std::vector<Count> &counts, const TranscriptIndex::Range &range, const Count &count);
    static Count countOf(const TranscriptMoment &moment, int sign);

    std::vector<Count> m_words;
    std::vector<Count> m_sentences;
};

} // namespace Viral
