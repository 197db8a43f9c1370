// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/environment.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the environment says, and who wins where several say something.
class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSetMeansDefaults();
    void everyVariableIsRead();
    void everyVariableRefusesEmptiness_data();
    void everyVariableRefusesEmptiness();
    void wrongValuesAreRefusedByName_data();
    void wrongValuesAreRefusedByName();
    void limitsAreIncluded_data();
    void limitsAreIncluded();
    void allProblemsComeAtOnce();
    void otherVariablesAreNotLookedAt();
    void secretsAreNeverInMessages();
    void theRequestIsStronger();
    void concurrencyIsTheSmaller_data();
    void concurrencyIsTheSmaller();
    void desktopSettingsAreWeaker();
};

VIRAL_TEST(EnvironmentTest)

void EnvironmentTest::nothingSetMeansDefaults()
{
    const auto settings = withEnvironment({}, {});
    QVERIFY(settings);
    QCOMPARE(*settings, EngineSettings{});
    QCOMPARE(settings->model, u"gpt-4o-mini"_s);
    QCOMPARE(settings->requestTimeout, 30s);
    QCOMPARE(settings->maxConcurrency, 4);
    QCOMPARE(settings->webhookAttempts, 3);
    QCOMPARE(settings->webhookBaseDelay, 1500ms);
    QCOMPARE(settings->webhookLongestDelay, 12s);
    QCOMPARE(settings->openAiBase.url, QUrl(u"https://api.openai.com/v1"_s));
    QCOMPARE(settings->runPodBase, QUrl(u"https://api.runpod.ai/v2"_s));
    QVERIFY(!settings->derivesProgressWebhook);
    // What the table promises is what holds.
    for (const VariableRule &rule : variableRules()) {
        if (rule.standard.isEmpty())
            continue;
        const auto same = withEnvironment({}, {{QString(rule.name), QString(rule.standard)}});
        QVERIFY2(same && *same == EngineSettings{}, rule.name.data());
    }
}

void EnvironmentTest::everyVariableIsRead()
{
    const EnvironmentValues values{
        {u"OPENAI_API_KEY"_s, u"sk-a"_s},
        {u"OPENAI_MODEL"_s, u"gpt-5"_s},
        {u"OPENAI_TEMPERATURE"_s, u"0.25"_s},
        {u"OPENAI_MAX_OUTPUT_TOKENS"_s, u"9000"_s},
        {u"WEBHOOK_SECRET"_s, u"s3cret"_s},
        {u"REQUEST_TIMEOUT_SECONDS"_s, u"1800"_s},
        {u"MAX_CONCURRENCY"_s, u" 10 "_s},
        {u"DERIVE_PROGRESS_WEBHOOK"_s, u"TRUE"_s},
        {u"WEBHOOK_RETRY_ATTEMPTS"_s, u"5"_s},
        {u"WEBHOOK_RETRY_BASE_DELAY_SECONDS"_s, u"0.5"_s},
        {u"WEBHOOK_RETRY_MAX_DELAY_SECONDS"_s, u"60"_s},
        {u"RUNPOD_API_KEY"_s, u"rpa_b"_s},
        {u"RUNPOD_ENDPOINT_ID"_s, u"abc"_s},
        {u"OPENAI_BASE_URL"_s, u"http://localhost:11434/v1/"_s},
        {u"OPENAI_API_MODE"_s, u"chat"_s},
        {u"RUNPOD_ENDPOINT_BASE_URL"_s, u"http://127.0.0.1:8000/v2"_s},
        {u"VIRAL_MOMENTS_LIBRARY"_s, u"/some/where"_s},
    };
    QCOMPARE(values.size(), static_cast<qsizetype>(variableRules().size()));
    const auto settings = withEnvironment({}, values);
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
    QCOMPARE(settings->openAiKey.reveal(), u"sk-a"_s);
    QCOMPARE(settings->model, u"gpt-5"_s);
    QCOMPARE(settings->temperature, std::optional(0.25));
    QCOMPARE(settings->maxOutputTokens, std::optional(9000));
    QCOMPARE(settings->webhookSecret.reveal(), u"s3cret"_s);
    QCOMPARE(settings->requestTimeout, 30min);
    QCOMPARE(settings->maxConcurrency, 10);
    QVERIFY(settings->derivesProgressWebhook);
    QCOMPARE(settings->webhookAttempts, 5);
    QCOMPARE(settings->webhookBaseDelay, 500ms);
    QCOMPARE(settings->webhookLongestDelay, 60s);
    QCOMPARE(settings->runPodKey.reveal(), u"rpa_b"_s);
    QCOMPARE(settings->runPodEndpoint, u"abc"_s);
    QCOMPARE(settings->openAiBase.url, QUrl(u"http://localhost:11434/v1"_s));
    QCOMPARE(settings->apiMode, ApiMode::Chat);
    QCOMPARE(settings->runPodBase, QUrl(u"http://127.0.0.1:8000/v2"_s));
    QCOMPARE(settings->library, u"/some/where"_s);

    const OpenAiSettings openAi = openAiSettings(*settings);
    QCOMPARE(openAi.key, settings->openAiKey);
    QCOMPARE(openAi.longestSilence, 30min);
    QCOMPARE(openAi.mode, ApiMode::Chat);
    QCOMPARE(openAi.maxOutputTokens, std::optional(9000));
    const WebhookSettings webhooks = webhookSettings(*settings);
    QCOMPARE(webhooks.secret, settings->webhookSecret);
    QCOMPARE(webhooks.attempts, 5);
    QCOMPARE(webhooks.longestSilence, 30min);
}

void EnvironmentTest::everyVariableRefusesEmptiness_data()
{
    QTest::addColumn<QString>("name");
    for (const VariableRule &rule : variableRules())
        QTest::newRow(rule.name.data()) << QString(rule.name);
}

void EnvironmentTest::everyVariableRefusesEmptiness()
{
    QFETCH(const QString, name);
    for (const QString &value : {QString(), u"   "_s}) {
        const auto settings = withEnvironment({}, {{name, value}});
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, ErrorKind::Usage);
        QVERIFY(settings.error().message.contains(name));
    }
}

void EnvironmentTest::wrongValuesAreRefusedByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    for (const VariableRule &rule : variableRules()) {
        const bool isNumber = rule.type == VariableType::WholeNumber || rule.type == VariableType::Number ||
                              rule.type == VariableType::Seconds;
        if (!isNumber)
            continue;
        for (const char *value : {"-1", "many", "1e9", "nan", "inf", "0x10", "1,5", "3 s", "--2"})
            QTest::addRow("%s=%s", rule.name.data(), value) << QString(rule.name) << QString::fromLatin1(value);
        if (rule.type == VariableType::WholeNumber)
            QTest::addRow("%s=2.5", rule.name.data()) << QString(rule.name) << u"2.5"_s;
    }
    QTest::newRow("no timeout") << u"REQUEST_TIMEOUT_SECONDS"_s << u"0"_s;
    QTest::newRow("none at once") << u"MAX_CONCURRENCY"_s << u"0"_s;
    QTest::newRow("too many at once") << u"MAX_CONCURRENCY"_s << u"65"_s;
    QTest::newRow("no attempt") << u"WEBHOOK_RETRY_ATTEMPTS"_s << u"0"_s;
    QTest::newRow("too warm") << u"OPENAI_TEMPERATURE"_s << u"2.1"_s;
    QTest::newRow("neither true nor false") << u"DERIVE_PROGRESS_WEBHOOK"_s << u"maybe"_s;
    QTest::newRow("unknown mode") << u"OPENAI_API_MODE"_s << u"completions"_s;
    QTest::newRow("plain http to others") << u"OPENAI_BASE_URL"_s << u"http://example.com/v1"_s;
    QTest::newRow("no address") << u"OPENAI_BASE_URL"_s << u"api.openai.com"_s;
    QTest::newRow("RunPod over plain http") << u"RUNPOD_ENDPOINT_BASE_URL"_s << u"http://example.com"_s;
    QTest::newRow("RunPod elsewhere") << u"RUNPOD_ENDPOINT_BASE_URL"_s << u"ftp://example.com"_s;
}

void EnvironmentTest::wrongValuesAreRefusedByName()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const auto settings = withEnvironment({}, {{name, value}});
    QVERIFY(!settings);
    QCOMPARE(settings.error().kind, ErrorKind::Usage);
    QVERIFY2(settings.error().message.startsWith(name), qPrintable(settings.error().message));
}

void EnvironmentTest::limitsAreIncluded_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("accepted");
    for (const VariableRule &rule : variableRules()) {
        const auto row = [&rule](const char *what, double value, bool accepted) {
            QTest::addRow("%s %s", rule.name.data(), what) << QString(rule.name) << value << accepted;
        };
        if (rule.range.highest == 0)
            continue;
        row("lowest", rule.range.lowest, true);
        row("highest", rule.range.highest, true);
        row("below", rule.range.lowest - 1, false);
        row("above", rule.range.highest + 1, false);
    }
}

void EnvironmentTest::limitsAreIncluded()
{
    QFETCH(const QString, name);
    QFETCH(const double, value);
    QFETCH(const bool, accepted);
    QCOMPARE(withEnvironment({}, {{name, QString::number(value, 'g', 12)}}).has_value(), accepted);
}

void EnvironmentTest::allProblemsComeAtOnce()
{
    const auto settings = withEnvironment(
        {}, {{u"MAX_CONCURRENCY"_s, u"x"_s}, {u"OPENAI_MODEL"_s, QString()}, {u"OPENAI_TEMPERATURE"_s, u"9"_s}});
    QVERIFY(!settings);
    QCOMPARE(settings.error().message.count(u'\n'), 2);
}

void EnvironmentTest::otherVariablesAreNotLookedAt()
{
    QVERIFY(withEnvironment({}, {{u"PATH"_s, QString()}, {u"OPENAI_MODELS"_s, QString()}}));
}

void EnvironmentTest::secretsAreNeverInMessages()
{
    const auto settings = withEnvironment(
        {}, {{u"OPENAI_API_KEY"_s, u"sk-very-secret"_s}, {u"OPENAI_BASE_URL"_s, u"https://user:pass@host/v1"_s}});
    QVERIFY(!settings);
    QVERIFY(!settings.error().message.contains(u"secret"_s));
    QVERIFY(!settings.error().message.contains(u"pass@"_s));
}

void EnvironmentTest::theRequestIsStronger()
{
    auto settings = withEnvironment({}, {{u"OPENAI_API_KEY"_s, u"sk-environment"_s},
                                         {u"OPENAI_MODEL"_s, u"gpt-5"_s},
                                         {u"OPENAI_TEMPERATURE"_s, u"1"_s},
                                         {u"REQUEST_TIMEOUT_SECONDS"_s, u"60"_s}});
    QVERIFY(settings);
    Request request;
    QCOMPARE(withRequest(*settings, request), *settings);
    request.openAiApiKey = Secret(u"sk-payload"_s);
    request.options = {
        .openAiModel = u"o3"_s, .openAiTemperature = 0.0, .openAiMaxOutputTokens = 100, .requestTimeoutSeconds = 0.5};
    const EngineSettings merged = withRequest(*settings, request);
    QCOMPARE(merged.openAiKey.reveal(), u"sk-payload"_s);
    QCOMPARE(merged.model, u"o3"_s);
    QCOMPARE(merged.temperature, std::optional(0.0));
    QCOMPARE(merged.maxOutputTokens, std::optional(100));
    QCOMPARE(merged.requestTimeout, 500ms);
}

void EnvironmentTest::concurrencyIsTheSmaller_data()
{
    QTest::addColumn<int>("environment");
    QTest::addColumn<int>("request");
    QTest::addColumn<int>("expected");
    QTest::newRow("request wants more") << 4 << 10 << 4;
    QTest::newRow("request wants less") << 16 << 2 << 2;
    QTest::newRow("the same") << 3 << 3 << 3;
    QTest::newRow("request does not say") << 7 << 0 << 7;
}

void EnvironmentTest::concurrencyIsTheSmaller()
{
    QFETCH(const int, environment);
    QFETCH(const int, request);
    QFETCH(const int, expected);
    Request wish;
    if (request > 0)
        wish.options.maxConcurrency = request;
    QCOMPARE(withRequest({.maxConcurrency = environment}, wish).maxConcurrency, expected);
}

void EnvironmentTest::desktopSettingsAreWeaker()
{
    const EngineSettings desktop{.model = u"gpt-4.1"_s, .temperature = 0.5, .maxConcurrency = 8};
    const auto settings = withEnvironment(desktop, {{u"OPENAI_MODEL"_s, u"gpt-5"_s}});
    QVERIFY(settings);
    QCOMPARE(settings->model, u"gpt-5"_s);
    QCOMPARE(settings->temperature, std::optional(0.5));
    QCOMPARE(settings->maxConcurrency, 8);
}

#include "tst_environment.moc"
