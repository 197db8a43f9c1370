// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rangebinder.h"

#include "ui/document/reviewdocument.h"
#include "ui/shell/transcriptbinder.h"
#include "ui/timeline/timelineview.h"
#include "ui/transcript/transcriptview.h"

namespace Viral {

RangeBinder::RangeBinder(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    bindRanges();
    bindEdges();
}

void RangeBinder::bindRanges()
{
    TimelineView *timeline = &m_parts.timeline;
    TranscriptView *transcript = &m_parts.transcript;
    connect(timeline, &TimelineView::rangeSelected, transcript, [transcript] { transcript->setRange(std::nullopt); });
    connect(transcript, &TranscriptView::rangeSelected, timeline, [timeline] { timeline->setRange(std::nullopt); });
}

void RangeBinder::bindEdges()
{
    TimelineView *timeline = &m_parts.timeline;
    TranscriptView *transcript = &m_parts.transcript;
    TranscriptBinder *text = &m_parts.text;
    connect(transcript, &TranscriptView::edgeDragMoved, timeline,
            [this, timeline](Edge edge, Milliseconds time) { timeline->setPreview(withEdge(edge, time)); });
    const auto end = [timeline] { timeline->setPreview(std::nullopt); };
    connect(transcript, &TranscriptView::edgeDragFinished, timeline, end);
    connect(transcript, &TranscriptView::edgeDragCancelled, timeline, end);
    connect(timeline, &TimelineView::edgeDragMoved, text,
            [this, text](const MomentId &id, Edge edge, Milliseconds time) {
                if (id == m_parts.document.currentMoment())
                    text->showDragged(withEdge(edge, time));
            });
    const auto endInText = [text] { text->showDragged(std::nullopt); };
    connect(timeline, &TimelineView::edgeDragFinished, text, endInText);
    connect(timeline, &TimelineView::edgeDragCancelled, text, endInText);
}

std::optional<TimeSpan> RangeBinder::withEdge(Edge edge, Milliseconds time) const
{
    const ReviewedMoment *moment = m_parts.document.current();
    if (!moment)
        return {};
    TimeSpan span = moment->current.span;
    (edge == Edge::Start ? span.start : span.end) = time;
    return span;
}

std::optional<TimeSpan> RangeBinder::selection() const
{
    return m_parts.transcript.range() ? m_parts.transcript.range() : m_parts.timeline.range();
}

std::optional<TimeSpan> RangeBinder::takeSelection()
{
    const std::optional<TimeSpan> selected = selection();
    m_parts.transcript.setRange(std::nullopt);
    m_parts.timeline.setRange(std::nullopt);
    return selected;
}

} // namespace Viral
