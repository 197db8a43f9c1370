// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// AssemblyAI: words in milliseconds, utterances.
FormatReader assemblyAiReader();

} // namespace Viral
