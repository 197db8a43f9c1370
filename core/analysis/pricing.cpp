// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pricing.h"

#include "core/analysis/billing.h"
#include "core/json/jsonreader.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// A name goes on with letters, digits and dots; with anything else (a dash before a date or a variant) a new part
/// begins. So a model that is not in the table takes the price of its family, as the contract's prefix match wants it.
bool continuesName(QChar c)
{
    return c.isLetterOrNumber() || c == u'.';
}

bool isNameOf(QStringView known, QStringView model)
{
    return !known.isEmpty() && model.startsWith(known, Qt::CaseInsensitive) &&
           (model.size() == known.size() || !continuesName(model[known.size()]));
}

/// Reads one table and gathers its faults.
class TableReader
{
public:
    PriceTable read(const JsonValue &root)
    {
        const auto models = root.member(u"models");
        if (!models || !models->isArray()) {
            m_problems.addError(u"/models"_s, u"needs a list of models"_s);
            return {};
        }
        const QDate checkedOn = date(root, u"checked_on");
        PriceTable table;
        models->forEachElement(
            [&](std::size_t, const JsonValue &value) { table.models.append(model(value, checkedOn)); });
        return table;
    }

    const Problems &problems() const { return m_problems; }

private:
    ModelPrice model(const JsonValue &value, QDate checkedOn)
    {
        ModelPrice price;
        price.model = text(value, u"model").trimmed();
        if (price.model.isEmpty())
            m_problems.addError(value.pointer() + u"/model"_s, u"needs the model's name"_s);
        const auto input = rate(value, u"input");
        const auto output = rate(value, u"output");
        for (const auto &[name, given] : {std::pair(u"input"_s, input), std::pair(u"output"_s, output)}) {
            if (!given && !value.member(name))
                m_problems.addError(value.pointer() + u'/' + name, u"needs a price per million tokens"_s);
        }
        price.rates.input = input.value_or(TokenRate{});
        price.rates.output = output.value_or(TokenRate{});
        // Without an own rate, reading the cache costs what any input costs.
        price.rates.cached = rate(value, u"cached").value_or(price.rates.input);
        price.cacheWrite = rate(value, u"cache_write");
        price.source = text(value, u"source");
        const QDate ownDate = date(value, u"checked_on");
        price.checkedOn = ownDate.isValid() ? ownDate : checkedOn;
        price.shutdownDate = date(value, u"shutdown_date");
        return price;
    }

    QString text(const JsonValue &parent, QStringView name)
    {
        const auto value = parent.member(name);
        if (!value || value->isNull())
            return {};
        if (!value->isString())
            m_problems.addError(value->pointer(), u"must be text, not "_s + value->typeName());
        return value->asString().value_or(QString());
    }

    /// A price as text or as a number; the number's own digits are read, so nothing is rounded.
    std::optional<TokenRate> rate(const JsonValue &parent, QStringView name)
    {
        const auto value = parent.member(name);
        if (!value || value->isNull())
            return std::nullopt;
        const QString digits =
            value->isNumber() ? QString::fromLatin1(value->rawText()) : value->asString().value_or(QString()).trimmed();
        const auto rate = TokenRate::fromText(digits);
        if (!rate)
            m_problems.addError(value->pointer(),
                                u"must be dollars per million tokens with at most six decimals, such as \"1.25\""_s);
        return rate;
    }

    QDate date(const JsonValue &parent, QStringView name)
    {
        const QString written = text(parent, name);
        const QDate date = QDate::fromString(written, Qt::ISODate);
        if (!written.isEmpty() && !date.isValid())
            m_problems.addError(parent.member(name)->pointer(), u"must be a date such as 2026-11-21"_s);
        return date;
    }

    Problems m_problems;
};

MicroDollars saturatingSum(MicroDollars a, MicroDollars b)
{
    std::int64_t sum = 0;
    return {__builtin_add_overflow(a.value, b.value, &sum) ? std::numeric_limits<std::int64_t>::max() : sum};
}

bool isPriceable(const TokenCounts &totals)
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

const ModelPrice *PriceTable::find(QStringView model) const
{
    const QStringView wanted = model.trimmed();
    const ModelPrice *best = nullptr;
    for (const ModelPrice &price : models) {
        if (isNameOf(price.model, wanted) && (!best || price.model.size() > best->model.size()))
            best = &price;
    }
    return best;
}

Result<PriceTable> parsePriceTable(const QByteArray &bytes)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected(document.error());
    TableReader reader;
    PriceTable table = reader.read(document->root());
    if (reader.problems().hasErrors())
        return tl::unexpected(reader.problems().asError());
    return table;
}

std::optional<Pricing> priceOf(const TokenCounts &totals, QStringView model, const PriceTable &prices)
{
    const ModelPrice *price = prices.find(model);
    if (!price || !isPriceable(totals))
        return std::nullopt;
    Pricing pricing{.model = price->model, .rates = price->rates};
    pricing.inputTokens = count(totals, u"input_tokens");
    pricing.cachedTokens = count(totals, u"input_cached_tokens");
    pricing.outputTokens = count(totals, u"output_tokens");
    pricing.inputCost = price->rates.input.costOf(pricing.inputTokens);
    pricing.cachedCost = price->rates.cached.costOf(pricing.cachedTokens);
    pricing.outputCost = price->rates.output.costOf(pricing.outputTokens);
    pricing.totalCost = saturatingSum(saturatingSum(pricing.inputCost, pricing.cachedCost), pricing.outputCost);
    return pricing;
}

std::optional<MicroDollars> billedCost(const TokenCounts &totals, QStringView model, const PriceTable &prices)
{
    const ModelPrice *price = prices.find(model);
    const std::optional<Bill> bill = price ? billOf(totals, *price) : std::nullopt;
    return bill ? std::optional(bill->totalCost) : std::nullopt;
}

} // namespace Viral
