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

// What a job tells by stream: read, fetched, and used by who follows the job.
class RunPodStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void refusedAnswers_data();
    void refusedAnswers();
    void newsAreToldInTheirOrder();
    void notOffered_data();
    void notOffered();
    void troubleIsSurvived();
    void emptyAnswersAreNotAskedForInARow();
    void theEndIsSeenAtOnce();
    void nothingIsAskedInTheQueue();
    void stoppedWithTheJob();
};

namespace {

const QByteArray running = R"({"id":"j","status":"IN_PROGRESS"})";
const QByteArray done = R"({"id":"j","status":"COMPLETED","output":{"a":1}})";

QByteArray news(int chunk)
{
    return writeProgressEvent(
        {.kind = ProgressKind::ChunkCompleted, .jobId = u"j"_s, .chunkIndex = chunk, .totalChunks = 9});
}

QByteArray stream(const QByteArray &word, const QList<QByteArray> &outputs)
{
    QByteArray text = R"({"status":")" + word + R"(","stream":[)";
    for (const QByteArray &output : outputs)
        text += (text.endsWith('[') ? "{\"output\":" : ",{\"output\":") + output + '}';
    return text + "]}";
}

bool isStream(const HttpRequest &request)
{
    return request.url.path().endsWith("/stream/j"_L1);
}

/// A job that runs for \a statuses answers and then is done, and what its stream says, the last one for ever.
struct Bench
{
    void serve(int statuses, const QList<HttpOutcome> &streams)
    {
        transport.answerWith(scheduler, 0ms, [=, this](int, const HttpRequest &request) {
            if (isStream(request))
                return streams.at(std::min<qsizetype>(streamCount++, streams.size() - 1));
            return answered(200, statusCount++ < statuses ? running : done);
        });
    }
    RunPodJobFollower *follow()
    {
        auto *follower = new RunPodJobFollower(
            client, scheduler, [] { return 0.5; }, u"j"_s, {}, &owner);
        QObject::connect(follower, &RunPodJobFollower::progress, &owner,
                         [this](const ProgressEvent &news) { chunks.append(news.chunkIndex.value_or(-1)); });
        follower->start();
        return follower;
    }

    FakeScheduler scheduler = {};
    FakeTransport transport = {};
    RunPodClient client{{QUrl(u"https://api.runpod.ai/v2"_s), u"abc"_s, Secret(u"k"_s)}, transport, scheduler};
    QObject owner;
    QList<int> chunks;
    int streamCount = 0;
    int statusCount = 0;
};

} // namespace

void RunPodStreamTest::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<RunPodStream>("read");
    QTest::newRow("nothing new") << stream("IN_PROGRESS", {}) << RunPodStream{.word = u"IN_PROGRESS"_s};
    QTest::newRow("two") << stream("IN_PROGRESS", {"{\"a\":1}", "\"b\""})
                         << RunPodStream{.word = u"IN_PROGRESS"_s, .outputs = {"{\"a\":1}", "\"b\""}};
    QTest::newRow("with the end") << stream("COMPLETED", {"7"})
                                  << RunPodStream{
                                         .word = u"COMPLETED"_s, .state = RunPodState::Completed, .outputs = {"7"}};
    QTest::newRow("with metrics") << QByteArray(R"({"status":"FAILED","stream":[{"metrics":{},"output":[1]}],"id":1})")
                                  << RunPodStream{
                                         .word = u"FAILED"_s, .state = RunPodState::Failed, .outputs = {"[1]"}};
    QTest::newRow("bare list") << QByteArray(R"([{"output":1},{"other":2},3,{"output":null}])")
                               << RunPodStream{.outputs = {"1"}};
    QTest::newRow("unknown word") << stream("RUNNING", {}) << RunPodStream{.word = u"RUNNING"_s};
}

void RunPodStreamTest::answers()
{
    QFETCH(const QByteArray, body);
    QFETCH(const RunPodStream, read);
    const auto answer = readRunPodStream(body);
    QVERIFY(answer);
    QCOMPARE(*answer, read);
}

void RunPodStreamTest::refusedAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("page") << QByteArray("<html>");
    QTest::newRow("a job") << running;
    QTest::newRow("text") << QByteArray(R"({"status":"IN_PROGRESS","stream":"x"})");
}

void RunPodStreamTest::refusedAnswers()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!readRunPodStream(body));
}

void RunPodStreamTest::newsAreToldInTheirOrder()
{
    Bench bench;
    bench.serve(5, {answered(200, stream("IN_PROGRESS", {news(0), news(1)})),
                    answered(200, stream("IN_PROGRESS", {news(1), news(2)})),
                    answered(200, stream("IN_PROGRESS", {"[" + news(3) + "]", "\"words\""}))});
    QSignalSpy finished(bench.follow(), &RunPodJobFollower::finished);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.chunks, (QList<int>{0, 1, 2, 3}));
    QCOMPARE(finished.size(), 1);
    const QList<HttpRequest> requests = bench.transport.requests();
    const auto first = std::find_if(requests.cbegin(), requests.cend(), isStream);
    QCOMPARE(first->method, QByteArray("GET"));
    QCOMPARE(first->url.toString(), u"https://api.runpod.ai/v2/abc/stream/j?wait=10000"_s);
    QVERIFY(first->deadlines.firstByte > 10s);
}

void RunPodStreamTest::notOffered_data()
{
    QTest::addColumn<HttpOutcome>("answer");
    QTest::newRow("unknown") << answered(404);
    QTest::newRow("another method") << answered(405);
    QTest::newRow("bad request") << answered(400);
    QTest::newRow("key") << answered(401);
    QTest::newRow("another answer") << answered(200, R"({"status":"FAILED","error":"Stream not supported"})");
}

void RunPodStreamTest::notOffered()
{
    QFETCH(const HttpOutcome, answer);
    Bench bench;
    bench.serve(20, {answer});
    QSignalSpy finished(bench.follow(), &RunPodJobFollower::finished);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.streamCount, 1);
    QCOMPARE(bench.statusCount, 21);
    QVERIFY(finished.constFirst().constFirst().value<RunPodEnding>());
}

void RunPodStreamTest::troubleIsSurvived()
{
    Bench bench;
    bench.serve(30, {answered(502, "<html>"), faulted(HttpFault::ConnectionLost), answered(429),
                     answered(200, stream("IN_PROGRESS", {news(0)})), answered(200, stream("IN_PROGRESS", {}))});
    bench.follow();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.chunks, QList<int>{0});
}

void RunPodStreamTest::emptyAnswersAreNotAskedForInARow()
{
    Bench bench;
    bench.serve(1'000'000, {answered(200, stream("IN_PROGRESS", {}))});
    bench.follow();
    bench.scheduler.advance(60s);
    QVERIFY2(bench.streamCount <= 15, qPrintable(QString::number(bench.streamCount)));
    QVERIFY(bench.streamCount >= 10);
}

void RunPodStreamTest::theEndIsSeenAtOnce()
{
    Bench bench;
    // Without the stream the next question would come a second later.
    bench.serve(1, {answered(200, stream("COMPLETED", {news(8)}))});
    QSignalSpy finished(bench.follow(), &RunPodJobFollower::finished);
    bench.scheduler.advance(1ms);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.chunks, QList<int>{8});
    QCOMPARE(bench.streamCount, 1);

    // A status that does not know yet goes on being asked at its own pace.
    Bench slow;
    slow.serve(3, {answered(200, stream("COMPLETED", {}))});
    QSignalSpy late(slow.follow(), &RunPodJobFollower::finished);
    QVERIFY(slow.scheduler.runAll());
    QCOMPARE(late.size(), 1);
    QCOMPARE(slow.streamCount, 1);
    QCOMPARE(slow.statusCount, 4);
}

void RunPodStreamTest::nothingIsAskedInTheQueue()
{
    Bench bench;
    bench.transport.answerWith(bench.scheduler, 0ms, [&](int, const HttpRequest &request) {
        bench.streamCount += isStream(request) ? 1 : 0;
        return answered(200, R"({"id":"j","status":"IN_QUEUE"})");
    });
    bench.follow();
    bench.scheduler.advance(30s);
    QCOMPARE(bench.streamCount, 0);
}

void RunPodStreamTest::stoppedWithTheJob()
{
    Bench bench;
    RunPodJobFollower *follower = bench.follow();
    bench.scheduler.advance(0ms);
    bench.transport.call(0)->end(answered(200, running));
    QTRY_COMPARE(bench.transport.requestCount(), 2);
    QVERIFY(isStream(bench.transport.requests().constLast()));
    QCOMPARE(bench.transport.inFlight(), 1);
    follower->cancel();
    QCOMPARE(bench.transport.inFlight(), 0);
    QCOMPARE(bench.scheduler.pending(), 0);
}

VIRAL_TEST(RunPodStreamTest)
#include "tst_runpodstream.moc"
