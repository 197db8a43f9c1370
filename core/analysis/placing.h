// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/candidate.h"
#include "core/analysis/chunk.h"
#include "core/analysis/discard.h"
#include "core/analysis/transcriptindex.h"

#include <optional>

namespace Viral {

/// Times this far outside the chunk are still taken for its edge: models round to whole seconds.
inline constexpr Milliseconds placingTolerance{1'000};

/// One edge as the candidate gave it.
struct ProposedEdge
{
    Milliseconds time{0};
    /// Nothing when only a time was given.
    std::optional<int> sentence;

    bool operator==(const ProposedEdge &) const = default;
};

/// Where a candidate lies.
struct Placement
{
    ProposedEdge start;
    ProposedEdge end;

    TimeSpan span() const { return {start.time, end.time}; }
    bool operator==(const Placement &) const = default;
};

/// The stretch the candidate names, as far as it can be read, checked or not: for the funnel.
std::optional<TimeSpan> proposedSpan(const Candidate &candidate, const TranscriptIndex &index);

/// Reads where the candidate lies: sentence numbers win over times, times are absolute and never anything else, both
/// must lie in the chunk it came from (interface.md section 4). Rules: "no-place", "no-such-sentence",
/// "edges-reversed", "outside-chunk".
Judged<Placement> place(const Candidate &candidate, const TranscriptIndex &index, const Chunk &chunk);

} // namespace Viral
