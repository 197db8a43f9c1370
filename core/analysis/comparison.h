// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/serviceresult.h"

#include <QList>

#include <optional>

namespace Viral {

/// Clips of one result in order, to find those of another among them.
class ClipSet
{
public:
    ClipSet() = default;
    explicit ClipSet(const QList<Moment> &moments);

    bool isEmpty() const { return m_clips.isEmpty(); }
    /// Places (in the list given) of clips that are the same stretch as \a span by the rule for duplicates, the nearest
    /// start first. Looks at no more than 64 neighbours, so that a list made of one clip a thousand times costs no more
    /// than another.
    QList<int> same(const TimeSpan &span) const;

private:
    struct Clip
    {
        TimeSpan span;
        int place = 0;
    };
    QList<Clip> m_clips;
};

/// Who found a stretch: the result's own engine and the offline one as a second opinion.
enum class Agreement
{
    NotAsked,  ///< there is no second opinion
    Both,      ///< both chose this stretch
    ModelOnly, ///< the words alone do not show it
};
Agreement agreementOn(const TimeSpan &span, const std::optional<ClipSet> &secondOpinion);

/// How a stretch fares in two results.
enum class Difference
{
    Same,   ///< in both, with the same edges
    Moved,  ///< in both, with other edges
    Gained, ///< only in the other one
    Lost,   ///< only in ours
};

/// One row of a comparison; places are those in the lists of moments.
struct ComparedMoment
{
    Difference difference = Difference::Same;
    std::optional<int> ours = {};
    std::optional<int> theirs = {};
    /// Intersection over union in thousandths; 0 when it is in one only.
    int overlap = 0;
    /// Theirs less ours.
    Milliseconds startShift{0};
    Milliseconds endShift{0};
    /// Difference of the average score, theirs less ours.
    double scoreShift = 0;

    bool operator==(const ComparedMoment &) const = default;
};

/// Matches two lists of moments of one transcript by overlap, each moment at most once, the best overlap first; in
/// order of start.
QList<ComparedMoment> comparedMoments(const QList<Moment> &ours, const QList<Moment> &theirs);

/// What two results of the same transcript cost, theirs less ours; nothing when one of them has no price.
std::optional<MicroDollars> priceShift(const ServiceResult &ours, const ServiceResult &theirs);

/// For each stretch that is in either list the better one: the higher score, else ours. Places of theirs that are to be
/// taken into ours: what is gained, and what is in both with a higher score.
QList<int> bestOfTheirs(const QList<ComparedMoment> &comparison);

} // namespace Viral
