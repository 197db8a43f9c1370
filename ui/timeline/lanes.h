// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <span>
#include <vector>

namespace Viral {

/// Rows for spans that may overlap, so that no two in one row do.
struct Lanes
{
    /// For each span its row, 0 at the top.
    std::vector<int> laneOf = {};
    int count = 0;

    bool operator==(const Lanes &) const = default;
};

/// Gives each of \a spans (in order of start) the topmost row that is free; n log n. Spans that only touch share a row;
/// those without length count as one millisecond.
Lanes assignLanes(std::span<const TimeSpan> spans);

} // namespace Viral
