// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the files that implement TimelinePainter.
#pragma once

#include "ui/timeline/timelinepainter.h"

#include <QPainter>

#include <cmath>

namespace Viral {

/// Below this width a box carries no text.
inline constexpr int narrowestText = 40;
inline constexpr int narrowestMark = 24;
inline constexpr int markSide = 12;
inline constexpr int scoreStrip = 4;

/// One call of paint(), in the coordinates of the viewport.
struct TimelinePainter::Context
{
    QPainter &painter;
    const TimelineScene &scene;
    const TimelineState &state;
    TimeSpan visible;

    const TimelineMetrics &metrics() const { return state.layout.metrics; }
    int x(Milliseconds time) const { return viewportX(state, time); }
    int top(const RowPlace &row) const { return metrics().fixedHeight() + row.top - state.scroll; }
    bool isVisible(const RowPlace &row) const
    {
        return row.isPresent() && top(row) + row.height > metrics().fixedHeight() && top(row) < state.size.height();
    }
    QRect rect(const RowPlace &row) const { return {0, top(row), state.size.width(), row.height}; }
};

} // namespace Viral
