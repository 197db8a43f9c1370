// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunk.h"
#include "core/analysis/funnel.h"
#include "core/analysis/transcriptindex.h"
#include "core/contract/moment.h"

#include <optional>

namespace Viral {

/// One candidate after all rules that look at it alone: the funnel's entry, and the moment when it passed.
struct RefinedCandidate
{
    FunnelEntry entry = {};
    std::optional<Moment> moment = {};
    /// True when the quote stands word for word in the clip; makes a duplicate richer.
    bool quoteIsVerbatim = false;
    /// Posts that the model itself wrote; they make it richer too.
    int ownPosts = 0;
};

/// Places, refines and judges one candidate by the rules of interface.md section 5, in the order of FunnelStage.
/// \a chunk is where it came from; a candidate promoted by an editor is checked against the whole transcript instead.
RefinedCandidate refine(const Candidate &candidate, const TranscriptIndex &index, const Chunk &chunk);

} // namespace Viral
