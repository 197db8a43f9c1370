// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

namespace Viral {

/// The time axis as a value: source time ↔ pixels of the visible track, whose left edge is x = 0. The source begins at
/// zero; the view never leaves it. Every change returns a new geometry.
class TimelineGeometry
{
public:
    /// Longest source the axis takes; longer ones are cut there.
    static constexpr Milliseconds longestSource = std::chrono::hours{100};
    /// Closest zoom: one millisecond per pixel.
    static constexpr double closestScale = 1.0;

    TimelineGeometry() = default;
    /// Shows the whole source.
    TimelineGeometry(Milliseconds duration, int width);

    Milliseconds duration() const { return m_duration; }
    int width() const { return m_width; }
    double millisecondsPerPixel() const { return m_scale; }

    double x(Milliseconds time) const { return (double(time.count()) - m_start) / m_scale; }
    /// The time under a pixel, rounded to the millisecond and kept within the source.
    Milliseconds time(double x) const;
    /// How long \a pixels last, rounded up to the millisecond.
    Milliseconds length(double pixels) const;
    /// What can be seen, outer milliseconds included.
    TimeSpan visible() const;
    bool showsWholeSource() const;
    bool shows(Milliseconds time) const;

    /// Keeps the left edge and the scale; a view of the whole source goes on showing all of it.
    TimelineGeometry withWidth(int width) const;
    TimelineGeometry withDuration(Milliseconds duration) const;
    TimelineGeometry withStart(Milliseconds start) const;
    /// \a factor > 1 comes closer; the time under \a aboutX stays there as far as the ends of the source allow.
    TimelineGeometry zoomed(double factor, double aboutX) const;
    /// Positive pixels go towards the end.
    TimelineGeometry panned(double pixels) const;
    TimelineGeometry centredOn(Milliseconds time) const;
    TimelineGeometry fittedToSource() const;
    /// Shows \a span with a free margin of \a marginPixels on both sides.
    TimelineGeometry fittedTo(const TimeSpan &span, int marginPixels) const;

    // For a scroll bar, whose numbers are pixels at the present zoom.
    int scrollMaximum() const;
    int scrollValue() const;
    TimelineGeometry withScrollValue(int value) const;

    bool operator==(const TimelineGeometry &) const = default;

private:
    double farthestScale() const;
    TimelineGeometry clamped() const;

    Milliseconds m_duration{0};
    int m_width = 1;
    /// Milliseconds per pixel.
    double m_scale = 1;
    /// Milliseconds at x = 0; a fraction survives, so that small movements add up.
    double m_start = 0;
};

} // namespace Viral
