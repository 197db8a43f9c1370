// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timelinebinder.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/shell/laterturns.h"
#include "ui/timeline/timelineview.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// The timeline over a document: what a run tells of its chunks.
class TimelineBinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheChunksOfTheWork();
    void aRunsChunksGoBefore();
    void oneChunkChanges();
    void anotherWorkEndsTheRun();
    void aNewWorkComesInItsTurn();
    void editsAreShown();
    void decisionsComeInTheirTurn();
    void whatMovesIsMovedAtOnce();

private:
    void showsTheReview();
    const QList<TimelineChunk> &shown() const { return m_view->scene().chunks(); }
    static Work work();

    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<ReviewDocument> m_document;
    std::unique_ptr<PlayerTransport> m_transport;
    std::unique_ptr<TimelineView> m_view;
    std::unique_ptr<TimelineBinder> m_binder;
};

VIRAL_TEST(TimelineBinderTest)

Work TimelineBinderTest::work()
{
    Work work;
    Transcript transcript;
    for (int i = 0; i < 20; ++i)
        transcript.sentences.append({.text = u"Words."_s, .span = spanMs(i * 60000, i * 60000 + 50000)});
    work.index = TranscriptIndex(transcript);
    work.chunks = {{.index = 0, .span = spanMs(0, 600000)}, {.index = 1, .span = spanMs(600000, 1190000)}};
    work.outcome.result.usage =
        Usage{.byChunk = {{.chunkIndex = 1, .counts = {{u"input_tokens"_s, 1000}, {u"output_tokens"_s, 234}}}}};
    return work;
}

void TimelineBinderTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_transport = std::make_unique<PlayerTransport>();
    m_view = std::make_unique<TimelineView>();
    m_binder = std::make_unique<TimelineBinder>(*m_document, *m_transport, *m_view);
    m_document->open(work());
}

void TimelineBinderTest::cleanup()
{
    m_binder.reset();
    m_view.reset();
    m_transport.reset();
    m_document.reset();
}

void TimelineBinderTest::showsTheChunksOfTheWork()
{
    QCOMPARE(shown().size(), 2);
    QCOMPARE(shown().at(0).state, ChunkState::Done);
    QCOMPARE(shown().at(1).span, spanMs(600000, 1190000));
    QCOMPARE(shown().at(1).tokens, TimelineBinder::tr("%1 tokens").arg(QLocale().toString(1234)));
}

void TimelineBinderTest::aRunsChunksGoBefore()
{
    m_binder->setChunkStates({{.index = 0, .span = spanMs(0, 400000), .state = ChunkState::Queued}});
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().at(0).state, ChunkState::Queued);
    m_binder->setChunkStates({});
    QCOMPARE(shown().size(), 2);
    QCOMPARE(shown().at(0).state, ChunkState::Done);
}

void TimelineBinderTest::oneChunkChanges()
{
    m_binder->setChunkStates({{.index = 0, .span = spanMs(0, 400000)}, {.index = 1, .span = spanMs(400000, 900000)}});
    m_binder->setChunkState({.index = 1,
                             .span = spanMs(400000, 900000),
                             .state = ChunkState::Retrying,
                             .note = u"Too many requests; again in 4 s."_s});
    QCOMPARE(shown().size(), 2);
    QCOMPARE(shown().at(0).state, ChunkState::Queued);
    QCOMPARE(shown().at(1).state, ChunkState::Retrying);
    QVERIFY(spokenChunk(shown().at(1)).endsWith(u"Too many requests; again in 4 s."));
    m_binder->setChunkState({.index = 2, .span = spanMs(900000, 1190000), .state = ChunkState::Kept});
    QCOMPARE(shown().size(), 3);
}

void TimelineBinderTest::anotherWorkEndsTheRun()
{
    m_binder->setChunkStates({{.index = 0, .span = spanMs(0, 400000)}});
    m_document->open(work());
    QCOMPARE(shown().size(), 2);
    QCOMPARE(shown().at(1).state, ChunkState::Done);
}

void TimelineBinderTest::aNewWorkComesInItsTurn()
{
    LaterTurns turns;
    m_binder->showIn(turns);
    Work next = ViralTest::evenWork(4);
    m_document->open(next);
    // Nothing of the old one is seen meanwhile.
    QVERIFY(shown().isEmpty());
    QCOMPARE(m_view->scene().duration(), Milliseconds{0});
    m_binder->setChunkStates({{.index = 0, .span = spanMs(0, 400000)}});
    m_document->setCurrentMoment(m_document->review().moments().at(2).id);
    QTRY_VERIFY(!turns.isBusy());
    QCOMPARE(shown().size(), 1);
    QCOMPARE(m_view->selected(), m_document->currentMoment());
    showsTheReview();
    next.outcome.result.moments.removeAt(2);
    m_document->grow(next.outcome, Growth::GoingOn);
    QCOMPARE(m_view->scene().moments().size(), 4);
    QTRY_COMPARE(m_view->scene().moments().size(), 3);
    QCOMPARE(m_view->selected(), m_document->currentMoment());
    showsTheReview();
    m_document->close();
    QVERIFY(m_view->scene().moments().isEmpty());
    QVERIFY(!turns.isBusy());
}

void TimelineBinderTest::editsAreShown()
{
    m_document->open(ViralTest::evenWork(30));
    QRandomGenerator random(3);
    for (int step = 0; step < 200; ++step) {
        const ReviewedMoment moment = m_document->review().moments().at(random.bounded(30));
        const int start = random.bounded(3'000'000);
        const QList<QList<Edit>> kinds{{DecisionEdit{moment.id, allDecisions.at(std::size_t(random.bounded(4))), {}}},
                                       {StarEdit{moment.id, !moment.starred}},
                                       {TextEdit{moment.id, TextField::Title, u"Title %1"_s.arg(step)}},
                                       {ScoreEdit{moment.id, Metric::HookStrength, 1 + random.bounded(10)}},
                                       {SpanEdit{moment.id, spanMs(start, start + 45'000)}}};
        if (random.bounded(4) == 0)
            m_document->undo();
        else
            m_document->apply(kinds.at(random.bounded(int(kinds.size()))));
        showsTheReview();
    }
    Work fewer = ViralTest::evenWork(3);
    m_document->grow(fewer.outcome, Growth::GoingOn);
    showsTheReview();
    m_document->close();
    showsTheReview();
}

void TimelineBinderTest::decisionsComeInTheirTurn()
{
    m_document->open(ViralTest::evenWork(6));
    LaterTurns turns;
    m_binder->showIn(turns);
    const auto id = [this](int place) { return m_document->review().moments().at(place).id; };
    const auto decide = [&](int place) { return m_document->apply({DecisionEdit{id(place), Decision::Kept, {}}}); };
    QVERIFY(decide(0));
    m_document->setCurrentMoment(id(3));
    QVERIFY(decide(3));
    QCOMPARE(m_view->scene().moments().at(0).decision, Decision::Undecided);
    QTRY_VERIFY(!turns.isBusy());
    QCOMPARE(m_view->selected(), id(3));
    showsTheReview();
    // What replaces everything meanwhile does not bring the old back.
    QVERIFY(decide(1));
    m_document->open(ViralTest::evenWork(2));
    QVERIFY(decide(1));
    QTRY_VERIFY(!turns.isBusy());
    showsTheReview();
    QVERIFY(decide(0));
    m_document->close();
    QTRY_VERIFY(!turns.isBusy());
    showsTheReview();
}

void TimelineBinderTest::whatMovesIsMovedAtOnce()
{
    m_document->open(ViralTest::evenWork(6));
    LaterTurns turns;
    m_binder->showIn(turns);
    const MomentId second = m_document->review().moments().at(1).id;
    QVERIFY(m_document->apply({DecisionEdit{second, Decision::Held, {}}}));
    QVERIFY(m_document->apply({SpanEdit{second, spanMs(105'000, 155'000)}}));
    showsTheReview();
    QVERIFY(m_document->apply({SpanEdit{second, spanMs(405'000, 455'000)}}));
    showsTheReview();
    QTRY_VERIFY(!turns.isBusy());
    showsTheReview();
}

void TimelineBinderTest::showsTheReview()
{
    const TimelineScene &scene = m_view->scene();
    const QList<ReviewedMoment> &moments = m_document->review().moments();
    QCOMPARE(scene.moments().size(), moments.size());
    std::vector<TimeSpan> spans;
    QList<TimeSpan> kept;
    for (const TimelineMoment &shown : scene.moments())
        spans.push_back(shown.span);
    const Lanes lanes = assignLanes(spans);
    QCOMPARE(scene.momentLaneCount(), lanes.count);
    for (const ReviewedMoment &moment : moments) {
        const std::optional<int> number = scene.indexOf(moment.id);
        QVERIFY(number);
        const TimelineMoment &shown = scene.moments().at(*number);
        QCOMPARE(shown.id, moment.id);
        QCOMPARE(shown.span, moment.current.span);
        QCOMPARE(shown.title, moment.current.title);
        QCOMPARE(shown.score, moment.current.scorecard.average());
        QCOMPARE(shown.decision, moment.decision);
        QCOMPARE(shown.isEdited, moment.isEdited());
        QCOMPARE(scene.laneOf(*number), lanes.laneOf[std::size_t(*number)]);
        if (moment.decision == Decision::Kept)
            kept.append(moment.current.span);
    }
    QCOMPARE(scene.used(), kept);
}

#include "tst_timelinebinder.moc"
