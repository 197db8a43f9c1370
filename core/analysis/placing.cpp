// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/placing.h"

#include "core/base/timetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

bool exists(int sentence, const TranscriptIndex &index)
{
    return sentence >= 0 && sentence < index.transcript().sentences.size();
}

std::optional<ProposedEdge> startOf(const Candidate &candidate, const TranscriptIndex &index)
{
    if (candidate.startSentence)
        return ProposedEdge{index.sentenceStart(*candidate.startSentence), candidate.startSentence};
    if (candidate.startTime)
        return ProposedEdge{*candidate.startTime, std::nullopt};
    return std::nullopt;
}

std::optional<ProposedEdge> endOf(const Candidate &candidate, const TranscriptIndex &index)
{
    if (candidate.endSentence)
        return ProposedEdge{index.sentenceEnd(*candidate.endSentence), candidate.endSentence};
    if (candidate.endTime)
        return ProposedEdge{*candidate.endTime, std::nullopt};
    return std::nullopt;
}

tl::unexpected<Discard> misplaced(const QString &rule, const QString &measured, const QString &reason)
{
    return discarded(FunnelStage::Placing, rule, measured, reason);
}

std::optional<Discard> unknownSentence(const Candidate &candidate, const TranscriptIndex &index)
{
    for (const auto &[name, number] :
         {std::pair(u"startSentence"_s, candidate.startSentence), std::pair(u"endSentence"_s, candidate.endSentence)}) {
        if (number && !exists(*number, index))
            return Discard{FunnelStage::Placing, u"no-such-sentence"_s, u"%1 %2"_s.arg(name).arg(*number),
                           u"The transcript has no sentence %1; its sentences are numbered 0 to %2."_s.arg(*number).arg(
                               index.transcript().sentences.size() - 1)};
    }
    return std::nullopt;
}

bool isReversed(const Placement &placement)
{
    if (placement.start.sentence && placement.end.sentence)
        return *placement.start.sentence > *placement.end.sentence;
    return placement.end.time <= placement.start.time;
}

tl::unexpected<Discard> reversed(const Placement &placement)
{
    const bool isNumbered = placement.start.sentence && placement.end.sentence;
    const QString measured =
        isNumbered ? u"sentences %1 to %2"_s.arg(*placement.start.sentence).arg(*placement.end.sentence)
                   : u"%1 to %2"_s.arg(millisecondsText(placement.start.time), millisecondsText(placement.end.time));
    return misplaced(u"edges-reversed"_s, measured, u"The clip ends before it begins."_s);
}

bool isInside(const ProposedEdge &edge, const Chunk &chunk)
{
    if (edge.sentence)
        return chunk.firstSentence <= *edge.sentence && *edge.sentence < chunk.endSentence;
    return chunk.span.start - placingTolerance <= edge.time && edge.time <= chunk.span.end + placingTolerance;
}

tl::unexpected<Discard> outside(const Placement &placement, const Chunk &chunk)
{
    const auto described = [](const ProposedEdge &edge) {
        return edge.sentence ? u"sentence %1"_s.arg(*edge.sentence) : millisecondsText(edge.time);
    };
    return misplaced(
        u"outside-chunk"_s, u"%1 to %2"_s.arg(described(placement.start), described(placement.end)),
        u"The clip lies outside its chunk, which has the sentences %1 to %2 from %3 to %4."_s.arg(chunk.firstSentence)
            .arg(chunk.endSentence - 1)
            .arg(exactTimeText(chunk.span.start), exactTimeText(chunk.span.end)));
}

void keepInside(ProposedEdge &edge, const Chunk &chunk)
{
    if (!edge.sentence)
        edge.time = std::clamp(edge.time, chunk.span.start, std::max(chunk.span.start, chunk.span.end));
}

} // namespace

std::optional<TimeSpan> proposedSpan(const Candidate &candidate, const TranscriptIndex &index)
{
    const auto start = startOf(candidate, index);
    const auto end = endOf(candidate, index);
    if (!start || !end || unknownSentence(candidate, index))
        return std::nullopt;
    return TimeSpan{start->time, end->time};
}

Judged<Placement> place(const Candidate &candidate, const TranscriptIndex &index, const Chunk &chunk)
{
    const auto start = startOf(candidate, index);
    const auto end = endOf(candidate, index);
    if (!start || !end)
        return misplaced(u"no-place"_s, start ? u"no end"_s : u"no start"_s,
                         u"The answer does not say where the clip lies: it has neither sentence number nor time."_s);
    if (auto unknown = unknownSentence(candidate, index))
        return tl::unexpected(*unknown);
    Placement placement{*start, *end};
    if (isReversed(placement))
        return reversed(placement);
    if (!isInside(placement.start, chunk) || !isInside(placement.end, chunk))
        return outside(placement, chunk);
    keepInside(placement.start, chunk);
    keepInside(placement.end, chunk);
    return placement;
}

} // namespace Viral
