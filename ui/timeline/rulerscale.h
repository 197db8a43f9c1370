// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QString>

namespace Viral {

/// How a ruler is divided: a label every \a step, \a parts small divisions between two labels.
struct RulerScale
{
    Milliseconds step{1000};
    int parts = 1;

    bool operator==(const RulerScale &) const = default;
};

/// The finest scale whose labels are at least \a leastDistance pixels apart.
RulerScale rulerScaleFor(double millisecondsPerPixel, int leastDistance = 90);
/// "12:30", "1:02:03", and with as many decimals as the step needs: "12:30.25".
QString rulerLabel(Milliseconds time, Milliseconds step);

} // namespace Viral
