// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/billing.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

MicroDollars saturatingSum(std::initializer_list<MicroDollars> parts)
{
    std::int64_t sum = 0;
    for (const MicroDollars part : parts) {
        if (__builtin_add_overflow(sum, part.value, &sum))
            return {std::numeric_limits<std::int64_t>::max()};
    }
    return {sum};
}

bool isCounted(const TokenCounts &totals)
{
    return std::any_of(totals.begin(), totals.end(), [](const TokenCount &count) {
        return count.name == "input_tokens"_L1 || count.name == "output_tokens"_L1;
    });
}

std::int64_t count(const TokenCounts &totals, QStringView name)
{
    return std::max<std::int64_t>(0, tokenCount(totals, name));
}

} // namespace

std::optional<Bill> billOf(const TokenCounts &totals, const ModelPrice &price)
{
    if (!isCounted(totals))
        return std::nullopt;
    const TokenRate &inputRate = price.rates.input;
    const std::int64_t input = count(totals, u"input_tokens");
    Bill bill;
    bill.cachedTokens = std::min(input, count(totals, u"input_cached_tokens"));
    bill.writtenTokens = std::min(input - bill.cachedTokens, count(totals, u"prompt_cache_write_tokens"));
    bill.freshTokens = input - bill.cachedTokens - bill.writtenTokens;
    bill.outputTokens = count(totals, u"output_tokens");
    bill.freshCost = inputRate.costOf(bill.freshTokens);
    bill.cachedCost = price.rates.cached.costOf(bill.cachedTokens);
    bill.writtenCost = price.cacheWrite.value_or(inputRate).costOf(bill.writtenTokens);
    bill.outputCost = price.rates.output.costOf(bill.outputTokens);
    bill.totalCost = saturatingSum({bill.freshCost, bill.cachedCost, bill.writtenCost, bill.outputCost});
    bill.cachedAtFullRate = inputRate.costOf(bill.cachedTokens);
    bill.writeSurcharge = {bill.writtenCost.value - inputRate.costOf(bill.writtenTokens).value};
    return bill;
}

std::optional<int> cachedPermille(const TokenCounts &totals)
{
    const std::int64_t input = count(totals, u"input_tokens");
    if (input == 0)
        return std::nullopt;
    const std::int64_t cached = std::min(input, count(totals, u"input_cached_tokens"));
    return static_cast<int>(static_cast<double>(cached) / static_cast<double>(input) * 1000.0);
}

QList<ModelCost> costWithEachModel(const TokenCounts &totals, const PriceTable &prices)
{
    QList<ModelCost> costs;
    QSet<QString> seen;
    for (const ModelPrice &price : prices.models) {
        const QString name = price.model.toCaseFolded();
        const auto bill = billOf(totals, price);
        const auto contract = priceOf(totals, price.model, {{price}});
        if (!bill || !contract || seen.contains(name))
            continue;
        seen.insert(name);
        costs.append({.model = price.model,
                      .contract = contract->totalCost,
                      .billed = bill->totalCost,
                      .shutdownDate = price.shutdownDate});
    }
    std::stable_sort(costs.begin(), costs.end(),
                     [](const ModelCost &one, const ModelCost &other) { return one.billed < other.billed; });
    return costs;
}

} // namespace Viral
