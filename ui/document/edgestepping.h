// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/transcriptindex.h"
#include "core/base/timespan.h"
#include "core/review/edge.h"

namespace Viral {

enum class EdgeStep
{
    Word,
    Sentence,
};

enum class StepDirection
{
    Earlier,
    Later,
};

/// \a span with \a edge moved to the next word or sentence boundary in \a direction; unchanged where there is none, and
/// never empty. Pure.
TimeSpan steppedEdge(const TimeSpan &span, Edge edge, EdgeStep step, StepDirection direction,
                     const TranscriptIndex &index);

/// \a span with \a edge at \a time, kept inside \a source and at least one second long.
TimeSpan movedEdge(const TimeSpan &span, Edge edge, Milliseconds time, const TimeSpan &source);

/// Which edge lies nearer to \a time.
Edge nearerEdge(const TimeSpan &span, Milliseconds time);

} // namespace Viral
