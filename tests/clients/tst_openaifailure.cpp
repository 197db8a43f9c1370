// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaifailure.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(OpenAiFault)

class OpenAiFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void parameters_data();
    void parameters();
    void insideGoodAnswers_data();
    void insideGoodAnswers();
    void shapesOfErrors_data();
    void shapesOfErrors();
    void wishAndRequestIdAreKept();
    void messagesAreCleaned();
    void consequences_data();
    void consequences();
    void errorsOfTheProgram();
};

void OpenAiFailureTest::faults_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<OpenAiFault>("fault");
    using enum OpenAiFault;
    const auto row = [](const char *name, int status, const QByteArray &body, OpenAiFault fault) {
        QTest::newRow(name) << status << body << fault;
    };
    row("401", 401, OpenAi::error("Incorrect API key provided", "invalid_request_error", "invalid_api_key"),
        Authentication);
    row("401 without body", 401, {}, Authentication);
    row("402", 402, OpenAi::error("Insufficient credits"), Billing);
    row("403", 403,
        OpenAi::error("Country, region, or territory not supported", "request_forbidden",
                      "unsupported_country_region_territory"),
        Permission);
    row("404 model", 404,
        OpenAi::error("The model `gpt-x` does not exist or you do not have access to it.", "invalid_request_error",
                      "model_not_found"),
        ModelMissing);
    row("404 model, local", 404, R"({"error":"model \"llama9\" not found, try pulling it first"})", ModelMissing);
    row("404 page", 404, "<html>404 page not found</html>", EndpointMissing);
    row("404 FastAPI", 404, R"({"detail":"Not Found"})", EndpointMissing);
    row("405", 405, {}, EndpointMissing);
    row("501", 501, {}, EndpointMissing);
    row("400 endpoint", 400, OpenAi::error("Unsupported endpoint: /v1/responses"), EndpointMissing);
    row("408", 408, {}, ServerFault);
    row("409", 409, {}, ServerFault);
    row("413", 413, "<html>413</html>", TooLong);
    row("422", 422, R"({"detail":"nope"})", BadRequest);
    row("429", 429, OpenAi::error("Rate limit reached for requests", "requests", "rate_limit_exceeded"), RateLimited);
    row("429 without body", 429, {}, RateLimited);
    row("429 slow down", 429, OpenAi::error("Slow down", "rate_limit_error", "slow_down"), RateLimited);
    row("429 quota", 429, OpenAi::error("You exceeded your current quota", "insufficient_quota", "insufficient_quota"),
        Billing);
    row("429 credit", 429, OpenAi::error("No credit", "insufficient_quota", "credit_balance_exhausted"), Billing);
    row("429 organisation", 429, OpenAi::error("Limit", "x", "organization_spend_limit_exceeded"), Billing);
    row("429 project", 429, OpenAi::error("Limit", "x", "project_spend_limit_exceeded"), Billing);
    row("429 usage", 429, OpenAi::error("Limit", "x", "organization_usage_limit_exceeded"), Billing);
    row("429 larger than the limit", 429,
        OpenAi::error("Request too large for gpt-4o in organization org-x on tokens per min (TPM): Limit 30,000, "
                      "Requested 45,120.",
                      "tokens", "rate_limit_exceeded"),
        TooLong);
    row("429 only larger than what is left", 429,
        OpenAi::error("Request too large for gpt-4o (TPM): Limit 30000, Requested 12000.", "tokens",
                      "rate_limit_exceeded"),
        RateLimited);
    row("400 context", 400,
        OpenAi::error("Your input exceeds the context window of this model.", "invalid_request_error",
                      "context_length_exceeded"),
        TooLong);
    row("400 context, words alone", 400, OpenAi::error("This model's maximum context length is 8192 tokens"), TooLong);
    row("400 context, llama.cpp", 400,
        OpenAi::error("the request exceeds the available context size", "exceed_context_size_error"), TooLong);
    row("400 invalid prompt", 400, OpenAi::error("No", "invalid_request_error", "invalid_prompt"), ContentPolicy);
    row("400 content filter", 400, OpenAi::error("No", "x", "content_filter"), ContentPolicy);
    row("400 other", 400, OpenAi::error("Something else"), BadRequest);
    row("400 nothing", 400, {}, BadRequest);
    row("500", 500, OpenAi::error("The server had an error", "server_error"), ServerFault);
    row("502 page", 502, "<html><h1>502 Bad Gateway</h1></html>", ServerFault);
    row("503", 503, OpenAi::error("Overloaded", "service_unavailable_error", "server_is_overloaded"), Overloaded);
    row("504", 504, {}, ServerFault);
    row("529", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})", Overloaded);
}

void OpenAiFailureTest::faults()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const OpenAiFailure failure = readFailure(HttpResponse{.status = status, .body = body}, {});
    QTEST(failure.fault, "fault");
    QCOMPARE(failure.status, status);
    QVERIFY(!failure.message.isEmpty());
    QVERIFY(!failure.message.contains(u'<'));
}

void OpenAiFailureTest::parameters_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("parameter"); // empty: not a refused parameter
    QTest::newRow("not supported") << OpenAi::error(
                                          "Unsupported parameter: 'temperature' is not supported with this model.",
                                          "invalid_request_error", "unsupported_parameter", "temperature")
                                   << u"temperature"_s;
    QTest::newRow("value") << OpenAi::error("Unsupported value: 'temperature' does not support 0.1 with this model. "
                                            "Only the default (1) value is supported.",
                                            "invalid_request_error", "unsupported_value", "temperature")
                           << u"temperature"_s;
    QTest::newRow("words alone") << OpenAi::error("Unsupported parameter: 'max_tokens' is not supported with this "
                                                  "model. Use 'max_completion_tokens' instead.")
                                 << u"max_tokens"_s;
    QTest::newRow("unknown") << OpenAi::error("Unknown parameter: 'prompt_cache_options'.", "invalid_request_error",
                                              "unknown_parameter", "prompt_cache_options")
                             << u"prompt_cache_options"_s;
    QTest::newRow("unrecognised") << OpenAi::error("Unrecognized request argument supplied: store") << u"store"_s;
    QTest::newRow("parameter without a code")
        << OpenAi::error("bad", "invalid_request_error", {}, "response_format") << u"response_format"_s;
    QTest::newRow("schema") << OpenAi::error("Invalid schema for response_format", "invalid_request_error",
                                             "invalid_json_schema", "text.format.schema")
                            << u"text.format.schema"_s;
    QTest::newRow("something else") << OpenAi::error("The parameters are fine, the moon is not.") << QString();
}

void OpenAiFailureTest::parameters()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, parameter);
    const OpenAiFailure failure = readFailure(HttpResponse{.status = 400, .body = body}, {});
    QCOMPARE(failure.fault == OpenAiFault::ParameterRefused, !parameter.isEmpty());
    QCOMPARE(failure.parameter, parameter);
}

void OpenAiFailureTest::insideGoodAnswers_data()
{
    QTest::addColumn<OpenAiErrorText>("text");
    QTest::addColumn<OpenAiFault>("fault");
    using enum OpenAiFault;
    QTest::newRow("server") << OpenAiErrorText{.code = u"server_error"_s} << ServerFault;
    QTest::newRow("rate limit") << OpenAiErrorText{.code = u"rate_limit_exceeded"_s} << RateLimited;
    QTest::newRow("prompt") << OpenAiErrorText{.code = u"invalid_prompt"_s} << ContentPolicy;
    QTest::newRow("policy") << OpenAiErrorText{.code = u"bio_policy"_s} << ContentPolicy;
    QTest::newRow("number 429") << OpenAiErrorText{.code = u"429"_s} << RateLimited;
    QTest::newRow("number 402") << OpenAiErrorText{.code = u"402"_s} << Billing;
    QTest::newRow("number 502") << OpenAiErrorText{.code = u"502"_s} << ServerFault;
    QTest::newRow("quota") << OpenAiErrorText{.type = u"insufficient_quota"_s} << Billing;
    QTest::newRow("overload") << OpenAiErrorText{.type = u"overloaded_error"_s} << Overloaded;
    QTest::newRow("context") << OpenAiErrorText{.code = u"context_length_exceeded"_s} << TooLong;
    QTest::newRow("nothing") << OpenAiErrorText{} << ServerFault;
}

void OpenAiFailureTest::insideGoodAnswers()
{
    QFETCH(OpenAiErrorText, text);
    QTEST(classify(200, text).fault, "fault");
}

void OpenAiFailureTest::shapesOfErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message"); // null: no error in it
    QTest::addColumn<QString>("code");
    QTest::newRow("standard") << QByteArray(R"({"error":{"message":"m","code":"c"}})") << u"m"_s << u"c"_s;
    QTest::newRow("number as code") << QByteArray(R"({"error":{"message":"m","code":429}})") << u"m"_s << u"429"_s;
    QTest::newRow("wrong types") << QByteArray(R"({"error":{"message":{"a":1},"code":[],"param":7,"type":null}})")
                                 << u""_s << u""_s;
    QTest::newRow("text") << QByteArray(R"({"error":"m"})") << u"m"_s << u""_s;
    QTest::newRow("flat") << QByteArray(R"({"object":"error","message":"m","code":400})") << u"m"_s << u"400"_s;
    QTest::newRow("event") << QByteArray(R"({"type":"error","code":"c","message":"m","param":null})") << u"m"_s
                           << u"c"_s;
    QTest::newRow("detail") << QByteArray(R"({"detail":[{"msg":"x"}]})") << uR"([{"msg":"x"}])"_s << u""_s;
    QTest::newRow("list") << QByteArray(R"([{"error":{"message":"m"}}])") << u"m"_s << u""_s;
    QTest::newRow("nested lists") << QByteArray(R"([[[[{"error":"m"}]]]])") << QString() << QString();
    QTest::newRow("null") << QByteArray(R"({"error":null,"output":[]})") << QString() << QString();
    QTest::newRow("an answer") << QByteArray(R"({"choices":[],"message":"x"})") << QString() << QString();
    QTest::newRow("a number") << QByteArray("7") << QString() << QString();
}

void OpenAiFailureTest::shapesOfErrors()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    QFETCH(QString, code);
    const auto document = JsonDocument::parse(body);
    const auto text = readErrorText(document->root());
    QCOMPARE(text.has_value(), !message.isNull());
    if (text) {
        QCOMPARE(text->message, message);
        QCOMPARE(text->code, code);
    }
}

void OpenAiFailureTest::wishAndRequestIdAreKept()
{
    const HttpResponse response{
        .status = 429, .headers = {{"Retry-After", "7"}, {"X-Request-Id", "req_42"}}, .body = OpenAi::error("Later")};
    const OpenAiFailure failure = readFailure(response, {});
    QCOMPARE(failure.wish, std::optional(Milliseconds{7000}));
    QCOMPARE(failure.requestId, u"req_42"_s);
    QCOMPARE(asError(failure).message, u"Later (request req_42)"_s);
}

void OpenAiFailureTest::messagesAreCleaned()
{
    const QByteArray body = OpenAi::error(
        "Incorrect API key provided: sk-proj-abcdefghij1234567890.\n\n\tFind it  here" + QByteArray(2000, 'x'));
    const OpenAiFailure failure = readFailure(HttpResponse{.status = 401, .body = body}, {});
    QVERIFY(!failure.message.contains("abcdefghij"_L1));
    QVERIFY(failure.message.startsWith("Incorrect API key provided: [key]"_L1));
    QVERIFY(!failure.message.contains(u'\n'));
    QVERIFY(failure.message.size() <= 500);
}

void OpenAiFailureTest::consequences_data()
{
    QTest::addColumn<OpenAiFault>("fault");
    QTest::addColumn<bool>("stops");
    QTest::addColumn<bool>("splits");
    QTest::addColumn<int>("trouble");
    using enum OpenAiFault;
    const auto row = [](const char *name, OpenAiFault fault, bool stops, bool splits, Trouble trouble) {
        QTest::newRow(name) << fault << stops << splits << static_cast<int>(trouble);
    };
    row("rate limit", RateLimited, false, false, Trouble::RateLimited);
    row("overload", Overloaded, false, false, Trouble::Overloaded);
    row("server", ServerFault, false, false, Trouble::ServerFault);
    row("line", LineFault, false, false, Trouble::LineFault);
    row("billing", Billing, true, false, Trouble::Final);
    row("key", Authentication, true, false, Trouble::Final);
    row("permission", Permission, true, false, Trouble::Final);
    row("model", ModelMissing, true, false, Trouble::Final);
    row("endpoint", EndpointMissing, true, false, Trouble::Final);
    row("long", TooLong, false, true, Trouble::Final);
    row("parameter", ParameterRefused, false, false, Trouble::Final);
    row("policy", ContentPolicy, false, false, Trouble::Final);
    row("bad", BadRequest, false, false, Trouble::Final);
    row("cancelled", Cancelled, false, false, Trouble::Final);
}

void OpenAiFailureTest::consequences()
{
    QFETCH(OpenAiFault, fault);
    QTEST(stopsTheJob(fault), "stops");
    QTEST(asksToSplit(fault), "splits");
    QTEST(static_cast<int>(troubleOf(fault)), "trouble");
}

void OpenAiFailureTest::errorsOfTheProgram()
{
    QCOMPARE(asError({.fault = OpenAiFault::Cancelled}).kind, ErrorKind::Cancelled);
    QCOMPARE(asError({.fault = OpenAiFault::Billing}).kind, ErrorKind::Refused);
    QCOMPARE(asError({.fault = OpenAiFault::LineFault}).kind, ErrorKind::Network);
    QCOMPARE(asError({.fault = OpenAiFault::ServerFault}).kind, ErrorKind::Service);
    QCOMPARE(readFailure(HttpError{HttpFault::Cancelled, {}}).fault, OpenAiFault::Cancelled);
    QCOMPARE(readFailure(HttpError{HttpFault::Tls, u"bad"_s}),
             (OpenAiFailure{.fault = OpenAiFault::LineFault, .message = u"bad"_s}));
}

VIRAL_TEST(OpenAiFailureTest)
#include "tst_openaifailure.moc"
