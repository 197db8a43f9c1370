// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/clients/webhook.h"
#include "core/contract/eventscodec.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/flow/flowprogram.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <atomic>
#include <csignal>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The whole program: streams, exit statuses, interruption, resuming, webhooks, the price beforehand.
class RunFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeRun();
    void autoSaysWhichEngineAndWhy();
    void noKeyForOpenAi();
    void aServerNearbyNeedsNoKey();
    void theEnvironmentIsChecked();
    void placesAreCheckedBeforePaying();
    void concurrencyIsClamped();
    void theSecondRunPaysNothing();
    void freshPaysAgain();
    void failurePayloadNamesTheChunk();
    void keepGoing();
    void interruptionKeepsWhatWasPaid_data();
    void interruptionKeepsWhatWasPaid();
    void killedAndResumed();
    void webhooksAreSignedAndInOrder();
    void aDeadReceiverIsGivenUp();
    void aKilledProgramsWebhookGoesOutLater();
    void offlineRunsTellWebhooksToo();
    void theKeyIsNowhere();
    void estimateSendsNothing();
};

VIRAL_TEST(RunFlowTest)

namespace {

Reply slowReply(const ReceivedRequest &request, std::chrono::milliseconds delay)
{
    Reply reply = goodReply(request);
    reply.delay = delay;
    return reply;
}

LoopbackServer::Responder goodServer(std::chrono::milliseconds delay = 0ms)
{
    return [delay](int, const ReceivedRequest &request) { return slowReply(request, delay); };
}

Ended runProgram(const QStringList &arguments, const QStringList &environment)
{
    return FlowProgram(arguments, environment).waitForEnd();
}

/// A payload with webhooks and, where wanted, a key.
QString payloadWith(const FlowPlace &place, const WebhookEndpoints &webhooks, const QString &key = {})
{
    Result<Request> request = parseRequest(readFile(place.payload()).value_or(QByteArray()));
    if (!request)
        return {};
    request->webhooks = webhooks;
    request->openAiApiKey = Secret(key);
    const QString path = place.file(u"with.json"_s);
    const QByteArray bytes = writeRequest(*request, JsonWriter::Layout::Compact, true, KeyInPayload::Include);
    return writeFile(path, bytes) ? path : QString();
}

std::optional<FailurePayload> failureIn(const QByteArray &output)
{
    const auto document = JsonDocument::parse(output);
    return document ? readFailurePayload(document->root()) : std::nullopt;
}

} // namespace

void RunFlowTest::aWholeRun()
{
    const FlowPlace place(5);
    const LoopbackServer server(goodServer());
    const Ended ended = runProgram({u"run"_s, place.payload(), u"--progress"_s, u"json"_s, u"--funnel"_s,
                                    place.file(u"funnel.json"_s), u"--metadata"_s, u"tone=dry"_s},
                                   place.environment(server));
    QVERIFY2(ended.status == 0, ended.messages.constData());
    const Result<ServiceResult> result = parseServiceResult(ended.output);
    QVERIFY(result);
    QCOMPARE(result->successfulChunks, 5);
    QCOMPARE(result->moments.size(), 5);
    QCOMPARE(result->metadata.model, u"gpt-4o-mini"_s);
    QVERIFY(result->metadata.pricing);
    QCOMPARE(tokenCount(result->usage->totals, u"output_tokens"), 5 * 90);
    QVERIFY(result->usage->byChunk.constFirst().responseTime);
    QCOMPARE(server.requestCount(), 5);
    QVERIFY(QFile::exists(place.file(u"funnel.json"_s)));

    int events = 0;
    for (const QByteArray &line : ended.messages.split('\n')) {
        const auto document = JsonDocument::parse(line);
        events += document && readProgressEvent(document->root()) ? 1 : 0;
    }
    QCOMPARE(events, 1 + 5);
    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.header("Authorization"), "Bearer " + flowKey);
    QVERIFY(request.body.contains("dry"));
}

void RunFlowTest::autoSaysWhichEngineAndWhy()
{
    const FlowPlace place(1);
    const LoopbackServer server(goodServer());
    const Ended online = runProgram({u"run"_s, place.payload()}, place.environment(server));
    QCOMPARE(online.status, 0);
    QVERIFY(online.messages.contains("OpenAI"));
    QCOMPARE(server.requestCount(), 1);
    const Ended offline = runProgram({u"run"_s, place.payload()}, {u"VIRAL_MOMENTS_LIBRARY="_s + place.library()});
    QCOMPARE(offline.status, 0);
    QVERIFY(offline.messages.contains("offline, because"));
    const Ended forced =
        runProgram({u"run"_s, u"--engine"_s, u"offline"_s, place.payload()}, place.environment(server));
    QCOMPARE(forced.status, 0);
    QCOMPARE(server.requestCount(), 1);
}

void RunFlowTest::noKeyForOpenAi()
{
    const FlowPlace place(1);
    const Ended ended = runProgram({u"run"_s, u"--engine"_s, u"openai"_s, place.payload()},
                                   {u"VIRAL_MOMENTS_LIBRARY="_s + place.library()});
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.messages.contains("OPENAI_API_KEY"));
    QVERIFY(failureIn(ended.output));
}

void RunFlowTest::aServerNearbyNeedsNoKey()
{
    const FlowPlace place(1);
    const LoopbackServer server(goodServer());
    const Ended ended = runProgram(
        {u"run"_s, u"--engine"_s, u"openai"_s, place.payload()},
        {u"VIRAL_MOMENTS_LIBRARY="_s + place.library(), u"OPENAI_BASE_URL="_s + server.url(u"/v1"_s).toString()});
    QVERIFY2(ended.status == 0, ended.messages.constData());
    QVERIFY(server.requests().constFirst().header("Authorization").isEmpty());
}

void RunFlowTest::theEnvironmentIsChecked()
{
    const FlowPlace place(1);
    const LoopbackServer server(goodServer());
    const Ended ended =
        runProgram({u"run"_s, place.payload()},
                   place.environment(server) + QStringList{u"REQUEST_TIMEOUT_SECONDS=-1"_s, u"MAX_CONCURRENCY="_s});
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.messages.contains("REQUEST_TIMEOUT_SECONDS"));
    QVERIFY(ended.messages.contains("MAX_CONCURRENCY"));
    QCOMPARE(server.requestCount(), 0);
}

void RunFlowTest::placesAreCheckedBeforePaying()
{
    const FlowPlace place(1);
    const LoopbackServer server(goodServer());
    for (const QString &option : {u"-o"_s, u"--funnel"_s}) {
        const Ended ended =
            runProgram({u"run"_s, place.payload(), option, place.file(u"missing/x.json"_s)}, place.environment(server));
        QCOMPARE(ended.status, 2);
    }
    QCOMPARE(server.requestCount(), 0);
}

void RunFlowTest::concurrencyIsClamped()
{
    const FlowPlace place(8);
    const LoopbackServer server(goodServer(100ms));
    const Ended ended = runProgram({u"run"_s, place.payload(), u"--set"_s, u"max_concurrency=8"_s},
                                   place.environment(server) + QStringList{u"MAX_CONCURRENCY=3"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(server.peakInFlight(), 3);
}

void RunFlowTest::theSecondRunPaysNothing()
{
    const FlowPlace place(4);
    const LoopbackServer server(goodServer());
    const Ended first = runProgram({u"run"_s, place.payload()}, place.environment(server));
    const Ended second = runProgram({u"run"_s, place.payload()}, place.environment(server));
    QCOMPARE(first.status, 0);
    QCOMPARE(second.status, 0);
    QCOMPARE(server.requestCount(), 4);
    QCOMPARE(second.output, first.output);
    QVERIFY(second.messages.contains("4 from answers already paid for"));
}

void RunFlowTest::freshPaysAgain()
{
    const FlowPlace place(2);
    const LoopbackServer server(goodServer());
    QCOMPARE(runProgram({u"run"_s, place.payload()}, place.environment(server)).status, 0);
    QCOMPARE(runProgram({u"run"_s, u"--fresh"_s, place.payload()}, place.environment(server)).status, 0);
    QCOMPARE(server.requestCount(), 4);
    // Another library knows nothing of the first.
    const Ended elsewhere =
        runProgram({u"run"_s, u"--library"_s, place.file(u"other"_s), place.payload()}, place.environment(server));
    QCOMPARE(elsewhere.status, 0);
    QCOMPARE(server.requestCount(), 6);
}

void RunFlowTest::failurePayloadNamesTheChunk()
{
    const FlowPlace place(4);
    const LoopbackServer server([](int, const ReceivedRequest &request) {
        return request.body.contains("Sentences 24 to") ? jsonReply(400, OpenAi::error("Something is odd"))
                                                        : goodReply(request);
    });
    const Ended ended =
        runProgram({u"run"_s, place.payload(), u"--set"_s, u"max_concurrency=1"_s}, place.environment(server));
    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.output, QByteArray(R"({"status":"failed","job_id":"flow","error":)"
                                      R"("OpenAI responses call failed: Something is odd",)"
                                      R"("data":{"failed_chunk":2,"total_chunks":4}})"
                                      "\n"));
    QVERIFY(ended.messages.contains("2 of 4 chunks are answered and kept"));
    QCOMPARE(server.requestCount(), 3);
}

void RunFlowTest::keepGoing()
{
    const FlowPlace place(4);
    const LoopbackServer server([](int, const ReceivedRequest &request) {
        return request.body.contains("Sentences 24 to") ? jsonReply(400, OpenAi::error("Odd")) : goodReply(request);
    });
    const Ended ended = runProgram({u"run"_s, u"--keep-going"_s, place.payload(), u"--funnel"_s, place.file(u"f"_s)},
                                   place.environment(server));
    QCOMPARE(ended.status, 0);
    const Result<ServiceResult> result = parseServiceResult(ended.output);
    QVERIFY(result);
    QCOMPARE(result->failedChunks, 1);
    QCOMPARE(result->successfulChunks, 3);
    QVERIFY(readFile(place.file(u"f"_s)).value_or(QByteArray()).contains("Odd"));
}

void RunFlowTest::interruptionKeepsWhatWasPaid_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
    QTest::newRow("hang up") << SIGHUP;
}

void RunFlowTest::interruptionKeepsWhatWasPaid()
{
    QFETCH(const int, signal);
    const FlowPlace place(8);
    // The first answers come at once, then none until the program has been interrupted.
    const auto isAwake = std::make_shared<std::atomic_bool>(false);
    const LoopbackServer server([isAwake](int number, const ReceivedRequest &request) {
        return number < 3 || *isAwake ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    FlowProgram program({u"run"_s, place.payload()}, place.environment(server));
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount(), 3 + 4, 20'000);
    program.signal(signal);
    const Ended ended = program.waitForEnd();
    QVERIFY2(ended.status == 130, ended.messages.constData());
    QVERIFY(ended.messages.contains("Interrupted"));
    QVERIFY(ended.messages.contains("3 of 8 chunks are answered and kept"));
    const auto failure = failureIn(ended.output);
    QVERIFY(failure);
    QCOMPARE(failure->error, u"Interrupted"_s);
    QTRY_COMPARE(server.abortsSeen(), 4);
    QCOMPARE(place.keptAnswers().size(), 3);

    *isAwake = true;
    const Ended resumed = runProgram({u"run"_s, place.payload()}, place.environment(server));
    QCOMPARE(resumed.status, 0);
    QCOMPARE(server.requestCount(), 3 + 4 + 5);
    QCOMPARE(place.keptAnswers().size(), 8);
    QVERIFY(resumed.messages.contains("3 from answers already paid for"));
}

void RunFlowTest::killedAndResumed()
{
    const FlowPlace place(10);
    const LoopbackServer server(goodServer(40ms));
    const QStringList arguments{u"run"_s, place.payload(), u"--set"_s, u"max_concurrency=2"_s};
    for (int kills = 0; kills < 3; ++kills) {
        // The third request of a program goes out when its first answer is kept.
        const int enough = server.requestCount() + 3;
        FlowProgram program(arguments, place.environment(server));
        QTRY_VERIFY_WITH_TIMEOUT(server.requestCount() >= enough, 20'000);
        program.signal(SIGKILL);
        QCOMPARE(program.waitForEnd().status, -2);
    }
    const qsizetype kept = place.keptAnswers().size();
    QVERIFY(kept >= 3);
    const Ended ended = runProgram(arguments, place.environment(server));
    QVERIFY2(ended.status == 0, ended.messages.constData());
    QVERIFY(ended.messages.contains(QByteArray::number(kept) + " from answers already paid for"));
    // No question has two answers.
    const QStringList all = place.keptAnswers();
    QCOMPARE(all.size(), 10);
    for (const QString &answer : all)
        QVERIFY(answer.endsWith(" 0"_L1));
    QCOMPARE(parseServiceResult(ended.output)->moments.size(), 10);
}

void RunFlowTest::webhooksAreSignedAndInOrder()
{
    const FlowPlace place(4);
    const LoopbackServer server(goodServer());
    // The second delivery fails once.
    const LoopbackServer receiver(
        [](int number, const ReceivedRequest &) { return jsonReply(number == 1 ? 500 : 200, "{}"); });
    const QString url = receiver.url(u"/hook"_s).toString();
    const Ended ended = runProgram({u"run"_s, payloadWith(place, {url, {}})},
                                   place.environment(server) + QStringList{u"WEBHOOK_SECRET=s3cret"_s,
                                                                           u"DERIVE_PROGRESS_WEBHOOK=true"_s,
                                                                           u"WEBHOOK_RETRY_BASE_DELAY_SECONDS=0.05"_s});
    QVERIFY2(ended.status == 0, ended.messages.constData());
    QList<ReceivedRequest> received = receiver.requests();
    QCOMPARE(received.size(), 1 + 4 + 1 + 1);
    QCOMPARE(received.at(1).body, received.at(2).body);
    received.removeAt(1);
    for (const ReceivedRequest &webhook : std::as_const(received)) {
        QCOMPARE(webhook.header("X-Webhook-Signature"), webhookSignature(Secret(u"s3cret"_s), webhook.body));
        QCOMPARE(webhook.header("Content-Type"), QByteArray("application/json"));
    }
    for (int i = 0; i < 5; ++i)
        QCOMPARE(received.at(i).path, QByteArray("/hook/progress"));
    QVERIFY(received.at(0).body.contains("chunks_scheduled"));
    QVERIFY(received.at(1).body.contains("chunk_completed"));
    QCOMPARE(received.constLast().path, QByteArray("/hook"));
    const auto completion = parseServiceResult(received.constLast().body);
    QVERIFY(completion);
    QCOMPARE(*completion, *parseServiceResult(ended.output));
}

void RunFlowTest::aDeadReceiverIsGivenUp()
{
    const FlowPlace place(3);
    const LoopbackServer server(goodServer());
    QString url;
    {
        const LoopbackServer gone(goodServer());
        url = gone.url(u"/hook"_s).toString();
    }
    const Ended ended = runProgram({u"run"_s, payloadWith(place, {url, {}})},
                                   place.environment(server) + QStringList{u"WEBHOOK_RETRY_ATTEMPTS=2"_s,
                                                                           u"WEBHOOK_RETRY_BASE_DELAY_SECONDS=0"_s});
    QVERIFY2(ended.status == 0, ended.messages.constData());
    QVERIFY(parseServiceResult(ended.output));
    QVERIFY(ended.messages.contains("A webhook could not be delivered"));
}

void RunFlowTest::aKilledProgramsWebhookGoesOutLater()
{
    const FlowPlace place(1);
    const LoopbackServer server(goodServer());
    const LoopbackServer receiver([](int number, const ReceivedRequest &) {
        return number == 0 ? Reply{.course = Reply::Course::NeverAnswer} : jsonReply(200, "{}");
    });
    const QStringList environment =
        place.environment(server) + QStringList{u"REQUEST_TIMEOUT_SECONDS=2"_s, u"WEBHOOK_RETRY_ATTEMPTS=3"_s};
    {
        FlowProgram program({u"run"_s, payloadWith(place, {receiver.url(u"/hook"_s).toString(), {}})}, environment);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.requestCount(), 1, 20'000);
        program.signal(SIGKILL);
        QCOMPARE(program.waitForEnd().status, -2);
    }
    // Any later start delivers it.
    const Ended next = runProgram({u"run"_s, u"--engine"_s, u"offline"_s, place.payload()}, environment);
    QCOMPARE(next.status, 0);
    QCOMPARE(receiver.requestCount(), 2);
    QCOMPARE(receiver.requests().at(1).body, receiver.requests().at(0).body);
    QVERIFY(receiver.requests().at(1).body.contains("\"completed\""));
}

void RunFlowTest::offlineRunsTellWebhooksToo()
{
    const FlowPlace place(3);
    const LoopbackServer receiver(QList<Reply>{jsonReply(200, "{}")});
    const QString url = receiver.url(u"/hook"_s).toString();
    const Ended ended = runProgram({u"run"_s, u"--engine"_s, u"offline"_s, payloadWith(place, {url, url})},
                                   {u"VIRAL_MOMENTS_LIBRARY="_s + place.library()});
    QCOMPARE(ended.status, 0);
    QCOMPARE(receiver.requestCount(), 1 + 3 + 1);
    QVERIFY(receiver.requests().constLast().body.contains("\"completed\""));
}

void RunFlowTest::theKeyIsNowhere()
{
    const FlowPlace place(3);
    // A key that looks like nothing, and a service that repeats it wherever it can.
    const QByteArray key = "plainwordsforakey";
    const LoopbackServer server([&](int number, const ReceivedRequest &request) {
        if (number == 2)
            return jsonReply(401, OpenAi::error("Incorrect API key provided: " + key));
        Reply reply = goodReply(request);
        reply.body.replace("Because.", "The key is " + key);
        return reply;
    });
    const LoopbackServer receiver(QList<Reply>{jsonReply(200, "{}")});
    const QString url = receiver.url(u"/hook"_s).toString();
    const Ended ended = runProgram(
        {u"run"_s, payloadWith(place, {url, url}, QString::fromLatin1(key)), u"--set"_s, u"max_concurrency=1"_s},
        place.environment(server));
    QCOMPARE(ended.status, 1);
    // The payload's key is stronger than the environment's.
    QCOMPARE(server.requests().constFirst().header("Authorization"), "Bearer " + key);
    QVERIFY(!ended.output.contains(key));
    QVERIFY(!ended.messages.contains(key));
    QVERIFY(!place.libraryHolds(key));
    QVERIFY(receiver.requestCount() >= 4);
    for (const ReceivedRequest &webhook : receiver.requests())
        QVERIFY(!webhook.body.contains(key));
}

void RunFlowTest::estimateSendsNothing()
{
    const FlowPlace place(5);
    const LoopbackServer server(goodServer());
    const QStringList environment = place.environment(server) + QStringList{u"OPENAI_MODEL=gpt-5-mini"_s};
    const Ended table = runProgram({u"estimate"_s, place.payload()}, environment);
    QCOMPARE(table.status, 0);
    QVERIFY(table.output.startsWith("5 chunks"));
    QVERIFY(table.output.contains("* gpt-5-mini"));
    QVERIFY(table.output.contains("gpt-4o-mini"));
    const Ended json = runProgram({u"estimate"_s, u"--json"_s, place.payload()}, environment);
    QCOMPARE(json.status, 0);
    const auto document = JsonDocument::parse(json.output);
    QVERIFY(document);
    QCOMPARE(document->root().member(u"chunks")->asInteger().value_or(0), 5);
    QVERIFY(document->root().member(u"models")->size() > 20);
    QCOMPARE(server.requestCount(), 0);
    QCOMPARE(runProgram({u"estimate"_s, place.file(u"missing"_s)}, environment).status, 2);
}

#include "tst_runflow.moc"
