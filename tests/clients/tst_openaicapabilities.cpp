// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaicapabilities.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;

namespace {

OpenAiSettings settingsFor(const QString &model, const QString &base = QStringLiteral("https://api.openai.com/v1"))
{
    return {.base = *parseBaseUrl(base), .model = model};
}

const QString localBase = QStringLiteral("http://127.0.0.1:8080/v1");

} // namespace

class OpenAiCapabilitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void families_data();
    void families();
    void temperature_data();
    void temperature();
    void effort_data();
    void effort();
    void officialHostGetsEverything();
    void olderModelsGetNoCacheOptions();
    void otherHostsGetTheBareMinimum();
    void azureGetsASubset();
    void chatHasOtherNames();
    void refusedFieldsStayOut_data();
    void refusedFieldsStayOut();
    void parameterNames_data();
    void parameterNames();
    void formatLadder();
    void tokenNames();
    void memoryIsPerBaseAndModel();
    void outputLimits();
    void largerLimits();
};

void OpenAiCapabilitiesTest::families_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<bool>("cachesAtBreakpoints");
    QTest::addColumn<int>("efforts");
    const auto row = [](const char *model, bool known, bool breakpoints, int efforts) {
        QTest::newRow(model) << QString::fromLatin1(model) << known << breakpoints << efforts;
    };
    row("gpt-4o-mini", true, false, 0);
    row("gpt-4o-mini-2024-07-18", true, false, 0);
    row("GPT-4o", true, false, 0);
    row("gpt-4.1-nano", true, false, 0);
    row("gpt-5", true, false, 4);
    row("gpt-5-mini-2025-08-07", true, false, 4);
    row("gpt-5-chat-latest", true, false, 0);
    row("gpt-5.1", true, false, 4);
    row("gpt-5.2", true, false, 5);
    row("gpt-5.6-luna", true, true, 6);
    row("gpt-6-luna", true, true, 6);
    row("gpt-6-astra", true, true, 5);
    row("gpt-6.1-sol", true, true, 6);
    row("gpt-7", true, true, 6);
    row("gpt-10.2-terra", true, true, 6);
    row("o3", true, false, 3);
    row("o3-mini", true, false, 3);
    row("gpt-5.60", false, false, 0);
    row("gpt-4", false, false, 0);
    row("gpt-oss-20b", false, false, 0);
    row("o30", false, false, 0);
    row("llama3.2:3b", false, false, 0);
    row("", false, false, 0);
    row("gpt-99999999999999", false, false, 0);
}

void OpenAiCapabilitiesTest::families()
{
    QFETCH(QString, model);
    const ModelTraits traits = traitsOf(model);
    QTEST(traits.isKnown, "isKnown");
    QTEST(traits.cachesAtBreakpoints, "cachesAtBreakpoints");
    QTEST(static_cast<int>(traits.efforts.size()), "efforts");
}

void OpenAiCapabilitiesTest::temperature_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("effort");
    QTest::addColumn<bool>("isSent");
    QTest::newRow("4o") << QStringLiteral("gpt-4o-mini") << QString() << true;
    QTest::newRow("5") << QStringLiteral("gpt-5") << QString() << false;
    QTest::newRow("5 minimal") << QStringLiteral("gpt-5") << QStringLiteral("minimal") << false;
    QTest::newRow("5 chat") << QStringLiteral("gpt-5-chat-latest") << QString() << true;
    QTest::newRow("5.1 with effort") << QStringLiteral("gpt-5.1") << QStringLiteral("low") << false;
    QTest::newRow("5.1 without") << QStringLiteral("gpt-5.1") << QStringLiteral("none") << true;
    QTest::newRow("6 by default") << QStringLiteral("gpt-6-luna") << QString() << false;
    QTest::newRow("6 without effort") << QStringLiteral("gpt-6-luna") << QStringLiteral("none") << true;
    QTest::newRow("astra has no none") << QStringLiteral("gpt-6-astra") << QStringLiteral("none") << false;
    QTest::newRow("o3") << QStringLiteral("o3") << QString() << false;
    QTest::newRow("unknown: the server decides") << QStringLiteral("llama") << QString() << true;
}

void OpenAiCapabilitiesTest::temperature()
{
    QFETCH(QString, model);
    QFETCH(QString, effort);
    QFETCH(bool, isSent);
    OpenAiSettings settings = settingsFor(model);
    settings.effort = effort;
    QVERIFY(!shapeFor(settings, false, {}).temperature);
    settings.temperature = 0.25;
    QCOMPARE(shapeFor(settings, false, {}).temperature, isSent ? std::optional(0.25) : std::nullopt);
}

void OpenAiCapabilitiesTest::effort_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *model, const char *wanted, const char *sent) {
        QTest::addRow("%s %s", model, wanted)
            << QString::fromLatin1(model) << QString::fromLatin1(wanted) << QString::fromLatin1(sent);
    };
    row("gpt-4o-mini", "", "");
    row("gpt-4o-mini", "high", "");
    row("gpt-5", "", "low");
    row("gpt-5", "none", "minimal");
    row("gpt-5", "max", "high");
    row("gpt-5.1", "none", "none");
    row("gpt-5.1", "minimal", "low");
    row("gpt-6-luna", "max", "max");
    row("gpt-6-astra", "none", "low");
    row("o3", "xhigh", "high");
    row("llama", "", "");
    row("llama", "medium", "medium");
}

void OpenAiCapabilitiesTest::effort()
{
    QFETCH(QString, model);
    QFETCH(QString, wanted);
    OpenAiSettings settings = settingsFor(model);
    settings.effort = wanted;
    QTEST(shapeFor(settings, false, {}).effort, "sent");
}

void OpenAiCapabilitiesTest::officialHostGetsEverything()
{
    const RequestShape shape = shapeFor(settingsFor(QStringLiteral("gpt-6-luna")), false, {});
    QCOMPARE(shape, (RequestShape{.model = QStringLiteral("gpt-6-luna"),
                                  .effort = QStringLiteral("low"),
                                  .sendsVerbosity = true,
                                  .sendsStore = true,
                                  .sendsCacheKey = true,
                                  .sendsCacheOptions = true,
                                  .streams = true,
                                  .asksForStreamUsage = true,
                                  .outputLimit = 32'000,
                                  .usesCompletionTokensName = true,
                                  .usesDeveloperRole = true}));
}

void OpenAiCapabilitiesTest::olderModelsGetNoCacheOptions()
{
    const RequestShape shape = shapeFor(settingsFor(QStringLiteral("gpt-5.5")), false, {});
    QVERIFY(!shape.sendsCacheOptions);
    QVERIFY(shape.sendsCacheKey);
    QVERIFY(!shapeFor(settingsFor(QStringLiteral("gpt-4o-mini")), false, {}).sendsVerbosity);
}

void OpenAiCapabilitiesTest::otherHostsGetTheBareMinimum()
{
    const RequestShape shape = shapeFor(settingsFor(QStringLiteral("gpt-6-luna"), localBase), false, {});
    QCOMPARE(shape, (RequestShape{.model = QStringLiteral("gpt-6-luna"), .streams = true, .outputLimit = 32'000}));
}

void OpenAiCapabilitiesTest::azureGetsASubset()
{
    const RequestShape shape = shapeFor(
        settingsFor(QStringLiteral("gpt-5.1"), QStringLiteral("https://x.openai.azure.com/openai/v1")), false, {});
    QVERIFY(shape.sendsStore);
    QVERIFY(!shape.sendsCacheKey);
    QVERIFY(!shape.sendsVerbosity);
    QCOMPARE(shape.effort, QStringLiteral("low"));
}

void OpenAiCapabilitiesTest::chatHasOtherNames()
{
    const RequestShape official = shapeFor(settingsFor(QStringLiteral("gpt-6-luna")), true, {});
    QVERIFY(official.usesCompletionTokensName);
    QVERIFY(official.usesDeveloperRole);
    QVERIFY(!official.sendsCacheOptions);
    const RequestShape local = shapeFor(settingsFor(QStringLiteral("llama"), localBase), true, {});
    QVERIFY(!local.usesCompletionTokensName);
    QVERIFY(!local.usesDeveloperRole);
    QVERIFY(local.asksForStreamUsage);
}

void OpenAiCapabilitiesTest::refusedFieldsStayOut_data()
{
    QTest::addColumn<QString>("parameter");
    for (const char *parameter :
         {"temperature", "reasoning.effort", "text.verbosity", "store", "prompt_cache_key", "prompt_cache_options",
          "stream", "stream_options", "max_output_tokens", "text.format", "input[0].role"})
        QTest::newRow(parameter) << QString::fromLatin1(parameter);
}

void OpenAiCapabilitiesTest::refusedFieldsStayOut()
{
    QFETCH(QString, parameter);
    OpenAiSettings settings = settingsFor(QStringLiteral("gpt-6-luna"));
    settings.temperature = 0.5;
    settings.effort = QStringLiteral("none");
    const auto field = fieldOfParameter(parameter, {});
    QVERIFY(field);
    QVERIFY(shapeFor(settings, false, {*field}) != shapeFor(settings, false, {}));
}

void OpenAiCapabilitiesTest::parameterNames_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<int>("field"); // -1: cannot be left out
    const auto row = [](const char *parameter, std::optional<OpenAiField> field) {
        QTest::newRow(parameter) << QString::fromLatin1(parameter) << (field ? static_cast<int>(*field) : -1);
    };
    row("temperature", OpenAiField::Temperature);
    row("body.temperature", OpenAiField::Temperature);
    row("reasoning_effort", OpenAiField::Effort);
    row("stream_options.include_usage", OpenAiField::StreamOptions);
    row("prompt_cache_options.ttl", OpenAiField::CacheOptions);
    row("input[0].content[0].prompt_cache_breakpoint", OpenAiField::CacheOptions);
    row("text.format.schema", OpenAiField::JsonSchema);
    row("response_format", OpenAiField::JsonSchema);
    row("messages[0].role", OpenAiField::DeveloperRole);
    row("model", std::nullopt);
    row("input", std::nullopt);
    row("messages", std::nullopt);
    row("temperatures", std::nullopt);
    row("", std::nullopt);
}

void OpenAiCapabilitiesTest::parameterNames()
{
    QFETCH(QString, parameter);
    const auto field = fieldOfParameter(parameter, {});
    QTEST(field ? static_cast<int>(*field) : -1, "field");
}

void OpenAiCapabilitiesTest::formatLadder()
{
    using Format = RequestShape::Format;
    const OpenAiSettings settings = settingsFor(QStringLiteral("llama"), localBase);
    OpenAiFields refused;
    QList<Format> rungs;
    for (int i = 0; i < 3; ++i) {
        rungs.append(shapeFor(settings, true, refused).format);
        refused.insert(*fieldOfParameter(u"response_format", refused));
    }
    QCOMPARE(rungs, (QList<Format>{Format::JsonSchema, Format::JsonObject, Format::Text}));
}

void OpenAiCapabilitiesTest::tokenNames()
{
    const OpenAiSettings official = settingsFor(QStringLiteral("gpt-4o"));
    const OpenAiSettings local = settingsFor(QStringLiteral("llama"), localBase);
    const OpenAiFields newRefused{*fieldOfParameter(u"max_completion_tokens", {})};
    const OpenAiFields oldRefused{*fieldOfParameter(u"max_tokens", {})};
    QVERIFY(shapeFor(official, true, {}).usesCompletionTokensName);
    QVERIFY(!shapeFor(official, true, newRefused).usesCompletionTokensName);
    QVERIFY(shapeFor(official, true, newRefused).outputLimit > 0);
    QVERIFY(!shapeFor(local, true, {}).usesCompletionTokensName);
    QVERIFY(shapeFor(local, true, oldRefused).usesCompletionTokensName);
    const auto next = fieldOfParameter(u"max_completion_tokens", oldRefused);
    QCOMPARE(next, std::optional(OpenAiField::OutputLimit));
    QCOMPARE(shapeFor(local, true, oldRefused | OpenAiFields{*next}).outputLimit, 0);
}

void OpenAiCapabilitiesTest::memoryIsPerBaseAndModel()
{
    OpenAiMemory memory;
    const OpenAiBase official = officialBase();
    const OpenAiBase local = *parseBaseUrl(localBase);
    memory.refuse(local, QStringLiteral("a"), OpenAiField::Store);
    memory.refuse(local, QStringLiteral("a"), OpenAiField::Effort);
    QCOMPARE(memory.refused(local, QStringLiteral("a")), (OpenAiFields{OpenAiField::Store, OpenAiField::Effort}));
    QVERIFY(memory.refused(local, QStringLiteral("b")).isEmpty());
    QVERIFY(memory.refused(official, QStringLiteral("a")).isEmpty());
    memory.preferChat(local);
    QVERIFY(memory.prefersChat(local));
    QVERIFY(!memory.prefersChat(official));
}

void OpenAiCapabilitiesTest::outputLimits()
{
    OpenAiSettings settings = settingsFor(QStringLiteral("gpt-4o-mini"));
    QCOMPARE(shapeFor(settings, false, {}).outputLimit, 12'000);
    settings.maxOutputTokens = 500;
    QCOMPARE(shapeFor(settings, false, {}).outputLimit, 500);
    QCOMPARE(shapeFor(settings, false, {}, 1000).outputLimit, 1000);
}

void OpenAiCapabilitiesTest::largerLimits()
{
    QCOMPARE(largerOutputLimit(u"gpt-4o", 4'000), std::optional(8'000));
    QCOMPARE(largerOutputLimit(u"gpt-4o", 12'000), std::optional(16'384));
    QCOMPARE(largerOutputLimit(u"gpt-4o", 16'384), std::nullopt);
    QCOMPARE(largerOutputLimit(u"gpt-6-luna", 32'000), std::optional(64'000));
    QCOMPARE(largerOutputLimit(u"llama", std::numeric_limits<int>::max()), std::nullopt);
}

VIRAL_TEST(OpenAiCapabilitiesTest)
#include "tst_openaicapabilities.moc"
