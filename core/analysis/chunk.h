// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/settings.h"
#include "core/contract/transcript.h"

#include <QList>

namespace Viral {

/// A window of whole sentences that is sent to the model in one request.
struct Chunk
{
    int index = 0;
    /// From the first sentence's start to the last end of its sentences.
    TimeSpan span = {};
    /// Numbers of its sentences, half-open: [firstSentence, endSentence).
    int firstSentence = 0;
    int endSentence = 0;

    bool operator==(const Chunk &) const = default;
};

/// Cuts a transcript (sentences in order of start) into overlapping windows: one starts every duration − overlap,
/// sentences are never cut, a last window shorter than the minimum joins the one before, every sentence is in at least
/// one chunk (interface.md section 3). Empty for an empty transcript.
QList<Chunk> makeChunks(const Transcript &transcript, const AnalysisSettings &settings);

} // namespace Viral
