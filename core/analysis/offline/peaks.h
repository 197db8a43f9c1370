// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/windows.h"

namespace Viral::Offline {

/// How many clips a recording of this length should bring: half of its minutes up to eight, from there on one for every
/// six minutes; never under three.
int wantedClips(Milliseconds length);

/// Numbers of the windows that stand out most, strongest first, no two of them near each other, at most \a most.
std::vector<int> pickPeaks(const std::vector<Window> &windows, int most);

} // namespace Viral::Offline
