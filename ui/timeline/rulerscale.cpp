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

namespace {

/// Into how many a number of pictures is divided evenly, five at best.
int partsOf(qint64 frames)
{
    if (frames <= 6)
        return int(frames);
    for (const int parts : {5, 4, 6, 3, 2}) {
        if (frames % parts == 0)
            return parts;
    }
    return 1;
}

/// The fewest pictures that are no less than \a least: a divisor of the second, so that labels begin again with each.
qint64 framesWithinSecond(qint64 nominal, double least)
{
    for (qint64 frames = 1; frames < nominal; ++frames) {
        if (nominal % frames == 0 && double(frames) >= least)
            return frames;
    }
    return 0;
}

qint64 floorDivided(qint64 number, qint64 divisor)
{
    return number / divisor - (number % divisor < 0 ? 1 : 0);
}

} // namespace

Ruler::Ruler(const TimecodeFormat &format, double millisecondsPerPixel, int leastDistance)
    : m_format(format)
{
    const TimeStyle style = format.usableStyle();
    const RulerScale clock = rulerScaleFor(millisecondsPerPixel, leastDistance);
    m_step = clock.step;
    m_parts = clock.parts;
    if (style != TimeStyle::Frames && style != TimeStyle::DropFrame) {
        m_offset = timeOfFrame(format.startFrame, format.rate);
        return;
    }
    const qint64 nominal = format.rate.nominal();
    m_dropped = style == TimeStyle::DropFrame ? nominal / 15 : 0;
    const double least = leastDistance * millisecondsPerPixel * double(nominal) / 1000;
    m_frames = framesWithinSecond(nominal, least);
    if (m_frames > 0) {
        m_parts = partsOf(m_frames);
        return;
    }
    const Milliseconds step = std::max<Milliseconds>(1s, clock.step);
    m_frames = step / 1s * nominal;
    m_parts = step == 1s ? partsOf(nominal) : clock.parts;
}

qint64 Ruler::labelNumberOf(qint64 frame) const
{
    if (m_dropped == 0)
        return frame;
    const qint64 nominal = m_format.rate.nominal();
    const qint64 inTenMinutes = 600 * nominal - 9 * m_dropped;
    const qint64 inMinute = 60 * nominal - m_dropped;
    const qint64 tens = floorDivided(frame, inTenMinutes);
    const qint64 rest = frame - tens * inTenMinutes;
    const qint64 minutes = rest < m_dropped ? 0 : (rest - m_dropped) / inMinute;
    return frame + (9 * tens + minutes) * m_dropped;
}

qint64 Ruler::frameOf(qint64 labelNumber) const
{
    if (m_dropped == 0)
        return labelNumber;
    const qint64 nominal = m_format.rate.nominal();
    const qint64 minutes = floorDivided(labelNumber, 60 * nominal);
    const qint64 inMinute = labelNumber - minutes * 60 * nominal;
    // A number that is left out means the first that is not.
    const bool isLeftOut = minutes % 10 != 0 && inMinute < m_dropped;
    const qint64 number = isLeftOut ? labelNumber - inMinute + m_dropped : labelNumber;
    return number - m_dropped * (minutes - floorDivided(minutes, 10));
}

qint64 Ruler::partAt(Milliseconds time) const
{
    if (!countsFrames())
        return floorDivided((time + m_offset).count() * m_parts, m_step.count());
    const qint64 number = labelNumberOf(frameAt(time, m_format.rate) + m_format.startFrame);
    return floorDivided(number * m_parts, m_frames);
}

Milliseconds Ruler::timeOf(qint64 part) const
{
    // From the whole number of parts, so that rounding does not add up along the ruler.
    if (!countsFrames())
        return Milliseconds{part * m_step.count() / m_parts} - m_offset;
    return timeOfFrame(frameOf(part * m_frames / m_parts) - m_format.startFrame, m_format.rate);
}

QString Ruler::label(qint64 part) const
{
    return countsFrames() ? timecodeText(timeOf(part), m_format) : rulerLabel(timeOf(part) + m_offset, m_step);
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
