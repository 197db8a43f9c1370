// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/offlineengine.h"

#include "core/analysis/offline/clipscores.h"
#include "core/analysis/offline/headline.h"
#include "core/analysis/offline/peaks.h"
#include "core/analysis/offline/phrasing.h"
#include "core/analysis/offline/posts.h"
#include "core/analysis/offline/reasons.h"

#include <algorithm>

namespace Viral {

using namespace Offline;

namespace {

/// Peaks tried for each clip wanted: some lie on the shoulder of a stronger one or have no good edges.
constexpr int peaksPerClip = 2;

/// How much of the recording is talk: hours of silence bring no clips.
Milliseconds talkTime(const std::vector<Window> &windows)
{
    return windowStep * static_cast<int>(windows.size());
}

void place(Candidate &candidate, const Reading &reading, const Clip &clip)
{
    const Unit &first = reading.unit(clip.firstUnit);
    const Unit &last = reading.unit(clip.lastUnit);
    if (first.isWhole && last.isWhole) {
        candidate.startSentence = first.sentence;
        candidate.endSentence = last.sentence;
    } else {
        candidate.startTime = clip.span.start;
        candidate.endTime = clip.span.end;
    }
}

Candidate describe(const Reading &reading, const Clip &clip, QSet<QString> &usedTitles)
{
    const std::vector<Line> lines = linesOf(reading, clip);
    Candidate candidate;
    place(candidate, reading, clip);
    candidate.title = titleOf(lines, reading.lexicon(), usedTitles);
    candidate.hook = hookOf(lines, reading.lexicon());
    candidate.category = categoryOf(reading, clip);
    candidate.engagementValue = reasonFor(reading, clip);
    if (const Line *strongest = strongestLine(lines))
        candidate.quote = strongest->text;
    candidate.socialCopy = postsOf(lines, reading);
    QStringList platforms;
    for (const Platform platform : allPlatforms)
        platforms.append(platformKey(platform));
    candidate.platforms = platforms;
    return candidate;
}

} // namespace

QList<LexicalScore> lexicalScores(const TranscriptIndex &index)
{
    QList<LexicalScore> scores;
    for (const Window &window : scoredWindows(Reading(index)))
        scores.append({window.span, window.score});
    return scores;
}

QList<ChunkAnswer> proposeOffline(const TranscriptIndex &index, const QList<Chunk> &chunks)
{
    QList<ChunkAnswer> answers;
    for (const Chunk &chunk : chunks)
        answers.append(ChunkAnswer{.chunkIndex = chunk.index, .candidates = {}});
    const Reading reading(index);
    if (chunks.isEmpty() || reading.unitCount() == 0)
        return answers;

    const std::vector<Window> windows = scoredWindows(reading);
    const int wanted = wantedClips(talkTime(windows));
    const std::vector<int> peaks = pickPeaks(windows, wanted * peaksPerClip);
    const std::vector<Clip> clips = growClips(reading, windows, peaks, chunks, wanted);
    const auto scores = scoreClips(reading, windows, clips);
    QSet<QString> usedTitles;
    for (std::size_t number = 0; number < clips.size(); ++number) {
        Candidate candidate = describe(reading, clips[number], usedTitles);
        ChunkAnswer &answer = answers[clips[number].chunk];
        candidate.chunkIndex = answer.chunkIndex;
        candidate.position = static_cast<int>(answer.candidates.size());
        std::copy(scores[number].begin(), scores[number].end(), candidate.scores.begin());
        answer.candidates.append(std::move(candidate));
    }
    return answers;
}

} // namespace Viral
