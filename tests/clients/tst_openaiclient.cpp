// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaiclient.h"
#include "core/net/retryingtransport.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/faketransport.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = OpenAiOutcome::Kind;

namespace {

/// One prompt against answers in their order; everything is fake and immediate.
struct Bench
{
    explicit Bench(QList<HttpOutcome> answers = {})
    {
        if (!answers.isEmpty())
            inner.answerWith(scheduler, 1ms, std::move(answers));
        settings.base = *parseBaseUrl(u"http://127.0.0.1:1/v1"_s);
        settings.model = u"gpt-6-luna"_s;
    }

    OpenAiCall *ask(const IsReadable &isReadable = {})
    {
        auto *call = new OpenAiCall({transport, scheduler, memory}, settings,
                                    {.rules = u"RULES"_s, .chunk = u"CHUNK"_s, .schema = "{}"}, isReadable, &owner);
        QObject::connect(call, &OpenAiCall::finished, call,
                         [this](const OpenAiOutcome &outcome) { outcomes.append(outcome); });
        return call;
    }

    /// Asks and lets all time pass.
    OpenAiOutcome outcome(const IsReadable &isReadable = {})
    {
        ask(isReadable);
        scheduler.runAll();
        return outcomes.value(0);
    }

    QByteArray body(int number) const { return inner.requests().at(number).body; }

    FakeScheduler scheduler;
    FakeTransport inner;
    RetryingTransport transport{inner, scheduler, {.judge = judgeReply, .chance = [] { return 0.5; }}};
    OpenAiMemory memory;
    OpenAiSettings settings;
    QObject owner;
    QList<OpenAiOutcome> outcomes;
};

QByteArray refusedParameter(const QByteArray &parameter)
{
    return OpenAi::error("Unsupported parameter: '" + parameter + "'", "invalid_request_error", "unsupported_parameter",
                         parameter);
}

} // namespace

class OpenAiClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answer();
    void streamedAnswer();
    void fallsBackToChatAndRemembers();
    void fallsBackOnlyInAutoMode();
    void bothInterfacesMissing();
    void refusedFieldIsLeftOutAndRemembered();
    void severalRefusedFields();
    void indispensableFieldEndsIt();
    void fieldRefusedTwiceEndsIt();
    void refusalSeenByManyAtOnceCostsOneRung();
    void unreadableIsAskedOnceMore();
    void unreadableTwice();
    void truncatedGetsALargerLimitOnce();
    void truncatedTwice();
    void truncatedAtTheModelsLimit();
    void emptyIsTreatedLikeTruncated();
    void cutSilently();
    void refusedAndFiltered();
    void failureIsPassedOn();
    void usageOfFailedAttemptsIsKept();
    void runawayStreamIsStopped();
    void endOfStreamIsExpected();
    void waitingIsTold();
    void cancelInFlight();
    void cancelInThePause();
    void ownerDestroyed();
    void callDeletesItself();
    void jsonIsRecognised_data();
    void jsonIsRecognised();
};

void OpenAiClientTest::answer()
{
    HttpResponse response{.status = 200, .body = OpenAi::answer(R"({"moments":[]})"), .elapsed = 321ms};
    Bench bench({response});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome, (OpenAiOutcome{.kind = Kind::Answered,
                                     .text = R"({"moments":[]})",
                                     .paid = {{.text = R"({"moments":[]})",
                                               .usage = OpenAi::usage,
                                               .model = u"gpt-4o-mini-2024-07-18"_s,
                                               .responseId = u"resp_1"_s,
                                               .endReason = u"completed"_s,
                                               .responseTime = 321ms}}}));
    QCOMPARE(bench.inner.requestCount(), 1);
    QCOMPARE(bench.inner.requests().constFirst().url.path(), u"/v1/responses"_s);
}

void OpenAiClientTest::streamedAnswer()
{
    Bench bench({answered(200, OpenAi::stream("{}"))});
    QCOMPARE(bench.outcome().text, QByteArray("{}"));
    QVERIFY(bench.body(0).contains("\"stream\":true"));
}

void OpenAiClientTest::fallsBackToChatAndRemembers()
{
    for (const HttpOutcome &missing : {answered(404, "not found"), answered(405), answered(501),
                                       answered(400, OpenAi::error("Unknown endpoint /v1/responses"))}) {
        Bench bench({missing, answered(200, OpenAi::chatAnswer("{}"))});
        QCOMPARE(bench.outcome().kind, Kind::Answered);
        QCOMPARE(bench.inner.requestCount(), 2);
        QCOMPARE(bench.inner.requests().at(1).url.path(), u"/v1/chat/completions"_s);
        bench.outcome();
        QCOMPARE(bench.inner.requestCount(), 3);
        QCOMPARE(bench.inner.requests().at(2).url.path(), u"/v1/chat/completions"_s);
    }
}

void OpenAiClientTest::fallsBackOnlyInAutoMode()
{
    Bench bench({answered(404)});
    bench.settings.mode = ApiMode::Responses;
    QCOMPARE(bench.outcome().failure.fault, OpenAiFault::EndpointMissing);
    QCOMPARE(bench.inner.requestCount(), 1);
}

void OpenAiClientTest::bothInterfacesMissing()
{
    Bench bench({answered(404)});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.failure.fault, OpenAiFault::EndpointMissing);
    QCOMPARE(bench.inner.requestCount(), 2);
    QVERIFY(!bench.memory.prefersChat(bench.settings.base));
    QVERIFY(outcome.paid.isEmpty());
}

void OpenAiClientTest::refusedFieldIsLeftOutAndRemembered()
{
    Bench bench({answered(400, refusedParameter("stream")), answered(200, OpenAi::answer("{}"))});
    QCOMPARE(bench.outcome().kind, Kind::Answered);
    QCOMPARE(bench.inner.requestCount(), 2);
    QVERIFY(!bench.body(1).contains("\"stream\""));
    bench.outcome();
    QCOMPARE(bench.inner.requestCount(), 3);
    QVERIFY(!bench.body(2).contains("\"stream\""));
}

void OpenAiClientTest::severalRefusedFields()
{
    Bench bench({answered(400, refusedParameter("stream")), answered(400, refusedParameter("max_output_tokens")),
                 answered(400, refusedParameter("text.format")), answered(200, OpenAi::answer("{}"))});
    QCOMPARE(bench.outcome().kind, Kind::Answered);
    QCOMPARE(bench.inner.requestCount(), 4);
    QVERIFY(bench.body(3).contains("json_object"));
    QVERIFY(!bench.body(3).contains("max_output_tokens"));
}

void OpenAiClientTest::indispensableFieldEndsIt()
{
    Bench bench({answered(400, refusedParameter("model"))});
    QCOMPARE(bench.outcome().failure.fault, OpenAiFault::ParameterRefused);
    QCOMPARE(bench.inner.requestCount(), 1);
}

void OpenAiClientTest::fieldRefusedTwiceEndsIt()
{
    Bench bench({answered(400, refusedParameter("stream"))});
    QCOMPARE(bench.outcome().failure.parameter, u"stream"_s);
    QCOMPARE(bench.inner.requestCount(), 2);
}

void OpenAiClientTest::refusalSeenByManyAtOnceCostsOneRung()
{
    Bench bench;
    bench.inner.answerWith(bench.scheduler, 1ms, [](int, const HttpRequest &request) {
        return request.body.contains("json_schema") ? answered(400, refusedParameter("text.format"))
                                                    : answered(200, OpenAi::answer("{}"));
    });
    for (int i = 0; i < 8; ++i)
        bench.ask();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(bench.outcomes.size(), 8);
    QCOMPARE(bench.inner.requestCount(), 16);
    for (int i = 8; i < 16; ++i)
        QVERIFY(bench.body(i).contains("json_object"));
}

void OpenAiClientTest::unreadableIsAskedOnceMore()
{
    Bench bench({answered(200, OpenAi::answer("Sorry, here you go")), answered(200, OpenAi::answer("{}"))});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.kind, Kind::Answered);
    QCOMPARE(outcome.paid.size(), 2);
    QCOMPARE(outcome.paid.constFirst().text, QByteArray("Sorry, here you go"));
    QCOMPARE(bench.body(0), bench.body(1));
}

void OpenAiClientTest::unreadableTwice()
{
    Bench bench({answered(200, OpenAi::answer("{\"moments\":["))});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.kind, Kind::Unreadable);
    QCOMPARE(outcome.text, QByteArray("{\"moments\":["));
    QCOMPARE(outcome.paid.size(), 2);
    QCOMPARE(bench.inner.requestCount(), 2);
}

void OpenAiClientTest::truncatedGetsALargerLimitOnce()
{
    Bench bench({answered(200, OpenAi::truncated("{")), answered(200, OpenAi::answer("{}"))});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.kind, Kind::Answered);
    QCOMPARE(outcome.paid.size(), 2);
    QCOMPARE(outcome.paid.constFirst().endReason, u"max_output_tokens"_s);
    QVERIFY(bench.body(0).contains("\"max_output_tokens\":32000"));
    QVERIFY(bench.body(1).contains("\"max_output_tokens\":64000"));
}

void OpenAiClientTest::truncatedTwice()
{
    Bench bench({answered(200, OpenAi::truncated("{}"))});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.kind, Kind::Truncated);
    QCOMPARE(outcome.paid.size(), 2);
    QCOMPARE(bench.inner.requestCount(), 2);
}

void OpenAiClientTest::truncatedAtTheModelsLimit()
{
    Bench bench({answered(200, OpenAi::truncated("{"))});
    bench.settings.maxOutputTokens = 128'000;
    QCOMPARE(bench.outcome().kind, Kind::Truncated);
    QCOMPARE(bench.inner.requestCount(), 1);
}

void OpenAiClientTest::emptyIsTreatedLikeTruncated()
{
    Bench bench({answered(200, OpenAi::response({}))});
    QCOMPARE(bench.outcome().kind, Kind::Truncated);
    QCOMPARE(bench.inner.requestCount(), 2);
    QVERIFY(bench.body(1).contains("64000"));
}

void OpenAiClientTest::cutSilently()
{
    // Called complete, but as long as the limit allows (90 output tokens), and not readable.
    Bench bench({answered(200, OpenAi::answer("{\"a\":")), answered(200, OpenAi::answer("{}"))});
    bench.settings.maxOutputTokens = 91;
    QCOMPARE(bench.outcome().kind, Kind::Answered);
    QVERIFY(bench.body(1).contains("\"max_output_tokens\":182"));

    Bench roomy({answered(200, OpenAi::answer("{\"a\":")), answered(200, OpenAi::answer("{}"))});
    roomy.settings.maxOutputTokens = 100;
    QCOMPARE(roomy.outcome().kind, Kind::Answered);
    QVERIFY(roomy.body(1).contains("\"max_output_tokens\":100"));
}

void OpenAiClientTest::refusedAndFiltered()
{
    Bench refused({answered(200, OpenAi::response(OpenAi::refusal("I will not")))});
    const OpenAiOutcome outcome = refused.outcome();
    QCOMPARE(outcome.kind, Kind::Refused);
    QCOMPARE(outcome.text, QByteArray("I will not"));
    QCOMPARE(outcome.paid.size(), 1);
    QCOMPARE(refused.inner.requestCount(), 1);

    Bench filtered({answered(200, OpenAi::truncated("x", "content_filter"))});
    QCOMPARE(filtered.outcome().kind, Kind::ContentFiltered);
    QCOMPARE(filtered.inner.requestCount(), 1);
}

void OpenAiClientTest::failureIsPassedOn()
{
    Bench bench({answered(429, OpenAi::error("Pay first", "insufficient_quota"), {{"x-request-id", "r"}})});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.kind, Kind::Failed);
    QCOMPARE(outcome.failure.fault, OpenAiFault::Billing);
    QCOMPARE(outcome.failure.message, u"Pay first"_s);
    QCOMPARE(outcome.failure.requestId, u"r"_s);
    QVERIFY(outcome.paid.isEmpty());
    QCOMPARE(bench.inner.requestCount(), 1);
}

void OpenAiClientTest::usageOfFailedAttemptsIsKept()
{
    Bench bench({answered(200, OpenAi::response({}, "failed", "null", R"({"code":"server_error","message":"x"})")),
                 answered(500), answered(200, OpenAi::answer("{}"))});
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.kind, Kind::Answered);
    QCOMPARE(outcome.paid.size(), 2);
    QCOMPARE(outcome.paid.constFirst().usage, OpenAi::usage);
    QCOMPARE(outcome.paid.constFirst().endReason, u"failed"_s);
}

void OpenAiClientTest::runawayStreamIsStopped()
{
    Bench bench;
    bench.ask();
    for (int request = 0; request < 2; ++request) {
        QCOMPARE(bench.inner.requestCount(), request + 1);
        for (int i = 0; i < 201; ++i) {
            if (FakeCall *call = bench.inner.call(request); call && !call->isFinished())
                call->deliver(OpenAi::event("response.output_text.delta", R"("delta":"\n")"));
        }
        QCOMPARE(bench.inner.aborted(), request + 1);
    }
    QCOMPARE(bench.outcomes.size(), 1);
    QCOMPARE(bench.outcomes.constFirst().kind, Kind::Truncated);
    QCOMPARE(bench.outcomes.constFirst().paid.size(), 2);
}

void OpenAiClientTest::endOfStreamIsExpected()
{
    Bench bench;
    bench.ask();
    bench.inner.call(0)->deliver(OpenAi::stream("{}").left(200));
    QVERIFY(!bench.inner.call(0)->endExpected());
    bench.inner.call(0)->deliver(OpenAi::stream("{}").mid(200));
    QVERIFY(bench.inner.call(0)->endExpected());
}

void OpenAiClientTest::waitingIsTold()
{
    Bench bench({answered(429, OpenAi::error("Later"), {{"Retry-After", "20"}}), answered(200, OpenAi::answer("{}"))});
    OpenAiCall *call = bench.ask();
    QList<QPair<OpenAiFault, Milliseconds>> told;
    connect(call, &OpenAiCall::waiting, this, [&](const OpenAiFailure &why, Milliseconds pause) {
        told.append({why.fault, pause});
    });
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(told, (QList<QPair<OpenAiFault, Milliseconds>>{{OpenAiFault::RateLimited, 20'500ms}}));
    QCOMPARE(bench.outcomes.constFirst().kind, Kind::Answered);
}

void OpenAiClientTest::cancelInFlight()
{
    for (int i = 0; i < 1000; ++i) {
        Bench bench;
        OpenAiCall *call = bench.ask();
        call->cancel();
        call->cancel();
        QCOMPARE(bench.outcomes.size(), 1);
        QCOMPARE(bench.outcomes.constFirst().failure.fault, OpenAiFault::Cancelled);
        QCOMPARE(bench.inner.aborted(), 1);
    }
}

void OpenAiClientTest::cancelInThePause()
{
    for (int i = 0; i < 1000; ++i) {
        Bench bench;
        OpenAiCall *call = bench.ask();
        bench.inner.call(0)->end(answered(200, OpenAi::response({}, "failed")));
        call->cancel();
        QVERIFY(bench.scheduler.runAll());
        QCOMPARE(bench.inner.requestCount(), 1);
        QCOMPARE(bench.outcomes.size(), 1);
        // What the failed attempt cost is still told.
        QCOMPARE(bench.outcomes.constFirst().paid.size(), 1);
    }
}

void OpenAiClientTest::ownerDestroyed()
{
    for (int i = 0; i < 1000; ++i) {
        Bench bench;
        delete bench.ask();
        QCOMPARE(bench.inner.aborted(), 1);
        QVERIFY(bench.outcomes.isEmpty());
        QVERIFY(bench.scheduler.runAll());
    }
}

void OpenAiClientTest::callDeletesItself()
{
    Bench bench({answered(200, OpenAi::answer("{}"))});
    const QPointer<OpenAiCall> call = bench.ask();
    QVERIFY(bench.scheduler.runAll());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!call);
    QCOMPARE(bench.outcomes.size(), 1);
    QVERIFY(bench.owner.children().isEmpty());
}

void OpenAiClientTest::jsonIsRecognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("holds");
    QTest::newRow("object") << QByteArray("{}") << true;
    QTest::newRow("array") << QByteArray("[1]") << true;
    QTest::newRow("array of objects") << QByteArray("[{}]") << true;
    QTest::newRow("code fence") << QByteArray("```json\n{\"a\":[1]}\n```\n") << true;
    QTest::newRow("words around") << QByteArray("Here: {\"a\":1} Enjoy!") << true;
    QTest::newRow("cut") << QByteArray("{\"a\":[{}") << false;
    QTest::newRow("words") << QByteArray("nothing") << false;
    QTest::newRow("closed before open") << QByteArray("} {") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void OpenAiClientTest::jsonIsRecognised()
{
    QFETCH(QByteArray, text);
    QTEST(holdsJson(text), "holds");
}

VIRAL_TEST(OpenAiClientTest)
#include "tst_openaiclient.moc"
