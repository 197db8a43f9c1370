// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"
#include "core/run/webhookqueue.h"
#include "tests/run/runbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Webhooks in order, signed, tried again, given up, left for the next start; never in the way of a run.
class WebhookQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversInOrder();
    void signsTheExactBytes();
    void runPodIsNotSigned();
    void runsDoNotWaitForEachOther();
    void triesAsOftenAsTheSettingsSay_data();
    void triesAsOftenAsTheSettingsSay();
    void pausesAsTheContractSays();
    void aReceiverThatIsDownIsTriedLess();
    void aStaleLineIsRepeatedAtOnce();
    void leftWebhooksAreDelivered();
    void killedWhileSendingIsSentAgain();
    void withoutStartNothingIsSent();
    void emptyAddressesPostNothing();
    void addressesAreChecked_data();
    void addressesAreChecked();
    void theOutboxMayFail();
    void aWholeRunIsPostedAtOnce();
    void aRunTellsEverythingAndTheResultLast();
    void aFailedRunSendsTheFailure();
    void aCancelledRunSendsNoResult();
    void aDeadReceiverDoesNotSlowTheRun();
    void derivesTheProgressAddress_data();
    void derivesTheProgressAddress();
};

VIRAL_TEST(WebhookQueueTest)

namespace {

const QString resultUrl = u"https://example.com/result"_s;
const QString progressUrl = u"https://example.com/progress"_s;

struct QueueBench
{
    explicit QueueBench(const WebhookSettings &settings = {})
        : queue(outbox, transport, scheduler, settings)
    {
        answer(answered(200));
    }
    void answer(const HttpOutcome &outcome) { transport.answerWith(scheduler, 10ms, {outcome}); }
    void post(const QString &body, const QString &run = u"r"_s, WebhookKind kind = WebhookKind::Progress,
              const QString &url = progressUrl)
    {
        queue.post({run}, kind, url, body.toUtf8());
    }
    QStringList bodies() const
    {
        QStringList all;
        for (const HttpRequest &request : transport.requests())
            all.append(QString::fromUtf8(request.body));
        return all;
    }

    FakeScheduler scheduler;
    FakeTransport transport;
    MemoryOutbox outbox;
    WebhookQueue queue;
};

} // namespace

void WebhookQueueTest::deliversInOrder()
{
    QueueBench bench;
    const QSignalSpy idle(&bench.queue, &WebhookQueue::idle);
    bench.queue.start();
    for (int i = 0; i < 5; ++i)
        bench.post(QString::number(i));
    QVERIFY(!bench.queue.isIdle());
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.bodies(), (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(bench.transport.peakInFlight(), 1);
    QVERIFY(bench.queue.isIdle());
    QVERIFY(idle.size() >= 1);
    QCOMPARE(bench.outbox.count(MemoryOutbox::State::Delivered), 5);
}

void WebhookQueueTest::signsTheExactBytes()
{
    QueueBench bench({.secret = Secret(u"s3cret"_s)});
    bench.queue.start();
    bench.post(u"{\"a\": \"ü\"}"_s);
    QVERIFY(bench.scheduler.runAll());
    const HttpRequest request = bench.transport.requests().constFirst();
    QCOMPARE(headerValue(request.headers, "X-Webhook-Signature"),
             webhookSignature(Secret(u"s3cret"_s), "{\"a\": \"\xC3\xBC\"}"));
    QCOMPARE(request.body, QByteArray("{\"a\": \"\xC3\xBC\"}"));
    // The secret itself is nowhere.
    QVERIFY(!request.body.contains("s3cret"));
    for (const auto &entry : bench.outbox.entries)
        QVERIFY(!entry.webhook.body.contains("s3cret"));
}

void WebhookQueueTest::runPodIsNotSigned()
{
    QueueBench bench({.secret = Secret(u"s3cret"_s)});
    bench.queue.start();
    bench.post(u"{}"_s, u"r"_s, WebhookKind::RunPod);
    QVERIFY(bench.scheduler.runAll());
    QVERIFY(headerValue(bench.transport.requests().constFirst().headers, "X-Webhook-Signature").isEmpty());
}

void WebhookQueueTest::runsDoNotWaitForEachOther()
{
    QueueBench bench;
    bench.queue.start();
    for (int run = 0; run < 3; ++run) {
        bench.post(u"first"_s, QString::number(run));
        bench.post(u"second"_s, QString::number(run));
    }
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.transport.peakInFlight(), 3);
    QCOMPARE(bench.bodies().mid(0, 3), (QStringList{u"first"_s, u"first"_s, u"first"_s}));
    QCOMPARE(bench.transport.requestCount(), 6);
}

void WebhookQueueTest::triesAsOftenAsTheSettingsSay_data()
{
    QTest::addColumn<HttpOutcome>("answer");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("calls");
    QTest::newRow("500") << answered(500) << 3 << 3;
    QTest::newRow("500, once") << answered(500) << 1 << 1;
    QTest::newRow("429") << answered(429) << 4 << 4;
    QTest::newRow("unreachable") << faulted(HttpFault::Unreachable) << 3 << 3;
    QTest::newRow("silent") << faulted(HttpFault::NoAnswer) << 2 << 2;
    QTest::newRow("not found") << answered(404) << 3 << 1;
    QTest::newRow("TLS") << faulted(HttpFault::Tls) << 3 << 1;
    QTest::newRow("redirected") << faulted(HttpFault::Redirected) << 3 << 1;
}

void WebhookQueueTest::triesAsOftenAsTheSettingsSay()
{
    QFETCH(const HttpOutcome, answer);
    QFETCH(const int, attempts);
    QFETCH(const int, calls);
    QueueBench bench({.attempts = attempts});
    bench.answer(answer);
    const QSignalSpy gaveUp(&bench.queue, &WebhookQueue::gaveUp);
    bench.queue.start();
    bench.post(u"x"_s, u"r"_s, WebhookKind::Result, resultUrl);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.transport.requestCount(), calls);
    QCOMPARE(gaveUp.size(), 1);
    QCOMPARE(bench.outbox.count(MemoryOutbox::State::GivenUp), 1);
    QVERIFY(bench.queue.isIdle());
}

void WebhookQueueTest::pausesAsTheContractSays()
{
    QueueBench bench({.attempts = 5, .baseDelay = 1500ms, .longestDelay = 5s});
    bench.answer(answered(500));
    QList<Milliseconds> pauses;
    connect(&bench.queue, &WebhookQueue::postponed, this,
            [&](const OutgoingWebhook &, const Error &, Milliseconds pause) { pauses.append(pause); });
    bench.queue.start();
    bench.post(u"x"_s);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(pauses, (QList<Milliseconds>{1500ms, 3s, 5s, 5s}));
}

void WebhookQueueTest::aReceiverThatIsDownIsTriedLess()
{
    QueueBench bench;
    bench.transport.answerWith(bench.scheduler, 10ms, [](int, const HttpRequest &request) {
        return request.url.path() == "/result"_L1 ? answered(200) : answered(500);
    });
    bench.queue.start();
    for (int i = 0; i < 10; ++i)
        bench.post(QString::number(i));
    bench.post(u"result"_s, u"r"_s, WebhookKind::Result, resultUrl);
    QVERIFY(bench.scheduler.runAll());
    // Three for the first event, one for each other, then the result.
    QCOMPARE(bench.transport.requestCount(), 3 + 9 + 1);
    QCOMPARE(bench.bodies().constLast(), u"result"_s);
    QCOMPARE(bench.outbox.count(MemoryOutbox::State::Delivered), 1);
}

void WebhookQueueTest::aStaleLineIsRepeatedAtOnce()
{
    QueueBench bench({.attempts = 1});
    bench.transport.answerWith(bench.scheduler, 10ms, {faulted(HttpFault::ConnectionLost, true), answered(200)});
    bench.queue.start();
    bench.post(u"x"_s);
    bench.scheduler.advance(100ms);
    QCOMPARE(bench.outbox.count(MemoryOutbox::State::Delivered), 1);
}

void WebhookQueueTest::leftWebhooksAreDelivered()
{
    QueueBench bench;
    for (int i = 0; i < 3; ++i)
        QVERIFY(bench.outbox.post({.run = {u"earlier"_s},
                                   .kind = WebhookKind::Result,
                                   .url = resultUrl,
                                   .body = QByteArray::number(i),
                                   .nextAt = bench.scheduler.wallTime()}));
    QVERIFY(!bench.queue.isIdle());
    bench.queue.start();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.bodies(), (QStringList{u"0"_s, u"1"_s, u"2"_s}));
}

void WebhookQueueTest::killedWhileSendingIsSentAgain()
{
    QueueBench bench;
    {
        WebhookQueue first(bench.outbox, bench.transport, bench.scheduler, {});
        bench.transport.answerWith(bench.scheduler, 1h, {answered(200)});
        first.post({u"r"_s}, WebhookKind::Result, resultUrl, "x");
        first.start();
        bench.scheduler.advance(1ms);
        QCOMPARE(bench.transport.inFlight(), 1);
    }
    QCOMPARE(bench.transport.inFlight(), 0);
    bench.answer(answered(200));
    bench.queue.start();
    bench.scheduler.advance(1s);
    // Another program may still be at it.
    QCOMPARE(bench.transport.requestCount(), 1);
    bench.scheduler.advance(40s);
    QCOMPARE(bench.transport.requestCount(), 2);
    QCOMPARE(bench.outbox.count(MemoryOutbox::State::Delivered), 1);
}

void WebhookQueueTest::withoutStartNothingIsSent()
{
    QueueBench bench;
    bench.post(u"x"_s);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.transport.requestCount(), 0);
    QCOMPARE(bench.outbox.entries.size(), 1);
}

void WebhookQueueTest::emptyAddressesPostNothing()
{
    QueueBench bench;
    bench.queue.postProgress({u"r"_s}, {}, {});
    bench.queue.postCompletion({u"r"_s}, {}, {});
    bench.queue.postFailure({u"r"_s}, {}, {});
    QCOMPARE(bench.outbox.entries.size(), 0);
}

void WebhookQueueTest::addressesAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("https") << u"https://example.com/x"_s << true;
    QTest::newRow("this machine") << u"http://127.0.0.1:8080/x"_s << true;
    QTest::newRow("this machine by name") << u"http://localhost/x"_s << true;
    QTest::newRow("plain http") << u"http://example.com/x"_s << false;
    QTest::newRow("name that looks near") << u"http://127.0.0.1.example.com/x"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("nonsense") << u"://"_s << false;
}

void WebhookQueueTest::addressesAreChecked()
{
    QFETCH(const QString, url);
    QFETCH(const bool, allowed);
    QueueBench bench;
    const QSignalSpy gaveUp(&bench.queue, &WebhookQueue::gaveUp);
    bench.queue.start();
    bench.post(u"x"_s, u"r"_s, WebhookKind::Result, url);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.transport.requestCount(), allowed ? 1 : 0);
    QCOMPARE(gaveUp.size(), allowed ? 0 : 1);
}

void WebhookQueueTest::theOutboxMayFail()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be read"_s));
    QueueBench bench;
    const QSignalSpy gaveUp(&bench.queue, &WebhookQueue::gaveUp);
    bench.outbox.fails = true;
    bench.queue.start();
    bench.post(u"lost"_s);
    QCOMPARE(gaveUp.size(), 1);
    bench.scheduler.advance(1s);
    bench.outbox.fails = false;
    bench.post(u"kept"_s);
    bench.scheduler.advance(20s);
    QCOMPARE(bench.bodies(), QStringList{u"kept"_s});
}

void WebhookQueueTest::aWholeRunIsPostedAtOnce()
{
    QueueBench bench;
    const QSignalSpy gaveUp(&bench.queue, &WebhookQueue::gaveUp);
    const QList<ProgressEvent> events{{.jobId = u"j"_s, .totalChunks = 1},
                                      {.kind = ProgressKind::ChunkCompleted, .jobId = u"j"_s, .chunkIndex = 0}};
    const ServiceResult result{.jobId = u"j"_s};
    bench.queue.start();
    bench.queue.postWhole({u"r"_s}, {}, events, result);
    QCOMPARE(bench.outbox.entries.size(), 0);
    bench.queue.postWhole({u"r"_s}, {resultUrl, progressUrl}, events, result);
    QCOMPARE(bench.outbox.entries.size(), 3);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.bodies(), (QStringList{QString::fromUtf8(writeProgressEvent(events.at(0))),
                                          QString::fromUtf8(writeProgressEvent(events.at(1))),
                                          QString::fromUtf8(writeCompletionPayload(result))}));
    // What may not go out is told one by one, and the rest goes.
    bench.queue.postWhole({u"s"_s}, {resultUrl, u"http://elsewhere.example/"_s}, events, result);
    QCOMPARE(gaveUp.size(), 2);
    QCOMPARE(bench.outbox.entries.size(), 4);
}

void WebhookQueueTest::aRunTellsEverythingAndTheResultLast()
{
    RunBench bench;
    FakeTransport receiver;
    receiver.answerWith(bench.scheduler, 10ms, {answered(200)});
    WebhookQueue queue(bench.outbox, receiver, bench.scheduler, {.secret = Secret(u"s"_s)});
    bench.webhooks = &queue;
    queue.start();
    RunSetup setup = RunBench::setup(3);
    setup.request.webhooks = {resultUrl, progressUrl};
    const RunOutcome outcome = bench.complete(setup);
    QVERIFY(outcome);
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(receiver.requestCount(), 5);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(receiver.requests().at(i).url, QUrl(progressUrl));
    const HttpRequest last = receiver.requests().constLast();
    QCOMPARE(last.url, QUrl(resultUrl));
    QCOMPARE(last.body, writeCompletionPayload(outcome->result));
    for (const HttpRequest &request : receiver.requests())
        QCOMPARE(headerValue(request.headers, "X-Webhook-Signature"), webhookSignature(Secret(u"s"_s), request.body));
    const auto document = JsonDocument::parse(receiver.requests().constFirst().body);
    QCOMPARE(readProgressEvent(document->root())->kind, ProgressKind::ChunksScheduled);
}

void WebhookQueueTest::aFailedRunSendsTheFailure()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &) { return answered(400); });
    WebhookQueue queue(bench.outbox, bench.transport, bench.scheduler, {});
    bench.webhooks = &queue;
    RunSetup setup = RunBench::setup(2, 1);
    setup.request.webhooks = {resultUrl, {}};
    const RunOutcome outcome = bench.complete(setup);
    QVERIFY(!outcome);
    QCOMPARE(bench.outbox.entries.size(), 1);
    QCOMPARE(bench.outbox.entries.constFirst().webhook.body, writeFailurePayload(outcome.error().payload));
    QCOMPARE(bench.outbox.entries.constFirst().webhook.kind, WebhookKind::Result);
}

void WebhookQueueTest::aCancelledRunSendsNoResult()
{
    RunBench bench;
    WebhookQueue queue(bench.outbox, bench.transport, bench.scheduler, {});
    bench.webhooks = &queue;
    RunSetup setup = RunBench::setup(2);
    setup.request.webhooks = {resultUrl, progressUrl};
    AnalysisRun run(bench.services(), setup);
    run.start();
    bench.scheduler.advance(0ms);
    run.cancel();
    for (const auto &entry : std::as_const(bench.outbox.entries))
        QCOMPARE(entry.webhook.kind, WebhookKind::Progress);
}

void WebhookQueueTest::aDeadReceiverDoesNotSlowTheRun()
{
    RunBench bench;
    FakeTransport receiver; // never answers
    WebhookQueue queue(bench.outbox, receiver, bench.scheduler, {});
    bench.webhooks = &queue;
    queue.start();
    RunSetup setup = RunBench::setup(6, 2);
    setup.request.webhooks = {resultUrl, progressUrl};
    const Milliseconds before = bench.scheduler.now();
    QVERIFY(bench.complete(setup));
    QCOMPARE(bench.scheduler.now() - before, 600ms);
    QCOMPARE(bench.outbox.count(MemoryOutbox::State::Waiting), 1 + 6 + 1);
}

void WebhookQueueTest::derivesTheProgressAddress_data()
{
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("progress");
    QTest::addColumn<bool>("derives");
    QTest::addColumn<QString>("expected");
    const QString x = u"https://example.com/x"_s;
    QTest::newRow("not wanted") << x << QString() << false << QString();
    QTest::newRow("wanted") << x << QString() << true << u"https://example.com/x/progress"_s;
    QTest::newRow("slash at the end") << u"https://example.com/x/"_s << QString() << true
                                      << u"https://example.com/x/progress"_s;
    QTest::newRow("no path") << u"https://example.com"_s << QString() << true << u"https://example.com/progress"_s;
    QTest::newRow("query") << u"https://example.com/x?token=a%2Fb"_s << QString() << true
                           << u"https://example.com/x/progress?token=a%2Fb"_s;
    QTest::newRow("escaped path") << u"https://example.com/a%2Fb%20c"_s << QString() << true
                                  << u"https://example.com/a%2Fb%20c/progress"_s;
    QTest::newRow("given") << x << u"https://example.com/p"_s << true << u"https://example.com/p"_s;
    QTest::newRow("no result") << QString() << QString() << true << QString();
}

void WebhookQueueTest::derivesTheProgressAddress()
{
    QFETCH(const QString, result);
    QFETCH(const QString, progress);
    QFETCH(const bool, derives);
    QFETCH(const QString, expected);
    const WebhookEndpoints endpoints = effectiveWebhooks({result, progress}, derives);
    QCOMPARE(endpoints.progressUrl, expected);
    QCOMPARE(endpoints.resultUrl, result);
}

#include "tst_webhookqueue.moc"
