// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// SBV, YouTube's own: cues with "0:00:01.000,0:00:04.000".
FormatReader sbvReader();

} // namespace Viral
