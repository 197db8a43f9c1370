// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/review/reviewsamples.h"
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/document/reviewdocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

/// Keeps, fails, or lets another program be quicker, as it is told for the next step.
class MoodyJournal final : public ReviewJournal
{
public:
    enum class Mood
    {
        Keeps,
        Fails,
        AnotherIsQuicker,
    };

    Result<std::optional<qint64>> append(const ReviewId &review, const QList<JournalEntry> &entries,
                                         qint64 last) override
    {
        const Mood now = std::exchange(mood, Mood::Keeps);
        if (now == Mood::Fails)
            return failure(ErrorKind::Storage, u"The disk is full."_s);
        if (now == Mood::AnotherIsQuicker)
            (void)m_kept.append(review, {foreign}, last);
        return m_kept.append(review, entries, last);
    }
    Result<QList<JournalEntry>> entriesAfter(const ReviewId &review, qint64 number) override
    {
        return m_kept.entriesAfter(review, number);
    }

    Mood mood = Mood::Keeps;
    /// What the other program does.
    JournalEntry foreign = {};

private:
    MemoryJournal m_kept;
};

/// What changed() told of, to compare it with the reviews before and after.
struct Told
{
    QList<MomentId> edited = {};
    int addedOrRemoved = 0;
    int changes = 0;
};

/// By comparing all of both reviews.
Told difference(const Review &before, const Review &after)
{
    Told told;
    bool sameMoments = before.moments().size() == after.moments().size();
    for (const ReviewedMoment &moment : after.moments()) {
        const ReviewedMoment *earlier = before.find(moment.id);
        sameMoments = sameMoments && earlier;
        if (earlier && !(*earlier == moment))
            told.edited.append(moment.id);
    }
    told.addedOrRemoved = sameMoments ? 0 : 1;
    return told;
}

} // namespace

class ReviewStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatACompleteComparisonFinds_data();
    void tellsWhatACompleteComparisonFinds();
    void nobodySeesAStepBeforeItIsKept();
    void theCurrentMomentThatVanishesGivesWayToItsNeighbour();

private:
    bool stepAtRandom(ReviewDocument &document, QRandomGenerator &random, int number);

    SystemClock m_clock;
    Told m_told;
};

VIRAL_TEST(ReviewStepsTest)

void ReviewStepsTest::init()
{
    m_told = {};
}

bool ReviewStepsTest::stepAtRandom(ReviewDocument &document, QRandomGenerator &random, int number)
{
    switch (random.bounded(6)) {
    case 0:
        return document.undo();
    case 1:
        return document.redo();
    case 2:
        return document.goTo(random.bounded(int(document.history().steps().size()) + 1));
    default:
        return document.apply({randomEdit(document.review(), random, number)},
                              random.bounded(2) == 0 ? u"g"_s : QString());
    }
}

void ReviewStepsTest::tellsWhatACompleteComparisonFinds_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ReviewStepsTest::tellsWhatACompleteComparisonFinds()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    MoodyJournal journal;
    ReviewDocument document(journal, m_clock);
    document.open(evenWork(8));
    const Review opened = document.review();
    connect(&document, &ReviewDocument::changed, this, [this](const DocumentChange &change) {
        ++m_told.changes;
        if (const auto *edited = std::get_if<MomentsEdited>(&change))
            m_told.edited += edited->moments;
        m_told.addedOrRemoved += std::holds_alternative<MomentsAddedOrRemoved>(change) ? 1 : 0;
    });
    for (int i = 0; i < 200; ++i) {
        const Review before = document.review();
        const qsizetype position = document.history().position();
        const bool wasUnsaved = document.hasUnsavedSteps();
        const bool fails = random.bounded(4) == 0;
        journal.mood = fails ? MoodyJournal::Mood::Fails : MoodyJournal::Mood::Keeps;
        m_told = {};
        const bool isTaken = stepAtRandom(document, random, i);
        // A step that changes nothing did not ask the journal.
        const bool wasAsked = !fails || journal.mood == MoodyJournal::Mood::Keeps;
        if (!isTaken || (fails && wasAsked)) {
            QVERIFY(!isTaken);
            QCOMPARE(document.review(), before);
            QCOMPARE(document.history().position(), position);
            QCOMPARE(document.hasUnsavedSteps(), wasUnsaved);
            QCOMPARE(m_told.changes, 0);
        }
        const Told expected = difference(before, document.review());
        QCOMPARE(m_told.edited, expected.edited);
        QCOMPARE(m_told.addedOrRemoved, expected.addedOrRemoved);
        QCOMPARE(document.hasUnsavedSteps(), !(document.review() == opened));
    }
    ReviewDocument again(journal, m_clock);
    again.open(evenWork(8));
    QCOMPARE(again.review(), document.review());
    QCOMPARE(again.history().position(), document.history().position());
}

void ReviewStepsTest::nobodySeesAStepBeforeItIsKept()
{
    MoodyJournal journal;
    ReviewDocument document(journal, m_clock);
    document.open(evenWork(3));
    const MomentId first = document.review().moments().at(0).id;
    const MomentId second = document.review().moments().at(1).id;
    const Review before = document.review();
    QList<Review> seenWhenItFailed;
    connect(&document, &ReviewDocument::failed, this, [&] { seenWhenItFailed.append(document.review()); });
    journal.mood = MoodyJournal::Mood::Fails;
    QVERIFY(!document.apply({StarEdit{first, true}}));
    // Refused by the second edit, behind one that could be applied.
    QVERIFY(!document.apply({StarEdit{first, true}, ScoreEdit{second, Metric::Shareability, 11}}));
    QCOMPARE(seenWhenItFailed, (QList<Review>{before, before}));

    journal.mood = MoodyJournal::Mood::AnotherIsQuicker;
    journal.foreign = {.number = 1, .edits = {DecisionEdit{second, Decision::Kept, {}}}};
    QSignalSpy changed(&document, &ReviewDocument::changed);
    QVERIFY(document.apply({StarEdit{first, true}}));
    // First what the other did, then the step.
    QCOMPARE(changed.size(), 2);
    QCOMPARE(document.history().steps().size(), 2);
    QCOMPARE(document.history().steps().at(0).entry.edits, journal.foreign.edits);

    // The same field meanwhile: the editor's step is left out, the other one shown.
    journal.mood = MoodyJournal::Mood::AnotherIsQuicker;
    journal.foreign = {.number = 3, .edits = {StarEdit{first, false}}};
    QVERIFY(!document.apply({TextEdit{second, TextField::Note, u"mine"_s}, StarEdit{first, false}}));
    QVERIFY(!document.review().find(first)->starred);
    QVERIFY(document.review().find(second)->note.isEmpty());
    QCOMPARE(seenWhenItFailed.constLast(), document.review());
}

void ReviewStepsTest::theCurrentMomentThatVanishesGivesWayToItsNeighbour()
{
    MoodyJournal journal;
    ReviewDocument document(journal, m_clock);
    document.open(evenWork(3));
    ReviewedMoment mine = document.review().moments().at(1);
    mine.id = {u"mine"_s};
    mine.origin = MomentOrigin::Editor;
    mine.current.span.end += Milliseconds(1);
    QVERIFY(document.apply({AddEdit{mine}}));
    QCOMPARE(document.review().indexOf(mine.id), 2);
    document.setCurrentMoment(mine.id);
    const MomentId next = document.review().moments().at(3).id;
    QVERIFY(document.undo());
    QCOMPARE(document.currentMoment(), next);
}

#include "tst_reviewsteps.moc"
