// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/transcriptindex.h"

#include <QHash>

#include <algorithm>

namespace Viral {

namespace {

/// Number of the first element of \a sorted that begins at or after \a time.
int firstFrom(const QList<Sentence> &sorted, Milliseconds time)
{
    const auto found =
        std::partition_point(sorted.cbegin(), sorted.cend(), [time](const Sentence &e) { return e.span.start < time; });
    return static_cast<int>(found - sorted.cbegin());
}

int firstFrom(const std::vector<Milliseconds> &starts, Milliseconds time)
{
    return static_cast<int>(std::lower_bound(starts.begin(), starts.end(), time) - starts.begin());
}

template <typename Starts>
std::optional<int> lastUntil(const Starts &sorted, Milliseconds time)
{
    const int after = firstFrom(sorted, time + Milliseconds{1});
    return after == 0 ? std::nullopt : std::optional<int>(after - 1);
}

bool startsBefore(const Word &a, const Word &b)
{
    return a.span.start < b.span.start;
}

} // namespace

TranscriptIndex::TranscriptIndex()
{
    static const std::shared_ptr<const Parts> nothing = std::make_shared<const Parts>(Transcript{});
    m_parts = nothing;
}

TranscriptIndex::TranscriptIndex(Transcript transcript)
    : m_parts(std::make_shared<const Parts>(std::move(transcript)))
{}

TranscriptIndex::Parts::Parts(Transcript given)
    : transcript(std::move(given))
{
    // Sorting would detach the shared list, so only where it must be.
    if (!std::is_sorted(transcript.words.cbegin(), transcript.words.cend(), startsBefore))
        std::stable_sort(transcript.words.begin(), transcript.words.end(), startsBefore);
    indexWords();
    indexSentences();
    indexSpeakers();
    spoken = SpokenText(transcript);
}

void TranscriptIndex::Parts::indexWords()
{
    const auto sentenceCount = static_cast<std::size_t>(transcript.sentences.size());
    wordStarts.reserve(static_cast<std::size_t>(transcript.words.size()));
    wordsOfSentence.resize(sentenceCount);
    spokenSpans.resize(sentenceCount);
    for (int number = 0; const Word &word : std::as_const(transcript.words)) {
        const int current = number++;
        wordStarts.push_back(word.span.start);
        const auto sentence = static_cast<std::size_t>(word.sentenceIndex);
        if (word.sentenceIndex < 0 || sentence >= sentenceCount)
            continue;
        Range &range = wordsOfSentence[sentence];
        TimeSpan &spokenSpan = spokenSpans[sentence];
        if (range.isEmpty()) {
            range.first = current;
            spokenSpan = word.span;
        }
        range.end = current + 1;
        spokenSpan.end = std::max(spokenSpan.end, word.span.end);
    }
}

void TranscriptIndex::Parts::indexSentences()
{
    latestSentenceEnd.reserve(spokenSpans.size());
    for (std::size_t number = 0; const Sentence &sentence : std::as_const(transcript.sentences)) {
        TimeSpan &spokenSpan = spokenSpans[number++];
        if (spokenSpan.isEmpty())
            spokenSpan = sentence.span;
        const Milliseconds before = latestSentenceEnd.empty() ? sentence.span.end : latestSentenceEnd.back();
        latestSentenceEnd.push_back(std::max(before, sentence.span.end));
    }
}

void TranscriptIndex::Parts::indexSpeakers()
{
    QHash<QString, int> numbers;
    speakerOfSentence.reserve(static_cast<std::size_t>(transcript.sentences.size()));
    for (const Sentence &sentence : std::as_const(transcript.sentences)) {
        auto number = numbers.constFind(sentence.speakerId);
        if (number == numbers.cend()) {
            number = numbers.insert(sentence.speakerId, static_cast<int>(speakers.size()));
            speakers.append(sentence.speakerId);
        }
        speakerOfSentence.push_back(*number);
    }
}

TranscriptIndex::Range TranscriptIndex::wordsOfSentence(int sentence) const
{
    if (sentence < 0 || static_cast<std::size_t>(sentence) >= m_parts->wordsOfSentence.size())
        return {};
    return m_parts->wordsOfSentence[static_cast<std::size_t>(sentence)];
}

TimeSpan TranscriptIndex::spokenSpan(int sentence) const
{
    if (sentence < 0 || static_cast<std::size_t>(sentence) >= m_parts->spokenSpans.size())
        return {};
    return m_parts->spokenSpans[static_cast<std::size_t>(sentence)];
}

TranscriptIndex::Range TranscriptIndex::wordsIn(const TimeSpan &span) const
{
    const int first = firstFrom(m_parts->wordStarts, span.start);
    return {first, std::max(first, firstFrom(m_parts->wordStarts, span.end))};
}

TranscriptIndex::Range TranscriptIndex::sentencesIn(const TimeSpan &span) const
{
    const auto stillSpeaking =
        std::partition_point(m_parts->latestSentenceEnd.begin(), m_parts->latestSentenceEnd.end(),
                             [&span](Milliseconds end) { return end <= span.start; });
    const int first = std::min(static_cast<int>(stillSpeaking - m_parts->latestSentenceEnd.begin()),
                               firstFrom(m_parts->transcript.sentences, span.start));
    return {first, std::max(first, firstFrom(m_parts->transcript.sentences, span.end))};
}

std::optional<int> TranscriptIndex::sentenceAt(Milliseconds time) const
{
    return lastUntil(m_parts->transcript.sentences, time);
}

std::optional<int> TranscriptIndex::wordAt(Milliseconds time) const
{
    return lastUntil(m_parts->wordStarts, time);
}

} // namespace Viral
