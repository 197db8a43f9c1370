// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"
#include "tests/run_runpod/runpodbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RunPodRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptBeforeItLeaves();
    void keptAfterEachChange();
    void withoutLibraryNothingLeaves();
    void tooLargeNeverLeaves();
    void afterARestartItIsFollowedOn();
    void jobsNeverNamedAreClosed();
    void jobsOfOthersAreFollowedToo();
    void unknownFateStaysOpen();
    void eventsToldAgainCountOnce();
    void youngJobsOfOurOwnMayBeUnknown();
};

namespace {

using Bench = RunPodBench;

} // namespace

void RunPodRunTest::keptBeforeItLeaves()
{
    Bench bench;
    RunRecord atSending;
    std::optional<Request> request;
    bench.transport.answerWith(bench.scheduler, 0ms, [&](int number, const HttpRequest &) {
        if (number == 0) {
            atSending = bench.kept();
            request = bench.library->runs().request(atSending.id).value();
        }
        return answered(401);
    });
    RunPodRun run(bench.services(), bench.setup());
    QSignalSpy finished(&run, &RunPodRun::finished);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(atSending.state, RunState::Queued);
    QCOMPARE(atSending.kind, RunKind::RunPod);
    QCOMPARE(atSending.endpointId, u"ep"_s);
    QVERIFY(atSending.remoteJobId.isEmpty());
    QVERIFY(request);
    QCOMPARE(request->transcript, bench.setup().request.transcript);
    QVERIFY(request->openAiApiKey.isEmpty());
    QCOMPARE(bench.kept().state, RunState::Failed);
}

void RunPodRunTest::keptAfterEachChange()
{
    Bench bench;
    const ProgressEvent event{
        .kind = ProgressKind::ChunkCompleted, .jobId = u"job-1"_s, .chunkIndex = 0, .totalChunks = 2};
    QList<RunRecord> seen;
    const QList<QByteArray> bodies{jobState("IN_QUEUE"), jobState("IN_QUEUE"),
                                   jobState("IN_PROGRESS", writeProgressEvent(event)), jobState("IN_PROGRESS"),
                                   jobState("COMPLETED", oneMoment())};
    bench.transport.answerWith(bench.scheduler, 0ms, [&](int number, const HttpRequest &) {
        seen.append(bench.kept());
        return answered(200, bodies.at(number));
    });
    RunPodRun run(bench.services(), bench.setup());
    QSignalSpy finished(&run, &RunPodRun::finished);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(seen.at(1).remoteJobId, u"j"_s);
    QCOMPARE(seen.at(2).state, RunState::Queued);
    QCOMPARE(seen.at(3).state, RunState::Running);
    QCOMPARE(seen.at(3).finishedChunks, 1);
    QCOMPARE(seen.at(3).totalChunks, 2);
    QCOMPARE(finished.size(), 1);
    const RunRecord last = bench.kept();
    QCOMPARE(last, run.record());
    QCOMPARE(last.state, RunState::Succeeded);
    QCOMPARE(last.resultGoneAt, bench.clock.now().addSecs(1800));
    QCOMPARE(last.momentCount, 1);
    QCOMPARE(bench.library->runs().result(last.id).value()->moments.size(), 1);
}

void RunPodRunTest::withoutLibraryNothingLeaves()
{
    Bench bench;
    bench.library = Library::open(bench.folder.path(), Library::Access::ReadOnly).value();
    RunPodRun run(bench.services(), bench.setup());
    QSignalSpy finished(&run, &RunPodRun::finished);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<RunPodOutcome>().result.error().kind, ErrorKind::Storage);
    QCOMPARE(bench.transport.requestCount(), 0);
}

void RunPodRunTest::tooLargeNeverLeaves()
{
    Bench bench;
    RunPodSetup setup = bench.setup();
    setup.request.transcript.sentences.first().text = QString(11 * 1024 * 1024, u'x');
    RunPodRun run(bench.services(), setup);
    QSignalSpy finished(&run, &RunPodRun::finished);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    const auto outcome = finished.constFirst().constFirst().value<RunPodOutcome>();
    QVERIFY(outcome.result.error().message.contains("at most 10 MB"_L1));
    QCOMPARE(bench.transport.requestCount(), 0);
}

void RunPodRunTest::afterARestartItIsFollowedOn()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 0ms, {answered(200, jobState("IN_QUEUE"))});
    {
        RunPodRun run(bench.services(), bench.setup());
        run.start();
        bench.scheduler.advance(10s);
    }
    QCOMPARE(bench.transport.inFlight(), 0);
    bench.reopen();
    const QList<RunRecord> open = openRunPodRuns(bench.library->runs(), bench.clock.now()).value();
    QCOMPARE(open.size(), 1);
    bench.transport.answerWith(bench.scheduler, 0ms, {answered(200, jobState("COMPLETED", oneMoment()))});
    RunPodRun run(bench.services(), open.constFirst());
    QSignalSpy finished(&run, &RunPodRun::finished);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QVERIFY(finished.constFirst().constFirst().value<RunPodOutcome>().result);
    QCOMPARE(bench.library->runs().runs(10)->size(), 1);
    QVERIFY(openRunPodRuns(bench.library->runs(), bench.clock.now())->isEmpty());
    QCOMPARE(findRunPodRun(bench.library->runs(), u"ep"_s, u"j"_s).value()->id, run.record().id);
    QVERIFY(!findRunPodRun(bench.library->runs(), u"other"_s, u"j"_s).value());
}

void RunPodRunTest::jobsNeverNamedAreClosed()
{
    Bench bench;
    {
        RunPodRun run(bench.services(), bench.setup());
        run.start();
        bench.scheduler.advance(1s);
        QCOMPARE(bench.transport.requestCount(), 1);
    }
    QVERIFY(openRunPodRuns(bench.library->runs(), bench.clock.now())->isEmpty());
    QCOMPARE(bench.kept().state, RunState::Queued);
    QVERIFY(openRunPodRuns(bench.library->runs(), bench.clock.now().addSecs(660))->isEmpty());
    QCOMPARE(bench.kept().state, RunState::Interrupted);
}

void RunPodRunTest::jobsOfOthersAreFollowedToo()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 0ms, {answered(200, jobState("COMPLETED", oneMoment()))});
    RunPodRun run(bench.services(), foreignRunPodRun(bench.clock, u"ep"_s, u"j"_s));
    QSignalSpy told(&run, &RunPodRun::told);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(told.size(), 0);
    QCOMPARE(bench.kept().state, RunState::Succeeded);
    QVERIFY(bench.library->runs().result(bench.kept().id).value());
}

void RunPodRunTest::unknownFateStaysOpen()
{
    Bench bench;
    bench.transport.answerWith(
        bench.scheduler, 0ms,
        {answered(200, jobState("IN_QUEUE")), answered(200, jobState("IN_PROGRESS")), answered(401)});
    RunPodRun run(bench.services(), bench.setup());
    QSignalSpy finished(&run, &RunPodRun::finished);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(finished.constFirst().constFirst().value<RunPodOutcome>().result.error().kind, ErrorKind::Refused);
    QCOMPARE(bench.kept().state, RunState::Running);
    QVERIFY(!bench.kept().error.isEmpty());
}

void RunPodRunTest::eventsToldAgainCountOnce()
{
    Bench bench;
    const ProgressEvent event{
        .kind = ProgressKind::ChunkCompleted, .jobId = u"job-1"_s, .chunkIndex = 1, .totalChunks = 3};
    bench.transport.answerWith(bench.scheduler, 0ms,
                               {answered(200, jobState("IN_PROGRESS", writeProgressEvent(event)))});
    for (int start = 0; start < 3; ++start) {
        RunRecord record = start == 0 ? foreignRunPodRun(bench.clock, u"ep"_s, u"j"_s) : bench.kept();
        RunPodRun run(bench.services(), record);
        run.start();
        bench.scheduler.advance(5s);
        QCOMPARE(bench.kept().finishedChunks, 1);
    }
}

void RunPodRunTest::youngJobsOfOurOwnMayBeUnknown()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 0ms, {answered(200, jobState("IN_QUEUE"))});
    RunPodSetup setup = bench.setup();
    setup.isDetached = true;
    {
        RunPodRun run(bench.services(), setup);
        run.start();
        bench.scheduler.advance(1s);
    }
    bench.transport.answerWith(bench.scheduler, 0ms,
                               {answered(404), answered(404), answered(200, jobState("COMPLETED", oneMoment()))});
    RunPodRun run(bench.services(), bench.kept());
    QSignalSpy finished(&run, &RunPodRun::finished);
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QVERIFY(finished.constFirst().constFirst().value<RunPodOutcome>().result);
}

VIRAL_TEST(RunPodRunTest)
#include "tst_runpodrun.moc"
