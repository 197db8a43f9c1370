// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// WebVTT, with YouTube's rolling captions, Zoom's names and the voices of Teams.
FormatReader webVttReader();

} // namespace Viral
