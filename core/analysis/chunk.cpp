// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chunk.h"

#include <algorithm>

namespace Viral {

namespace {

/// The raster of windows: number n covers [origin + n · step, that + duration).
struct Raster
{
    Milliseconds origin{0};
    Milliseconds duration{1};
    Milliseconds step{1};

    Milliseconds startOf(std::int64_t window) const { return origin + window * step; }
    Milliseconds endOf(std::int64_t window) const { return startOf(window) + duration; }
    /// The first window that still reaches \a time.
    std::int64_t firstReaching(Milliseconds time) const
    {
        const Milliseconds beyondFirst = time - origin - duration;
        return beyondFirst < Milliseconds{0} ? 0 : beyondFirst / step + 1;
    }
};

Raster rasterFor(const Transcript &transcript, const AnalysisSettings &settings)
{
    const Milliseconds duration = std::max(settings.chunkDuration, Milliseconds{1});
    const Milliseconds step = std::clamp(duration - settings.chunkOverlap, Milliseconds{1}, duration);
    return {transcript.sentences.constFirst().span.start, duration, step};
}

int firstSentenceFrom(const QList<Sentence> &sentences, Milliseconds time)
{
    const auto found = std::partition_point(sentences.cbegin(), sentences.cend(),
                                            [time](const Sentence &s) { return s.span.start < time; });
    return static_cast<int>(found - sentences.cbegin());
}

Chunk chunkOf(const QList<Sentence> &sentences, int first, int end)
{
    Chunk chunk{0, sentences[first].span, first, end};
    for (int i = first; i < end; ++i)
        chunk.span.end = std::max(chunk.span.end, sentences[i].span.end);
    return chunk;
}

void joinShortLast(QList<Chunk> &chunks, Milliseconds minimum)
{
    if (chunks.size() < 2 || chunks.constLast().span.duration() >= minimum)
        return;
    const Chunk last = chunks.takeLast();
    Chunk &before = chunks.last();
    before.endSentence = last.endSentence;
    before.span.end = std::max(before.span.end, last.span.end);
}

} // namespace

QList<Chunk> makeChunks(const Transcript &transcript, const AnalysisSettings &settings)
{
    QList<Chunk> chunks;
    if (transcript.isEmpty())
        return chunks;
    const QList<Sentence> &sentences = transcript.sentences;
    const Raster raster = rasterFor(transcript, settings);
    // Windows that would bring no new sentence (a long silence, a long sentence) are passed over, so there are never
    // more chunks than sentences.
    int covered = 0;
    for (std::int64_t window = 0; covered < sentences.size(); ++window) {
        window = std::max(window, raster.firstReaching(sentences[covered].span.start));
        const int first = std::min(covered, firstSentenceFrom(sentences, raster.startOf(window)));
        const int end = std::max(covered + 1, firstSentenceFrom(sentences, raster.endOf(window)));
        chunks.append(chunkOf(sentences, first, end));
        covered = end;
    }
    joinShortLast(chunks, settings.minChunkDuration);
    for (int index = 0; Chunk & chunk : chunks)
        chunk.index = index++;
    return chunks;
}

} // namespace Viral
