// SPDX-License-Identifier: GPL-3.0-or-later
// How long the offline engine takes for ten hours, whether that grows in a straight line, and how many of the sample
// interview's planted highlights it finds. Not a test.
#include "core/analysis/offline/offlineengine.h"
#include "core/contract/requestcodec.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Viral;

namespace {

/// First and last words of the passages that are marked as highlights in resources/sample/interview.txt.
struct Highlight
{
    const char *name;
    QStringView begins;
    QStringView ends;
};
constexpr Highlight highlights[] = {
    {"the bin", u"So let me start with something rude.", u"those pigs have had a better year than I have."},
    {"the apron", u"I spent fourteen months building", u"That's the whole product."},
    {"the confession", u"Let me ask you about the spring", u"They were protecting me."},
    {"the contrarian rule", u"That's exactly why we delete", u"Not angry."},
    {"the cat", u"You promised me a story about a cat.", u"He asked us if we could do it again"},
    {"the heated exchange", u"Last March you raised your price", u"They couldn't forgive the envelope."},
    {"the answer without its question", u"On a Tuesday, before lunch", u"It was the cruelest thing"},
    {"the notebook", u"You've said that the best forecaster", u"He knew who was coming."},
    {"the apron again", u"Go and look at what they hang on it.", u"Go there at four in the morning"},
    {"quick questions", u"Quick ones to finish.", u"Sold none."},
};

Transcript sampleInterview()
{
    QFile file(QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto request = parseRequest(file.readAll());
    return request ? request->transcript : Transcript{};
}

/// The sample interview over and over until it has \a wordCount words.
Transcript repeated(const Transcript &sample, qsizetype wordCount)
{
    Transcript result;
    result.language = sample.language;
    const Milliseconds length = sample.span().end + Milliseconds{1000};
    for (int round = 0; result.words.size() < wordCount; ++round) {
        const auto firstSentence = static_cast<int>(result.sentences.size());
        for (Sentence sentence : sample.sentences) {
            sentence.span = {sentence.span.start + round * length, sentence.span.end + round * length};
            result.sentences.append(sentence);
        }
        for (Word word : sample.words) {
            word.span = {word.span.start + round * length, word.span.end + round * length};
            word.sentenceIndex += firstSentence;
            result.words.append(word);
        }
    }
    return result;
}

double medianMilliseconds(const Transcript &transcript)
{
    constexpr int runs = 15;
    const TranscriptIndex index(transcript);
    const QList<Chunk> chunks = makeChunks(transcript, {});
    std::vector<qint64> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const QList<ChunkAnswer> answers = proposeOffline(index, chunks);
        times.push_back(timer.nsecsElapsed());
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return static_cast<double>(times[runs / 2]) / 1e6;
}

int sentenceWith(const Transcript &transcript, QStringView text)
{
    for (int number = 0; number < transcript.sentences.size(); ++number) {
        if (transcript.sentences[number].text.contains(text))
            return number;
    }
    return -1;
}

TimeSpan spanOf(const TranscriptIndex &index, int first, int last)
{
    return {index.sentenceStart(first), index.sentenceEnd(last)};
}

void printPrecision(const Transcript &sample)
{
    const TranscriptIndex index(sample);
    std::vector<TimeSpan> proposed;
    for (const ChunkAnswer &answer : proposeOffline(index, makeChunks(sample, {}))) {
        for (const Candidate &candidate : answer.candidates)
            proposed.push_back(spanOf(index, *candidate.startSentence, *candidate.endSentence));
    }
    std::vector<bool> good(proposed.size());
    int found = 0;
    for (const Highlight &highlight : highlights) {
        const TimeSpan planted =
            spanOf(index, sentenceWith(sample, highlight.begins), sentenceWith(sample, highlight.ends));
        bool hit = false;
        for (std::size_t i = 0; i < proposed.size(); ++i) {
            const Milliseconds shorter = std::min(planted.duration(), proposed[i].duration());
            if (proposed[i].overlap(planted) * 2 >= shorter) {
                hit = true;
                good[i] = true;
            }
        }
        std::printf("  %-34s %s\n", highlight.name, hit ? "found" : "-");
        found += hit ? 1 : 0;
    }
    const auto right = std::count(good.cbegin(), good.cend(), true);
    std::printf("planted highlights found %d of %d; P@%d = %.2f\n", found, static_cast<int>(std::size(highlights)),
                static_cast<int>(proposed.size()), static_cast<double>(right) / static_cast<double>(proposed.size()));
}

} // namespace

int main()
{
    const Transcript sample = sampleInterview();
    if (sample.isEmpty()) {
        std::fprintf(stderr, "the sample interview cannot be read\n");
        return 1;
    }
    for (const qsizetype words : {25'000, 50'000, 100'000, 200'000}) {
        const Transcript transcript = repeated(sample, words);
        std::printf("offline engine, %7lld words, %5.1f h  %8.2f ms (median)\n",
                    static_cast<long long>(transcript.words.size()),
                    static_cast<double>(transcript.span().duration().count()) / 3'600'000.0,
                    medianMilliseconds(transcript));
    }
    printPrecision(sample);
    return 0;
}
