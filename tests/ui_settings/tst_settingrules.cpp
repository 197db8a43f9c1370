// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/settings/settingrules.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Viral;

class SettingRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleIsWhole_data();
    void everyRuleIsWhole();
    void keysAreUnique();
    void everyVariableButTheLibraryHasASetting();
    void acceptsItsLimits_data();
    void acceptsItsLimits();
    void valuesComeBack_data();
    void valuesComeBack();
    void refuses_data();
    void refuses();
    void refusesWhatLooksLikeAKey();
    void tellsConflicts();
};

void SettingRulesTest::everyRuleIsWhole_data()
{
    QTest::addColumn<QString>("key");
    for (const SettingRule &rule : settingRules())
        QTest::newRow(rule.key.data()) << QString(rule.key);
}

void SettingRulesTest::everyRuleIsWhole()
{
    QFETCH(QString, key);
    const SettingRule *rule = settingRule(key);
    QVERIFY(rule);
    QVERIFY(!settingName(*rule).isEmpty());
    QVERIFY(settingMeaning(*rule).endsWith(u'.'));
    QVERIFY(!settingRange(*rule).isEmpty());
    const QString standard = settingDefault(*rule);
    Preferences preferences;
    QVERIFY2(setSettingText(preferences, *rule, standard), qPrintable(standard));
    QCOMPARE(preferences, Preferences());
    if (rule->isOptional())
        QCOMPARE(standard, QString());
    const bool isNumber = rule->type == SettingType::WholeNumber || rule->type == SettingType::Number ||
                          rule->type == SettingType::Seconds || rule->type == SettingType::Money ||
                          rule->type == SettingType::Percent;
    QCOMPARE(rule->range.highest > rule->range.lowest, isNumber);
}

void SettingRulesTest::keysAreUnique()
{
    QSet<QString> keys;
    for (const SettingRule &rule : settingRules())
        keys.insert(QString(rule.key));
    QCOMPARE(keys.size(), qsizetype(settingRules().size()));
    QVERIFY(!settingRule(u"no/such"));
}

void SettingRulesTest::everyVariableButTheLibraryHasASetting()
{
    QSet<QString> named;
    for (const SettingRule &rule : settingRules())
        named.insert(QString(rule.variable));
    for (const VariableRule &variable : variableRules()) {
        const bool isElsewhere = variable.type == VariableType::Secret || variable.name == "VIRAL_MOMENTS_LIBRARY"_L1;
        QCOMPARE(named.contains(QString(variable.name)), !isElsewhere);
    }
}

void SettingRulesTest::acceptsItsLimits_data()
{
    QTest::addColumn<QString>("key");
    for (const SettingRule &rule : settingRules()) {
        if (rule.range.highest > rule.range.lowest)
            QTest::newRow(rule.key.data()) << QString(rule.key);
    }
}

void SettingRulesTest::acceptsItsLimits()
{
    QFETCH(QString, key);
    const SettingRule &rule = *settingRule(key);
    Preferences preferences;
    for (const double limit : {rule.range.lowest, rule.range.highest}) {
        const QString text = QString::number(limit, 'f', 3);
        QVERIFY2(setSettingText(preferences, rule, text), qPrintable(text));
        QCOMPARE(settingText(preferences, rule).toDouble(), limit);
    }
    const Preferences before = preferences;
    for (const double beyond : {rule.range.lowest - 0.01, rule.range.highest + 1})
        QVERIFY(!setSettingText(preferences, rule, QString::number(beyond, 'f', 3)));
    for (const QString &text : {u"nan"_s, u"inf"_s, u"-1"_s, u"12 apples"_s, u"1,5"_s, u"0x10"_s, u"1e400"_s})
        QVERIFY2(!setSettingText(preferences, rule, text), qPrintable(text));
    QCOMPARE(preferences, before);
    QCOMPARE(setSettingText(preferences, rule, {}).has_value(), rule.isOptional());
}

void SettingRulesTest::valuesComeBack_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *key, const QString &text, const QString &kept) {
        QTest::addRow("%s: %s", key, qPrintable(text)) << QString::fromLatin1(key) << text << kept;
    };
    row("openai/base_url", u" http://localhost:11434/v1/ "_s, u"http://localhost:11434/v1"_s);
    row("openai/base_url", u"https://gate.example/v1/chat/completions"_s, u"https://gate.example/v1"_s);
    row("openai/api_mode", u"chat"_s, u"chat"_s);
    row("openai/model", u"  模型-7b "_s, u"模型-7b"_s);
    row("openai/temperature", u"0.7"_s, u"0.7"_s);
    row("openai/max_output_tokens", u"16"_s, u"16"_s);
    row("runpod/endpoint", u"ab12-x_y"_s, u"ab12-x_y"_s);
    row("runpod/base_url", u"http://127.0.0.1:8000/v2"_s, u"http://127.0.0.1:8000/v2"_s);
    row("run/engine", u"runpod"_s, u"runpod"_s);
    row("run/engine", u""_s, u""_s);
    row("run/keep_going", u"true"_s, u"true"_s);
    row("run/request_timeout_seconds", u"0.001"_s, u"0.001"_s);
    row("chunks/duration_seconds", u"600"_s, u"600"_s);
    row("webhooks/result_url", u"https://example.org/hook"_s, u"https://example.org/hook"_s);
    row("webhooks/result_url", u""_s, u""_s);
    row("budget/per_run", u"0.35"_s, u"0.35"_s);
    row("budget/per_month", u"1000000"_s, u"1000000"_s);
    row("review/author", u"Zoë Ω"_s, u"Zoë Ω"_s);
    row("look/colours", u"dark"_s, u"dark"_s);
    row("look/text_size_percent", u"150"_s, u"150"_s);
    row("look/language", u"de"_s, u"de"_s);
    row("look/language", u""_s, u""_s);
}

void SettingRulesTest::valuesComeBack()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, kept);
    const SettingRule &rule = *settingRule(key);
    Preferences preferences;
    const Result<void> taken = setSettingText(preferences, rule, text);
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().text()));
    QCOMPARE(settingText(preferences, rule), kept);
    Preferences again;
    QVERIFY(setSettingText(again, rule, kept));
    QCOMPARE(again, preferences);
}

void SettingRulesTest::refuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *key, const QString &text) {
        QTest::addRow("%s: %s", key, qPrintable(text.left(40))) << QString::fromLatin1(key) << text;
    };
    row("openai/base_url", u"ftp://example.org/v1"_s);
    row("openai/base_url", u"http://example.org/v1"_s);
    row("openai/base_url", u"https://me:word@example.org/v1"_s);
    row("openai/base_url", {});
    row("openai/api_mode", u"Chat"_s);
    row("openai/model", u"   "_s);
    row("openai/model", QString(2000, u'm'));
    row("openai/model", u"two\nlines"_s);
    row("openai/max_output_tokens", u"16.5"_s);
    row("runpod/endpoint", u"https://api.runpod.ai/v2/abc"_s);
    row("runpod/endpoint", u"../x"_s);
    row("runpod/base_url", u"http://192.168.0.7/v2"_s);
    row("run/engine", u"magic"_s);
    row("run/keep_going", u"maybe"_s);
    row("webhooks/result_url", u"http://example.org/hook"_s);
    row("look/text_size_percent", u"120.5"_s);
    row("look/language", u"Deutsch"_s);
}

void SettingRulesTest::refuses()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    const SettingRule &rule = *settingRule(key);
    Preferences preferences;
    const Result<void> taken = setSettingText(preferences, rule, text);
    QVERIFY(!taken);
    QCOMPARE(taken.error().place, settingName(rule));
    QVERIFY(taken.error().message.size() > 8);
    QCOMPARE(preferences, Preferences());
}

void SettingRulesTest::refusesWhatLooksLikeAKey()
{
    for (const SettingRule &rule : settingRules()) {
        Preferences preferences;
        const Result<void> taken = setSettingText(preferences, rule, u"sk-proj-abcdefghijk1234567890"_s);
        QVERIFY2(!taken, rule.key.data());
        QVERIFY(!taken.error().text().contains("abcdefghijk"_L1));
        QCOMPARE(preferences, Preferences());
    }
}

void SettingRulesTest::tellsConflicts()
{
    Preferences preferences;
    QVERIFY(settingsConflict(preferences).isEmpty());
    preferences.chunks.chunkOverlap = preferences.chunks.chunkDuration;
    QVERIFY(settingsConflict(preferences).contains("overlap"_L1));
    preferences = {};
    preferences.engine.webhookBaseDelay = preferences.engine.webhookLongestDelay;
    QVERIFY(settingsConflict(preferences).isEmpty());
    preferences.engine.webhookBaseDelay += Milliseconds{1};
    QVERIFY(settingsConflict(preferences).contains("pause"_L1));
}

VIRAL_TEST(SettingRulesTest)
#include "tst_settingrules.moc"
