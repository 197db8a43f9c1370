// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointwire.h"
#include "tests/support/testregistry.h"

#include "core/json/jsonreader.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The local endpoint's jobs and their JSON; time is whatever the test says.
class EndpointQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstComeFirstServed();
    void timesOfOneJob();
    void timesOfARetry();
    void retention_data();
    void retention();
    void shortenedRetention_data();
    void shortenedRetention();
    void policies_data();
    void policies();
    void whatEachStateAllows_data();
    void whatEachStateAllows();
    void purgeTakesOnlyWhatWaits();
    void fullQueue_data();
    void fullQueue();
    void memoryIsBounded();
    void streamIsDrainedAndBounded();
    void counters();
    void manyJobs();

    void submissions_data();
    void submissions();
    void refusedSubmissions_data();
    void refusedSubmissions();
    void envelopes_data();
    void envelopes();
    void webhookHidesKeys_data();
    void webhookHidesKeys();
    void streamText();
    void healthText();
};

VIRAL_TEST(EndpointQueueTest)

namespace {

EndpointSubmission plain(bool isSync = false)
{
    return {.input = "{\"a\":1}", .isSync = isSync};
}

/// A queue with the job "j" in \a state, reached at 0 (queued), 100 (started) and 300 ms (ended).
EndpointQueue queueWith(RunPodState state, const EndpointSubmission &submission = plain())
{
    EndpointQueue queue;
    queue.submit(u"j"_s, submission, 0ms);
    if (state == RunPodState::InQueue)
        return queue;
    queue.takeNext(100ms);
    if (state == RunPodState::Completed)
        queue.complete(u"j"_s, "{\"done\":true}", 300ms);
    else if (state == RunPodState::Failed)
        queue.fail(u"j"_s, u"no"_s, {}, 300ms);
    else if (state == RunPodState::Cancelled)
        queue.cancel(u"j"_s, 300ms);
    else if (state == RunPodState::TimedOut)
        queue.expire(100ms + EndpointQueue::usualExecutionTimeout);
    return queue;
}

QByteArray wrapped(const QByteArray &rest)
{
    return "{\"input\":{\"a\":1}" + (rest.isEmpty() ? rest : ',' + rest) + '}';
}

} // namespace

void EndpointQueueTest::firstComeFirstServed()
{
    EndpointQueue queue;
    for (const QString &id : {u"c"_s, u"a"_s, u"b"_s})
        QVERIFY(queue.submit(id, plain(), 0ms));
    QVERIFY(queue.cancel(u"a"_s, 1ms));
    QCOMPARE(queue.takeNext(2ms), u"c"_s);
    QCOMPARE(queue.takeNext(2ms), u"b"_s);
    QVERIFY(!queue.takeNext(2ms));
    QVERIFY(!queue.submit(u"b"_s, plain(), 3ms));
}

void EndpointQueueTest::timesOfOneJob()
{
    EndpointQueue queue = queueWith(RunPodState::InQueue);
    QVERIFY(!queue.find(u"j"_s)->delayTime());
    queue.takeNext(100ms);
    QCOMPARE(queue.find(u"j"_s)->delayTime(), 100ms);
    QVERIFY(!queue.find(u"j"_s)->executionTime());
    queue.complete(u"j"_s, "{}", 350ms);
    QCOMPARE(queue.find(u"j"_s)->delayTime(), 100ms);
    QCOMPARE(queue.find(u"j"_s)->executionTime(), 250ms);

    EndpointQueue waiting = queueWith(RunPodState::InQueue);
    waiting.cancel(u"j"_s, 70ms);
    QCOMPARE(waiting.find(u"j"_s)->delayTime(), 70ms);
    QCOMPARE(waiting.find(u"j"_s)->executionTime(), 0ms);
}

void EndpointQueueTest::timesOfARetry()
{
    EndpointQueue queue = queueWith(RunPodState::Failed);
    QVERIFY(queue.retry(u"j"_s, 1000ms));
    const EndpointJob *job = queue.find(u"j"_s);
    QCOMPARE(job->state, RunPodState::InQueue);
    QCOMPARE(job->retries, 1);
    QVERIFY(job->error.isEmpty());
    QVERIFY(!job->delayTime());
    QCOMPARE(queue.takeNext(1030ms), u"j"_s);
    QVERIFY(queue.complete(u"j"_s, "{}", 1100ms));
    QCOMPARE(queue.find(u"j"_s)->delayTime(), 30ms);
    QCOMPARE(queue.find(u"j"_s)->executionTime(), 70ms);
    QVERIFY(queue.expire(1100ms + EndpointQueue::keptAfterRun - 1ms).forgotten.isEmpty());
}

void EndpointQueueTest::retention_data()
{
    QTest::addColumn<bool>("isSync");
    QTest::addColumn<int>("state");
    for (const bool isSync : {false, true}) {
        for (const RunPodState state : {RunPodState::Completed, RunPodState::Failed, RunPodState::Cancelled})
            QTest::addRow("%s %s", isSync ? "runsync" : "run", runPodWord(state).constData())
                << isSync << static_cast<int>(state);
    }
}

void EndpointQueueTest::retention()
{
    QFETCH(const bool, isSync);
    QFETCH(const int, state);
    EndpointQueue queue = queueWith(static_cast<RunPodState>(state), plain(isSync));
    const Milliseconds gone = 300ms + (isSync ? Milliseconds(1min) : Milliseconds(30min));
    QCOMPARE(queue.nextDeadline(), gone);
    QCOMPARE(queue.expire(gone - 1ms), EndpointQueue::Expired{});
    QVERIFY(queue.find(u"j"_s));
    QCOMPARE(queue.expire(gone), (EndpointQueue::Expired{.forgotten = {u"j"_s}}));
    QVERIFY(!queue.find(u"j"_s));
    QVERIFY(!queue.nextDeadline());
}

void EndpointQueueTest::shortenedRetention_data()
{
    QTest::addColumn<bool>("whileRunning");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<qint64>("goneAt");
    const qint64 usual = 300 + 30 * 60'000;
    QTest::newRow("shorter") << false << qint64{5000} << qint64{400 + 5000};
    QTest::newRow("longer is not granted") << false << qint64{usual * 2} << usual;
    QTest::newRow("before the end") << true << qint64{5000} << qint64{300 + 5000};
    QTest::newRow("longer before the end") << true << qint64{usual * 2} << usual;
}

void EndpointQueueTest::shortenedRetention()
{
    QFETCH(const bool, whileRunning);
    QFETCH(const qint64, time);
    QFETCH(const qint64, goneAt);
    EndpointQueue queue = queueWith(whileRunning ? RunPodState::InProgress : RunPodState::Completed);
    queue.shortenRetention(u"j"_s, Milliseconds{time}, whileRunning ? 200ms : 400ms);
    if (whileRunning)
        QVERIFY(queue.complete(u"j"_s, "{}", 300ms));
    QCOMPARE(queue.nextDeadline(), Milliseconds{goneAt});
}

void EndpointQueueTest::policies_data()
{
    QTest::addColumn<bool>("starts");
    QTest::addColumn<qint64>("execution");
    QTest::addColumn<qint64>("live");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<bool>("isForgotten");
    const qint64 day = 24 * 3600 * 1000;
    const qint64 tenMinutes = 600'000;
    QTest::newRow("lives a day in the queue") << false << qint64{0} << qint64{0} << day << false;
    QTest::newRow("runs ten minutes") << true << qint64{0} << qint64{0} << 100 + tenMinutes << false;
    QTest::newRow("own time in the queue") << false << qint64{0} << qint64{10'000} << qint64{10'000} << false;
    QTest::newRow("own time to run") << true << qint64{5000} << qint64{0} << qint64{5100} << false;
    QTest::newRow("time to live ends the run") << true << qint64{0} << qint64{10'000} << qint64{10'000} << true;
    QTest::newRow("the earlier counts") << true << qint64{5000} << qint64{10'000} << qint64{5100} << false;
}

void EndpointQueueTest::policies()
{
    QFETCH(const bool, starts);
    QFETCH(const qint64, execution);
    QFETCH(const qint64, live);
    QFETCH(const qint64, at);
    QFETCH(const bool, isForgotten);
    EndpointSubmission submission = plain();
    if (execution > 0)
        submission.policy.executionTimeout = Milliseconds{execution};
    if (live > 0)
        submission.policy.timeToLive = Milliseconds{live};
    EndpointQueue queue = queueWith(starts ? RunPodState::InProgress : RunPodState::InQueue, submission);
    QCOMPARE(queue.nextDeadline(), Milliseconds{at});
    QCOMPARE(queue.expire(Milliseconds{at - 1}), EndpointQueue::Expired{});
    const EndpointQueue::Expired expired = queue.expire(Milliseconds{at});
    if (isForgotten) {
        QCOMPARE(expired, (EndpointQueue::Expired{.forgotten = {u"j"_s}}));
        QVERIFY(!queue.find(u"j"_s));
        QCOMPARE(queue.counters(), RunPodHealth::Jobs{});
    } else {
        QCOMPARE(expired, (EndpointQueue::Expired{.timedOut = {u"j"_s}}));
        QCOMPARE(queue.find(u"j"_s)->state, RunPodState::TimedOut);
        QVERIFY(!queue.find(u"j"_s)->error.isEmpty());
        QVERIFY(!queue.takeNext(Milliseconds{at}));
        QVERIFY(queue.retry(u"j"_s, Milliseconds{at}));
    }
}

void EndpointQueueTest::whatEachStateAllows_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("takesEnd");
    QTest::addColumn<bool>("cancels");
    QTest::addColumn<bool>("retries");
    const auto row = [](RunPodState state, bool takesEnd, bool cancels, bool retries) {
        QTest::newRow(runPodWord(state).constData()) << static_cast<int>(state) << takesEnd << cancels << retries;
    };
    row(RunPodState::InQueue, false, true, false);
    row(RunPodState::InProgress, true, true, false);
    row(RunPodState::Completed, false, false, false);
    row(RunPodState::Failed, false, false, true);
    row(RunPodState::Cancelled, false, false, false);
    row(RunPodState::TimedOut, false, false, true);
}

void EndpointQueueTest::whatEachStateAllows()
{
    QFETCH(const int, state);
    QFETCH(const bool, takesEnd);
    QFETCH(const bool, cancels);
    QFETCH(const bool, retries);
    const EndpointQueue start = queueWith(static_cast<RunPodState>(state));
    const Milliseconds now = 100ms + EndpointQueue::usualExecutionTimeout;
    QCOMPARE(start.find(u"j"_s)->state, static_cast<RunPodState>(state));
    QCOMPARE(EndpointQueue(start).complete(u"j"_s, "{}", now), takesEnd);
    QCOMPARE(EndpointQueue(start).fail(u"j"_s, u"x"_s, {}, now), takesEnd);
    QCOMPARE(EndpointQueue(start).noteProgress(u"j"_s, "{}"), takesEnd);
    QCOMPARE(EndpointQueue(start).cancel(u"j"_s, now), cancels);
    QCOMPARE(EndpointQueue(start).retry(u"j"_s, now), retries);
    QVERIFY(!EndpointQueue(start).cancel(u"unknown"_s, now));
    QVERIFY(!EndpointQueue(start).retry(u"unknown"_s, now));
}

void EndpointQueueTest::purgeTakesOnlyWhatWaits()
{
    EndpointQueue queue;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        queue.submit(id, plain(), 0ms);
    queue.takeNext(1ms);
    QCOMPARE(queue.purge(2ms), (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(queue.find(u"a"_s)->state, RunPodState::InProgress);
    QCOMPARE(queue.find(u"b"_s)->state, RunPodState::Cancelled);
    QVERIFY(queue.purge(3ms).isEmpty());
    QCOMPARE(queue.counters(), (RunPodHealth::Jobs{.inProgress = 1}));
}

void EndpointQueueTest::fullQueue_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("room");
    QTest::newRow("none") << 0 << 500;
    QTest::newRow("one") << 1 << 500;
    QTest::newRow("three") << 3 << 1500;
}

void EndpointQueueTest::fullQueue()
{
    QFETCH(const int, workers);
    QFETCH(const int, room);
    EndpointQueue queue(workers);
    for (int i = 0; i < room; ++i)
        QVERIFY(queue.submit(QString::number(i), plain(), 0ms));
    QVERIFY(!queue.submit(u"late"_s, plain(), 0ms));
    QVERIFY(!queue.find(u"late"_s));
    queue.takeNext(1ms);
    QVERIFY(queue.submit(u"late"_s, plain(), 1ms));
    queue.fail(u"0"_s, u"x"_s, {}, 2ms);
    QVERIFY(!queue.retry(u"0"_s, 3ms));
}

void EndpointQueueTest::memoryIsBounded()
{
    EndpointQueue queue;
    EndpointSubmission large = plain();
    large.input = QByteArray(20 * 1024 * 1024, ' ');
    int kept = 0;
    while (queue.submit(QString::number(kept), large, 0ms))
        ++kept;
    QCOMPARE(kept, 12);
    // Ended jobs make room, the oldest first.
    queue.takeNext(1ms);
    queue.takeNext(1ms);
    queue.complete(u"1"_s, "{}", 2ms);
    queue.fail(u"0"_s, u"x"_s, {}, 3ms);
    QVERIFY(queue.submit(u"next"_s, large, 4ms));
    QVERIFY(!queue.find(u"1"_s));
    QVERIFY(queue.find(u"0"_s));
    queue.dropInput(u"0"_s);
    QVERIFY(queue.submit(u"after"_s, large, 5ms));
    QVERIFY(queue.find(u"0"_s));
}

void EndpointQueueTest::streamIsDrainedAndBounded()
{
    EndpointQueue queue = queueWith(RunPodState::InProgress);
    queue.noteProgress(u"j"_s, "1");
    queue.noteProgress(u"j"_s, "2");
    QCOMPARE(queue.find(u"j"_s)->output, QByteArray("2"));
    QCOMPARE(queue.takeStream(u"j"_s), (QList<QByteArray>{"1", "2"}));
    QVERIFY(queue.takeStream(u"j"_s).isEmpty());
    QVERIFY(queue.takeStream(u"unknown"_s).isEmpty());
    for (int i = 0; i <= EndpointQueue::longestStream; ++i)
        queue.noteProgress(u"j"_s, QByteArray::number(i));
    const QList<QByteArray> events = queue.takeStream(u"j"_s);
    QCOMPARE(events.size(), EndpointQueue::longestStream);
    QCOMPARE(events.constFirst(), QByteArray("1"));
}

void EndpointQueueTest::counters()
{
    EndpointQueue queue;
    for (int i = 0; i < 5; ++i)
        queue.submit(QString::number(i), plain(), 0ms);
    QCOMPARE(queue.counters(), (RunPodHealth::Jobs{.inQueue = 5}));
    for (int i = 0; i < 3; ++i)
        queue.takeNext(1ms);
    queue.complete(u"0"_s, "{}", 2ms);
    queue.fail(u"1"_s, u"x"_s, {}, 2ms);
    QCOMPARE(queue.counters(), (RunPodHealth::Jobs{.completed = 1, .failed = 1, .inProgress = 1, .inQueue = 2}));
    queue.retry(u"1"_s, 3ms);
    queue.cancel(u"3"_s, 3ms);
    QCOMPARE(queue.counters(),
             (RunPodHealth::Jobs{.completed = 1, .failed = 1, .inProgress = 1, .inQueue = 2, .retried = 1}));
}

void EndpointQueueTest::manyJobs()
{
    EndpointQueue queue;
    for (int i = 0; i < 20'000; ++i) {
        const QString id = QString::number(i);
        QVERIFY(queue.submit(id, plain(), Milliseconds{i}));
        QCOMPARE(queue.takeNext(Milliseconds{i}), id);
        QVERIFY(queue.complete(id, "{}", Milliseconds{i}));
    }
    QCOMPARE(queue.counters().completed, 20'000);
    QCOMPARE(queue.expire(EndpointQueue::keptAfterRun + 9'999ms).forgotten.size(), 10'000);
}

void EndpointQueueTest::submissions_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("webhook");
    QTest::addColumn<qint64>("execution");
    QTest::addColumn<qint64>("live");
    QTest::newRow("bare") << QByteArray() << QString() << qint64{0} << qint64{0};
    QTest::newRow("nulls") << QByteArray(R"("webhook":null,"policy":null)") << QString() << qint64{0} << qint64{0};
    QTest::newRow("webhook") << QByteArray(R"("webhook":"https://example.com/x?t=1")") << u"https://example.com/x?t=1"_s
                             << qint64{0} << qint64{0};
    QTest::newRow("shortest") << QByteArray(R"("policy":{"executionTimeout":5000,"ttl":10000})") << QString()
                              << qint64{5000} << qint64{10'000};
    QTest::newRow("longest") << QByteArray(R"("policy":{"executionTimeout":604800000,"ttl":604800000.0})") << QString()
                             << qint64{604'800'000} << qint64{604'800'000};
    QTest::newRow("others") << QByteArray(R"("s3Config":{"accessSecret":"x"},"policy":{"lowPriority":true},"z":[1])")
                            << QString() << qint64{0} << qint64{0};
}

void EndpointQueueTest::submissions()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QString, webhook);
    QFETCH(const qint64, execution);
    QFETCH(const qint64, live);
    const auto submission = readEndpointSubmission(wrapped(rest));
    QVERIFY(submission);
    QCOMPARE(submission->input, QByteArray("{\"a\":1}"));
    QCOMPARE(submission->webhook, webhook);
    QCOMPARE(submission->policy.executionTimeout.value_or(0ms), Milliseconds{execution});
    QCOMPARE(submission->policy.timeToLive.value_or(0ms), Milliseconds{live});
}

void EndpointQueueTest::refusedSubmissions_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"input\":");
    QTest::newRow("bad UTF-8") << QByteArray("{\"input\":{\"a\":\"\xff\"}}");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no input") << QByteArray("{\"transcript\":{}}");
    QTest::newRow("input is text") << QByteArray("{\"input\":\"x\"}");
    QTest::newRow("input is null") << QByteArray("{\"input\":null}");
    QTest::newRow("webhook is a number") << wrapped("\"webhook\":1");
    QTest::newRow("webhook over plain http") << wrapped("\"webhook\":\"http://example.com/\"");
    QTest::newRow("webhook to a file") << wrapped("\"webhook\":\"file:///etc/passwd\"");
    QTest::newRow("policy is a list") << wrapped("\"policy\":[]");
    QTest::newRow("too short a run") << wrapped("\"policy\":{\"executionTimeout\":4999}");
    QTest::newRow("too long a run") << wrapped("\"policy\":{\"executionTimeout\":604800001}");
    QTest::newRow("too short a life") << wrapped("\"policy\":{\"ttl\":9999}");
    QTest::newRow("too long a life") << wrapped("\"policy\":{\"ttl\":604800001}");
    QTest::newRow("negative") << wrapped("\"policy\":{\"ttl\":-1}");
    QTest::newRow("overflow") << wrapped("\"policy\":{\"ttl\":9223372036854775807}");
    QTest::newRow("time as text") << wrapped("\"policy\":{\"ttl\":\"10000\"}");
    QTest::newRow("half a millisecond") << wrapped("\"policy\":{\"ttl\":10000.5}");
}

void EndpointQueueTest::refusedSubmissions()
{
    QFETCH(const QByteArray, body);
    const auto submission = readEndpointSubmission(body);
    QVERIFY(!submission);
    QCOMPARE(submission.error().kind, ErrorKind::Input);
    QVERIFY(!submission.error().message.isEmpty());
}

void EndpointQueueTest::envelopes_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](RunPodState state, const QByteArray &text) {
        QTest::newRow(runPodWord(state).constData()) << static_cast<int>(state) << text;
    };
    row(RunPodState::InQueue, R"({"id":"j","status":"IN_QUEUE"})");
    row(RunPodState::InProgress, R"({"delayTime":100,"id":"j","status":"IN_PROGRESS","workerId":"local"})");
    row(RunPodState::Completed,
        R"({"delayTime":100,"executionTime":200,"id":"j","output":{"done":true},"status":"COMPLETED","workerId":"local"})");
    row(RunPodState::Failed,
        R"({"delayTime":100,"error":"no","executionTime":200,"id":"j","status":"FAILED","workerId":"local"})");
    row(RunPodState::Cancelled,
        R"({"delayTime":100,"executionTime":200,"id":"j","status":"CANCELLED","workerId":"local"})");
}

void EndpointQueueTest::envelopes()
{
    QFETCH(const int, state);
    QFETCH(const QByteArray, text);
    const EndpointQueue queue = queueWith(static_cast<RunPodState>(state));
    const QByteArray written = writeEndpointJob(*queue.find(u"j"_s));
    QCOMPARE(written, text);
    // Our own client understands it.
    const auto job = readRunPodJob(written);
    QVERIFY(job);
    QCOMPARE(job->state, static_cast<RunPodState>(state));
    QCOMPARE(job->id, u"j"_s);
}

void EndpointQueueTest::webhookHidesKeys_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("echo");
    QTest::newRow("no key") << QByteArray(R"({"a": 1.0})") << QByteArray(R"({"a":1.0})");
    QTest::newRow("key") << QByteArray(R"({"openai_api_key":"sk-x","a":1})") << QByteArray(R"({"a":1})");
    QTest::newRow("escaped name") << QByteArray(R"({"openai\u005fapi_key":"sk-x","a":1})") << QByteArray(R"({"a":1})");
    QTest::newRow("twice") << QByteArray(R"({"openai_api_key":"sk-x","openai_api_key":"sk-y"})") << QByteArray("{}");
    QTest::newRow("wrapped once more") << QByteArray(R"({"input":{"openai_api_key":"sk-x","b":[2]}})")
                                       << QByteArray(R"({"input":{"b":[2]}})");
    QTest::newRow("dropped") << QByteArray() << QByteArray("{}");
}

void EndpointQueueTest::webhookHidesKeys()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, echo);
    QCOMPARE(withoutKeys(input), echo);
    EndpointSubmission submission = plain();
    submission.input = input;
    submission.webhook = u"https://example.com/w"_s;
    const EndpointQueue queue = queueWith(RunPodState::Completed, submission);
    const QByteArray webhook = writeEndpointWebhook(*queue.find(u"j"_s));
    QVERIFY(!webhook.contains("sk-"));
    const auto document = JsonDocument::parse(webhook);
    QVERIFY(document);
    QCOMPARE(document->root().member(u"input")->rawText(), echo);
    QCOMPARE(document->root().member(u"webhook")->asString(), u"https://example.com/w"_s);
    QCOMPARE(document->root().member(u"output")->rawText(), QByteArray("{\"done\":true}"));
    QVERIFY(!writeEndpointJob(*queue.find(u"j"_s)).contains("input"));
}

void EndpointQueueTest::streamText()
{
    QCOMPARE(writeEndpointStream(RunPodState::InProgress, {}), QByteArray(R"({"status":"IN_PROGRESS","stream":[]})"));
    QCOMPARE(writeEndpointStream(RunPodState::Completed, {"{\"n\":1}", "2"}),
             QByteArray(R"({"status":"COMPLETED","stream":[{"output":{"n":1}},{"output":2}]})"));
}

void EndpointQueueTest::healthText()
{
    const RunPodHealth health{.jobs = {.completed = 1, .failed = 2, .inProgress = 3, .inQueue = 4, .retried = 5},
                              .workers = {.idle = 6, .ready = 7, .running = 8}};
    QCOMPARE(readRunPodHealth(writeEndpointHealth(health)).value_or(RunPodHealth{}), health);
}

#include "tst_endpointqueue.moc"
