// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaisettings.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;

Q_DECLARE_METATYPE(OpenAiHost)

class OpenAiSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bases_data();
    void bases();
    void refusedBases_data();
    void refusedBases();
    void plainHttpCanBeConfirmed();
    void endpoints();
    void missingVersionIsNoticed();
    void modes();
};

void OpenAiSettingsTest::bases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<OpenAiHost>("host");
    const auto row = [](const char *text, const char *url, OpenAiHost host) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(url) << host;
    };
    row("https://api.openai.com/v1", "https://api.openai.com/v1", OpenAiHost::Official);
    row("  https://api.openai.com/v1/ \n", "https://api.openai.com/v1", OpenAiHost::Official);
    row("https://eu.api.openai.com/v1", "https://eu.api.openai.com/v1", OpenAiHost::Official);
    row("https://api.openai.com/v1/responses", "https://api.openai.com/v1", OpenAiHost::Official);
    row("https://openrouter.ai/api/v1/chat/completions/", "https://openrouter.ai/api/v1", OpenAiHost::Other);
    row("https://api.openai.com.evil.example/v1", "https://api.openai.com.evil.example/v1", OpenAiHost::Other);
    row("https://notapi.openai.com/v1", "https://notapi.openai.com/v1", OpenAiHost::Other);
    row("https://me.openai.azure.com/openai/v1/", "https://me.openai.azure.com/openai/v1", OpenAiHost::Azure);
    row("http://localhost:11434/v1", "http://localhost:11434/v1", OpenAiHost::Local);
    row("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1", OpenAiHost::Local);
    row("http://[::1]:8080/v1", "http://[::1]:8080/v1", OpenAiHost::Local);
    row("http://192.168.1.20:8000/v1", "http://192.168.1.20:8000/v1", OpenAiHost::Local);
    row("http://172.31.0.1/v1", "http://172.31.0.1/v1", OpenAiHost::Local);
    row("http://ollama:11434/v1", "http://ollama:11434/v1", OpenAiHost::Local);
    row("https://gw.example/x?api-version=1", "https://gw.example/x?api-version=1", OpenAiHost::Other);
}

void OpenAiSettingsTest::bases()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QFETCH(OpenAiHost, host);
    const auto base = parseBaseUrl(text);
    QVERIFY(base);
    QCOMPARE(base->url.toString(), url);
    QCOMPARE(base->host, host);
}

void OpenAiSettingsTest::refusedBases_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no scheme") << QStringLiteral("api.openai.com/v1");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("ftp") << QStringLiteral("ftp://api.openai.com/v1");
    QTest::newRow("password") << QStringLiteral("https://user:pass@api.openai.com/v1");
    QTest::newRow("key in the open") << QStringLiteral("http://api.openai.com/v1");
    QTest::newRow("public address") << QStringLiteral("http://172.32.0.1/v1");
    QTest::newRow("looks private") << QStringLiteral("http://10.evil.example/v1");
    QTest::newRow("space inside") << QStringLiteral("https://api.openai .com/v1");
}

void OpenAiSettingsTest::refusedBases()
{
    QFETCH(QString, text);
    const auto base = parseBaseUrl(text);
    QVERIFY(!base);
    QCOMPARE(base.error().kind, ErrorKind::Usage);
    QVERIFY(!base.error().text().contains(QStringLiteral("pass@")));
}

void OpenAiSettingsTest::plainHttpCanBeConfirmed()
{
    QVERIFY(parseBaseUrl(QStringLiteral("http://gw.example/v1"), PlainHttp::Anywhere));
}

void OpenAiSettingsTest::endpoints()
{
    const auto base = parseBaseUrl(QStringLiteral("https://gw.example/openai/v1/?api-version=2"));
    QCOMPARE(base->endpoint(QLatin1StringView("chat/completions")).toString(),
             QStringLiteral("https://gw.example/openai/v1/chat/completions?api-version=2"));
    QCOMPARE(officialBase().endpoint(QLatin1StringView("responses")).toString(),
             QStringLiteral("https://api.openai.com/v1/responses"));
}

void OpenAiSettingsTest::missingVersionIsNoticed()
{
    QVERIFY(parseBaseUrl(QStringLiteral("https://api.openai.com"))->lacksVersion);
    QVERIFY(parseBaseUrl(QStringLiteral("https://api.openai.com/vault"))->lacksVersion);
    QVERIFY(!parseBaseUrl(QStringLiteral("https://x.example/v1beta/openai"))->lacksVersion);
    QVERIFY(!officialBase().lacksVersion);
}

void OpenAiSettingsTest::modes()
{
    QCOMPARE(apiModeFromText(u"auto"), std::optional(ApiMode::Auto));
    QCOMPARE(apiModeFromText(u"responses"), std::optional(ApiMode::Responses));
    QCOMPARE(apiModeFromText(u"chat"), std::optional(ApiMode::Chat));
    QVERIFY(!apiModeFromText(u""));
    QVERIFY(!apiModeFromText(u"Chat completions"));
}

VIRAL_TEST(OpenAiSettingsTest)
#include "tst_openaisettings.moc"
