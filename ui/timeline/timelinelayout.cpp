// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinelayout.h"

#include "ui/style/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
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
        const RowPlace place{.top = m_bottom + TimelineMetrics::rowGap, .height = height};
        m_bottom = place.bottom();
        return place;
    }

    int height() const { return m_bottom + TimelineMetrics::rowGap; }

private:
    int m_bottom = 0;
};

} // namespace

TimelineMetrics timelineMetrics(double textHeight, double widestHeader)
{
    const auto onGrid = [](double pixels) { return (int(std::ceil(pixels)) + gridStep - 1) / gridStep * gridStep; };
    TimelineMetrics metrics;
    metrics.headerWidth = std::max(metrics.headerWidth, onGrid(widestHeader + normalGap + smallGap));
    metrics.rulerHeight = std::max(metrics.rulerHeight, onGrid(textHeight + 8));
    metrics.speakersLeast = std::max(metrics.speakersLeast, onGrid(textHeight - 6));
    metrics.chunkHeight = std::max(metrics.chunkHeight, onGrid(textHeight + 8));
    metrics.momentHeight = std::max(metrics.momentHeight, onGrid(textHeight + 8));
    metrics.droppedHeight = std::max(metrics.droppedHeight, onGrid(textHeight));
    metrics.ribbonHeight = std::max(metrics.ribbonHeight, onGrid(textHeight));
    return metrics;
}

TimelineLayout layoutOf(const TimelineParts &parts, const TimelineMetrics &metrics)
{
    using M = TimelineMetrics;
    Stack stack;
    TimelineLayout layout{.metrics = metrics};
    layout.waveform = stack.add(true, metrics.waveformHeight);
    const int speakerLanes = std::min(parts.speakerLanes, M::mostSpeakerLanes);
    layout.speakers =
        stack.add(parts.speakerLanes > 0, std::max(metrics.speakersLeast, M::speakerLaneHeight * speakerLanes));
    layout.chunks = stack.add(parts.hasChunks, metrics.chunkHeight);
    layout.ribbon = stack.add(parts.hasRibbon, metrics.ribbonHeight);
    layout.moments = stack.add(true, metrics.momentPitch() * std::max(1, parts.momentLanes) - M::rowGap);
    layout.dropped = stack.add(parts.hasDropped, metrics.droppedHeight);
    layout.scrolledHeight = stack.height();
    return layout;
}

TimelineLayout fittedLayoutOf(TimelineParts parts, TimelineMetrics metrics, int height)
{
    const TimelineLayout whole = layoutOf(parts, metrics);
    const int givesWay = metrics.waveformHeight - TimelineMetrics::lowestWaveform;
    const auto onGrid = [](int pixels) { return (pixels + gridStep - 1) / gridStep * gridStep; };
    // A lower sound, or no offline score besides, and nothing has to be scrolled.
    for (const bool hasRibbon : {parts.hasRibbon, false}) {
        TimelineParts shown = parts;
        shown.hasRibbon = hasRibbon;
        const int missing = onGrid(metrics.fixedHeight() + layoutOf(shown, metrics).scrolledHeight - height);
        if (missing <= givesWay) {
            metrics.waveformHeight -= std::max(0, missing);
            return layoutOf(shown, metrics);
        }
    }
    const int missing =
        onGrid(metrics.fixedHeight() + whole.moments.top + metrics.momentHeight + TimelineMetrics::rowGap - height);
    if (missing <= 0)
        return whole;
    metrics.waveformHeight -= std::min(missing, givesWay);
    // The overview tells the offline score, too: the moments need the place more.
    if (missing > givesWay)
        parts.hasRibbon = false;
    return layoutOf(parts, metrics);
}

TimelineRow TimelineLayout::rowAt(int y, int scroll) const
{
    if (y < 0)
        return TimelineRow::None;
    if (y < metrics.overviewHeight)
        return TimelineRow::Overview;
    if (y < metrics.fixedHeight())
        return TimelineRow::Ruler;
    const int inner = y - metrics.fixedHeight() + scroll;
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
    const int inner = y - metrics.fixedHeight() + scroll - moments.top;
    if (inner < 0 || inner >= moments.height || inner % metrics.momentPitch() >= metrics.momentHeight)
        return -1;
    return inner / metrics.momentPitch();
}

} // namespace Viral
