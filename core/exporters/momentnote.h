// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QLatin1StringView>
#include <QStringList>

namespace Viral {

/// What editing programs call the moment: its title in one line of at most 160 characters; "Moment 3" without one.
QString clipTitle(const ReviewedMoment &moment, int number);

/// "Kept", "Held", "Rejected", "Undecided".
QString decisionWord(Decision decision);

/// The colour of a marker that tells the decision, as edit lists and OpenTimelineIO name it: "GREEN".
QLatin1StringView decisionColour(Decision decision);

/// "Score 7.0": the average of the five.
QString scoreLine(const Scorecard &scorecard);

/// "Hook: …" in one line of at most 400 characters; empty without a hook.
QString hookLine(const Moment &moment);

/// What an editor wants to read beside the clip, a line each: score, hook, category, why it may travel, why it was
/// decided so, the editor's note. Empty ones are left out.
QStringList momentNote(const ReviewedMoment &moment);

} // namespace Viral
