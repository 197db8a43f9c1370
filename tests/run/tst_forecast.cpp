// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forecast.h"
#include "core/run/forecastcodec.h"
#include "core/run/measure.h"
#include "core/run/pricebook.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The quote as a range, narrowed by what earlier runs reported.
class ForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuoteComesBackAsItWas_data();
    void aQuoteComesBackAsItWas();
    void oddQuotes_data();
    void oddQuotes();
    void withoutExperienceTheRangeIsWide();
    void experienceNarrowsAndMovesIt();
    void theClosestExperienceCounts_data();
    void theClosestExperienceCounts();
    void nonsenseTeachesNothing();
    void overlapIsCounted();
    void theCacheSparesTheRules();
    void onlySomeChunks();
    void moreAtOnceIsFaster();
    void aModelWithoutPrice();
    void growsEvenly();
    void samplesLeaveOutWhatCannotBeCompared();
    void checked_data();
    void checked();
};

VIRAL_TEST(ForecastTest)

namespace {

Request requestOf(int sentences)
{
    Request request;
    request.transcript = evenTranscript(sentences);
    return request;
}

ForecastBasis basis(const QList<UsageSample> &samples = {}, int concurrency = 4)
{
    return {.templates = PromptTemplates::builtIn(),
            .prices = builtInPrices(),
            .samples = samples,
            .concurrency = concurrency};
}

AnalysisSettings minutes(qint64 duration, qint64 overlap = 0)
{
    AnalysisSettings settings;
    settings.model = u"gpt-4o-mini"_s;
    settings.chunkDuration = Milliseconds{duration * 60'000};
    settings.chunkOverlap = Milliseconds{overlap * 60'000};
    settings.minChunkDuration = 0ms;
    return settings;
}

UsageSample sample(const QString &model, const QString &language, double inputRatio, int chunks = 10)
{
    return {.model = model,
            .language = language,
            .chunks = chunks,
            .estimatedInput = 10'000,
            .reportedInput = static_cast<std::int64_t>(10'000 * inputRatio),
            .estimatedOutput = 1'000,
            .reportedOutput = 1'500,
            .responseTimes = QList<Milliseconds>(chunks, 2s)};
}

ModelForecast lineOf(const Forecast &forecast, const QString &model = u"gpt-4o-mini"_s)
{
    return *forecast.find(model);
}

StoredAnswer answerOf(int chunk, const QByteArray &usage)
{
    return {.key = QByteArray::number(chunk), .chunkIndex = chunk, .text = u"{}"_s, .usage = usage, .responseTime = 1s};
}

} // namespace

void ForecastTest::withoutExperienceTheRangeIsWide()
{
    const Forecast forecast = forecastFor(requestOf(120), minutes(1), basis());
    QCOMPARE(forecast.chunks, 10);
    const ModelForecast line = lineOf(forecast);
    QCOMPARE(line.learntFrom, 0);
    QVERIFY(line.input.low < forecast.inputTokens && forecast.inputTokens < line.input.high);
    QVERIFY(line.output.low < forecast.outputTokens && forecast.outputTokens < line.output.high);
    QVERIFY(line.price->low < line.price->high);
    QVERIFY(line.time.low < line.time.high);
    QVERIFY(line.dearestChunk()->value * 10 >= line.price->high.value);
}

void ForecastTest::experienceNarrowsAndMovesIt()
{
    const Forecast plain = forecastFor(requestOf(120), minutes(1), basis());
    const Forecast learnt =
        forecastFor(requestOf(120), minutes(1), basis({sample(u"gpt-4o-mini"_s, u"en"_s, 1.5, 100)}));
    const ModelForecast line = lineOf(learnt);
    QCOMPARE(line.learntFrom, 100);
    const auto width = [](const TokenRange &range) { return range.high - range.low; };
    QVERIFY(width(line.input) < width(lineOf(plain).input));
    const auto truth = plain.inputTokens * 3 / 2;
    QVERIFY(line.input.low < truth && truth < line.input.high);
    QCOMPARE(line.chunkTime, (TimeRange{2s, 2s}));
    // Ten chunks, four at once: three rounds.
    QCOMPARE(line.time, (TimeRange{6s, 6s}));
}

void ForecastTest::theClosestExperienceCounts_data()
{
    QTest::addColumn<QList<UsageSample>>("samples");
    QTest::addColumn<double>("likely");
    QTest::addColumn<int>("chunks");
    const UsageSample own = sample(u"gpt-4o-mini"_s, u"en"_s, 1.2);
    const UsageSample otherLanguage = sample(u"gpt-4o-mini"_s, u"ja"_s, 2.0);
    const UsageSample otherModel = sample(u"gpt-5"_s, u"en"_s, 1.4);
    const UsageSample neither = sample(u"gpt-5"_s, u"ja"_s, 3.0);
    QTest::newRow("none") << QList<UsageSample>{} << 1.0 << 0;
    QTest::newRow("both") << QList{own, otherLanguage, otherModel, neither} << 1.2 << 10;
    QTest::newRow("the model") << QList{otherLanguage, otherModel, neither} << 2.0 << 10;
    QTest::newRow("the language, for the input") << QList{otherModel, neither} << 1.4 << 0;
    QTest::newRow("neither") << QList{neither} << 1.0 << 0;
    QTest::newRow("two of both weigh by chunks") << QList{own, sample(u"GPT-4o-mini"_s, u"en"_s, 1.5, 20)} << 1.4 << 30;
}

void ForecastTest::theClosestExperienceCounts()
{
    QFETCH(QList<UsageSample>, samples);
    QFETCH(double, likely);
    QFETCH(int, chunks);
    const Expectation expectation = expectationFrom(samples, u"gpt-4o-mini"_s, u"en"_s);
    QVERIFY2(qAbs(expectation.input.likely - likely) < 1e-9, qPrintable(QString::number(expectation.input.likely)));
    QCOMPARE(expectation.chunks, chunks);
    QVERIFY(expectation.input.low <= expectation.input.likely);
    QVERIFY(expectation.input.likely <= expectation.input.high);
}

void ForecastTest::nonsenseTeachesNothing()
{
    UsageSample nothing = sample(u"gpt-4o-mini"_s, u"en"_s, 1.0);
    nothing.reportedInput = 0;
    nothing.reportedOutput = 0;
    UsageSample mad = sample(u"gpt-4o-mini"_s, u"en"_s, 1.0);
    mad.reportedInput = std::numeric_limits<std::int64_t>::max();
    mad.reportedOutput = -5;
    UsageSample negative = sample(u"gpt-4o-mini"_s, u"en"_s, 1.0);
    negative.chunks = -3;
    const Expectation expectation = expectationFrom({nothing, mad, negative}, u"gpt-4o-mini"_s, u"en"_s);
    QCOMPARE(expectation.input, Expectation().input);
    QCOMPARE(expectation.output, Expectation().output);
    QCOMPARE(expectation.chunks, 0);
}

void ForecastTest::overlapIsCounted()
{
    const Forecast plain = forecastFor(requestOf(240), minutes(4), basis());
    QCOMPARE(plain.repeatedTokens, 0);
    const Forecast overlapping = forecastFor(requestOf(240), minutes(4, 1), basis());
    QVERIFY(overlapping.chunks > plain.chunks);
    QVERIFY(overlapping.repeatedTokens > 0);
    // About a quarter of each chunk but the first, without the rules.
    const std::int64_t spoken = overlapping.inputTokens - overlapping.ruleTokens;
    QVERIFY(overlapping.repeatedTokens > spoken / 8 && overlapping.repeatedTokens < spoken / 3);
}

void ForecastTest::theCacheSparesTheRules()
{
    const ModelForecast many = lineOf(forecastFor(requestOf(240), minutes(1), basis({}, 2)));
    QVERIFY(many.priceWithCache->high < many.price->high);
    // What is on its way at once finds no cache.
    const ModelForecast atOnce = lineOf(forecastFor(requestOf(24), minutes(1), basis({}, 2)));
    QCOMPARE(atOnce.priceWithCache, atOnce.price);
}

void ForecastTest::onlySomeChunks()
{
    const Forecast some = forecastFor(requestOf(120), minutes(1), basis(), QSet<int>{2, 5, 99});
    QCOMPARE(some.chunks, 2);
    QCOMPARE(lineOf(some).chunks, 2);
    const Forecast none = forecastFor(requestOf(120), minutes(1), basis(), QSet<int>{});
    QCOMPARE(none.chunks, 0);
    QCOMPARE(lineOf(none).price->high, MicroDollars{});
    QCOMPARE(lineOf(none).time, TimeRange{});
    QVERIFY(!lineOf(none).dearestChunk());
}

void ForecastTest::moreAtOnceIsFaster()
{
    const auto time = [](int concurrency) {
        return lineOf(forecastFor(requestOf(240), minutes(1), basis({}, concurrency))).time;
    };
    QVERIFY(time(4).high < time(1).high);
    QCOMPARE(time(64), time(20));
    QCOMPARE(time(0), time(1));
}

void ForecastTest::aModelWithoutPrice()
{
    AnalysisSettings settings = minutes(1);
    settings.model = u"my-own-model"_s;
    const Forecast forecast = forecastFor(requestOf(24), settings, basis());
    QCOMPARE(forecast.models.constFirst().model, u"my-own-model"_s);
    QVERIFY(!forecast.models.constFirst().price);
    QVERIFY(!forecast.models.constFirst().priceWithCache);
    QVERIFY(!forecast.models.constFirst().dearestChunk());
    QVERIFY(forecast.models.constFirst().input.high > 0);
    QVERIFY(!forecast.find(u"no such model"_s));
}

void ForecastTest::growsEvenly()
{
    const Forecast one = forecastFor(requestOf(600), minutes(5), basis());
    const Forecast two = forecastFor(requestOf(1200), minutes(5), basis());
    QCOMPARE(two.chunks, 2 * one.chunks);
    QVERIFY(two.inputTokens > one.inputTokens * 19 / 10 && two.inputTokens < one.inputTokens * 21 / 10);
}

void ForecastTest::samplesLeaveOutWhatCannotBeCompared()
{
    const QList<ChunkMeasure> measures{{.index = 0, .input = 100, .output = 10},
                                       {.index = 1, .input = 200, .output = 20},
                                       {.index = 2, .input = 400, .output = 40},
                                       {.index = 3, .input = 800, .output = 80}};
    const QByteArray usage = R"({"input_tokens":120,"output_tokens":15,"input_tokens_details":{"cached_tokens":64}})";
    // Chunk 1 was asked twice, chunk 2 reported nothing, chunk 3 was kept.
    const UsageSample sample = usageSample(
        measures, {answerOf(0, usage), answerOf(1, usage), answerOf(1, usage), answerOf(2, {}), answerOf(9, usage)},
        u"gpt-4o-mini"_s, u"de"_s);
    const UsageSample wanted{.model = u"gpt-4o-mini"_s,
                             .language = u"de"_s,
                             .chunks = 1,
                             .estimatedInput = 100,
                             .reportedInput = 120,
                             .reportedCached = 64,
                             .estimatedOutput = 10,
                             .reportedOutput = 15,
                             .responseTimes = {1s}};
    QCOMPARE(sample, wanted);
}

void ForecastTest::checked_data()
{
    using Verdict = ForecastCheck::Verdict;
    QTest::addColumn<qint64>("input");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<int>("chunks");
    QTest::addColumn<Verdict>("inputVerdict");
    QTest::addColumn<Verdict>("priceVerdict");
    QTest::newRow("low end") << qint64{100} << qint64{8} << 4 << Verdict::Within << Verdict::Within;
    QTest::newRow("high end") << qint64{200} << qint64{20} << 4 << Verdict::Within << Verdict::Within;
    QTest::newRow("below") << qint64{99} << qint64{7} << 4 << Verdict::Below << Verdict::Below;
    QTest::newRow("above") << qint64{201} << qint64{21} << 4 << Verdict::Above << Verdict::Above;
    QTest::newRow("other chunks") << qint64{150} << qint64{15} << 3 << Verdict::Unknown << Verdict::Unknown;
    QTest::newRow("nothing reported") << qint64{0} << qint64{-1} << 4 << Verdict::Unknown << Verdict::Unknown;
}

void ForecastTest::checked()
{
    QFETCH(qint64, input);
    QFETCH(qint64, price);
    QFETCH(int, chunks);
    QFETCH(ForecastCheck::Verdict, inputVerdict);
    QFETCH(ForecastCheck::Verdict, priceVerdict);
    const ModelForecast quoted{.model = u"m"_s,
                               .chunks = 4,
                               .input = {100, 200},
                               .price = PriceRange{{10}, {20}},
                               .priceWithCache = PriceRange{{8}, {16}}};
    RunTruth truth{.inputTokens = input, .chunks = chunks};
    if (price >= 0)
        truth.price = MicroDollars{price};
    const ForecastCheck check = checkForecast(quoted, truth);
    QCOMPARE(check.input, inputVerdict);
    QCOMPARE(check.price, priceVerdict);
    QCOMPARE(check.truth, truth);
}

void ForecastTest::aQuoteComesBackAsItWas_data()
{
    QTest::addColumn<ModelForecast>("quote");
    QTest::newRow("nothing") << ModelForecast{};
    QTest::newRow("without a price") << ModelForecast{.model = u"möglich-1"_s, .chunks = 3, .input = {1, 2}};
    QTest::newRow("everything") << ModelForecast{.model = u"gpt-5"_s,
                                                 .chunks = 22,
                                                 .input = {100, 200},
                                                 .output = {3, 4'000'000'000},
                                                 .price = PriceRange{{5}, {6}},
                                                 .priceWithCache = PriceRange{{1}, {2}},
                                                 .time = {Milliseconds{7}, Milliseconds{8}},
                                                 .chunkTime = {Milliseconds{9}, Milliseconds{10}},
                                                 .learntFrom = 11,
                                                 .shutdownDate = QDate(2027, 2, 28)};
}

void ForecastTest::aQuoteComesBackAsItWas()
{
    QFETCH(const ModelForecast, quote);
    QCOMPARE(parseQuote(writeQuote(quote)).value(), quote);
}

void ForecastTest::oddQuotes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("cut") << QByteArray(R"({"model":"m","chunks":)") << false;
    QTest::newRow("a list") << QByteArray("[]") << false;
    QTest::newRow("other types") << QByteArray(R"({"model":4,"chunks":"3","price":{"low":1},"time":[1]})") << true;
    QTest::newRow("odd numbers") << QByteArray(R"({"chunks":99999999999999,"price":[-1,2],"inputTokens":[1,2,3]})")
                                 << true;
}

void ForecastTest::oddQuotes()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, isRead);
    const Result<ModelForecast> quote = parseQuote(json);
    QCOMPARE(quote.has_value(), isRead);
    if (quote)
        QCOMPARE(*quote, ModelForecast{});
}

#include "tst_forecast.moc"
