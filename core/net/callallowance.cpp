// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/callallowance.h"

#include <array>
#include <cmath>

namespace Viral {

namespace {

constexpr Milliseconds longestRefill{120'000};
/// Longer ones are a mistake, and would not fit into the arithmetic.
constexpr double longestDurationMs = 1e12;
constexpr qint64 mostCounted = 1'000'000'000'000;

struct DurationUnit
{
    QByteArrayView name;
    double milliseconds;
};

// A longer name stands before the shorter one that it begins with.
constexpr std::array<DurationUnit, 7> durationUnits{{
    {"ms", 1},
    {"us", 1e-3},
    {"\xc2\xb5s", 1e-3},
    {"ns", 1e-6},
    {"h", 3'600'000},
    {"m", 60'000},
    {"s", 1'000},
}};

qsizetype numberLength(QByteArrayView text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c != '.' && (c < '0' || c > '9'); });
    return end - text.begin();
}

/// Takes one number with its unit off \a text; nothing when there is none.
std::optional<double> takePart(QByteArrayView &text)
{
    const qsizetype digits = numberLength(text);
    bool isNumber = false;
    const double number = text.first(digits).toByteArray().toDouble(&isNumber);
    text = text.sliced(digits);
    if (!isNumber)
        return std::nullopt;
    for (const DurationUnit &unit : durationUnits) {
        if (text.startsWith(unit.name)) {
            text = text.sliced(unit.name.size());
            return number * unit.milliseconds;
        }
    }
    return std::nullopt;
}

std::optional<qint64> countOf(const HttpHeaders &headers, const char *name)
{
    bool isNumber = false;
    const qint64 count = headerValue(headers, name).trimmed().toLongLong(&isNumber);
    return isNumber && count >= 0 ? std::optional(std::min(count, mostCounted)) : std::nullopt;
}

struct BucketNames
{
    const char *limit;
    const char *remaining;
    const char *reset;
};

/// One bucket, counted in calls of \a cost.
std::optional<CallAllowance> bucketAllowance(const HttpHeaders &headers, const BucketNames &names, qint64 cost)
{
    const auto limit = countOf(headers, names.limit);
    const auto remaining = countOf(headers, names.remaining);
    const auto reset = limitDuration(headerValue(headers, names.reset));
    if (!limit || !remaining || !reset || *limit == 0 || *remaining > *limit)
        return std::nullopt;
    if (*remaining == 0 && *reset == Milliseconds{0})
        return std::nullopt;
    // What is larger than the whole bucket goes when the bucket is full.
    const qint64 wanted = std::clamp<qint64>(cost, 1, *limit);
    const qint64 missing = std::max<qint64>(1, *limit - *remaining);
    const double share = std::min(1.0, static_cast<double>(wanted) / static_cast<double>(missing));
    const Milliseconds refill{static_cast<qint64>(std::ceil(static_cast<double>(reset->count()) * share))};
    return CallAllowance{*remaining / wanted, std::min(refill, longestRefill)};
}

} // namespace

std::optional<Milliseconds> limitDuration(QByteArrayView text)
{
    QByteArrayView rest = text.trimmed();
    if (rest.isEmpty())
        return std::nullopt;
    double sum = 0;
    if (numberLength(rest) == rest.size()) {
        bool isNumber = false;
        sum = rest.toByteArray().toDouble(&isNumber) * 1'000;
        if (!isNumber)
            return std::nullopt;
        rest = {};
    }
    while (!rest.isEmpty()) {
        const auto part = takePart(rest);
        if (!part)
            return std::nullopt;
        sum += *part;
    }
    if (!(sum <= longestDurationMs))
        return std::nullopt;
    return Milliseconds{static_cast<qint64>(std::ceil(sum))};
}

std::optional<CallAllowance> callAllowance(const HttpHeaders &headers, qint64 tokensPerCall)
{
    const auto requests = bucketAllowance(
        headers, {"x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"}, 1);
    const auto tokens = bucketAllowance(
        headers, {"x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"},
        tokensPerCall);
    if (!requests || !tokens)
        return requests ? requests : tokens;
    return CallAllowance{std::min(requests->calls, tokens->calls), std::max(requests->refill, tokens->refill)};
}

} // namespace Viral
