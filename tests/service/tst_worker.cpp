// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodwire.h"
#include "tests/service/workerbench.h"
#include "tests/support/testregistry.h"

#include <QDeadlineTimer>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class WorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesAJob();
    void whatCannotBeKeptIsLogged();
    void takesSeveralAtOnce();
    void givesEachJobAnAnswer_data();
    void givesEachJobAnAnswer();
    void refusesWithoutAKey();
    void sendsNoResultThatIsTooLong();
    void failsWhenItsResultIsRefused();
    void doesNotOfferALostResultForEver();
    void stopsAJob();
    void drains();
    void endsAtOnceWithNothingToDo();
    void goesOnAfterTrouble_data();
    void goesOnAfterTrouble();
    void survivesAQueueThatIsAway();
    void stopsAtAKeyThatIsNotAccepted();
    void pingsDuringALongJob();
    void tellsProgressInOrder();
    void sharesAQueueWithAnother();
    void doesAJobOnceThatIsHandedOutTwice();
    void showsNoKey();
};

namespace {

/// The job as a client would see it.
Result<ServiceResult> resultIn(const QByteArray &post)
{
    RunPodJob job{.state = RunPodState::Completed};
    const auto document = JsonDocument::parse(post);
    const auto output = document ? document->root().member(u"output") : std::nullopt;
    if (output)
        job.output = output->rawText();
    return readRunPodResult(job);
}

QString errorIn(const QByteArray &post)
{
    const auto document = JsonDocument::parse(post);
    const auto error = document ? document->root().member(u"error") : std::nullopt;
    return error ? error->asString().value_or(u"not a text"_s) : QString();
}

} // namespace

void WorkerTest::doesAJob()
{
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"job-1"_s, requestOf(2));
    bench.work(queue.settings());
    QTRY_COMPARE(queue.results("job-1").size(), 1);
    const auto result = resultIn(queue.results("job-1").constFirst());
    QVERIFY(result);
    QCOMPARE(result->jobId, u"job-1"_s);
    QCOMPARE(result->successfulChunks, 2);
    for (const ReceivedRequest &request : queue.requests()) {
        if (!request.path.contains("/job-done/"))
            continue;
        QCOMPARE(request.path, QByteArray("/v2/ep/job-done/w1/job-1?gpu=NVIDIA%20RTX%20A5000&isStream=false"));
        QCOMPARE(request.header("X-Request-ID"), QByteArray("job-1"));
        QCOMPARE(request.header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    }
    QVERIFY(queue.count("/job-take/w1?gpu=NVIDIA%20RTX%20A5000&job_in_progress=0") > 0);
    QCOMPARE(queue.count("job-take-batch"), 0);
}

void WorkerTest::whatCannotBeKeptIsLogged()
{
    QueueStandIn queue;
    WorkerBench bench;
    bench.runs.fails = true;
    queue.offerRequest(u"job-1"_s, requestOf(1));
    bench.work(queue.settings());
    QTRY_COMPARE(queue.results("job-1").size(), 1);
    QVERIFY(resultIn(queue.results("job-1").constFirst()));
    const QString why = u"The run is not in the library. "_s + Viral::Error(diskFull().value()).text();
    QVERIFY2(bench.log.contains(workerLogLine(WorkerLogLevel::Warn, u"job-1"_s, why)),
             bench.log.join('\n').constData());
}

void WorkerTest::takesSeveralAtOnce()
{
    QueueStandIn queue;
    WorkerBench bench;
    for (int i = 0; i < 7; ++i)
        queue.offerRequest(u"job-%1"_s.arg(i), requestOf(1, u"own-%1"_s.arg(i)));
    bench.work(queue.settings(3));
    for (int i = 0; i < 7; ++i) {
        const QByteArray id = "job-" + QByteArray::number(i);
        QTRY_COMPARE(queue.results(id).size(), 1);
        QCOMPARE(resultIn(queue.results(id).constFirst())->jobId, u"own-%1"_s.arg(i));
    }
    QVERIFY(queue.count("/job-take-batch/w1?gpu=NVIDIA%20RTX%20A5000&batch_size=3&job_in_progress=0") > 0);
}

void WorkerTest::givesEachJobAnAnswer_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QString>("error");
    QTest::newRow("no input") << QByteArray(R"({"id":"j"})") << u"transcript"_s;
    QTest::newRow("null") << QByteArray(R"({"id":"j","input":null})") << u"transcript"_s;
    QTest::newRow("no object") << QByteArray(R"({"id":"j","input":[1]})") << u"object"_s;
    QTest::newRow("text") << QByteArray(R"({"id":"j","input":"hello"})") << u"object"_s;
    QTest::newRow("wrong time")
        << QByteArray(R"({"id":"j","input":{"transcript":{"sentences":[{"text":"a","start":-1,"end":5}]}}})")
        << u"/transcript/sentences/0/start"_s;
}

void WorkerTest::givesEachJobAnAnswer()
{
    QFETCH(QByteArray, job);
    QFETCH(QString, error);
    QueueStandIn queue;
    WorkerBench bench;
    queue.offer(job);
    queue.offerRequest(u"next"_s, requestOf(1));
    bench.work(queue.settings());
    QTRY_COMPARE(queue.results("j").size(), 1);
    QVERIFY2(errorIn(queue.results("j").constFirst()).contains(error), queue.results("j").constFirst().constData());
    QTRY_COMPARE(queue.results("next").size(), 1);
}

void WorkerTest::refusesWithoutAKey()
{
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    bench.work(queue.settings(), {});
    QTRY_COMPARE(queue.results("j").size(), 1);
    QVERIFY(errorIn(queue.results("j").constFirst()).contains(u"OPENAI_API_KEY"_s));
}

void WorkerTest::sendsNoResultThatIsTooLong()
{
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    WorkerSettings settings = queue.settings();
    settings.largestResult = 100;
    bench.work(settings);
    QTRY_COMPARE(queue.results("j").size(), 1);
    const QByteArray post = queue.results("j").constFirst();
    QVERIFY(!post.contains("\"output\""));
    QVERIFY(errorIn(post).contains(u"takes at most"_s));
}

void WorkerTest::failsWhenItsResultIsRefused()
{
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    queue.answerResultsWith({{.status = 400}});
    bench.work(queue.settings());
    QTRY_COMPARE(queue.results("j").size(), 2);
    QVERIFY(errorIn(queue.results("j").constLast()).contains(u"status 400"_s));
    QTRY_VERIFY(bench.logHolds("could not be handed over"));
}

void WorkerTest::doesNotOfferALostResultForEver()
{
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    queue.offerRequest(u"next"_s, requestOf(1));
    queue.answerResultsWith({{.status = 404}});
    bench.work(queue.settings());
    QTRY_COMPARE(queue.results("next").size(), 1);
    QCOMPARE(queue.results("j").size(), 1);
    QVERIFY(bench.logHolds("status 404"));
}

void WorkerTest::stopsAJob()
{
    LoopbackServer model(QList<Reply>{{.course = Reply::Course::NeverAnswer}});
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"long"_s, requestOf(1));
    Worker &worker = bench.work(queue.settings(), WorkerBench::askingAt(model));
    QTRY_COMPARE(model.requestCount(), 1);
    queue.stopJob("long");
    QTRY_COMPARE(worker.jobCount(), 0);
    QTRY_COMPARE(model.abortsSeen(), 1);
    QCOMPARE(queue.results("long").size(), 0);
    QCOMPARE(bench.runs.records.first().state, RunState::Cancelled);
    queue.offer(R"({"id":"next"})");
    QTRY_COMPARE(queue.results("next").size(), 1);
    QCOMPARE(queue.results("long").size(), 0);
}

void WorkerTest::drains()
{
    LoopbackServer model([](int, const ReceivedRequest &request) {
        Reply reply = modelReply(request);
        reply.delay = 200ms;
        return reply;
    });
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    Worker &worker = bench.work(queue.settings(), WorkerBench::askingAt(model));
    QSignalSpy finished(&worker, &Worker::finished);
    QTRY_COMPARE(model.requestCount(), 1);
    worker.drain();
    queue.offerRequest(u"late"_s, requestOf(1));
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<Worker::End>(), Worker::End::Drained);
    QCOMPARE(queue.results("j").size(), 1);
    QVERIFY(resultIn(queue.results("j").constFirst()));
    QCOMPARE(queue.posts("late").size(), 0);
}

void WorkerTest::endsAtOnceWithNothingToDo()
{
    QueueStandIn queue;
    queue.answerTakesWith({{.course = Reply::Course::NeverAnswer}});
    WorkerBench bench;
    Worker &worker = bench.work(queue.settings());
    QSignalSpy finished(&worker, &Worker::finished);
    QTRY_VERIFY(queue.count("/job-take/") > 0);
    worker.drain();
    worker.drain();
    QTRY_COMPARE(finished.size(), 1);
}

void WorkerTest::goesOnAfterTrouble_data()
{
    QTest::addColumn<QList<Reply>>("troubles");
    QTest::addColumn<bool>("isLogged");
    QTest::newRow("500") << QList<Reply>{{.status = 500, .body = "<html>"}} << true;
    QTest::newRow("502 thrice") << QList<Reply>(3, {.status = 502}) << true;
    QTest::newRow("429") << QList<Reply>{{.status = 429, .headers = {{"Retry-After", "0"}}}} << true;
    QTest::newRow("400") << QList<Reply>{{.status = 400}} << true;
    QTest::newRow("404") << QList<Reply>{{.status = 404}} << true;
    QTest::newRow("no JSON") << QList<Reply>{{.body = "<html>"}} << true;
    QTest::newRow("job without id") << QList<Reply>{{.body = R"({"input":{}})"}} << true;
    QTest::newRow("id of another type") << QList<Reply>{{.body = R"({"id":7,"input":{}})"}} << true;
    QTest::newRow("hangs up") << QList<Reply>{{.body = "[]", .course = Reply::Course::CutInBody}} << true;
    QTest::newRow("empty") << QList<Reply>{Reply()} << false;
    QTest::newRow("null") << QList<Reply>{{.body = "null"}} << false;
    QTest::newRow("empty list") << QList<Reply>{{.body = "[]"}} << false;
    QTest::newRow("empty object") << QList<Reply>{{.body = "{}"}} << false;
}

void WorkerTest::goesOnAfterTrouble()
{
    QFETCH(QList<Reply>, troubles);
    QFETCH(bool, isLogged);
    QueueStandIn queue;
    WorkerBench bench;
    queue.answerTakesWith(troubles);
    queue.offerRequest(u"j"_s, requestOf(1));
    bench.work(queue.settings());
    QTRY_COMPARE(queue.results("j").size(), 1);
    QCOMPARE(bench.logHolds("No jobs can be taken"), isLogged);
    QCOMPARE(bench.logHolds("answers again"), isLogged);
}

void WorkerTest::survivesAQueueThatIsAway()
{
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    queue.answerResultsWith(QList<Reply>(5, {.status = 503}) +
                            QList<Reply>(5, {.course = Reply::Course::CloseBeforeAnswer}));
    bench.work(queue.settings());
    QTRY_VERIFY(queue.results("j").size() > 10);
    QTRY_COMPARE(bench.workers.front()->jobCount(), 0);
    QVERIFY(!bench.logHolds("could not be handed over"));
    queue.offerRequest(u"next"_s, requestOf(1));
    QTRY_COMPARE(queue.results("next").size(), 1);
}

void WorkerTest::stopsAtAKeyThatIsNotAccepted()
{
    QueueStandIn queue;
    WorkerBench bench;
    WorkerSettings settings = queue.settings();
    settings.key = Secret(u"another-key-987654"_s);
    settings.pingInterval = 0ms;
    Worker &worker = bench.work(settings);
    QSignalSpy finished(&worker, &Worker::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().value<Worker::End>(), Worker::End::Refused);
    QCOMPARE(queue.count("/job-take/"), 1);
    QVERIFY(bench.logHolds("does not accept the key"));
    QVERIFY(!bench.logHolds("another-key"));
}

void WorkerTest::pingsDuringALongJob()
{
    LoopbackServer model(QList<Reply>{{.course = Reply::Course::NeverAnswer}});
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"long"_s, requestOf(1));
    bench.work(queue.settings(), WorkerBench::askingAt(model));
    QTRY_VERIFY(queue.count("/ping/w1?runpod_version=viral-moments&job_id=long") > 0);
    // The rhythm goes on while this thread, where jobs are done, stands still.
    const int before = queue.count("/ping/");
    QDeadlineTimer standstill(5000);
    while (queue.count("/ping/") < before + 5 && !standstill.hasExpired())
        QThread::yieldCurrentThread();
    QVERIFY(queue.count("/ping/") >= before + 5);
}

void WorkerTest::tellsProgressInOrder()
{
    LoopbackServer model([](int, const ReceivedRequest &request) {
        Reply reply = modelReply(request);
        reply.delay = 30ms;
        return reply;
    });
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(6));
    bench.work(queue.settings(), WorkerBench::askingAt(model));
    QTRY_COMPARE(queue.results("j").size(), 1);
    QTRY_COMPARE(bench.workers.front()->jobCount(), 0);
    const QList<QByteArray> posts = queue.posts("j");
    QVERIFY(posts.size() > 2);
    QVERIFY(posts.constFirst().contains("chunks_scheduled"));
    QVERIFY(posts.at(1).contains("chunk_completed"));
    QCOMPARE(posts.constLast(), queue.results("j").constFirst());
    QVERIFY(resultIn(posts.constLast()));
}

void WorkerTest::sharesAQueueWithAnother()
{
    QueueStandIn queue;
    WorkerBench bench;
    for (int i = 0; i < 12; ++i)
        queue.offerRequest(u"job-%1"_s.arg(i), requestOf(1));
    bench.work(queue.settings(1, u"w1"_s));
    bench.work(queue.settings(2, u"w2"_s));
    for (int i = 0; i < 12; ++i)
        QTRY_COMPARE(queue.results("job-" + QByteArray::number(i)).size(), 1);
    QVERIFY(queue.count("/job-done/w1/") > 0);
    QVERIFY(queue.count("/job-done/w2/") > 0);
}

void WorkerTest::doesAJobOnceThatIsHandedOutTwice()
{
    LoopbackServer model([](int, const ReceivedRequest &request) {
        Reply reply = modelReply(request);
        reply.delay = 100ms;
        return reply;
    });
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    queue.offerRequest(u"j"_s, requestOf(1));
    Worker &worker = bench.work(queue.settings(3), WorkerBench::askingAt(model));
    QTRY_COMPARE(queue.results("j").size(), 1);
    QTRY_COMPARE(worker.jobCount(), 0);
    QCOMPARE(model.requestCount(), 1);
    QVERIFY(bench.logHolds("a second time"));
}

void WorkerTest::showsNoKey()
{
    const QByteArray key = "sk-worker-secret-abcdef123456";
    LoopbackServer model(QList<Reply>{
        {.status = 401, .body = OpenAi::error("Incorrect API key provided: " + key, "x", "invalid_api_key")}});
    QueueStandIn queue;
    WorkerBench bench;
    queue.offerRequest(u"j"_s, requestOf(1));
    queue.answerTakesWith({{.status = 500, .body = queueKey.toUtf8()}});
    bench.work(queue.settings(), WorkerBench::askingAt(model));
    QTRY_COMPARE(queue.results("j").size(), 1);
    QVERIFY(errorIn(queue.results("j").constFirst()).contains(u"OpenAI"_s));
    for (const QByteArray &secret : {key, queueKey.toUtf8()}) {
        QVERIFY(!bench.logHolds(secret));
        for (const ReceivedRequest &request : queue.requests())
            QVERIFY(!request.body.contains(secret) && !request.path.contains(secret));
    }
}

VIRAL_TEST(WorkerTest)
#include "tst_worker.moc"
