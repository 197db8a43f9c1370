// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rulerscale.h"

#include "core/base/timetext.h"

#include <array>

namespace Viral {

using namespace std::chrono_literals;

namespace {

constexpr std::array scales{
    RulerScale{10ms, 5},  RulerScale{20ms, 4},  RulerScale{50ms, 5},  RulerScale{100ms, 5}, RulerScale{200ms, 4},
    RulerScale{500ms, 5}, RulerScale{1s, 5},    RulerScale{2s, 4},    RulerScale{5s, 5},    RulerScale{10s, 5},
    RulerScale{15s, 3},   RulerScale{30s, 6},   RulerScale{1min, 6},  RulerScale{2min, 4},  RulerScale{5min, 5},
    RulerScale{10min, 5}, RulerScale{15min, 3}, RulerScale{30min, 6}, RulerScale{1h, 6},    RulerScale{2h, 4},
    RulerScale{3h, 3},    RulerScale{6h, 6},    RulerScale{12h, 6},   RulerScale{24h, 4},
};

} // namespace

RulerScale rulerScaleFor(double millisecondsPerPixel, int leastDistance)
{
    for (const RulerScale &scale : scales) {
        if (double(scale.step.count()) >= leastDistance * millisecondsPerPixel)
            return scale;
    }
    return scales.back();
}

QString rulerLabel(Milliseconds time, Milliseconds step)
{
    QString label = clockText(time);
    if (step % 1s == 0ms)
        return label;
    const int decimals = step % 100ms == 0ms ? 1 : step % 10ms == 0ms ? 2 : 3;
    const auto fraction = QString::number((time % 1s).count()).rightJustified(3, u'0');
    return label + u'.' + fraction.left(decimals);
}

} // namespace Viral
