// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"

#include <optional>
#include <span>
#include <vector>

namespace Viral {

/// How near, in pixels, a dragged edge must come to be caught.
inline constexpr int snapDistance = 8;
/// Silence between two words from which on its middle catches an edge.
inline constexpr Milliseconds shortestPause{300};

enum class SnapKind
{
    SentenceStart,
    SentenceEnd,
    SpeakerChange,
    MomentEdge,
    Playhead,
    Pause,
    Word,
};

struct Snap
{
    Milliseconds time{0};
    SnapKind kind = SnapKind::Word;

    bool operator==(const Snap &) const = default;
};

/// Places that catch an edge; every list is in order and holds no time twice.
struct SnapTargets
{
    std::vector<Milliseconds> sentenceStarts = {};
    std::vector<Milliseconds> sentenceEnds = {};
    std::vector<Milliseconds> speakerChanges = {};
    std::vector<Milliseconds> momentEdges = {};
    /// Middles of silences.
    std::vector<Milliseconds> pauses = {};
    std::vector<Milliseconds> words = {};
    std::optional<Milliseconds> playhead = {};

    bool operator==(const SnapTargets &) const = default;
};

/// What the transcript offers. Words and pauses are left out where word times are estimated: they may be a second off.
SnapTargets snapTargetsOf(const Transcript &transcript);
/// Edges of \a spans in order.
std::vector<Milliseconds> edgesOf(std::span<const TimeSpan> spans);

/// The nearest place within \a radius of \a wanted. Sentences, speakers, other edges and the playhead go before pauses
/// and words: from afar there is a word everywhere, and catching one would mean nothing.
std::optional<Snap> snapFor(const SnapTargets &targets, Milliseconds wanted, Milliseconds radius);

} // namespace Viral
