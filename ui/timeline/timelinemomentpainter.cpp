// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of moments and of dropped candidates.
#include "core/base/timetext.h"
#include "ui/style/metrics.h"
#include "ui/timeline/timelinepaintcontext.h"

namespace Viral {

using namespace Qt::StringLiterals;

void TimelinePainter::paintMoments(const Context &context)
{
    if (!context.isVisible(context.state.layout.moments))
        return;
    const TimelineScene &scene = context.scene;
    const auto range = scene.momentsIn(context.visible);
    for (int i = range.first; i < range.end; ++i) {
        if (context.state.selected != i)
            paintMoment(context, i, scene.moments()[i].span);
    }
    if (!context.state.selected)
        return;
    const int selected = *context.state.selected;
    const TimeSpan span = context.state.preview.value_or(scene.moments()[selected].span);
    if (!span.overlaps(context.visible))
        return;
    paintMoment(context, selected, span);
    paintSelection(context, span, scene.laneOf(selected));
}

void TimelinePainter::paintMoment(const Context &context, int number, const TimeSpan &span)
{
    const TimelineMoment &moment = context.scene.moments()[number];
    const QRect box = momentBox(context.state, span, context.scene.laneOf(number));
    if (box.bottom() < context.metrics().fixedHeight() || box.top() >= context.state.size.height())
        return;
    paintMomentBox(context, moment, box, context.state.selected == number);
    if (moment.decision != Decision::Undecided)
        context.painter.fillRect(box.left(), box.bottom() - 1, box.width(), 2, m_colours.decision(moment.decision));
    // The words stay in sight while the box leaves to the left.
    QRect shown = box;
    shown.setLeft(std::max(box.left() + scoreStrip, context.metrics().headerWidth));
    if (shown.width() >= narrowestMark - scoreStrip)
        paintMomentText(context, moment, shown);
}

void TimelinePainter::paintMomentBox(const Context &context, const TimelineMoment &moment, const QRect &box,
                                     bool isSelected)
{
    QPainter &painter = context.painter;
    const bool isRejected = moment.decision == Decision::Rejected;
    const std::size_t score = scoreIndex(moment.score);
    const QColor &strip = moment.score > 0 ? m_scores[score] : m_colours.textInactive;
    const bool isNarrow = box.width() < narrowestText && moment.score > 0;
    const QColor &ground = isSelected   ? m_colours.accentArea
                           : isRejected ? m_colours.base
                           : isNarrow   ? m_scoreAreas[score]
                                        : m_colours.raised;
    if (isRejected) {
        painter.fillRect(box, m_colours.hairline);
        painter.fillRect(box.adjusted(0, 1, -1, -1), ground);
    } else if (box.width() > scoreStrip) {
        painter.fillRect(box, ground);
    }
    painter.fillRect(box.left(), box.top(), std::min(scoreStrip, box.width()), box.height(), strip);
}

void TimelinePainter::paintMomentText(const Context &context, const TimelineMoment &moment, const QRect &box)
{
    QPainter &painter = context.painter;
    const QPixmap &mark = m_marks[std::size_t(moment.decision)];
    painter.drawPixmap(QPoint(box.left() + smallGap, box.top() + (box.height() - markSide) / 2), mark);
    QRectF place = box.adjusted(smallGap + markSide + smallGap, 0, -smallGap, 0);
    if (box.width() < narrowestText)
        return;
    painter.setPen(moment.decision == Decision::Rejected ? m_colours.textSecondary : m_colours.text);
    if (moment.score > 0) {
        const QString score = QString::number(moment.score, 'f', 1);
        const double width = m_strong.widthOf(score);
        if (place.width() < width)
            return;
        m_strong.draw(painter, QRectF(place.left(), place.top(), width + smallGap, place.height()), score);
        place.setLeft(place.left() + width + normalGap);
    }
    if (moment.isEdited && place.width() > narrowestMark) {
        painter.fillRect(QRectF(place.right() - 3, place.center().y() - 2, 4, 4), m_colours.accent);
        place.setRight(place.right() - normalGap);
    }
    if (place.width() >= narrowestMark)
        m_normal.draw(painter, place, moment.title);
}

void TimelinePainter::paintSelection(const Context &context, const TimeSpan &span, int lane)
{
    const QRect box = momentBox(context.state, span, lane);
    QPainter &painter = context.painter;
    const QColor &accent = m_colours.accent;
    painter.fillRect(box.left(), box.top() - 1, box.width(), 2, accent);
    painter.fillRect(box.left(), box.bottom(), box.width(), 2, accent);
    // Handles lie outside the box, where they hide neither the score nor a word.
    painter.fillRect(box.left() - 3, box.top() - 1, 4, box.height() + 2, accent);
    painter.fillRect(box.right(), box.top() - 1, 4, box.height() + 2, accent);
    paintLength(context, span, box);
}

QString TimelinePainter::lengthText(const TimeSpan &span, const TimeSpan &limits)
{
    const QString wrong = limitText(span.duration(), limits);
    const QString length = secondsText(span.duration());
    return wrong.isEmpty() ? length : length + u" · "_s + wrong;
}

bool TimelinePainter::isFree(const Context &context, const QRect &place) const
{
    const int header = context.metrics().headerWidth;
    const TimeSpan covered{context.state.geometry.time(place.left() - header),
                           context.state.geometry.time(place.right() - header)};
    const auto range = context.scene.momentsIn(covered);
    for (int i = range.first; i < range.end; ++i) {
        const QRect box = momentBox(context.state, context.scene.moments()[i].span, context.scene.laneOf(i));
        if (context.state.selected != i && box.intersects(place))
            return false;
    }
    return true;
}

QRect TimelinePainter::lengthPlace(const Context &context, const QRect &box, int width) const
{
    const QRect behind(box.right() + normalGap, box.top() + 2, width, box.height() - 4);
    const QRect before = behind.translated(box.left() - normalGap - behind.right(), 0);
    const int end = context.state.size.width();
    const bool isRoomBehind = behind.right() < end;
    const bool isRoomBefore = before.left() >= context.metrics().headerWidth;
    // Where it hides no other moment; else where there is room, else at the end of what can be seen of the box.
    if (isRoomBehind && (isFree(context, behind) || !isRoomBefore || !isFree(context, before)))
        return behind;
    QRect place = before;
    if (!isRoomBefore)
        place.moveRight(std::min(box.right(), end) - normalGap);
    return place;
}

void TimelinePainter::paintLength(const Context &context, const TimeSpan &span, const QRect &box)
{
    const QString text = lengthText(span, context.state.limits);
    const bool isWrong = !limitText(span.duration(), context.state.limits).isEmpty();
    const int markWidth = isWrong ? markSide : 0;
    const int width = int(std::ceil(m_small.widthOf(text))) + 2 * normalGap + markWidth;
    const QRect pill = lengthPlace(context, box, width);
    QPainter &painter = context.painter;
    painter.fillRect(pill, m_colours.window);
    painter.setPen(isWrong ? m_colours.caution : m_colours.line);
    painter.drawRect(pill.adjusted(0, 0, -1, -1));
    QRectF place = pill.adjusted(normalGap, 0, -smallGap, 0);
    if (isWrong) {
        const bool isLong = span.duration() > context.state.limits.end;
        const double middle = place.center().y();
        const double tip = isLong ? middle - 4 : middle + 4;
        const double foot = isLong ? middle + 3 : middle - 3;
        const std::array corners{QPointF(place.left(), foot), QPointF(place.left() + 8, foot),
                                 QPointF(place.left() + 4, tip)};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours.caution);
        painter.drawConvexPolygon(corners.data(), int(corners.size()));
        painter.setRenderHint(QPainter::Antialiasing, false);
        place.setLeft(place.left() + markWidth);
    }
    painter.setPen(isWrong ? m_colours.caution : m_colours.text);
    m_small.draw(painter, place, text);
}

void TimelinePainter::paintDropped(const Context &context)
{
    const RowPlace &row = context.state.layout.dropped;
    if (!context.isVisible(row))
        return;
    QPainter &painter = context.painter;
    const auto range = context.scene.droppedIn(context.visible);
    for (int i = range.first; i < range.end; ++i) {
        const TimelineDropped &dropped = context.scene.dropped()[i];
        const int left = context.x(dropped.span.start);
        const QRect box(left, context.top(row), std::max(3, context.x(dropped.span.end) - left - 1), row.height);
        painter.fillRect(box, m_colours.base);
        painter.fillRect(box.left(), box.top(), 2, box.height(), m_colours.textInactive);
        int lineStart = box.left();
        const int shown = std::max(box.left() + 2, context.metrics().headerWidth);
        if (box.right() - shown >= narrowestText) {
            const QRectF place(shown + smallGap, box.top(), box.right() - shown - 2 * smallGap, box.height());
            painter.setPen(m_colours.textSecondary);
            m_normal.draw(painter, place, dropped.label);
            lineStart = shown + int(m_normal.widthOf(dropped.label)) + 2 * normalGap;
        }
        if (lineStart < box.right())
            painter.fillRect(lineStart, box.center().y(), box.right() - lineStart, 1, m_colours.textInactive);
    }
}

} // namespace Viral
