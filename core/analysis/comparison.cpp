// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/comparison.h"

#include "core/analysis/duplicates.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace Viral {

namespace {

constexpr qsizetype neighboursEachWay = 32;

/// In thousandths, rounded down.
int overlapOf(const TimeSpan &a, const TimeSpan &b)
{
    const auto common = a.overlap(b).count();
    const auto whole = a.duration().count() + b.duration().count() - common;
    return whole <= 0 ? 0 : static_cast<int>(static_cast<double>(common) * 1000 / static_cast<double>(whole));
}

struct Pair
{
    int overlap = 0;
    int ours = 0;
    int theirs = 0;
};

/// All pairs that are the same stretch, the best first.
QList<Pair> samePairs(const QList<Moment> &ours, const QList<Moment> &theirs)
{
    const ClipSet others(theirs);
    QList<Pair> pairs;
    for (int place = 0; place < ours.size(); ++place) {
        const TimeSpan &span = ours.at(place).span;
        for (const int other : others.same(span))
            pairs.append({overlapOf(span, theirs.at(other).span), place, other});
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) {
        return std::tuple(-a.overlap, a.ours, a.theirs) < std::tuple(-b.overlap, b.ours, b.theirs);
    });
    return pairs;
}

ComparedMoment compared(const Pair &pair, const Moment &ours, const Moment &theirs)
{
    return {.difference = ours.span == theirs.span ? Difference::Same : Difference::Moved,
            .ours = pair.ours,
            .theirs = pair.theirs,
            .overlap = pair.overlap,
            .startShift = theirs.span.start - ours.span.start,
            .endShift = theirs.span.end - ours.span.end,
            .scoreShift = theirs.scorecard.average() - ours.scorecard.average()};
}

} // namespace

ClipSet::ClipSet(const QList<Moment> &moments)
{
    m_clips.reserve(moments.size());
    for (int place = 0; place < moments.size(); ++place)
        m_clips.append({moments.at(place).span, place});
    std::sort(m_clips.begin(), m_clips.end(), [](const Clip &a, const Clip &b) {
        return std::tie(a.span.start, a.place) < std::tie(b.span.start, b.place);
    });
}

QList<int> ClipSet::same(const TimeSpan &span) const
{
    if (span.isEmpty())
        return {};
    const auto startsBefore = [](const Clip &clip, Milliseconds start) { return clip.span.start < start; };
    const qsizetype middle =
        std::lower_bound(m_clips.begin(), m_clips.end(), span.start, startsBefore) - m_clips.begin();
    const qsizetype begin = std::max<qsizetype>(0, middle - neighboursEachWay);
    const qsizetype end = std::min(m_clips.size(), middle + neighboursEachWay);
    QList<Clip> found;
    for (qsizetype i = begin; i < end; ++i) {
        const Clip &clip = m_clips.at(i);
        if (!clip.span.isEmpty() && sameness(clip.span, span))
            found.append(clip);
    }
    std::stable_sort(found.begin(), found.end(), [&span](const Clip &a, const Clip &b) {
        return std::abs((a.span.start - span.start).count()) < std::abs((b.span.start - span.start).count());
    });
    QList<int> places;
    for (const Clip &clip : std::as_const(found))
        places.append(clip.place);
    return places;
}

Agreement agreementOn(const TimeSpan &span, const std::optional<ClipSet> &secondOpinion)
{
    if (!secondOpinion)
        return Agreement::NotAsked;
    return secondOpinion->same(span).isEmpty() ? Agreement::ModelOnly : Agreement::Both;
}

QList<ComparedMoment> comparedMoments(const QList<Moment> &ours, const QList<Moment> &theirs)
{
    QList<ComparedMoment> rows;
    QList<bool> ourDone(ours.size(), false);
    QList<bool> theirDone(theirs.size(), false);
    for (const Pair &pair : samePairs(ours, theirs)) {
        if (ourDone.at(pair.ours) || theirDone.at(pair.theirs))
            continue;
        ourDone[pair.ours] = theirDone[pair.theirs] = true;
        rows.append(compared(pair, ours.at(pair.ours), theirs.at(pair.theirs)));
    }
    for (int place = 0; place < ours.size(); ++place) {
        if (!ourDone.at(place))
            rows.append({.difference = Difference::Lost, .ours = place});
    }
    for (int place = 0; place < theirs.size(); ++place) {
        if (!theirDone.at(place))
            rows.append({.difference = Difference::Gained, .theirs = place});
    }
    const auto startOf = [&](const ComparedMoment &row) {
        return row.ours ? ours.at(*row.ours).span.start : theirs.at(*row.theirs).span.start;
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const ComparedMoment &a, const ComparedMoment &b) { return startOf(a) < startOf(b); });
    return rows;
}

std::optional<MicroDollars> priceShift(const ServiceResult &ours, const ServiceResult &theirs)
{
    const auto &our = ours.metadata.pricing;
    const auto &their = theirs.metadata.pricing;
    if (!our || !their)
        return std::nullopt;
    return MicroDollars{their->totalCost.value - our->totalCost.value};
}

QList<int> bestOfTheirs(const QList<ComparedMoment> &comparison)
{
    QList<int> places;
    for (const ComparedMoment &row : comparison) {
        if (row.theirs && (!row.ours || row.scoreShift > 0))
            places.append(*row.theirs);
    }
    return places;
}

} // namespace Viral
