// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/analysis/transcriptindex.h"

#include <QList>

namespace Viral {

/// Value of metadata.model for results of this engine.
inline constexpr QLatin1StringView offlineModelName{"offline-lexical"};

/// How much a stretch stands out inside its transcript by its words alone; 0 to 1, comparable only within it.
struct LexicalScore
{
    TimeSpan span = {};
    double score = 0;

    bool operator==(const LexicalScore &) const = default;
};

/// Scores of overlapping windows over the whole transcript, in order of start; for the ribbon on the timeline.
QList<LexicalScore> lexicalScores(const TranscriptIndex &index);

/// Finds moments with no model: features ranked inside the transcript, peaks, growth to an opening and a payoff,
/// texts taken from the transcript's own words. Each candidate is given to the first chunk that holds it whole, so the
/// answers go through the same pipeline as a model's. One answer per chunk, without usage; clips beyond
/// the number wanted are in it too, as passed over.
QList<ChunkAnswer> proposeOffline(const TranscriptIndex &index, const QList<Chunk> &chunks);

} // namespace Viral
