// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QStringView>

#include <optional>

namespace Viral {

/// What a TTML document says its clock counts in.
struct TtmlClock
{
    double framesPerSecond = 30;
    double ticksPerSecond = 1;

    bool operator==(const TtmlClock &) const = default;
};

/// From the attributes frameRate, frameRateMultiplier ("1000 1001") and tickRate; what is missing or senseless has the
/// value of the standard.
TtmlClock ttmlClock(QStringView frameRate, QStringView multiplier, QStringView tickRate);

/// "00:01:02.5", "00:01:02:12" (frames), "62.5s", "500ms", "1.5h", "2m", "25f", "100t", and bare seconds as some write
/// them. Nothing for anything else, negative times and those beyond latestTime.
std::optional<Milliseconds> parseTtmlTime(QStringView text, const TtmlClock &clock);

} // namespace Viral
