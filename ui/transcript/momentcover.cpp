// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/momentcover.h"

#include <algorithm>
#include <numeric>

namespace Viral {

namespace {

/// Where more moments change, a place could be counted as often as there are moments.
constexpr qsizetype mostChangedOneByOne = 16;

/// What of two lists is left when what begins and what ends them alike is taken away.
struct Differing
{
    qsizetype first = 0;
    qsizetype endBefore = 0;
    qsizetype endAfter = 0;
};

Differing differing(const QList<TranscriptMoment> &before, const QList<TranscriptMoment> &after)
{
    const auto [first, firstAfter] = std::ranges::mismatch(before, after);
    Differing part{first - before.cbegin(), before.size(), after.size()};
    while (part.endBefore > part.first && part.endAfter > part.first &&
           before.at(part.endBefore - 1) == after.at(part.endAfter - 1)) {
        --part.endBefore;
        --part.endAfter;
    }
    return part;
}

} // namespace

MomentCover::Count &MomentCover::Count::operator+=(const Count &other)
{
    any += other.any;
    kept += other.kept;
    return *this;
}

MomentCover::MomentCover(const TranscriptIndex &index, const QList<TranscriptMoment> &moments)
    : m_words(std::size_t(index.transcript().words.size()) + 1)
    , m_sentences(std::size_t(index.transcript().sentences.size()) + 1)
{
    for (const TranscriptMoment &moment : moments) {
        if (moment.decision == Decision::Rejected)
            continue;
        addEnds(m_words, index.wordsIn(moment.span), countOf(moment, 1));
        addEnds(m_sentences, index.sentencesIn(moment.span), countOf(moment, 1));
    }
    const auto sum = [](Count so, const Count &more) { return so += more; };
    std::partial_sum(m_words.begin(), m_words.end(), m_words.begin(), sum);
    std::partial_sum(m_sentences.begin(), m_sentences.end(), m_sentences.begin(), sum);
}

void MomentCover::change(const TranscriptIndex &index, const QList<TranscriptMoment> &before,
                         const QList<TranscriptMoment> &after)
{
    const Differing part = differing(before, after);
    if (m_words.empty() || part.endBefore + part.endAfter - 2 * part.first > mostChangedOneByOne) {
        *this = MomentCover(index, after);
        return;
    }
    const auto count = [&](const TranscriptMoment &moment, int sign) {
        if (moment.decision == Decision::Rejected)
            return;
        addEach(m_words, index.wordsIn(moment.span), countOf(moment, sign));
        addEach(m_sentences, index.sentencesIn(moment.span), countOf(moment, sign));
    };
    for (qsizetype i = part.first; i < part.endBefore; ++i)
        count(before.at(i), -1);
    for (qsizetype i = part.first; i < part.endAfter; ++i)
        count(after.at(i), 1);
}

void MomentCover::addEnds(std::vector<Count> &counts, const TranscriptIndex::Range &range, const Count &count)
{
    if (range.isEmpty())
        return;
    counts[std::size_t(range.first)] += count;
    counts[std::size_t(range.end)] += {-count.any, -count.kept};
}

void MomentCover::addEach(std::vector<Count> &counts, const TranscriptIndex::Range &range, const Count &count)
{
    for (int i = range.first; i < range.end; ++i)
        counts[std::size_t(i)] += count;
}

MomentCover::Count MomentCover::countOf(const TranscriptMoment &moment, int sign)
{
    return {sign, moment.decision == Decision::Kept ? sign : 0};
}

} // namespace Viral
