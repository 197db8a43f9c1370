// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chunk.h"

#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class ChunkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyTranscript();
    void windows_data();
    void windows();
    void everySentenceIsCovered_data();
    void everySentenceIsCovered();
    void silenceBringsNoEmptyWindow();
    void sentenceLongerThanAWindow();
    void overlappingSentencesWidenTheSpan();
    void windowsStartAtTheFirstSentence();
};

VIRAL_TEST(ChunkTest)

namespace {

AnalysisSettings settingsOf(qint64 duration, qint64 overlap, qint64 minimum)
{
    return {Milliseconds{duration}, Milliseconds{overlap}, Milliseconds{minimum}, u"m"_s};
}

QString described(const QList<Chunk> &chunks)
{
    QStringList parts;
    for (const Chunk &chunk : chunks)
        parts += u"%1:%2-%3@%4-%5"_s.arg(chunk.index)
                     .arg(chunk.firstSentence)
                     .arg(chunk.endSentence)
                     .arg(chunk.span.start.count() / 1000)
                     .arg(chunk.span.end.count() / 1000);
    return parts.join(u' ');
}

} // namespace

void ChunkTest::emptyTranscript()
{
    QVERIFY(makeChunks({}, {}).isEmpty());
}

void ChunkTest::windows_data()
{
    QTest::addColumn<int>("sentences");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("expected"); // index:first-end@start-end in seconds, with 450/45/180 seconds
    QTest::newRow("one sentence") << 1 << 10 << u"0:0-1@0-10"_s;
    QTest::newRow("exactly one window") << 45 << 10 << u"0:0-45@0-450"_s;
    // The second window begins at 405 s; it would be 55 s long and joins the first.
    QTest::newRow("one sentence over") << 46 << 10 << u"0:0-46@0-460"_s;
    // 405–584 s is 179 s long: a millisecond-exact boundary needs sentences of one second.
    QTest::newRow("last just short of the minimum") << 584 << 1 << u"0:0-584@0-584"_s;
    QTest::newRow("last exactly the minimum") << 585 << 1 << u"0:0-450@0-450 1:405-585@405-585"_s;
    QTest::newRow("two full windows") << 855 << 1 << u"0:0-450@0-450 1:405-855@405-855"_s;
    QTest::newRow("third joins the second") << 900 << 1 << u"0:0-450@0-450 1:405-900@405-900"_s;
    // Sentences of 7 s are not cut: the window 0–450 s takes the one that begins at 448 s whole.
    QTest::newRow("sentences are not cut") << 100 << 7 << u"0:0-65@0-455 1:58-100@406-700"_s;
}

void ChunkTest::windows()
{
    QFETCH(const int, sentences);
    QFETCH(const int, seconds);
    const TranscriptMaker maker = TranscriptMaker().numbered(sentences, seconds * 1000);
    QTEST(described(makeChunks(maker.transcript(), settingsOf(450'000, 45'000, 180'000))), "expected");
}

void ChunkTest::everySentenceIsCovered_data()
{
    QTest::addColumn<qint64>("duration");
    QTest::addColumn<qint64>("overlap");
    QTest::addColumn<qint64>("minimum");
    QTest::newRow("defaults") << qint64(450'000) << qint64(45'000) << qint64(180'000);
    QTest::newRow("no overlap") << qint64(60'000) << qint64(0) << qint64(0);
    QTest::newRow("nearly all overlap") << qint64(60'000) << qint64(59'999) << qint64(0);
    QTest::newRow("shorter than a sentence") << qint64(1000) << qint64(500) << qint64(0);
    QTest::newRow("minimum longer than the chunk") << qint64(60'000) << qint64(10'000) << qint64(600'000);
    QTest::newRow("overlap as long as the chunk") << qint64(60'000) << qint64(60'000) << qint64(0);
    QTest::newRow("negative overlap") << qint64(60'000) << qint64(-5) << qint64(0);
    QTest::newRow("no duration") << qint64(0) << qint64(0) << qint64(0);
}

void ChunkTest::everySentenceIsCovered()
{
    QFETCH(const qint64, duration);
    QFETCH(const qint64, overlap);
    QFETCH(const qint64, minimum);
    const Transcript transcript = TranscriptMaker().numbered(300, 3700).transcript();
    const QList<Chunk> chunks = makeChunks(transcript, settingsOf(duration, overlap, minimum));
    QVERIFY(!chunks.isEmpty());
    QVERIFY(chunks.size() <= transcript.sentences.size());
    int covered = 0;
    for (int i = 0; const Chunk &chunk : chunks) {
        QCOMPARE(chunk.index, i++);
        QVERIFY(chunk.firstSentence <= covered);
        QVERIFY(chunk.endSentence > covered);
        QCOMPARE(chunk.span.start, transcript.sentences[chunk.firstSentence].span.start);
        QCOMPARE(chunk.span.end, transcript.sentences[chunk.endSentence - 1].span.end);
        covered = chunk.endSentence;
    }
    QCOMPARE(covered, int(transcript.sentences.size()));
}

void ChunkTest::silenceBringsNoEmptyWindow()
{
    // Ten sentences, then nothing for a thousand years, then ten more.
    TranscriptMaker maker = TranscriptMaker().numbered(10, 10'000);
    constexpr qint64 later = 31'536'000'000'000;
    for (int i = 0; i < 20; ++i)
        maker.sentence(u"Back again."_s, later + i * 10'000, later + (i + 1) * 10'000);
    const QList<Chunk> chunks = makeChunks(maker.transcript(), settingsOf(450'000, 45'000, 0));
    QVERIFY(chunks.size() <= 3);
    QCOMPARE(chunks[0].endSentence, 10);
    QCOMPARE(chunks[1].firstSentence, 10);
    QCOMPARE(chunks.constLast().endSentence, 30);
}

void ChunkTest::sentenceLongerThanAWindow()
{
    const Transcript transcript = TranscriptMaker()
                                      .sentence(u"Short."_s, 0, 5000)
                                      .sentence(u"Ten minutes without a full stop"_s, 5000, 605'000)
                                      .sentence(u"At last."_s, 605'000, 610'000)
                                      .transcript();
    // The window from 405 s has nothing new to begin with before 605 s and is 5 s long.
    QCOMPARE(described(makeChunks(transcript, settingsOf(450'000, 45'000, 0))), u"0:0-2@0-605 1:2-3@605-610"_s);
    QCOMPARE(described(makeChunks(transcript, settingsOf(450'000, 45'000, 180'000))), u"0:0-3@0-610"_s);
}

void ChunkTest::overlappingSentencesWidenTheSpan()
{
    const Transcript transcript = TranscriptMaker()
                                      .silentSentence(u"Long one."_s, 1000, 90'000)
                                      .silentSentence(u"Aside."_s, 2000, 3000)
                                      .transcript();
    QCOMPARE(makeChunks(transcript, settingsOf(450'000, 45'000, 0)).constFirst().span, spanMs(1000, 90'000));
}

void ChunkTest::windowsStartAtTheFirstSentence()
{
    // An hour of silence first: the raster begins where somebody speaks.
    TranscriptMaker maker;
    for (int i = 0; i < 90; ++i)
        maker.silentSentence(u"x"_s, 3'600'000 + i * 10'000, 3'600'000 + (i + 1) * 10'000);
    QCOMPARE(described(makeChunks(maker.transcript(), settingsOf(450'000, 45'000, 0))),
             u"0:0-45@3600-4050 1:41-86@4010-4460 2:81-90@4410-4500"_s);
}

#include "tst_chunk.moc"
