// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/completion.h"

#include "core/ingest/language.h"
#include "core/ingest/markup.h"
#include "core/ingest/transcriptbuilder.h"
#include "core/ingest/wordspreader.h"

#include <algorithm>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void mendSpan(TimeSpan &span, Repairs &repairs)
{
    if (span.start < 0ms) {
        span.start = 0ms;
        repairs.add(Repair::NegativeTime);
    }
    if (span.end < span.start) {
        span.end = span.start;
        repairs.add(Repair::EndBeforeStart);
    }
}

template <typename Item>
bool startsEarlier(const Item &a, const Item &b)
{
    return a.span.start < b.span.start;
}

/// Sorts sentences by start; words keep their sentence.
void sortSentences(Transcript &transcript, Repairs &repairs)
{
    auto &sentences = transcript.sentences;
    if (std::is_sorted(sentences.cbegin(), sentences.cend(), startsEarlier<Sentence>))
        return;
    std::vector<std::pair<Milliseconds, int>> order;
    for (int i = 0; i < static_cast<int>(sentences.size()); ++i)
        order.emplace_back(sentences.at(i).span.start, i);
    std::sort(order.begin(), order.end());
    QList<Sentence> sorted;
    std::vector<int> newNumber(order.size());
    for (const auto &[start, old] : order) {
        newNumber[static_cast<std::size_t>(old)] = static_cast<int>(sorted.size());
        sorted.append(std::move(sentences[old]));
    }
    for (Word &word : transcript.words) {
        if (word.sentenceIndex >= 0 && word.sentenceIndex < static_cast<int>(newNumber.size()))
            word.sentenceIndex = newNumber[static_cast<std::size_t>(word.sentenceIndex)];
    }
    sentences = std::move(sorted);
    repairs.add(Repair::OutOfOrder);
}

/// Where the words of each sentence can lie: sentences that begin together share the time up to the next one.
std::vector<TimeSpan> windowsOfSentences(const QList<Sentence> &sentences)
{
    std::vector<TimeSpan> windows;
    windows.reserve(static_cast<std::size_t>(sentences.size()));
    for (qsizetype first = 0; first < sentences.size();) {
        const Milliseconds start = sentences.at(first).span.start;
        TimeSpan common = sentences.at(first).span;
        std::vector<qint64> weights;
        qsizetype end = first;
        for (; end < sentences.size() && sentences.at(end).span.start == start; ++end) {
            common.end = std::min(common.end, sentences.at(end).span.end);
            weights.push_back(speakingWeight(sentences.at(end).text));
        }
        if (end < sentences.size())
            common.end = std::min(common.end, sentences.at(end).span.start);
        for (const TimeSpan &window : sharedOut(common, weights))
            windows.push_back(window);
        first = end;
    }
    return windows;
}

void spreadWords(Transcript &transcript)
{
    const auto segmenter = dictionarySegmenter();
    const std::vector<TimeSpan> windows = windowsOfSentences(transcript.sentences);
    for (int i = 0; i < static_cast<int>(transcript.sentences.size()); ++i) {
        QList<SpokenWord> words = wordsOf(transcript.sentences.at(i).text, *segmenter);
        spreadOver(windows[static_cast<std::size_t>(i)], words);
        for (SpokenWord &word : words)
            transcript.words.append({std::move(word.text), word.span, i});
    }
    transcript.wordTimes = transcript.words.isEmpty() ? TimeOrigin::None : TimeOrigin::Estimated;
}

void buildSentences(Transcript &transcript, Repairs &repairs)
{
    SpokenTurn turn;
    turn.words.reserve(static_cast<std::size_t>(transcript.words.size()));
    QString before;
    for (Word &word : transcript.words) {
        const QString text = word.text.simplified();
        if (text.isEmpty())
            continue;
        const bool space = needsSpaceBetween(before, text);
        turn.words.push_back({.text = text, .span = word.span, .spaceBefore = space, .endsUnit = true});
        before = text;
    }
    std::vector<SpokenTurn> turns;
    turns.push_back(std::move(turn));
    const TimeOrigin origin = transcript.wordTimes;
    transcript = transcriptOf(std::move(turns), transcript.language, false, repairs);
    transcript.wordTimes = origin;
}

/// True when every word lies in its sentence or within two seconds of it, and sentences come in the order of the words.
bool indexFits(const Transcript &transcript)
{
    constexpr Milliseconds tolerance = 2s;
    int before = 0;
    for (const Word &word : transcript.words) {
        const int index = word.sentenceIndex;
        if (index < before || index >= static_cast<int>(transcript.sentences.size()))
            return false;
        const TimeSpan &sentence = transcript.sentences.at(index).span;
        if (word.span.start < sentence.start - tolerance || word.span.end > sentence.end + tolerance)
            return false;
        before = index;
    }
    return true;
}

/// Gives every word to the last sentence that has begun at its middle; in a pause to the nearer one.
void assignByTime(Transcript &transcript, Repairs &repairs)
{
    std::stable_sort(transcript.words.begin(), transcript.words.end(), startsEarlier<Word>);
    const int last = static_cast<int>(transcript.sentences.size()) - 1;
    int index = 0;
    for (Word &word : transcript.words) {
        const Milliseconds middle = word.span.middle();
        while (index < last && transcript.sentences.at(index + 1).span.start <= middle)
            ++index;
        if (index < last) {
            const Milliseconds behind = middle - transcript.sentences.at(index).span.end;
            const Milliseconds ahead = transcript.sentences.at(index + 1).span.start - middle;
            if (behind > 0ms && ahead < behind)
                ++index;
        }
        if (word.sentenceIndex != index)
            repairs.add(Repair::WordReassigned);
        word.sentenceIndex = index;
    }
}

/// Sentences hold their words, and words start in order.
void fitTogether(Transcript &transcript, Repairs &repairs)
{
    Milliseconds latest{0};
    int widened = -1;
    for (Word &word : transcript.words) {
        TimeSpan &sentence = transcript.sentences[word.sentenceIndex].span;
        if (word.span.start < latest) {
            word.span.start = latest;
            word.span.end = std::max(word.span.end, latest);
            repairs.add(Repair::WordOrder);
        }
        latest = word.span.start;
        if (sentence.contains(word.span))
            continue;
        sentence.start = std::min(sentence.start, word.span.start);
        sentence.end = std::max(sentence.end, word.span.end);
        if (std::exchange(widened, word.sentenceIndex) != word.sentenceIndex)
            repairs.add(Repair::WordOutsideSentence);
    }
    // A sentence that was widened to the front must not come before the one in front of it, which may have no words.
    for (qsizetype i = transcript.sentences.size() - 1; i > 0; --i) {
        TimeSpan &before = transcript.sentences[i - 1].span;
        before.start = std::min(before.start, transcript.sentences.at(i).span.start);
    }
}

void settleLanguage(Transcript &transcript, Repairs &repairs)
{
    LanguageEvidence evidence;
    for (const Sentence &sentence : std::as_const(transcript.sentences))
        evidence.add(sentence.text);
    if (transcript.sentences.isEmpty()) {
        for (const Word &word : std::as_const(transcript.words))
            evidence.add(word.text);
    }
    transcript.language = settledLanguage(transcript.language, evidence, repairs);
}

} // namespace

Transcript completed(Transcript transcript, Repairs &repairs)
{
    for (Sentence &sentence : transcript.sentences)
        mendSpan(sentence.span, repairs);
    for (Word &word : transcript.words)
        mendSpan(word.span, repairs);
    settleLanguage(transcript, repairs);
    sortSentences(transcript, repairs);
    if (transcript.words.isEmpty()) {
        spreadWords(transcript);
        return transcript;
    }
    if (transcript.sentences.isEmpty()) {
        std::stable_sort(transcript.words.begin(), transcript.words.end(), startsEarlier<Word>);
        buildSentences(transcript, repairs);
        return transcript;
    }
    if (!indexFits(transcript))
        assignByTime(transcript, repairs);
    fitTogether(transcript, repairs);
    return transcript;
}

Transcript completed(Transcript transcript)
{
    Repairs ignored;
    return completed(std::move(transcript), ignored);
}

} // namespace Viral
