// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

/// The rows of the timeline, from top to bottom.
enum class TimelineRow
{
    None,
    Overview,
    Ruler,
    Waveform,
    Speakers,
    Chunks,
    Moments,
    Dropped,
    Ribbon,
};

/// What there is to lay out.
struct TimelineParts
{
    int speakerLanes = 0;
    int momentLanes = 0;
    bool hasChunks = false;
    bool hasDropped = false;
    bool hasRibbon = false;

    bool operator==(const TimelineParts &) const = default;
};

/// A row's place; absent rows have no height.
struct RowPlace
{
    int top = 0;
    int height = 0;

    int bottom() const { return top + height; }
    bool isPresent() const { return height > 0; }
    bool operator==(const RowPlace &) const = default;
};

/// Where the rows lie, in pixels. Overview and ruler stay; what is below the ruler scrolls up and down, its tops count
/// from the ruler's bottom.
struct TimelineLayout
{
    static constexpr int headerWidth = 88;
    static constexpr int overviewHeight = 32;
    static constexpr int rulerHeight = 24;
    static constexpr int fixedHeight = overviewHeight + rulerHeight;
    static constexpr int waveformHeight = 56;
    static constexpr int speakerLaneHeight = 8;
    static constexpr int mostSpeakerLanes = 4;
    static constexpr int chunkHeight = 24;
    static constexpr int momentHeight = 24;
    static constexpr int momentPitch = 28;
    static constexpr int droppedHeight = 16;
    static constexpr int ribbonHeight = 16;
    static constexpr int rowGap = 4;

    RowPlace waveform = {};
    RowPlace speakers = {};
    RowPlace chunks = {};
    RowPlace moments = {};
    RowPlace dropped = {};
    RowPlace ribbon = {};
    /// Of everything below the ruler.
    int scrolledHeight = 0;

    /// Row at \a y of the viewport when the lower part is scrolled up by \a scroll.
    TimelineRow rowAt(int y, int scroll) const;
    /// Lane of the moments at \a y, or -1 in the gap between two.
    int momentLaneAt(int y, int scroll) const;

    bool operator==(const TimelineLayout &) const = default;
};

TimelineLayout layoutOf(const TimelineParts &parts);

} // namespace Viral
