// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pricing.h"
#include "core/analysis/usagetotals.h"
#include "core/base/files.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reading_data();
    void reading();
    void readingKeepsTheRestVerbatim();
    void readingNothing_data();
    void readingNothing();
    void attemptsAreAdded();
    void totals();
    void totalsSaturate();
    void modelNames_data();
    void modelNames();
    void ownEntriesComeFirst();
    void seedPrice();
    void priceRounds();
    void noPrice();
    void billed_data();
    void billed();
    void hugeCountsSaturate();
    void readingTables_data();
    void readingTables();
    void faultsOfATable();
    void shippedTable();
};

VIRAL_TEST(UsageTest)

namespace {

std::optional<ChunkUsage> usageOf(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    return document ? readServiceUsage(document->root(), 6) : std::nullopt;
}

QString described(const TokenCounts &counts)
{
    QStringList parts;
    for (const TokenCount &count : counts)
        parts += u"%1=%2"_s.arg(count.name).arg(count.tokens);
    return parts.join(u' ');
}

PriceTable smallTable()
{
    const auto table = parsePriceTable(R"({"checked_on": "2026-11-21", "models": [
        {"model": "gpt-5", "input": "1.25", "cached": "0.125", "output": "10"},
        {"model": "gpt-5.6-luna", "input": 0.20, "cached": 0.02, "cache_write": 0.25, "output": 1.20},
        {"model": "gpt-4o", "input": 2.5, "cached": 1.25, "output": 10.0},
        {"model": "gpt-4o-mini", "input": "0.15", "cached": "0.075", "output": "0.6"},
        {"model": "o3", "input": "2", "output": "8"}]})");
    return table.value_or(PriceTable{});
}

} // namespace

void UsageTest::reading_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("responses")
        << QByteArray(R"({"input_tokens":100,"input_tokens_details":{"cached_tokens":60,"cache_write_tokens":5},
                          "output_tokens":20,"output_tokens_details":{"reasoning_tokens":7},"total_tokens":120})")
        << u"input_tokens=100 output_tokens=20 total_tokens=120 input_cached_tokens=60 output_reasoning_tokens=7 "
           "prompt_cache_write_tokens=5"_s;
    QTest::newRow("chat completions")
        << QByteArray(R"({"prompt_tokens":100,"completion_tokens":20,"total_tokens":120,
                          "prompt_tokens_details":{"cached_tokens":60,"audio_tokens":0},
                          "completion_tokens_details":{"reasoning_tokens":7}})")
        << u"input_tokens=100 output_tokens=20 total_tokens=120 input_cached_tokens=60 output_reasoning_tokens=7 "
           "prompt_cached_tokens=60"_s;
    QTest::newRow("the seed's chunk")
        << QByteArray(R"({"input_tokens":10986,"output_tokens":6048,"input_cached_tokens":10920,"response_time_ms":8892,
                          "input_tokens_details":{"cached_tokens":10920,"audio_tokens":0},
                          "output_tokens_details":{"reasoning_tokens":512},
                          "prompt_tokens_details":{"cached_tokens":10920,"cache_read_tokens":10920,"cache_write_tokens":0}})")
        << u"input_tokens=10986 output_tokens=6048 input_cached_tokens=10920 output_reasoning_tokens=512 "
           "prompt_cached_tokens=10920 prompt_cache_read_tokens=10920 prompt_cache_write_tokens=0"_s;
    QTest::newRow("text and audio apart")
        << QByteArray(R"({"input_text_tokens":10,"input_audio_tokens":5,"output_text_tokens":3})")
        << u"input_tokens=15 output_tokens=3"_s;
    QTest::newRow("null details") << QByteArray(R"({"input_tokens":1,"input_tokens_details":null})")
                                  << u"input_tokens=1"_s;
    QTest::newRow("whole floats") << QByteArray(R"({"input_tokens":12.0})") << u"input_tokens=12"_s;
    QTest::newRow("negative and text are not counted")
        << QByteArray(R"({"input_tokens":-1,"output_tokens":"7"})") << QString();
    QTest::newRow("unknown service") << QByteArray(R"({"tokens":{"all":5}})") << QString();
}

void UsageTest::reading()
{
    QFETCH(const QByteArray, json);
    const auto usage = usageOf(json);
    QVERIFY(usage.has_value());
    QCOMPARE(usage->chunkIndex, 6);
    QTEST(described(usage->counts), "expected");
}

void UsageTest::readingKeepsTheRestVerbatim()
{
    const auto usage = usageOf(R"({"prompt_tokens":100,"input_tokens":100,"response_time_ms":8892,
        "cost": 0.50, "prompt_tokens_details":{"cached_tokens":60, "x":[1.0]}})");
    const RawMembers expected{{u"prompt_tokens"_s, "100"},
                              {u"cost"_s, "0.50"},
                              {u"prompt_tokens_details"_s, R"({"cached_tokens":60, "x":[1.0]})"}};
    QCOMPARE(usage->reported, expected);
    QCOMPARE(usage->responseTime, std::optional(Milliseconds{8892}));
}

void UsageTest::readingNothing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("number") << QByteArray("7");
}

void UsageTest::readingNothing()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!usageOf(json));
}

void UsageTest::attemptsAreAdded()
{
    auto usage = usageOf(R"({"input_tokens":100,"output_tokens":20,"response_time_ms":5,"tier":"default",
                             "input_tokens_details":{"cached_tokens":60,"note":"a"},"first":1})");
    addAttempt(*usage, *usageOf(R"({"input_tokens":10,"total_tokens":12,"response_time_ms":7,"tier":"flex",
                                    "input_tokens_details":{"cached_tokens":1,"note":"b","more":2},"second":2})"));
    QCOMPARE(described(usage->counts), u"input_tokens=110 output_tokens=20 total_tokens=12 input_cached_tokens=61"_s);
    QCOMPARE(usage->responseTime, std::optional(Milliseconds{7}));
    const RawMembers expected{{u"tier"_s, "\"flex\""},
                              {u"input_tokens_details"_s, R"({"cached_tokens":61,"note":"b","more":2})"},
                              {u"first"_s, "1"},
                              {u"second"_s, "2"}};
    QCOMPARE(usage->reported, expected);
}

void UsageTest::totals()
{
    const QList<ChunkUsage> chunks{*usageOf(R"({"output_reasoning_tokens":5,"output_tokens":7})"),
                                   *usageOf(R"({"input_tokens":10,"output_tokens":1,"prompt_cache_read_tokens":2})")};
    QCOMPARE(described(totalsOf(chunks)),
             u"input_tokens=10 output_tokens=8 output_reasoning_tokens=5 prompt_cache_read_tokens=2"_s);
    QVERIFY(totalsOf({}).isEmpty());
}

void UsageTest::totalsSaturate()
{
    const auto usage = *usageOf(R"({"input_tokens":9223372036854775807})");
    QCOMPARE(tokenCount(totalsOf({usage, usage}), u"input_tokens"), std::numeric_limits<std::int64_t>::max());
}

void UsageTest::modelNames_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    QTest::newRow("exact") << u"gpt-5"_s << u"gpt-5"_s;
    QTest::newRow("case") << u"GPT-4o-Mini"_s << u"gpt-4o-mini"_s;
    QTest::newRow("dated") << u"gpt-4o-mini-2024-07-18"_s << u"gpt-4o-mini"_s;
    QTest::newRow("latest") << u"gpt-4o-latest"_s << u"gpt-4o"_s;
    QTest::newRow("longest wins") << u"gpt-4o-mini"_s << u"gpt-4o-mini"_s;
    QTest::newRow("a dot goes on with the name") << u"gpt-5.6"_s << QString();
    QTest::newRow("own entry behind the dot") << u"gpt-5.6-luna"_s << u"gpt-5.6-luna"_s;
    QTest::newRow("a letter goes on with the name") << u"gpt-5o"_s << QString();
    QTest::newRow("a digit goes on with the name") << u"gpt-50"_s << QString();
    QTest::newRow("o3 is not o30") << u"o30"_s << QString();
    QTest::newRow("a variant takes the family's price") << u"gpt-5-mini"_s << u"gpt-5"_s;
    QTest::newRow("a tag behind a colon") << u"o3:flex"_s << u"o3"_s;
    QTest::newRow("white space around") << u" o3 "_s << u"o3"_s;
    QTest::newRow("shorter than any") << u"gpt"_s << QString();
    QTest::newRow("not at the start") << u"my-gpt-5"_s << QString();
    QTest::newRow("unknown") << u"offline-lexical"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void UsageTest::modelNames()
{
    QFETCH(const QString, model);
    const PriceTable table = smallTable();
    const ModelPrice *price = table.find(model);
    QTEST(price ? price->model : QString(), "expected");
}

void UsageTest::ownEntriesComeFirst()
{
    PriceTable table = smallTable();
    ModelPrice own{.model = u"GPT-5"_s, .rates = {}, .cacheWrite = {}};
    own.rates.input = TokenRate{1};
    table.models.prepend(own);
    QCOMPARE(table.find(u"gpt-5")->rates.input, TokenRate{1});
}

void UsageTest::seedPrice()
{
    const TokenCounts totals{
        {u"input_tokens"_s, 220312}, {u"output_tokens"_s, 135096}, {u"input_cached_tokens"_s, 218752}};
    const auto pricing = priceOf(totals, u"gpt-5", smallTable());
    QVERIFY(pricing.has_value());
    QCOMPARE(pricing->model, u"gpt-5"_s);
    QCOMPARE(pricing->inputCost, MicroDollars{275'390});
    QCOMPARE(pricing->cachedCost, MicroDollars{27'344});
    QCOMPARE(pricing->outputCost, MicroDollars{1'350'960});
    QCOMPARE(pricing->totalCost, MicroDollars{1'653'694});
    QCOMPARE(pricing->inputTokens, 220312);
    QCOMPARE(pricing->cachedTokens, 218752);
    QCOMPARE(pricing->outputTokens, 135096);
}

void UsageTest::priceRounds()
{
    // 0.15 × 10 = 1.5 and 0.075 × 20 = 1.5 micro-dollars: each half goes up, and the total is their sum.
    const TokenCounts totals{{u"input_tokens"_s, 10}, {u"input_cached_tokens"_s, 20}, {u"output_tokens"_s, 2}};
    const auto pricing = priceOf(totals, u"gpt-4o-mini", smallTable());
    QCOMPARE(pricing->inputCost, MicroDollars{2});
    QCOMPARE(pricing->cachedCost, MicroDollars{2});
    QCOMPARE(pricing->outputCost, MicroDollars{1});
    QCOMPARE(pricing->totalCost, MicroDollars{5});
}

void UsageTest::noPrice()
{
    const TokenCounts totals{{u"input_tokens"_s, 10}};
    QVERIFY(!priceOf({}, u"gpt-5", smallTable()));
    QVERIFY(!priceOf({{u"total_tokens"_s, 10}}, u"gpt-5", smallTable()));
    QVERIFY(!priceOf(totals, u"unknown", smallTable()));
    QVERIFY(!priceOf(totals, u"gpt-5", {}));
    QVERIFY(!billedCost({}, u"gpt-5", smallTable()));
    QVERIFY(!billedCost(totals, u"unknown", smallTable()));
}

void UsageTest::billed_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("cached");
    QTest::addColumn<qint64>("written");
    QTest::addColumn<qint64>("output");
    QTest::addColumn<qint64>("micros");
    // 1560 at 1.25, 218752 at 0.125, 135096 at 10.
    QTest::newRow("the seed's run") << u"gpt-5"_s << qint64(220312) << qint64(218752) << qint64(0) << qint64(135096)
                                    << qint64(1950 + 27'344 + 1'350'960);
    // 500 at 0.20, 300 at 0.02, 200 at 0.25, 100 at 1.20.
    QTest::newRow("written cache") << u"gpt-5.6-luna"_s << qint64(1000) << qint64(300) << qint64(200) << qint64(100)
                                   << qint64(100 + 6 + 50 + 120);
    // Without a rate of its own, writing costs what input costs.
    QTest::newRow("written without a rate")
        << u"gpt-5"_s << qint64(1000) << qint64(0) << qint64(400) << qint64(0) << qint64(750 + 500);
    QTest::newRow("no rate for the cache")
        << u"o3"_s << qint64(1000) << qint64(400) << qint64(0) << qint64(0) << qint64(2000);
    QTest::newRow("more cached than there was")
        << u"gpt-5"_s << qint64(100) << qint64(800) << qint64(800) << qint64(0) << qint64(13);
}

void UsageTest::billed()
{
    QFETCH(const QString, model);
    QFETCH(const qint64, input);
    QFETCH(const qint64, cached);
    QFETCH(const qint64, written);
    QFETCH(const qint64, output);
    const TokenCounts totals{{u"input_tokens"_s, input},
                             {u"output_tokens"_s, output},
                             {u"input_cached_tokens"_s, cached},
                             {u"prompt_cache_write_tokens"_s, written}};
    const auto cost = billedCost(totals, model, smallTable());
    QVERIFY(cost.has_value());
    QTEST(qint64(cost->value), "micros");
}

void UsageTest::hugeCountsSaturate()
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const TokenCounts totals{{u"input_tokens"_s, most}, {u"output_tokens"_s, most}, {u"input_cached_tokens"_s, most}};
    QCOMPARE(priceOf(totals, u"gpt-5", smallTable())->totalCost, MicroDollars{most});
    QVERIFY(billedCost(totals, u"gpt-5", smallTable())->value > 0);
}

void UsageTest::readingTables_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("expected"); // input cached write output, or nothing when refused
    const auto row = [](const char *name, const QByteArray &fields, const QString &expected) {
        QTest::newRow(name) << fields << expected;
    };
    row("text", R"("input":"1.25","cached":"0.125","output":"10")", u"1.25 0.125 - 10.0"_s);
    row("numbers by their own digits", R"("input":0.1,"cached":0.000001,"cache_write":0.3,"output":10.00)",
        u"0.1 0.000001 0.3 10.0"_s);
    row("no cached rate", R"("input":"2","output":"8")", u"2.0 2.0 - 8.0"_s);
    row("null is missing", R"("input":"2","cached":null,"output":"8")", u"2.0 2.0 - 8.0"_s);
    row("free", R"("input":0,"output":0)", u"0.0 0.0 - 0.0"_s);
    row("too many decimals", R"("input":"0.0000001","output":"8")", QString());
    row("exponent", R"("input":1e1,"output":"8")", QString());
    row("negative", R"("input":-1,"output":"8")", QString());
    row("words", R"("input":"cheap","output":"8")", QString());
    row("no output", R"("input":"2")", QString());
}

void UsageTest::readingTables()
{
    QFETCH(const QByteArray, fields);
    const auto table = parsePriceTable("{\"models\":[{\"model\":\"m\"," + fields + "}]}");
    QString seen;
    if (table) {
        const ModelPrice &price = table->models.constFirst();
        seen = u"%1 %2 %3 %4"_s.arg(price.rates.input.shortest(), price.rates.cached.shortest(),
                                    price.cacheWrite ? price.cacheWrite->shortest() : u"-"_s,
                                    price.rates.output.shortest());
    }
    QTEST(seen, "expected");
}

void UsageTest::faultsOfATable()
{
    const auto table = parsePriceTable(R"({"models":[{"model":"","input":"x","output":"1"},
                                                     {"model":"m","input":"1","output":"1","checked_on":"soon"}]})");
    QVERIFY(!table.has_value());
    const QString text = table.error().text();
    QVERIFY2(text.contains(u"/models/0/model"_s), qPrintable(text));
    QVERIFY2(text.contains(u"/models/0/input"_s), qPrintable(text));
    QVERIFY2(text.contains(u"/models/1/checked_on"_s), qPrintable(text));
    QVERIFY(!parsePriceTable("{}"));
    QVERIFY(!parsePriceTable("[1]"));
    QVERIFY(!parsePriceTable("{"));
}

void UsageTest::shippedTable()
{
    const auto bytes = readFile(QStringLiteral(VIRAL_RESOURCES "/pricing.json"));
    QVERIFY(bytes.has_value());
    const auto table = parsePriceTable(*bytes);
    QVERIFY2(table.has_value(), table ? "" : qPrintable(table.error().text()));
    for (const ModelPrice &price : table->models) {
        QVERIFY2(price.checkedOn.isValid(), qPrintable(price.model));
        QVERIFY2(price.source.startsWith(u"https://"_s), qPrintable(price.model));
        QVERIFY2(price.rates.cached.microDollarsPerMillion < price.rates.input.microDollarsPerMillion,
                 qPrintable(price.model));
        QVERIFY2(price.rates.input.microDollarsPerMillion < price.rates.output.microDollarsPerMillion,
                 qPrintable(price.model));
        QCOMPARE(table->find(price.model)->model, price.model);
    }
    // The five that the contract names.
    for (const QString &model : {u"gpt-5"_s, u"gpt-4o"_s, u"gpt-4o-mini"_s, u"o3"_s, u"o3-mini"_s})
        QVERIFY2(table->find(model), qPrintable(model));
    QCOMPARE(table->find(u"gpt-5")->rates.input.shortest(), u"1.25"_s);
    QCOMPARE(table->find(u"o3-mini-2025-01-31")->model, u"o3-mini"_s);
    QCOMPARE(table->find(u"o3")->shutdownDate, QDate(2026, 12, 11));
    QCOMPARE(table->find(u"gpt-6-luna")->cacheWrite->shortest(), u"0.125"_s);
    QVERIFY(!table->find(u"gpt-6-luna")->shutdownDate.isValid());
    QVERIFY(!table->find(u"gpt-7"));
}

#include "tst_usage.moc"
