// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/snapping.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Viral::SnapKind)

class SnappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetsOfTranscript();
    void estimatedWordsDoNotCatch();
    void edgesAreInOrderAndOnce();
    void snap_data();
    void snap();
    void nothingToCatch();
    void playheadCatches();
};

VIRAL_TEST(SnappingTest)

namespace {

Transcript conversation()
{
    return {.language = u"en"_s,
            .sentences = {{.text = u"Well then."_s, .span = spanMs(1000, 2000), .speakerId = u"a"_s},
                          {.text = u"Go on."_s, .span = spanMs(2400, 3000), .speakerId = u"a"_s},
                          {.text = u"No."_s, .span = spanMs(3000, 3500), .speakerId = u"b"_s}},
            .words = {{.text = u"Well"_s, .span = spanMs(1000, 1300), .sentenceIndex = 0},
                      {.text = u"then."_s, .span = spanMs(1599, 2000), .sentenceIndex = 0},
                      {.text = u"Go"_s, .span = spanMs(2400, 2700), .sentenceIndex = 1},
                      {.text = u"on."_s, .span = spanMs(2700, 3000), .sentenceIndex = 1},
                      {.text = u"No."_s, .span = spanMs(3000, 3500), .sentenceIndex = 2}}};
}

using Times = std::vector<Milliseconds>;

} // namespace

void SnappingTest::targetsOfTranscript()
{
    const SnapTargets targets = snapTargetsOf(conversation());
    QVERIFY((targets.sentenceStarts == Times{1000ms, 2400ms, 3000ms}));
    QVERIFY((targets.sentenceEnds == Times{2000ms, 3000ms, 3500ms}));
    QVERIFY((targets.speakerChanges == Times{3000ms}));
    QVERIFY((targets.words == Times{1000ms, 1300ms, 1599ms, 2000ms, 2400ms, 2700ms, 3000ms, 3500ms}));
    // 299 ms between the first two words are no pause, 400 ms after the sentence are.
    QVERIFY((targets.pauses == Times{2200ms}));
}

void SnappingTest::estimatedWordsDoNotCatch()
{
    Transcript transcript = conversation();
    transcript.wordTimes = TimeOrigin::Estimated;
    const SnapTargets targets = snapTargetsOf(transcript);
    QVERIFY(targets.words.empty());
    QVERIFY(targets.pauses.empty());
    QCOMPARE(targets.sentenceStarts.size(), std::size_t(3));
}

void SnappingTest::edgesAreInOrderAndOnce()
{
    const std::vector spans{spanMs(50, 90), spanMs(10, 50)};
    QVERIFY((edgesOf(spans) == Times{10ms, 50ms, 90ms}));
}

void SnappingTest::snap_data()
{
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<qint64>("radius");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<SnapKind>("kind");
    QTest::newRow("on it") << qint64(1000) << qint64(0) << qint64(1000) << SnapKind::SentenceStart;
    QTest::newRow("just within") << qint64(990) << qint64(10) << qint64(1000) << SnapKind::SentenceStart;
    QTest::newRow("word") << qint64(1290) << qint64(20) << qint64(1300) << SnapKind::Word;
    QTest::newRow("pause") << qint64(2210) << qint64(20) << qint64(2200) << SnapKind::Pause;
    QTest::newRow("sentence before a nearer word")
        << qint64(1290) << qint64(300) << qint64(1000) << SnapKind::SentenceStart;
    QTest::newRow("nearer of two sentences") << qint64(2210) << qint64(400) << qint64(2400) << SnapKind::SentenceStart;
    QTest::newRow("start named before end at one place")
        << qint64(3001) << qint64(8) << qint64(3000) << SnapKind::SentenceStart;
    QTest::newRow("from behind the last") << qint64(3600) << qint64(100) << qint64(3500) << SnapKind::SentenceEnd;
    QTest::newRow("from before the first") << qint64(900) << qint64(100) << qint64(1000) << SnapKind::SentenceStart;
}

void SnappingTest::snap()
{
    QFETCH(const qint64, wanted);
    QFETCH(const qint64, radius);
    const auto snap = snapFor(snapTargetsOf(conversation()), Milliseconds{wanted}, Milliseconds{radius});
    QVERIFY(snap);
    QTEST(qint64(snap->time.count()), "time");
    QTEST(snap->kind, "kind");
}

void SnappingTest::nothingToCatch()
{
    QVERIFY(!snapFor(SnapTargets{}, 5s, 1h));
    QVERIFY(!snapFor(snapTargetsOf(conversation()), 1440ms, 100ms));
    QVERIFY(!snapFor(snapTargetsOf(conversation()), 989ms, 10ms));
}

void SnappingTest::playheadCatches()
{
    SnapTargets targets = snapTargetsOf(conversation());
    targets.playhead = 1450ms;
    targets.momentEdges = {1480ms};
    QVERIFY((snapFor(targets, 1455ms, 40ms) == Snap{1450ms, SnapKind::Playhead}));
    QVERIFY((snapFor(targets, 1475ms, 40ms) == Snap{1480ms, SnapKind::MomentEdge}));
}

#include "tst_snapping.moc"
