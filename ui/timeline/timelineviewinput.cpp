// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel, gestures and keys of the timeline.
#include "ui/timeline/timelineview.h"

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr int dragThreshold = 4;
constexpr Milliseconds shortestMoment{1000};
/// A wheel that is spun sends hundreds of steps at once; more than this is not meant.
constexpr int largestBurst = 600;
constexpr double wheelStep = 120;
/// Part of the view one step of the wheel moves.
constexpr double wheelShare = 0.1;
constexpr int scrollZone = 24;
constexpr int scrollTick = 16;
constexpr double largestGain = 8;

int stronger(const QPoint &delta)
{
    return std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y();
}

} // namespace

SnapTargets &TimelineView::snapTargets()
{
    if (!m_snapTargets)
        m_snapTargets = snapTargetsOf(m_transcript.transcript());
    return *m_snapTargets;
}

Milliseconds TimelineView::snappedTime(Milliseconds time, Qt::KeyboardModifiers modifiers)
{
    if (!m_isSnapping || modifiers.testFlag(Qt::ShiftModifier))
        return time;
    const std::optional<Snap> snap = snapFor(snapTargets(), time, axis().length(snapDistance));
    return snap ? snap->time : time;
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (m_gesture != Gesture::None)
        return;
    m_pressPlace = place;
    m_lastPlace = place;
    m_pressTime = timeAt(place);
    m_pressAxis = axis();
    if (event->button() == Qt::MiddleButton && place.x() >= metrics().headerWidth) {
        m_gesture = Gesture::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton && place.x() >= metrics().headerWidth) {
        pressLeft(place, event->modifiers());
    }
}

void TimelineView::pressLeft(const QPoint &place, Qt::KeyboardModifiers)
{
    switch (rowAt(place)) {
    case TimelineRow::Overview:
        m_gesture = Gesture::Overview;
        dragOverview(place);
        break;
    case TimelineRow::Ruler:
        m_gesture = Gesture::Scrub;
        Q_EMIT seekRequested(timeAt(place));
        break;
    case TimelineRow::Moments:
        pressMoments(place);
        break;
    case TimelineRow::Dropped:
        if (const auto dropped = droppedAt(place)) {
            Q_EMIT droppedActivated(m_scene.dropped()[*dropped].number);
            break;
        }
        m_gesture = Gesture::Pending;
        break;
    default:
        m_gesture = Gesture::Pending;
        break;
    }
}

void TimelineView::pressMoments(const QPoint &place)
{
    if (const auto hit = edgeAt(place)) {
        startEdgeDrag(*hit, place);
    } else if (const auto moment = momentAt(place)) {
        const MomentId id = m_scene.moments()[*moment].id;
        setSelected(id);
        Q_EMIT momentSelected(id);
    } else {
        m_gesture = Gesture::Pending;
    }
}

void TimelineView::startEdgeDrag(const EdgeHit &hit, const QPoint &place)
{
    const TimelineMoment moment = m_scene.moments()[hit.moment];
    if (moment.id != m_selectedId) {
        setSelected(moment.id);
        Q_EMIT momentSelected(moment.id);
    }
    // Whoever listens may have changed the moments.
    const std::optional<int> number = m_scene.indexOf(moment.id);
    if (!number)
        return;
    std::vector<TimeSpan> others;
    others.reserve(std::size_t(m_scene.moments().size()));
    for (const TimelineMoment &other : m_scene.moments()) {
        if (other.id != moment.id)
            others.push_back(other.span);
    }
    snapTargets().momentEdges = edgesOf(others);
    snapTargets().playhead = m_playhead;
    const Milliseconds edge = hit.edge == Edge::Start ? moment.span.start : moment.span.end;
    m_gesture = Gesture::Edge;
    m_dragEdge = hit.edge;
    m_dragId = moment.id;
    m_grabOffset = axis().x(edge) - axisX(place);
    m_state.preview = moment.span;
    layersChanged();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    m_lastPlace = place;
    m_lastModifiers = event->modifiers();
    hover(place);
    if (m_gesture == Gesture::None)
        return;
    dragTo(place, event->modifiers());
    autoScroll(place);
}

void TimelineView::dragTo(const QPoint &place, Qt::KeyboardModifiers modifiers)
{
    switch (m_gesture) {
    case Gesture::Pending:
        if (std::abs(place.x() - m_pressPlace.x()) < dragThreshold)
            break;
        m_gesture = Gesture::Range;
        snapTargets().playhead = m_playhead;
        [[fallthrough]];
    case Gesture::Range:
        dragRange(place, modifiers);
        break;
    case Gesture::Scrub:
        Q_EMIT seekRequested(timeAt(place));
        break;
    case Gesture::Edge:
        dragEdge(place, modifiers);
        break;
    case Gesture::Overview:
        dragOverview(place);
        break;
    case Gesture::Pan:
        moveAxisByUser(m_pressAxis.panned(m_pressPlace.x() - place.x()));
        break;
    case Gesture::None:
        break;
    }
}

void TimelineView::dragRange(const QPoint &place, Qt::KeyboardModifiers modifiers)
{
    const Milliseconds from = snappedTime(m_pressTime, modifiers);
    const Milliseconds to = snappedTime(timeAt(place), modifiers);
    setRange(TimeSpan{std::min(from, to), std::max(from, to)});
}

void TimelineView::dragEdge(const QPoint &place, Qt::KeyboardModifiers modifiers)
{
    TimeSpan span = *m_state.preview;
    const Milliseconds wanted = snappedTime(axis().time(axisX(place) + m_grabOffset), modifiers);
    Milliseconds &edge = m_dragEdge == Edge::Start ? span.start : span.end;
    const Milliseconds before = edge;
    edge = m_dragEdge == Edge::Start
               ? std::clamp(wanted, Milliseconds{0}, std::max(Milliseconds{0}, span.end - shortestMoment))
               : std::clamp(wanted, std::min(span.start + shortestMoment, m_scene.duration()), m_scene.duration());
    if (edge == before)
        return;
    const Milliseconds time = edge;
    m_state.preview = span;
    layersChanged();
    Q_EMIT edgeDragMoved(m_dragId, m_dragEdge, time);
}

void TimelineView::dragOverview(const QPoint &place)
{
    moveAxisByUser(axis().centredOn(axis().fittedToSource().time(axisX(place))));
}

void TimelineView::autoScroll(const QPoint &place)
{
    const bool isScrolling = m_gesture == Gesture::Edge || m_gesture == Gesture::Range || m_gesture == Gesture::Scrub;
    const bool isOutside =
        place.x() < metrics().headerWidth + scrollZone || place.x() > viewport()->width() - scrollZone;
    if (!isScrolling || !isOutside)
        m_autoScrollTimer.stop();
    else if (!m_autoScrollTimer.isActive())
        m_autoScrollTimer.start(scrollTick, this);
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_layerTimer.timerId()) {
        m_layerTimer.stop();
        m_doLayersStandIn = false;
        viewport()->update();
        return;
    }
    if (event->timerId() != m_autoScrollTimer.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const int left = metrics().headerWidth + scrollZone;
    const int right = viewport()->width() - scrollZone;
    const int beyond = m_lastPlace.x() < left ? m_lastPlace.x() - left : std::max(0, m_lastPlace.x() - right);
    moveAxisByUser(axis().panned(std::clamp(beyond, -4 * scrollZone, 4 * scrollZone) / 2.0));
    dragTo(m_lastPlace, m_lastModifiers);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        finishGesture(event->position().toPoint());
}

void TimelineView::finishGesture(const QPoint &place)
{
    m_autoScrollTimer.stop();
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (gesture == Gesture::Pending) {
        setRange({});
        Q_EMIT seekRequested(m_pressTime);
    } else if (gesture == Gesture::Range && m_range) {
        Q_EMIT rangeSelected(*m_range);
    } else if (gesture == Gesture::Edge) {
        const TimeSpan span = *m_state.preview;
        m_state.preview.reset();
        layersChanged();
        Q_EMIT edgeDragFinished(m_dragId, m_dragEdge, m_dragEdge == Edge::Start ? span.start : span.end);
    }
    hover(place);
}

void TimelineView::cancelGesture()
{
    m_autoScrollTimer.stop();
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (gesture == Gesture::Range)
        setRange({});
    if (gesture != Gesture::Edge)
        return;
    m_state.preview.reset();
    layersChanged();
    Q_EMIT edgeDragCancelled(m_dragId, m_dragEdge);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto moment = momentAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && moment)
        Q_EMIT momentActivated(m_scene.moments()[*moment].id);
    else
        mousePressEvent(event);
}

void TimelineView::hover(const QPoint &place)
{
    m_pointer = place;
    if (m_gesture == Gesture::None)
        viewport()->setCursor(edgeAt(place) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    viewport()->update();
}

void TimelineView::leave()
{
    m_pointer.reset();
    viewport()->update();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const bool isExact = !event->pixelDelta().isNull();
    const QPoint angle(std::clamp(event->angleDelta().x(), -largestBurst, largestBurst),
                       std::clamp(event->angleDelta().y(), -largestBurst, largestBurst));
    // Qt exchanges the axes while Alt is down; the stronger one is meant.
    const double steps = stronger(angle) / wheelStep;
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    if (isControl && event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_state.gain = std::clamp(m_state.gain * std::exp2(steps / 2), 1.0, largestGain);
        layersChanged();
    } else if (isControl) {
        const double x = std::clamp(axisX(event->position().toPoint()), 0.0, double(axis().width()));
        moveAxisByUser(axis().zoomed(std::exp2(steps / 2), x));
    } else if (event->modifiers().testFlag(Qt::AltModifier)) {
        QScrollBar *bar = verticalScrollBar();
        bar->setValue(bar->value() - int(std::lround(steps * bar->singleStep())));
    } else {
        // Parts of a pixel are kept by the axis, so that fine wheels add up.
        const double pixels = isExact ? stronger(event->pixelDelta()) : steps * axis().width() * wheelShare;
        moveAxisByUser(axis().panned(-pixels));
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_gesture != Gesture::None)
        return;
    // Called by a key it belongs to what is selected.
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const std::optional<int> moment = isKey ? m_state.selected : momentAt(event->pos());
    QPoint place = event->globalPos();
    if (isKey && moment)
        place = viewport()->mapToGlobal(momentRect(*moment).intersected(viewport()->rect()).center());
    if (!isKey && moment && m_state.selected != *moment)
        chooseMoment(*moment);
    Q_EMIT menuRequested(place, moment.has_value());
}

bool TimelineView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Leave:
        leave();
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    case QEvent::NativeGesture:
        if (zoomByGesture(*static_cast<QNativeGestureEvent *>(event)))
            return true;
        break;
    case QEvent::Gesture:
        if (const QGesture *gesture = static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture)) {
            zoomByPinch(*static_cast<const QPinchGesture *>(gesture));
            return true;
        }
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool TimelineView::zoomByGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    moveAxisByUser(axis().zoomed(1 + std::clamp(event.value(), -0.5, 1.0), axisX(event.position().toPoint())));
    return true;
}

void TimelineView::zoomByPinch(const QPinchGesture &pinch)
{
    const QPoint place = viewport()->mapFromGlobal(pinch.centerPoint().toPoint());
    moveAxisByUser(axis().zoomed(pinch.scaleFactor(), axisX(place)));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const double step = axis().width() * (event->modifiers().testFlag(Qt::ShiftModifier) ? 0.9 : 0.1);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomToSource();
    case Qt::Key_Home:
        moveAxisByUser(axis().withStart(Milliseconds{0}));
        Q_EMIT seekRequested(Milliseconds{0});
        return;
    case Qt::Key_End:
        moveAxisByUser(axis().withStart(axis().duration()));
        Q_EMIT seekRequested(axis().duration());
        return;
    case Qt::Key_Left:
        return moveAxisByUser(axis().panned(-step));
    case Qt::Key_Right:
        return moveAxisByUser(axis().panned(step));
    case Qt::Key_Up:
        return stepMoment(-1);
    case Qt::Key_Down:
        return stepMoment(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_state.selected)
            Q_EMIT momentActivated(m_selectedId);
        return;
    case Qt::Key_Escape:
        if (m_gesture == Gesture::None)
            break;
        return cancelGesture();
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void TimelineView::stepMoment(int step)
{
    const int count = int(m_scene.moments().size());
    if (count == 0)
        return;
    const int first = step > 0 ? 0 : count - 1;
    chooseMoment(m_state.selected ? std::clamp(*m_state.selected + step, 0, count - 1) : first);
}

} // namespace Viral
