// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/requestrules.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class RequestRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data();
    void ranges();
    void textsAndUnknownNamesHaveNoRange();
    void setsFromText();
    void refusesText_data();
    void refusesText();
    void refusedTextChangesNothing();
    void webhooks_data();
    void webhooks();
    void checksBelowTheBase();
};

void RequestRulesTest::ranges_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");

    const auto row = [](const char *name, double lowest, double highest) {
        QTest::newRow(name) << QString::fromLatin1(name) << lowest << highest;
    };
    row("chunk_duration_ms", 60'000, 7'200'000);
    row("chunk_overlap_ms", 0, 7'200'000);
    row("min_chunk_duration_ms", 0, 7'200'000);
    row("max_concurrency", 1, 64);
    row("openai_temperature", 0, 2);
    row("openai_max_output_tokens", 16, 1'000'000);
    row("request_timeout_seconds", 0.001, 3600);
}

void RequestRulesTest::ranges()
{
    QFETCH(QString, name);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    const auto range = optionRange(name);
    QVERIFY(range);
    QCOMPARE(range->lowest, lowest);
    QCOMPARE(range->highest, highest);
    const auto text = [](double number) { return QString::number(number, 'g', 12); };
    RequestOptions options;
    QVERIFY(setOption(options, name, text(lowest)));
    QVERIFY(setOption(options, name, text(highest)));
    QVERIFY(options != RequestOptions{});
    const double step = lowest == 0.001 ? 0.0001 : 1;
    QVERIFY(!setOption(options, name, text(lowest - step)));
    QVERIFY(!setOption(options, name, text(highest + step)));
}

void RequestRulesTest::textsAndUnknownNamesHaveNoRange()
{
    QVERIFY(!optionRange(u"openai_model"));
    QVERIFY(!optionRange(u"anything"));
    QVERIFY(!optionRange(u""));
    QCOMPARE(optionRules().size(), std::size_t{8});
}

void RequestRulesTest::setsFromText()
{
    RequestOptions options;
    QVERIFY(setOption(options, u"chunk_duration_ms", u"90000"));
    QVERIFY(setOption(options, u"chunk_overlap_ms", u" 1000.0 "));
    QVERIFY(setOption(options, u"min_chunk_duration_ms", u"6e4"));
    QVERIFY(setOption(options, u"max_concurrency", u"8"));
    QVERIFY(setOption(options, u"openai_model", u" gpt-5 "));
    QVERIFY(setOption(options, u"openai_temperature", u"0.25"));
    QVERIFY(setOption(options, u"openai_max_output_tokens", u"4096"));
    QVERIFY(setOption(options, u"request_timeout_seconds", u"1.5"));
    const RequestOptions expected{.chunkDuration = Milliseconds{90'000},
                                  .chunkOverlap = Milliseconds{1000},
                                  .minChunkDuration = Milliseconds{60'000},
                                  .maxConcurrency = 8,
                                  .openAiModel = u"gpt-5"_s,
                                  .openAiTemperature = 0.25,
                                  .openAiMaxOutputTokens = 4096,
                                  .requestTimeoutSeconds = 1.5};
    QVERIFY(options == expected);
}

void RequestRulesTest::refusesText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");

    const auto row = [](const QString &name, const QString &text) {
        QTest::newRow(qUtf8Printable(name + u'=' + text)) << name << text;
    };
    for (const QString &text : {u""_s, u" "_s, u"-1"_s, u"0"_s, u"65"_s, u"1.5"_s, u"abc"_s, u"4 4"_s, u"1,000"_s,
                                u"0x10"_s, u"inf"_s, u"nan"_s, u"1e99"_s, u"1e999"_s, u"٤"_s, u"4ms"_s, u"--4"_s})
        row(u"max_concurrency"_s, text);
    row(u"openai_temperature"_s, u"inf"_s);
    row(u"openai_temperature"_s, u"nan"_s);
    row(u"request_timeout_seconds"_s, u"-0.1"_s);
    row(u"openai_model"_s, u""_s);
    row(u"openai_model"_s, u"  "_s);
    row(u"unheard_of"_s, u"1"_s);
}

void RequestRulesTest::refusesText()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    RequestOptions options;
    const auto set = setOption(options, name, text);
    QVERIFY(!set);
    QVERIFY(set.error().kind == ErrorKind::Usage);
    QVERIFY(set.error().text().contains(name));
    QVERIFY(options == RequestOptions{});
}

void RequestRulesTest::refusedTextChangesNothing()
{
    RequestOptions options{.maxConcurrency = 3};
    const auto set = setOption(options, u"max_concurrency", u"many");
    QCOMPARE(set.error().text(), u"max_concurrency: must be a whole number from 1 to 64, not \"many\""_s);
    QVERIFY(options.maxConcurrency == 3);
}

void RequestRulesTest::webhooks_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isAllowed");

    const auto row = [](const QString &url, bool isAllowed) { QTest::newRow(qUtf8Printable(url)) << url << isAllowed; };
    row(u"https://example.com/webhooks/result?x=1"_s, true);
    row(u"HTTPS://EXAMPLE.com"_s, true);
    row(u"https://127.0.0.1:8443/"_s, true);
    row(u"http://localhost/x"_s, true);
    row(u"http://LOCALHOST:80"_s, true);
    row(u"http://127.0.0.1:8000/x"_s, true);
    row(u"http://127.255.0.9/"_s, true);
    row(u"http://[::1]:9000/x"_s, true);
    row(u"http://[0:0:0:0:0:0:0:1]/x"_s, true);
    row(u"http://example.com/x"_s, false);
    row(u"http://127.0.0.1.example.com/"_s, false);
    row(u"http://localhost.example.com/"_s, false);
    row(u"http://localhost@example.com/"_s, false);
    row(u"http://128.0.0.1/"_s, false);
    row(u"http://0.0.0.0/"_s, false);
    row(u"http://10.127.0.1/"_s, false);
    row(u"http://[::2]/"_s, false);
    row(u"ftp://localhost/"_s, false);
    row(u"file:///etc/passwd"_s, false);
    row(u"javascript:alert(1)"_s, false);
    row(u"https://"_s, false);
    row(u"https:///path"_s, false);
    row(u"//example.com/x"_s, false);
    row(u"example.com"_s, false);
    row(u"https://exa mple.com"_s, false);
    row(u" https://example.com"_s, false);
    row(u"https://example.com/\nX"_s, false);
    row(u""_s, false);
}

void RequestRulesTest::webhooks()
{
    QFETCH(QString, url);
    QFETCH(bool, isAllowed);
    QCOMPARE(isAllowedWebhook(url), isAllowed);
}

void RequestRulesTest::checksBelowTheBase()
{
    const Request request{.options = {.chunkOverlap = Milliseconds{500'000}},
                          .webhooks = {.resultUrl = u"ftp://x"_s, .progressUrl = {}}};
    Problems problems;
    checkRequest(request, u"/input"_s, problems);
    QCOMPARE(
        problems.text(),
        u"/input/transcript: is empty\n"
        "/input/options/chunk_overlap_ms: must be smaller than the chunk (450000 ms)\n"
        "/input/webhook_endpoints/result_webhook_url: must be an https address, or an http address of this machine"_s);
}

VIRAL_TEST(RequestRulesTest)
#include "tst_requestrules.moc"
