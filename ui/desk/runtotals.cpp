// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/runtotals.h"

#include <numeric>
#include <queue>
#include <vector>

namespace Viral {

namespace {

/// A chunk that takes longer than usual is taken to need this part of the usual time more.
constexpr int overdueShare = 10;

Milliseconds usual(const RunPace &pace)
{
    const Milliseconds sum = std::accumulate(pace.took.begin(), pace.took.end(), Milliseconds{0});
    return sum / std::max<qsizetype>(1, pace.took.size());
}

} // namespace

LiveChunk withUsage(LiveChunk chunk, const ChunkUsage &usage)
{
    chunk.inputTokens = tokenCount(usage.counts, u"input_tokens");
    chunk.cachedTokens = tokenCount(usage.counts, u"input_cached_tokens");
    chunk.outputTokens = tokenCount(usage.counts, u"output_tokens");
    chunk.reasoningTokens = tokenCount(usage.counts, u"output_reasoning_tokens");
    chunk.responseTime = usage.responseTime;
    return chunk;
}

RunTotals countChunks(const QList<LiveChunk> &chunks)
{
    RunTotals totals{.chunks = static_cast<int>(chunks.size())};
    for (const LiveChunk &chunk : chunks) {
        totals.inputTokens += chunk.inputTokens;
        totals.cachedTokens += chunk.cachedTokens;
        totals.outputTokens += chunk.outputTokens;
        switch (chunk.progress.state) {
        case ChunkProgress::State::Queued:
            break;
        case ChunkProgress::State::Sent:
        case ChunkProgress::State::Retrying:
            ++totals.onTheirWay;
            break;
        case ChunkProgress::State::Done:
            ++totals.done;
            totals.kept += chunk.progress.wasKept ? 1 : 0;
            break;
        case ChunkProgress::State::Failed:
            ++totals.failed;
            break;
        }
    }
    return totals;
}

std::optional<Milliseconds> timeLeft(const RunPace &pace)
{
    if (pace.waiting <= 0 && pace.ages.isEmpty())
        return Milliseconds{0};
    if (pace.took.isEmpty() && !pace.expected)
        return std::nullopt;
    const Milliseconds each = pace.took.isEmpty() ? *pace.expected : usual(pace);
    std::priority_queue<Milliseconds, std::vector<Milliseconds>, std::greater<>> lanes;
    Milliseconds last{0};
    const auto occupy = [&](Milliseconds until) {
        lanes.push(until);
        last = std::max(last, until);
    };
    for (const Milliseconds age : pace.ages)
        occupy(std::max(each - age, each / overdueShare));
    for (auto i = static_cast<qsizetype>(lanes.size()); i < std::max(1, pace.concurrency); ++i)
        lanes.push(Milliseconds{0});
    for (int i = 0; i < pace.waiting; ++i) {
        const Milliseconds free = lanes.top();
        lanes.pop();
        occupy(free + each);
    }
    return last;
}

} // namespace Viral
