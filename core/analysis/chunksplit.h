// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/chunk.h"

#include <optional>
#include <utility>

namespace Viral {

/// Two parts of a chunk that is too much for one answer, cut at the sentence nearest to the middle of its time; both
/// keep its index. They share what lies within half of the longest moment of the cut (never more than half of a part),
/// so that no clip is lost on it; what is then proposed twice is a duplicate like any other. Nothing for a single
/// sentence.
std::optional<std::pair<Chunk, Chunk>> splitChunk(const Transcript &transcript, const Chunk &whole);

} // namespace Viral
