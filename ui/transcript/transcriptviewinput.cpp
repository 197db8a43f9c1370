// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of the transcript.
#include "ui/transcript/transcriptview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace Viral {

namespace {

constexpr int dragThreshold = 4;
constexpr int scrollTick = 16;
constexpr int fastestScroll = 40;

} // namespace

std::optional<TranscriptView::Place> TranscriptView::placeAt(const QPoint &place)
{
    if (m_blocks.count() == 0)
        return {};
    int top = -m_topOffset;
    int block = m_topBlock;
    while (block + 1 < m_blocks.count() && top + exactHeight(block) <= place.y())
        top += m_heights.height(block++);
    const TranscriptBlock &shown = m_blocks[block];
    const BlockLayout &layout = layoutOf(block);
    const Columns at = columns();
    // Beside the text the time in the margin is meant: the beginning of the sentence.
    const bool isMargin = place.x() < at.bar;
    const QPointF inText(place.x() - at.text, place.y() - top - spaceAbove(block));
    const int word = layout.wordAt(isMargin ? 0 : layout.characterAt(inText));
    return Place{block, word < 0 ? -1 : shown.words.first + word};
}

std::optional<Milliseconds> TranscriptView::timeAt(const QPoint &place) const
{
    const std::optional<Place> found = const_cast<TranscriptView *>(this)->placeAt(place);
    return found ? std::optional(spanOf(*found).start) : std::nullopt;
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressPlace = event->position().toPoint();
    m_lastPlace = m_pressPlace;
    m_isDragging = false;
    if (const std::optional<Edge> edge = edgeAt(m_pressPlace)) {
        m_draggedEdge = edge;
        m_spanBeforeDrag = *m_selected;
        return;
    }
    m_pressed = placeAt(m_pressPlace);
    const std::optional<Place> anchor = m_selection ? m_selection->anchor : m_caret;
    if (event->modifiers().testFlag(Qt::ShiftModifier) && anchor && m_pressed) {
        // Draws on from where it began.
        m_pressed = anchor;
        m_isDragging = true;
        dragTo(m_pressPlace);
    }
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    m_lastPlace = event->position().toPoint();
    if (!event->buttons().testFlag(Qt::LeftButton))
        viewport()->setCursor(edgeAt(m_lastPlace) ? Qt::SizeHorCursor : Qt::IBeamCursor);
    if ((!m_pressed && !m_draggedEdge) || !event->buttons().testFlag(Qt::LeftButton))
        return;
    if (!m_isDragging && (m_lastPlace - m_pressPlace).manhattanLength() < dragThreshold)
        return;
    m_isDragging = true;
    dragTo(m_lastPlace);
    const bool isOutside = m_lastPlace.y() < 0 || m_lastPlace.y() >= viewport()->height();
    if (!isOutside)
        m_autoScrollTimer.stop();
    else if (!m_autoScrollTimer.isActive())
        m_autoScrollTimer.start(scrollTick, this);
}

void TranscriptView::dragTo(const QPoint &place)
{
    const QPoint inside(place.x(), std::clamp(place.y(), 0, std::max(0, viewport()->height() - 1)));
    if (m_draggedEdge)
        return dragEdge(inside);
    const std::optional<Place> end = placeAt(inside);
    if (!end || !m_pressed)
        return;
    const Selection selection{*m_pressed, *end};
    if (m_selection == selection)
        return;
    m_selection = selection;
    viewport()->update();
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScrollTimer.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const int beyond = m_lastPlace.y() < 0 ? m_lastPlace.y() : m_lastPlace.y() - viewport()->height() + 1;
    moveBy(std::clamp(beyond / 2, -fastestScroll, fastestScroll));
    dragTo(m_lastPlace);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        finishDrag();
}

void TranscriptView::finishDrag()
{
    m_autoScrollTimer.stop();
    const std::optional<Place> pressed = std::exchange(m_pressed, std::nullopt);
    const bool wasDragging = std::exchange(m_isDragging, false);
    if (m_draggedEdge && wasDragging)
        return finishEdgeDrag();
    if (const std::optional<Edge> edge = std::exchange(m_draggedEdge, std::nullopt)) {
        Q_EMIT seekRequested(*edge == Edge::Start ? m_spanBeforeDrag.start : m_spanBeforeDrag.end);
        return;
    }
    if (!pressed)
        return;
    if (wasDragging) {
        m_caret = m_selection ? m_selection->end : *pressed;
        if (const std::optional<TimeSpan> span = range())
            Q_EMIT rangeSelected(*span);
        return;
    }
    m_selection.reset();
    m_caret = pressed;
    viewport()->update();
    Q_EMIT seekRequested(spanOf(*pressed).start);
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    suspendFollowing(m_isPlaying);
    QAbstractScrollArea::wheelEvent(event);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelected();
    if (m_draggedEdge && event->key() == Qt::Key_Escape)
        return cancelEdgeDrag();
    if (pressCaretKey(*event))
        return;
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        return bar->triggerAction(QAbstractSlider::SliderToMinimum);
    case Qt::Key_End:
        return bar->triggerAction(QAbstractSlider::SliderToMaximum);
    case Qt::Key_Up:
        return bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Down:
        return bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::optional<Edge> edge = edgeAt(help->pos());
        if (edge)
            QToolTip::showText(help->globalPos(), edgeText(*edge), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    // Called by a key it belongs to the caret.
    const std::optional<int> word = event->reason() == QContextMenuEvent::Keyboard ? caretWord() : std::nullopt;
    Q_EMIT menuRequested(word ? viewport()->mapToGlobal(wordRect(*word).bottomLeft()) : event->globalPos());
}

void TranscriptView::copySelected()
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace Viral
