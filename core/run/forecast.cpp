// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forecast.h"

#include "core/analysis/chunk.h"
#include "core/run/measure.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Services cache beginnings from this length on.
constexpr std::int64_t shortestCached = 1'024;

/// What is asked, apart from the model.
struct Load
{
    int chunks = 0;
    std::int64_t input = 0;
    std::int64_t output = 0;
    /// Alike at the beginning of each request.
    std::int64_t rules = 0;
    QString language;
};

std::int64_t scaled(std::int64_t tokens, double factor)
{
    return std::llround(static_cast<double>(tokens) * factor);
}

TokenRange scaled(std::int64_t tokens, const Factor &factor)
{
    return {scaled(tokens, factor.low), scaled(tokens, factor.high)};
}

std::optional<PriceRange> pricesOf(const ModelForecast &forecast, std::int64_t cached, const PriceTable &prices)
{
    const auto billed = [&](std::int64_t input, std::int64_t output) {
        return billedCost({{u"input_tokens"_s, input},
                           {u"output_tokens"_s, output},
                           {u"input_cached_tokens"_s, std::min(cached, input)}},
                          forecast.model, prices);
    };
    const auto low = billed(forecast.input.low, forecast.output.low);
    const auto high = billed(forecast.input.high, forecast.output.high);
    return low && high ? std::optional(PriceRange{*low, *high}) : std::nullopt;
}

/// The rules come from the cache with every request but the first ones, which are on their way together.
std::int64_t cachedTokens(const Load &load, const Expectation &expectation, int concurrency)
{
    if (load.rules < shortestCached)
        return 0;
    const int later = std::max(0, load.chunks - concurrency);
    return scaled(load.rules * later, expectation.input.likely);
}

TimeRange runTime(const TimeRange &chunk, int chunks, int concurrency)
{
    if (chunks == 0)
        return {};
    const int rounds = (chunks + concurrency - 1) / concurrency;
    // A slow one holds up its own lane only, so not every round takes as long as the slowest.
    const Milliseconds middle = (chunk.low + chunk.high) / 2;
    return {chunk.low * rounds, middle * (rounds - 1) + chunk.high};
}

ModelForecast forecastOf(const QString &model, const Load &load, const ForecastBasis &basis)
{
    const Expectation expectation = expectationFrom(basis.samples, model, load.language);
    const int concurrency = std::max(1, basis.concurrency);
    ModelForecast forecast{.model = model,
                           .chunks = load.chunks,
                           .input = scaled(load.input, expectation.input),
                           .output = scaled(load.output + load.chunks * thinkingTokens(model), expectation.output),
                           .time = runTime(expectation.chunkTime, load.chunks, concurrency),
                           .chunkTime = expectation.chunkTime,
                           .learntFrom = expectation.chunks};
    if (const ModelPrice *entry = basis.prices.find(model))
        forecast.shutdownDate = entry->shutdownDate;
    forecast.price = pricesOf(forecast, 0, basis.prices);
    forecast.priceWithCache = pricesOf(forecast, cachedTokens(load, expectation, concurrency), basis.prices);
    return forecast;
}

template <typename Value>
ForecastCheck::Verdict verdict(const Value &truth, const Value &low, const Value &high)
{
    if (truth < low)
        return ForecastCheck::Verdict::Below;
    return high < truth ? ForecastCheck::Verdict::Above : ForecastCheck::Verdict::Within;
}

} // namespace

std::optional<MicroDollars> ModelForecast::dearestChunk() const
{
    if (!price || chunks <= 0)
        return std::nullopt;
    return MicroDollars{(price->high.value + chunks - 1) / chunks};
}

const ModelForecast *Forecast::find(const QString &model) const
{
    for (const ModelForecast &line : models) {
        if (line.model.compare(model, Qt::CaseInsensitive) == 0)
            return &line;
    }
    return nullptr;
}

Forecast forecastFor(const Request &request, const AnalysisSettings &settings, const ForecastBasis &basis,
                     const std::optional<QSet<int>> &onlyChunks)
{
    QList<Chunk> chunks = makeChunks(request.transcript, settings);
    const QList<ChunkMeasure> measures = measureChunks(request, chunks, basis.templates);
    Load load{.rules = ruleTokens(basis.templates), .language = request.transcript.language};
    Forecast forecast;
    for (const ChunkMeasure &measure : measures) {
        if (onlyChunks && !onlyChunks->contains(measure.index))
            continue;
        ++load.chunks;
        load.input += measure.input;
        load.output += measure.output;
        forecast.repeatedTokens += measure.repeated;
    }
    forecast.chunks = load.chunks;
    forecast.inputTokens = load.input;
    forecast.outputTokens = load.output;
    forecast.ruleTokens = load.rules * load.chunks;

    QStringList names;
    if (!settings.model.isEmpty() &&
        !std::any_of(basis.prices.models.begin(), basis.prices.models.end(), [&](const ModelPrice &entry) {
            return entry.model.compare(settings.model, Qt::CaseInsensitive) == 0;
        }))
        names.append(settings.model);
    for (const ModelPrice &entry : basis.prices.models) {
        if (!names.contains(entry.model))
            names.append(entry.model);
    }
    for (const QString &name : names)
        forecast.models.append(forecastOf(name, load, basis));
    return forecast;
}

ForecastCheck checkForecast(const ModelForecast &quoted, const RunTruth &truth)
{
    ForecastCheck check{.quoted = quoted, .truth = truth};
    if (quoted.chunks == 0 || truth.chunks != quoted.chunks)
        return check;
    if (truth.inputTokens > 0)
        check.input = verdict(truth.inputTokens, quoted.input.low, quoted.input.high);
    if (truth.outputTokens > 0)
        check.output = verdict(truth.outputTokens, quoted.output.low, quoted.output.high);
    // What the cache spares is no error of the quote.
    if (truth.price && quoted.price)
        check.price = verdict(*truth.price, quoted.priceWithCache.value_or(*quoted.price).low, quoted.price->high);
    check.time = verdict(truth.elapsed, quoted.time.low, quoted.time.high);
    return check;
}

} // namespace Viral
