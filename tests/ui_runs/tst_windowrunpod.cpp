// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"
#include "core/review/reviewid.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"
#include "tests/ui_runs/windowbench.h"
#include "ui/commands/shortcutguard.h"
#include "ui/jobs/runbutton.h"
#include "ui/panels/momentspanel.h"

#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <atomic>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// Jobs on RunPod from the whole window: against the program's own endpoint, and against a server that follows a script.
class WindowRunPodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void throughOurOwnEndpoint();
    void theStripTellsWhereTheJobIs();
    void followedById();
    void openJobsAreFollowedOn();
    void theStripTakesUpOpenJobs();
    void theStripOfARunIsNotTakenAway();

private:
    /// The program's own endpoint with the offline engine; its port.
    QString serve();
    LoopbackServer::Responder endpoint();

    ShortcutGuard m_guard;
    std::atomic<bool> m_isTaken = false;
    std::atomic<bool> m_isDone = false;
    std::unique_ptr<QProcess> m_server;
    QTemporaryDir m_place;
    std::unique_ptr<WindowBench> m_bench;
};

VIRAL_TEST(WindowRunPodTest)

namespace {

Reply job(const QByteArray &state, const QByteArray &more = {})
{
    return jsonReply(200, R"({"id":"rp-1","status":")" + state + '"' + more + '}');
}

QByteArray resultJson()
{
    ServiceResult result{.jobId = u"interview"_s, .totalChunks = 3, .successfulChunks = 3};
    result.moments.append(validMoment(u"One"_s, 0, 50'000));
    return writeServiceResult(result, JsonWriter::Layout::Compact);
}

} // namespace

void WindowRunPodTest::initTestCase()
{
    qApp->installEventFilter(&m_guard);
}

void WindowRunPodTest::cleanup()
{
    m_bench.reset();
    if (m_server) {
        m_server->kill();
        m_server->waitForFinished();
        m_server.reset();
    }
    m_isTaken = false;
    m_isDone = false;
}

QString WindowRunPodTest::serve()
{
    m_server = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"VIRAL_MOMENTS_LIBRARY"_s, m_place.filePath(u"server"_s));
    m_server->setProcessEnvironment(environment);
    m_server->start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"),
                    {u"serve"_s, u"--port"_s, u"0"_s, u"--engine"_s, u"offline"_s});
    const QRegularExpression line(u"http://127\\.0\\.0\\.1:(\\d+)/v2/local"_s);
    QString said;
    (void)QTest::qWaitFor(
        [&] { return line.match(said += QString::fromUtf8(m_server->readAllStandardError())).hasMatch(); }, 20'000);
    return line.match(said).captured(1);
}

LoopbackServer::Responder WindowRunPodTest::endpoint()
{
    return [this](int, const ReceivedRequest &request) {
        if (request.path.endsWith("/run"))
            return job("IN_QUEUE");
        if (m_isDone)
            return job("COMPLETED", R"(,"delayTime":10,"executionTime":900,"output":)" + resultJson());
        return m_isTaken ? job("IN_PROGRESS", R"(,"workerId":"w7")") : job("IN_QUEUE");
    };
}

void WindowRunPodTest::throughOurOwnEndpoint()
{
    const QString port = serve();
    QVERIFY(!port.isEmpty());
    m_bench = std::make_unique<WindowBench>([](int, const ReceivedRequest &) { return Reply{}; }, RunKind::RunPod);
    m_bench->restart([&port](DeskSetup &setup) {
        setup.settings.runPodBase = QUrl(u"http://127.0.0.1:%1/v2"_s.arg(port));
        setup.settings.runPodEndpoint = u"local"_s;
    });
    QVERIFY(m_bench->open(QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json")));
    const QList<ReviewedMoment> offline = m_bench->window().document().review().moments();
    LiveRun *run = m_bench->start();
    QVERIFY2(run, qPrintable(m_bench->messages().join(u'\n')));
    QVERIFY(DeskBench::waitForEnd(*run));
    QVERIFY2(run->ending()->state == RunState::Succeeded, qPrintable(run->ending()->error.text()));
    QTRY_COMPARE(m_bench->window().document().review().moments().size(), offline.size());
    QCOMPARE(m_bench->window().document().work().review, reviewIdOf(run->id()));
    QVERIFY2(m_bench->strip().contains(u"RunPod keeps its own until"_s), qPrintable(m_bench->strip()));
    QVERIFY(m_bench->showJobs(1));
    QVERIFY(m_bench->list().model()->index(0, JobListModel::EngineColumn).data().toString().contains(u"RunPod"_s));
}

void WindowRunPodTest::theStripTellsWhereTheJobIs()
{
    m_bench = std::make_unique<WindowBench>(endpoint(), RunKind::RunPod);
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *run = m_bench->start();
    QVERIFY(run);
    QTRY_VERIFY2(m_bench->strip().contains(u"waits in RunPod's queue"_s), qPrintable(m_bench->strip()));
    // Nothing is known of its chunks, and nothing is said of them.
    QVERIFY2(!m_bench->strip().contains(u"of 3"_s), qPrintable(m_bench->strip()));
    auto *empty = m_bench->window().findChild<MomentsPanel *>()->findChild<QLabel *>(u"empty"_s);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY2(empty->text().contains(u"when it ends"_s), qPrintable(empty->text()));
    m_isTaken = true;
    QTRY_VERIFY2(m_bench->strip().contains(u"worker w7"_s), qPrintable(m_bench->strip()));
    m_isDone = true;
    QVERIFY(DeskBench::waitForEnd(*run));
    QTRY_COMPARE(m_bench->window().document().review().moments().size(), 1);
    QVERIFY(!empty->isVisible());
}

void WindowRunPodTest::followedById()
{
    m_isDone = true;
    m_bench = std::make_unique<WindowBench>(endpoint(), RunKind::RunPod);
    whenAsked(this, [](QDialog &dialog) {
        qobject_cast<QInputDialog *>(&dialog)->setTextValue(u" rp-1 "_s);
        dialog.accept();
    });
    QVERIFY(m_bench->trigger("run.follow"));
    LiveRun *run = m_bench->watched();
    QVERIFY(run);
    QVERIFY(DeskBench::waitForEnd(*run));
    QCOMPARE(run->ending()->state, RunState::Succeeded);
    QPushButton *open = WindowBench::button(m_bench->bar(), u"Open"_s);
    QVERIFY(open->isVisible());
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_COMPARE(m_bench->window().document().review().moments().size(), 1);
    // It came without its transcript, which can be added now.
    QVERIFY(m_bench->window().document().work().request.transcript.isEmpty());
    QVERIFY(m_bench->trigger("moment.keep"));
    m_bench->window().openAll({m_bench->payload(3)});
    QTRY_VERIFY(!m_bench->window().document().work().request.transcript.isEmpty());
    QCOMPARE(m_bench->window().document().review().count(Decision::Kept), 1);
    QCOMPARE(m_bench->window().document().work().review, reviewIdOf(run->id()));
}

void WindowRunPodTest::openJobsAreFollowedOn()
{
    m_bench = std::make_unique<WindowBench>(endpoint(), RunKind::RunPod);
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *run = m_bench->start();
    QVERIFY(run);
    QTRY_COMPARE(run->record().remoteJobId, u"rp-1"_s);
    const RunId id = run->id();
    m_bench->restart();
    m_isDone = true;
    m_bench->desk().followOpenJobs();
    QTRY_VERIFY(m_bench->desk().live(id));
    QVERIFY(DeskBench::waitForEnd(*m_bench->desk().live(id)));
    QVERIFY(m_bench->showJobs(1));
    QTest::keyClick(&m_bench->list(), Qt::Key_Return);
    QTRY_COMPARE(m_bench->window().document().work().review, reviewIdOf(id));
    QCOMPARE(m_bench->window().document().review().moments().size(), 1);
    QVERIFY(!m_bench->window().document().work().request.transcript.isEmpty());
}

void WindowRunPodTest::theStripTakesUpOpenJobs()
{
    m_isTaken = true;
    m_bench = std::make_unique<WindowBench>(endpoint(), RunKind::RunPod);
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *run = m_bench->start();
    QVERIFY(run);
    QTRY_COMPARE(run->record().remoteJobId, u"rp-1"_s);
    const RunId id = run->id();
    m_bench->restart();
    const QString other = m_bench->payload(2, u"other"_s);
    QVERIFY(m_bench->open(other));
    QVERIFY(!m_bench->watched());
    m_bench->desk().followOpenJobs();
    QTRY_VERIFY(m_bench->watched());
    QCOMPARE(m_bench->watched()->id(), id);
    QVERIFY(m_bench->bar().isVisible());
    QTRY_VERIFY2(m_bench->strip().contains(u"worker w7"_s), qPrintable(m_bench->strip()));
    // What the editor has open stays until the run is asked for.
    QCOMPARE(m_bench->window().document().work().path, other);
    QPushButton *open = WindowBench::button(m_bench->bar(), u"Open"_s);
    QTRY_VERIFY(open->isVisible());
    // A window that comes later shows it, too.
    QCOMPARE(WindowBench::bar(m_bench->openWindow()).run(), m_bench->watched());
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_COMPARE(m_bench->window().document().work().review, reviewIdOf(id));
    QVERIFY(m_bench->window().document().work().isLive);
    QVERIFY(!m_bench->window().document().work().request.transcript.isEmpty());
    m_isDone = true;
    QVERIFY(DeskBench::waitForEnd(*m_bench->desk().live(id)));
    QTRY_COMPARE(m_bench->window().document().review().moments().size(), 1);
    QTest::mouseClick(m_bench->bar().findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!m_bench->watched());
    QVERIFY(!m_bench->bar().isVisible());
}

void WindowRunPodTest::theStripOfARunIsNotTakenAway()
{
    m_bench = std::make_unique<WindowBench>(endpoint(), RunKind::RunPod);
    QVERIFY(m_bench->open(m_bench->payload(3)));
    LiveRun *job = m_bench->start();
    QVERIFY(job);
    QTRY_COMPARE(job->record().remoteJobId, u"rp-1"_s);
    const RunId id = job->id();
    m_bench->restart();
    QVERIFY(m_bench->open(m_bench->payload(3)));
    m_bench->window().findChild<RunButton *>()->setEngine(RunKind::Offline);
    LiveRun *own = m_bench->start();
    QVERIFY(own);
    m_bench->desk().followOpenJobs();
    QTRY_VERIFY(m_bench->desk().live(id));
    QCOMPARE(m_bench->watched(), own);
    QVERIFY(DeskBench::waitForEnd(*own));
    // The editor is done with it: the job is what goes on.
    QTest::mouseClick(m_bench->bar().findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(m_bench->watched());
    QCOMPARE(m_bench->watched()->id(), id);
    QVERIFY(m_bench->bar().isVisible());
}

#include "tst_windowrunpod.moc"
