// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// whisper.cpp with offsets, with tokens, and as Remotion rewrites it.
FormatReader whisperCppReader();

} // namespace Viral
