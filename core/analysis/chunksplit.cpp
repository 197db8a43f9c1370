// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chunksplit.h"

namespace Viral {

namespace {

int middleSentence(const QList<Sentence> &sentences, const Chunk &whole)
{
    const Milliseconds middle = whole.span.middle();
    int cut = whole.firstSentence + 1;
    while (cut < whole.endSentence - 1 && sentences[cut].span.start < middle)
        ++cut;
    return cut;
}

Chunk partOf(const QList<Sentence> &sentences, const Chunk &whole, int first, int end)
{
    Chunk part{whole.index, sentences[first].span, first, end};
    for (int i = first; i < end; ++i)
        part.span.end = std::max(part.span.end, sentences[i].span.end);
    return part;
}

} // namespace

std::optional<std::pair<Chunk, Chunk>> splitChunk(const Transcript &transcript, const Chunk &whole)
{
    if (whole.endSentence - whole.firstSentence < 2)
        return std::nullopt;
    const QList<Sentence> &sentences = transcript.sentences;
    const int cut = middleSentence(sentences, whole);
    const Milliseconds cutTime = sentences[cut].span.start;
    // Half of the longest moment on either side of the cut.
    constexpr Milliseconds reach = longestMoment / 2;

    int endOfFirst = cut;
    const int latestEnd = cut + (whole.endSentence - cut) / 2;
    while (endOfFirst < latestEnd && sentences[endOfFirst].span.end <= cutTime + reach)
        ++endOfFirst;
    int startOfSecond = cut;
    const int earliestStart = cut - (cut - whole.firstSentence) / 2;
    while (startOfSecond > earliestStart && sentences[startOfSecond - 1].span.start >= cutTime - reach)
        --startOfSecond;
    return std::pair{partOf(sentences, whole, whole.firstSentence, endOfFirst),
                     partOf(sentences, whole, startOfSecond, whole.endSentence)};
}

} // namespace Viral
