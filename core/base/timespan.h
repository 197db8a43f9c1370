// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace Viral {

using Milliseconds = std::chrono::milliseconds;

/// A half-open stretch of source time, [start, end), in milliseconds. Empty when end <= start.
struct TimeSpan
{
    Milliseconds start{0};
    Milliseconds end{0};

    constexpr Milliseconds duration() const { return end - start; }
    constexpr bool isEmpty() const { return end <= start; }
    constexpr Milliseconds middle() const { return start + (end - start) / 2; }

    /// True when \a time lies in [start, end).
    constexpr bool contains(Milliseconds time) const { return start <= time && time < end; }
    /// True when all of \a other lies inside; an empty span at the very end counts as inside.
    constexpr bool contains(const TimeSpan &other) const { return start <= other.start && other.end <= end; }
    constexpr bool overlaps(const TimeSpan &other) const { return start < other.end && other.start < end; }

    /// Length of the common part; zero when there is none.
    constexpr Milliseconds overlap(const TimeSpan &other) const
    {
        return std::max(Milliseconds{0}, std::min(end, other.end) - std::max(start, other.start));
    }

    bool operator==(const TimeSpan &) const = default;
};

/// Shorthand for tests and tables: a span from two counts of milliseconds.
constexpr TimeSpan spanMs(qint64 start, qint64 end)
{
    return {Milliseconds{start}, Milliseconds{end}};
}

} // namespace Viral
