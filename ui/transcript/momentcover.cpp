// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/momentcover.h"

namespace Viral {

namespace {

/// Counts of moments by where they begin and end; the running sum says how many cover a place.
class Counter
{
public:
    explicit Counter(qsizetype count)
        : m_any(std::size_t(count) + 1)
        , m_kept(std::size_t(count) + 1)
    {}

    void add(const TranscriptIndex::Range &range, bool isKept)
    {
        if (range.isEmpty())
            return;
        ++m_any[std::size_t(range.first)];
        --m_any[std::size_t(range.end)];
        m_kept[std::size_t(range.first)] += isKept;
        m_kept[std::size_t(range.end)] -= isKept;
    }

    std::vector<Cover> covers() const
    {
        std::vector<Cover> covers(m_any.size() - 1);
        int any = 0;
        int kept = 0;
        for (std::size_t i = 0; i < covers.size(); ++i) {
            any += m_any[i];
            kept += m_kept[i];
            covers[i] = kept > 0 ? Cover::Kept : any > 0 ? Cover::Moment : Cover::None;
        }
        return covers;
    }

private:
    std::vector<int> m_any;
    std::vector<int> m_kept;
};

} // namespace

MomentCover::MomentCover(const TranscriptIndex &index, const QList<TranscriptMoment> &moments)
{
    Counter words(index.transcript().words.size());
    Counter sentences(index.transcript().sentences.size());
    for (const TranscriptMoment &moment : moments) {
        if (moment.decision == Decision::Rejected)
            continue;
        const bool isKept = moment.decision == Decision::Kept;
        words.add(index.wordsIn(moment.span), isKept);
        sentences.add(index.sentencesIn(moment.span), isKept);
    }
    m_words = words.covers();
    m_sentences = sentences.covers();
}

} // namespace Viral
