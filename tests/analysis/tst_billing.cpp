// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/costreport.h"
#include "core/contract/moment.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <limits>

using namespace Viral;
using namespace Qt::StringLiterals;

// What is billed, beside what the contract counts, and all that is said about the cost of a result.
class BillingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bill_data();
    void bill();
    void nothingCounted();
    void partsExplainTheDifference();
    void moreCachedThanInput();
    void hugeCounts();
    void cachedShare_data();
    void cachedShare();
    void modelsCheapestFirst();
    void reportOfAPaidRun();
    void reportKeepsTheRatesOfTheResult();
    void reportOfAnUnknownModel();
    void reportWithoutUsage();
    void likelyAttempts_data();
    void likelyAttempts();
    void knownAnswersAreNotGuessed();
    void csv();
    void csvIsSafe();
    void text();
};

VIRAL_TEST(BillingTest)

namespace {

using Tokens = std::int64_t;

const ModelPrice five{.model = u"gpt-5"_s, .rates = {{1'250'000}, {125'000}, {10'000'000}}};
const ModelPrice luna{.model = u"luna"_s, .rates = {{100'000}, {10'000}, {500'000}}, .cacheWrite = TokenRate{125'000}};

TokenCounts counts(Tokens input, Tokens cached, Tokens output, Tokens written = 0)
{
    return {{u"input_tokens"_s, input},
            {u"output_tokens"_s, output},
            {u"input_cached_tokens"_s, cached},
            {u"prompt_cache_write_tokens"_s, written}};
}

/// A result of chunks with these inputs, a hundred of output each.
ServiceResult resultOf(const QList<Tokens> &inputs)
{
    ServiceResult result;
    result.metadata.model = u"gpt-5"_s;
    Usage usage;
    for (int i = 0; i < inputs.size(); ++i)
        usage.byChunk.append(
            {.chunkIndex = i, .counts = counts(inputs.at(i), 0, 100), .responseTime = Milliseconds{1'000 + i}});
    Tokens sum = 0;
    for (const Tokens input : inputs)
        sum += input;
    usage.totals = counts(sum, 0, 100 * inputs.size());
    result.usage = usage;
    return result;
}

QList<Chunk> chunksOf(int count)
{
    QList<Chunk> chunks;
    for (int i = 0; i < count; ++i)
        chunks.append({.index = i, .span = spanMs(i * 60'000, (i + 1) * 60'000)});
    return chunks;
}

} // namespace

void BillingTest::bill_data()
{
    QTest::addColumn<TokenCounts>("totals");
    QTest::addColumn<qint64>("fresh");
    QTest::addColumn<qint64>("cached");
    QTest::addColumn<qint64>("written");
    QTest::addColumn<qint64>("output");
    QTest::addColumn<qint64>("total");
    QTest::newRow("plain") << counts(1'000'000, 0, 100'000) << 100'000LL << 0LL << 0LL << 50'000LL << 150'000LL;
    QTest::newRow("all cached") << counts(1'000'000, 1'000'000, 0) << 0LL << 10'000LL << 0LL << 0LL << 10'000LL;
    QTest::newRow("written") << counts(1'000'000, 400'000, 0, 600'000) << 0LL << 4'000LL << 75'000LL << 0LL << 79'000LL;
    QTest::newRow("half up") << counts(5, 0, 0) << 1LL << 0LL << 0LL << 0LL << 1LL;
    QTest::newRow("half down") << counts(4, 0, 0) << 0LL << 0LL << 0LL << 0LL << 0LL;
    QTest::newRow("output only") << TokenCounts{{u"output_tokens"_s, 2'000'000}} << 0LL << 0LL << 0LL << 1'000'000LL
                                 << 1'000'000LL;
}

void BillingTest::bill()
{
    QFETCH(const TokenCounts, totals);
    const std::optional<Bill> bill = billOf(totals, luna);
    QVERIFY(bill);
    QTEST(qint64(bill->freshCost.value), "fresh");
    QTEST(qint64(bill->cachedCost.value), "cached");
    QTEST(qint64(bill->writtenCost.value), "written");
    QTEST(qint64(bill->outputCost.value), "output");
    QTEST(qint64(bill->totalCost.value), "total");
    QCOMPARE(billedCost(totals, u"luna", {{luna}}), std::optional(bill->totalCost));
}

void BillingTest::nothingCounted()
{
    QVERIFY(!billOf({}, luna));
    QVERIFY(!billOf({{u"total_tokens"_s, 5}}, luna));
    QVERIFY(costWithEachModel({}, {{luna}}).isEmpty());
}

void BillingTest::partsExplainTheDifference()
{
    const TokenCounts totals = counts(1'000'000, 600'000, 50'000, 100'000);
    const Bill bill = *billOf(totals, luna);
    const Pricing contract = *priceOf(totals, u"luna", {{luna}});
    QCOMPARE(contract.totalCost.value - bill.totalCost.value, bill.cachedAtFullRate.value - bill.writeSurcharge.value);
    QCOMPARE(bill.cachedAtFullRate.value, 60'000);
    QCOMPARE(bill.writeSurcharge.value, 2'500);
}

void BillingTest::moreCachedThanInput()
{
    const Bill bill = *billOf(counts(100, 500, 0, 900), luna);
    QCOMPARE(bill.freshTokens, 0);
    QCOMPARE(bill.cachedTokens, 100);
    QCOMPARE(bill.writtenTokens, 0);
    const Bill negative = *billOf(counts(-5, -5, -5, -5), luna);
    QCOMPARE(negative.totalCost.value, 0);
}

void BillingTest::hugeCounts()
{
    constexpr Tokens most = std::numeric_limits<Tokens>::max();
    const Bill bill = *billOf(counts(most, 0, most), {.model = u"x"_s, .rates = {{most}, {most}, {most}}});
    QCOMPARE(bill.totalCost.value, most);
}

void BillingTest::cachedShare_data()
{
    QTest::addColumn<TokenCounts>("totals");
    QTest::addColumn<int>("permille");
    QTest::newRow("nothing") << TokenCounts() << -1;
    QTest::newRow("no input") << counts(0, 0, 9) << -1;
    QTest::newRow("none cached") << counts(1000, 0, 9) << 0;
    QTest::newRow("some") << counts(1000, 625, 9) << 625;
    QTest::newRow("nearly all") << counts(100'000, 99'999, 9) << 999;
    QTest::newRow("all") << counts(7, 7, 9) << 1000;
    QTest::newRow("too many") << counts(7, 70, 9) << 1000;
}

void BillingTest::cachedShare()
{
    QFETCH(const TokenCounts, totals);
    QTEST(cachedPermille(totals).value_or(-1), "permille");
}

void BillingTest::modelsCheapestFirst()
{
    ModelPrice own = five;
    own.model = u"GPT-5"_s;
    own.rates.input = {1};
    const QList<ModelCost> costs =
        costWithEachModel(counts(1'000'000, 0, 0), {{own, five, luna, {.model = u"free"_s}}});
    QStringList names;
    for (const ModelCost &cost : costs)
        names.append(cost.model);
    QCOMPARE(names, (QStringList{u"free"_s, u"GPT-5"_s, u"luna"_s}));
    QCOMPARE(costs.constLast().billed.value, 100'000);
    const QList<ModelCost> cached = costWithEachModel(counts(1'000'000, 1'000'000, 0), {{five}});
    QCOMPARE(cached.constFirst().contract.value, 1'375'000);
    QCOMPARE(cached.constFirst().billed.value, 125'000);
}

void BillingTest::reportOfAPaidRun()
{
    ServiceResult result = resultOf({1'000, 1'100, 900});
    result.moments = {{.chunkIndex = 1}, {.chunkIndex = 1}, {.chunkIndex = 9}, {}};
    const CostReport report = costReportOf(result, chunksOf(4), {{five}});
    QCOMPARE(report.model, u"gpt-5"_s);
    QCOMPARE(report.chunks.size(), 4);
    QCOMPARE(report.chunks.at(1).moments, 2);
    QCOMPARE(report.chunks.at(1).span, std::optional(spanMs(60'000, 120'000)));
    QCOMPARE(report.chunks.at(1).billed->value, 1'375 + 1'000);
    QCOMPARE(report.chunks.at(1).responseTime, std::optional(Milliseconds{1'001}));
    QVERIFY(!report.chunks.at(3).counts && !report.chunks.at(3).billed);
    QCOMPARE(report.bill->totalCost.value, 3'750 + 3'000);
    QVERIFY(!report.pricing);
    QCOMPARE(report.models.size(), 1);
    QCOMPARE(report.likelyRepeats(), 0);
}

void BillingTest::reportKeepsTheRatesOfTheResult()
{
    ServiceResult result = resultOf({1'000'000});
    result.metadata.pricing = Pricing{.model = u"luna"_s, .rates = luna.rates};
    ModelPrice newer = luna;
    result.usage->totals = counts(1'000'000, 0, 0, 1'000'000);
    QCOMPARE(costReportOf(result, {}, {{newer}}).bill->totalCost.value, 125'000);
    newer.rates.input = {900'000};
    // The table has moved on: its rate for writing the cache does not belong to the rates of the result.
    QCOMPARE(costReportOf(result, {}, {{newer}}).bill->totalCost.value, 100'000);
    QCOMPARE(costReportOf(result, {}, {}).bill->totalCost.value, 100'000);
    result.usage->totals.clear();
    result.metadata.pricing->inputTokens = 10;
    QCOMPARE(tokenCount(*costReportOf(result, {}, {}).totals, u"input_tokens"), 10);
}

void BillingTest::reportOfAnUnknownModel()
{
    const CostReport report = costReportOf(resultOf({1'000}), {}, {{luna}});
    QVERIFY(!report.bill && !report.price && !report.likelyRepeatCost());
    QVERIFY(!report.chunks.constFirst().billed);
    QCOMPARE(report.chunks.constFirst().tokens(u"input_tokens"), 1'000);
    QCOMPARE(report.models.size(), 1);
}

void BillingTest::reportWithoutUsage()
{
    const CostReport report = costReportOf({}, chunksOf(2), {{luna}});
    QVERIFY(!report.totals && !report.bill);
    QVERIFY(report.models.isEmpty());
    QCOMPARE(report.chunks.size(), 2);
}

void BillingTest::likelyAttempts_data()
{
    QTest::addColumn<QList<Tokens>>("inputs");
    QTest::addColumn<QList<int>>("attempts");
    QTest::newRow("too few to say") << QList<Tokens>{100, 100, 200} << QList<int>{1, 1, 1};
    QTest::newRow("alike") << QList<Tokens>{100, 90, 110, 100} << QList<int>{1, 1, 1, 1};
    QTest::newRow("twice") << QList<Tokens>{100, 100, 200, 100} << QList<int>{1, 1, 2, 1};
    QTest::newRow("limit") << QList<Tokens>{100, 174, 175, 100, 100} << QList<int>{1, 1, 2, 1, 1};
    QTest::newRow("often") << QList<Tokens>{100, 300, 5'000, 100, 100} << QList<int>{1, 3, 9, 1, 1};
    QTest::newRow("short last") << QList<Tokens>{100, 100, 100, 100, 10} << QList<int>{1, 1, 1, 1, 1};
    QTest::newRow("nothing") << QList<Tokens>{0, 0, 0, 0} << QList<int>{1, 1, 1, 1};
}

void BillingTest::likelyAttempts()
{
    QFETCH(const QList<Tokens>, inputs);
    QFETCH(const QList<int>, attempts);
    const CostReport report = costReportOf(resultOf(inputs), {}, {{five}});
    QList<int> found;
    int repeats = 0;
    for (const ChunkCost &chunk : report.chunks) {
        found.append(chunk.likelyAttempts);
        repeats += chunk.likelyAttempts - 1;
    }
    QCOMPARE(found, attempts);
    QCOMPARE(report.likelyRepeats(), repeats);
    QCOMPARE(report.likelyRepeatCost()->value > 0, repeats > 0);
    QVERIFY(!report.knowsAnswers());
    QCOMPARE(report.answersInVain(), 0);
}

void BillingTest::knownAnswersAreNotGuessed()
{
    const ServiceResult result = resultOf({100, 100, 300, 100});
    const TokenCounts inVain{{u"input_tokens"_s, 1'000'000}};
    // The third chunk took three answers; one of them could not be used, two are halves of it.
    const QList<ChunkPayment> payments{{.chunkIndex = 0, .answers = 1},
                                       {.chunkIndex = 1, .answers = 1},
                                       {.chunkIndex = 2, .answers = 3, .inVain = 1, .inVainCounts = inVain},
                                       {.chunkIndex = 3, .answers = 1},
                                       {.chunkIndex = 9, .answers = 7, .inVain = 6}};
    const CostReport report = costReportOf(result, {}, {{five}}, payments);
    QVERIFY(report.knowsAnswers());
    QCOMPARE(report.likelyRepeats(), 0);
    QCOMPARE(report.chunks.at(2).answers, std::optional(3));
    QCOMPARE(report.answersInVain(), 1);
    QCOMPARE(report.inVainCost(), std::optional(billOf(inVain, five)->totalCost));
    // Of one that is not known it is guessed as before.
    const CostReport partly = costReportOf(result, {}, {{five}}, payments.mid(0, 2));
    QVERIFY(!partly.knowsAnswers());
    QCOMPARE(partly.likelyRepeats(), 2);
    QCOMPARE(partly.inVainCost(), std::optional(MicroDollars{}));
    QVERIFY(!costReportOf(result, {}, {}, payments).inVainCost());
}

void BillingTest::csv()
{
    ServiceResult result = resultOf({1'000, 2'000});
    result.moments = {{.chunkIndex = 0}};
    result.metadata.pricing = priceOf(result.usage->totals, u"gpt-5", {{five}});
    const QByteArray expected =
        "chunk,start_ms,end_ms,input_tokens,cached_tokens,cache_write_tokens,output_tokens,reasoning_tokens,"
        "response_time_ms,moments,contract_usd,billed_usd,model\r\n"
        "0,0,60000,1000,0,0,100,0,1000,1,0.002250,0.002250,gpt-5\r\n"
        "1,60000,120000,2000,0,0,100,0,1001,0,0.003500,0.003500,gpt-5\r\n"
        "2,120000,180000,,,,,,,0,,,gpt-5\r\n"
        "total,,,3000,0,0,200,0,,1,0.005750,0.005750,gpt-5\r\n";
    QCOMPARE(costAsCsv(costReportOf(result, chunksOf(3), {{five}})), expected);
}

void BillingTest::csvIsSafe()
{
    ServiceResult result = resultOf({1});
    result.metadata.model = u"=cmd(\"x\"),\ny"_s;
    const QByteArray csv = costAsCsv(costReportOf(result, {}, {}));
    QVERIFY(csv.contains(",\"'=cmd(\"\"x\"\"),\ny\"\r\n"));
    QVERIFY(costAsText(costReportOf(result, {}, {})).startsWith(u"Model\t=cmd(\"x\"), y\n"_s));
}

void BillingTest::text()
{
    ServiceResult result = resultOf({1'000});
    result.metadata.pricing = priceOf(result.usage->totals, u"gpt-5", {{five}});
    const QStringList lines = costAsText(costReportOf(result, chunksOf(1), {{five}})).split(u'\n');
    QCOMPARE(lines.value(1), u"By the contract\t$0.002250"_s);
    QCOMPARE(lines.value(2), u"Billed by OpenAI\t$0.002250"_s);
    QCOMPARE(lines.value(5), u"1\t0:00\t1:00\t1000\t0\t0\t100\t0\t1000\t0\t0.002250\t0.002250"_s);
    for (const QString &line : lines.mid(4, 3))
        QCOMPARE(line.count(u'\t'), 11);
}

#include "tst_billing.moc"
