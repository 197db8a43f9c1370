// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/usage.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace Viral {

/// Rates of one model with where and when they were read.
struct ModelPrice
{
    QString model = {};
    TokenRates rates = {};
    /// Price of writing the cache; the input rate when the model has no own one.
    std::optional<TokenRate> cacheWrite = {};
    QString source = {};
    QDate checkedOn = {};
    /// When the service stops answering for this model; invalid when nothing is announced.
    QDate shutdownDate = {};

    bool operator==(const ModelPrice &) const = default;
};

/// The table of resources/pricing.json, the user's own entries first.
struct PriceTable
{
    QList<ModelPrice> models = {};

    /// The entry that prices \a model: without case, longest name first, the match ending at a name boundary, so
    /// "gpt-4o-mini-2024-07-18" is gpt-4o-mini and "gpt-5.6-luna" is not gpt-5 (interface.md section 6). A letter,
    /// digit or dot goes on with the name, anything else ends it: a variant with a dash that has no entry of its own
    /// takes the price of the name before the dash. Of equal names the first.
    const ModelPrice *find(QStringView model) const;
};

/// Reads the format of resources/pricing.json; every fault with its pointer.
Result<PriceTable> parsePriceTable(const QByteArray &bytes);

/// The seed's arithmetic: all input at the input rate plus cached at the cached rate plus output, each rounded half up.
/// Nothing for an unknown model or empty totals.
std::optional<Pricing> priceOf(const TokenCounts &totals, QStringView model, const PriceTable &prices);

/// What OpenAI bills: each input token once, at the input, cached or cache-write rate.
std::optional<MicroDollars> billedCost(const TokenCounts &totals, QStringView model, const PriceTable &prices);

} // namespace Viral
