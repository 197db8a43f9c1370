// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "core/review/history.h"

#include <QDateTime>
#include <QString>

namespace Viral {

/// What a step did, in a few words for people: "Kept “The 3-Hour Rule”", "Start 00:12:30.500 → 00:12:28.100 of …".
/// Titles are those of \a review, as it is now; \a times are as the editor
/// has chosen to read them.
QString stepText(const ReviewHistory::Step &step, const Review &review, const TimecodeFormat &times = {});

/// "kept", "held", "rejected", "undecided".
QString decisionName(Decision decision);

/// A reason for people: the name of a usual one, else the editor's own words.
QString reasonText(const QString &reason);

/// Who decided on a moment, and when.
struct DecisionMark
{
    QString author = {};
    QDateTime when = {};
};
/// The last decision in force on \a moment; nothing when there was none.
std::optional<DecisionMark> lastDecision(const ReviewHistory &history, const MomentId &moment);

/// "Held by Ada on 3 March at 14:05: needs context", in the user's own way of writing dates; empty for an undecided
/// one.
QString decisionText(const ReviewHistory &history, const ReviewedMoment &moment);

} // namespace Viral
