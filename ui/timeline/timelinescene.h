// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanes.h"
#include "ui/timeline/peakpyramid.h"
#include "ui/timeline/spanindex.h"
#include "ui/timeline/timelinecontent.h"

#include <QHash>

#include <memory>
#include <optional>

namespace Viral {

/// Everything on the timeline in order of start and ready to be found; knows no pixels.
class TimelineScene
{
public:
    Milliseconds duration() const { return m_duration; }
    void setDuration(Milliseconds duration) { m_duration = duration; }

    /// In order of start; longer ones first where they start together.
    const QList<TimelineMoment> &moments() const { return m_moments; }
    void setMoments(QList<TimelineMoment> moments);
    int laneOf(int moment) const { return m_momentLanes.laneOf[std::size_t(moment)]; }
    int momentLaneCount() const { return m_momentLanes.count; }
    SpanIndex::Range momentsIn(const TimeSpan &window) const { return m_momentIndex.touching(window); }
    std::optional<int> indexOf(const MomentId &id) const;
    /// The moment of \a lane that lies at \a time or at most \a slack beside it.
    std::optional<int> momentAt(int lane, Milliseconds time, Milliseconds slack) const;

    const QList<TimelineDropped> &dropped() const { return m_dropped; }
    void setDropped(QList<TimelineDropped> dropped);
    SpanIndex::Range droppedIn(const TimeSpan &window) const { return m_droppedIndex.touching(window); }
    std::optional<int> droppedAt(Milliseconds time, Milliseconds slack) const;

    const QList<TimelineChunk> &chunks() const { return m_chunks; }
    void setChunks(QList<TimelineChunk> chunks);
    SpanIndex::Range chunksIn(const TimeSpan &window) const { return m_chunkIndex.touching(window); }
    std::optional<int> chunkAt(Milliseconds time) const;

    const TimelineSpeakers &speakers() const { return m_speakers; }
    void setSpeakers(TimelineSpeakers speakers);
    SpanIndex::Range runsIn(const TimeSpan &window) const { return m_runIndex.touching(window); }

    const QList<RibbonPoint> &ribbon() const { return m_ribbon; }
    void setRibbon(QList<RibbonPoint> ribbon);
    SpanIndex::Range ribbonIn(const TimeSpan &window) const { return m_ribbonIndex.touching(window); }

    const QList<TimelineSound> &sounds() const { return m_sounds; }
    void setSounds(QList<TimelineSound> sounds);
    SpanIndex::Range soundsIn(const TimeSpan &window) const { return m_soundIndex.touching(window); }
    /// The last that begins at \a time or at most \a slack beside it.
    std::optional<int> soundAt(Milliseconds time, Milliseconds slack) const;

    /// Ranges that were already used elsewhere.
    const QList<TimeSpan> &used() const { return m_used; }
    void setUsed(QList<TimeSpan> used);
    SpanIndex::Range usedIn(const TimeSpan &window) const { return m_usedIndex.touching(window); }

    const PeakPyramid *peaks() const { return m_peaks.get(); }
    void setPeaks(std::shared_ptr<const PeakPyramid> peaks) { m_peaks = std::move(peaks); }

private:
    Milliseconds m_duration{0};
    QList<TimelineMoment> m_moments;
    QHash<MomentId, int> m_momentNumbers;
    Lanes m_momentLanes;
    SpanIndex m_momentIndex;
    QList<TimelineDropped> m_dropped;
    SpanIndex m_droppedIndex;
    QList<TimelineChunk> m_chunks;
    SpanIndex m_chunkIndex;
    TimelineSpeakers m_speakers;
    SpanIndex m_runIndex;
    QList<RibbonPoint> m_ribbon;
    SpanIndex m_ribbonIndex;
    QList<TimelineSound> m_sounds;
    SpanIndex m_soundIndex;
    QList<TimeSpan> m_used;
    SpanIndex m_usedIndex;
    std::shared_ptr<const PeakPyramid> m_peaks;
};

} // namespace Viral
