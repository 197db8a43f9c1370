// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/pricebook.h"
#include "core/run/quote.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// What a run would cost, and where the rates come from.
class QuoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsChunksAndTokens();
    void everyModelHasALine();
    void thinkingCostsMore();
    void growsWithTheTranscript();
    void otherScriptsCostMore();
    void usersPricesComeFirst();
    void brokenPricesAreRefused();
    void shutdown_data();
    void shutdown();
};

VIRAL_TEST(QuoteTest)

namespace {

Request requestOf(int sentences)
{
    Request request;
    request.transcript = evenTranscript(sentences);
    return request;
}

RunQuote quoteOf(const Request &request)
{
    return quoteFor(request, {}, PromptTemplates::builtIn(), builtInPrices());
}

std::optional<ModelQuote> lineOf(const RunQuote &quote, const QString &model)
{
    for (const ModelQuote &line : quote.models) {
        if (line.model == model)
            return line;
    }
    return std::nullopt;
}

} // namespace

void QuoteTest::countsChunksAndTokens()
{
    const RunQuote quote = quoteOf(requestOf(180));
    QCOMPARE(quote.chunks, 2);
    // Rules and schema twice, and 180 lines of about fifteen tokens and more.
    QVERIFY(quote.inputTokens > 2 * 1000 + 180 * 10);
    QVERIFY(quote.inputTokens < 2 * 4000 + 180 * 40);
    QVERIFY(quote.outputTokens > 0);
    QCOMPARE(quoteOf(requestOf(0)).chunks, 0);
    QCOMPARE(quoteOf(requestOf(0)).inputTokens, 0);
}

void QuoteTest::everyModelHasALine()
{
    const RunQuote quote = quoteOf(requestOf(90));
    QCOMPARE(quote.models.size(), builtInPrices().models.size());
    for (const ModelQuote &line : quote.models)
        QVERIFY2(line.price.value > 0, qPrintable(line.model));
    const auto mini = lineOf(quote, u"gpt-4o-mini"_s);
    QVERIFY(mini);
    // 0.15 and 0.60 dollars a million.
    const std::int64_t expected = (quote.inputTokens * 15 + mini->outputTokens * 60 + 50) / 100;
    QVERIFY(std::abs(mini->price.value - expected) <= 1);
}

void QuoteTest::thinkingCostsMore()
{
    const RunQuote quote = quoteOf(requestOf(90));
    QVERIFY(lineOf(quote, u"gpt-5"_s)->outputTokens > lineOf(quote, u"gpt-4o"_s)->outputTokens);
}

void QuoteTest::growsWithTheTranscript()
{
    const RunQuote small = quoteOf(requestOf(810));
    const RunQuote large = quoteOf(requestOf(1620));
    QVERIFY(large.chunks >= 2 * small.chunks - 1);
    QVERIFY(large.inputTokens > small.inputTokens * 19 / 10);
    QVERIFY(large.inputTokens < small.inputTokens * 21 / 10);
}

void QuoteTest::otherScriptsCostMore()
{
    Request japanese = requestOf(90);
    for (Sentence &sentence : japanese.transcript.sentences)
        sentence.text = QString(sentence.text.size(), u'話');
    QVERIFY(quoteOf(japanese).inputTokens > quoteOf(requestOf(90)).inputTokens);
    QVERIFY(quoteOf(japanese).outputTokens > quoteOf(requestOf(90)).outputTokens);
}

void QuoteTest::usersPricesComeFirst()
{
    const QTemporaryDir folder;
    const QString path = userPricesPath(folder.path());
    QCOMPARE(pricesWithUser(path)->models.size(), builtInPrices().models.size());

    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"checked_on": "2026-11-21", "models": [
        {"model": "gpt-4o-mini", "input": "1", "cached": "1", "output": "1", "source": "contract"},
        {"model": "house-model", "input": "2", "cached": "1", "output": "3", "source": "own"}]})");
    file.close();
    const Result<PriceTable> prices = pricesWithUser(path);
    QVERIFY2(prices, prices ? "" : qPrintable(prices.error().text()));
    QCOMPARE(prices->find(u"gpt-4o-mini")->rates.input.shortest(), u"1.0"_s);
    QVERIFY(prices->find(u"house-model"));
    QVERIFY(prices->find(u"gpt-5"));
    // A name that the user has overruled has one line.
    const RunQuote quote = quoteFor(requestOf(90), {}, PromptTemplates::builtIn(), *prices);
    QCOMPARE(quote.models.size(), builtInPrices().models.size() + 1);
}

void QuoteTest::brokenPricesAreRefused()
{
    const QTemporaryDir folder;
    const QString path = userPricesPath(folder.path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"models": [{"model": "x", "input": "cheap"}]})");
    file.close();
    const Result<PriceTable> prices = pricesWithUser(path);
    QVERIFY(!prices);
    QCOMPARE(prices.error().place, path);
}

void QuoteTest::shutdown_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("warns");
    QTest::newRow("long before") << u"gpt-5"_s << QDate(2026, 10, 1) << false;
    QTest::newRow("61 days before") << u"gpt-5"_s << QDate(2026, 10, 11) << false;
    QTest::newRow("60 days before") << u"gpt-5"_s << QDate(2026, 10, 12) << true;
    QTest::newRow("dated name") << u"gpt-5-2025-08-07"_s << QDate(2026, 12, 1) << true;
    QTest::newRow("afterwards") << u"gpt-5"_s << QDate(2027, 1, 1) << true;
    QTest::newRow("nothing announced") << u"gpt-6-luna"_s << QDate(2026, 12, 1) << false;
    QTest::newRow("unknown") << u"llama"_s << QDate(2026, 12, 1) << false;
}

void QuoteTest::shutdown()
{
    QFETCH(const QString, model);
    QFETCH(const QDate, today);
    QFETCH(const bool, warns);
    const QString warning = shutdownWarning(builtInPrices(), model, today);
    QCOMPARE(!warning.isEmpty(), warns);
    if (warns)
        QVERIFY(warning.contains(model) && warning.contains(u"2026-12-11"_s));
}

#include "tst_quote.moc"
