// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinegeometry.h"

#include <cmath>

namespace Viral {

namespace {

Milliseconds withinLimits(Milliseconds duration)
{
    return std::clamp(duration, Milliseconds{0}, TimelineGeometry::longestSource);
}

} // namespace

TimelineGeometry::TimelineGeometry(Milliseconds duration, int width)
    : m_duration(withinLimits(duration))
    , m_width(std::max(1, width))
    , m_scale(farthestScale())
{}

Milliseconds TimelineGeometry::time(double x) const
{
    const double limit = double(m_duration.count());
    return Milliseconds{qint64(std::llround(std::clamp(m_start + x * m_scale, 0.0, limit)))};
}

Milliseconds TimelineGeometry::length(double pixels) const
{
    return Milliseconds{qint64(std::ceil(std::clamp(pixels * m_scale, 0.0, double(longestSource.count()))))};
}

TimeSpan TimelineGeometry::visible() const
{
    const double end = std::min(m_start + m_width * m_scale, double(m_duration.count()));
    return {Milliseconds{qint64(std::floor(m_start))}, Milliseconds{qint64(std::ceil(end))}};
}

bool TimelineGeometry::showsWholeSource() const
{
    return m_scale >= farthestScale() * (1 - 1e-9);
}

bool TimelineGeometry::shows(Milliseconds time) const
{
    const double position = x(time);
    return position >= 0 && position < m_width;
}

TimelineGeometry TimelineGeometry::withWidth(int width) const
{
    TimelineGeometry changed = *this;
    changed.m_width = std::max(1, width);
    return showsWholeSource() ? changed.fittedToSource() : changed.clamped();
}

TimelineGeometry TimelineGeometry::withDuration(Milliseconds duration) const
{
    TimelineGeometry changed = *this;
    changed.m_duration = withinLimits(duration);
    return showsWholeSource() ? changed.fittedToSource() : changed.clamped();
}

TimelineGeometry TimelineGeometry::withStart(Milliseconds start) const
{
    TimelineGeometry changed = *this;
    changed.m_start = double(start.count());
    return changed.clamped();
}

TimelineGeometry TimelineGeometry::zoomed(double factor, double aboutX) const
{
    if (!std::isfinite(factor) || factor <= 0)
        return *this;
    TimelineGeometry changed = *this;
    const double time = m_start + aboutX * m_scale;
    changed.m_scale =
        std::clamp(m_scale / factor, std::min(closestScale, farthestScale()), std::max(1e-9, farthestScale()));
    changed.m_start = time - aboutX * changed.m_scale;
    return changed.clamped();
}

TimelineGeometry TimelineGeometry::panned(double pixels) const
{
    if (!std::isfinite(pixels))
        return *this;
    TimelineGeometry changed = *this;
    changed.m_start += pixels * m_scale;
    return changed.clamped();
}

TimelineGeometry TimelineGeometry::centredOn(Milliseconds time) const
{
    TimelineGeometry changed = *this;
    changed.m_start = double(time.count()) - m_width * m_scale / 2;
    return changed.clamped();
}

TimelineGeometry TimelineGeometry::fittedToSource() const
{
    return TimelineGeometry(m_duration, m_width);
}

TimelineGeometry TimelineGeometry::fittedTo(const TimeSpan &span, int marginPixels) const
{
    const double inner = std::max(1, m_width - 2 * marginPixels);
    const double wanted = double(std::max(Milliseconds{1}, span.duration()).count()) / inner;
    TimelineGeometry changed = *this;
    changed.m_scale = std::clamp(wanted, std::min(closestScale, farthestScale()), farthestScale());
    changed.m_start = double(span.start.count() + span.end.count()) / 2 - m_width * changed.m_scale / 2;
    return changed.clamped();
}

int TimelineGeometry::scrollMaximum() const
{
    return std::max(0, int(std::ceil(double(m_duration.count()) / m_scale - 1e-6)) - m_width);
}

int TimelineGeometry::scrollValue() const
{
    return std::min(scrollMaximum(), int(std::lround(m_start / m_scale)));
}

TimelineGeometry TimelineGeometry::withScrollValue(int value) const
{
    TimelineGeometry changed = *this;
    changed.m_start = value * m_scale;
    return changed.clamped();
}

double TimelineGeometry::farthestScale() const
{
    return double(std::max(Milliseconds{1}, m_duration).count()) / m_width;
}

TimelineGeometry TimelineGeometry::clamped() const
{
    TimelineGeometry changed = *this;
    changed.m_scale = std::clamp(m_scale, std::min(closestScale, farthestScale()), farthestScale());
    const double lastStart = std::max(0.0, double(m_duration.count()) - m_width * changed.m_scale);
    changed.m_start = std::clamp(m_start, 0.0, lastStart);
    return changed;
}

} // namespace Viral
