// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/usagecodec.h"

#include "core/contract/fields.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array<std::string_view, 2> usageFields{"totals", "by_chunk"};
constexpr std::array<std::string_view, 4> pricingFields{"model", "rates_per_million", "tokens", "cost"};
constexpr std::array<std::string_view, 3> kindFields{"input", "cached", "output"};
constexpr std::array<std::string_view, 4> costFields{"input", "cached", "output", "total"};
constexpr QLatin1StringView responseTimeName = "response_time_ms"_L1;
constexpr std::int64_t mostTokens = std::numeric_limits<std::int64_t>::max();

constexpr std::array canonicalCounters{
    "input_tokens"_L1,
    "output_tokens"_L1,
    "total_tokens"_L1,
    "input_cached_tokens"_L1,
    "output_reasoning_tokens"_L1,
    "prompt_cached_tokens"_L1,
    "prompt_cache_read_tokens"_L1,
    "prompt_cache_write_tokens"_L1,
};

bool isCanonical(QStringView name)
{
    return std::any_of(canonicalCounters.begin(), canonicalCounters.end(),
                       [&](QLatin1StringView counter) { return name == counter; });
}

QString textOf(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

/// Collects counters in order of writing; of a name that comes twice the last value counts.
class CounterList
{
public:
    void set(const QString &name, std::int64_t tokens)
    {
        const auto known = m_places.constFind(name);
        if (known != m_places.cend()) {
            m_counts[*known].tokens = tokens;
            return;
        }
        m_places.insert(name, m_counts.size());
        m_counts.append({name, tokens});
    }
    TokenCounts take() { return std::move(m_counts); }

private:
    TokenCounts m_counts;
    QHash<QString, qsizetype> m_places;
};

/// A canonical counter; null counts as not reported.
std::optional<std::int64_t> readCounter(const JsonValue &value, Problems &problems)
{
    return value.isNull() ? std::nullopt : readInteger(value, 0, mostTokens, problems);
}

/// Chunk numbers are written as a whole number without sign or leading zeros.
std::optional<int> chunkNumber(std::string_view key)
{
    const QString text = textOf(key);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 0 || number >= highestCount || QString::number(number) != text)
        return std::nullopt;
    return number;
}

std::optional<Milliseconds> responseTimeOf(const JsonValue &chunk)
{
    const Field time = chunk.member(QString(responseTimeName));
    const auto whole = time ? time->asInteger() : std::nullopt;
    return whole && *whole >= 0 && *whole <= latestTime ? std::optional(Milliseconds{*whole}) : std::nullopt;
}

ChunkUsage readChunkUsage(const JsonValue &value, int chunkIndex, Problems &problems)
{
    ChunkUsage usage{.chunkIndex = chunkIndex, .counts = {}, .responseTime = {}};
    if (!requireObject(value, problems))
        return usage;
    CounterList counts;
    bool hasFurther = false;
    value.forEachMember([&](std::string_view key, const JsonValue &member) {
        const QString name = textOf(key);
        if (!isCanonical(name))
            hasFurther = true;
        else if (const auto tokens = readCounter(member, problems))
            counts.set(name, *tokens);
    });
    usage.counts = counts.take();
    usage.responseTime = responseTimeOf(value);
    if (!hasFurther)
        return usage;
    // A time that is no whole number of milliseconds stays among what was reported, as it came.
    usage.reported = value.rawMembers();
    usage.reported.removeIf([&](const RawMember &member) {
        return isCanonical(member.name) || (usage.responseTime && member.name == responseTimeName);
    });
    return usage;
}

QList<ChunkUsage> readByChunk(const JsonValue &value, Problems &problems)
{
    QList<ChunkUsage> chunks;
    if (!requireObject(value, problems))
        return chunks;
    value.forEachMember([&](std::string_view key, const JsonValue &chunk) {
        if (const std::optional<int> number = chunkNumber(key))
            chunks.append(readChunkUsage(chunk, *number, problems));
        else
            problems.addError(chunk, u"must be called by the number of a chunk"_s);
    });
    std::stable_sort(chunks.begin(), chunks.end(),
                     [](const ChunkUsage &a, const ChunkUsage &b) { return a.chunkIndex < b.chunkIndex; });
    QList<ChunkUsage> lastOfEach;
    for (ChunkUsage &chunk : chunks) {
        if (!lastOfEach.isEmpty() && lastOfEach.constLast().chunkIndex == chunk.chunkIndex)
            lastOfEach.removeLast();
        lastOfEach.append(std::move(chunk));
    }
    return lastOfEach;
}

/// Dollars with up to six decimals, as whole micro-dollars.
std::int64_t readDollars(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    constexpr double mostDollars = 1e9;
    constexpr double microsPerDollar = 1e6;
    if (!isThere(parent, field, name, problems))
        return 0;
    const std::optional<double> dollars = field->asNumber();
    if (!dollars)
        reportType(*field, u"a number", problems);
    else if (*dollars < 0 || *dollars > mostDollars)
        problems.addError(*field, u"must be from 0 to 1000000000"_s);
    else
        return std::llround(*dollars * microsPerDollar);
    return 0;
}

std::int64_t readTokens(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    if (!isThere(parent, field, name, problems))
        return 0;
    return readInteger(*field, 0, mostTokens, problems).value_or(0);
}

bool isObjectThere(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    return isThere(parent, field, name, problems) && requireObject(*field, problems);
}

void readRates(const JsonValue &value, TokenRates &rates, Problems &problems)
{
    const auto [input, cached, output] = value.pick(kindFields);
    rates.input = {readDollars(value, input, "input", problems)};
    rates.cached = {readDollars(value, cached, "cached", problems)};
    rates.output = {readDollars(value, output, "output", problems)};
}

void readPricedTokens(const JsonValue &value, Pricing &pricing, Problems &problems)
{
    const auto [input, cached, output] = value.pick(kindFields);
    pricing.inputTokens = readTokens(value, input, "input", problems);
    pricing.cachedTokens = readTokens(value, cached, "cached", problems);
    pricing.outputTokens = readTokens(value, output, "output", problems);
}

void readCosts(const JsonValue &value, Pricing &pricing, Problems &problems)
{
    const auto [input, cached, output, total] = value.pick(costFields);
    pricing.inputCost = {readDollars(value, input, "input", problems)};
    pricing.cachedCost = {readDollars(value, cached, "cached", problems)};
    pricing.outputCost = {readDollars(value, output, "output", problems)};
    pricing.totalCost = {readDollars(value, total, "total", problems)};
}

void writeChunkUsage(JsonWriter &writer, const ChunkUsage &chunk)
{
    const auto isWritten = [&](const QString &name) {
        const auto isCalled = [&](const TokenCount &count) { return count.name == name; };
        return (chunk.responseTime && name == responseTimeName) ||
               std::any_of(chunk.counts.cbegin(), chunk.counts.cend(), isCalled);
    };
    writer.beginObject();
    for (const TokenCount &count : chunk.counts)
        writer.member(count.name, count.tokens);
    if (chunk.responseTime)
        writer.member(responseTimeName, chunk.responseTime->count());
    for (const RawMember &member : chunk.reported) {
        if (!isWritten(member.name))
            writer.key(member.name).raw(member.value);
    }
    writer.endObject();
}

/// Shortest decimals, at least one: "0.27539", "10.0".
QByteArray dollarText(MicroDollars amount)
{
    QByteArray text = amount.sixDecimals().toLatin1();
    while (text.endsWith('0') && !text.endsWith(".0"))
        text.chop(1);
    return text;
}

void writeDollars(JsonWriter &writer, QLatin1StringView name, MicroDollars amount)
{
    writer.key(name).raw(dollarText(amount));
}

} // namespace

TokenCounts readTokenCounts(const JsonValue &value, Problems &problems)
{
    CounterList counts;
    if (!requireObject(value, problems))
        return {};
    value.forEachMember([&](std::string_view key, const JsonValue &member) {
        const QString name = textOf(key);
        const auto tokens = isCanonical(name) ? readCounter(member, problems) : member.asInteger();
        if (tokens)
            counts.set(name, *tokens);
        else if (!isCanonical(name))
            problems.addWarning(member, u"is not a counter and was left out"_s);
    });
    return counts.take();
}

void writeTokenCounts(JsonWriter &writer, const TokenCounts &counts)
{
    writer.beginObject();
    for (const TokenCount &count : counts)
        writer.member(count.name, count.tokens);
    writer.endObject();
}

Usage readUsage(const JsonValue &value, Problems &problems)
{
    if (!requireObject(value, problems))
        return {};
    const auto [totals, byChunk] = value.pick(usageFields);
    Usage usage;
    if (isGiven(totals))
        usage.totals = readTokenCounts(*totals, problems);
    if (isGiven(byChunk))
        usage.byChunk = readByChunk(*byChunk, problems);
    return usage;
}

void writeUsage(JsonWriter &writer, const Usage &usage)
{
    writer.beginObject().key("totals"_L1);
    writeTokenCounts(writer, usage.totals);
    writer.key("by_chunk"_L1).beginObject();
    for (const ChunkUsage &chunk : usage.byChunk) {
        writer.key(QString::number(chunk.chunkIndex));
        writeChunkUsage(writer, chunk);
    }
    writer.endObject().endObject();
}

std::optional<Pricing> readPricing(const JsonValue &value, Problems &problems)
{
    if (!requireObject(value, problems) || value.size() == 0)
        return std::nullopt;
    const auto [model, rates, tokens, cost] = value.pick(pricingFields);
    Pricing pricing{.model = requiredText(value, model, "model", problems)};
    if (isObjectThere(value, rates, "rates_per_million", problems))
        readRates(*rates, pricing.rates, problems);
    if (isObjectThere(value, tokens, "tokens", problems))
        readPricedTokens(*tokens, pricing, problems);
    if (isObjectThere(value, cost, "cost", problems))
        readCosts(*cost, pricing, problems);
    return pricing;
}

void writePricing(JsonWriter &writer, const std::optional<Pricing> &pricing)
{
    writer.beginObject();
    if (pricing) {
        writer.member("model"_L1, pricing->model);
        writer.key("rates_per_million"_L1).beginObject();
        writer.key("input"_L1).raw(pricing->rates.input.shortest().toLatin1());
        writer.key("cached"_L1).raw(pricing->rates.cached.shortest().toLatin1());
        writer.key("output"_L1).raw(pricing->rates.output.shortest().toLatin1()).endObject();
        writer.key("tokens"_L1).beginObject().member("input"_L1, pricing->inputTokens);
        writer.member("cached"_L1, pricing->cachedTokens).member("output"_L1, pricing->outputTokens).endObject();
        writer.key("cost"_L1).beginObject();
        writeDollars(writer, "input"_L1, pricing->inputCost);
        writeDollars(writer, "cached"_L1, pricing->cachedCost);
        writeDollars(writer, "output"_L1, pricing->outputCost);
        writeDollars(writer, "total"_L1, pricing->totalCost);
        writer.endObject();
    }
    writer.endObject();
}

} // namespace Viral
