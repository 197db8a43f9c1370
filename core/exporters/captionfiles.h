// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "srt" and "vtt": captions of each moment in a file of its own, times from the clip's start.
ExportFormat srtExport();
ExportFormat webVttExport();

} // namespace Viral
