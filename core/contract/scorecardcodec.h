// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/scorecard.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads a score as a model may write it: 8, 8.0, "8", " 8 ", "8/10"; clamped to 1–10, rounded half up
/// (interface.md section 5). Nothing for anything else.
std::optional<int> readScore(const JsonValue &value);

/// Reads a scorecard of a finished result: all five core metrics must be whole numbers from 1 to 10.
Scorecard readScorecard(const JsonValue &value, Problems &problems);

/// Writes the five in order, then the further metrics.
void writeScorecard(JsonWriter &writer, const Scorecard &scorecard);

} // namespace Viral
