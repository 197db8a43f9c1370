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

/// Sizes of headers and rows in pixels, all on the grid.
struct TimelineMetrics
{
    static constexpr int mostSpeakerLanes = 4;
    static constexpr int speakerLaneHeight = 8;
    static constexpr int rowGap = 4;
    static constexpr int lowestWaveform = 24;

    int headerWidth = 88;
    int overviewHeight = 32;
    int rulerHeight = 24;
    int waveformHeight = 56;
    int speakersLeast = 8;
    int chunkHeight = 24;
    int momentHeight = 24;
    int droppedHeight = 16;
    int ribbonHeight = 16;

    int fixedHeight() const { return overviewHeight + rulerHeight; }
    int momentPitch() const { return momentHeight + rowGap; }

    bool operator==(const TimelineMetrics &) const = default;
};

/// Room for text of this height, and for the widest header; never less than for a normal text.
TimelineMetrics timelineMetrics(double textHeight, double widestHeader);

/// Where the rows lie, in pixels. Overview and ruler stay; what is below the ruler scrolls up and down, its tops count
/// from the ruler's bottom.
struct TimelineLayout
{
    TimelineMetrics metrics = {};
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

TimelineLayout layoutOf(const TimelineParts &parts, const TimelineMetrics &metrics = {});
/// The same for a viewport of this height: the sound gives way, and then the offline score, where all rows have place
/// then; else as far as the first lane of moments needs it.
TimelineLayout fittedLayoutOf(TimelineParts parts, TimelineMetrics metrics, int height);

} // namespace Viral
