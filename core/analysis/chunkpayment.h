// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/usage.h"

namespace Viral {

/// The answers that were paid for one chunk. The contract's usage adds them up; this tells them apart.
struct ChunkPayment
{
    int chunkIndex = 0;
    int answers = 0;
    /// Of those: they could not be used, and something else was asked instead.
    int inVain = 0;
    /// Counters of the answers in vain, added up.
    TokenCounts inVainCounts = {};

    bool operator==(const ChunkPayment &) const = default;
};

/// One more answer was paid for.
void addAnswer(ChunkPayment &payment, const ChunkUsage &usage, bool wasInVain);

/// \a more about the same chunk.
void addPayment(ChunkPayment &payment, const ChunkPayment &more);

} // namespace Viral
