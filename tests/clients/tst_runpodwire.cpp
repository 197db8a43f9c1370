// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodfailure.h"
#include "core/clients/runpodhealth.h"
#include "core/clients/runpodwire.h"
#include "core/contract/eventscodec.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/support/faketransport.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RunPodWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestStandsUnderInput();
    void keyOnlyByName();
    void policyLimits_data();
    void policyLimits();
    void ids_data();
    void ids();
    void states_data();
    void states();
    void readsEveryField();
    void refusesWhatIsNoJob_data();
    void refusesWhatIsNoJob();
    void resultInEveryShape_data();
    void resultInEveryShape();
    void endingsThatAreNoResult_data();
    void endingsThatAreNoResult();
    void progressOfTheWorker();
    void healthReadings_data();
    void healthReadings();
    void failures_data();
    void failures();
    void errorTexts_data();
    void errorTexts();
};

namespace {

const QUrl url(u"https://api.runpod.ai/v2/abc/run"_s);

Request sampleRequest()
{
    Request request{.jobId = u"job-1"_s, .openAiApiKey = Secret(u"sk-secretsecretsecretsecret"_s)};
    request.transcript = evenTranscript(20);
    return request;
}

ServiceResult sampleResult()
{
    ServiceResult result{.jobId = u"job-1"_s, .totalChunks = 1, .successfulChunks = 1};
    result.moments.append(validMoment(u"One"_s, 0, 50'000));
    return result;
}

QByteArray resultBytes()
{
    return writeServiceResult(sampleResult(), JsonWriter::Layout::Compact);
}

QByteArray envelope(const QByteArray &status, const QByteArray &rest = {})
{
    return R"({"id":"r-1","status":")" + status + '"' + (rest.isEmpty() ? rest : ',' + rest) + '}';
}

QByteArray quoted(const QByteArray &text)
{
    return JsonWriter().value(QString::fromUtf8(text)).take();
}

} // namespace

void RunPodWireTest::requestStandsUnderInput()
{
    const QByteArray body =
        writeRunPodRequest(sampleRequest(), {.executionTimeout = 600s, .timeToLive = 3600s}, KeyInPayload::LeaveOut);
    const auto document = JsonDocument::parse(body);
    QVERIFY(document);
    Problems problems;
    QCOMPARE(readRequest(document->root(), problems).transcript, sampleRequest().transcript);
    const auto policy = document->root().member(u"policy");
    QVERIFY(policy);
    QCOMPARE(policy->member(u"executionTimeout")->asInteger(), 600'000);
    QCOMPARE(policy->member(u"ttl")->asInteger(), 3'600'000);
    const auto bare = JsonDocument::parse(writeRunPodRequest(sampleRequest(), {}));
    QVERIFY(!bare->root().member(u"policy"));
}

void RunPodWireTest::keyOnlyByName()
{
    QVERIFY(!writeRunPodRequest(sampleRequest(), {}).contains("sk-secret"));
    QVERIFY(writeRunPodRequest(sampleRequest(), {}, KeyInPayload::Include).contains("sk-secret"));
}

void RunPodWireTest::policyLimits_data()
{
    QTest::addColumn<qint64>("execution");
    QTest::addColumn<qint64>("live");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("shortest") << qint64{5'000} << qint64{10'000} << true;
    QTest::newRow("run too short") << qint64{4'999} << qint64{10'000} << false;
    QTest::newRow("life too short") << qint64{5'000} << qint64{9'999} << false;
    QTest::newRow("seven days") << qint64{604'800'000} << qint64{604'800'000} << true;
    QTest::newRow("run too long") << qint64{604'800'001} << qint64{604'800'000} << false;
    QTest::newRow("negative") << qint64{-1} << qint64{10'000} << false;
}

void RunPodWireTest::policyLimits()
{
    QFETCH(qint64, execution);
    QFETCH(qint64, live);
    QTEST(
        checkRunPodPolicy({.executionTimeout = Milliseconds{execution}, .timeToLive = Milliseconds{live}}).has_value(),
        "isFine");
}

void RunPodWireTest::ids_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isId");
    QTest::newRow("job") << u"61ad7b76-1b2c_X-u1"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("path") << u"../cancel"_s << false;
    QTest::newRow("query") << u"a?b"_s << false;
    QTest::newRow("address") << u"https://api.runpod.ai/v2/abc"_s << false;
    QTest::newRow("other letters") << u"jöb"_s << false;
    QTest::newRow("too long") << QString(201, u'a') << false;
}

void RunPodWireTest::ids()
{
    QFETCH(QString, text);
    QTEST(isRunPodId(text), "isId");
}

void RunPodWireTest::states_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("isOver");
    for (const char *word : {"IN_QUEUE", "IN_PROGRESS", "RUNNING", "SOMETHING_NEW"})
        QTest::newRow(word) << QByteArray(word) << false;
    for (const char *word : {"COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT"})
        QTest::newRow(word) << QByteArray(word) << true;
}

void RunPodWireTest::states()
{
    QFETCH(QByteArray, word);
    const auto job = readRunPodJob(envelope(word));
    QVERIFY(job);
    QCOMPARE(job->word, QString::fromUtf8(word));
    QTEST(isTerminal(job->state), "isOver");
}

void RunPodWireTest::readsEveryField()
{
    const auto job = readRunPodJob(envelope("FAILED", R"("delayTime":1500,"executionTime":42.7,"workerId":"w9",
        "retries":1,"error":"{\"error_type\":\"<class 'ValueError'>\",\"error_message\":\"no transcript\"}",
        "input":{"openai_api_key":"sk-secretsecretsecretsecret"},"output":{"a":1})"));
    QVERIFY(job);
    QCOMPARE(job->id, u"r-1"_s);
    QCOMPARE(job->delayTime, Milliseconds{1500});
    QCOMPARE(job->executionTime, Milliseconds{42});
    QCOMPARE(job->workerId, u"w9"_s);
    QCOMPARE(job->retries, 1);
    QCOMPARE(job->error, u"<class 'ValueError'>: no transcript"_s);
    QCOMPARE(job->output, QByteArray(R"({"a":1})"));
    QVERIFY(!job->answer.contains("sk-secret"));
    QVERIFY(job->answer.contains("\"output\":{\"a\":1}"));
}

void RunPodWireTest::refusesWhatIsNoJob_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("page") << QByteArray("<html><body>502</body></html>");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no status") << QByteArray(R"({"id":"a"})");
    QTest::newRow("status is no text") << QByteArray(R"({"id":"a","status":7})");
}

void RunPodWireTest::refusesWhatIsNoJob()
{
    QFETCH(QByteArray, body);
    QVERIFY(!readRunPodJob(body));
}

void RunPodWireTest::resultInEveryShape_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("bare") << resultBytes();
    QTest::newRow("completion payload") << writeCompletionPayload(sampleResult());
    QTest::newRow("text") << quoted(resultBytes());
    QTest::newRow("completion as text") << quoted(writeCompletionPayload(sampleResult()));
}

void RunPodWireTest::resultInEveryShape()
{
    QFETCH(QByteArray, output);
    const auto job = readRunPodJob(envelope("COMPLETED", "\"output\":" + output));
    QVERIFY(job);
    const auto result = readRunPodResult(*job);
    QVERIFY2(result, result ? "" : qPrintable(result.error().text()));
    QCOMPARE(result->jobId, u"job-1"_s);
    QCOMPARE(result->moments, sampleResult().moments);
}

void RunPodWireTest::endingsThatAreNoResult_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    const QString missing = u"the result is missing"_s;
    QTest::newRow("no output") << envelope("COMPLETED") << missing;
    QTest::newRow("output null") << envelope("COMPLETED", R"("output":null)") << missing;
    QTest::newRow("output empty") << envelope("COMPLETED", R"("output":{})") << missing;
    QTest::newRow("failure payload")
        << envelope("COMPLETED",
                    "\"output\":" + writeFailurePayload(
                                        {.jobId = u"j"_s, .error = u"no quota"_s, .failedChunk = 6, .totalChunks = 22}))
        << u"no quota (chunk 7 of 22)"_s;
    QTest::newRow("error in output") << envelope("COMPLETED", R"("output":{"error":"bad handler"})")
                                     << u"bad handler"_s;
    QTest::newRow("text") << envelope("COMPLETED", R"("output":"hello")") << u"answered with text: hello"_s;
    QTest::newRow("something else") << envelope("COMPLETED", R"("output":{"images":[1]})") << u"another program"_s;
    QTest::newRow("moments broken") << envelope("COMPLETED", R"("output":{"moments":[{"title":7}]})")
                                    << u"cannot be read"_s;
    QTest::newRow("error beside COMPLETED") << envelope("COMPLETED", R"("error":{"x":1})") << u"failed"_s;
    QTest::newRow("failed silently") << envelope("FAILED") << u"does not say why"_s;
    QTest::newRow("failed") << envelope("FAILED", R"("error":"boom")") << u"boom"_s;
    QTest::newRow("gave up") << envelope("FAILED", R"("error":"job timed out after 1 retries","retries":1)")
                             << u"read its log"_s;
    QTest::newRow("cancelled") << envelope("CANCELLED") << u"was cancelled"_s;
    QTest::newRow("timed out") << envelope("TIMED_OUT") << u"--ttl"_s;
    QTest::newRow("key in the error") << envelope("FAILED", R"("error":"key sk-secretsecretsecretsecret is bad")")
                                      << u"key [key] is bad"_s;
}

void RunPodWireTest::endingsThatAreNoResult()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    const auto job = readRunPodJob(body);
    QVERIFY(job);
    const auto result = readRunPodResult(*job);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
    QVERIFY(result.error().message.contains("r-1"_L1));
}

void RunPodWireTest::progressOfTheWorker()
{
    const ProgressEvent scheduled{.kind = ProgressKind::ChunksScheduled, .jobId = u"j"_s, .totalChunks = 2};
    const ProgressEvent done{.kind = ProgressKind::ChunkCompleted, .jobId = u"j"_s, .chunkIndex = 0, .totalChunks = 2};
    const auto eventsOf = [](const QByteArray &output) {
        return readRunPodProgress(readRunPodJob(envelope("IN_PROGRESS", "\"output\":" + output))->output);
    };
    QCOMPARE(eventsOf(writeProgressEvent(done)), QList<ProgressEvent>{done});
    QCOMPARE(eventsOf('[' + writeProgressEvent(scheduled) + ",7," + writeProgressEvent(done) + ']'),
             (QList<ProgressEvent>{scheduled, done}));
    QVERIFY(eventsOf(R"("half way")").isEmpty());
    QVERIFY(readRunPodProgress(readRunPodJob(envelope("IN_PROGRESS"))->output).isEmpty());
}

void RunPodWireTest::healthReadings_data()
{
    QTest::addColumn<QByteArray>("workers");
    QTest::addColumn<QByteArray>("jobs");
    QTest::addColumn<QString>("says");
    QTest::newRow("crashing") << QByteArray(R"("unhealthy":2,"ready":1)") << QByteArray() << u"fall over"_s;
    QTest::newRow("cold") << QByteArray(R"("initializing":1)") << QByteArray() << u"being started"_s;
    QTest::newRow("no machine") << QByteArray(R"("throttled":3)") << QByteArray() << u"no free machine"_s;
    QTest::newRow("nobody") << QByteArray() << QByteArray() << u"no workers"_s;
    QTest::newRow("idle image") << QByteArray(R"("ready":2)") << QByteArray(R"("inQueue":4)") << u"take no job"_s;
    QTest::newRow("busy") << QByteArray(R"("running":1)") << QByteArray(R"("inProgress":1)") << u"busy"_s;
    QTest::newRow("nonsense numbers") << QByteArray(R"("ready":"many","running":-3)") << QByteArray()
                                      << u"no workers"_s;
}

void RunPodWireTest::healthReadings()
{
    QFETCH(QByteArray, workers);
    QFETCH(QByteArray, jobs);
    QFETCH(QString, says);
    const auto health = readRunPodHealth("{\"jobs\":{" + jobs + "},\"workers\":{" + workers + "}}");
    QVERIFY(health);
    QVERIFY2(runPodQueueAdvice(*health).contains(says), qPrintable(runPodQueueAdvice(*health)));
    QVERIFY(!readRunPodHealth("{}"));
}

void RunPodWireTest::failures_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const HttpOutcome &outcome, RunPodFault fault, const QString &says) {
        QTest::newRow(name) << outcome << static_cast<int>(fault) << says;
    };
    row("key", answered(401, R"({"error":"unauthorized"})"), RunPodFault::KeyRefused, u"RUNPOD_API_KEY"_s);
    row("forbidden", answered(403), RunPodFault::KeyRefused, u"RUNPOD_API_KEY"_s);
    row("nowhere", answered(404, "not found"), RunPodFault::NotFound, u"RUNPOD_ENDPOINT_ID"_s);
    row("too many", answered(429, {}, {{"Retry-After", "7"}}), RunPodFault::RateLimited, u"429"_s);
    row("edge", answered(502, "<html><head><title>502 Bad Gateway</title></head></html>"), RunPodFault::ServerFault,
        u"502 Bad Gateway"_s);
    row("edge gave up", answered(524, "<!DOCTYPE html><p>x"), RunPodFault::ServerFault, u"524"_s);
    row("bad request", answered(400, R"({"message":"json is invalid"})"), RunPodFault::Refused, u"json is invalid"_s);
    row("refused line", faulted(HttpFault::Unreachable), RunPodFault::NotSent, u"fault"_s);
    row("cut", faulted(HttpFault::AnswerCut), RunPodFault::LineFault, u"fault"_s);
    row("ours", faulted(HttpFault::Cancelled), RunPodFault::Cancelled, u"fault"_s);
    row("redirect", faulted(HttpFault::Redirected), RunPodFault::Refused, u"fault"_s);
}

void RunPodWireTest::failures()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(QString, says);
    const RunPodFailure failure = readRunPodFailure(outcome, url, {});
    QTEST(static_cast<int>(failure.fault), "fault");
    QVERIFY2(failure.error.text().contains(says), qPrintable(failure.error.text()));
    QCOMPARE(failure.wish.has_value(), failure.fault == RunPodFault::RateLimited);
}

void RunPodWireTest::errorTexts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("error") << QByteArray(R"({"error":"a"})") << u"a"_s;
    QTest::newRow("message") << QByteArray(R"({"error":null,"message":"b"})") << u"b"_s;
    QTest::newRow("detail") << QByteArray(R"({"detail":[{"msg":"c"}]})") << u"[{\"msg\":\"c\"}]"_s;
    QTest::newRow("nested") << QByteArray(R"({"error":{"message":"d"}})") << u"d"_s;
    QTest::newRow("raw") << QByteArray("plain\n words") << u"plain words"_s;
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("long") << QByteArray(100'000, 'x') << QString(300, u'x') + u'…';
    QTest::newRow("not UTF-8") << QByteArray("\xff") << u"\uFFFD"_s;
}

void RunPodWireTest::errorTexts()
{
    QFETCH(QByteArray, body);
    QTEST(runPodErrorText(body), "text");
}

VIRAL_TEST(RunPodWireTest)
#include "tst_runpodwire.moc"
