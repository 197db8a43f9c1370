// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/usage.h"
#include "core/json/jsonreader.h"

namespace Viral {

/// Reads the usage object of a service as Responses and Chat Completions name things (interface.md section 6):
/// canonical counters where they are reported, everything else verbatim in reported. Nothing for null, other types and
/// an object without a member.
std::optional<ChunkUsage> readServiceUsage(const JsonValue &usage, int chunkIndex);

/// Adds a further paid attempt at the same chunk: counters and reported whole numbers are summed, of everything else
/// the later stays; so does the response time.
void addAttempt(ChunkUsage &usage, const ChunkUsage &attempt);

/// Sums over all chunks, in canonical order. Saturates instead of overflowing.
TokenCounts totalsOf(const QList<ChunkUsage> &chunks);

} // namespace Viral
