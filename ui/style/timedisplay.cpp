// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/timedisplay.h"

#include "core/base/timetext.h"

using namespace Qt::StringLiterals;

namespace Viral {

TimecodeFormat TimeDisplay::format() const
{
    return {.style = m_chosen.usableStyle(),
            .rate = m_chosen.rate,
            .startFrame = m_showsSourceTime ? m_chosen.startFrame : 0};
}

QString TimeDisplay::text(Milliseconds time) const
{
    return timecodeText(time, format());
}

QString TimeDisplay::shortText(Milliseconds time) const
{
    return shortTimeText(time, format());
}

QString shortTimeText(Milliseconds time, const TimecodeFormat &format)
{
    if (format.style == TimeStyle::Clock)
        return clockText(time + timeOfFrame(format.startFrame, format.rate));
    const QString whole = timecodeText(time, format);
    return whole.startsWith("00:"_L1) ? whole.sliced(3) : whole;
}

QString spanText(const TimeSpan &span, const TimecodeFormat &format)
{
    return shortTimeText(span.start, format) + u"–"_s + shortTimeText(span.end, format);
}

void TimeDisplay::setStyle(TimeStyle style)
{
    TimecodeFormat chosen = m_chosen;
    chosen.style = style;
    take(chosen, m_showsSourceTime);
}

void TimeDisplay::chooseNextStyle()
{
    const TimeStyle now = format().style;
    if (now == TimeStyle::Clock && rate().isKnown())
        setStyle(TimeStyle::Frames);
    else if (now == TimeStyle::Frames && rate().canDropFrames())
        setStyle(TimeStyle::DropFrame);
    else
        setStyle(TimeStyle::Clock);
}

void TimeDisplay::setShowsSourceTime(bool shows)
{
    take(m_chosen, shows);
}

void TimeDisplay::setSource(const FrameRate &rate, qint64 startFrame)
{
    take({.style = m_chosen.style, .rate = rate, .startFrame = startFrame}, m_showsSourceTime);
}

void TimeDisplay::setFormat(const TimecodeFormat &format)
{
    take(format, format.startFrame > 0);
}

void TimeDisplay::take(const TimecodeFormat &chosen, bool showsSourceTime)
{
    if (chosen == m_chosen && showsSourceTime == m_showsSourceTime)
        return;
    m_chosen = chosen;
    m_showsSourceTime = showsSourceTime;
    Q_EMIT changed();
}

} // namespace Viral
