// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/edgestepping.h"

#include <cstdlib>

namespace Viral {

namespace {

constexpr Milliseconds shortestEdited{1000};

/// Boundary \a number of the kind that \a edge sits on: starts for the start, ends for the end.
Milliseconds boundary(const TranscriptIndex &index, Edge edge, EdgeStep step, int number)
{
    if (step == EdgeStep::Sentence)
        return edge == Edge::Start ? index.sentenceStart(number) : index.sentenceEnd(number);
    const TimeSpan &word = index.transcript().words.at(number).span;
    return edge == Edge::Start ? word.start : word.end;
}

int boundaryCount(const TranscriptIndex &index, EdgeStep step)
{
    return static_cast<int>(step == EdgeStep::Sentence ? index.transcript().sentences.size()
                                                       : index.transcript().words.size());
}

std::optional<int> unitAt(const TranscriptIndex &index, EdgeStep step, Milliseconds time)
{
    return step == EdgeStep::Sentence ? index.sentenceAt(time) : index.wordAt(time);
}

} // namespace

TimeSpan steppedEdge(const TimeSpan &span, Edge edge, EdgeStep step, StepDirection direction,
                     const TranscriptIndex &index)
{
    const int count = boundaryCount(index, step);
    if (count == 0)
        return span;
    const Milliseconds from = edge == Edge::Start ? span.start : span.end;
    const int sign = direction == StepDirection::Later ? 1 : -1;
    // Begin one unit on the far side: overlapping units may put the nearest boundary there.
    int number = std::clamp(unitAt(index, step, from).value_or(0) - 2 * sign, 0, count - 1);
    for (; number >= 0 && number < count; number += sign) {
        const Milliseconds time = boundary(index, edge, step, number);
        if ((sign > 0 && time > from) || (sign < 0 && time < from))
            return movedEdge(span, edge, time, index.transcript().span());
    }
    return span;
}

TimeSpan movedEdge(const TimeSpan &span, Edge edge, Milliseconds time, const TimeSpan &source)
{
    TimeSpan moved = span;
    if (edge == Edge::Start)
        moved.start = std::max(source.start, std::min(time, span.end - shortestEdited));
    else
        moved.end = std::min(source.end, std::max(time, span.start + shortestEdited));
    return moved.isEmpty() ? span : moved;
}

Edge nearerEdge(const TimeSpan &span, Milliseconds time)
{
    return std::abs((time - span.start).count()) <= std::abs((time - span.end).count()) ? Edge::Start : Edge::End;
}

} // namespace Viral
