// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/reading.h"

namespace Viral::Offline {

inline constexpr Milliseconds windowLength{60'000};
inline constexpr Milliseconds windowStep{15'000};

/// A stretch of the transcript and how far it stands out.
struct Window
{
    TimeSpan span;
    /// Units that begin in it, half-open.
    int firstUnit = 0;
    int endUnit = 0;
    /// 0 for the dullest window of the transcript, 1 for the one that stands out most.
    double score = 0;
};

/// Windows over everything that is said, in order of start; stretches in which nothing begins have none.
std::vector<Window> scoredWindows(const Reading &reading);

/// Scores of the windows around each unit, between them in a straight line.
std::vector<double> unitScores(const Reading &reading, const std::vector<Window> &windows);

} // namespace Viral::Offline
