// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/moment.h"
#include "core/contract/promises.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads a ViralMoment of a finished result; every departure from the contract is a problem. What is missing or of the
/// wrong type is always an error.
Moment readMoment(const JsonValue &value, Problems &problems, Promises promises = Promises::Enforced);

/// Lengths in code points (ViralMomentResponse.md section 2).
inline constexpr int longestTitle = 119;
inline constexpr int longestHook = 120;
inline constexpr Milliseconds shortestMoment{40'000};
inline constexpr Milliseconds longestMoment{90'000};

/// Writes a ViralMoment in the order of the seed's example; quote and chunk_index only when there.
void writeMoment(JsonWriter &writer, const Moment &moment);

} // namespace Viral
