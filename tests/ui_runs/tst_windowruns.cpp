// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewid.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_runs/windowbench.h"
#include "ui/commands/shortcutguard.h"
#include "ui/panels/costpanel.h"
#include "ui/panels/figuretable.h"
#include "ui/panels/momentspanel.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <atomic>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Runs from the whole window, by its keys and buttons, against a server of this machine.
class WindowRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void momentsComeWhileTheRunGoesOn();
    void theNameOfTheReviewStays();
    void theQuoteIsHeldAgainstTheTruth();
    void cancelIsInstantAndSaysWhatIsKept();
    void aFailedRunOffersThreeWays();
    void aRunWithNothingGivesTheWorkBack();
    void goingOnAsksOnlyForWhatIsMissing();
    void onlyTheSelection();
    void whereTheCoverageIsThin();
    void throughThePayload();
    void offlineAsksNobody();
    void withoutAKeyTheNextStepIsSaid();
    void pricesAreShownByTheirCommands();
    void overTheBudgetIsAsked();
    void whatAnotherRunAsksIsWaitedFor();
    void windowsShareTheLimit();
    void closingTheWorkLetsTheRunGoOn();
    void anotherFileLetsTheRunGoOn();

private:
    /// The first \a free questions are answered, the others only once m_isOpen; they are tried again and again.
    LoopbackServer::Responder gated(int free);
    void make(LoopbackServer::Responder responder, RunKind engine = RunKind::OpenAi, Budgets budgets = {});
    /// Nothing is given up until the gate opens.
    void makePatient(int free);
    /// The window shows what \a run found so far: \a moments of them.
    bool shows(const LiveRun &run, qsizetype moments) const
    {
        return m_bench->window().document().work().review == reviewIdOf(run.id()) &&
               review().moments().size() == moments;
    }
    const Review &review() const { return m_bench->window().document().review(); }
    bool waitForEnd(LiveRun *run) { return run && DeskBench::waitForEnd(*run); }

    ShortcutGuard m_guard;
    std::atomic<bool> m_isOpen = false;
    std::unique_ptr<WindowBench> m_bench;
};

VIRAL_TEST(WindowRunsTest)

namespace {

Reply busy()
{
    return jsonReply(429, OpenAi::error("Slow down", "requests", "rate_limit_exceeded"));
}

int countStates(const QList<TimelineChunk> &chunks, ChunkState state)
{
    return static_cast<int>(std::count_if(chunks.begin(), chunks.end(),
                                          [state](const TimelineChunk &chunk) { return chunk.state == state; }));
}

} // namespace

void WindowRunsTest::initTestCase()
{
    qApp->installEventFilter(&m_guard);
}

void WindowRunsTest::cleanup()
{
    m_isOpen = true;
    m_bench.reset();
    m_isOpen = false;
}

LoopbackServer::Responder WindowRunsTest::gated(int free)
{
    return [this, free](int number, const ReceivedRequest &request) {
        return number < free || m_isOpen ? goodReply(request) : busy();
    };
}

void WindowRunsTest::make(LoopbackServer::Responder responder, RunKind engine, Budgets budgets)
{
    m_bench = std::make_unique<WindowBench>(std::move(responder), engine, budgets);
}

void WindowRunsTest::makePatient(int free)
{
    make(gated(free));
    m_bench->restart([](DeskSetup &setup) {
        setup.retryRules = {.rateLimitTries = 1'000'000,
                            .faultTries = 1'000'000,
                            .basePause = 5ms,
                            .longestPause = 20ms,
                            .overloadFactor = 1};
    });
}

void WindowRunsTest::momentsComeWhileTheRunGoesOn()
{
    makePatient(2);
    QVERIFY(m_bench->open(m_bench->payload(6)));
    LiveRun *run = m_bench->start();
    QVERIFY(run);
    QVERIFY(m_bench->bar().isVisible());
    QTRY_VERIFY(shows(*run, 2));
    QVERIFY(!run->isFinished());
    QVERIFY(m_bench->window().document().work().isLive);
    QTRY_COMPARE(countStates(m_bench->chunks(), ChunkState::Done), 2);
    QCOMPARE(m_bench->chunks().size(), 6);
    QTRY_VERIFY(countStates(m_bench->chunks(), ChunkState::Retrying) > 0);
    const auto waits = std::find_if(m_bench->chunks().begin(), m_bench->chunks().end(), [](const TimelineChunk &chunk) {
        return chunk.state == ChunkState::Retrying && chunk.note.contains(u"Slow down"_s);
    });
    QVERIFY(waits != m_bench->chunks().end());
    QVERIFY(countStates(m_bench->chunks(), ChunkState::Queued) >= 2);
    auto *list = m_bench->window().findChild<MomentsPanel *>()->findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 2);
    QTRY_VERIFY2(m_bench->strip().contains(u'$'), qPrintable(m_bench->strip()));
    QTRY_VERIFY2(m_bench->strip().contains(u"2 of 6"_s), qPrintable(m_bench->strip()));
    // Decided while the run goes on.
    const MomentId first = review().moments().at(0).id;
    const MomentId second = review().moments().at(1).id;
    QTest::keyClick(&m_bench->window(), Qt::Key_A);
    QTest::keyClick(&m_bench->window(), Qt::Key_X);
    QCOMPARE(review().find(first)->decision, Decision::Kept);
    QCOMPARE(review().find(second)->decision, Decision::Rejected);
    m_isOpen = true;
    QVERIFY(waitForEnd(run));
    QCOMPARE(run->ending()->state, RunState::Succeeded);
    QTRY_VERIFY(shows(*run, 6));
    QCOMPARE(review().find(first)->decision, Decision::Kept);
    QCOMPARE(review().find(second)->decision, Decision::Rejected);
    QVERIFY(!m_bench->window().document().work().isLive);
    QCOMPARE(countStates(m_bench->chunks(), ChunkState::Done), 6);
    QVERIFY(m_bench->strip().contains(u"6 moments"_s) || m_bench->strip().contains(u"6 moment"_s));
    QVERIFY(!WindowBench::button(m_bench->bar(), u"Open"_s)->isVisible());
}

void WindowRunsTest::theQuoteIsHeldAgainstTheTruth()
{
    makePatient(1);
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *run = m_bench->start();
    QVERIFY(run);
    QVERIFY(m_bench->window().showPanel(u"cost"_s));
    const auto isTold = [this] {
        for (const FigureTable *figures : m_bench->window().findChild<CostPanel *>()->findChildren<FigureTable *>()) {
            if (figures->accessibleName() == u"Quote against truth"_s)
                return figures->isVisible();
        }
        return false;
    };
    QTRY_COMPARE(review().moments().size(), 1);
    QVERIFY(!isTold());
    m_isOpen = true;
    QVERIFY(waitForEnd(run));
    QTRY_VERIFY(isTold());
    // Of another work it says nothing.
    QVERIFY(m_bench->open(m_bench->payload(2, u"other"_s)));
    QTRY_VERIFY(!isTold());
}

void WindowRunsTest::theNameOfTheReviewStays()
{
    make(gated(100));
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *run = m_bench->start();
    QVERIFY(waitForEnd(run));
    const RunId id = run->id();
    QTRY_VERIFY(shows(*run, 3));
    QTest::keyClick(&m_bench->window(), Qt::Key_A);
    QTest::keyClick(&m_bench->window(), Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_bench->window().document().isOpen());
    // Next month: another start of the program, from the list.
    m_bench->restart();
    QVERIFY(m_bench->showJobs(1));
    QTest::keyClick(&m_bench->list(), Qt::Key_Return);
    QTRY_VERIFY(m_bench->window().document().isOpen());
    QCOMPARE(m_bench->window().document().work().review, reviewIdOf(id));
    QCOMPARE(review().moments().size(), 3);
    QCOMPARE(review().count(Decision::Kept), 1);
    QVERIFY(m_bench->trigger("edit.undo"));
    QCOMPARE(review().count(Decision::Kept), 0);
}

void WindowRunsTest::cancelIsInstantAndSaysWhatIsKept()
{
    make([](int number, const ReceivedRequest &request) {
        return number < 3 ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    QVERIFY(m_bench->open(m_bench->payload(6)));
    QVERIFY(!m_bench->trigger("run.cancel"));
    LiveRun *run = m_bench->start();
    QTRY_VERIFY(shows(*run, 3));
    QTest::keyClick(&m_bench->window(), Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(run->isCancelling());
    QVERIFY2(m_bench->strip().contains(u"being cancelled"_s), qPrintable(m_bench->strip()));
    QVERIFY(waitForEnd(run));
    QTRY_VERIFY2(m_bench->strip().contains(u"3 of 6 chunks"_s), qPrintable(m_bench->strip()));
    QCOMPARE(review().moments().size(), 3);
    QVERIFY(!m_bench->window().document().work().isLive);
    QVERIFY(WindowBench::button(m_bench->bar(), u"Go on"_s)->isVisible());
    QVERIFY(WindowBench::button(m_bench->bar(), u"Use what is there"_s)->isVisible());
    QVERIFY(!WindowBench::button(m_bench->bar(), u"See the error"_s)->isVisible());
    QVERIFY(!m_bench->trigger("run.cancel"));
}

void WindowRunsTest::aFailedRunOffersThreeWays()
{
    make([this](int number, const ReceivedRequest &request) {
        return number < 2 || m_isOpen ? goodReply(request) : jsonReply(401, OpenAi::error("Incorrect API key"));
    });
    // One after the other, so that no answer is cut off by the refusal of the next.
    m_bench->restart([](DeskSetup &setup) { setup.settings.maxConcurrency = 1; });
    QVERIFY(m_bench->open(m_bench->payload(6)));
    LiveRun *run = m_bench->start();
    QVERIFY(waitForEnd(run));
    QCOMPARE(run->ending()->state, RunState::Failed);
    QString said;
    whenAsked(this, [&said](QDialog &dialog) {
        const auto *box = qobject_cast<QMessageBox *>(&dialog);
        said = box->text() + u'\n' + box->informativeText();
        dialog.accept();
    });
    QTest::mouseClick(WindowBench::button(m_bench->bar(), u"See the error"_s), Qt::LeftButton);
    QVERIFY2(said.contains(u"Incorrect API key"_s), qPrintable(said));
    QVERIFY2(said.contains(u"2 of 6 chunks"_s) && said.contains(u"settings"_s), qPrintable(said));
    // What is there is opened from the library, under the name of the run.
    QTest::mouseClick(WindowBench::button(m_bench->bar(), u"Use what is there"_s), Qt::LeftButton);
    QTRY_VERIFY(m_bench->window().isSettled() && !m_bench->window().document().work().isLive);
    QCOMPARE(m_bench->window().document().work().review, reviewIdOf(run->id()));
    QCOMPARE(review().moments().size(), 2);
    m_isOpen = true;
    QTest::mouseClick(WindowBench::button(m_bench->bar(), u"Go on"_s), Qt::LeftButton);
    LiveRun *more = m_bench->watched();
    QVERIFY(more != run);
    QVERIFY(waitForEnd(more));
    QCOMPARE(more->ending()->state, RunState::Succeeded);
    QCOMPARE(more->totals().kept, 2);
    QTRY_VERIFY(shows(*more, 6));
}

void WindowRunsTest::aRunWithNothingGivesTheWorkBack()
{
    make([this](int, const ReceivedRequest &request) {
        return m_isOpen ? goodReply(request) : jsonReply(401, OpenAi::error("Incorrect API key"));
    });
    const QString path = m_bench->payload(3);
    QVERIFY(m_bench->open(path));
    const ReviewId before = m_bench->window().document().work().review;
    LiveRun *run = m_bench->start();
    QVERIFY(waitForEnd(run));
    QTRY_COMPARE(m_bench->window().document().work().review, before);
    QVERIFY(!m_bench->window().document().work().isLive);
    QVERIFY2(m_bench->strip().contains(u"Nothing was answered yet"_s), qPrintable(m_bench->strip()));
    QVERIFY(WindowBench::button(m_bench->bar(), u"Go on"_s)->isVisible());
    QVERIFY(!WindowBench::button(m_bench->bar(), u"Open"_s)->isVisible());
    m_isOpen = true;
    QTest::mouseClick(WindowBench::button(m_bench->bar(), u"Go on"_s), Qt::LeftButton);
    QVERIFY(waitForEnd(m_bench->watched()));
    QTRY_VERIFY(shows(*m_bench->watched(), 3));
}

void WindowRunsTest::goingOnAsksOnlyForWhatIsMissing()
{
    make([this](int number, const ReceivedRequest &request) {
        return number < 3 || m_isOpen ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    QVERIFY(m_bench->open(m_bench->payload(6)));
    LiveRun *run = m_bench->start();
    QTRY_VERIFY(shows(*run, 3));
    QTRY_COMPARE(m_bench->server().requestCount(), 5);
    QVERIFY(m_bench->trigger("run.cancel"));
    QVERIFY(waitForEnd(run));
    m_isOpen = true;
    QVERIFY(m_bench->trigger("run.goOn"));
    LiveRun *more = m_bench->watched();
    QVERIFY(more && more != run);
    QVERIFY(waitForEnd(more));
    QCOMPARE(more->totals().kept, 3);
    QCOMPARE(m_bench->server().requestCount(), 5 + 3);
    QTRY_COMPARE(countStates(m_bench->chunks(), ChunkState::Kept), 3);
    QCOMPARE(countStates(m_bench->chunks(), ChunkState::Done), 3);
    QTRY_VERIFY(shows(*more, 6));
}

void WindowRunsTest::onlyTheSelection()
{
    make(gated(100));
    QVERIFY(m_bench->open(m_bench->payload(5)));
    m_bench->trigger("run.selection");
    QVERIFY(!m_bench->watched());
    m_bench->window().findChild<TimelineView *>()->setRange(TimeSpan{60s, 180s});
    QVERIFY(m_bench->trigger("run.selection"));
    LiveRun *run = m_bench->watched();
    QVERIFY(run);
    QVERIFY(waitForEnd(run));
    QCOMPARE(run->chunks().size(), 2);
    QCOMPARE(m_bench->server().requestCount(), 2);
    QTRY_VERIFY(shows(*run, 2));
    for (const ReviewedMoment &moment : review().moments())
        QVERIFY(moment.current.span.start >= 60s && moment.current.span.end <= 180s);
}

void WindowRunsTest::whereTheCoverageIsThin()
{
    make([](int number, const ReceivedRequest &request) {
        return number == 0 ? goodReply(request)
                           : Reply{.contentType = "text/event-stream",
                                   .body = OpenAi::stream(R"({"moments":[]})"),
                                   .isChunked = true};
    });
    QVERIFY(m_bench->open(m_bench->payload(14)));
    LiveRun *first = m_bench->start();
    QVERIFY(waitForEnd(first));
    QTRY_VERIFY(shows(*first, 1));
    const int before = m_bench->server().requestCount();
    QCOMPARE(before, 14);
    QVERIFY(m_bench->trigger("run.thin"));
    LiveRun *more = m_bench->watched();
    QVERIFY(more && more != first);
    QVERIFY(waitForEnd(more));
    // The stretch with the one moment is left out.
    QVERIFY(more->request().transcript.span().start >= 45s);
    QVERIFY(m_bench->server().requestCount() > before);
}

void WindowRunsTest::throughThePayload()
{
    make(gated(100));
    QVERIFY(m_bench->open(m_bench->payload(3)));
    whenAsked(this, [](QDialog &dialog) {
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    });
    QTest::keyClick(&m_bench->window(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_bench->watched());
    QVERIFY(waitForEnd(m_bench->watched()));
    QTRY_VERIFY(shows(*m_bench->watched(), 3));
    whenAsked(this, [](QDialog &dialog) { dialog.reject(); });
    LiveRun *before = m_bench->watched();
    QVERIFY(m_bench->trigger("run.with"));
    QCOMPARE(m_bench->watched(), before);
}

void WindowRunsTest::offlineAsksNobody()
{
    make(gated(100), RunKind::Offline);
    QVERIFY(m_bench->open(m_bench->payload(4)));
    LiveRun *run = m_bench->start();
    QVERIFY(waitForEnd(run));
    QCOMPARE(run->ending()->state, RunState::Succeeded);
    QCOMPARE(m_bench->server().requestCount(), 0);
    QTRY_COMPARE(m_bench->window().document().work().review, reviewIdOf(run->id()));
    QCOMPARE(review().moments().size(), run->outcome()->result.moments.size());
}

void WindowRunsTest::withoutAKeyTheNextStepIsSaid()
{
    make(gated(100));
    m_bench->restart([](DeskSetup &setup) {
        setup.settings.openAiKey = {};
        setup.settings.openAiBase = *parseBaseUrl(u"https://api.openai.com/v1"_s);
    });
    QVERIFY(m_bench->open(m_bench->payload(3)));
    QVERIFY(!m_bench->start());
    const QString said = m_bench->messages().join(u'\n');
    QVERIFY2(said.contains(u"key"_s) && said.contains(u"settings"_s, Qt::CaseInsensitive), qPrintable(said));
    QVERIFY(!m_bench->bar().isVisible());
}

void WindowRunsTest::pricesAreShownByTheirCommands()
{
    make(gated(100));
    QVERIFY(m_bench->open(m_bench->payload(3)));
    auto *quote = m_bench->window().findChild<QToolButton *>(u"quote"_s);
    QTRY_VERIFY2(quote->text().contains(u'$'), qPrintable(quote->text()));
    QCOMPARE(quote->accessibleName(), quote->text());
    QStringList shown;
    const auto note = [&shown](QDialog &dialog) {
        shown.append(QString::fromLatin1(dialog.metaObject()->className()));
        dialog.reject();
    };
    whenAsked(this, note);
    QVERIFY(m_bench->trigger("run.quote"));
    QTRY_COMPARE(shown, QStringList{u"Viral::QuoteDialog"_s});
    whenAsked(this, note);
    QVERIFY(m_bench->trigger("run.months"));
    QTRY_COMPARE(shown.size(), 2);
    QCOMPARE(shown.constLast(), u"Viral::MonthCostDialog"_s);
}

void WindowRunsTest::overTheBudgetIsAsked()
{
    make(gated(100), RunKind::OpenAi, {.perRun = MicroDollars{1}});
    QVERIFY(m_bench->open(m_bench->payload(3)));
    auto *quote = m_bench->window().findChild<QToolButton *>(u"quote"_s);
    QVERIFY(quote);
    QTRY_VERIFY2(quote->text().contains(u'$'), qPrintable(quote->text()));
    whenAsked(this, [](QDialog &dialog) { dialog.reject(); });
    QVERIFY(!m_bench->start());
    QCOMPARE(m_bench->server().requestCount(), 0);
    QString said;
    whenAsked(this, [&said](QDialog &dialog) {
        said = qobject_cast<QMessageBox *>(&dialog)->text();
        QTest::mouseClick(WindowBench::button(dialog, u"Run all the same"_s), Qt::LeftButton);
    });
    LiveRun *run = m_bench->start();
    QVERIFY2(said.contains(u'$'), qPrintable(said));
    QVERIFY(waitForEnd(run));
    QCOMPARE(run->ending()->state, RunState::Succeeded);
}

void WindowRunsTest::whatAnotherRunAsksIsWaitedFor()
{
    make([this](int, const ReceivedRequest &request) {
        return m_isOpen ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    const QString path = m_bench->payload(2);
    MainWindow &second = m_bench->openWindow();
    QVERIFY(m_bench->open(path));
    QVERIFY(WindowBench::open(second, path));
    LiveRun *first = m_bench->start();
    QVERIFY(first);
    QTRY_COMPARE(m_bench->server().requestCount(), 2);
    LiveRun *other = m_bench->start(second);
    QVERIFY(other && other != first);
    QTRY_VERIFY2(other->stateText().contains(u"asked by another run"_s), qPrintable(other->stateText()));
    QVERIFY2(!other->stateText().contains(u"another try"_s), qPrintable(other->stateText()));
    const auto &chunks = second.findChild<TimelineView *>()->scene().chunks();
    QTRY_VERIFY(chunks.constFirst().note.contains(u"not paid twice"_s));
    QCOMPARE(m_bench->server().requestCount(), 2);
    other->cancel();
    first->cancel();
    QVERIFY(waitForEnd(first));
    QVERIFY(waitForEnd(other));
}

void WindowRunsTest::windowsShareTheLimit()
{
    make([](int, const ReceivedRequest &request) { return slowReply(request, 30ms); });
    MainWindow &second = m_bench->openWindow();
    QVERIFY(m_bench->open(m_bench->payload(8, u"one"_s)));
    QVERIFY(WindowBench::open(second, m_bench->payload(7, u"two"_s)));
    LiveRun *first = m_bench->start();
    LiveRun *further = m_bench->start(second);
    QVERIFY(first && further && first != further);
    QCOMPARE(m_bench->desk().running().size(), 2);
    QVERIFY(waitForEnd(first));
    QVERIFY(waitForEnd(further));
    QVERIFY2(m_bench->server().peakInFlight() <= 2, qPrintable(QString::number(m_bench->server().peakInFlight())));
    QTRY_VERIFY(shows(*first, 8));
    QTRY_COMPARE(second.document().review().moments().size(), 7);
}

void WindowRunsTest::closingTheWorkLetsTheRunGoOn()
{
    makePatient(1);
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *run = m_bench->start();
    QTRY_VERIFY(shows(*run, 1));
    QTest::keyClick(&m_bench->window(), Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_bench->window().document().isOpen());
    QVERIFY(!run->isFinished());
    QVERIFY(m_bench->bar().isVisible());
    // Back to it while it goes on.
    QPushButton *open = WindowBench::button(m_bench->bar(), u"Open"_s);
    QVERIFY(open->isVisible());
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY(m_bench->window().document().work().isLive);
    QTRY_VERIFY(shows(*run, 1));
    QVERIFY(!open->isVisible());
    QTest::keyClick(&m_bench->window(), Qt::Key_W, Qt::ControlModifier);
    m_isOpen = true;
    QVERIFY(waitForEnd(run));
    QVERIFY(!m_bench->window().document().isOpen());
    QVERIFY(open->isVisible());
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY(shows(*run, 3));
    QCOMPARE(m_bench->window().document().work().review, reviewIdOf(run->id()));
    QVERIFY(!open->isVisible());
}

void WindowRunsTest::anotherFileLetsTheRunGoOn()
{
    makePatient(1);
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *run = m_bench->start();
    QTRY_VERIFY(shows(*run, 1));
    const QString other = m_bench->payload(4, u"other"_s);
    QVERIFY(m_bench->open(other));
    QPushButton *open = WindowBench::button(m_bench->bar(), u"Open"_s);
    QVERIFY(open->isVisible());
    const Review seen = review();
    m_isOpen = true;
    QVERIFY(waitForEnd(run));
    // What the editor looks at is left alone, its timeline too.
    QCOMPARE(m_bench->window().document().work().path, other);
    QCOMPARE(review(), seen);
    QCOMPARE(m_bench->chunks().size(), 4);
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_COMPARE(m_bench->window().document().work().review, reviewIdOf(run->id()));
    QCOMPARE(review().moments().size(), 3);
}

#include "tst_windowruns.moc"
