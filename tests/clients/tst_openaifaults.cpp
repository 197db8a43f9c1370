// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaiclient.h"
#include "core/net/qttransport.h"
#include "core/net/retryingtransport.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = OpenAiOutcome::Kind;
using Course = Reply::Course;
using Replies = QList<Reply>;
Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(OpenAiFault)
Q_DECLARE_METATYPE(Replies)

namespace {

const QByteArray goodText = R"({"moments":[{"title":"Größe – 日本"}]})";
const Reply good{.body = OpenAi::answer(goodText)};

Reply trouble(int status, const QByteArray &body = {}, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    return {.status = status, .body = body, .headers = headers};
}

Reply stream(const QByteArray &body)
{
    return {.contentType = "text/event-stream", .body = body, .isChunked = true};
}

/// The real client and transport against a server on this machine. Only the pauses between tries are not waited for.
class Bench
{
public:
    explicit Bench(const QUrl &base)
    {
        m_settings.base = *parseBaseUrl(base.toString());
        m_settings.key = Secret(u"sk-test-abcdefgh12345678"_s);
        m_settings.maxOutputTokens = 4000;
    }

    OpenAiOutcome outcome()
    {
        auto *call = new OpenAiCall({m_transport, m_pauses, m_memory}, m_settings,
                                    {.rules = u"RULES"_s, .chunk = u"CHUNK"_s, .schema = "{}"}, {}, &m_owner);
        std::optional<OpenAiOutcome> result;
        QObject::connect(call, &OpenAiCall::finished, call, [&](const OpenAiOutcome &outcome) { result = outcome; });
        QObject::connect(call, &OpenAiCall::waiting, call,
                         [this](const OpenAiFailure &, Milliseconds pause) { m_waited.append(pause); });
        QElapsedTimer guard;
        guard.start();
        while (!result && guard.elapsed() < 30'000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
            m_pauses.runAll();
        }
        return result.value_or(OpenAiOutcome{});
    }

    OpenAiSettings &settings() { return m_settings; }
    const QList<Milliseconds> &waited() const { return m_waited; }

private:
    EventLoopScheduler m_deadlines;
    FakeScheduler m_pauses;
    QtTransport m_line{m_deadlines};
    RetryingTransport m_transport{m_line, m_pauses, {.judge = judgeReply, .chance = [] { return 0.5; }}};
    OpenAiMemory m_memory;
    OpenAiSettings m_settings;
    QObject m_owner;
    QList<Milliseconds> m_waited;
};

} // namespace

class OpenAiFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void retryAfterIsKept();
    void nobodyListens();
    void certificateThatDoesNotFit();
    void keyReachesTheServerAndNothingElse();
    void pausesGrow();
};

void OpenAiFaultsTest::faults_data()
{
    QTest::addColumn<Replies>("replies");
    QTest::addColumn<int>("requests");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<OpenAiFault>("fault"); // only where the kind is Failed
    const auto answered = [](const char *name, const Replies &replies, int requests) {
        QTest::newRow(name) << replies << requests << Kind::Answered << OpenAiFault{};
    };
    const auto ends = [](const char *name, const Replies &replies, int requests, Kind kind) {
        QTest::newRow(name) << replies << requests << kind << OpenAiFault{};
    };
    const auto fails = [](const char *name, const Replies &replies, int requests, OpenAiFault fault) {
        QTest::newRow(name) << replies << requests << Kind::Failed << fault;
    };
    using enum OpenAiFault;
    const QByteArray quota = OpenAi::error("You exceeded your quota", "insufficient_quota", "credit_balance_exhausted");

    answered("an answer", {good}, 1);
    answered("a stream", {stream(OpenAi::stream(goodText))}, 1);
    answered("a chat stream", {stream(OpenAi::chatStream(goodText))}, 1);
    answered("429 once", {trouble(429, OpenAi::error("Slow", "requests", "rate_limit_exceeded")), good}, 2);
    answered("429 once, with Retry-After", {trouble(429, {}, {{"Retry-After", "20"}}), good}, 2);
    fails("429 for ever", {trouble(429)}, 5, RateLimited);
    fails("429 for a day", {trouble(429, {}, {{"Retry-After", "86400"}})}, 1, RateLimited);
    fails("429 for money", {trouble(429, quota)}, 1, Billing);
    fails("429 too large", {trouble(429, OpenAi::error("Request too large: Limit 10, Requested 20"))}, 1, TooLong);
    fails("401", {trouble(401, OpenAi::error("Wrong key"), {{"WWW-Authenticate", "Bearer"}})}, 1, Authentication);
    fails("403", {trouble(403, OpenAi::error("Not here"))}, 1, Permission);
    fails("404 model", {trouble(404, OpenAi::error("No such model", "x", "model_not_found"))}, 1, ModelMissing);
    answered("404 endpoint, then chat", {trouble(404, "nothing here"), {.body = OpenAi::chatAnswer(goodText)}}, 2);
    fails("404 for both interfaces", {trouble(404, "nothing here")}, 2, EndpointMissing);
    answered("408 once", {trouble(408), good}, 2);
    fails("408 for ever", {trouble(408)}, 3, ServerFault);
    answered("409 once", {trouble(409), good}, 2);
    fails("413", {trouble(413)}, 1, TooLong);
    fails("400 context", {trouble(400, OpenAi::error("x", "x", "context_length_exceeded"))}, 1, TooLong);
    fails("400", {trouble(400, OpenAi::error("Something is wrong"))}, 1, BadRequest);
    answered("400 field refused",
             {trouble(400, OpenAi::error("x", "x", "unsupported_parameter", "max_output_tokens")), good}, 2);
    answered("500 once", {trouble(500, OpenAi::error("Oops", "server_error")), good}, 2);
    fails("500 for ever", {trouble(500)}, 3, ServerFault);
    answered("502 page", {{.status = 502, .contentType = "text/html", .body = "<html>502</html>"}, good}, 2);
    answered("503 once", {trouble(503), good}, 2);
    fails("503 for ever", {trouble(503)}, 3, Overloaded);
    answered("529 once", {trouble(529), good}, 2);
    answered("dropped before the answer", {{.course = Course::CloseBeforeAnswer}, good}, 2);
    fails("always dropped before the answer", {{.course = Course::CloseBeforeAnswer}}, 3, LineFault);
    answered("dropped within the answer", {{.body = good.body, .course = Course::CutInBody}, good}, 2);
    answered("stream dropped",
             {{.body = OpenAi::stream(goodText), .course = Course::CutInBody, .isChunked = true}, good}, 2);
    answered("stream ends early and politely", {stream(OpenAi::stream(goodText).left(400)), good}, 2);
    answered("never answers once", {{.course = Course::NeverAnswer}, good}, 2);
    fails("never answers", {{.course = Course::NeverAnswer}}, 3, LineFault);
    answered("a byte at a time", {{.body = good.body, .delayPerByte = 1ms}}, 1);
    answered("stops within the answer", {{.body = "{\"id\":", .course = Course::KeepOpen}, good}, 2);
    answered("open after the end of the stream", {{.body = OpenAi::stream(goodText), .course = Course::KeepOpen}, good},
             1);
    fails("without end", {{.body = QByteArray(500'000, ' '), .course = Course::Endless}}, 1, LineFault);
    answered("not HTTP", {{.body = "hello\r\n", .course = Course::Garbage}, good}, 2);
    answered("bad UTF-8", {{.body = QByteArray(good.body).replace("–", "\xFF")}}, 1);
    answered("JSON in a code fence", {{.body = OpenAi::answer("```json\n" + goodText + "\n```")}}, 1);
    answered("cut JSON, called complete", {{.body = OpenAi::answer(goodText.chopped(5))}, good}, 2);
    ends("cut JSON for ever", {{.body = OpenAi::answer(goodText.chopped(5))}}, 2, Kind::Unreadable);
    answered("cut body", {{.body = good.body.chopped(40)}, good}, 2);
    fails("cut body for ever", {{.body = good.body.chopped(40)}}, 3, LineFault);
    answered("truncated once", {{.body = OpenAi::truncated("{")}, good}, 2);
    ends("truncated for ever", {{.body = OpenAi::truncated("{")}}, 2, Kind::Truncated);
    ends("refusal", {{.body = OpenAi::response(OpenAi::refusal("I will not"))}}, 1, Kind::Refused);
    ends("content filter", {{.body = OpenAi::truncated("x", "content_filter")}}, 1, Kind::ContentFiltered);
    answered("empty once", {{.body = OpenAi::response({})}, good}, 2);
    ends("empty for ever", {{.body = OpenAi::response({})}}, 2, Kind::Truncated);
    answered("keep-alives and unknown events",
             {stream(": hello\n\nevent: keepalive\ndata: {\"type\":\"keepalive\"}\n\n" +
                     OpenAi::event("response.of.tomorrow", R"("x":{})") + OpenAi::stream(goodText))},
             1);
    answered("stream as plain text", {{.contentType = "text/plain", .body = OpenAi::stream(goodText)}}, 1);
    answered("JSON as a page", {{.contentType = "text/html", .body = good.body}}, 1);
    answered("page instead of JSON", {{.contentType = "text/html", .body = "<html>Sign in</html>"}, good}, 2);
    fails("page for ever", {{.contentType = "text/html", .body = "<html>Sign in</html>"}}, 3, LineFault);
    answered("failure inside a good answer",
             {{.body = OpenAi::response({}, "failed", "null", R"({"code":"server_error"})")}, good}, 2);
    fails("redirect", {trouble(307, {}, {{"Location", "http://127.0.0.1:1/"}})}, 1, LineFault);
    fails("nothing at all", {trouble(200)}, 3, LineFault);
}

void OpenAiFaultsTest::faults()
{
    QFETCH(Replies, replies);
    QFETCH(Kind, kind);
    QFETCH(OpenAiFault, fault);
    LoopbackServer server(replies);
    Bench bench(server.url(u"/v1"_s));
    // Only where silence is what is tested must it end soon; elsewhere a slow machine must not look like a dead server.
    const bool fallsSilent = std::any_of(replies.cbegin(), replies.cend(), [](const Reply &reply) {
        return reply.course == Course::NeverAnswer || reply.course == Course::KeepOpen;
    });
    bench.settings().longestSilence = fallsSilent ? 500ms : 20s;
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.kind, kind);
    QTEST(server.requestCount(), "requests");
    if (kind == Kind::Failed) {
        QCOMPARE(outcome.failure.fault, fault);
        QVERIFY(!outcome.failure.message.isEmpty());
    }
    if (kind == Kind::Answered)
        QVERIFY(outcome.text.contains("Größe"));
    QCOMPARE(outcome.paid.isEmpty(), kind == Kind::Failed);
}

void OpenAiFaultsTest::retryAfterIsKept()
{
    LoopbackServer server(
        {trouble(429, {}, {{"Retry-After", "20"}}), trouble(429, {}, {{"retry-after-ms", "700"}}), good});
    Bench bench(server.url(u"/v1"_s));
    QCOMPARE(bench.outcome().kind, Kind::Answered);
    QCOMPARE(bench.waited(), (QList<Milliseconds>{20'500ms, 1'200ms}));
}

void OpenAiFaultsTest::nobodyListens()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    Bench bench(QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port)));
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.failure.fault, OpenAiFault::LineFault);
    QCOMPARE(bench.waited().size(), 2);
}

void OpenAiFaultsTest::certificateThatDoesNotFit()
{
    LoopbackServer server({good}, true);
    Bench bench(server.url(u"/v1"_s));
    const OpenAiOutcome outcome = bench.outcome();
    QCOMPARE(outcome.failure.fault, OpenAiFault::LineFault);
    QVERIFY(outcome.failure.message.contains("certificate"_L1, Qt::CaseInsensitive));
    QVERIFY(bench.waited().isEmpty());
    // The key was never shown to the stranger.
    QCOMPARE(server.requestCount(), 0);
}

void OpenAiFaultsTest::keyReachesTheServerAndNothingElse()
{
    LoopbackServer server({trouble(401, OpenAi::error("Incorrect API key provided: sk-test-abcdefgh12345678"))});
    Bench bench(server.url(u"/v1"_s));
    const OpenAiOutcome outcome = bench.outcome();
    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.header("Authorization"), QByteArray("Bearer sk-test-abcdefgh12345678"));
    QVERIFY(!request.body.contains("sk-test"));
    QVERIFY(!request.path.contains("sk-test"));
    QVERIFY(!outcome.failure.message.contains("abcdefgh"_L1));
}

void OpenAiFaultsTest::pausesGrow()
{
    LoopbackServer server({trouble(429)});
    Bench bench(server.url(u"/v1"_s));
    bench.outcome();
    QCOMPARE(bench.waited(), (QList<Milliseconds>{500ms, 1s, 2s, 4s}));
}

VIRAL_TEST(OpenAiFaultsTest)
#include "tst_openaifaults.moc"
