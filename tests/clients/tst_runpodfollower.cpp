// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodfollower.h"
#include "core/contract/eventscodec.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/faketransport.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RunPodFollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsToTheEnd();
    void pausesGrowAndStayInBounds();
    void honoursTheWishOfRunPod();
    void survivesTrouble_data();
    void survivesTrouble();
    void awayForAMinute();
    void stopsAtOnce_data();
    void stopsAtOnce();
    void givesUpAfterLongSilence();
    void youngJobsMayBeUnknown();
    void eachEventOnce();
    void aStuckQueueIsExplained();
    void cancelReportsOnce();
};

namespace {

QByteArray state(const QByteArray &word, const QByteArray &output = {})
{
    return R"({"id":"j","status":")" + word + '"' + (output.isEmpty() ? output : ",\"output\":" + output) + '}';
}

struct Bench
{
    explicit Bench(QList<HttpOutcome> outcomes = {}, double luck = 0.5)
        : chance(luck)
    {
        if (!outcomes.isEmpty())
            transport.answerWith(scheduler, 0ms, outcomes);
    }

    RunPodJobFollower *follow(const QDateTime &submittedAt = {})
    {
        auto *follower = new RunPodJobFollower(client, scheduler, [this] { return chance; }, u"j"_s, submittedAt,
                                               &owner, {.usesStream = false});
        follower->start();
        return follower;
    }

    double chance;
    FakeScheduler scheduler = {};
    FakeTransport transport = {};
    RunPodClient client{{QUrl(u"https://api.runpod.ai/v2"_s), u"abc"_s, Secret(u"k"_s)}, transport, scheduler};
    QObject owner;
};

RunPodEnding endingOf(const QSignalSpy &spy)
{
    return spy.size() == 1 ? spy.constFirst().constFirst().value<RunPodEnding>()
                           : failure(ErrorKind::Internal, u"%1 endings"_s.arg(spy.size()));
}

} // namespace

void RunPodFollowerTest::followsToTheEnd()
{
    Bench bench({answered(200, state("IN_QUEUE")), answered(200, state("IN_QUEUE")),
                 answered(200, state("IN_PROGRESS")), answered(200, state("WORD_OF_TOMORROW")),
                 answered(200, state("COMPLETED", "{\"a\":1}"))});
    RunPodJobFollower *follower = bench.follow();
    QSignalSpy changes(follower, &RunPodJobFollower::stateChanged);
    QSignalSpy finished(follower, &RunPodJobFollower::finished);
    QCOMPARE(bench.transport.requestCount(), 0);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(changes.size(), 4);
    const RunPodEnding ending = endingOf(finished);
    QVERIFY(ending);
    QCOMPARE(ending->state, RunPodState::Completed);
    QCOMPARE(bench.transport.requestCount(), 5);
}

void RunPodFollowerTest::pausesGrowAndStayInBounds()
{
    for (const double chance : {0.0, 0.5, 0.999}) {
        Bench bench({answered(200, state("IN_PROGRESS"))}, chance);
        bench.follow();
        bench.scheduler.advance(0ms);
        QList<Milliseconds> pauses;
        for (int i = 0; i < 12; ++i) {
            pauses.append(*bench.scheduler.untilNext());
            bench.scheduler.advance(pauses.constLast());
        }
        for (const Milliseconds pause : pauses)
            QVERIFY(pause >= 1s && pause <= 5s);
        QVERIFY(pauses.constFirst() < 1500ms);
        QVERIFY(pauses.constLast() >= 4s);
    }
}

void RunPodFollowerTest::honoursTheWishOfRunPod()
{
    Bench bench({answered(429, {}, {{"Retry-After", "17"}}), answered(200, state("COMPLETED"))});
    bench.follow();
    bench.scheduler.advance(16'999ms);
    QCOMPARE(bench.transport.requestCount(), 1);
    bench.scheduler.advance(1ms);
    QCOMPARE(bench.transport.requestCount(), 2);
}

void RunPodFollowerTest::survivesTrouble_data()
{
    QTest::addColumn<HttpOutcome>("trouble");
    QTest::newRow("line lost") << faulted(HttpFault::ConnectionLost);
    QTest::newRow("no network") << faulted(HttpFault::Unreachable);
    QTest::newRow("edge") << answered(502, "<html>502</html>");
    QTest::newRow("too many") << answered(429);
    QTest::newRow("page with a good status") << answered(200, "<html>soon back</html>");
    QTest::newRow("nothing with a good status") << answered(200);
}

void RunPodFollowerTest::survivesTrouble()
{
    QFETCH(HttpOutcome, trouble);
    Bench bench({trouble, trouble, trouble, answered(200, state("COMPLETED"))});
    RunPodJobFollower *follower = bench.follow();
    QSignalSpy troubled(follower, &RunPodJobFollower::troubled);
    QSignalSpy recovered(follower, &RunPodJobFollower::recovered);
    QSignalSpy finished(follower, &RunPodJobFollower::finished);
    QVERIFY(bench.scheduler.runAll());
    QVERIFY(endingOf(finished));
    QCOMPARE(troubled.size(), 1);
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(bench.transport.requestCount(), 4);
}

void RunPodFollowerTest::awayForAMinute()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 0ms, [&bench](int number, const HttpRequest &) {
        if (bench.scheduler.now() < 5s)
            return answered(200, state("IN_PROGRESS"));
        if (bench.scheduler.now() < 65s)
            return number % 2 == 0 ? answered(502, "<html>") : faulted(HttpFault::Unreachable);
        return answered(200, state("COMPLETED"));
    });
    RunPodJobFollower *follower = bench.follow(bench.scheduler.wallTime());
    QSignalSpy recovered(follower, &RunPodJobFollower::recovered);
    QSignalSpy finished(follower, &RunPodJobFollower::finished);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(endingOf(finished)->state, RunPodState::Completed);
    QCOMPARE(recovered.size(), 1);
    // It is neither asked in a row meanwhile nor left alone for long afterwards.
    QVERIFY(bench.transport.requestCount() < 20);
    QVERIFY(bench.scheduler.now() < 100s);
}

void RunPodFollowerTest::stopsAtOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("key") << 401 << u"RUNPOD_API_KEY"_s;
    QTest::newRow("bad request") << 400 << u"400"_s;
    QTest::newRow("expired") << 404 << u"30 minutes"_s;
}

void RunPodFollowerTest::stopsAtOnce()
{
    QFETCH(int, status);
    QFETCH(QString, says);
    Bench bench({answered(200, state("IN_QUEUE")), answered(status)});
    QSignalSpy finished(bench.follow(), &RunPodJobFollower::finished);
    QVERIFY(bench.scheduler.runAll());
    const RunPodEnding ending = endingOf(finished);
    QVERIFY(!ending);
    QVERIFY2(ending.error().message.contains(says), qPrintable(ending.error().message));
    QCOMPARE(bench.transport.requestCount(), 2);
}

void RunPodFollowerTest::givesUpAfterLongSilence()
{
    Bench bench({faulted(HttpFault::Unreachable)});
    QSignalSpy finished(bench.follow(), &RunPodJobFollower::finished);
    bench.scheduler.advance(59min);
    QCOMPARE(finished.size(), 0);
    bench.scheduler.advance(2min);
    QVERIFY(endingOf(finished).error().message.contains("may still be going on"_L1));
    QCOMPARE(bench.scheduler.pending(), 0);
}

void RunPodFollowerTest::youngJobsMayBeUnknown()
{
    Bench bench({answered(404), answered(404), answered(200, state("COMPLETED"))});
    RunPodJobFollower *follower = bench.follow(bench.scheduler.wallTime());
    QSignalSpy finished(follower, &RunPodJobFollower::finished);
    QVERIFY(bench.scheduler.runAll());
    QVERIFY(endingOf(finished));

    Bench old({answered(404)});
    QSignalSpy gone(old.follow(old.scheduler.wallTime()), &RunPodJobFollower::finished);
    QVERIFY(old.scheduler.runAll());
    QVERIFY(!endingOf(gone));
    QVERIFY(old.scheduler.now() >= 60s);
}

void RunPodFollowerTest::eachEventOnce()
{
    const ProgressEvent first{.kind = ProgressKind::ChunkCompleted, .jobId = u"j"_s, .chunkIndex = 0, .totalChunks = 2};
    ProgressEvent second = first;
    second.chunkIndex = 1;
    const QByteArray one = writeProgressEvent(first);
    const QByteArray both = '[' + one + ',' + writeProgressEvent(second) + ']';
    Bench bench({answered(200, state("IN_PROGRESS", one)), answered(200, state("IN_PROGRESS", one)),
                 answered(200, state("IN_PROGRESS", both)), answered(200, state("COMPLETED"))});
    QSignalSpy progress(bench.follow(), &RunPodJobFollower::progress);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(progress.size(), 2);
    QCOMPARE(progress.at(1).constFirst().value<ProgressEvent>(), second);
}

void RunPodFollowerTest::aStuckQueueIsExplained()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 0ms, [](int, const HttpRequest &request) {
        return request.url.path().endsWith("/health"_L1) ? answered(200, R"({"workers":{"unhealthy":1}})")
                                                         : answered(200, state("IN_QUEUE"));
    });
    QSignalSpy stuck(bench.follow(), &RunPodJobFollower::queueStuck);
    bench.scheduler.advance(59s);
    QCOMPARE(stuck.size(), 0);
    bench.scheduler.advance(10s);
    QCOMPARE(stuck.size(), 1);
    QVERIFY(stuck.constFirst().constFirst().toString().contains("fall over"_L1));
    bench.scheduler.advance(65s);
    QCOMPARE(stuck.size(), 2);
}

void RunPodFollowerTest::cancelReportsOnce()
{
    Bench bench;
    RunPodJobFollower *follower = bench.follow();
    QSignalSpy finished(follower, &RunPodJobFollower::finished);
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.transport.inFlight(), 1);
    follower->cancel();
    follower->cancel();
    QCOMPARE(endingOf(finished).error().kind, ErrorKind::Cancelled);
    QCOMPARE(bench.transport.inFlight(), 0);
    QCOMPARE(bench.scheduler.pending(), 0);
}

VIRAL_TEST(RunPodFollowerTest)
#include "tst_runpodfollower.moc"
