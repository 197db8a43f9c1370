// SPDX-License-Identifier: GPL-3.0-or-later
// What lies at a place of the timeline, and what is said about it.
#include "ui/style/timedisplay.h"
#include "ui/timeline/timelineview.h"

#include <QToolTip>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr int selectedReach = 8;
constexpr int otherReach = 4;
/// Narrower boxes are clicked, not trimmed, unless they are selected.
constexpr int narrowestTrim = 24;

} // namespace

bool TimelineView::isInTrack(const QPoint &place) const
{
    return place.x() >= metrics().headerWidth && place.y() >= metrics().overviewHeight;
}

double TimelineView::axisX(const QPoint &place) const
{
    return place.x() - metrics().headerWidth;
}

TimelineRow TimelineView::rowAt(const QPoint &place) const
{
    return m_state.layout.rowAt(place.y(), m_state.scroll);
}

Milliseconds TimelineView::timeAt(const QPoint &place) const
{
    return axis().time(axisX(place));
}

std::optional<int> TimelineView::momentAt(const QPoint &place) const
{
    if (place.x() < metrics().headerWidth || rowAt(place) != TimelineRow::Moments)
        return {};
    const int lane = m_state.layout.momentLaneAt(place.y(), m_state.scroll);
    if (lane < 0)
        return {};
    return m_scene.momentAt(lane, timeAt(place), axis().length(1));
}

std::optional<int> TimelineView::droppedAt(const QPoint &place) const
{
    if (place.x() < metrics().headerWidth || rowAt(place) != TimelineRow::Dropped)
        return {};
    return m_scene.droppedAt(timeAt(place), axis().length(1));
}

QRect TimelineView::momentRect(int moment) const
{
    return momentBox(m_state, m_scene.moments()[moment].span, m_scene.laneOf(moment));
}

std::optional<TimelineView::EdgeHit> TimelineView::edgeAt(const QPoint &place) const
{
    if (place.x() < metrics().headerWidth || rowAt(place) != TimelineRow::Moments)
        return {};
    if (m_state.selected) {
        if (const auto hit = edgeOf(*m_state.selected, place, selectedReach))
            return hit;
    }
    const std::optional<int> moment = momentAt(place);
    if (!moment || momentRect(*moment).width() < narrowestTrim)
        return {};
    return edgeOf(*moment, place, otherReach);
}

std::optional<TimelineView::EdgeHit> TimelineView::edgeOf(int moment, const QPoint &place, int reach) const
{
    const QRect box = momentRect(moment);
    if (place.y() < box.top() || place.y() > box.bottom())
        return {};
    // A third of the box stays free for clicking it.
    const int inside = std::min(reach, box.width() / 3);
    const int fromStart = place.x() - box.left();
    const int fromEnd = place.x() - box.right() - 1;
    if (fromStart >= -reach && fromStart <= inside)
        return EdgeHit{.moment = moment, .edge = Edge::Start};
    if (fromEnd <= reach && fromEnd >= -inside)
        return EdgeHit{.moment = moment, .edge = Edge::End};
    return {};
}

void TimelineView::showToolTip(const QPoint &place, const QPoint &screenPlace)
{
    const QString text = toolTipAt(place);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(screenPlace, text, viewport());
}

QString TimelineView::toolTipAt(const QPoint &place) const
{
    const auto timeText = [this](Milliseconds time) { return shortTimeText(time, m_state.times); };
    const auto spanText = [&](const TimeSpan &span) { return timeText(span.start) + u" – "_s + timeText(span.end); };
    // Titles are foreign text: escaped, so that none is taken for markup.
    if (const auto moment = momentAt(place)) {
        const TimelineMoment &shown = m_scene.moments()[*moment];
        return spokenMoment(*moment + 1, shown, m_state.times).toHtmlEscaped();
    }
    if (const auto dropped = droppedAt(place)) {
        const TimelineDropped &shown = m_scene.dropped()[*dropped];
        return tr("Dropped: %1, %2").arg(shown.label, spanText(shown.span)).toHtmlEscaped();
    }
    if (rowAt(place) == TimelineRow::Waveform && place.x() >= metrics().headerWidth) {
        if (const auto sound = m_scene.soundAt(timeAt(place), axis().length(4)))
            return (m_scene.sounds()[*sound].label + u", "_s + timeText(m_scene.sounds()[*sound].span.start))
                .toHtmlEscaped();
    }
    if (rowAt(place) == TimelineRow::Ruler && place.x() >= metrics().headerWidth) {
        const auto used = m_scene.usedIn({timeAt(place), timeAt(place) + Milliseconds{1}});
        for (int i = used.first; i < used.end; ++i) {
            if (m_scene.used()[i].contains(timeAt(place)))
                return tr("Already used: %1").arg(spanText(m_scene.used()[i]));
        }
    }
    if (rowAt(place) != TimelineRow::Chunks || place.x() < metrics().headerWidth)
        return {};
    const std::optional<int> number = m_scene.chunkAt(timeAt(place));
    if (!number)
        return {};
    return spokenChunk(m_scene.chunks()[*number], m_state.times).toHtmlEscaped();
}

} // namespace Viral
