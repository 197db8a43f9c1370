// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QStringView>

#include <optional>

namespace Viral {

/// A time as subtitle files write it.
struct ClockTime
{
    Milliseconds time{0};
    /// Minutes or seconds over 59: read as written.
    bool isOdd = false;

    bool operator==(const ClockTime &) const = default;
};

/// Reads "1:02:03,456", "02:03.4", "1:2:3:456" and bare seconds with a fraction ("3.480"): one to three or more
/// fraction digits behind a comma, a point or a colon, hours of any width, a minus in front. Nothing for anything else.
std::optional<ClockTime> parseClock(QStringView text);

/// Start and end of a cue.
struct CueTiming
{
    Milliseconds start{0};
    Milliseconds end{0};
    int oddTimes = 0;

    bool operator==(const CueTiming &) const = default;
};

/// "start --> end" of SRT and WebVTT; "->" and "-- >" are read too, settings and coordinates behind the end are
/// ignored.
std::optional<CueTiming> parseArrowLine(QStringView line);

/// "start,end" of SBV.
std::optional<CueTiming> parseCommaLine(QStringView line);

} // namespace Viral
