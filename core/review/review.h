// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/contract/serviceresult.h"
#include "core/review/decision.h"
#include "core/review/momentids.h"

#include <QList>
#include <QString>

#include <optional>

namespace Viral {

/// Where a moment of a review came from.
enum class MomentOrigin
{
    Result,   ///< in the result as it was opened
    Promoted, ///< a dropped candidate brought back by the editor
    Editor,   ///< made by the editor from a selection, or taken over from another result
    /// Was in the result while its run was going on and gave way to a better one after the editor had decided on it.
    EarlierResult,
};

/// True for moments that a result brought, now or earlier: they are there without an edit that added them.
constexpr bool isOfResult(MomentOrigin origin)
{
    return origin == MomentOrigin::Result || origin == MomentOrigin::EarlierResult;
}

/// One moment with everything the editor did to it.
struct ReviewedMoment
{
    MomentId id = {};
    MomentOrigin origin = MomentOrigin::Result;
    /// As it came; never changes.
    Moment original = {};
    /// As it is now.
    Moment current = {};
    Decision decision = Decision::Undecided;
    /// Why it was held or rejected (a short code or free text); may be empty.
    QString reason = {};
    QString note = {};
    bool starred = false;

    bool isEdited() const { return !(original == current); }
    bool operator==(const ReviewedMoment &) const = default;
};

} // namespace Viral

// All its parts may be moved as bytes; lists of thousands of moments open a gap in one go then.
Q_DECLARE_TYPEINFO(Viral::ReviewedMoment, Q_RELOCATABLE_TYPE);

namespace Viral {

/// The state of a review: what edits (edit.h) change. Moments are in order of their current start (then end, then id).
class Review
{
public:
    Review() = default;
    /// A fresh review of \a result: every moment undecided.
    explicit Review(const ServiceResult &result);
    /// The same, with ids that \a ids remembers or learns.
    Review(const ServiceResult &result, MomentIds &ids);
    /// A review of these moments, whose ids are all different; their order is put right.
    explicit Review(QList<ReviewedMoment> moments);

    const QList<ReviewedMoment> &moments() const { return m_moments; }
    /// Position of \a id, -1 when it is not here.
    int indexOf(const MomentId &id) const;
    const ReviewedMoment *find(const MomentId &id) const;

    /// Number of moments decided so.
    int count(Decision decision) const;

    /// For edits only: changes one moment and keeps the order by start. False when \a id is unknown.
    bool replace(const ReviewedMoment &moment);
    /// For edits only. False when the id is already there (insert) or unknown (remove).
    bool insert(const ReviewedMoment &moment);
    bool remove(const MomentId &id);

    bool operator==(const Review &other) const { return m_moments == other.m_moments; }

private:
    /// Where the moment at \a changed belongs now, all others being in order.
    qsizetype placeAfterChange(qsizetype changed) const;
    /// Notes the places of the moments in [begin, end).
    void reindex(qsizetype begin, qsizetype end);

    QList<ReviewedMoment> m_moments;
    QHash<MomentId, int> m_index;
};

/// The order of a review: by start, and total, so that undoing an edit restores the very same list.
bool comesBefore(const ReviewedMoment &one, const ReviewedMoment &other);

/// The id of a result's moment: made of its job, times and title, so the same result opened again has the same ids;
/// equal moments are told apart by \a occurrence.
MomentId momentId(const QString &jobId, const Moment &moment, int occurrence = 0);

/// Which moments go into a handed-over result.
enum class HandOver
{
    All, ///< everything but the rejected
    KeptOnly,
};

/// \a result with the review's moments in their current form, counts adjusted to them.
ServiceResult reviewedResult(const ServiceResult &result, const Review &review, HandOver handOver);

} // namespace Viral
