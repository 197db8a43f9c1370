// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/contract/usage.h"
#include "core/run/chunkjob.h"

#include <QList>

#include <optional>

namespace Viral {

/// One chunk as the timeline and the run bar show it.
struct LiveChunk
{
    ChunkProgress progress = {};
    /// Of all its paid attempts, also those of an earlier run; zero until it has ended.
    std::int64_t inputTokens = 0;
    std::int64_t cachedTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t reasoningTokens = 0;
    /// Time to the whole answer; nothing when not known.
    std::optional<Milliseconds> responseTime = {};
    /// Times that it had to wait for another try.
    int retries = 0;

    bool operator==(const LiveChunk &) const = default;
};

/// \a chunk with the counters of \a usage.
LiveChunk withUsage(LiveChunk chunk, const ChunkUsage &usage);

/// What a run came to so far.
struct RunTotals
{
    int chunks = 0;
    int done = 0;
    /// Of those done: without asking.
    int kept = 0;
    int failed = 0;
    /// Sent, or between two tries.
    int onTheirWay = 0;
    int moments = 0;
    std::int64_t inputTokens = 0;
    std::int64_t cachedTokens = 0;
    std::int64_t outputTokens = 0;
    /// What this run paid; nothing when the model's price is not known or nothing was paid.
    std::optional<MicroDollars> price = {};
    /// Time that the computer was awake since the start.
    Milliseconds elapsed{0};
    /// Estimated; nothing while it cannot be said, and after the end.
    std::optional<Milliseconds> left = {};

    /// Neither queued nor on their way.
    int ended() const { return done + failed; }
    bool operator==(const RunTotals &) const = default;
};

/// Counts what \a chunks say; price, times and moments are left to the caller.
RunTotals countChunks(const QList<LiveChunk> &chunks);

/// What is known of a run's pace.
struct RunPace
{
    /// Chunks that were not sent yet.
    int waiting = 0;
    /// For each chunk on its way: since when.
    QList<Milliseconds> ages = {};
    /// How long the chunks took that were asked for and have ended.
    QList<Milliseconds> took = {};
    int concurrency = 1;
    /// What a chunk is expected to take as long as none has ended.
    std::optional<Milliseconds> expected = {};
};

/// How long it will take until the last chunk has ended: the chunks are laid on as many lanes as there are requests at
/// once, each as long as those before took on average. Nothing without any experience.
std::optional<Milliseconds> timeLeft(const RunPace &pace);

} // namespace Viral
