// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/snapping.h"

#include <algorithm>
#include <array>

namespace Viral {

namespace {

void sortOnce(std::vector<Milliseconds> &times)
{
    // As a rule a transcript is in order.
    if (!std::ranges::is_sorted(times))
        std::ranges::sort(times);
    const auto repeated = std::ranges::unique(times);
    times.erase(repeated.begin(), repeated.end());
}

void addSentences(SnapTargets &targets, const QList<Sentence> &sentences)
{
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        targets.sentenceStarts.push_back(sentences[i].span.start);
        targets.sentenceEnds.push_back(sentences[i].span.end);
        if (i > 0 && sentences[i].speakerId != sentences[i - 1].speakerId)
            targets.speakerChanges.push_back(sentences[i].span.start);
    }
}

void addWords(SnapTargets &targets, const QList<Word> &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        targets.words.push_back(words[i].span.start);
        targets.words.push_back(words[i].span.end);
        if (i == 0)
            continue;
        const TimeSpan silence{words[i - 1].span.end, words[i].span.start};
        if (silence.duration() >= shortestPause)
            targets.pauses.push_back(silence.middle());
    }
}

class Nearest
{
public:
    Nearest(Milliseconds wanted, Milliseconds radius)
        : m_wanted(wanted)
        , m_distance(radius)
    {}

    void look(const std::vector<Milliseconds> &times, SnapKind kind)
    {
        const auto after = std::ranges::lower_bound(times, m_wanted);
        if (after != times.end())
            offer(*after, kind);
        if (after != times.begin())
            offer(*std::prev(after), kind);
    }

    void offer(Milliseconds time, SnapKind kind)
    {
        const Milliseconds distance = time > m_wanted ? time - m_wanted : m_wanted - time;
        if (distance > m_distance || (m_snap && distance == m_distance))
            return;
        m_distance = distance;
        m_snap = Snap{.time = time, .kind = kind};
    }

    const std::optional<Snap> &snap() const { return m_snap; }

private:
    Milliseconds m_wanted;
    Milliseconds m_distance;
    std::optional<Snap> m_snap;
};

} // namespace

SnapTargets snapTargetsOf(const Transcript &transcript)
{
    SnapTargets targets;
    addSentences(targets, transcript.sentences);
    if (transcript.wordTimes == TimeOrigin::Exact)
        addWords(targets, transcript.words);
    for (auto *times :
         {&targets.sentenceStarts, &targets.sentenceEnds, &targets.speakerChanges, &targets.pauses, &targets.words})
        sortOnce(*times);
    return targets;
}

std::vector<Milliseconds> edgesOf(std::span<const TimeSpan> spans)
{
    std::vector<Milliseconds> edges;
    edges.reserve(spans.size() * 2);
    for (const TimeSpan &span : spans) {
        edges.push_back(span.start);
        edges.push_back(span.end);
    }
    sortOnce(edges);
    return edges;
}

std::optional<Snap> snapFor(const SnapTargets &targets, Milliseconds wanted, Milliseconds radius)
{
    Nearest strong(wanted, radius);
    strong.look(targets.sentenceStarts, SnapKind::SentenceStart);
    strong.look(targets.sentenceEnds, SnapKind::SentenceEnd);
    strong.look(targets.speakerChanges, SnapKind::SpeakerChange);
    strong.look(targets.momentEdges, SnapKind::MomentEdge);
    if (targets.playhead)
        strong.offer(*targets.playhead, SnapKind::Playhead);
    if (strong.snap())
        return strong.snap();
    Nearest weak(wanted, radius);
    weak.look(targets.pauses, SnapKind::Pause);
    weak.look(targets.words, SnapKind::Word);
    return weak.snap();
}

} // namespace Viral
