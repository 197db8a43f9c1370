// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/snapping.h"
#include "ui/timeline/timelinepainter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPixmap>

class QContextMenuEvent;
class QNativeGestureEvent;
class QPinchGesture;

namespace Viral {

class TimeDisplay;

/// How the view goes along with the playhead.
enum class FollowMode
{
    None,
    Page,   ///< turns a page when the playhead leaves
    Centre, ///< keeps the playhead in the middle
};

/// The timeline: overview, ruler, sound, speakers, chunks, moments and dropped candidates of one source. Shows values
/// and tells wishes; it changes nothing by itself except what is selected, the range and the view.
///
/// Wheel pans, Ctrl+wheel and pinching zoom at the pointer, Alt+wheel scrolls the rows, Ctrl+Shift+wheel enlarges the
/// sound, the middle button drags the view. Shift while dragging switches snapping off.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Shows no source any more.
    void clear();
    void setDuration(Milliseconds duration);
    void setMoments(QList<TimelineMoment> moments);
    void setDropped(QList<TimelineDropped> dropped);
    void setChunks(QList<TimelineChunk> chunks);
    void setRibbon(QList<RibbonPoint> ribbon);
    void setUsed(QList<TimeSpan> used);
    void setSounds(QList<TimelineSound> sounds);
    /// For the speakers' row and for snapping.
    void setTranscript(const TranscriptIndex &index);
    /// Shared with whoever reads the sound; call peaksGrown() after appending to it.
    void setPeaks(std::shared_ptr<const PeakPyramid> peaks);
    void peaksGrown();
    /// What is said where the sound is not known: that it is being read, or why there is none.
    void setSoundNote(const QString &note);
    /// How ruler and pointer write times.
    void setTimes(const TimecodeFormat &times);
    const TimecodeFormat &times() const { return m_state.times; }
    /// The same as the window writes them, and when it comes to write them otherwise; \a display outlives the view.
    void setTimeDisplay(const TimeDisplay &display);
    /// Shortest and longest right length of a clip; 40–90 s at the beginning.
    void setLimits(const TimeSpan &limits);

    /// Moves only a thin strip; the view follows by its mode.
    void setPlayhead(Milliseconds time);
    Milliseconds playhead() const { return m_playhead; }
    /// Where the picture on the screen is while the one at the playhead keeps it waiting; nothing hides it.
    void setLatePicture(std::optional<Milliseconds> time);
    /// Starting to play takes following up again.
    void setPlaying(bool isPlaying);
    void setFollowMode(FollowMode mode);
    FollowMode followMode() const { return m_followMode; }
    bool isFollowSuspended() const { return m_isFollowSuspended; }

    /// Shows \a id as selected without telling; an unknown or empty id selects nothing.
    void setSelected(const MomentId &id);
    const MomentId &selected() const { return m_selectedId; }
    /// Where the selected moment would be: an edge of it is being drawn elsewhere. Nothing: where it is.
    void setPreview(const std::optional<TimeSpan> &span);
    void setRange(std::optional<TimeSpan> range);
    const std::optional<TimeSpan> &range() const { return m_range; }
    void setSnapping(bool isOn) { m_isSnapping = isOn; }
    bool isSnapping() const { return m_isSnapping; }

    const TimelineScene &scene() const { return m_scene; }
    const TimelineGeometry &axis() const { return m_state.geometry; }
    void setAxis(const TimelineGeometry &axis);

    /// What lies at a place of the viewport, for menus.
    Milliseconds timeAt(const QPoint &place) const;
    std::optional<int> momentAt(const QPoint &place) const;
    std::optional<int> droppedAt(const QPoint &place) const;
    /// Place of moment number \a moment in the viewport.
    QRect momentRect(int moment) const;

    /// Selects as a click does: tells and brings it into view.
    void chooseMoment(int moment);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Keyboard and button zoom: about the playhead where it can be seen, else about the middle.
    void zoomIn();
    void zoomOut();
    void zoomToSource();
    void zoomToSelected();
    /// Scrolls as little as needed.
    void reveal(const Viral::TimeSpan &span);

Q_SIGNALS:
    void seekRequested(Viral::Milliseconds time);
    void momentSelected(const Viral::MomentId &id);
    void momentActivated(const Viral::MomentId &id);
    void rangeSelected(const Viral::TimeSpan &span);
    void droppedActivated(int number);
    /// The right button or the menu key. Over a moment that one is selected first.
    void menuRequested(const QPoint &screenPlace, bool isOnMoment);
    void edgeDragMoved(const Viral::MomentId &id, Viral::Edge edge, Viral::Milliseconds time);
    void edgeDragFinished(const Viral::MomentId &id, Viral::Edge edge, Viral::Milliseconds time);
    /// Escape, or the moment went away: the edge is to be where it was.
    void edgeDragCancelled(const Viral::MomentId &id, Viral::Edge edge);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What the pressed mouse button is doing.
    enum class Gesture
    {
        None,
        Pending, ///< pressed on empty ground: a click seeks, a drag selects a range
        Scrub,
        Range,
        Edge,
        Overview,
        Pan,
    };
    struct EdgeHit
    {
        int moment = 0;
        Edge edge = Edge::Start;
    };

    const TimelineMetrics &metrics() const { return m_state.layout.metrics; }

    // State and layers (timelineview.cpp)
    void setLook();
    void contentChanged();
    void layersChanged();
    void layOut();
    void changeAxis(const TimelineGeometry &axis);
    void moveAxisByUser(const TimelineGeometry &axis);
    void suspendFollowing(bool isSuspended);
    void follow();
    void updateScrollBars();
    void ensureLayers();
    void paintLayer();
    void paintOverview();
    void forgetLayers();
    /// All of the window is painted anew: the timeline's pictures, its dearest part, follow in the next turn.
    void letLayersStandIn();
    void paintOverlay(QPainter &painter);
    void paintOverviewFrame(QPainter &painter);
    void paintRange(QPainter &painter);
    void paintPointer(QPainter &painter);
    void paintPlayhead(QPainter &painter);
    void paintLatePicture(QPainter &painter);
    void updateStrip(Milliseconds time);
    int trackX(Milliseconds time) const;
    int overviewX(Milliseconds time) const;
    double zoomCentre() const;

    // Mouse, wheel, keys (timelineviewinput.cpp)
    bool isInTrack(const QPoint &place) const;
    double axisX(const QPoint &place) const;
    TimelineRow rowAt(const QPoint &place) const;
    void pressLeft(const QPoint &place, Qt::KeyboardModifiers modifiers);
    void pressMoments(const QPoint &place);
    void dragTo(const QPoint &place, Qt::KeyboardModifiers modifiers);
    void dragEdge(const QPoint &place, Qt::KeyboardModifiers modifiers);
    void dragRange(const QPoint &place, Qt::KeyboardModifiers modifiers);
    void dragOverview(const QPoint &place);
    void startEdgeDrag(const EdgeHit &hit, const QPoint &place);
    SnapTargets &snapTargets();
    void finishGesture(const QPoint &place);
    void cancelGesture();
    void autoScroll(const QPoint &place);
    Milliseconds snappedTime(Milliseconds time, Qt::KeyboardModifiers modifiers);
    std::optional<EdgeHit> edgeAt(const QPoint &place) const;
    std::optional<EdgeHit> edgeOf(int moment, const QPoint &place, int reach) const;
    void hover(const QPoint &place);
    void leave();
    void showToolTip(const QPoint &place, const QPoint &screenPlace);
    QString toolTipAt(const QPoint &place) const;
    bool zoomByGesture(const QNativeGestureEvent &event);
    void zoomByPinch(const QPinchGesture &pinch);
    void stepMoment(int step);

    TimelineScene m_scene;
    TimelineState m_state;
    TimelinePainter m_painter;
    TranscriptIndex m_transcript;
    /// Made when something is dragged for the first time.
    std::optional<SnapTargets> m_snapTargets;

    MomentId m_selectedId;
    std::optional<TimeSpan> m_range;
    Milliseconds m_playhead{0};
    std::optional<Milliseconds> m_latePicture;
    FollowMode m_followMode = FollowMode::Page;
    bool m_isPlaying = false;
    bool m_isFollowSuspended = false;
    bool m_isSnapping = true;
    bool m_isSettingScrollBars = false;
    bool m_showsFocus = false;

    QPixmap m_layer;
    QPixmap m_overview;
    /// Of the screen, for which the pictures are made.
    double m_scale = 0;
    bool m_isLayerValid = false;
    bool m_isOverviewValid = false;
    bool m_doLayersStandIn = false;
    QBasicTimer m_layerTimer;

    Gesture m_gesture = Gesture::None;
    QPoint m_pressPlace;
    QPoint m_lastPlace;
    Qt::KeyboardModifiers m_lastModifiers;
    Milliseconds m_pressTime{0};
    TimelineGeometry m_pressAxis;
    Edge m_dragEdge = Edge::Start;
    MomentId m_dragId;
    /// From the pointer to the edge, so that the edge does not jump when it is taken.
    double m_grabOffset = 0;
    QBasicTimer m_autoScrollTimer;
    std::optional<QPoint> m_pointer;
};

} // namespace Viral
