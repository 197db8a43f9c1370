// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/settings.h"

namespace Viral {

AnalysisSettings withOptions(AnalysisSettings defaults, const RequestOptions &options)
{
    defaults.chunkDuration = options.chunkDuration.value_or(defaults.chunkDuration);
    defaults.chunkOverlap = options.chunkOverlap.value_or(defaults.chunkOverlap);
    defaults.minChunkDuration = options.minChunkDuration.value_or(defaults.minChunkDuration);
    defaults.model = options.openAiModel.value_or(defaults.model);
    return defaults;
}

} // namespace Viral
