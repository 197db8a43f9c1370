// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/reading.h"

namespace Viral::Offline {

/// What each unit is worth as the first and as the last of a clip.
struct Edges
{
    std::vector<double> openings;
    std::vector<double> payoffs;
};

Edges judgeEdges(const Reading &reading);

} // namespace Viral::Offline
