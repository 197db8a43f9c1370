// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/transcriptindex.h"

#include <algorithm>

namespace Viral {

namespace {

/// Number of the first element of \a sorted that begins at or after \a time.
template <typename Element>
int firstFrom(const QList<Element> &sorted, Milliseconds time)
{
    const auto found =
        std::partition_point(sorted.cbegin(), sorted.cend(), [time](const Element &e) { return e.span.start < time; });
    return static_cast<int>(found - sorted.cbegin());
}

template <typename Element>
std::optional<int> lastUntil(const QList<Element> &sorted, Milliseconds time)
{
    const int after = firstFrom(sorted, time + Milliseconds{1});
    return after == 0 ? std::nullopt : std::optional<int>(after - 1);
}

bool startsBefore(const Word &a, const Word &b)
{
    return a.span.start < b.span.start;
}

} // namespace

TranscriptIndex::TranscriptIndex(Transcript transcript)
    : m_transcript(std::move(transcript))
{
    // Sorting would detach the shared list, so only where it must be.
    if (!std::is_sorted(m_transcript.words.cbegin(), m_transcript.words.cend(), startsBefore))
        std::stable_sort(m_transcript.words.begin(), m_transcript.words.end(), startsBefore);
    indexWords();
    indexSentences();
    m_spoken = std::make_shared<const SpokenText>(m_transcript);
}

void TranscriptIndex::indexWords()
{
    const auto sentenceCount = static_cast<std::size_t>(m_transcript.sentences.size());
    m_wordsOfSentence.resize(sentenceCount);
    m_spokenSpans.resize(sentenceCount);
    for (int number = 0; const Word &word : std::as_const(m_transcript.words)) {
        const int current = number++;
        const auto sentence = static_cast<std::size_t>(word.sentenceIndex);
        if (word.sentenceIndex < 0 || sentence >= sentenceCount)
            continue;
        Range &range = m_wordsOfSentence[sentence];
        TimeSpan &spoken = m_spokenSpans[sentence];
        if (range.isEmpty()) {
            range.first = current;
            spoken = word.span;
        }
        range.end = current + 1;
        spoken.end = std::max(spoken.end, word.span.end);
    }
}

void TranscriptIndex::indexSentences()
{
    m_latestSentenceEnd.reserve(m_spokenSpans.size());
    for (std::size_t number = 0; const Sentence &sentence : std::as_const(m_transcript.sentences)) {
        TimeSpan &spoken = m_spokenSpans[number++];
        if (spoken.isEmpty())
            spoken = sentence.span;
        const Milliseconds before = m_latestSentenceEnd.empty() ? sentence.span.end : m_latestSentenceEnd.back();
        m_latestSentenceEnd.push_back(std::max(before, sentence.span.end));
    }
}

TranscriptIndex::Range TranscriptIndex::wordsOfSentence(int sentence) const
{
    if (sentence < 0 || static_cast<std::size_t>(sentence) >= m_wordsOfSentence.size())
        return {};
    return m_wordsOfSentence[static_cast<std::size_t>(sentence)];
}

TimeSpan TranscriptIndex::spokenSpan(int sentence) const
{
    if (sentence < 0 || static_cast<std::size_t>(sentence) >= m_spokenSpans.size())
        return {};
    return m_spokenSpans[static_cast<std::size_t>(sentence)];
}

TranscriptIndex::Range TranscriptIndex::wordsIn(const TimeSpan &span) const
{
    const int first = firstFrom(m_transcript.words, span.start);
    return {first, std::max(first, firstFrom(m_transcript.words, span.end))};
}

TranscriptIndex::Range TranscriptIndex::sentencesIn(const TimeSpan &span) const
{
    const auto stillSpeaking = std::partition_point(m_latestSentenceEnd.begin(), m_latestSentenceEnd.end(),
                                                    [&span](Milliseconds end) { return end <= span.start; });
    const int first = std::min(static_cast<int>(stillSpeaking - m_latestSentenceEnd.begin()),
                               firstFrom(m_transcript.sentences, span.start));
    return {first, std::max(first, firstFrom(m_transcript.sentences, span.end))};
}

std::optional<int> TranscriptIndex::sentenceAt(Milliseconds time) const
{
    return lastUntil(m_transcript.sentences, time);
}

std::optional<int> TranscriptIndex::wordAt(Milliseconds time) const
{
    return lastUntil(m_transcript.words, time);
}

} // namespace Viral
