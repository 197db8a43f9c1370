// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/candidate.h"
#include "core/base/result.h"
#include "ui/document/work.h"

#include "core/review/review.h"

namespace Viral {

/// A moment made by the editor from a stretch of the source: title, hook and posts are taken from its words, the scores
/// stand in the middle until the editor sets them. Fails when no word is spoken there.
Result<ReviewedMoment> momentFromSpan(const Work &work, const TimeSpan &span);

/// The id of a dropped candidate brought back: by its place in the run, so equal titles do not matter. \a original is the
/// moment made of it.
MomentId promotedMomentId(const Candidate &candidate, const Moment &original);

} // namespace Viral
