// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/settings/settingssource.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Viral;

class SettingsSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strengthOrder();
    void brokenEnvironmentIsNamed();
    void choosesTheEngine();
    void tellsChanges();
    void unwrittenPreferencesHold();
};

namespace {

struct Bench
{
    explicit Bench(const EnvironmentValues &environment = {})
        : store(folder.filePath(u"settings.conf"_s))
        , source(store, keys, environment)
    {}

    QTemporaryDir folder;
    PreferenceStore store;
    MemoryKeeper keys;
    SettingsSource source;
};

} // namespace

void SettingsSourceTest::strengthOrder()
{
    Bench bench({{u"OPENAI_MODEL"_s, u"from-environment"_s}, {u"RUNPOD_API_KEY"_s, u"key-of-environment"_s}});
    Preferences preferences;
    preferences.engine.model = u"from-settings"_s;
    preferences.engine.maxConcurrency = 7;
    bench.source.setPreferences(preferences);
    bench.keys.setKey(KeyName::OpenAi, Secret(u"kept"_s));
    bench.keys.setKey(KeyName::RunPod, Secret(u"kept-too"_s));

    const Result<EngineSettings> settings = bench.source.effective();
    QVERIFY(settings);
    QCOMPARE(settings->model, u"from-environment"_s);
    QCOMPARE(settings->maxConcurrency, 7);
    QCOMPARE(settings->webhookAttempts, 3);
    QCOMPARE(settings->openAiKey, Secret(u"kept"_s));
    QCOMPARE(settings->runPodKey, Secret(u"key-of-environment"_s));
    QVERIFY(bench.source.isSetByEnvironment("OPENAI_MODEL"_L1));
    QVERIFY(!bench.source.isSetByEnvironment("MAX_CONCURRENCY"_L1));
    QVERIFY(!bench.source.isSetByEnvironment({}));
    QCOMPARE(bench.source.preferences().engine.model, u"from-settings"_s);
}

void SettingsSourceTest::brokenEnvironmentIsNamed()
{
    const Bench bench({{u"MAX_CONCURRENCY"_s, u"many"_s}, {u"OPENAI_TEMPERATURE"_s, u"-1"_s}});
    const Result<EngineSettings> settings = bench.source.effective();
    QVERIFY(!settings);
    QVERIFY(settings.error().message.contains("MAX_CONCURRENCY"_L1));
    QVERIFY(settings.error().message.contains("OPENAI_TEMPERATURE"_L1));
    QCOMPARE(bench.source.engine(), RunKind::Offline);
}

void SettingsSourceTest::choosesTheEngine()
{
    Bench bench;
    QCOMPARE(bench.source.engine(), RunKind::Offline);
    bench.keys.setKey(KeyName::OpenAi, Secret(u"kept"_s));
    QCOMPARE(bench.source.engine(), RunKind::OpenAi);
    bench.keys.forget(KeyName::OpenAi);
    Preferences preferences;
    preferences.engine.openAiBase = *parseBaseUrl(u"http://localhost:11434/v1"_s);
    bench.source.setPreferences(preferences);
    QCOMPARE(bench.source.engine(), RunKind::OpenAi);
    preferences.engineChoice = RunKind::RunPod;
    bench.source.setPreferences(preferences);
    QCOMPARE(bench.source.engine(), RunKind::RunPod);
}

void SettingsSourceTest::tellsChanges()
{
    Bench bench;
    const QSignalSpy changed(&bench.source, &SettingsSource::changed);
    bench.keys.setKey(KeyName::WebhookSecret, Secret(u"a"_s));
    QCOMPARE(changed.size(), 1);
    bench.source.setPreferences(bench.source.preferences());
    QCOMPARE(changed.size(), 1);
    Preferences preferences;
    preferences.author = u"A"_s;
    bench.source.setPreferences(preferences);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(PreferenceStore(bench.store.file()).read(), preferences);
}

void SettingsSourceTest::unwrittenPreferencesHold()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    PreferenceStore store(file.fileName() + u"/settings.conf"_s);
    MemoryKeeper keys;
    SettingsSource source(store, keys, {});
    const QSignalSpy failed(&source, &SettingsSource::failed);
    Preferences preferences;
    preferences.engine.model = u"m"_s;
    source.setPreferences(preferences);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(source.effective()->model, u"m"_s);
}

VIRAL_TEST(SettingsSourceTest)
#include "tst_settingssource.moc"
