// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/run/webhookqueue.h"
#include "core/service/servedrunkeeper.h"
#include "tests/service/workerbench.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class JobRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsOnce();
    void isCancelledAtAnyTime();
    void endsWithoutAWord();
    void namesTheJob();
    void tellsWebhooksOfARequestThatIsWrong();
    void keepsAllOfAJobBeforeItIsTold();
    void tellsWhatCannotBeKept();
};

namespace {

const JobRules offline{.engine = JobEngine::Offline};

} // namespace

void JobRunnerTest::reportsOnce()
{
    WorkerBench bench;
    constexpr int count = 2'000;
    int reports = 0;
    QObject owner;
    for (int i = 0; i < count; ++i) {
        auto *runner = new JobRunner(bench.services(), offline, i % 2 == 0 ? "{}"_ba : requestOf(1), u"j"_s, &owner);
        connect(runner, &JobRunner::finished, &owner, [&reports] { ++reports; });
        runner->start();
    }
    QTRY_COMPARE_WITH_TIMEOUT(reports, count, 60'000);
    QTest::qWait(0);
    QCOMPARE(reports, count);
}

void JobRunnerTest::isCancelledAtAnyTime()
{
    WorkerBench bench;
    for (int turns = 0; turns < 20; ++turns) {
        JobRunner runner(bench.services(), offline, requestOf(2), u"j"_s);
        QList<JobOutcome> outcomes;
        connect(&runner, &JobRunner::finished, &runner, [&](const JobOutcome &outcome) { outcomes.append(outcome); });
        runner.start();
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        runner.cancel();
        runner.cancel();
        QCOMPARE(outcomes.size(), 1);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(outcomes.size(), 1);
    }
}

void JobRunnerTest::endsWithoutAWord()
{
    WorkerBench bench;
    for (int turns = 0; turns < 20; ++turns) {
        auto runner = std::make_unique<JobRunner>(bench.services(), offline, requestOf(2), u"j"_s);
        runner->start();
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        runner.reset();
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
}

void JobRunnerTest::namesTheJob()
{
    WorkerBench bench;
    const QList<std::pair<QString, QString>> names{{u"own"_s, u"own"_s}, {u""_s, u"queued"_s}};
    for (const auto &[own, expected] : names) {
        JobRunner runner(bench.services(), offline, R"({"input":)" + requestOf(1, own) + "}", u"queued"_s);
        QSignalSpy finished(&runner, &JobRunner::finished);
        runner.start();
        QVERIFY(finished.wait());
        QCOMPARE(runner.jobId(), expected);
        const auto outcome = finished.constFirst().constFirst().value<JobOutcome>();
        QCOMPARE(outcome.kind, JobOutcome::Kind::Completed);
        QVERIFY(outcome.output.contains("\"job_id\":\"" + expected.toUtf8() + '"'));
    }
}

void JobRunnerTest::tellsWebhooksOfARequestThatIsWrong()
{
    WorkerBench bench;
    MemoryOutbox outbox;
    WebhookQueue webhooks(outbox, bench.transport, bench.scheduler, {});
    RunServices services = bench.services();
    services.webhooks = &webhooks;
    const QByteArray input = R"({"transcript":{},"openai_api_key":"a-payload-key-1",)"
                             R"("webhook_endpoints":{"result_webhook_url":"https://h/r"}})";
    JobRunner runner(services, offline, input, u"j"_s);
    QSignalSpy finished(&runner, &JobRunner::finished);
    runner.start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.constFirst().constFirst().value<JobOutcome>().kind, JobOutcome::Kind::Failed);
    QCOMPARE(outbox.entries.size(), 1);
    QVERIFY(outbox.entries.constFirst().webhook.body.startsWith(R"({"status":"failed","job_id":"j")"));
    QVERIFY(!outbox.entries.constFirst().webhook.body.contains("a-payload-key"));
}

void JobRunnerTest::keepsAllOfAJobBeforeItIsTold()
{
    WorkerBench bench;
    const QTemporaryDir folder;
    const auto library = Library::open(folder.path());
    QVERIFY(library);
    ServedRunStore runs((*library)->runs(), (*library)->served());
    JobRunner runner(bench.services().withRuns(runs), offline, requestOf(2, u"job"_s), u"queued"_s);
    QList<RunRecord> kept;
    std::optional<ServiceResult> result;
    bool hasRequestAndFunnel = false;
    connect(&runner, &JobRunner::finished, &runner, [&] {
        // As somebody else would find it at this moment.
        const auto other = Library::open(folder.path(), Library::Access::ReadOnly);
        kept = (*other)->runs().runs(9).value_or(QList<RunRecord>());
        const RunId id = kept.value(0).id;
        result = (*other)->runs().result(id).value_or(std::nullopt);
        hasRequestAndFunnel = (*other)->runs().request(id)->has_value() && (*other)->runs().funnel(id)->has_value();
    });
    runner.start();
    QTRY_VERIFY(runner.isFinished());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().state, RunState::Succeeded);
    QCOMPARE(kept.constFirst().finishedChunks, 2);
    QVERIFY(result);
    QCOMPARE(result->jobId, u"job"_s);
    QVERIFY(hasRequestAndFunnel);
    QCOMPARE((*library)->served().prune({.keep = 1ms, .youth = 1ms}, bench.clock.now().addDays(1), 9).value(), 1);
}

void JobRunnerTest::tellsWhatCannotBeKept()
{
    WorkerBench bench;
    bench.runs.fails = true;
    JobRunner runner(bench.services(), offline, requestOf(1), u"j"_s);
    QSignalSpy warned(&runner, &JobRunner::warned);
    QSignalSpy finished(&runner, &JobRunner::finished);
    runner.start();
    QVERIFY(finished.wait());
    QCOMPARE(warned.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<JobOutcome>().kind, JobOutcome::Kind::Completed);
}

VIRAL_TEST(JobRunnerTest)
#include "tst_jobrunner.moc"
