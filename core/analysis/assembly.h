// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunk.h"
#include "core/analysis/chunkpayment.h"
#include "core/analysis/funnel.h"
#include "core/analysis/pricing.h"
#include "core/contract/request.h"
#include "core/contract/serviceresult.h"

namespace Viral {

/// What one chunk brought.
struct ChunkAnswer
{
    int chunkIndex = 0;
    QList<Candidate> candidates = {};
    /// Entries that ended before the rules: those of an answer that could not be read as a candidate, and those that an
    /// engine itself passed over. They go into the funnel as they are.
    QList<FunnelEntry> ended = {};
    /// Nothing when the model reports none.
    std::optional<ChunkUsage> usage = {};
    /// The paid answers that usage adds up; none where an engine is not paid.
    ChunkPayment payment = {};
    /// True when the chunk was given up and the run went on without it.
    bool failed = false;
    /// Entries of the answer that were not read because there were too many.
    int entriesBeyondLimit = 0;

    bool operator==(const ChunkAnswer &) const = default;
};

/// What a run gives back.
struct AnalysisOutcome
{
    ServiceResult result = {};
    Funnel funnel = {};
    /// What was paid chunk by chunk, in order of index; the contract's result has no place for it. Empty where it is not
    /// known.
    QList<ChunkPayment> payments = {};

    bool operator==(const AnalysisOutcome &) const = default;
};

/// From answers to the result: refine each candidate, remove duplicates, add up usage, price, assemble. Pure: the same
/// answers always give the same bytes, in whatever order they came.
AnalysisOutcome assemble(const Request &request, const AnalysisSettings &settings, const QList<Chunk> &chunks,
                         const QList<ChunkAnswer> &answers, const PriceTable &prices);

} // namespace Viral
