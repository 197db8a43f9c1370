// SPDX-License-Identifier: GPL-3.0-or-later
// The edges of the selected moment: where they can be taken, and what they tell.
#include "core/base/timetext.h"
#include "ui/transcript/transcriptview.h"

#include <cmath>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

constexpr int edgeReach = 6;
constexpr Milliseconds shortestMoment{1000};

QString signedSeconds(Milliseconds difference)
{
    return (difference < Milliseconds{0} ? u"−"_s : u"+"_s) + secondsText(std::chrono::abs(difference));
}

} // namespace

void TranscriptView::setSelected(std::optional<TimeSpan> span, std::optional<TimeSpan> proposed)
{
    // What is being dragged is another one now.
    if (m_draggedEdge && span != m_spanBeforeDrag)
        cancelEdgeDrag();
    m_proposed = proposed;
    m_proposedWords = proposed ? m_index.wordsIn(*proposed) : TranscriptIndex::Range{};
    if (!m_draggedEdge)
        showSpan(span);
}

void TranscriptView::showSpan(const std::optional<TimeSpan> &span)
{
    m_selected = span;
    m_selectedWords = span ? m_index.wordsIn(*span) : TranscriptIndex::Range{};
    m_selectedSentences = span ? m_index.sentencesIn(*span) : TranscriptIndex::Range{};
    viewport()->update();
}

QLineF TranscriptView::edgeLine(Edge edge) const
{
    if (!m_selected)
        return {};
    auto *self = const_cast<TranscriptView *>(this);
    const bool isStart = edge == Edge::Start;
    Place place;
    if (!m_selectedWords.isEmpty())
        place = placeOfWord(isStart ? m_selectedWords.first : m_selectedWords.end - 1);
    else if (m_index.transcript().words.isEmpty() && !m_selectedSentences.isEmpty())
        place.block = m_blocks.blockAt(isStart ? m_selectedSentences.first : m_selectedSentences.end - 1,
                                       isStart ? 0 : std::numeric_limits<int>::max());
    else
        return {};
    const std::optional<int> top = topOf(place.block);
    if (!top)
        return {};
    const CharRange range = self->charactersOf(place);
    const BlockLayout &layout = self->layoutOf(place.block);
    const QLineF line = isStart ? layout.startOf(range) : layout.endOf(range);
    return line.translated(columns().text, *top + spaceAbove(place.block));
}

std::optional<Edge> TranscriptView::edgeAt(const QPoint &place) const
{
    for (const Edge edge : {Edge::Start, Edge::End}) {
        const QLineF line = edgeLine(edge);
        if (!line.isNull() && std::abs(place.x() - line.x1()) <= edgeReach && place.y() >= line.y1() &&
            place.y() < line.y2())
            return edge;
    }
    return {};
}

std::optional<Milliseconds> TranscriptView::edgeTimeAt(const QPoint &place, Edge edge)
{
    const std::optional<Place> found = placeAt(place);
    if (!found)
        return {};
    const QPointF inText(place.x() - columns().text,
                         place.y() - topOf(found->block).value_or(0) - spaceAbove(found->block));
    const BlockLayout &layout = layoutOf(found->block);
    const CharRange range = charactersOf(*found);
    // In the farther half of a word the boundary behind it is nearer.
    const bool isFarHalf = 2 * layout.characterAt(inText) >= range.start + range.end;
    std::optional<Place> wanted = found;
    if (edge == Edge::Start && isFarHalf)
        wanted = neighbour(*found, 1);
    else if (edge == Edge::End && !isFarHalf)
        wanted = neighbour(*found, -1);
    if (!wanted)
        return {};
    return edge == Edge::Start ? spanOf(*wanted).start : spanOf(*wanted).end;
}

void TranscriptView::dragEdge(const QPoint &place)
{
    const std::optional<Milliseconds> time = edgeTimeAt(place, *m_draggedEdge);
    if (!time || !m_selected)
        return;
    TimeSpan span = *m_selected;
    (*m_draggedEdge == Edge::Start ? span.start : span.end) = *time;
    if (span == *m_selected || span.duration() < shortestMoment)
        return;
    showSpan(span);
    Q_EMIT edgeDragMoved(*m_draggedEdge, *time);
}

void TranscriptView::finishEdgeDrag()
{
    m_autoScrollTimer.stop();
    const Edge edge = *std::exchange(m_draggedEdge, std::nullopt);
    const TimeSpan span = m_selected.value_or(m_spanBeforeDrag);
    // Whoever listens decides; until then it is as it was.
    showSpan(m_spanBeforeDrag);
    if (span != m_spanBeforeDrag)
        Q_EMIT edgeDragFinished(edge, edge == Edge::Start ? span.start : span.end);
}

void TranscriptView::cancelEdgeDrag()
{
    m_autoScrollTimer.stop();
    const Edge edge = *std::exchange(m_draggedEdge, std::nullopt);
    showSpan(m_spanBeforeDrag);
    Q_EMIT edgeDragCancelled(edge);
}

QString TranscriptView::lengthText(Milliseconds length) const
{
    if (length > m_limits.end)
        return tr("%1, more than %2").arg(secondsText(length), secondsText(m_limits.end));
    if (length < m_limits.start)
        return tr("%1, less than %2").arg(secondsText(length), secondsText(m_limits.start));
    return secondsText(length);
}

QString TranscriptView::edgeText(Edge edge) const
{
    const bool isStart = edge == Edge::Start;
    const Milliseconds time = isStart ? m_selected->start : m_selected->end;
    QString text =
        (isStart ? tr("Start %1") : tr("End %1")).arg(m_display ? m_display->text(time) : exactTimeText(time));
    if (m_proposed) {
        const Milliseconds difference = time - (isStart ? m_proposed->start : m_proposed->end);
        text += u'\n' + (difference == Milliseconds{0}
                             ? tr("where it was proposed")
                             : tr("%1 from where it was proposed").arg(signedSeconds(difference)));
    }
    if (!m_selectedWords.isEmpty()) {
        const QList<Word> &words = m_index.transcript().words;
        const Milliseconds air =
            isStart ? words[m_selectedWords.first].span.start - time : time - words[m_selectedWords.end - 1].span.end;
        if (air > Milliseconds{0})
            text += u'\n' + (isStart ? tr("%1 of air before the first word") : tr("%1 of air after the last word"))
                                .arg(secondsText(air));
        else if (air < Milliseconds{0})
            text += u'\n' + tr("inside a word: %1 of it are cut off").arg(secondsText(-air));
    }
    return text;
}

} // namespace Viral
