// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "otio": OpenTimelineIO. A reel is one timeline, each moment a file of its own, or the whole source is one clip with
/// markers above it. What is known of each moment stands under metadata.viral_moments.
ExportFormat otioExport();

} // namespace Viral
