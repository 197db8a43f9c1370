// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/usagetotals.h"

#include "core/json/jsonwriter.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Where a counter may stand: a member, or a member of a details object.
struct CounterPath
{
    QStringView outer;
    QStringView inner = {};
};

/// One canonical counter and the places to read it from, the first one there counts.
struct Counter
{
    QLatin1StringView name;
    std::array<CounterPath, 5> paths;
};

constexpr std::array counters{
    Counter{"input_tokens"_L1, {{{u"input_tokens"}, {u"prompt_tokens"}}}},
    Counter{"output_tokens"_L1, {{{u"output_tokens"}, {u"completion_tokens"}}}},
    Counter{"total_tokens"_L1, {{{u"total_tokens"}}}},
    Counter{"input_cached_tokens"_L1,
            {{{u"input_cached_tokens"},
              {u"input_tokens_details", u"cached_tokens"},
              {u"input_token_details", u"cached_tokens"},
              {u"prompt_tokens_details", u"cached_tokens"}}}},
    Counter{"output_reasoning_tokens"_L1,
            {{{u"output_reasoning_tokens"},
              {u"output_tokens_details", u"reasoning_tokens"},
              {u"completion_tokens_details", u"reasoning_tokens"}}}},
    Counter{"prompt_cached_tokens"_L1, {{{u"prompt_cached_tokens"}, {u"prompt_tokens_details", u"cached_tokens"}}}},
    Counter{"prompt_cache_read_tokens"_L1,
            {{{u"prompt_cache_read_tokens"}, {u"prompt_tokens_details", u"cache_read_tokens"}}}},
    Counter{"prompt_cache_write_tokens"_L1,
            {{{u"prompt_cache_write_tokens"},
              {u"prompt_tokens_details", u"cache_write_tokens"},
              {u"input_tokens_details", u"cache_write_tokens"}}}},
};

constexpr QLatin1StringView responseTimeName = "response_time_ms"_L1;

bool isCounter(QStringView name)
{
    return std::any_of(counters.begin(), counters.end(), [name](const Counter &c) { return name == c.name; });
}

std::int64_t saturatingSum(std::int64_t a, std::int64_t b)
{
    std::int64_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::int64_t>::max() : sum;
}

std::optional<std::int64_t> countAt(const JsonValue &usage, const CounterPath &path)
{
    if (path.outer.isEmpty())
        return std::nullopt;
    std::optional<JsonValue> value = usage.member(path.outer);
    if (value && !path.inner.isEmpty())
        value = value->member(path.inner);
    const std::optional<std::int64_t> count = value ? value->asInteger() : std::nullopt;
    return count && *count >= 0 ? count : std::nullopt;
}

/// Some services part what they count by kind: text and audio together are the input (or output).
std::optional<std::int64_t> sumOfKinds(const JsonValue &usage, QStringView direction)
{
    std::optional<std::int64_t> sum;
    for (const QStringView kind : {QStringView(u"_text_tokens"), QStringView(u"_audio_tokens")}) {
        const QString name = direction.toString() + kind.toString();
        if (const auto count = countAt(usage, {name}))
            sum = saturatingSum(sum.value_or(0), *count);
    }
    return sum;
}

std::optional<std::int64_t> countOf(const JsonValue &usage, const Counter &counter)
{
    for (const CounterPath &path : counter.paths) {
        if (const auto count = countAt(usage, path))
            return count;
    }
    if (counter.name == "input_tokens"_L1)
        return sumOfKinds(usage, u"input");
    return counter.name == "output_tokens"_L1 ? sumOfKinds(usage, u"output") : std::nullopt;
}

void add(TokenCounts &counts, const QString &name, std::int64_t tokens)
{
    const auto known =
        std::find_if(counts.begin(), counts.end(), [&name](const TokenCount &count) { return count.name == name; });
    if (known == counts.end())
        counts.append({name, tokens});
    else
        known->tokens = saturatingSum(known->tokens, tokens);
}

/// Puts the canonical counters in their order, others behind them.
void sortCanonically(TokenCounts &counts)
{
    const auto place = [](const TokenCount &count) {
        return std::find_if(counters.begin(), counters.end(),
                            [&count](const Counter &c) { return count.name == c.name; });
    };
    std::stable_sort(counts.begin(), counts.end(),
                     [&place](const TokenCount &a, const TokenCount &b) { return place(a) < place(b); });
}

/// Details of two attempts: whole numbers summed, of the rest the later. One level below the members is as deep as
/// services go.
QByteArray summed(const QByteArray &before, const QByteArray &later, int depth)
{
    const auto first = JsonDocument::parse(before);
    const auto second = JsonDocument::parse(later);
    if (!first || !second)
        return later;
    const auto a = first->root().asInteger();
    const auto b = second->root().asInteger();
    if (a && b)
        return QByteArray::number(static_cast<qint64>(saturatingSum(*a, *b)));
    if (!first->root().isObject() || !second->root().isObject() || depth == 0)
        return later;
    JsonWriter writer;
    writer.beginObject();
    const RawMembers own = first->root().rawMembers();
    const RawMembers added = second->root().rawMembers();
    for (const RawMember &member : own) {
        const RawMember *other = findMember(added, member.name);
        writer.key(member.name).raw(other ? summed(member.value, other->value, depth - 1) : member.value);
    }
    for (const RawMember &member : added) {
        if (!findMember(own, member.name))
            writer.key(member.name).raw(member.value);
    }
    writer.endObject();
    return writer.take();
}

} // namespace

std::optional<ChunkUsage> readServiceUsage(const JsonValue &usage, int chunkIndex)
{
    if (!usage.isObject() || usage.size() == 0)
        return std::nullopt;
    ChunkUsage chunk;
    chunk.chunkIndex = chunkIndex;
    for (const Counter &counter : counters) {
        if (const auto count = countOf(usage, counter))
            chunk.counts.append({counter.name, *count});
    }
    chunk.reported = usage.rawMembers();
    chunk.reported.removeIf(
        [](const RawMember &member) { return isCounter(member.name) || member.name == responseTimeName; });
    if (const auto time = countAt(usage, {u"response_time_ms"}))
        chunk.responseTime = Milliseconds{*time};
    return chunk;
}

void addAttempt(ChunkUsage &usage, const ChunkUsage &attempt)
{
    constexpr int detailLevels = 2;
    for (const TokenCount &count : attempt.counts)
        add(usage.counts, count.name, count.tokens);
    sortCanonically(usage.counts);
    if (attempt.responseTime)
        usage.responseTime = attempt.responseTime;
    for (const RawMember &member : attempt.reported) {
        const auto known = std::find_if(usage.reported.begin(), usage.reported.end(),
                                        [&member](const RawMember &own) { return own.name == member.name; });
        if (known == usage.reported.end())
            usage.reported.append(member);
        else
            known->value = summed(known->value, member.value, detailLevels);
    }
}

TokenCounts totalsOf(const QList<ChunkUsage> &chunks)
{
    TokenCounts totals;
    for (const ChunkUsage &chunk : chunks) {
        for (const TokenCount &count : chunk.counts)
            add(totals, count.name, count.tokens);
    }
    sortCanonically(totals);
    return totals;
}

} // namespace Viral
