// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "ui/style/timedisplay.h"
#include "ui/timeline/timelineaccessible.h"

#include <QFocusEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <cmath>

namespace Viral {

using namespace std::chrono_literals;

namespace {

/// Half the width of the strip that is painted anew when the playhead moves.
constexpr int playheadReach = 6;
constexpr double keyZoom = 1.5;
/// Part of the view left of the playhead after a page was turned.
constexpr double pageLead = 0.1;
constexpr int fitMargin = 48;

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installTimelineAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    // Time runs from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(tr("Timeline"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAttribute(Qt::WA_NoSystemBackground);
    viewport()->grabGesture(Qt::PinchGesture);
    m_state.limits = {40s, 90s};
    setLook();
}

TimelineView::~TimelineView() = default;

void TimelineView::clear()
{
    setDuration(Milliseconds{0});
    m_scene = {};
    m_transcript = {};
    m_snapTargets.reset();
    m_range.reset();
    forgetLayers();
    setMoments({});
}

void TimelineView::setDuration(Milliseconds duration)
{
    if (m_scene.duration() == duration)
        return;
    m_scene.setDuration(duration);
    changeAxis(m_state.geometry.withDuration(duration));
    contentChanged();
}

void TimelineView::setMoments(QList<TimelineMoment> moments)
{
    m_scene.setMoments(std::move(moments));
    if (m_gesture == Gesture::Edge && !m_scene.indexOf(m_dragId))
        cancelGesture();
    m_state.selected = m_scene.indexOf(m_selectedId);
    if (!m_state.selected)
        m_selectedId = {};
    contentChanged();
    tellAccessibleReset(*this);
}

void TimelineView::setDropped(QList<TimelineDropped> dropped)
{
    m_scene.setDropped(std::move(dropped));
    contentChanged();
}

void TimelineView::setChunks(QList<TimelineChunk> chunks)
{
    m_scene.setChunks(std::move(chunks));
    contentChanged();
}

void TimelineView::setRibbon(QList<RibbonPoint> ribbon)
{
    m_scene.setRibbon(std::move(ribbon));
    contentChanged();
}

void TimelineView::setUsed(QList<TimeSpan> used)
{
    m_scene.setUsed(std::move(used));
    contentChanged();
}

void TimelineView::setSounds(QList<TimelineSound> sounds)
{
    m_scene.setSounds(std::move(sounds));
    contentChanged();
}

void TimelineView::setTranscript(const TranscriptIndex &index)
{
    if (m_transcript.isSharedWith(index))
        return;
    m_transcript = index;
    m_scene.setSpeakers(speakersOf(index));
    m_snapTargets.reset();
    contentChanged();
}

void TimelineView::setPeaks(std::shared_ptr<const PeakPyramid> peaks)
{
    m_scene.setPeaks(std::move(peaks));
    peaksGrown();
}

void TimelineView::peaksGrown()
{
    m_isLayerValid = false;
    viewport()->update();
}

void TimelineView::setSoundNote(const QString &note)
{
    m_state.soundNote = note;
    layersChanged();
}

void TimelineView::setTimes(const TimecodeFormat &times)
{
    m_state.times = times;
    layersChanged();
}

void TimelineView::setTimeDisplay(const TimeDisplay &display)
{
    connect(&display, &TimeDisplay::changed, this, [this, &display] { setTimes(display.format()); });
    setTimes(display.format());
}

void TimelineView::setPreview(const std::optional<TimeSpan> &span)
{
    if (m_gesture == Gesture::Edge || m_state.preview == span)
        return;
    m_state.preview = span;
    layersChanged();
}

void TimelineView::setLimits(const TimeSpan &limits)
{
    m_state.limits = limits;
    layersChanged();
}

void TimelineView::setPlayhead(Milliseconds time)
{
    if (m_playhead == time)
        return;
    updateStrip(m_playhead);
    m_playhead = time;
    follow();
    updateStrip(m_playhead);
}

void TimelineView::setLatePicture(std::optional<Milliseconds> time)
{
    if (m_latePicture == time)
        return;
    for (const auto &place : {std::exchange(m_latePicture, time), time}) {
        if (place)
            updateStrip(*place);
    }
}

void TimelineView::setPlaying(bool isPlaying)
{
    m_isPlaying = isPlaying;
    if (!isPlaying)
        return;
    suspendFollowing(false);
    follow();
}

void TimelineView::setFollowMode(FollowMode mode)
{
    m_followMode = mode;
    suspendFollowing(false);
    follow();
}

void TimelineView::follow()
{
    if (m_followMode == FollowMode::None || m_gesture != Gesture::None || (m_isPlaying && m_isFollowSuspended))
        return;
    if (m_followMode == FollowMode::Centre)
        changeAxis(m_state.geometry.centredOn(m_playhead));
    else if (!m_state.geometry.shows(m_playhead))
        changeAxis(m_state.geometry.withStart(m_playhead - m_state.geometry.length(axis().width() * pageLead)));
}

void TimelineView::suspendFollowing(bool isSuspended)
{
    m_isFollowSuspended = isSuspended;
}

void TimelineView::setSelected(const MomentId &id)
{
    const std::optional<int> number = m_scene.indexOf(id);
    const MomentId shown = number ? id : MomentId{};
    if (shown == m_selectedId)
        return;
    if (m_gesture == Gesture::Edge && shown != m_dragId)
        cancelGesture();
    m_selectedId = shown;
    m_state.selected = number;
    layersChanged();
    tellAccessibleSelection(*this);
}

void TimelineView::chooseMoment(int moment)
{
    const TimelineMoment &chosen = m_scene.moments()[moment];
    const MomentId id = chosen.id;
    setSelected(id);
    reveal(chosen.span);
    Q_EMIT momentSelected(id);
}

void TimelineView::setRange(std::optional<TimeSpan> range)
{
    m_range = range;
    viewport()->update();
}

void TimelineView::setAxis(const TimelineGeometry &axis)
{
    changeAxis(axis);
}

QSize TimelineView::sizeHint() const
{
    return {960, 260};
}

QSize TimelineView::minimumSizeHint() const
{
    // Down to the first lane of moments, with everything above it as low as it gets.
    TimelineMetrics low = metrics();
    low.waveformHeight = TimelineMetrics::lowestWaveform;
    const TimelineLayout least = layoutOf({.speakerLanes = 2, .momentLanes = 1, .hasChunks = true}, low);
    return {low.headerWidth + 160, low.fixedHeight() + least.scrolledHeight};
}

void TimelineView::zoomIn()
{
    moveAxisByUser(m_state.geometry.zoomed(keyZoom, zoomCentre()));
}

void TimelineView::zoomOut()
{
    moveAxisByUser(m_state.geometry.zoomed(1 / keyZoom, zoomCentre()));
}

void TimelineView::zoomToSource()
{
    moveAxisByUser(m_state.geometry.fittedToSource());
}

void TimelineView::zoomToSelected()
{
    if (m_state.selected)
        moveAxisByUser(m_state.geometry.fittedTo(m_scene.moments()[*m_state.selected].span, fitMargin));
}

void TimelineView::reveal(const TimeSpan &span)
{
    const TimelineGeometry &axis = m_state.geometry;
    const double left = axis.x(span.start) - fitMargin;
    const double right = axis.x(span.end) + fitMargin;
    if (left >= 0 && right <= axis.width())
        return;
    if (right - left > axis.width() || left < 0)
        changeAxis(axis.panned(left));
    else
        changeAxis(axis.panned(right - axis.width()));
}

double TimelineView::zoomCentre() const
{
    return axis().shows(m_playhead) ? axis().x(m_playhead) : axis().width() / 2.0;
}

void TimelineView::changeAxis(const TimelineGeometry &axis)
{
    if (axis == m_state.geometry)
        return;
    m_state.geometry = axis;
    updateScrollBars();
    layersChanged();
}

void TimelineView::moveAxisByUser(const TimelineGeometry &axis)
{
    if (axis == m_state.geometry)
        return;
    if (m_isPlaying)
        suspendFollowing(true);
    changeAxis(axis);
}

void TimelineView::contentChanged()
{
    m_isOverviewValid = false;
    layOut();
    layersChanged();
}

void TimelineView::layersChanged()
{
    m_isLayerValid = false;
    viewport()->update();
}

void TimelineView::layOut()
{
    const TimelineParts parts{.speakerLanes = int(m_scene.speakers().ids.size()),
                              .momentLanes = m_scene.momentLaneCount(),
                              .hasChunks = !m_scene.chunks().isEmpty(),
                              .hasDropped = !m_scene.dropped().isEmpty(),
                              .hasRibbon = !m_scene.ribbon().isEmpty()};
    m_state.layout = fittedLayoutOf(parts, m_painter.metrics(), viewport()->height());
    updateScrollBars();
}

void TimelineView::updateScrollBars()
{
    const QScopedValueRollback guard(m_isSettingScrollBars, true);
    QScrollBar *across = horizontalScrollBar();
    across->setRange(0, axis().scrollMaximum());
    across->setPageStep(axis().width());
    across->setSingleStep(std::max(1, axis().width() / 20));
    across->setValue(axis().scrollValue());
    QScrollBar *down = verticalScrollBar();
    const int room = std::max(0, viewport()->height() - metrics().fixedHeight());
    down->setRange(0, std::max(0, m_state.layout.scrolledHeight - room));
    down->setPageStep(room);
    down->setSingleStep(metrics().momentPitch());
    m_state.scroll = down->value();
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_isSettingScrollBars)
        return;
    m_state.scroll = verticalScrollBar()->value();
    moveAxisByUser(m_state.geometry.withScrollValue(horizontalScrollBar()->value()));
    layersChanged();
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    letLayersStandIn();
    m_state.size = viewport()->size();
    m_isOverviewValid = false;
    changeAxis(m_state.geometry.withWidth(viewport()->width() - metrics().headerWidth));
    layOut();
    layersChanged();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::ApplicationFontChange:
        letLayersStandIn();
        setLook();
        break;
    case QEvent::LanguageChange:
        setAccessibleName(tr("Timeline"));
        setLook();
        break;
    default:
        break;
    }
}

void TimelineView::setLook()
{
    m_painter.setLook(coloursFor(palette()), font(), devicePixelRatioF());
    layOut();
    changeAxis(m_state.geometry.withWidth(viewport()->width() - metrics().headerWidth));
    m_isOverviewValid = false;
    layersChanged();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    // Who clicks sees where he is.
    m_showsFocus = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *)
{
    m_showsFocus = false;
    viewport()->update();
}

int TimelineView::trackX(Milliseconds time) const
{
    return viewportX(m_state, time);
}

int TimelineView::overviewX(Milliseconds time) const
{
    const TimelineGeometry whole = axis().fittedToSource();
    return metrics().headerWidth + std::min(int(whole.x(time)), whole.width() - 1);
}

void TimelineView::updateStrip(Milliseconds time)
{
    const int x = trackX(time);
    viewport()->update(x - playheadReach, metrics().overviewHeight, 2 * playheadReach + 1, viewport()->height());
    viewport()->update(overviewX(time) - 1, 0, 3, metrics().overviewHeight);
}

} // namespace Viral
