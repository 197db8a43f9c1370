// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunk.h"
#include "core/analysis/offline/windows.h"

namespace Viral::Offline {

/// A clip as whole units, both included.
struct Clip
{
    int firstUnit = 0;
    int lastUnit = 0;
    TimeSpan span;
    /// Index in the list of chunks of the first one that holds it whole.
    int chunk = 0;
    /// How good it is as a whole; comparable within the transcript.
    double strength = 0;
};

/// Clips grown around the peaks: from an opening (the question, the start of the story) to a payoff (laughter, an
/// exclamation, a short line after a long one, the end of a turn), 40 to 90 s where whole units allow, each inside one
/// chunk, none overlapping another. Strongest first.
std::vector<Clip> growClips(const Reading &reading, const std::vector<Window> &windows, const std::vector<int> &peaks,
                            const QList<Chunk> &chunks);

} // namespace Viral::Offline
