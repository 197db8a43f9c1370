// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/timespan.h"
#include "core/json/rawjson.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace Viral {

/// One canonical counter with its wire name ("input_tokens").
struct TokenCount
{
    QString name = {};
    std::int64_t tokens = 0;

    bool operator==(const TokenCount &) const = default;
};

/// Counters in order of writing.
using TokenCounts = QList<TokenCount>;

/// The counter called \a name, 0 when it is not there.
inline std::int64_t tokenCount(const TokenCounts &counts, QStringView name)
{
    for (const TokenCount &count : counts) {
        if (count.name == name)
            return count.tokens;
    }
    return 0;
}

/// What one chunk used.
struct ChunkUsage
{
    int chunkIndex = 0;
    /// Canonical counters, every paid attempt added up.
    TokenCounts counts = {};
    /// Time to the whole answer; nothing when not measured.
    std::optional<Milliseconds> responseTime = {};
    /// Further members as the service reported them, verbatim.
    RawMembers reported = {};

    bool operator==(const ChunkUsage &) const = default;
};

/// Token usage of a whole run (ViralMomentResponse.md section 1.2).
struct Usage
{
    TokenCounts totals = {};
    /// In order of chunk index.
    QList<ChunkUsage> byChunk = {};

    bool operator==(const Usage &) const = default;
};

/// Rates of one model in dollars per million tokens.
struct TokenRates
{
    TokenRate input = {};
    TokenRate cached = {};
    TokenRate output = {};

    bool operator==(const TokenRates &) const = default;
};

/// The contract's price (ViralMomentResponse.md section 1.3).
struct Pricing
{
    /// Name in the price table that matched.
    QString model = {};
    TokenRates rates = {};
    std::int64_t inputTokens = 0;
    std::int64_t cachedTokens = 0;
    std::int64_t outputTokens = 0;
    MicroDollars inputCost = {};
    MicroDollars cachedCost = {};
    MicroDollars outputCost = {};
    MicroDollars totalCost = {};

    bool operator==(const Pricing &) const = default;
};

} // namespace Viral
