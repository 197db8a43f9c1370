// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/run_runpod/runpodbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the library knows of a job, by what RunPod says of it.
class RunPodRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultIsGoneAt_data();
    void resultIsGoneAt();
    void riskBeginsWithTheLastNews();
    void answersAreNoted_data();
    void answersAreNoted();
    void whatWentWellStays();
    void theEarlierLossCounts();
    void reopenedByARetry();
    void goneJobsAreClosed();
};

VIRAL_TEST(RunPodRecordsTest)

namespace {

const QDateTime submitted(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::utc());

RunPodJob read(const QByteArray &rest)
{
    return readRunPodJob(R"({"id":"j","status":"COMPLETED")" + rest + '}').value();
}

} // namespace

void RunPodRecordsTest::resultIsGoneAt_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isOwn");
    QTest::addColumn<int>("seconds"); // after submission; asked an hour after it
    const QByteArray times = R"(,"delayTime":60000,"executionTime":240000)";
    QTest::newRow("times known") << times << QByteArray("j") << true << 300 + 1800;
    QTest::newRow("synchronous") << times << QByteArray("sync-j") << true << 300 + 60;
    QTest::newRow("no times") << QByteArray() << QByteArray("j") << true << 3600 + 1800;
    QTest::newRow("given out twice") << QByteArray(times + ",\"retries\":1") << QByteArray("j") << true << 3600 + 1800;
    QTest::newRow("of others") << times << QByteArray("j") << false << 3600 + 1800;
    QTest::newRow("beyond now") << QByteArray(R"(,"delayTime":1,"executionTime":9000000)") << QByteArray("j") << true
                                << 3600 + 1800;
}

void RunPodRecordsTest::resultIsGoneAt()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, id);
    QFETCH(const bool, isOwn);
    QFETCH(const int, seconds);
    RunPodJob job = read(rest);
    job.id = QString::fromUtf8(id);
    QCOMPARE(runPodResultGoneAt(job, isOwn ? submitted : QDateTime(), submitted.addSecs(3600)),
             submitted.addSecs(seconds));
}

void RunPodRecordsTest::riskBeginsWithTheLastNews()
{
    QCOMPARE(runPodResultAtRiskFrom({.updatedAt = submitted, .remoteJobId = u"j"_s}), submitted.addSecs(1800));
    QCOMPARE(runPodResultAtRiskFrom({.updatedAt = submitted, .remoteJobId = u"sync-j"_s}), submitted.addSecs(60));
}

void RunPodRecordsTest::answersAreNoted_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("state");
    const auto number = [](RunState state) { return static_cast<int>(state); };
    QTest::newRow("queue") << jobState("IN_QUEUE") << number(RunState::Queued);
    QTest::newRow("progress") << jobState("IN_PROGRESS", "{}") << number(RunState::Running);
    QTest::newRow("word of tomorrow") << jobState("THINKING") << number(RunState::Running);
    QTest::newRow("done") << jobState("COMPLETED", oneMoment()) << number(RunState::Succeeded);
    QTest::newRow("done without output") << jobState("COMPLETED") << number(RunState::Failed);
    QTest::newRow("failed") << jobState("FAILED") << number(RunState::Failed);
    QTest::newRow("cancelled") << jobState("CANCELLED") << number(RunState::Cancelled);
    QTest::newRow("timed out") << jobState("TIMED_OUT") << number(RunState::Failed);
}

void RunPodRecordsTest::answersAreNoted()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, state);
    RunPodBench bench;
    RunRecord record = foreignRunPodRun(bench.clock, u"ep"_s, u"j"_s);
    const RunPodJob job = readRunPodJob(answer).value();
    bench.scheduler.advance(10s);
    QVERIFY(noteRunPodJob(bench.library->runs(), record, job, bench.clock.now()));
    const RunRecord kept = bench.kept();
    QCOMPARE(kept, record);
    QCOMPARE(static_cast<int>(kept.state), state);
    QCOMPARE(kept.updatedAt, bench.clock.now());
    QCOMPARE(kept.resultGoneAt.isValid(), isTerminal(job.state));
    QCOMPARE(bench.library->runs().result(kept.id).value().has_value(), kept.state == RunState::Succeeded);
    QCOMPARE(kept.error.isEmpty(), kept.state != RunState::Failed && kept.state != RunState::Cancelled);
}

void RunPodRecordsTest::whatWentWellStays()
{
    RunPodBench bench;
    RunRecord record = foreignRunPodRun(bench.clock, u"ep"_s, u"j"_s);
    RunStore &runs = bench.library->runs();
    QVERIFY(noteRunPodJob(runs, record, *readRunPodJob(jobState("COMPLETED", oneMoment())), bench.clock.now()));
    const RunRecord well = record;
    QVERIFY(noteRunPodJob(runs, record, *readRunPodJob(jobState("FAILED")), bench.clock.now()));
    QCOMPARE(record, well);
    QVERIFY(noteRunPodJobGone(runs, record, bench.clock.now().addDays(1)));
    QCOMPARE(bench.kept(), well);
}

void RunPodRecordsTest::theEarlierLossCounts()
{
    RunPodBench bench;
    RunRecord record = foreignRunPodRun(bench.clock, u"ep"_s, u"j"_s);
    const RunPodJob failed = readRunPodJob(jobState("FAILED")).value();
    QVERIFY(noteRunPodJob(bench.library->runs(), record, failed, bench.clock.now()));
    const QDateTime first = record.resultGoneAt;
    QVERIFY(noteRunPodJob(bench.library->runs(), record, failed, bench.clock.now().addSecs(600)));
    QCOMPARE(record.resultGoneAt, first);
}

void RunPodRecordsTest::reopenedByARetry()
{
    RunPodBench bench;
    RunRecord record = foreignRunPodRun(bench.clock, u"ep"_s, u"j"_s);
    QVERIFY(noteRunPodJob(bench.library->runs(), record, *readRunPodJob(jobState("FAILED")), bench.clock.now()));
    QVERIFY(openRunPodRuns(bench.library->runs(), bench.clock.now())->isEmpty());
    QVERIFY(noteRunPodJob(bench.library->runs(), record, *readRunPodJob(jobState("IN_QUEUE")), bench.clock.now()));
    QVERIFY(record.error.isEmpty());
    QVERIFY(!record.resultGoneAt.isValid());
    QCOMPARE(openRunPodRuns(bench.library->runs(), bench.clock.now())->size(), 1);
}

void RunPodRecordsTest::goneJobsAreClosed()
{
    RunPodBench bench;
    RunRecord record = foreignRunPodRun(bench.clock, u"ep"_s, u"j"_s);
    QVERIFY(bench.library->runs().saveRun(record));
    QVERIFY(noteRunPodJobGone(bench.library->runs(), record, bench.clock.now().addSecs(59)));
    QVERIFY(!record.isFinished());
    QVERIFY(noteRunPodJobGone(bench.library->runs(), record, bench.clock.now().addSecs(60)));
    QCOMPARE(bench.kept().state, RunState::Failed);
    QVERIFY(bench.kept().error.contains("30 minutes"_L1));
}

#include "tst_runpodrecords.moc"
