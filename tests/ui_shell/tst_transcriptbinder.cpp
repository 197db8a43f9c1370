// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/transcriptbinder.h"

#include "tests/support/testregistry.h"
#include "tests/ui_transcript/transcriptfixture.h"
#include "ui/document/memoryjournal.h"
#include "ui/shell/laterturns.h"

#include <QSignalSpy>

using namespace Viral;
using namespace Qt::StringLiterals;

// The transcript over a document: the current moment, where it was proposed, its edges.
class TranscriptBinderTest : public QObject, private ViralTest::TranscriptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheCurrentMoment();
    void showsWhereItWasProposed();
    void draggedEdgesAreTold();
    void aRunOverWhatIsOpenLeavesTheTextInPlace();
    void aNewWorkComesInItsTurn();
    void whatARunBringsComesInItsTurn();

private:
    QLineF edgeLineOfStart() const { return m_view->edgeLine(Edge::Start); }

    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<ReviewDocument> m_document;
    std::unique_ptr<PlayerTransport> m_transport;
    std::unique_ptr<TranscriptBinder> m_binder;
};

VIRAL_TEST(TranscriptBinderTest)

void TranscriptBinderTest::init()
{
    makeView({});
    Work work;
    work.index = TranscriptIndex(ViralTest::interview(60));
    work.outcome.result.moments = {{.title = u"One"_s, .span = spanMs(10000, 60000)}};
    work.outcome.funnel.entries = {
        {.proposed = spanMs(8000, 61000), .refined = spanMs(10000, 60000), .momentIndex = 0}};
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_transport = std::make_unique<PlayerTransport>();
    m_binder = std::make_unique<TranscriptBinder>(*m_document, *m_transport, *m_view);
    m_document->open(work);
    m_view->reveal(Milliseconds{0});
}

void TranscriptBinderTest::cleanup()
{
    m_binder.reset();
    m_view.reset();
    m_transport.reset();
    m_document.reset();
}

void TranscriptBinderTest::showsTheCurrentMoment()
{
    QVERIFY(std::abs(edge(Edge::Start).x() - m_view->wordRect(10).left()) <= 1);
}

void TranscriptBinderTest::showsWhereItWasProposed()
{
    const QImage with = picture();
    m_view->setSelected(spanMs(10000, 60000));
    const QImage without = picture();
    for (const int word : {8, 9})
        QVERIFY(with.copy(m_view->wordRect(word)) != without.copy(m_view->wordRect(word)));
    QCOMPARE(with.copy(m_view->wordRect(7)), without.copy(m_view->wordRect(7)));
}

void TranscriptBinderTest::draggedEdgesAreTold()
{
    QSignalSpy moved(m_binder.get(), &TranscriptBinder::edgeMoved);
    const QPoint to = on(5);
    press(edge(Edge::Start));
    move(to);
    release(to);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.last().at(0).value<MomentId>(), m_document->currentMoment());
    QCOMPARE(moved.last().at(1).value<Edge>(), Edge::Start);
    QCOMPARE(moved.last().at(2).value<Milliseconds>(), Milliseconds{5000});
}

void TranscriptBinderTest::aRunOverWhatIsOpenLeavesTheTextInPlace()
{
    m_view->reveal(Milliseconds{200'000});
    const auto before = m_view->visibleSentences();
    QVERIFY(before.first > 0);
    Work run = m_document->work();
    run.isLive = true;
    run.outcome = {};
    m_document->open(run);
    QCOMPARE(m_view->visibleSentences(), before);
    // The same words read anew are another transcript.
    run.index = TranscriptIndex(run.index.transcript());
    m_document->open(run);
    QCOMPARE(m_view->visibleSentences().first, 0);
}

void TranscriptBinderTest::aNewWorkComesInItsTurn()
{
    LaterTurns turns;
    m_binder->showIn(turns);
    Work work = m_document->work();
    work.index = TranscriptIndex(ViralTest::interview(30));
    m_document->open(work);
    // Nothing of the old one is seen meanwhile.
    QVERIFY(m_view->index().transcript().isEmpty());
    m_document->apply({DecisionEdit{m_document->currentMoment(), Decision::Kept, {}}});
    QTRY_VERIFY(!turns.isBusy());
    QVERIFY(m_view->index().isSharedWith(m_document->work().index));
    QVERIFY(!m_view->edgeLine(Edge::Start).isNull());
    m_document->close();
    QVERIFY(m_view->index().transcript().isEmpty());
    QVERIFY(!turns.isBusy());
}

void TranscriptBinderTest::whatARunBringsComesInItsTurn()
{
    LaterTurns turns;
    m_binder->showIn(turns);
    AnalysisOutcome outcome = m_document->work().outcome;
    outcome.result.moments = {{.title = u"Two"_s, .span = spanMs(12000, 60000)}};
    const QLineF before = edgeLineOfStart();
    m_document->grow(outcome, Growth::GoingOn);
    QCOMPARE(edgeLineOfStart(), before);
    QTRY_VERIFY(edgeLineOfStart() != before);
    QVERIFY(!turns.isBusy());
}

#include "tst_transcriptbinder.moc"
