// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/growth.h"
#include "core/contract/scorecard.h"

namespace Viral::Offline {

/// The five core scores of each clip, 1 to 10. Each rests on evidence of its own (hookStrength on the first sentence
/// alone) and says where the clip stands in its transcript and among the clips, never more than that.
std::vector<std::array<int, allMetrics.size()>> scoreClips(const Reading &reading, const std::vector<Window> &windows,
                                                           const std::vector<Clip> &clips);

} // namespace Viral::Offline
