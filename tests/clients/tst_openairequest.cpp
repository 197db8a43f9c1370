// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openairequest.h"
#include "core/json/jsonreader.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

Prompt shortPrompt()
{
    return {.version = u"1"_s, .rules = u"RULES"_s, .chunk = u"CHUNK \"q\""_s, .schema = R"({"type":"object"})"};
}

Prompt longPrompt()
{
    Prompt prompt = shortPrompt();
    prompt.rules = QString(5000, u'r');
    return prompt;
}

OpenAiSettings settingsFor(const QString &model, const QString &base = u"https://api.openai.com/v1"_s)
{
    return {.base = *parseBaseUrl(base), .key = Secret(u"sk-test-1234567890"_s), .model = model};
}

QByteArray bodyFor(const OpenAiSettings &settings, bool isChat, const Prompt &prompt, const OpenAiFields &refused = {})
{
    return openAiBody(shapeFor(settings, isChat, refused), prompt);
}

} // namespace

class OpenAiRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responsesBody();
    void responsesBodyOfAnOldModel();
    void responsesBodyForOthers();
    void chatBody();
    void chatBodyForOthers();
    void breakpointOnlyBehindALongStaticPart();
    void staticPartComesFirstAndIsTheSame();
    void schemaMovesIntoTheRules();
    void smallestLimitIsKept();
    void requestHeaders();
    void azureShowsItsKeyDifferently();
    void withoutAKeyNoHeader();
    void listOfModels();
    void keyIsStable();
    void keyDependsOn_data();
    void keyDependsOn();
};

void OpenAiRequestTest::responsesBody()
{
    OpenAiSettings settings = settingsFor(u"gpt-6-luna"_s);
    settings.temperature = 0.25;
    settings.effort = u"none"_s;
    settings.maxOutputTokens = 900;
    QByteArray body = bodyFor(settings, false, shortPrompt());
    const auto document = JsonDocument::parse(body);
    QVERIFY(document);
    const QByteArray key = document->root().member(u"prompt_cache_key")->rawText();
    QVERIFY(key.size() <= 66);
    body.replace(key, "KEY");
    QCOMPARE(
        body,
        QByteArray(
            R"({"model":"gpt-6-luna","input":[{"type":"message","role":"developer","content":[{"type":"input_text",)"
            R"("text":"RULES"}]},{"type":"message","role":"user","content":[{"type":"input_text",)"
            R"("text":"CHUNK \"q\""}]}],"text":{"format":{"type":"json_schema","name":"viral_moments",)"
            R"("strict":true,"schema":{"type":"object"}},"verbosity":"low"},"reasoning":{"effort":"none"},)"
            R"("max_output_tokens":900,"temperature":0.25,"store":false,"prompt_cache_key":KEY,"stream":true,)"
            R"("prompt_cache_options":{"mode":"explicit","ttl":"30m"},)"
            R"("stream_options":{"include_obfuscation":false}})"));
}

void OpenAiRequestTest::responsesBodyOfAnOldModel()
{
    const QByteArray body = bodyFor(settingsFor(u"gpt-4o-mini"_s), false, longPrompt());
    QVERIFY(!body.contains("prompt_cache_options"));
    QVERIFY(!body.contains("prompt_cache_breakpoint"));
    QVERIFY(!body.contains("reasoning"));
    QVERIFY(!body.contains("verbosity"));
    QVERIFY(!body.contains("temperature"));
    QVERIFY(body.contains("prompt_cache_key"));
}

void OpenAiRequestTest::responsesBodyForOthers()
{
    OpenAiSettings settings = settingsFor(u"llama"_s, u"http://127.0.0.1:8080/v1"_s);
    settings.streams = false;
    QCOMPARE(
        bodyFor(settings, false, shortPrompt()),
        QByteArray(R"({"model":"llama","input":[{"type":"message","role":"system","content":[{"type":"input_text",)"
                   R"("text":"RULES"}]},{"type":"message","role":"user","content":[{"type":"input_text",)"
                   R"("text":"CHUNK \"q\""}]}],"text":{"format":{"type":"json_schema","name":"viral_moments",)"
                   R"("strict":true,"schema":{"type":"object"}}},"max_output_tokens":8192})"));
}

void OpenAiRequestTest::chatBody()
{
    const QByteArray body = bodyFor(settingsFor(u"gpt-5.1"_s), true, shortPrompt(), {OpenAiField::CacheKey});
    const QByteArray expected = R"({"model":"gpt-5.1","messages":[{"role":"developer","content":"RULES"},)"
                                R"({"role":"user","content":"CHUNK \"q\""}],"response_format":{"type":"json_schema",)"
                                R"("json_schema":{"name":"viral_moments","strict":true,"schema":{"type":"object"}}},)"
                                R"("verbosity":"low","reasoning_effort":"low","max_completion_tokens":32000,)"
                                R"("store":false,"stream":true,"stream_options":{"include_usage":true}})";
    QCOMPARE(body, expected);
}

void OpenAiRequestTest::chatBodyForOthers()
{
    const QByteArray body = bodyFor(settingsFor(u"llama"_s, u"http://127.0.0.1:8080/v1"_s), true, shortPrompt());
    const QByteArray expected = R"({"model":"llama","messages":[{"role":"system","content":"RULES"},)"
                                R"({"role":"user","content":"CHUNK \"q\""}],"response_format":{"type":"json_schema",)"
                                R"("json_schema":{"name":"viral_moments","strict":true,"schema":{"type":"object"}}},)"
                                R"("max_tokens":8192,"stream":true,"stream_options":{"include_usage":true}})";
    QCOMPARE(body, expected);
}

void OpenAiRequestTest::breakpointOnlyBehindALongStaticPart()
{
    const OpenAiSettings settings = settingsFor(u"gpt-6-luna"_s);
    QVERIFY(!bodyFor(settings, false, shortPrompt()).contains("prompt_cache_breakpoint"));
    const QByteArray body = bodyFor(settings, false, longPrompt());
    QCOMPARE(body.count("prompt_cache_breakpoint"), 1);
    QVERIFY(body.indexOf("prompt_cache_breakpoint") < body.indexOf("\"user\""));
}

void OpenAiRequestTest::staticPartComesFirstAndIsTheSame()
{
    Prompt other = longPrompt();
    other.chunk = u"ANOTHER"_s;
    const OpenAiSettings settings = settingsFor(u"gpt-6-luna"_s);
    const QByteArray first = bodyFor(settings, false, longPrompt());
    const QByteArray second = bodyFor(settings, false, other);
    const qsizetype chunkAt = first.indexOf("CHUNK");
    QVERIFY(chunkAt > 5000);
    QCOMPARE(first.left(chunkAt), second.left(chunkAt));
    const auto cacheKey = [](const QByteArray &body) {
        return JsonDocument::parse(body)->root().member(u"prompt_cache_key")->rawText();
    };
    QCOMPARE(cacheKey(first), cacheKey(second));
}

void OpenAiRequestTest::schemaMovesIntoTheRules()
{
    const OpenAiSettings settings = settingsFor(u"llama"_s, u"http://127.0.0.1:8080/v1"_s);
    const QByteArray object = bodyFor(settings, true, shortPrompt(), {OpenAiField::JsonSchema});
    QVERIFY(object.contains(R"("response_format":{"type":"json_object"})"));
    QVERIFY(object.contains(R"(schema:\n{\"type\":\"object\"})"));
    const QByteArray text = bodyFor(settings, true, shortPrompt(), {OpenAiField::JsonSchema, OpenAiField::JsonObject});
    QVERIFY(!text.contains("response_format"));
    QVERIFY(text.contains(R"(schema:\n{\"type\":\"object\"})"));
    const QByteArray responses =
        bodyFor(settings, false, shortPrompt(), {OpenAiField::JsonSchema, OpenAiField::JsonObject});
    QVERIFY(!responses.contains("\"text\":{"));
}

void OpenAiRequestTest::smallestLimitIsKept()
{
    OpenAiSettings settings = settingsFor(u"gpt-4o"_s);
    settings.maxOutputTokens = 1;
    QVERIFY(bodyFor(settings, false, shortPrompt()).contains("\"max_output_tokens\":16,"));
}

void OpenAiRequestTest::requestHeaders()
{
    OpenAiSettings settings = settingsFor(u"gpt-4o"_s);
    settings.organization = u"org-1"_s;
    settings.project = u"proj-1"_s;
    settings.longestSilence = Milliseconds{1000};
    settings.furtherHeaders = {HttpHeader{"X-Title", "Viral Moments"}};
    const HttpRequest request = openAiRequest(settings, shapeFor(settings, false, {}), "{}");
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.url.toString(), u"https://api.openai.com/v1/responses"_s);
    QCOMPARE(request.body, QByteArray("{}"));
    QCOMPARE(request.secretHeaders, (QList<SecretHeader>{{"Authorization", "Bearer ", settings.key}}));
    QCOMPARE(headerValue(request.headers, "content-type"), QByteArray("application/json"));
    QCOMPARE(headerValue(request.headers, "accept"), QByteArray("text/event-stream"));
    QCOMPARE(headerValue(request.headers, "openai-organization"), QByteArray("org-1"));
    QCOMPARE(headerValue(request.headers, "openai-project"), QByteArray("proj-1"));
    QCOMPARE(headerValue(request.headers, "x-title"), QByteArray("Viral Moments"));
    QCOMPARE(request.deadlines, deadlinesFor(Milliseconds{1000}));
    for (const HttpHeader &header : request.headers)
        QVERIFY(!header.value.contains("sk-test"));
    QVERIFY(!bodyFor(settings, false, longPrompt()).contains("sk-test"));

    settings.streams = false;
    const HttpRequest whole = openAiRequest(settings, shapeFor(settings, true, {}), "{}");
    QCOMPARE(headerValue(whole.headers, "accept"), QByteArray("application/json"));
    QCOMPARE(whole.url.path(), u"/v1/chat/completions"_s);
}

void OpenAiRequestTest::azureShowsItsKeyDifferently()
{
    OpenAiSettings settings = settingsFor(u"deployment"_s, u"https://x.openai.azure.com/openai/v1"_s);
    const auto headers = [&] { return openAiRequest(settings, shapeFor(settings, false, {}), "{}").secretHeaders; };
    QCOMPARE(headers(), (QList<SecretHeader>{{"api-key", {}, settings.key}}));
    settings.auth = AuthStyle::Bearer;
    QCOMPARE(headers().constFirst().name, QByteArray("Authorization"));
}

void OpenAiRequestTest::withoutAKeyNoHeader()
{
    OpenAiSettings settings = settingsFor(u"llama"_s, u"http://127.0.0.1:8080/v1"_s);
    settings.key = {};
    QVERIFY(openAiRequest(settings, shapeFor(settings, false, {}), "{}").secretHeaders.isEmpty());
}

void OpenAiRequestTest::listOfModels()
{
    const HttpRequest request = modelsRequest(settingsFor(u"gpt-4o"_s));
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.url.toString(), u"https://api.openai.com/v1/models"_s);
    QCOMPARE(request.body, QByteArray());
    QCOMPARE(request.secretHeaders.size(), 1);
}

void OpenAiRequestTest::keyIsStable()
{
    // Changing this makes every kept answer be paid for again.
    QCOMPARE(answerKey(settingsFor(u"gpt-4o-mini"_s), shortPrompt()).toHex(),
             QByteArray("a3563a2160affc6e5d48d25ded544d6ba54efa36af217d295fcf88032cbd3f94"));
    OpenAiSettings settings = settingsFor(u"gpt-4o-mini"_s);
    const QByteArray key = answerKey(settings, shortPrompt());
    QCOMPARE(key.size(), 32);
    settings.key = Secret(u"another"_s);
    settings.streams = false;
    settings.mode = ApiMode::Chat;
    settings.longestSilence = Milliseconds{1};
    QCOMPARE(answerKey(settings, shortPrompt()), key);
}

void OpenAiRequestTest::keyDependsOn_data()
{
    QTest::addColumn<int>("what");
    const char *names[] = {"model",   "base",  "temperature", "effort", "limit",
                           "version", "rules", "chunk",       "schema", "text moved from one part to the next"};
    for (int i = 0; i < 10; ++i)
        QTest::newRow(names[i]) << i;
}

void OpenAiRequestTest::keyDependsOn()
{
    QFETCH(int, what);
    OpenAiSettings settings = settingsFor(u"gpt-4o-mini"_s);
    Prompt prompt = shortPrompt();
    const QByteArray before = answerKey(settings, prompt);
    switch (what) {
    case 0:
        settings.model = u"gpt-4o"_s;
        break;
    case 1:
        settings.base = *parseBaseUrl(u"https://gw.example/v1"_s);
        break;
    case 2:
        settings.temperature = 0.0;
        break;
    case 3:
        settings.effort = u"low"_s;
        break;
    case 4:
        settings.maxOutputTokens = 12'000;
        break;
    case 5:
        prompt.version = u"2"_s;
        break;
    case 6:
        prompt.rules += u'x';
        break;
    case 7:
        prompt.chunk += u'x';
        break;
    case 8:
        prompt.schema += ' ';
        break;
    default:
        prompt.rules = u"RULE"_s;
        prompt.chunk.prepend(u'S');
        break;
    }
    QVERIFY(answerKey(settings, prompt) != before);
}

VIRAL_TEST(OpenAiRequestTest)
#include "tst_openairequest.moc"
