// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"
#include "core/analysis/settings.h"
#include "core/clients/prompttemplates.h"

namespace Viral {

/// What a run would cost with one model, as far as that can be said beforehand.
struct ModelQuote
{
    QString model = {};
    std::int64_t outputTokens = 0;
    /// By the contract's arithmetic, nothing cached.
    MicroDollars price = {};
    QDate shutdownDate = {};

    bool operator==(const ModelQuote &) const = default;
};

/// What a run would send and get, before anything is sent.
struct RunQuote
{
    int chunks = 0;
    std::int64_t inputTokens = 0;
    /// Without what a model thinks; models that do have more in their own line.
    std::int64_t outputTokens = 0;
    /// In the order of the price table, each name once.
    QList<ModelQuote> models = {};

    bool operator==(const RunQuote &) const = default;
};

/// Cuts, writes every prompt and counts. Pure and linear in the transcript.
RunQuote quoteFor(const Request &request, const AnalysisSettings &settings, const PromptTemplates &templates,
                  const PriceTable &prices);

} // namespace Viral
