// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/usage.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads {"totals", "by_chunk"}.
Usage readUsage(const JsonValue &value, Problems &problems);
void writeUsage(JsonWriter &writer, const Usage &usage);

/// Reads a flat object of counters.
TokenCounts readTokenCounts(const JsonValue &value, Problems &problems);
void writeTokenCounts(JsonWriter &writer, const TokenCounts &counts);

/// Reads pricing; nothing for an empty object.
std::optional<Pricing> readPricing(const JsonValue &value, Problems &problems);
/// Writes six-decimal floats in shortest form, as the seed's example; an empty object for nothing.
void writePricing(JsonWriter &writer, const std::optional<Pricing> &pricing);

} // namespace Viral
