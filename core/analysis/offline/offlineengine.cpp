// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/offlineengine.h"

#include "core/analysis/offline/clipscores.h"
#include "core/analysis/offline/headline.h"
#include "core/analysis/offline/peaks.h"
#include "core/analysis/offline/phrasing.h"
#include "core/analysis/offline/posts.h"
#include "core/analysis/offline/reasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

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

/// A clip that would have been one too many; the editor can bring it back.
FunnelEntry passedOver(Candidate candidate, const TimeSpan &span, std::size_t place, std::size_t wanted)
{
    return {.candidate = std::move(candidate),
            .proposed = span,
            .stage = FunnelStage::Ranking,
            .rule = u"rank"_s,
            .measured = u"place %1, %2 wanted"_s.arg(place).arg(wanted),
            .reason = u"Weaker than the %1 clips wanted from a recording of this length."_s.arg(wanted)};
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
    const auto wanted = static_cast<std::size_t>(wantedClips(talkTime(windows)));
    const std::vector<int> peaks = pickPeaks(windows, static_cast<int>(wanted) * peaksPerClip);
    const std::vector<Clip> grown = growClips(reading, windows, peaks, chunks);
    const std::vector<Clip> best(grown.begin(),
                                 grown.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, grown.size())));
    const auto scores = scoreClips(reading, windows, best);
    const auto allScores = best.size() < grown.size() ? scoreClips(reading, windows, grown) : scores;
    QSet<QString> usedTitles;
    for (std::size_t number = 0; number < grown.size(); ++number) {
        const bool isWanted = number < best.size();
        Candidate candidate = describe(reading, grown[number], usedTitles);
        ChunkAnswer &answer = answers[grown[number].chunk];
        candidate.chunkIndex = answer.chunkIndex;
        candidate.position = static_cast<int>(answer.candidates.size() + answer.ended.size());
        const auto &given = isWanted ? scores[number] : allScores[number];
        std::copy(given.begin(), given.end(), candidate.scores.begin());
        if (isWanted)
            answer.candidates.append(std::move(candidate));
        else
            answer.ended.append(passedOver(std::move(candidate), grown[number].span, number + 1, wanted));
    }
    return answers;
}

} // namespace Viral
