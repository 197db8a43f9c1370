// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/discard.h"
#include "core/analysis/placing.h"

namespace Viral {

/// A stretch of the transcript on its way to a clip.
struct Clip
{
    TimeSpan span;
    /// Its first and last sentence, both included; either may be cut at a word.
    int firstSentence = 0;
    int lastSentence = 0;
    QList<Adjustment> adjustments = {};

    bool operator==(const Clip &) const = default;
};

/// From where the model put it to a clip of 40–90 s between sentence edges (interface.md section 5): the start goes to
/// the start of a sentence, the end to the end of one; too short grows by whole sentences, forward first; too long
/// shrinks to the last sentence end that fits. Words take the place of sentences only where a sentence alone is too
/// long. The two limits come last and are absolute. Rules: "nothing-spoken", "duration-minimum", "duration-maximum".
Judged<Clip> fitEdges(const Placement &placement, const TranscriptIndex &index);

/// Moves the start of a clip to \a start, which lies in it, and lets the end grow to the shortest length again; the
/// start stays. Nothing when that is not possible.
std::optional<Clip> startedAt(Clip clip, Milliseconds start, int sentence, const QString &why,
                              const TranscriptIndex &index);

} // namespace Viral
