// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// ElevenLabs Scribe: words, spacings and audio events.
FormatReader elevenLabsReader();

} // namespace Viral
