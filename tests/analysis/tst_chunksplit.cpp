// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/chunksplit.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;

// Chunks that are too much for one answer, in two parts.
class ChunkSplitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data();
    void parts();
    void clipsAcrossTheCutAreWhole();
    void oneSentenceStaysWhole();
    void partsGetSmaller();
};

VIRAL_TEST(ChunkSplitTest)

namespace {

Chunk chunkOf(const Transcript &transcript, int first, int end)
{
    return {7, {transcript.sentences[first].span.start, transcript.sentences[end - 1].span.end}, first, end};
}

} // namespace

void ChunkSplitTest::parts_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    QTest::newRow("two") << 0 << 2;
    QTest::newRow("three") << 0 << 3;
    QTest::newRow("twelve") << 12 << 24;
    QTest::newRow("a whole window") << 81 << 171;
}

void ChunkSplitTest::parts()
{
    QFETCH(const int, first);
    QFETCH(const int, end);
    const Transcript transcript = evenTranscript(200);
    const auto both = splitChunk(transcript, chunkOf(transcript, first, end));
    QVERIFY(both);
    const auto &[before, after] = *both;
    QCOMPARE(before.index, 7);
    QCOMPARE(after.index, 7);
    QCOMPARE(before.firstSentence, first);
    QCOMPARE(after.endSentence, end);
    // No sentence between them, and each is a real part.
    QVERIFY(after.firstSentence <= before.endSentence);
    QVERIFY(after.firstSentence > first);
    QVERIFY(before.endSentence < end);
    QCOMPARE(before.span.start, transcript.sentences[first].span.start);
    QCOMPARE(before.span.end, transcript.sentences[before.endSentence - 1].span.end);
    QCOMPARE(after.span.start, transcript.sentences[after.firstSentence].span.start);
    QCOMPARE(after.span.end, transcript.sentences[end - 1].span.end);
}

void ChunkSplitTest::clipsAcrossTheCutAreWhole()
{
    const Transcript transcript = evenTranscript(200);
    const auto both = splitChunk(transcript, chunkOf(transcript, 0, 90));
    QVERIFY(both);
    // 45 s on either side of 225 s.
    QCOMPARE(both->first.endSentence, 54);
    QCOMPARE(both->second.firstSentence, 36);
}

void ChunkSplitTest::oneSentenceStaysWhole()
{
    const Transcript transcript = evenTranscript(5);
    QVERIFY(!splitChunk(transcript, chunkOf(transcript, 3, 4)));
    QVERIFY(!splitChunk(transcript, {}));
}

void ChunkSplitTest::partsGetSmaller()
{
    // All of it in one moment: there is no middle, and still it ends.
    Transcript transcript = evenTranscript(64);
    for (Sentence &sentence : transcript.sentences)
        sentence.span = spanMs(1000, 1000);
    Chunk chunk = chunkOf(transcript, 0, 64);
    int steps = 0;
    while (const auto both = splitChunk(transcript, chunk)) {
        const int size = chunk.endSentence - chunk.firstSentence;
        QVERIFY(both->first.endSentence - both->first.firstSentence < size);
        QVERIFY(both->second.endSentence - both->second.firstSentence < size);
        chunk = both->second;
        QVERIFY(++steps < 64);
    }
}

#include "tst_chunksplit.moc"
