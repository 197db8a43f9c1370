// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Azure batch transcription: phrases in ticks.
FormatReader azureReader();

} // namespace Viral
