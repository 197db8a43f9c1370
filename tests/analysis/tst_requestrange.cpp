// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chunk.h"
#include "core/analysis/requestrange.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// A request for a part of its recording.
class RequestRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeSentencesOnly_data();
    void wholeSentencesOnly();
    void wordsGoWithTheirSentences();
    void everythingElseStays();
    void strayWordsAreLeftOut();
    void chunksKeepTheTimesOfTheRecording();
};

VIRAL_TEST(RequestRangeTest)

namespace {

/// Ten sentences of ten seconds, without a pause, each of two words; the fifth begins with the fourth.
Request tenSentences()
{
    Request request{.jobId = u"talk"_s,
                    .openAiApiKey = Secret(u"sk-some-key-123456"_s),
                    .metadata = {{u"audience"_s, "\"Bakers\""}},
                    .webhooks = {.resultUrl = u"https://example.com/done"_s}};
    request.options.chunkDuration = std::chrono::seconds{30};
    Transcript &transcript = request.transcript;
    transcript.language = u"de"_s;
    transcript.wordTimes = TimeOrigin::Estimated;
    transcript.lacksPunctuation = true;
    for (int i = 0; i < 10; ++i) {
        const qint64 start = i == 4 ? 30'000 : i * 10'000;
        transcript.sentences.append({u"number %1"_s.arg(i), spanMs(start, (i + 1) * 10'000), u"a"_s});
        transcript.words.append({u"number"_s, spanMs(start, start + 4'000), i});
        transcript.words.append({QString::number(i), spanMs(start + 4'000, start + 9'000), i});
    }
    return request;
}

QString numbersOf(const Request &request)
{
    QStringList numbers;
    for (const Sentence &sentence : request.transcript.sentences)
        numbers.append(sentence.text.last(1));
    return numbers.join(u' ');
}

} // namespace

void RequestRangeTest::wholeSentencesOnly_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QString>("numbers");
    const auto row = [](const char *name, qint64 start, qint64 end, const char *numbers) {
        QTest::newRow(name) << start << end << QString::fromLatin1(numbers);
    };
    row("everything", 0, 100'000, "0 1 2 3 4 5 6 7 8 9");
    row("more than everything", -5'000, 900'000, "0 1 2 3 4 5 6 7 8 9");
    row("edge to edge", 10'000, 30'000, "1 2");
    row("a millisecond less at the end", 10'000, 29'999, "1");
    row("a millisecond less at the start", 10'001, 30'000, "2");
    row("one of two that begin together", 30'000, 40'000, "3");
    row("an overlap makes a gap", 40'000, 60'000, "5");
    row("inside one sentence", 11'000, 19'000, "");
    row("behind the end", 100'000, 200'000, "");
    row("empty", 20'000, 20'000, "");
    row("turned round", 50'000, 10'000, "");
}

void RequestRangeTest::wholeSentencesOnly()
{
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    const Request part = requestWithin(tenSentences(), spanMs(start, end));
    QTEST(numbersOf(part), "numbers");
    QCOMPARE(part.transcript.words.size(), 2 * part.transcript.sentences.size());
}

void RequestRangeTest::wordsGoWithTheirSentences()
{
    const Request whole = tenSentences();
    const Request part = requestWithin(whole, spanMs(40'000, 80'000));
    QCOMPARE(numbersOf(part), u"5 6 7"_s);
    for (qsizetype i = 0; i < part.transcript.words.size(); ++i) {
        QCOMPARE(part.transcript.words.at(i).sentenceIndex, int(i / 2));
        QCOMPARE(part.transcript.words.at(i).span, whole.transcript.words.at(10 + i).span);
    }
}

void RequestRangeTest::everythingElseStays()
{
    const Request whole = tenSentences();
    QCOMPARE(requestWithin(whole, spanMs(0, 100'000)), whole);
    Request part = requestWithin(whole, spanMs(10'000, 20'000));
    part.transcript.sentences = whole.transcript.sentences;
    part.transcript.words = whole.transcript.words;
    QCOMPARE(part, whole);
}

void RequestRangeTest::strayWordsAreLeftOut()
{
    Request whole = tenSentences();
    whole.transcript.words[0].sentenceIndex = -1;
    whole.transcript.words[1].sentenceIndex = 99;
    QCOMPARE(requestWithin(whole, spanMs(0, 100'000)).transcript.words.size(), 18);
    whole.transcript.words.clear();
    QCOMPARE(requestWithin(whole, spanMs(0, 20'000)).transcript.sentences.size(), 2);
}

void RequestRangeTest::chunksKeepTheTimesOfTheRecording()
{
    const Request part = requestWithin(tenSentences(), spanMs(50'000, 100'000));
    const QList<Chunk> chunks = makeChunks(part.transcript, withOptions({}, part.options));
    QVERIFY(!chunks.isEmpty());
    QCOMPARE(chunks.constFirst().firstSentence, 0);
    QCOMPARE(chunks.constFirst().span.start, Milliseconds{50'000});
    QCOMPARE(chunks.constLast().span.end, Milliseconds{100'000});
}

#include "tst_requestrange.moc"
