// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <vector>

namespace Viral {

/// Finds what can be seen among many spans in order of start, in logarithmic time.
class SpanIndex
{
public:
    SpanIndex() = default;
    /// \a spans must be in order of start.
    explicit SpanIndex(std::vector<TimeSpan> spans);

    /// Half-open numbers; holds every span that touches the window, and may hold some that ended before it.
    struct Range
    {
        int first = 0;
        int end = 0;
        bool operator==(const Range &) const = default;
    };
    /// Spans that overlap \a window or begin in it (those without length).
    Range touching(const TimeSpan &window) const;

private:
    std::vector<TimeSpan> m_spans;
    /// Latest end of any span up to here: never falls, so it can be searched.
    std::vector<Milliseconds> m_latestEnd;
};

} // namespace Viral
