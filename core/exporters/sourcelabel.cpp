// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/sourcelabel.h"

using namespace Qt::StringLiterals;

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
    const bool isTold = facts.startFrame > 0 || !facts.startTimecode.isEmpty();
    return isTold ? facts.dropsFrames : facts.rate.canDropFrames();
}

MediaFacts countedAt(const MediaFacts &facts, const FrameRate &rate)
{
    MediaFacts counted = facts;
    counted.rate = rate;
    if (facts.rate == rate)
        return counted;
    const bool isWorkedOut = facts.startTimecode.isEmpty() && facts.startFrame > 0 && facts.rate.isKnown();
    QString label = isWorkedOut ? sourceLabel(0, facts) : facts.startTimecode;
    counted.dropsFrames = label.contains(u';') && rate.canDropFrames();
    if (!counted.dropsFrames)
        label.replace(u';', u':');
    counted.startFrame = frameFromLabel(label, rate).value_or(0);
    return counted;
}

qint64 hourFrame(const FrameRate &rate, bool dropsFrames)
{
    const qint64 hour = rate.nominal() * 3600;
    // Two numbers (four at 60) are dropped in each minute but every tenth.
    return dropsFrames ? hour - rate.nominal() / 15 * 54 : hour;
}

} // namespace Viral
