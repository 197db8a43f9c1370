// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/candidate.h"
#include "core/analysis/discard.h"

namespace Viral {

/// The scorecard of a candidate: five whole scores from 1 to 10, none invented (interface.md section 5). Further
/// metrics stay. Rule: "score-missing".
Judged<Scorecard> judgeScores(const Candidate &candidate);

} // namespace Viral
