// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Deepgram: channels of words.
FormatReader deepgramReader();

} // namespace Viral
