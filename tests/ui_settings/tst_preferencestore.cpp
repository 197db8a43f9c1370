// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/settings/preferencestore.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Viral;

class PreferenceStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFileGivesDefaults();
    void everythingComesBack();
    void onlyWhatDiffersIsWritten();
    void otherLinesStay();
    void twoWindowsKeepEachOthersChanges();
    void oneBadLineDoesNotSpoilTheRest();
    void conflictsFallBack();
    void brokenFileIsPutAside_data();
    void brokenFileIsPutAside();
    void asideNamesAreNotOverwritten();
    void folderInPlaceOfTheFile();
    void unwritableFolderIsSaid();

private:
    QByteArray content() const;
    void fill(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

Preferences unusual()
{
    Preferences preferences;
    preferences.engine.openAiBase = *parseBaseUrl(u"http://localhost:1234/v1"_s);
    preferences.engine.apiMode = ApiMode::Chat;
    preferences.engine.model = u"llama, \"3\" = 模型"_s;
    preferences.engine.temperature = 0.25;
    preferences.engine.maxOutputTokens = 4096;
    preferences.engine.requestTimeout = Milliseconds{12'345};
    preferences.engine.maxConcurrency = 9;
    preferences.engine.runPodEndpoint = u"abc-123"_s;
    preferences.chunks.chunkDuration = Milliseconds{600'000};
    preferences.engineChoice = RunKind::RunPod;
    preferences.keepGoing = true;
    preferences.webhooks = {u"https://a.example/x?y=1&z=a,b;c"_s, u"https://b.example/"_s};
    preferences.budgetPerRun = MicroDollars{350'000};
    preferences.budgetPerMonth = MicroDollars{12'000'000};
    preferences.author = u"100% Zoë @home"_s;
    preferences.colours = ThemeChoice::Dark;
    preferences.textSizePercent = 125;
    preferences.reducesMotion = true;
    return preferences;
}

} // namespace

void PreferenceStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"settings.conf"_s);
}

QByteArray PreferenceStoreTest::content() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void PreferenceStoreTest::fill(const QByteArray &bytes) const
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void PreferenceStoreTest::missingFileGivesDefaults()
{
    PreferenceStore store(m_file);
    QCOMPARE(store.read(), Preferences());
    QVERIFY(store.notices().isEmpty());
    QVERIFY(!QFile::exists(m_file));
}

void PreferenceStoreTest::everythingComesBack()
{
    PreferenceStore store(m_file);
    store.read();
    QVERIFY(store.write(unusual()));
    PreferenceStore other(m_file);
    QCOMPARE(other.read(), unusual());
    QCOMPARE(other.notices(), QStringList());
    QVERIFY(other.write(Preferences()));
    QCOMPARE(PreferenceStore(m_file).read(), Preferences());
}

void PreferenceStoreTest::onlyWhatDiffersIsWritten()
{
    PreferenceStore store(m_file);
    Preferences preferences = store.read();
    preferences.engine.maxConcurrency = 8;
    QVERIFY(store.write(preferences));
    QVERIFY(content().contains("max_concurrency=8"));
    QVERIFY(!content().contains("model"));
    preferences.engine.maxConcurrency = Preferences().engine.maxConcurrency;
    QVERIFY(store.write(preferences));
    QVERIFY(!content().contains("max_concurrency"));
}

void PreferenceStoreTest::otherLinesStay()
{
    fill("[window]\ngeometry=@ByteArray(abc)\n[future]\nthing=7\n[openai]\nmodel=gpt-x\nunheard=1\n");
    PreferenceStore store(m_file);
    Preferences preferences = store.read();
    QCOMPARE(preferences.engine.model, u"gpt-x"_s);
    preferences.author = u"A"_s;
    QVERIFY(store.write(preferences));
    const QSettings settings(m_file, QSettings::IniFormat);
    QCOMPARE(settings.value(u"window/geometry"_s).toByteArray(), QByteArray("abc"));
    QCOMPARE(settings.value(u"future/thing"_s).toInt(), 7);
    QCOMPARE(settings.value(u"openai/unheard"_s).toInt(), 1);
    QCOMPARE(settings.value(u"review/author"_s).toString(), u"A"_s);
}

void PreferenceStoreTest::twoWindowsKeepEachOthersChanges()
{
    PreferenceStore one(m_file);
    PreferenceStore two(m_file);
    Preferences ofOne = one.read();
    Preferences ofTwo = two.read();
    ofOne.engine.model = u"m1"_s;
    ofTwo.author = u"Two"_s;
    QVERIFY(one.write(ofOne));
    QVERIFY(two.write(ofTwo));
    const Preferences both = PreferenceStore(m_file).read();
    QCOMPARE(both.engine.model, u"m1"_s);
    QCOMPARE(both.author, u"Two"_s);
}

void PreferenceStoreTest::oneBadLineDoesNotSpoilTheRest()
{
    fill("[run]\nmax_concurrency=-5\n[openai]\nmodel=kept\ntemperature=hot\n");
    PreferenceStore store(m_file);
    const Preferences preferences = store.read();
    QCOMPARE(preferences.engine.model, u"kept"_s);
    QCOMPARE(preferences.engine.maxConcurrency, 4);
    QCOMPARE(store.notices().size(), 2);
    QVERIFY(store.notices().join(u' ').contains(settingName(*settingRule(u"run/max_concurrency"))));
}

void PreferenceStoreTest::conflictsFallBack()
{
    fill("[chunks]\nduration_seconds=60\noverlap_seconds=90\n[openai]\nmodel=kept\n");
    PreferenceStore store(m_file);
    const Preferences preferences = store.read();
    QCOMPARE(preferences.chunks, AnalysisSettings());
    QCOMPARE(preferences.engine.model, u"kept"_s);
    QCOMPARE(store.notices().size(), 1);
}

void PreferenceStoreTest::brokenFileIsPutAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no lines of settings") << QByteArray("{\"json\": true}\n<xml/>\n");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("too large") << QByteArray("[a]\nb=").append(QByteArray(2 * 1024 * 1024, 'x'));
}

void PreferenceStoreTest::brokenFileIsPutAside()
{
    QFETCH(QByteArray, bytes);
    fill(bytes);
    PreferenceStore store(m_file);
    QCOMPARE(store.read(), Preferences());
    QCOMPARE(store.notices().size(), 1);
    QVERIFY2(store.notices().constFirst().contains(m_file + u".broken"_s), qPrintable(store.notices().constFirst()));
    QFile aside(m_file + u".broken"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QVERIFY(!QFile::exists(m_file));

    QVERIFY(store.write(unusual()));
    QCOMPARE(PreferenceStore(m_file).read(), unusual());
}

void PreferenceStoreTest::asideNamesAreNotOverwritten()
{
    for (int i = 0; i < 3; ++i) {
        fill("nonsense" + QByteArray(i, '!') + "\n");
        PreferenceStore store(m_file);
        store.read();
    }
    QVERIFY(QFile::exists(m_file + u".broken"_s));
    QVERIFY(QFile::exists(m_file + u".broken-2"_s));
    QVERIFY(QFile::exists(m_file + u".broken-3"_s));
}

void PreferenceStoreTest::folderInPlaceOfTheFile()
{
    QVERIFY(QDir().mkpath(m_file + u"/inner"_s));
    PreferenceStore store(m_file);
    QCOMPARE(store.read(), Preferences());
    QCOMPARE(store.notices().size(), 1);
    QVERIFY(store.write(unusual()));
    QVERIFY(QFileInfo(m_file).isFile());
}

void PreferenceStoreTest::unwritableFolderIsSaid()
{
    // A file where a folder should be cannot be written below by anybody, root included.
    fill("[a]\nb=1\n");
    PreferenceStore store(m_file + u"/deeper/settings.conf"_s);
    QCOMPARE(store.read(), Preferences());
    const Result<void> written = store.write(unusual());
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Io);
    QVERIFY(written.error().place.contains("deeper"_L1));
}

VIRAL_TEST(PreferenceStoreTest)
#include "tst_preferencestore.moc"
