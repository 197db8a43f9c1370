// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/sourcelabel.h"

namespace Viral {

QString sourceLabel(qint64 frame, const MediaFacts &facts)
{
    return frameLabel(frame, facts.rate, countsDropFrame(facts), facts.startFrame);
}

QString frameLabel(qint64 frame, const FrameRate &rate, bool dropsFrames, qint64 startFrame)
{
    const TimeStyle style = dropsFrames ? TimeStyle::DropFrame : TimeStyle::Frames;
    return timecodeText(timeOfFrame(frame, rate), {.style = style, .rate = rate, .startFrame = startFrame});
}

bool countsDropFrame(const MediaFacts &facts)
{
    return facts.startFrame > 0 ? facts.dropsFrames : facts.rate.canDropFrames();
}

qint64 hourFrame(const FrameRate &rate, bool dropsFrames)
{
    const qint64 hour = rate.nominal() * 3600;
    // Two numbers (four at 60) are dropped in each minute but every tenth.
    return dropsFrames ? hour - rate.nominal() / 15 * 54 : hour;
}

} // namespace Viral
