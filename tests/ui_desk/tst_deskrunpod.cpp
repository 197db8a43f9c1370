// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"
#include "core/library/library.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Jobs on RunPod from the desk: submitted, followed, followed on after a restart, cancelled.
class DeskRunPodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobIsSeenThrough();
    void aJobThatFailsSaysWhy();
    void aJobFromElsewhereIsFollowed();
    void aJobThatIsFollowedIsNotFollowedTwice();
    void aJobIsNotFollowedTwiceAfterARestart_data();
    void aJobIsNotFollowedTwiceAfterARestart();
    void aJobThatIsDoneIsInTheLibrary();
    void openJobsAreFollowedOn();
    void openJobsWithoutAKeyAreTold();
    void cancelledAtRunPod();
    void aRefusedCancelCanBeRepeated();
    void theKeyGoesAlongOnlyWhenNamed();
};

VIRAL_TEST(DeskRunPodTest)

namespace {

QByteArray resultJson(int chunks)
{
    ServiceResult result{.jobId = u"job"_s, .totalChunks = chunks, .successfulChunks = chunks};
    result.moments.append(validMoment(u"One"_s, 0, 50'000));
    return writeServiceResult(result, JsonWriter::Layout::Compact);
}

Reply job(const QByteArray &state, const QByteArray &more = {})
{
    return jsonReply(200, R"({"id":"rp-1","status":")" + state + '"' + more + '}');
}

/// An endpoint that has done the job once \a isDone.
LoopbackServer::Responder endpoint(std::atomic<bool> &isDone)
{
    return [&isDone](int, const ReceivedRequest &request) {
        if (request.path.endsWith("/run"))
            return job("IN_QUEUE");
        if (request.path.contains("/cancel/"))
            return job("CANCELLED");
        if (!isDone)
            return job("IN_PROGRESS", R"(,"workerId":"w7")");
        return job("COMPLETED", R"(,"executionTime":900,"output":)" + resultJson(3));
    };
}

RunPlan runPodPlan(const DeskBench &bench)
{
    RunPlan plan = bench.plan(3);
    plan.engine = RunKind::RunPod;
    return plan;
}

} // namespace

void DeskRunPodTest::aJobIsSeenThrough()
{
    std::atomic<bool> isDone = false;
    DeskBench bench(endpoint(isDone));
    const auto run = bench.desk().start(runPodPlan(bench));
    QVERIFY2(run, run ? "" : qPrintable(run.error().text()));
    QTRY_COMPARE((*run)->record().remoteJobId, u"rp-1"_s);
    QTRY_VERIFY2((*run)->stateText().contains(u"w7"_s), qPrintable((*run)->stateText()));
    QCOMPARE((*run)->chunks().size(), 3);
    isDone = true;
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QCOMPARE((*run)->outcome()->result.moments.size(), 1);
    QCOMPARE((*run)->totals().done, 3);
    QCOMPARE((*run)->record().title, u"interview.srt"_s);
    QVERIFY((*run)->record().resultGoneAt.isValid());
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->runs().run((*run)->id()).value().value(), (*run)->record());
}

void DeskRunPodTest::aJobThatFailsSaysWhy()
{
    DeskBench bench([](int, const ReceivedRequest &request) {
        return request.path.endsWith("/run") ? job("IN_QUEUE") : job("FAILED", R"(,"error":"out of memory")");
    });
    const auto run = bench.desk().start(runPodPlan(bench));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Failed);
    QVERIFY((*run)->ending()->error.text().contains(u"out of memory"_s));
    QVERIFY((*run)->ending()->canDo.contains(WhatNow::GoOn));
    // Going on submits the kept request anew.
    const auto again = bench.desk().goOn((*run)->id());
    QVERIFY(again);
    QVERIFY((*again)->id().value != (*run)->id().value);
    QVERIFY(bench.waitForEnd(**again));
}

void DeskRunPodTest::aJobFromElsewhereIsFollowed()
{
    std::atomic<bool> isDone = true;
    DeskBench bench(endpoint(isDone));
    QVERIFY(!bench.desk().follow({}, u"../etc"_s));
    const auto run = bench.desk().follow({}, u"rp-1"_s);
    QVERIFY2(run, run ? "" : qPrintable(run.error().text()));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QCOMPARE((*run)->outcome()->result.moments.size(), 1);
    QVERIFY((*run)->request().transcript.isEmpty());
    QCOMPARE(bench.desk().runs().size(), 1);
    QCOMPARE(bench.desk().runs().constFirst().endpointId, u"ep"_s);
}

void DeskRunPodTest::aJobThatIsFollowedIsNotFollowedTwice()
{
    std::atomic<bool> isDone = false;
    DeskBench bench(endpoint(isDone));
    const auto run = bench.desk().start(runPodPlan(bench));
    QTRY_COMPARE((*run)->record().remoteJobId, u"rp-1"_s);
    QCOMPARE(bench.desk().follow(u"ep"_s, u"rp-1"_s).value(), *run);
    QCOMPARE(bench.desk().goOn((*run)->id()).value(), *run);
    QSignalSpy started(&bench.desk(), &RunDesk::runStarted);
    bench.desk().followOpenJobs();
    bench.desk().refresh();
    QSignalSpy read(&bench.desk(), &RunDesk::runsChanged);
    QVERIFY(read.wait());
    QCOMPARE(started.size(), 0);
    QCOMPARE(bench.desk().live((*run)->id()), *run);
}

void DeskRunPodTest::aJobIsNotFollowedTwiceAfterARestart_data()
{
    QTest::addColumn<bool>("engineIsFirst");
    QTest::newRow("the desk asks first") << false;
    QTest::newRow("the engine follows first") << true;
}

void DeskRunPodTest::aJobIsNotFollowedTwiceAfterARestart()
{
    QFETCH(const bool, engineIsFirst);
    std::atomic<bool> isDone = false;
    DeskBench bench(endpoint(isDone));
    const auto before = bench.desk().start(runPodPlan(bench));
    QTRY_COMPARE((*before)->record().remoteJobId, u"rp-1"_s);
    bench.restart();
    QTRY_COMPARE(bench.desk().runs().size(), 1);
    QSignalSpy started(&bench.desk(), &RunDesk::runStarted);
    const int asked = bench.server().requestCount();
    bench.desk().followOpenJobs();
    // The engine's own thread goes on while nothing that it tells arrives here.
    QDeadlineTimer patience(20s);
    while (engineIsFirst && bench.server().requestCount() == asked && !patience.hasExpired())
        QThread::yieldCurrentThread();
    const QPointer<LiveRun> run = bench.desk().follow(u"ep"_s, u"rp-1"_s).value();
    QTRY_VERIFY(run && run->stateText().contains(u"w7"_s));
    isDone = true;
    QTRY_VERIFY(run && run->isFinished());
    QCOMPARE(run->ending()->state, RunState::Succeeded);
    QCOMPARE(started.size(), 1);
    QCOMPARE(bench.desk().live(run->id()), run);
    QVERIFY(bench.desk().running().isEmpty());
    QCOMPARE(bench.desk().runs().size(), 1);
}

void DeskRunPodTest::aJobThatIsDoneIsInTheLibrary()
{
    std::atomic<bool> isDone = true;
    DeskBench bench(endpoint(isDone));
    const auto run = bench.desk().start(runPodPlan(bench));
    QVERIFY(bench.waitForEnd(**run));
    const auto again = bench.desk().follow(u"ep"_s, u"rp-1"_s);
    QVERIFY(!again);
    QVERIFY2(again.error().message.contains(u"run 1"_s), qPrintable(again.error().message));
}

void DeskRunPodTest::openJobsAreFollowedOn()
{
    std::atomic<bool> isDone = false;
    DeskBench bench(endpoint(isDone));
    const auto run = bench.desk().start(runPodPlan(bench));
    const RunId id = (*run)->id();
    QTRY_COMPARE((*run)->record().remoteJobId, u"rp-1"_s);
    bench.restart();
    isDone = true;
    QSignalSpy started(&bench.desk(), &RunDesk::runStarted);
    bench.desk().followOpenJobs();
    QTRY_COMPARE(started.size(), 1);
    LiveRun *followed = bench.desk().live(id);
    QVERIFY(followed);
    QVERIFY(bench.waitForEnd(*followed));
    QCOMPARE(followed->ending()->state, RunState::Succeeded);
    QCOMPARE(followed->outcome()->result.moments.size(), 1);
    QCOMPARE(followed->chunks().size(), 3);
    QCOMPARE(bench.desk().runs().size(), 1);
    QCOMPARE(bench.desk().runs().constFirst().state, RunState::Succeeded);
}

void DeskRunPodTest::openJobsWithoutAKeyAreTold()
{
    std::atomic<bool> isDone = false;
    DeskBench bench(endpoint(isDone));
    const auto run = bench.desk().start(runPodPlan(bench));
    QTRY_COMPARE((*run)->record().remoteJobId, u"rp-1"_s);
    bench.restart([](DeskSetup &setup) { setup.settings.runPodKey = {}; });
    QSignalSpy told(&bench.desk(), &RunDesk::told);
    bench.desk().followOpenJobs();
    QTRY_VERIFY(!told.isEmpty());
    QVERIFY(told.constLast().constFirst().toString().contains(u"key for RunPod"_s));
    QVERIFY(bench.desk().running().isEmpty());
}

void DeskRunPodTest::cancelledAtRunPod()
{
    std::atomic<bool> isDone = false;
    DeskBench bench(endpoint(isDone));
    const auto run = bench.desk().start(runPodPlan(bench));
    QTRY_COMPARE((*run)->record().remoteJobId, u"rp-1"_s);
    (*run)->cancel();
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Cancelled);
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->runs().run((*run)->id()).value()->state, RunState::Cancelled);
}

void DeskRunPodTest::aRefusedCancelCanBeRepeated()
{
    std::atomic<int> cancels = 0;
    DeskBench bench([&cancels](int, const ReceivedRequest &request) {
        if (request.path.endsWith("/run"))
            return job("IN_QUEUE");
        if (!request.path.contains("/cancel/"))
            return job("IN_PROGRESS");
        return ++cancels == 1 ? jsonReply(401, R"({"error":"no"})") : job("CANCELLED");
    });
    const auto run = bench.desk().start(runPodPlan(bench));
    QTRY_COMPARE((*run)->record().remoteJobId, u"rp-1"_s);
    QSignalSpy refused(*run, &LiveRun::cancelRefused);
    (*run)->cancel();
    QVERIFY((*run)->isCancelling());
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(!(*run)->isCancelling());
    QVERIFY(!(*run)->isFinished());
    (*run)->cancel();
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Cancelled);
    QCOMPARE(cancels, 2);
}

void DeskRunPodTest::theKeyGoesAlongOnlyWhenNamed()
{
    std::atomic<bool> isDone = true;
    DeskBench bench(endpoint(isDone));
    RunPlan plan = runPodPlan(bench);
    plan.request.openAiApiKey = Secret(u"sk-goes-along-123456"_s);
    const auto without = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**without));
    QVERIFY(!bench.server().requests().constFirst().body.contains("sk-goes-along"));
    plan.key = KeyInPayload::Include;
    const int before = bench.server().requestCount();
    const auto with = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**with));
    QVERIFY(bench.server().requests().at(before).body.contains("sk-goes-along"));
    // Without one of its own, the settings' key goes along.
    plan.request.openAiApiKey = {};
    const int earlier = bench.server().requestCount();
    const auto settings = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**settings));
    QVERIFY(bench.server().requests().at(earlier).body.contains(flowKey));
}

#include "tst_deskrunpod.moc"
