// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"

namespace Viral {

/// What OpenAI bills, part by part: each input token once, at one of three rates (the contract's price, in Pricing,
/// counts cached tokens twice).
struct Bill
{
    std::int64_t freshTokens = 0;   ///< input that was neither read from the cache nor written to it
    std::int64_t cachedTokens = 0;  ///< read from the cache
    std::int64_t writtenTokens = 0; ///< written to the cache
    std::int64_t outputTokens = 0;  ///< with the reasoning
    MicroDollars freshCost = {};
    MicroDollars cachedCost = {};
    MicroDollars writtenCost = {};
    MicroDollars outputCost = {};
    MicroDollars totalCost = {};
    /// What the tokens from the cache would have cost as any others.
    MicroDollars cachedAtFullRate = {};
    /// What writing the cache cost beyond the input rate.
    MicroDollars writeSurcharge = {};

    bool operator==(const Bill &) const = default;
};

/// Nothing where neither input nor output was counted. More cached or written tokens than there was input count as
/// that much.
std::optional<Bill> billOf(const TokenCounts &totals, const ModelPrice &price);

/// How much of the input came from the cache, in thousandths; nothing without input.
std::optional<int> cachedPermille(const TokenCounts &totals);

/// What tokens come to with one model.
struct ModelCost
{
    QString model = {};
    /// By the contract's arithmetic.
    MicroDollars contract = {};
    MicroDollars billed = {};
    /// When the service stops answering for this model; invalid when nothing is announced.
    QDate shutdownDate = {};

    bool operator==(const ModelCost &) const = default;
};

/// \a totals at the rates of every model of \a prices, by what is billed, cheapest first, then in the order of the
/// table; of equal names the first. Empty where nothing was counted.
QList<ModelCost> costWithEachModel(const TokenCounts &totals, const PriceTable &prices);

} // namespace Viral
