// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// SubRip: cues with "start --> end", also those that other programs get wrong.
FormatReader srtReader();

} // namespace Viral
