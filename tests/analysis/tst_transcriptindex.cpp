// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/transcriptindex.h"

#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class TranscriptIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyTranscript();
    void ranges_data();
    void ranges();
    void lookups_data();
    void lookups();
    void overlappingSentences();
    void sentenceSpansComeFromWords();
    void wordsOutOfOrderAreSorted();
    void wordsOfUnknownSentencesAreLeftOut();
    void speakersInOrderOfFirstSentence();
    void copiesShareEverything();
};

VIRAL_TEST(TranscriptIndexTest)

namespace {

/// Three sentences of two seconds with a second of silence between: 0–2, 3–5, 6–8; two words each.
Transcript threeSentences()
{
    return TranscriptMaker()
        .sentence(u"One two."_s, 0, 2000)
        .sentence(u"Three four."_s, 3000, 5000)
        .sentence(u"Five six."_s, 6000, 8000)
        .transcript();
}

} // namespace

void TranscriptIndexTest::emptyTranscript()
{
    const TranscriptIndex index{Transcript{}};
    QVERIFY(index.wordsIn(spanMs(0, 1000)).isEmpty());
    QVERIFY(index.sentencesIn(spanMs(0, 1000)).isEmpty());
    QVERIFY(index.wordsOfSentence(0).isEmpty());
    QVERIFY(index.spokenSpan(0).isEmpty());
    QVERIFY(!index.sentenceAt(Milliseconds{5}));
    QVERIFY(!index.wordAt(Milliseconds{5}));
    QCOMPARE(TranscriptIndex().sentenceStart(-1), Milliseconds{0});
}

void TranscriptIndexTest::ranges_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<int>("firstSentence");
    QTest::addColumn<int>("endSentence");
    QTest::addColumn<int>("firstWord");
    QTest::addColumn<int>("endWord");
    QTest::newRow("everything") << qint64(0) << qint64(9000) << 0 << 3 << 0 << 6;
    QTest::newRow("inside one sentence") << qint64(3500) << qint64(4500) << 1 << 2 << 3 << 4;
    QTest::newRow("end touches the next start") << qint64(0) << qint64(3000) << 0 << 1 << 0 << 2;
    QTest::newRow("one past the next start") << qint64(0) << qint64(3001) << 0 << 2 << 0 << 3;
    QTest::newRow("start touches the end before") << qint64(2000) << qint64(6000) << 1 << 2 << 2 << 4;
    QTest::newRow("one before the end before") << qint64(1999) << qint64(6000) << 0 << 2 << 2 << 4;
    QTest::newRow("in the silence") << qint64(2200) << qint64(2800) << 1 << 1 << 2 << 2;
    QTest::newRow("behind the end") << qint64(8000) << qint64(9000) << 3 << 3 << 6 << 6;
    QTest::newRow("reversed") << qint64(5000) << qint64(1000) << 2 << 2 << 4 << 4;
}

void TranscriptIndexTest::ranges()
{
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    const TranscriptIndex index(threeSentences());
    const TranscriptIndex::Range sentences = index.sentencesIn(spanMs(start, end));
    const TranscriptIndex::Range words = index.wordsIn(spanMs(start, end));
    QTEST(sentences.first, "firstSentence");
    QTEST(sentences.end, "endSentence");
    QTEST(words.first, "firstWord");
    QTEST(words.end, "endWord");
}

void TranscriptIndexTest::lookups_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("sentence"); // -1 for nothing
    QTest::addColumn<int>("word");
    QTest::newRow("before the first") << qint64(-1) << -1 << -1;
    QTest::newRow("first millisecond") << qint64(0) << 0 << 0;
    QTest::newRow("last of the first word") << qint64(999) << 0 << 0;
    QTest::newRow("second word") << qint64(1000) << 0 << 1;
    QTest::newRow("silence belongs to the one before") << qint64(2999) << 0 << 1;
    QTest::newRow("second sentence") << qint64(3000) << 1 << 2;
    QTest::newRow("long after") << qint64(1'000'000) << 2 << 5;
}

void TranscriptIndexTest::lookups()
{
    QFETCH(const qint64, time);
    const TranscriptIndex index(threeSentences());
    QTEST(index.sentenceAt(Milliseconds{time}).value_or(-1), "sentence");
    QTEST(index.wordAt(Milliseconds{time}).value_or(-1), "word");
}

void TranscriptIndexTest::overlappingSentences()
{
    // The first speaker goes on under the second and the third; the fourth has no length.
    const TranscriptIndex index = TranscriptMaker()
                                      .sentence(u"Long speech here."_s, 0, 9000)
                                      .sentence(u"Yes."_s, 1000, 2000)
                                      .sentence(u"Indeed."_s, 3000, 4000)
                                      .silentSentence(u"Click."_s, 10000, 10000)
                                      .index();
    QCOMPARE(index.sentencesIn(spanMs(5000, 6000)), (TranscriptIndex::Range{0, 3}));
    QCOMPARE(index.sentencesIn(spanMs(9000, 10000)), (TranscriptIndex::Range{3, 3}));
    QCOMPARE(index.sentencesIn(spanMs(10000, 10001)), (TranscriptIndex::Range{3, 4}));
    // Words 0, 3 and 4 of five: those of the others stand between.
    QCOMPARE(index.wordsOfSentence(0), (TranscriptIndex::Range{0, 5}));
    QCOMPARE(index.wordsOfSentence(1), (TranscriptIndex::Range{1, 2}));
    QVERIFY(index.wordsOfSentence(3).isEmpty());
}

void TranscriptIndexTest::sentenceSpansComeFromWords()
{
    const TranscriptIndex index = TranscriptMaker()
                                      .silentSentence(u"Tight words."_s, 1000, 5000)
                                      .word(u"Tight"_s, 1200, 1500)
                                      .word(u"words."_s, 1500, 4100)
                                      .silentSentence(u"No words"_s, 5000, 6000)
                                      .silentSentence(u"Clicks only"_s, 7000, 8000)
                                      .word(u"Clicks"_s, 7300, 7300)
                                      .index();
    QCOMPARE(index.spokenSpan(0), spanMs(1200, 4100));
    QCOMPARE(index.sentenceStart(0), Milliseconds{1200});
    QCOMPARE(index.sentenceEnd(0), Milliseconds{4100});
    QCOMPARE(index.spokenSpan(1), spanMs(5000, 6000));
    QCOMPARE(index.spokenSpan(2), spanMs(7000, 8000));
    QVERIFY(index.spokenSpan(3).isEmpty());
    QVERIFY(index.spokenSpan(-1).isEmpty());
}

void TranscriptIndexTest::wordsOutOfOrderAreSorted()
{
    TranscriptMaker maker;
    maker.silentSentence(u"a b"_s, 0, 2000).word(u"b"_s, 1000, 2000).word(u"a"_s, 0, 1000);
    const TranscriptIndex index = maker.index();
    QCOMPARE(index.transcript().words.constFirst().text, u"a"_s);
    QCOMPARE(index.spokenSpan(0), spanMs(0, 2000));
    QCOMPARE(maker.transcript().words.constFirst().text, u"b"_s);
}

void TranscriptIndexTest::wordsOfUnknownSentencesAreLeftOut()
{
    Transcript transcript = threeSentences();
    transcript.words[0].sentenceIndex = -1;
    transcript.words[5].sentenceIndex = 3;
    const TranscriptIndex index(transcript);
    QCOMPARE(index.wordsOfSentence(0), (TranscriptIndex::Range{1, 2}));
    QCOMPARE(index.wordsOfSentence(2), (TranscriptIndex::Range{4, 5}));
    QCOMPARE(index.wordsIn(spanMs(0, 9000)), (TranscriptIndex::Range{0, 6}));
}

void TranscriptIndexTest::speakersInOrderOfFirstSentence()
{
    Transcript transcript = threeSentences();
    transcript.sentences[0].speakerId = u"guest"_s;
    transcript.sentences[2].speakerId = u"guest"_s;
    const TranscriptIndex index(transcript);
    QCOMPARE(index.speakers(), (QStringList{u"guest"_s, QString()}));
    QCOMPARE(index.speakerOf(0), 0);
    QCOMPARE(index.speakerOf(1), 1);
    QCOMPARE(index.speakerOf(2), 0);
    QVERIFY(TranscriptIndex().speakers().isEmpty());
}

void TranscriptIndexTest::copiesShareEverything()
{
    TranscriptIndex index(threeSentences());
    const TranscriptIndex copy = index;
    QVERIFY(copy.isSharedWith(index));
    QVERIFY(!TranscriptIndex(threeSentences()).isSharedWith(index));
    QVERIFY(TranscriptIndex().isSharedWith(TranscriptIndex()));
    // Nothing is moved out of one.
    const TranscriptIndex taken = std::move(index);
    QCOMPARE(index.transcript().sentences.size(), 3);
    QVERIFY(taken.isSharedWith(copy));
}

#include "tst_transcriptindex.moc"
