// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"

namespace Viral {

/// One analysis with the offline engine from request to result: chunks, proposals, pipeline. Pure and deterministic;
/// \a settings.model is set to the engine's name.
AnalysisOutcome analyseOffline(const Request &request, AnalysisSettings settings);

} // namespace Viral
