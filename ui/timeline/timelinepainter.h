// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"
#include "ui/timeline/rulerscale.h"
#include "ui/timeline/textcache.h"
#include "ui/timeline/timelinegeometry.h"
#include "ui/timeline/timelinelayout.h"
#include "ui/timeline/timelinescene.h"

#include <QPixmap>

#include <array>
#include <optional>

class QPainter;

namespace Viral {

/// What one picture of the timeline shows of the scene.
struct TimelineState
{
    TimelineGeometry geometry = {};
    TimelineLayout layout = {};
    QSize size = {};
    int scroll = 0;
    std::optional<int> selected = {};
    /// While an edge is dragged: where the selected moment would be.
    std::optional<TimeSpan> preview = {};
    /// Lengths that are right for a clip.
    TimeSpan limits = {};
    double gain = 1;
    /// How times are written.
    TimecodeFormat times = {};
    /// What is said where the sound is not known: being read, no media file.
    QString soundNote = {};
};

/// Draws the layers of the timeline; knows no widget and no mouse.
class TimelinePainter
{
public:
    void setLook(const Colours &colours, const QFont &font, double scale);
    const Colours &colours() const { return m_colours; }
    /// Sizes that have room for the texts in the font of setLook().
    TimelineMetrics metrics();

    /// Everything but overview, playhead, pointer and range. Only what is visible is visited.
    void paint(QPainter &painter, const TimelineScene &scene, const TimelineState &state);
    /// The strip with the whole source, without its frame.
    void paintOverview(QPainter &painter, const TimelineScene &scene, const QSize &size);

    /// The text beside the selected moment: its length and what is wrong with it.
    static QString lengthText(const TimeSpan &span, const TimeSpan &limits);
    TextCache &smallText() { return m_small; }

private:
    struct Context;

    Ruler rulerOf(const TimelineState &state);
    void paintRuler(const Context &context, const Ruler &ruler);
    void paintGrid(const Context &context, const Ruler &ruler);
    void paintHeaders(const Context &context);
    void paintHeader(const Context &context, const RowPlace &row, const QString &text);
    void paintWaveform(const Context &context);
    void paintUnknownSound(const Context &context, const TimeSpan &span);
    void hatchUnknownSound(const Context &context, const QRect &place);
    void paintSounds(const Context &context);
    void paintUsed(const Context &context);
    void paintSpeakers(const Context &context);
    void paintChunks(const Context &context);
    void paintChunk(const Context &context, const TimelineChunk &chunk, int top);
    void paintRibbon(const Context &context);
    void paintMoments(const Context &context);
    void paintMoment(const Context &context, int number, const TimeSpan &span);
    void paintMomentText(const Context &context, const TimelineMoment &moment, const QRect &box);
    void paintSelection(const Context &context, const TimeSpan &span, int lane);
    void paintLength(const Context &context, const TimeSpan &span, const QRect &box);
    void paintDropped(const Context &context);
    void makeMarks(double scale);
    void makeColours();
    /// Place of a score in a table from 1.0 to 10.0 in steps of a tenth.
    static std::size_t scoreIndex(double score);
    const QColor &scoreColour(double score) const;
    void paintMomentBox(const Context &context, const TimelineMoment &moment, const QRect &box, bool isSelected);
    QRect lengthPlace(const Context &context, const QRect &box, int width) const;
    /// No moment but the selected one lies there.
    bool isFree(const Context &context, const QRect &place) const;

    Colours m_colours;
    TextCache m_normal;
    TextCache m_small;
    TextCache m_strong;
    // Mixed beforehand: a mixture costs more than the rectangle it fills.
    std::array<QColor, 91> m_scores;
    std::array<QColor, 91> m_scoreAreas;
    std::array<QColor, speakerTintCount> m_speakers;
    std::array<QColor, allChunkStates.size()> m_chunks;
    QColor m_gridLine;
    QColor m_soundGround;
    /// One picture per decision, in order of the enumeration.
    std::array<QPixmap, allDecisions.size()> m_marks;
};

/// Column of \a time in the viewport, kept near it so that nothing overflows.
int viewportX(const TimelineState &state, Milliseconds time);

/// The box of \a span in lane \a lane, in viewport coordinates; at least two pixels wide.
QRect momentBox(const TimelineState &state, const TimeSpan &span, int lane);

} // namespace Viral
