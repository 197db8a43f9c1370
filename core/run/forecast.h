// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"
#include "core/analysis/settings.h"
#include "core/clients/prompttemplates.h"
#include "core/contract/request.h"
#include "core/run/calibration.h"

#include <QDate>
#include <QSet>

namespace Viral {

struct TokenRange
{
    std::int64_t low = 0;
    std::int64_t high = 0;

    bool operator==(const TokenRange &) const = default;
};

struct PriceRange
{
    MicroDollars low = {};
    MicroDollars high = {};

    bool operator==(const PriceRange &) const = default;
};

/// What a run is expected to come to with one model.
struct ModelForecast
{
    QString model = {};
    int chunks = 0;
    TokenRange input = {};
    TokenRange output = {};
    /// By what is billed, nothing cached; nothing for models without a price.
    std::optional<PriceRange> price = {};
    /// The same with the part that is alike in all requests from the cache.
    std::optional<PriceRange> priceWithCache = {};
    /// From start to end at the concurrency that was given.
    TimeRange time = {};
    /// Of one chunk.
    TimeRange chunkTime = {};
    /// Chunks of earlier runs that this rests on; 0 when nothing is known yet.
    int learntFrom = 0;
    /// When the service stops answering for this model; invalid when nothing is announced.
    QDate shutdownDate = {};

    /// What one chunk may cost, on the safe side; nothing without a price.
    std::optional<MicroDollars> dearestChunk() const;
    bool operator==(const ModelForecast &) const = default;
};

/// The quote: what would be sent, and what each model is expected to make of it. Ranges, since nobody knows before.
struct Forecast
{
    int chunks = 0;
    /// Estimated tokens of all requests together.
    std::int64_t inputTokens = 0;
    /// Of those: the rules and the schema, again in each request.
    std::int64_t ruleTokens = 0;
    /// Of those: sentences that are sent twice because chunks overlap.
    std::int64_t repeatedTokens = 0;
    std::int64_t outputTokens = 0;
    /// In the order of the price table, each name once; a model that is asked for and not in the table comes first.
    QList<ModelForecast> models = {};

    /// The line for \a model; null when there is none.
    const ModelForecast *find(const QString &model) const;
    bool operator==(const Forecast &) const = default;
};

/// What is needed besides the request.
struct ForecastBasis
{
    PromptTemplates templates = {};
    PriceTable prices = {};
    QList<UsageSample> samples = {};
    int concurrency = 4;
};

/// Cuts, writes every prompt, counts, and applies what earlier runs taught. Pure; linear in the transcript. With
/// \a onlyChunks (numbers as makeChunks() gives them) only these are counted.
Forecast forecastFor(const Request &request, const AnalysisSettings &settings, const ForecastBasis &basis,
                     const std::optional<QSet<int>> &onlyChunks = {});

/// What a run came to.
struct RunTruth
{
    std::int64_t inputTokens = 0;
    std::int64_t cachedTokens = 0;
    std::int64_t outputTokens = 0;
    std::optional<MicroDollars> price = {};
    Milliseconds elapsed{0};
    int chunks = 0;

    bool operator==(const RunTruth &) const = default;
};

/// A quote against the truth, after the run.
struct ForecastCheck
{
    enum class Verdict
    {
        Below, ///< less than the range
        Within,
        Above, ///< more than the range
        Unknown,
    };

    ModelForecast quoted = {};
    RunTruth truth = {};
    Verdict input = Verdict::Unknown;
    Verdict output = Verdict::Unknown;
    Verdict price = Verdict::Unknown;
    Verdict time = Verdict::Unknown;

    bool operator==(const ForecastCheck &) const = default;
};

/// Compares; everything is Unknown when not as many chunks were asked as were quoted.
ForecastCheck checkForecast(const ModelForecast &quoted, const RunTruth &truth);

} // namespace Viral
