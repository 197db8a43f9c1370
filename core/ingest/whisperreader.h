// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Whisper and its relatives: segments with or without words, WhisperX, the OpenAI API, chunks, bare lists.
FormatReader whisperReader();

} // namespace Viral
