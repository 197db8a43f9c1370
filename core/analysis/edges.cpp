// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/edges.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// An edge this close to the wrong side of a sentence's edge belongs to its neighbour: models round to seconds.
constexpr Milliseconds roundingSlack{500};

Milliseconds slackIn(const TimeSpan &sentence)
{
    return std::min(roundingSlack, sentence.duration() / 4);
}

struct Edge
{
    Milliseconds time{0};
    int sentence = 0;
    QString why;
};

/// The work on one clip: each step moves an edge and says why.
class EdgeFitter
{
public:
    explicit EdgeFitter(const TranscriptIndex &index)
        : m_index(index)
    {}
    EdgeFitter(const TranscriptIndex &index, Clip clip)
        : m_index(index)
        , m_clip(std::move(clip))
    {}

    bool snap(const Placement &placement);
    bool shrink();
    bool grow(bool mayGrowBackward);
    void moveStart(const Edge &edge);
    void moveEnd(const Edge &edge);

    Milliseconds duration() const { return m_clip.span.duration(); }
    const Clip &clip() const { return m_clip; }

private:
    int sentenceCount() const { return static_cast<int>(m_index.transcript().sentences.size()); }
    bool isTooLong(int sentence) const { return m_index.spokenSpan(sentence).duration() > longestMoment; }
    const Word &word(int number) const { return m_index.transcript().words[number]; }

    std::optional<Edge> snappedStart(const ProposedEdge &proposed) const;
    std::optional<Edge> snappedEnd(const ProposedEdge &proposed) const;
    std::optional<Edge> wordStartFrom(Milliseconds time, int sentence) const;
    std::optional<Edge> wordEndUntil(Milliseconds time, Milliseconds start, int sentence) const;

    bool growForwardBySentence();
    bool growBackwardBySentence();
    bool growForwardByWord();
    bool growBackwardByWord();

    const TranscriptIndex &m_index;
    Clip m_clip;
};

void EdgeFitter::moveStart(const Edge &edge)
{
    if (edge.time != m_clip.span.start)
        m_clip.adjustments.append({u"start"_s, edge.why, m_clip.span.start, edge.time});
    m_clip.span.start = edge.time;
    m_clip.firstSentence = edge.sentence;
}

void EdgeFitter::moveEnd(const Edge &edge)
{
    if (edge.time != m_clip.span.end)
        m_clip.adjustments.append({u"end"_s, edge.why, m_clip.span.end, edge.time});
    m_clip.span.end = edge.time;
    m_clip.lastSentence = edge.sentence;
}

std::optional<Edge> EdgeFitter::wordStartFrom(Milliseconds time, int sentence) const
{
    const TranscriptIndex::Range words = m_index.wordsOfSentence(sentence);
    if (words.isEmpty())
        return std::nullopt;
    int number = std::clamp(m_index.wordAt(time).value_or(words.first), words.first, words.end - 1);
    if (word(number).span.end <= time && number + 1 < words.end)
        ++number;
    return Edge{word(number).span.start, sentence, u"to the start of a word, its sentence is longer than 90 s"_s};
}

/// The last word that begins behind \a start and ends by \a time.
std::optional<Edge> EdgeFitter::wordEndUntil(Milliseconds time, Milliseconds start, int sentence) const
{
    const TranscriptIndex::Range words = m_index.wordsIn({start, time});
    for (int number = words.end - 1; number >= words.first; --number) {
        const Milliseconds end = word(number).span.end;
        if (end <= time && end > start)
            return Edge{end, sentence, u"to the end of a word, its sentence is longer than 90 s"_s};
    }
    return std::nullopt;
}

std::optional<Edge> EdgeFitter::snappedStart(const ProposedEdge &proposed) const
{
    if (proposed.sentence)
        return Edge{proposed.time, *proposed.sentence, {}};
    int sentence = m_index.sentenceAt(proposed.time).value_or(0);
    const TimeSpan spoken = m_index.spokenSpan(sentence);
    if (proposed.time >= spoken.start && isTooLong(sentence) && proposed.time < spoken.end) {
        if (const auto atWord = wordStartFrom(proposed.time, sentence))
            return atWord;
    }
    const bool isOver = proposed.time > spoken.start && proposed.time >= spoken.end - slackIn(spoken);
    if (!isOver)
        return Edge{spoken.start, sentence, u"to the start of its sentence"_s};
    if (++sentence >= sentenceCount())
        return std::nullopt;
    return Edge{m_index.sentenceStart(sentence), sentence, u"to the start of the next sentence"_s};
}

std::optional<Edge> EdgeFitter::snappedEnd(const ProposedEdge &proposed) const
{
    if (proposed.sentence)
        return Edge{proposed.time, *proposed.sentence, {}};
    const auto sentence = m_index.sentenceAt(proposed.time - Milliseconds{1});
    if (!sentence)
        return std::nullopt;
    const TimeSpan spoken = m_index.spokenSpan(*sentence);
    if (isTooLong(*sentence) && proposed.time < spoken.end) {
        if (const auto atWord = wordEndUntil(proposed.time, spoken.start, *sentence))
            return atWord;
    }
    const bool hasBarelyBegun = proposed.time <= spoken.start + slackIn(spoken);
    if (hasBarelyBegun && *sentence > 0)
        return Edge{m_index.sentenceEnd(*sentence - 1), *sentence - 1, u"to the end of the sentence before"_s};
    return Edge{spoken.end, *sentence, u"to the end of its sentence"_s};
}

bool EdgeFitter::snap(const Placement &placement)
{
    m_clip.span = placement.span();
    const auto start = snappedStart(placement.start);
    auto end = snappedEnd(placement.end);
    if (!start || !end)
        return false;
    // The slack of both edges must not swallow the only sentence between them.
    if (end->sentence < start->sentence && start->time < placement.end.time)
        end = Edge{m_index.sentenceEnd(start->sentence), start->sentence, u"to the end of its sentence"_s};
    if (end->sentence < start->sentence || end->time <= start->time)
        return false;
    moveStart(*start);
    moveEnd(*end);
    return true;
}

bool EdgeFitter::shrink()
{
    const Milliseconds latest = m_clip.span.start + longestMoment;
    const int lastBegun = std::min(m_clip.lastSentence, m_index.sentenceAt(latest).value_or(m_clip.firstSentence));
    for (int sentence = lastBegun; sentence >= m_clip.firstSentence; --sentence) {
        const Milliseconds end = m_index.sentenceEnd(sentence);
        if (end <= latest && end > m_clip.span.start) {
            moveEnd({end, sentence, u"back to the last sentence end within 90 s"_s});
            return true;
        }
    }
    auto atWord = wordEndUntil(latest, m_clip.span.start, m_clip.firstSentence);
    if (!atWord)
        return false;
    atWord->why = u"back to the last word end within 90 s, the sentence alone is longer"_s;
    moveEnd(*atWord);
    return true;
}

bool EdgeFitter::growForwardBySentence()
{
    const bool isCut = m_clip.span.end < m_index.sentenceEnd(m_clip.lastSentence);
    const int next = isCut ? m_clip.lastSentence : m_clip.lastSentence + 1;
    if (next >= sentenceCount())
        return false;
    const Milliseconds end = std::max(m_clip.span.end, m_index.sentenceEnd(next));
    if (end - m_clip.span.start > longestMoment)
        return false;
    moveEnd({end, next, u"on by whole sentences to reach 40 s"_s});
    return true;
}

bool EdgeFitter::growBackwardBySentence()
{
    const bool isCut = m_clip.span.start > m_index.sentenceStart(m_clip.firstSentence);
    const int previous = isCut ? m_clip.firstSentence : m_clip.firstSentence - 1;
    if (previous < 0)
        return false;
    const Milliseconds start = std::min(m_clip.span.start, m_index.sentenceStart(previous));
    if (m_clip.span.end - start > longestMoment)
        return false;
    moveStart({start, previous, u"back by whole sentences to reach 40 s"_s});
    return true;
}

/// The first word end that makes the clip long enough, where the next sentence does not fit as a whole.
bool EdgeFitter::growForwardByWord()
{
    const Milliseconds start = m_clip.span.start;
    const TranscriptIndex::Range words = m_index.wordsIn({m_clip.span.end, start + longestMoment});
    for (int number = words.first; number < words.end; ++number) {
        const Milliseconds end = word(number).span.end;
        if (end - start < shortestMoment || end - start > longestMoment)
            continue;
        moveEnd({end, std::max(m_clip.lastSentence, word(number).sentenceIndex),
                 u"on to a word end to reach 40 s, the next sentence is too long"_s});
        return true;
    }
    return false;
}

bool EdgeFitter::growBackwardByWord()
{
    const Milliseconds end = m_clip.span.end;
    const TranscriptIndex::Range words =
        m_index.wordsIn({end - longestMoment, std::min(m_clip.span.start, end - shortestMoment + Milliseconds{1})});
    if (words.isEmpty())
        return false;
    const Word &first = word(words.end - 1);
    moveStart({first.span.start, std::clamp(first.sentenceIndex, 0, m_clip.firstSentence),
               u"back to a word start to reach 40 s, the sentence before is too long"_s});
    return true;
}

bool EdgeFitter::grow(bool mayGrowBackward)
{
    while (duration() < shortestMoment && growForwardBySentence()) {
    }
    while (mayGrowBackward && duration() < shortestMoment && growBackwardBySentence()) {
    }
    return duration() >= shortestMoment || growForwardByWord() || (mayGrowBackward && growBackwardByWord());
}

/// Several steps of one edge in one direction read as one.
QList<Adjustment> joined(const QList<Adjustment> &steps)
{
    QList<Adjustment> joined;
    for (const Adjustment &step : steps) {
        const auto before = std::find_if(joined.begin(), joined.end(), [&step](const Adjustment &earlier) {
            return earlier.what == step.what && earlier.why == step.why && earlier.to == step.from;
        });
        if (before != joined.end())
            before->to = step.to;
        else
            joined.append(step);
    }
    return joined;
}

tl::unexpected<Discard> nothingSpoken(const Placement &placement)
{
    return discarded(FunnelStage::Edges, u"nothing-spoken"_s,
                     u"%1 to %2"_s.arg(millisecondsText(placement.start.time), millisecondsText(placement.end.time)),
                     u"No sentence and no word lies in the range."_s);
}

} // namespace

Judged<Clip> fitEdges(const Placement &placement, const TranscriptIndex &index)
{
    EdgeFitter fitter(index);
    if (index.transcript().isEmpty() || !fitter.snap(placement))
        return nothingSpoken(placement);
    if (fitter.duration() > longestMoment && !fitter.shrink())
        return discarded(FunnelStage::Edges, u"duration-maximum"_s, millisecondsText(fitter.duration()),
                         u"The clip is longer than 90 s and has no sentence or word end where it could be cut."_s);
    if (fitter.duration() < shortestMoment && !fitter.grow(true))
        return discarded(FunnelStage::Edges, u"duration-minimum"_s, millisecondsText(fitter.duration()),
                         u"The clip is shorter than 40 s and the transcript around it cannot make it longer."_s);
    Clip clip = fitter.clip();
    clip.adjustments = joined(clip.adjustments);
    return clip;
}

std::optional<Clip> startedAt(Clip clip, Milliseconds start, int sentence, const QString &why,
                              const TranscriptIndex &index)
{
    EdgeFitter fitter(index, std::move(clip));
    fitter.moveStart({start, sentence, why});
    if (fitter.duration() < shortestMoment && !fitter.grow(false))
        return std::nullopt;
    Clip moved = fitter.clip();
    moved.adjustments = joined(moved.adjustments);
    return moved;
}

} // namespace Viral
