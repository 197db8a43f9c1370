// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/candidate.h"
#include "core/analysis/offline/lines.h"

namespace Viral::Offline {

/// A post for each of the five platforms: runs of whole sentences of the clip within the platform's limit, different
/// ones as far as there is material. Empty only without lines.
QList<ProposedPost> postsOf(const std::vector<Line> &lines, const Reading &reading);

} // namespace Viral::Offline
