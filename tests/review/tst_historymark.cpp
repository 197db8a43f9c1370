// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/unsavedmoments.h"
#include "tests/review/reviewsamples.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class HistoryMarkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThoseOfACopyOrNone_data();
    void stepsAreThoseOfACopyOrNone();
    void notesOnlyWhatStepsTouch();
    void restoresWhatAStepDropped();
    void restoresAGestureAsItWas();
    void unsavedIsWhatDiffers_data();
    void unsavedIsWhatDiffers();
    void unsavedIsToldOfStepsOfOthers();
};

VIRAL_TEST(HistoryMarkTest)

namespace {

const JournalEntry undoEntry{.action = JournalAction::Undo};
const JournalEntry redoEntry{.action = JournalAction::Redo};

MomentId one()
{
    return momentId(u"job-1"_s, sampleMoment(u"One"_s, 10));
}

ServiceResult otherResult()
{
    ServiceResult result = sampleResult();
    result.moments[0] = sampleMoment(u"Better"_s, 20);
    result.moments.append(sampleMoment(u"Later"_s, 500));
    return result;
}

/// A step of any kind, one in ten with an edit that is refused behind others; \a isLive notes originals.
JournalEntry randomStep(const ReviewHistory &history, QRandomGenerator &random, int number, bool isLive)
{
    const int dice = random.bounded(10);
    if (dice < 3)
        return dice == 0 ? redoEntry : undoEntry;
    QList<Edit> edits;
    Review scratch = history.review();
    for (int n = random.bounded(1, 4); n > 0; --n) {
        edits.append(randomEdit(scratch, random, number * 4 + n));
        if (!apply(scratch, edits.constLast()))
            edits.removeLast();
    }
    if (dice == 9)
        edits.append(StarEdit{{u"never seen"_s}, true});
    JournalEntry entry = step(edits, random.bounded(2) == 0 ? u"g"_s : QString());
    for (const Edit &edit : std::as_const(edits)) {
        const ReviewedMoment *moment = history.review().find(editedMoment(edit));
        if (isLive && moment && isOfResult(moment->origin) && !history.isNoted(moment->id))
            entry.originals.append({moment->id, moment->original});
    }
    // As another window notes it, of an outcome that is not known here.
    if (isLive && random.bounded(6) == 0)
        entry.originals.append({{u"noted-%1"_s.arg(number)}, sampleMoment(u"Noted"_s, random.bounded(300))});
    return entry;
}

void compare(const ReviewHistory &history, const ReviewHistory &expected)
{
    QCOMPARE(history.review(), expected.review());
    QCOMPARE(history.position(), expected.position());
    QCOMPARE(history.touched(), expected.touched());
    QCOMPARE(history.steps().size(), expected.steps().size());
    for (qsizetype i = 0; i < history.steps().size(); ++i) {
        QCOMPARE(history.steps().at(i).entry, expected.steps().at(i).entry);
        QCOMPARE(history.steps().at(i).inverses, expected.steps().at(i).inverses);
    }
    for (int i = 0; i < history.review().moments().size(); ++i) {
        const MomentId id = history.review().moments().at(i).id;
        QCOMPARE(history.review().indexOf(id), i);
        QCOMPARE(history.isNoted(id), expected.isNoted(id));
    }
}

} // namespace

void HistoryMarkTest::stepsAreThoseOfACopyOrNone_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("isLive");
    for (quint32 seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed % 2 == 0);
}

void HistoryMarkTest::stepsAreThoseOfACopyOrNone()
{
    QFETCH(const quint32, seed);
    QFETCH(const bool, isLive);
    QRandomGenerator random(seed);
    ReviewHistory history{Review(sampleResult())};
    ReviewHistory expected = history;
    int restored = 0;
    for (int i = 0; i < 200; ++i) {
        if (isLive && random.bounded(20) == 0) {
            const Review newer(random.bounded(2) == 0 ? otherResult() : sampleResult());
            history.rebase(newer);
            expected.rebase(newer);
        }
        ReviewHistory copy = expected;
        HistoryMark mark = history.mark();
        bool isWhole = true;
        for (int n = random.bounded(1, 5); n > 0; --n) {
            JournalEntry entry = randomStep(copy, random, i * 5 + n, isLive);
            entry.number = i * 5 + n;
            const bool isTaken = copy.apply(entry).has_value();
            QCOMPARE(history.apply(entry, mark).has_value(), isTaken);
            isWhole = isWhole && isTaken;
        }
        compare(history, copy);
        for (const ReviewedMoment &moment : copy.review().moments()) {
            if (!isAs(expected.review(), moment.id, moment))
                QVERIFY(mark.moments.contains(moment.id));
        }
        if (isWhole && random.bounded(3) > 0) {
            expected = std::move(copy);
        } else {
            history.restore(mark);
            ++restored;
        }
        compare(history, expected);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(restored > 20);
}

void HistoryMarkTest::notesOnlyWhatStepsTouch()
{
    ReviewHistory history{Review(sampleResult())};
    for (int i = 0; i < 50; ++i)
        QVERIFY(history.apply(step({StarEdit{one(), i % 2 == 0}})));
    HistoryMark mark = history.mark();
    QVERIFY(mark.moments.isEmpty());
    QVERIFY(history.apply(step({DecisionEdit{one(), Decision::Kept, {}}}), mark));
    QCOMPARE(mark.moments.keys(), QList<MomentId>{one()});
    QCOMPARE(mark.moments.value(one())->decision, Decision::Undecided);
    QVERIFY(mark.steps.size() <= 1);
    QVERIFY(history.apply(undoEntry, mark));
    QCOMPARE(mark.moments.size(), 1);
}

void HistoryMarkTest::restoresWhatAStepDropped()
{
    ReviewHistory history{Review(sampleResult())};
    for (int i = 0; i < 20; ++i)
        QVERIFY(history.apply(step({TextEdit{one(), TextField::Title, u"Title %1"_s.arg(i)}})));
    const ReviewHistory before = history;
    HistoryMark mark = history.mark();
    for (int i = 0; i < 15; ++i)
        QVERIFY(history.apply(undoEntry, mark));
    QVERIFY(history.apply(step({TextEdit{one(), TextField::Title, u"Another way"_s}}), mark));
    QCOMPARE(history.steps().size(), 6);
    history.restore(mark);
    compare(history, before);
}

void HistoryMarkTest::restoresAGestureAsItWas()
{
    ReviewHistory history{Review(sampleResult())};
    QVERIFY(history.apply(step({TextEdit{one(), TextField::Title, u"A"_s}}, u"typing"_s)));
    const ReviewHistory before = history;
    for (const QString &title : {u"AB"_s, u"One"_s}) {
        HistoryMark mark = history.mark();
        QVERIFY(history.apply(step({TextEdit{one(), TextField::Title, title}}, u"typing"_s), mark));
        history.restore(mark);
        compare(history, before);
    }
    // The gesture goes on, and still disappears where it began.
    QVERIFY(history.apply(step({TextEdit{one(), TextField::Title, u"AC"_s}}, u"typing"_s)));
    QCOMPARE(history.steps().size(), 1);
    QVERIFY(history.apply(step({TextEdit{one(), TextField::Title, u"One"_s}}, u"typing"_s)));
    QCOMPARE(history.steps().size(), 0);
}

void HistoryMarkTest::unsavedIsWhatDiffers_data()
{
    stepsAreThoseOfACopyOrNone_data();
}

void HistoryMarkTest::unsavedIsWhatDiffers()
{
    QFETCH(const quint32, seed);
    QFETCH(const bool, isLive);
    QRandomGenerator random(seed + 500);
    ReviewHistory history{Review(sampleResult())};
    Review saved = history.review();
    UnsavedMoments unsaved;
    int timesSaved = 0;
    for (int i = 0; i < 300; ++i) {
        if (isLive && random.bounded(20) == 0) {
            const Review newer(random.bounded(2) == 0 ? otherResult() : sampleResult());
            saved = rebased(saved, newer, history.touched());
            history.rebase(newer);
            unsaved.rebase(newer, history.touched(), history.review());
        } else if (random.bounded(15) == 0) {
            saved = history.review();
            unsaved = {};
        }
        HistoryMark mark = history.mark();
        (void)history.apply(randomStep(history, random, i, isLive), mark);
        unsaved.note(mark.moments, history.review());
        QCOMPARE(unsaved.isEmpty(), history.review() == saved);
        timesSaved += unsaved.isEmpty() ? 1 : 0;
    }
    QVERIFY(timesSaved > 0);
}

void HistoryMarkTest::unsavedIsToldOfStepsOfOthers()
{
    ReviewHistory history{Review(sampleResult())};
    UnsavedMoments unsaved;
    HistoryMark mark = history.mark();
    QVERIFY(history.apply(step({AddEdit{editorsMoment(u"mine"_s, 1)}}), mark));
    unsaved.note(mark.moments, history.review());
    QVERIFY(!unsaved.isEmpty());
    HistoryMark later = history.mark();
    QVERIFY(history.apply(undoEntry, later));
    unsaved.note(later.moments, history.review());
    QVERIFY(unsaved.isEmpty());
}

#include "tst_historymark.moc"
