// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/completion.h"

#include "tests/ingest/inputdump.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class CompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStaysNothing();
    void wordsAreSpreadOverSentences();
    void overlappingSentencesKeepOrder();
    void sentencesAreBuiltFromWords();
    void wordsWithoutPunctuation();
    void fittingIndexIsKept();
    void missingIndexIsFoundByTime();
    void wordInPauseGoesToNearerSentence();
    void wordsOutsideWidenTheirSentence();
    void sentencesAreSorted();
    void languageIsNormalised_data();
    void languageIsNormalised();
    void randomTranscriptsKeepThePromises();
    void completingTwiceChangesNothing();
};

VIRAL_TEST(CompletionTest)

namespace {

Sentence sentence(const QString &text, qint64 start, qint64 end)
{
    return {.text = text, .span = spanMs(start, end)};
}

Word word(const QString &text, qint64 start, qint64 end, int index = 0)
{
    return {.text = text, .span = spanMs(start, end), .sentenceIndex = index};
}

QList<int> indexes(const Transcript &transcript)
{
    QList<int> result;
    for (const Word &item : transcript.words)
        result.append(item.sentenceIndex);
    return result;
}

Transcript randomTranscript(QRandomGenerator &random)
{
    Transcript transcript;
    const auto span = [&random] {
        const qint64 start = random.bounded(60'000) - 500;
        return spanMs(start, start + random.bounded(12'000) - 1000);
    };
    for (int i = random.bounded(8); i > 0; --i)
        transcript.sentences.append({.text = u"We opened it. Nobody came"_s, .span = span()});
    for (int i = random.bounded(30); i > 0; --i)
        transcript.words.append({.text = u"word."_s, .span = span(), .sentenceIndex = random.bounded(12) - 2});
    return transcript;
}

} // namespace

void CompletionTest::nothingStaysNothing()
{
    const Transcript transcript = completed(Transcript{});
    QVERIFY(transcript.isEmpty());
    QVERIFY(transcript.words.isEmpty());
    QCOMPARE(transcript.wordTimes, TimeOrigin::None);
}

void CompletionTest::wordsAreSpreadOverSentences()
{
    const Transcript given{.sentences = {sentence(u"We opened."_s, 1000, 2000), sentence(u"難しい。"_s, 2000, 3000)}};
    const Transcript transcript = completed(given);
    QCOMPARE(transcript.sentences, given.sentences);
    QCOMPARE(transcript.wordTimes, TimeOrigin::Estimated);
    QCOMPARE(transcript.words.size(), 3);
    QCOMPARE(transcript.words.at(0).text, u"We"_s);
    QCOMPARE(transcript.words.at(0).span.start, 1000ms);
    QCOMPARE(transcript.words.at(1).span.end, 2000ms);
    QCOMPARE(indexes(transcript), (QList<int>{0, 0, 1}));
}

void CompletionTest::overlappingSentencesKeepOrder()
{
    const Transcript transcript =
        completed({.sentences = {sentence(u"one two three"_s, 0, 10'000), sentence(u"yes"_s, 3000, 4000),
                                 sentence(u"no"_s, 3000, 5000), sentence(u"four five"_s, 9000, 12'000)}});
    QCOMPARE(brokenPromise(transcript), QString());
    QCOMPARE(transcript.words.size(), 7);
}

void CompletionTest::sentencesAreBuiltFromWords()
{
    const Transcript transcript =
        completed({.words = {word(u"Dr."_s, 100, 300), word(u"Weiss"_s, 300, 600), word(u"left."_s, 600, 900),
                             word(u"Nobody"_s, 1000, 1200), word(u"knew."_s, 1200, 1500)}});
    QCOMPARE(transcript.sentences,
             (QList<Sentence>{sentence(u"Dr. Weiss left."_s, 100, 900), sentence(u"Nobody knew."_s, 1000, 1500)}));
    QCOMPARE(indexes(transcript), (QList<int>{0, 0, 0, 1, 1}));
    QCOMPARE(transcript.wordTimes, TimeOrigin::Exact);
    QVERIFY(!transcript.lacksPunctuation);
}

void CompletionTest::wordsWithoutPunctuation()
{
    const Transcript transcript = completed({.words = {word(u"so"_s, 0, 300), word(u"yes"_s, 1000, 1300)}});
    QVERIFY(transcript.lacksPunctuation);
    QCOMPARE(transcript.sentences, (QList<Sentence>{sentence(u"so"_s, 0, 300), sentence(u"yes"_s, 1000, 1300)}));
}

void CompletionTest::fittingIndexIsKept()
{
    // The third word begins in the second sentence's time, but belongs to the first.
    const Transcript given{.sentences = {sentence(u"a b c"_s, 0, 1000), sentence(u"d"_s, 800, 2000)},
                           .words = {word(u"a"_s, 0, 100, 0), word(u"b"_s, 100, 200, 0), word(u"c"_s, 850, 1000, 0),
                                     word(u"d"_s, 900, 2000, 1)}};
    QCOMPARE(completed(given), given);
}

void CompletionTest::missingIndexIsFoundByTime()
{
    Repairs repairs;
    const Transcript transcript =
        completed({.sentences = {sentence(u"a b"_s, 0, 1000), sentence(u"c"_s, 5000, 6000)},
                   .words = {word(u"a"_s, 0, 500), word(u"b"_s, 500, 1000), word(u"c"_s, 5000, 6000)}},
                  repairs);
    QCOMPARE(indexes(transcript), (QList<int>{0, 0, 1}));
    QCOMPARE(repairs.count(Repair::WordReassigned), qsizetype(1));
}

void CompletionTest::wordInPauseGoesToNearerSentence()
{
    const Transcript transcript =
        completed({.sentences = {sentence(u"a"_s, 0, 1000), sentence(u"b"_s, 9000, 10'000)},
                   .words = {word(u"a"_s, 0, 500, 7), word(u"x"_s, 2000, 2200, 7), word(u"y"_s, 8000, 8200, 7)}});
    QCOMPARE(indexes(transcript), (QList<int>{0, 0, 1}));
    QCOMPARE(brokenPromise(transcript), QString());
}

void CompletionTest::wordsOutsideWidenTheirSentence()
{
    Repairs repairs;
    const Transcript transcript = completed(
        {.sentences = {sentence(u"a b"_s, 1000, 2000)}, .words = {word(u"a"_s, 900, 1500), word(u"b"_s, 1500, 2100)}},
        repairs);
    QCOMPARE(transcript.sentences.constFirst().span, spanMs(900, 2100));
    QCOMPARE(repairs.count(Repair::WordOutsideSentence), qsizetype(1));
    QCOMPARE(transcript.words.constFirst().span, spanMs(900, 1500));
}

void CompletionTest::sentencesAreSorted()
{
    Repairs repairs;
    const Transcript transcript = completed({.sentences = {sentence(u"b"_s, 5000, 6000), sentence(u"a"_s, 0, 1000)},
                                             .words = {word(u"a"_s, 0, 1000, 1), word(u"b"_s, 5000, 6000, 0)}},
                                            repairs);
    QCOMPARE(transcript.sentences.constFirst().text, u"a"_s);
    QCOMPARE(indexes(transcript), (QList<int>{0, 1}));
    QCOMPARE(repairs.count(Repair::OutOfOrder), qsizetype(1));
    QCOMPARE(repairs.count(Repair::WordReassigned), qsizetype(0));
}

void CompletionTest::languageIsNormalised_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("language");
    QTest::newRow("region") << u"en-GB"_s << u"en"_s;
    QTest::newRow("name") << u"English"_s << u"en"_s;
    QTest::newRow("wrong script") << u"ru"_s << u"en"_s;
}

void CompletionTest::languageIsNormalised()
{
    QFETCH(const QString, given);
    const QString text =
        u"We opened the bakery in March and nobody came to see what it was that we had for them, and it was good."_s;
    const Transcript transcript = completed({.language = given, .sentences = {sentence(text, 0, 5000)}});
    QTEST(transcript.language, "language");
}

void CompletionTest::randomTranscriptsKeepThePromises()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2000; ++round) {
        const Transcript given = randomTranscript(random);
        const Transcript transcript = completed(given);
        QCOMPARE(brokenPromise(transcript), QString());
        if (!given.words.isEmpty())
            QCOMPARE(transcript.words.size(), given.words.size());
    }
}

void CompletionTest::completingTwiceChangesNothing()
{
    QRandomGenerator random(8);
    for (int round = 0; round < 300; ++round) {
        const Transcript once = completed(randomTranscript(random));
        Transcript twice = completed(once);
        twice.wordTimes = once.wordTimes;
        if (!once.isEmpty())
            QCOMPARE(twice, once);
    }
}

#include "tst_completion.moc"
