// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinelayout.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Viral {

namespace {

class Stack
{
public:
    RowPlace add(bool isPresent, int height)
    {
        if (!isPresent)
            return {.top = m_bottom, .height = 0};
        const RowPlace place{.top = m_bottom + TimelineLayout::rowGap, .height = height};
        m_bottom = place.bottom();
        return place;
    }

    int height() const { return m_bottom + TimelineLayout::rowGap; }

private:
    int m_bottom = 0;
};

} // namespace

TimelineLayout layoutOf(const TimelineParts &parts)
{
    using L = TimelineLayout;
    Stack stack;
    L layout;
    layout.waveform = stack.add(true, L::waveformHeight);
    layout.speakers =
        stack.add(parts.speakerLanes > 0, L::speakerLaneHeight * std::min(parts.speakerLanes, L::mostSpeakerLanes));
    layout.chunks = stack.add(parts.hasChunks, L::chunkHeight);
    layout.ribbon = stack.add(parts.hasRibbon, L::ribbonHeight);
    layout.moments =
        stack.add(true, L::momentPitch * std::max(1, parts.momentLanes) - (L::momentPitch - L::momentHeight));
    layout.dropped = stack.add(parts.hasDropped, L::droppedHeight);
    layout.scrolledHeight = stack.height();
    return layout;
}

TimelineRow TimelineLayout::rowAt(int y, int scroll) const
{
    if (y < 0)
        return TimelineRow::None;
    if (y < overviewHeight)
        return TimelineRow::Overview;
    if (y < fixedHeight)
        return TimelineRow::Ruler;
    const int inner = y - fixedHeight + scroll;
    const std::array rows{std::pair(TimelineRow::Waveform, waveform), std::pair(TimelineRow::Speakers, speakers),
                          std::pair(TimelineRow::Chunks, chunks),     std::pair(TimelineRow::Moments, moments),
                          std::pair(TimelineRow::Dropped, dropped),   std::pair(TimelineRow::Ribbon, ribbon)};
    for (const auto &[row, place] : rows) {
        if (inner >= place.top && inner < place.bottom())
            return row;
    }
    return TimelineRow::None;
}

int TimelineLayout::momentLaneAt(int y, int scroll) const
{
    const int inner = y - fixedHeight + scroll - moments.top;
    if (inner < 0 || inner >= moments.height || inner % momentPitch >= momentHeight)
        return -1;
    return inner / momentPitch;
}

} // namespace Viral
