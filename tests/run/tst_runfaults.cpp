// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a run makes of everything a service can do to a chunk, with the number of calls it should take.
class RunFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneChunk_data();
    void oneChunk();
    void aFailedChunkEndsTheJob();
    void requestsOnTheirWayAreTaken();
    void waitingChunksAreSpared();
    void aStoppingErrorEndsAllAtOnce_data();
    void aStoppingErrorEndsAllAtOnce();
    void whatFlowsIsTakenDespiteAStoppingError();
    void keepGoingPassesOver();
    void keepGoingWithoutAnyAnswerFails();
    void aRefusedChunkIsPassedOver();
    void aRefusedHalfIsToldOf();
    void aCutChunkIsAskedInHalves();
    void aCutChunkIsNotPaidTwice();
    void aHalfThatFailsLeavesTheOtherKept();
    void usageCountsEveryPaidAttempt();
    void aChargedFailureIsCounted();
    void failureNamesTheChunk();
};

VIRAL_TEST(RunFaultsTest)

namespace {

using Script = QList<HttpOutcome>;

HttpOutcome good()
{
    return answered(200, OpenAi::answer(oneMoment(0)));
}

/// The first answers by \a script, then good ones.
FakeTransport::Answer scripted(const Script &script)
{
    return [script](int number, const HttpRequest &request) {
        return number < script.size() ? script.at(number) : goodAnswer(request);
    };
}

HttpOutcome cut(const HttpRequest &request)
{
    return answered(200, OpenAi::truncated(oneMoment(askedFor(request.body).first).left(100)));
}

/// Chunks of a bench are twelve sentences long; a part is less.
bool asksForWholeChunk(const HttpRequest &request)
{
    const AskedFor asked = askedFor(request.body);
    return asked.last - asked.first == 11;
}

} // namespace

void RunFaultsTest::oneChunk_data()
{
    QTest::addColumn<QList<HttpOutcome>>("script");
    QTest::addColumn<int>("calls");
    QTest::addColumn<bool>("succeeds");
    const auto row = [](const char *name, const Script &script, int calls, bool succeeds) {
        QTest::newRow(name) << script << calls << succeeds;
    };
    const HttpOutcome broken = answered(200, OpenAi::answer("{\"moments\": [{\"startSen"));
    const HttpOutcome tooMany = answered(429, OpenAi::error("Slow", "requests", "rate_limit_exceeded"));

    row("good", {good()}, 1, true);
    row("429 once", {tooMany}, 2, true);
    row("429 with Retry-After", {answered(429, {}, {{"Retry-After", "3"}})}, 2, true);
    row("429 with a Retry-After of an hour", {answered(429, {}, {{"Retry-After", "3600"}})}, 1, false);
    row("429 for ever", Script(9, tooMany), 5, false);
    row("billing", {answered(429, OpenAi::error("No money", "insufficient_quota"))}, 1, false);
    row("401", {answered(401, OpenAi::error("Bad key"))}, 1, false);
    row("403", {answered(403, OpenAi::error("Country"))}, 1, false);
    row("404 model", {answered(404, OpenAi::error("The model does not exist", "x", "model_not_found"))}, 1, false);
    row("404 endpoint, chat works", {answered(404, "Not found"), answered(200, OpenAi::chatAnswer(oneMoment(0)))}, 2,
        true);
    row("404 both endpoints", Script(9, answered(404, "Not found")), 2, false);
    row("408", {answered(408)}, 2, true);
    row("409", {answered(409)}, 2, true);
    row("413 once", {answered(413)}, 3, true);
    row("500 once", {answered(500)}, 2, true);
    row("500 for ever", Script(9, answered(500)), 3, false);
    row("502 with a page", {answered(502, "<html>Bad gateway</html>")}, 2, true);
    row("503", {answered(503, OpenAi::error("Busy", "service_unavailable_error", "server_is_overloaded"))}, 2, true);
    row("529", {answered(529)}, 2, true);
    row("refused connection for ever", Script(9, faulted(HttpFault::Unreachable)), 3, false);
    row("dropped before the answer", {faulted(HttpFault::ConnectionLost)}, 2, true);
    row("stale line", {faulted(HttpFault::ConnectionLost, true)}, 2, true);
    row("dropped within the answer", {faulted(HttpFault::AnswerCut)}, 2, true);
    row("never answers", Script(9, faulted(HttpFault::NoAnswer)), 3, false);
    row("falls silent once", {faulted(HttpFault::Silence)}, 2, true);
    row("drips past the deadline", {faulted(HttpFault::TotalTimeout)}, 1, false);
    row("endless body", {faulted(HttpFault::TooLarge)}, 1, false);
    row("TLS", {faulted(HttpFault::Tls)}, 1, false);
    row("redirected", {faulted(HttpFault::Redirected)}, 1, false);
    row("broken UTF-8", {answered(200, OpenAi::answer(oneMoment(0)).replace("A title", "A \xff title"))}, 1, true);
    row("code fence", {answered(200, OpenAi::answer("```json\n" + oneMoment(0) + "\n```"))}, 1, true);
    row("truncated JSON once", {broken}, 2, true);
    row("truncated JSON twice", {broken, broken}, 2, false);
    row("cut once, then with room", {answered(200, OpenAi::truncated("{\"moments\": ["))}, 2, true);
    row("refusal", {answered(200, OpenAi::response(OpenAi::refusal("I would rather not")))}, 1, false);
    row("content filter", {answered(200, OpenAi::truncated("{", "content_filter"))}, 1, false);
    row("refused prompt", {answered(400, OpenAi::error("No", "invalid_request_error", "invalid_prompt"))}, 1, false);
    row("empty output", {answered(200, OpenAi::answer(""))}, 2, true);
    row("not of this world", Script(9, answered(200, "<html>hello</html>")), 3, false);
    row("failed inside 200",
        {answered(200, OpenAi::response("", "failed", "null", R"({"code":"server_error","message":"Oops"})"))}, 2,
        true);
    row("refused parameter",
        {answered(400, OpenAi::error("Unsupported parameter: 'stream'", "invalid_request_error",
                                     "unsupported_parameter", "stream"))},
        2, true);
    row("too long once", {answered(400, OpenAi::error("Too long", "x", "context_length_exceeded"))}, 3, true);
    row("too long for ever", Script(99, answered(400, OpenAi::error("Too long", "x", "context_length_exceeded"))), 5,
        false);
    row("outside the chunk", {answered(200, OpenAi::answer(oneMoment(500)))}, 1, true);
    row("chat without usage",
        {answered(404, "Not found"),
         answered(200, R"({"choices":[{"message":{"content":"{\"moments\":[]}"},"finish_reason":"stop"}]})")},
        2, true);
    row("stream with unknown events",
        {answered(200, ": ping\n\nevent: keepalive\ndata: {}\n\nevent: new.thing\ndata: {\"type\":\"new.thing\"}\n\n" +
                           OpenAi::stream(oneMoment(0)))},
        1, true);
    row("stream that ends early once", {answered(200, OpenAi::stream(oneMoment(0)).left(600))}, 2, true);
}

void RunFaultsTest::oneChunk()
{
    QFETCH(const QList<HttpOutcome>, script);
    QFETCH(const int, calls);
    QFETCH(const bool, succeeds);
    RunBench bench;
    bench.answerWith(scripted(script));
    const RunOutcome outcome = bench.complete(RunBench::setup(1));
    QVERIFY2(outcome.has_value() == succeeds, outcome ? "" : qPrintable(outcome.error().error.text()));
    QCOMPARE(bench.transport.requestCount(), calls);
    QCOMPARE(bench.transport.inFlight(), 0);
    if (!succeeds) {
        QCOMPARE(outcome.error().payload.failedChunk, std::optional(0));
        QVERIFY(!outcome.error().payload.error.isEmpty());
    }
}

void RunFaultsTest::aFailedChunkEndsTheJob()
{
    RunBench bench;
    const auto failing = [](const HttpRequest &request) { return askedFor(request.body).first == 24; };
    bench.answerWith(
        [&](int, const HttpRequest &request) { return failing(request) ? answered(400) : goodAnswer(request); });
    const RunOutcome outcome = bench.complete(RunBench::setup(6, 1));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().payload.failedChunk, std::optional(2));
    QCOMPARE(bench.transport.requestCount(), 3);

    // The next run asks only for what is missing.
    bench.answerWith([](int, const HttpRequest &request) { return goodAnswer(request); });
    QVERIFY(bench.complete(RunBench::setup(6, 1)));
    QCOMPARE(bench.transport.requestCount(), 3 + 4);
    QCOMPARE(bench.answered, 6);
}

void RunFaultsTest::requestsOnTheirWayAreTaken()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    AnalysisRun run(bench.services(), RunBench::setup(5, 3));
    QList<ProgressKind> events;
    connect(&run, &AnalysisRun::progress, this, [&](const ProgressEvent &event) { events.append(event.kind); });
    run.start();
    bench.scheduler.advance(0ms);
    bench.transport.call(1)->end(answered(400));
    QVERIFY(!run.isFinished());
    bench.transport.call(0)->end(goodAnswer(bench.transport.requests().at(0)));
    QVERIFY(!run.isFinished());
    bench.transport.call(2)->end(goodAnswer(bench.transport.requests().at(2)));
    QVERIFY(run.isFinished());
    QCOMPARE(bench.transport.requestCount(), 3);
    QCOMPARE(bench.answers.kept.size(), 2);
    using enum ProgressKind;
    QCOMPARE(events, (QList<ProgressKind>{ChunksScheduled, ChunkFailed, ChunkCompleted, ChunkCompleted}));
    QCOMPARE(run.record().state, RunState::Failed);
    QCOMPARE(run.record().finishedChunks, 2);
}

void RunFaultsTest::waitingChunksAreSpared()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    AnalysisRun run(bench.services(), RunBench::setup(2, 2));
    run.start();
    bench.scheduler.advance(0ms);
    bench.transport.call(0)->end(answered(429, {}, {{"Retry-After", "60"}}));
    QVERIFY(!run.isFinished());
    // Nobody waits a minute for a chunk of a job that has failed.
    bench.transport.call(1)->end(answered(400));
    QVERIFY(run.isFinished());
    QCOMPARE(bench.transport.requestCount(), 2);
}

void RunFaultsTest::aStoppingErrorEndsAllAtOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("key") << 401 << OpenAi::error("Bad key");
    QTest::newRow("billing") << 429 << OpenAi::error("No money", "insufficient_quota");
    QTest::newRow("credit") << 402 << OpenAi::error("No credit");
    QTest::newRow("permission") << 403 << OpenAi::error("Not here");
    QTest::newRow("model") << 404 << OpenAi::error("The model does not exist", "x", "model_not_found");
}

void RunFaultsTest::aStoppingErrorEndsAllAtOnce()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    RunSetup setup = RunBench::setup(8, 4);
    // It ends all also where other failures would be passed over.
    setup.keepGoing = true;
    AnalysisRun run(bench.services(), setup);
    run.start();
    bench.scheduler.advance(0ms);
    bench.transport.call(2)->end(answered(status, body));
    QVERIFY(run.isFinished());
    QCOMPARE(bench.transport.requestCount(), 4);
    QCOMPARE(bench.transport.inFlight(), 0);
    QCOMPARE(run.record().state, RunState::Failed);
}

void RunFaultsTest::whatFlowsIsTakenDespiteAStoppingError()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    AnalysisRun run(bench.services(), RunBench::setup(8, 3));
    run.start();
    bench.scheduler.advance(0ms);
    const HttpOutcome answer = goodAnswer(bench.transport.requests().at(0));
    bench.transport.call(0)->deliver(answer->body.left(10));
    bench.transport.call(1)->end(answered(429, OpenAi::error("No money", "insufficient_quota")));
    QVERIFY(!run.isFinished());
    QCOMPARE(bench.transport.inFlight(), 1);
    bench.transport.call(0)->end(answer);
    QVERIFY(run.isFinished());
    QCOMPARE(bench.answers.kept.size(), 1);
}

void RunFaultsTest::keepGoingPassesOver()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &request) {
        return askedFor(request.body).first == 12 ? answered(400) : goodAnswer(request);
    });
    RunSetup setup = RunBench::setup(4);
    setup.keepGoing = true;
    const RunOutcome outcome = bench.complete(setup);
    QVERIFY(outcome);
    QCOMPARE(outcome->result.successfulChunks, 3);
    QCOMPARE(outcome->result.failedChunks, 1);
    QCOMPARE(outcome->result.moments.size(), 3);
    QVERIFY(outcome->funnel.notes.join(u' ').contains(u"Chunk 1"_s));
}

void RunFaultsTest::keepGoingWithoutAnyAnswerFails()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &) { return answered(400); });
    RunSetup setup = RunBench::setup(3, 1);
    setup.keepGoing = true;
    const RunOutcome outcome = bench.complete(setup);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().payload.failedChunk, std::optional(0));
    QCOMPARE(bench.transport.requestCount(), 3);
}

void RunFaultsTest::aRefusedChunkIsPassedOver()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &request) {
        return askedFor(request.body).first == 12
                   ? answered(200, OpenAi::response(OpenAi::refusal("I would rather not")))
                   : goodAnswer(request);
    });
    const RunOutcome outcome = bench.complete(RunBench::setup(3));
    QVERIFY(outcome);
    QCOMPARE(outcome->result.successfulChunks, 2);
    QCOMPARE(outcome->result.failedChunks, 1);
    QVERIFY(outcome->funnel.notes.join(u' ').contains(u"I would rather not"_s));
    // It was paid for, and is not asked again.
    QCOMPARE(tokenCount(outcome->result.usage->totals, u"output_tokens"), 3 * 90);
    const RunOutcome again = bench.complete(RunBench::setup(3));
    QCOMPARE(bench.transport.requestCount(), 3);
    QVERIFY(again);
    QCOMPARE(again->result, outcome->result);
}

void RunFaultsTest::aRefusedHalfIsToldOf()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &request) {
        if (asksForWholeChunk(request))
            return cut(request);
        return askedFor(request.body).first == 0 ? goodAnswer(request)
                                                 : answered(200, OpenAi::response(OpenAi::refusal("Not this")));
    });
    const RunOutcome outcome = bench.complete(RunBench::setup(1));
    QVERIFY(outcome);
    QCOMPARE(outcome->result.successfulChunks, 1);
    QVERIFY(outcome->funnel.notes.join(u' ').contains(u"Not this"_s));
}

void RunFaultsTest::aCutChunkIsAskedInHalves()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &request) {
        return asksForWholeChunk(request) ? cut(request) : goodAnswer(request);
    });
    const RunOutcome outcome = bench.complete(RunBench::setup(1));
    QVERIFY(outcome);
    // Once, once with more room, then the halves.
    QCOMPARE(bench.transport.requestCount(), 4);
    QCOMPARE(outcome->result.totalChunks, 1);
    QCOMPARE(outcome->result.successfulChunks, 1);
    QCOMPARE(outcome->funnel.entries.size(), 2);
    QCOMPARE(outcome->funnel.entries.at(1).candidate.position, 1);
    const AskedFor first = askedFor(bench.transport.requests().at(2).body);
    const AskedFor second = askedFor(bench.transport.requests().at(3).body);
    QCOMPARE(first.first, 0);
    QCOMPARE(second.last, 11);
    // Nothing falls between them.
    QVERIFY(second.first <= first.last + 1);
    QVERIFY(first.last < 11 && second.first > 0);
    QCOMPARE(tokenCount(outcome->result.usage->totals, u"output_tokens"), 4 * 90);
    QCOMPARE(outcome->result.usage->byChunk.size(), 1);
}

void RunFaultsTest::aCutChunkIsNotPaidTwice()
{
    // Ended after any number of calls, the next run goes on from there and never repeats a question.
    for (int calls = 1; calls <= 4; ++calls) {
        RunBench bench;
        bench.answerWith([](int, const HttpRequest &request) {
            return asksForWholeChunk(request) ? cut(request) : goodAnswer(request);
        });
        {
            AnalysisRun run(bench.services(), RunBench::setup(1));
            run.start();
            while (bench.answered < calls && bench.scheduler.untilNext())
                bench.scheduler.advance(*bench.scheduler.untilNext());
            run.cancel();
        }
        QCOMPARE(bench.answers.kept.size(), calls);
        const RunOutcome outcome = bench.complete(RunBench::setup(1));
        QVERIFY(outcome);
        // After the first cut answer the chunk is known to be too large: the second try is spared.
        QCOMPARE(bench.answered, calls == 1 ? 3 : 4);
        QCOMPARE(tokenCount(outcome->result.usage->totals, u"output_tokens"), bench.answered * 90);
    }
}

void RunFaultsTest::aHalfThatFailsLeavesTheOtherKept()
{
    RunBench bench;
    bool isDown = true;
    bench.answerWith([&](int, const HttpRequest &request) {
        if (asksForWholeChunk(request))
            return cut(request);
        return isDown && askedFor(request.body).first > 0 ? answered(400) : goodAnswer(request);
    });
    const RunOutcome outcome = bench.complete(RunBench::setup(1));
    QVERIFY(!outcome);
    QCOMPARE(bench.answered, 3);
    isDown = false;
    QVERIFY(bench.complete(RunBench::setup(1)));
    QCOMPARE(bench.answered, 4);
}

void RunFaultsTest::usageCountsEveryPaidAttempt()
{
    RunBench bench;
    bench.answerWith(scripted({answered(200, OpenAi::answer("no JSON at all"))}));
    const RunOutcome outcome = bench.complete(RunBench::setup(1));
    QVERIFY(outcome);
    QCOMPARE(bench.answers.kept.size(), 2);
    QCOMPARE(tokenCount(outcome->result.usage->totals, u"input_tokens"), 2 * 1200);
    QCOMPARE(tokenCount(outcome->result.usage->totals, u"input_cached_tokens"), 2 * 1024);
    QVERIFY(outcome->result.usage->byChunk.constFirst().responseTime);
    // Also when it comes from the library.
    QCOMPARE(bench.complete(RunBench::setup(1))->result, outcome->result);
    QCOMPARE(bench.transport.requestCount(), 2);
}

void RunFaultsTest::aChargedFailureIsCounted()
{
    RunBench bench;
    bench.answerWith(scripted(
        {answered(200, OpenAi::response("", "failed", "null", R"({"code":"server_error","message":"Oops"})"))}));
    const RunOutcome outcome = bench.complete(RunBench::setup(1));
    QVERIFY(outcome);
    QCOMPARE(tokenCount(outcome->result.usage->totals, u"output_tokens"), 2 * 90);
    QCOMPARE(bench.answers.kept.size(), 2);
}

void RunFaultsTest::failureNamesTheChunk()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &request) {
        return askedFor(request.body).first == 36 ? answered(400, OpenAi::error("Something is odd"))
                                                  : goodAnswer(request);
    });
    const RunOutcome outcome = bench.complete(RunBench::setup(7, 1));
    QVERIFY(!outcome);
    const FailurePayload expected{.jobId = u"job"_s,
                                  .error = u"OpenAI responses call failed: Something is odd"_s,
                                  .failedChunk = 3,
                                  .totalChunks = 7};
    QCOMPARE(outcome.error().payload, expected);
}

#include "tst_runfaults.moc"
