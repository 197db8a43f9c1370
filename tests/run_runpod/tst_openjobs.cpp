// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/openjobs.h"
#include "tests/run_runpod/runpodbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Jobs that were open when the program ended.
class OpenJobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOpen();
    void allAreFollowedAtOnce();
    void theRiskiestFirst();
    void otherEndpointsAreLeftAlone();
    void aRefusedKeyEndsTheEndpoint();
    void forgottenJobsAreClosed();
    void destroyedTheJobsStayOpen();
    void whatOthersFollowIsLeft();
};

VIRAL_TEST(OpenJobsTest)

namespace {

/// Open jobs in a library, and what follows them.
struct Bench : RunPodBench
{
    /// A job last heard of \a ago.
    void add(const QString &job, Milliseconds ago, const QString &endpoint = u"ep"_s)
    {
        RunRecord record = foreignRunPodRun(clock, endpoint, job);
        record.createdAt = record.updatedAt = clock.now().addMSecs(-ago.count());
        (void)library->runs().saveRun(record);
    }

    void follow()
    {
        const auto servicesOf = [this](const QString &endpoint) {
            return endpoint == "ep"_L1 ? std::optional(services()) : std::nullopt;
        };
        jobs = std::make_unique<OpenRunPodJobs>(openRunPodRuns(library->runs(), clock.now()).value(), servicesOf,
                                                scheduler);
        QObject::connect(jobs.get(), &OpenRunPodJobs::ended, jobs.get(),
                         [this](const RunRecord &record, const RunPodOutcome &outcome) {
                             ended.append(record.remoteJobId);
                             endings.append(outcome);
                         });
        finished = std::make_unique<QSignalSpy>(jobs.get(), &OpenRunPodJobs::finished);
        jobs->start();
    }

    QStringList asked() const
    {
        QStringList names;
        for (const HttpRequest &request : transport.requests())
            names.append(request.url.path().section(u'/', -1));
        return names;
    }

    std::unique_ptr<OpenRunPodJobs> jobs;
    std::unique_ptr<QSignalSpy> finished;
    QStringList ended;
    QList<RunPodOutcome> endings;
};

QByteArray done(const HttpRequest &request)
{
    const QByteArray id = request.url.path().section(u'/', -1).toUtf8();
    return R"({"id":")" + id + R"(","status":"COMPLETED","output":)" + oneMoment() + '}';
}

} // namespace

void OpenJobsTest::nothingOpen()
{
    Bench bench;
    bench.follow();
    QCOMPARE(bench.finished->size(), 0);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.finished->size(), 1);
    QCOMPARE(bench.transport.requestCount(), 0);
}

void OpenJobsTest::allAreFollowedAtOnce()
{
    Bench bench;
    for (int i = 0; i < 40; ++i)
        bench.add(u"j%1"_s.arg(i), 1min);
    // The first job never ends before all others have.
    bench.transport.answerWith(bench.scheduler, 5ms, [&](int, const HttpRequest &request) {
        const bool waits = request.url.path().endsWith("/j0"_L1) && bench.ended.size() < 39;
        return answered(200, waits ? jobState("IN_PROGRESS") : done(request));
    });
    bench.follow();
    QCOMPARE(bench.jobs->openCount(), 40);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.finished->size(), 1);
    QCOMPARE(bench.ended.size(), 40);
    QCOMPARE(bench.ended.constLast(), u"j0"_s);
    QCOMPARE(bench.jobs->openCount(), 0);
    QVERIFY(openRunPodRuns(bench.library->runs(), bench.clock.now())->isEmpty());
    const QList<RunRecord> kept = bench.library->runs().runs(100).value();
    for (const RunRecord &record : kept) {
        QCOMPARE(record.state, RunState::Succeeded);
        QVERIFY(bench.library->runs().result(record.id).value());
    }
}

void OpenJobsTest::theRiskiestFirst()
{
    Bench bench;
    bench.add(u"new"_s, 1min);
    bench.add(u"old"_s, 25min);
    bench.add(u"sync-short"_s, 5s);
    bench.add(u"older"_s, 29min);
    bench.transport.answerWith(bench.scheduler, 1s,
                               [](int, const HttpRequest &request) { return answered(200, done(request)); });
    bench.follow();
    bench.scheduler.advance(500ms);
    // Of a synchronous job the result may go after 55 s, of the others after 1, 5 and 29 minutes.
    QCOMPARE(bench.asked(), (QStringList{u"sync-short"_s, u"older"_s, u"old"_s, u"new"_s}));
}

void OpenJobsTest::otherEndpointsAreLeftAlone()
{
    Bench bench;
    bench.add(u"mine"_s, 1min);
    bench.add(u"theirs"_s, 1min, u"other"_s);
    bench.transport.answerWith(bench.scheduler, 0ms,
                               [](int, const HttpRequest &request) { return answered(200, done(request)); });
    bench.follow();
    QCOMPARE(bench.jobs->openCount(), 1);
    QCOMPARE(bench.jobs->outOfReach().size(), 1);
    QCOMPARE(bench.jobs->outOfReach().constFirst().remoteJobId, u"theirs"_s);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.ended, QStringList{u"mine"_s});
    QCOMPARE(openRunPodRuns(bench.library->runs(), bench.clock.now())->size(), 1);
}

void OpenJobsTest::aRefusedKeyEndsTheEndpoint()
{
    Bench bench;
    for (int i = 0; i < 50; ++i)
        bench.add(u"j%1"_s.arg(i), 1min);
    bench.transport.answerWith(bench.scheduler, 1ms, {answered(401)});
    bench.follow();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.finished->size(), 1);
    QCOMPARE(bench.transport.requestCount(), 1);
    QCOMPARE(bench.ended.size(), 50);
    for (const RunPodOutcome &outcome : bench.endings)
        QCOMPARE(outcome.result.error().kind, ErrorKind::Refused);
    QCOMPARE(openRunPodRuns(bench.library->runs(), bench.clock.now())->size(), 50);
}

void OpenJobsTest::forgottenJobsAreClosed()
{
    Bench bench;
    bench.add(u"gone"_s, 2h);
    bench.add(u"there"_s, 2h);
    bench.transport.answerWith(bench.scheduler, 0ms, [](int, const HttpRequest &request) {
        return request.url.path().endsWith("gone"_L1) ? answered(404) : answered(200, done(request));
    });
    bench.follow();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.ended.size(), 2);
    QVERIFY(openRunPodRuns(bench.library->runs(), bench.clock.now())->isEmpty());
}

void OpenJobsTest::destroyedTheJobsStayOpen()
{
    Bench bench;
    bench.add(u"j"_s, 1min);
    bench.transport.answerWith(bench.scheduler, 0ms, {answered(200, jobState("IN_PROGRESS"))});
    bench.follow();
    bench.scheduler.advance(10s);
    bench.finished.reset();
    bench.jobs.reset();
    QCOMPARE(bench.transport.inFlight(), 0);
    QCOMPARE(bench.scheduler.pending(), 0);
    QCOMPARE(bench.kept().state, RunState::Running);
}

void OpenJobsTest::whatOthersFollowIsLeft()
{
    Bench bench;
    bench.add(u"waiting"_s, 1min);
    bench.add(u"asked"_s, 20min);
    bench.transport.answerWith(bench.scheduler, 1ms,
                               [](int, const HttpRequest &) { return answered(200, jobState("IN_PROGRESS")); });
    bench.follow();
    bench.scheduler.advance(10ms);
    QCOMPARE(bench.asked(), QStringList{u"asked"_s});
    bench.jobs->leave(u"other"_s, u"asked"_s);
    QCOMPARE(bench.jobs->openCount(), 2);
    bench.jobs->leave(u"ep"_s, u"waiting"_s);
    QCOMPARE(bench.jobs->openCount(), 1);
    bench.jobs->leave(u"ep"_s, u"asked"_s);
    QCOMPARE(bench.jobs->openCount(), 0);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.asked(), QStringList{u"asked"_s});
    QCOMPARE(bench.finished->size(), 1);
    QVERIFY(bench.ended.isEmpty());
}

#include "tst_openjobs.moc"
