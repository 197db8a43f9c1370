// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewid.h"
#include "ui/document/reviewdocument.h"

#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

/// A journal that can be told to fail.
class FailingJournal final : public ReviewJournal
{
public:
    Result<std::optional<qint64>> append(const ReviewId &, const QList<JournalEntry> &, qint64) override
    {
        return failure(ErrorKind::Storage, u"The disk is full."_s);
    }
    Result<QList<JournalEntry>> entriesAfter(const ReviewId &, qint64) override { return QList<JournalEntry>(); }
};

Work threeMoments()
{
    Work work;
    work.request.transcript = ViralTest::evenTranscript(60);
    work.index = TranscriptIndex(work.request.transcript);
    work.outcome.result.jobId = u"job"_s;
    work.outcome.result.moments = {ViralTest::validMoment(u"First"_s, 0, 50000, 5),
                                   ViralTest::validMoment(u"Second"_s, 100000, 150000, 8),
                                   ViralTest::validMoment(u"Third"_s, 200000, 250000, 6)};
    work.review = reviewIdOf(work.outcome.result);
    return work;
}

/// Remembers which kinds of change were told, in order: R replaced, E edited, A added or removed, C current, M media,
/// G grown.
QString kinds(const QList<DocumentChange> &changes)
{
    QString text;
    for (const DocumentChange &change : changes)
        text += u"REACMG"[static_cast<int>(change.index())];
    return text;
}

} // namespace

class ReviewDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensUndecidedWithTheFirstMomentCurrent();
    void tellsEditsExactly();
    void editsThatChangeNothingAreNoStep();
    void undoAndRedoReachThroughARestart();
    void gesturesMerge();
    void aFailingJournalChangesNothing();
    void currentMomentFollowsWhatIsThere();
    void unsavedSteps();
    void growsWithoutLosingAnything();
    void growsFromNothing();
    void growingIsSeenAgainAfterARestart();
    void aMomentTouchedBeforeTheRunWentOnStays();
    void growingIsNoUnsavedStep();
    void aRunHasOneReview();
    void promotesADroppedCandidate();
    void refusesToPromoteWhatTheRulesForbid();

private:
    void listen(ReviewDocument &document);

    MemoryJournal m_journal;
    SystemClock m_clock;
    QList<DocumentChange> m_changes;
};

VIRAL_TEST(ReviewDocumentTest)

void ReviewDocumentTest::init()
{
    m_journal = MemoryJournal();
    m_changes.clear();
}

void ReviewDocumentTest::listen(ReviewDocument &document)
{
    connect(&document, &ReviewDocument::changed, this,
            [this](const DocumentChange &change) { m_changes.append(change); });
}

void ReviewDocumentTest::opensUndecidedWithTheFirstMomentCurrent()
{
    ReviewDocument document(m_journal, m_clock);
    QVERIFY(!document.isOpen());
    QVERIFY(!document.current());
    listen(document);
    document.open(threeMoments());
    QCOMPARE(kinds(m_changes), u"R"_s);
    QCOMPARE(document.review().moments().size(), 3);
    QCOMPARE(document.current()->current.title, u"First"_s);
    QCOMPARE(document.review().count(Decision::Undecided), 3);
}

void ReviewDocumentTest::tellsEditsExactly()
{
    ReviewDocument document(m_journal, m_clock);
    document.open(threeMoments());
    const MomentId second = document.review().moments().at(1).id;
    listen(document);
    QVERIFY(document.apply({DecisionEdit{second, Decision::Kept, {}}}));
    QCOMPARE(kinds(m_changes), u"E"_s);
    QCOMPARE(std::get<MomentsEdited>(m_changes.constFirst()).moments, QList<MomentId>{second});
    QCOMPARE(document.review().find(second)->decision, Decision::Kept);
}

void ReviewDocumentTest::editsThatChangeNothingAreNoStep()
{
    ReviewDocument document(m_journal, m_clock);
    document.open(threeMoments());
    listen(document);
    QVERIFY(document.apply({DecisionEdit{document.currentMoment(), Decision::Undecided, {}}}));
    QVERIFY(m_changes.isEmpty());
    QVERIFY(!document.history().canUndo());
}

void ReviewDocumentTest::undoAndRedoReachThroughARestart()
{
    {
        ReviewDocument document(m_journal, m_clock);
        document.open(threeMoments());
        const MomentId id = document.currentMoment();
        QVERIFY(document.apply({DecisionEdit{id, Decision::Kept, {}}}));
        QVERIFY(document.apply({TextEdit{id, TextField::Title, u"Changed"_s}}));
        QVERIFY(document.undo());
    }
    ReviewDocument again(m_journal, m_clock);
    again.open(threeMoments());
    QCOMPARE(again.current()->decision, Decision::Kept);
    QCOMPARE(again.current()->current.title, u"First"_s);
    QVERIFY(again.redo());
    QCOMPARE(again.current()->current.title, u"Changed"_s);
    QVERIFY(again.undo());
    QVERIFY(again.undo());
    QVERIFY(!again.undo());
    QCOMPARE(again.current()->decision, Decision::Undecided);
}

void ReviewDocumentTest::gesturesMerge()
{
    ReviewDocument document(m_journal, m_clock);
    document.open(threeMoments());
    const MomentId id = document.currentMoment();
    for (const QString &text : {u"C"_s, u"Ch"_s, u"Cha"_s})
        QVERIFY(document.apply({TextEdit{id, TextField::Title, text}}, u"typing"_s));
    QCOMPARE(document.history().position(), 1);
    QVERIFY(document.undo());
    QCOMPARE(document.current()->current.title, u"First"_s);
}

void ReviewDocumentTest::aFailingJournalChangesNothing()
{
    FailingJournal journal;
    ReviewDocument document(journal, m_clock);
    document.open(threeMoments());
    QSignalSpy failed(&document, &ReviewDocument::failed);
    listen(document);
    QVERIFY(!document.apply({DecisionEdit{document.currentMoment(), Decision::Kept, {}}}));
    QCOMPARE(failed.size(), 1);
    QVERIFY(m_changes.isEmpty());
    QCOMPARE(document.current()->decision, Decision::Undecided);
}

void ReviewDocumentTest::currentMomentFollowsWhatIsThere()
{
    ReviewDocument document(m_journal, m_clock);
    document.open(threeMoments());
    const ReviewedMoment added{.id = {u"added"_s},
                               .origin = MomentOrigin::Editor,
                               .original = ViralTest::validMoment(u"Added"_s, 60000, 110000),
                               .current = ViralTest::validMoment(u"Added"_s, 60000, 110000)};
    QVERIFY(document.apply({AddEdit{added}}));
    document.setCurrentMoment(added.id);
    QCOMPARE(document.current()->current.title, u"Added"_s);
    QVERIFY(document.undo());
    QVERIFY(document.current());
    document.setCurrentMoment({u"unknown"_s});
    QVERIFY(document.current());
}

void ReviewDocumentTest::unsavedSteps()
{
    ReviewDocument document(m_journal, m_clock);
    document.open(threeMoments());
    QVERIFY(!document.hasUnsavedSteps());
    QVERIFY(document.apply({StarEdit{document.currentMoment(), true}}));
    QVERIFY(document.hasUnsavedSteps());
    document.markSaved();
    QVERIFY(!document.hasUnsavedSteps());
    QVERIFY(document.undo());
    QVERIFY(document.hasUnsavedSteps());
}

namespace {

Work liveMoments()
{
    Work work = threeMoments();
    work.isLive = true;
    work.review = reviewIdOf(RunId{u"42"_s});
    return work;
}

/// What the run has later: the first moment gave way to a better one, a fourth was found.
AnalysisOutcome laterOutcome()
{
    AnalysisOutcome later = threeMoments().outcome;
    later.result.moments[0] = ViralTest::validMoment(u"Better"_s, 5000, 60000, 9);
    later.result.moments.append(ViralTest::validMoment(u"Fourth"_s, 260000, 310000, 7));
    later.funnel.entries.append({.number = 0, .stage = FunnelStage::Duplicates});
    return later;
}

} // namespace

void ReviewDocumentTest::growsWithoutLosingAnything()
{
    ReviewDocument document(m_journal, m_clock);
    document.open(liveMoments());
    const MomentId first = document.currentMoment();
    const MomentId third = document.review().moments().at(2).id;
    QVERIFY(document.apply({DecisionEdit{first, Decision::Kept, {}}}));
    QVERIFY(document.apply({TextEdit{first, TextField::Title, u"Mine"_s}}));
    document.setCurrentMoment(third);
    listen(document);
    document.grow(laterOutcome(), Growth::GoingOn);
    QCOMPARE(kinds(m_changes), u"G"_s);
    QVERIFY(document.work().isLive);
    QCOMPARE(document.work().outcome, laterOutcome());
    QCOMPARE(document.currentMoment(), third);
    QCOMPARE(document.review().moments().size(), 5);
    QCOMPARE(document.review().find(first)->current.title, u"Mine"_s);
    QCOMPARE(document.review().find(first)->decision, Decision::Kept);
    QCOMPARE(document.review().find(first)->origin, MomentOrigin::EarlierResult);
    QVERIFY(document.undo());
    QVERIFY(document.undo());
    QVERIFY(!document.history().canUndo());
    QCOMPARE(document.review().find(first)->decision, Decision::Undecided);
    QVERIFY(document.redo());
    document.grow(laterOutcome(), Growth::Complete);
    QVERIFY(!document.work().isLive);
    QCOMPARE(document.review().find(first)->decision, Decision::Kept);
}

void ReviewDocumentTest::growsFromNothing()
{
    ReviewDocument document(m_journal, m_clock);
    document.grow(laterOutcome(), Growth::GoingOn);
    QVERIFY(!document.isOpen());
    Work work = liveMoments();
    work.outcome.result.moments.clear();
    document.open(std::move(work));
    QVERIFY(!document.current());
    listen(document);
    document.grow(laterOutcome(), Growth::GoingOn);
    QCOMPARE(kinds(m_changes), u"GC"_s);
    QCOMPARE(document.current()->current.title, u"Better"_s);
    // The current moment gives way to another one, untouched: its neighbour is current.
    AnalysisOutcome none = laterOutcome();
    none.result.moments.removeFirst();
    document.grow(none, Growth::GoingOn);
    QCOMPARE(document.current()->current.title, u"Second"_s);
}

void ReviewDocumentTest::growingIsSeenAgainAfterARestart()
{
    Review before;
    {
        ReviewDocument document(m_journal, m_clock);
        document.open(liveMoments());
        const MomentId first = document.currentMoment();
        QVERIFY(document.apply({DecisionEdit{first, Decision::Rejected, {}}}));
        document.grow(laterOutcome(), Growth::GoingOn);
        QVERIFY(document.apply({StarEdit{first, true}}));
        QVERIFY(document.apply({DecisionEdit{document.review().moments().at(4).id, Decision::Kept, {}}}));
        before = document.review();
    }
    ReviewDocument again(m_journal, m_clock);
    QSignalSpy failed(&again, &ReviewDocument::failed);
    Work work = liveMoments();
    work.outcome = laterOutcome();
    work.isLive = false;
    again.open(std::move(work));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(again.review(), before);
    QVERIFY(again.undo() && again.undo() && again.undo());
    QCOMPARE(again.review().count(Decision::Undecided), 5);
}

void ReviewDocumentTest::aMomentTouchedBeforeTheRunWentOnStays()
{
    Work work = liveMoments();
    work.isLive = false;
    Review before;
    {
        ReviewDocument document(m_journal, m_clock);
        document.open(work);
        QVERIFY(document.apply({DecisionEdit{document.currentMoment(), Decision::Kept, {}}}));
        document.grow(laterOutcome(), Growth::GoingOn);
        document.grow(laterOutcome(), Growth::Complete);
        QCOMPARE(document.review().count(Decision::Kept), 1);
        QCOMPARE(m_journal.entries(work.review)->size(), 2);
        QVERIFY(document.undo());
        QVERIFY(document.redo());
        before = document.review();
    }
    work.outcome = laterOutcome();
    ReviewDocument again(m_journal, m_clock);
    again.open(work);
    QCOMPARE(again.review(), before);
}

void ReviewDocumentTest::growingIsNoUnsavedStep()
{
    ReviewDocument document(m_journal, m_clock);
    document.open(liveMoments());
    document.grow(laterOutcome(), Growth::GoingOn);
    QVERIFY(!document.hasUnsavedSteps());
    QVERIFY(document.apply({StarEdit{document.currentMoment(), true}}));
    QVERIFY(document.hasUnsavedSteps());
    document.markSaved();
    document.grow(threeMoments().outcome, Growth::Complete);
    QVERIFY(!document.hasUnsavedSteps());
    QVERIFY(document.undo());
    QVERIFY(document.hasUnsavedSteps());
}

void ReviewDocumentTest::aRunHasOneReview()
{
    QCOMPARE(reviewIdOf(RunId{u"42"_s}), reviewIdOf(RunId{u"42"_s}));
    QVERIFY(reviewIdOf(RunId{u"42"_s}) != reviewIdOf(RunId{u"43"_s}));
    QVERIFY(reviewIdOf(RunId{u"42"_s}) != reviewIdOf(ServiceResult{}));
}

void ReviewDocumentTest::promotesADroppedCandidate()
{
    Work work = threeMoments();
    Candidate candidate{
        .chunkIndex = 0, .startSentence = 20, .endSentence = 29, .title = u"Brought back"_s, .hook = u"Look"_s};
    candidate.category = u"Story"_s;
    candidate.scores.fill(7);
    work.outcome.funnel.entries.append({.number = 4,
                                        .candidate = candidate,
                                        .stage = FunnelStage::Duplicates,
                                        .rule = u"overlap"_s,
                                        .reason = u"Same."_s});
    ReviewDocument document(m_journal, m_clock);
    document.open(std::move(work));
    const Result<MomentId> promoted = document.promote(4);
    QVERIFY2(promoted, promoted ? "" : qPrintable(promoted.error().text()));
    QCOMPARE(document.currentMoment(), *promoted);
    QCOMPARE(document.current()->origin, MomentOrigin::Promoted);
    QCOMPARE(document.current()->current.span, spanMs(100000, 150000));
    QCOMPARE(document.review().moments().size(), 4);
    // A second time it is only shown.
    QCOMPARE(document.promote(4), promoted);
    QCOMPARE(document.review().moments().size(), 4);
}

void ReviewDocumentTest::refusesToPromoteWhatTheRulesForbid()
{
    Work work = threeMoments();
    Candidate candidate{
        .chunkIndex = 0, .startSentence = 20, .endSentence = 29, .title = u"No scores"_s, .hook = u"Look"_s};
    work.outcome.funnel.entries.append({.number = 1, .candidate = candidate, .stage = FunnelStage::Scores});
    ReviewDocument document(m_journal, m_clock);
    document.open(std::move(work));
    QVERIFY(!document.promote(1));
    QVERIFY(!document.promote(99));
    QCOMPARE(document.review().moments().size(), 3);
}

#include "tst_reviewdocument.moc"
