// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/moment.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads a ViralMoment of a finished result; every departure from the contract is a problem.
Moment readMoment(const JsonValue &value, Problems &problems);

/// Writes a ViralMoment in the order of the seed's example; quote and chunk_index only when there.
void writeMoment(JsonWriter &writer, const Moment &moment);

} // namespace Viral
