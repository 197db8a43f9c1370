// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/reviewsamples.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesUndoesRedoes();
    void nothingToUndoOrRedo();
    void newStepDropsWhatWasUndone();
    void stepOfSeveralEditsIsOne();
    void refusedStepLeavesAllUnchanged();
    void whatChangesNothingMakesNoStep();
    void mergesByGesture_data();
    void mergesByGesture();
    void mergedStepThatEndsWhereItBeganDisappears();
    void undoEndsAGesture();
    void undoesAMergedStepOfManyKinds();
    void undoAllRedoAll_data();
    void undoAllRedoAll();
    void undoAndRedoMeanTheirStep();
    void growingKeepsWhatWasTouched();
    void growingGivesWhatReplayGives_data();
    void growingGivesWhatReplayGives();
    void replayPassesOverWhatDoesNotFit();
    void replayGivesTheSame_data();
    void replayGivesTheSame();
};

VIRAL_TEST(HistoryTest)

namespace {

const JournalEntry undoEntry{.action = JournalAction::Undo};
const JournalEntry redoEntry{.action = JournalAction::Redo};

MomentId one()
{
    return momentId(u"job-1"_s, sampleMoment(u"One"_s, 10));
}

MomentId two()
{
    return momentId(u"job-1"_s, sampleMoment(u"Two"_s, 100));
}

ReviewHistory freshHistory()
{
    return ReviewHistory(Review(sampleResult()));
}

JournalEntry titleStep(const QString &title, const QString &gesture = {})
{
    return step({TextEdit{one(), TextField::Title, title}}, gesture);
}

QString titleOf(const ReviewHistory &history)
{
    return history.review().find(one())->current.title;
}

bool sameSteps(const ReviewHistory &a, const ReviewHistory &b)
{
    return std::equal(a.steps().begin(), a.steps().end(), b.steps().begin(), b.steps().end(),
                      [](const ReviewHistory::Step &left, const ReviewHistory::Step &right) {
                          return left.entry == right.entry && left.inverses == right.inverses;
                      });
}

} // namespace

void HistoryTest::doesUndoesRedoes()
{
    ReviewHistory history = freshHistory();
    QVERIFY(history.apply(titleStep(u"A"_s)));
    QVERIFY(history.apply(titleStep(u"B"_s)));
    QCOMPARE(titleOf(history), u"B"_s);
    QVERIFY(history.apply(undoEntry));
    QCOMPARE(titleOf(history), u"A"_s);
    QCOMPARE(history.position(), 1);
    QVERIFY(history.canRedo());
    QVERIFY(history.apply(undoEntry));
    QCOMPARE(history.review(), Review(sampleResult()));
    QVERIFY(!history.canUndo());
    QVERIFY(history.apply(redoEntry));
    QVERIFY(history.apply(redoEntry));
    QCOMPARE(titleOf(history), u"B"_s);
    QVERIFY(!history.canRedo());
}

void HistoryTest::nothingToUndoOrRedo()
{
    ReviewHistory history = freshHistory();
    QCOMPARE(history.apply(undoEntry).error().kind, ErrorKind::Input);
    QCOMPARE(history.apply(redoEntry).error().kind, ErrorKind::Input);
    QVERIFY(history.apply(titleStep(u"A"_s)));
    QVERIFY(!history.apply(redoEntry));
    QCOMPARE(titleOf(history), u"A"_s);
}

void HistoryTest::newStepDropsWhatWasUndone()
{
    ReviewHistory history = freshHistory();
    QVERIFY(history.apply(titleStep(u"A"_s)));
    QVERIFY(history.apply(titleStep(u"B"_s)));
    QVERIFY(history.apply(undoEntry));
    QVERIFY(history.apply(titleStep(u"C"_s)));
    QVERIFY(!history.canRedo());
    QCOMPARE(history.steps().size(), 2);
    QVERIFY(history.apply(undoEntry));
    QCOMPARE(titleOf(history), u"A"_s);
}

void HistoryTest::stepOfSeveralEditsIsOne()
{
    ReviewHistory history = freshHistory();
    QVERIFY(history.apply(step({DecisionEdit{one(), Decision::Kept}, DecisionEdit{two(), Decision::Kept},
                                DecisionEdit{one(), Decision::Held}})));
    QCOMPARE(history.steps().size(), 1);
    QCOMPARE(history.review().count(Decision::Kept), 1);
    QVERIFY(history.apply(undoEntry));
    QCOMPARE(history.review(), Review(sampleResult()));
}

void HistoryTest::refusedStepLeavesAllUnchanged()
{
    ReviewHistory history = freshHistory();
    QVERIFY(history.apply(titleStep(u"A"_s)));
    QVERIFY(history.apply(titleStep(u"B"_s)));
    QVERIFY(history.apply(undoEntry));
    const ReviewHistory before = history;
    const auto refused =
        history.apply(step({DecisionEdit{one(), Decision::Kept}, SpanEdit{two(), spanMs(200'000, 210'000)},
                            AddEdit{editorsMoment(u"mine"_s, 1)}, ScoreEdit{one(), Metric::Shareability, 0}}));
    QVERIFY(!refused);
    QCOMPARE(history.review(), before.review());
    QVERIFY(sameSteps(history, before));
    QVERIFY(history.canRedo());
}

void HistoryTest::whatChangesNothingMakesNoStep()
{
    ReviewHistory history = freshHistory();
    QVERIFY(history.apply(titleStep(u"A"_s)));
    QVERIFY(history.apply(undoEntry));
    QVERIFY(history.apply(titleStep(u"One"_s)));
    QVERIFY(history.apply(step({})));
    QVERIFY(history.apply(step({StarEdit{one(), true}, StarEdit{one(), false}})));
    QVERIFY(history.canRedo());
    QVERIFY(!history.canUndo());
    QCOMPARE(history.review(), Review(sampleResult()));
}

void HistoryTest::mergesByGesture_data()
{
    QTest::addColumn<QStringList>("gestures");
    QTest::addColumn<int>("steps");
    QTest::newRow("none") << QStringList{u""_s, u""_s, u""_s} << 3;
    QTest::newRow("one") << QStringList{u"g"_s, u"g"_s, u"g"_s} << 1;
    QTest::newRow("two") << QStringList{u"g"_s, u"g"_s, u"h"_s, u"h"_s} << 2;
    QTest::newRow("interrupted") << QStringList{u"g"_s, u""_s, u"g"_s} << 3;
    QTest::newRow("back again") << QStringList{u"g"_s, u"h"_s, u"g"_s} << 3;
}

void HistoryTest::mergesByGesture()
{
    QFETCH(const QStringList, gestures);
    QFETCH(const int, steps);
    ReviewHistory history = freshHistory();
    for (int i = 0; i < gestures.size(); ++i)
        QVERIFY(history.apply(titleStep(u"Title %1"_s.arg(i), gestures.at(i))));
    QCOMPARE(history.steps().size(), steps);
    const Review final = history.review();
    for (int i = 0; i < steps; ++i)
        QVERIFY(history.apply(undoEntry));
    QCOMPARE(history.review(), Review(sampleResult()));
    for (int i = 0; i < steps; ++i)
        QVERIFY(history.apply(redoEntry));
    QCOMPARE(history.review(), final);
}

void HistoryTest::mergedStepThatEndsWhereItBeganDisappears()
{
    ReviewHistory history = freshHistory();
    QVERIFY(history.apply(titleStep(u"Kept step"_s)));
    QVERIFY(history.apply(step({SpanEdit{one(), spanMs(300'000, 340'000)}}, u"nudge"_s)));
    QVERIFY(history.apply(step({PostEdit{one(), Platform::Twitter, {}}}, u"nudge"_s)));
    QVERIFY(history.apply(step({SpanEdit{one(), spanMs(10'000, 70'000)}}, u"nudge"_s)));
    QCOMPARE(history.steps().size(), 2);
    QVERIFY(history.apply(step({PostEdit{one(), Platform::Twitter, u"A post for X"_s}}, u"nudge"_s)));
    QCOMPARE(history.steps().size(), 1);
    QVERIFY(!history.canRedo());

    // What follows with the same gesture is a new step.
    QVERIFY(history.apply(titleStep(u"Next"_s, u"nudge"_s)));
    QCOMPARE(history.steps().size(), 2);
    QVERIFY(history.apply(undoEntry));
    QCOMPARE(titleOf(history), u"Kept step"_s);
}

void HistoryTest::undoEndsAGesture()
{
    ReviewHistory history = freshHistory();
    QVERIFY(history.apply(titleStep(u"A"_s, u"g"_s)));
    QVERIFY(history.apply(undoEntry));
    QVERIFY(history.apply(redoEntry));
    QVERIFY(history.apply(titleStep(u"AB"_s, u"g"_s)));
    QCOMPARE(history.steps().size(), 2);
}

void HistoryTest::undoesAMergedStepOfManyKinds()
{
    ReviewHistory history = freshHistory();
    QRandomGenerator random(7);
    for (int i = 0; i < 200; ++i)
        QVERIFY(history.apply(step({randomEdit(history.review(), random, i)}, u"one long gesture"_s)));
    QVERIFY(history.steps().size() <= 1);
    const Review final = history.review();
    QVERIFY(history.apply(undoEntry));
    QCOMPARE(history.review(), Review(sampleResult()));
    QVERIFY(history.apply(redoEntry));
    QCOMPARE(history.review(), final);
}

void HistoryTest::undoAllRedoAll_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void HistoryTest::undoAllRedoAll()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    ReviewHistory history = freshHistory();
    QList<Review> states{history.review()};
    for (int i = 0; i < 150; ++i) {
        QList<Edit> edits;
        Review scratch = history.review();
        for (int n = random.bounded(1, 4); n > 0; --n) {
            edits.append(randomEdit(scratch, random, i * 4 + n));
            QVERIFY(apply(scratch, edits.constLast()).has_value());
        }
        QVERIFY(history.apply(step(edits, random.bounded(3) == 0 ? u"g"_s : QString())));
        QCOMPARE(history.review(), scratch);
        states.resize(history.position());
        states.append(history.review());
    }
    for (qsizetype i = history.position() - 1; i >= 0; --i) {
        QVERIFY(history.apply(undoEntry));
        QCOMPARE(history.review(), states.at(i));
    }
    QVERIFY(!history.canUndo());
    for (qsizetype i = 1; i < states.size(); ++i) {
        QVERIFY(history.apply(redoEntry));
        QCOMPARE(history.review(), states.at(i));
    }
    QVERIFY(!history.canRedo());
}

void HistoryTest::undoAndRedoMeanTheirStep()
{
    ReviewHistory history = freshHistory();
    JournalEntry first = titleStep(u"A"_s);
    JournalEntry second = titleStep(u"B"_s);
    first.number = 1;
    second.number = 2;
    QVERIFY(history.apply(first));
    QCOMPARE(history.undoTarget(), 1);
    QVERIFY(history.apply(second));
    QCOMPARE(history.undoTarget(), 2);
    QVERIFY(!history.apply({.action = JournalAction::Undo, .target = 1}));
    QCOMPARE(titleOf(history), u"B"_s);
    QVERIFY(history.apply({.action = JournalAction::Undo, .target = 2}));
    QCOMPARE(titleOf(history), u"A"_s);
    QVERIFY(!history.apply({.action = JournalAction::Redo, .target = 1}));
    QCOMPARE(history.redoTarget(), 2);
    QVERIFY(history.apply({.action = JournalAction::Redo, .target = 2}));
    QCOMPARE(titleOf(history), u"B"_s);
}

namespace {

/// The sample's result without its first moment, with another one instead.
ServiceResult newerResult()
{
    ServiceResult newer = sampleResult();
    newer.moments[0] = sampleMoment(u"Better"_s, 20);
    newer.moments.append(sampleMoment(u"Later"_s, 500));
    return newer;
}

/// A step as a document takes it while the run goes on: what it touches first is noted.
JournalEntry liveStep(const ReviewHistory &history, const QList<Edit> &edits)
{
    JournalEntry entry = step(edits);
    for (const Edit &edit : edits) {
        const ReviewedMoment *moment = history.review().find(editedMoment(edit));
        if (moment && isOfResult(moment->origin) && !history.isNoted(moment->id))
            entry.originals.append({moment->id, moment->original});
    }
    return entry;
}

} // namespace

void HistoryTest::growingKeepsWhatWasTouched()
{
    ReviewHistory history = freshHistory();
    const JournalEntry kept = liveStep(history, {DecisionEdit{one(), Decision::Kept}});
    QCOMPARE(kept.originals, (QList<NotedOriginal>{{one(), sampleMoment(u"One"_s, 10)}}));
    QVERIFY(history.apply(kept));
    QVERIFY(history.isNoted(one()));
    history.rebase(Review(newerResult()));
    QCOMPARE(history.review().moments().size(), 6);
    QCOMPARE(history.review().find(one())->decision, Decision::Kept);
    QCOMPARE(history.review().find(one())->origin, MomentOrigin::EarlierResult);
    QCOMPARE(history.review().find(two())->origin, MomentOrigin::Result);
    // It can be taken back, is not taken away by that, and comes back as the result's own.
    QVERIFY(history.apply(undoEntry));
    QCOMPARE(history.review().find(one())->decision, Decision::Undecided);
    history.rebase(Review(sampleResult()));
    QCOMPARE(history.review(), Review(sampleResult()));
}

void HistoryTest::growingGivesWhatReplayGives_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void HistoryTest::growingGivesWhatReplayGives()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    ReviewHistory live = freshHistory();
    QList<JournalEntry> journal;
    const QList<ServiceResult> results{sampleResult(), newerResult()};
    ServiceResult result = sampleResult();
    for (int i = 0; i < 120; ++i) {
        if (random.bounded(8) == 0) {
            result = results.at(random.bounded(2));
            live.rebase(Review(result));
        }
        JournalEntry entry = random.bounded(4) == 0 ? (random.bounded(2) == 0 ? undoEntry : redoEntry)
                                                    : liveStep(live, {randomEdit(live.review(), random, i)});
        entry.gesture = random.bounded(2) == 0 ? u"g"_s : QString();
        entry.number = journal.size() + 1;
        if (live.apply(entry))
            journal.append(entry);
    }
    const Replay again = replayed(Review(result), journal);
    QCOMPARE(again.refused, 0);
    QCOMPARE(again.history.review(), live.review());
    QCOMPARE(again.history.position(), live.position());
    QCOMPARE(again.history.undoTarget(), live.undoTarget());
    QCOMPARE(again.history.touched(), live.touched());
}

void HistoryTest::replayPassesOverWhatDoesNotFit()
{
    const MomentId unknown{u"never seen"_s};
    const Replay replay = replayed(Review(sampleResult()), {step({StarEdit{unknown, true}}), titleStep(u"A"_s),
                                                    step({StarEdit{one(), true}, StarEdit{unknown, true}}), undoEntry,
                                                    undoEntry, titleStep(u"B"_s)});
    QCOMPARE(replay.refused, 3);
    QCOMPARE(titleOf(replay.history), u"B"_s);
    QVERIFY(!replay.history.review().find(one())->starred);
}

void HistoryTest::replayGivesTheSame_data()
{
    undoAllRedoAll_data();
}

void HistoryTest::replayGivesTheSame()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed * 1000);
    ReviewHistory history = freshHistory();
    ReviewHistory replayed = freshHistory();
    for (int i = 0; i < 200; ++i) {
        JournalEntry entry =
            step({randomEdit(history.review(), random, i)}, random.bounded(2) == 0 ? u"g"_s : QString());
        const int dice = random.bounded(5);
        if (dice == 0 && history.canUndo())
            entry = undoEntry;
        else if (dice == 1 && history.canRedo())
            entry = redoEntry;
        QVERIFY(history.apply(entry));
        const Result<JournalEntry> kept = parseJournalEntry(writeJournalEntry(entry));
        QVERIFY(kept.has_value());
        QVERIFY(replayed.apply(*kept));
    }
    QCOMPARE(replayed.review(), history.review());
    QCOMPARE(replayed.position(), history.position());
    QVERIFY(sameSteps(replayed, history));
}

#include "tst_history.moc"
