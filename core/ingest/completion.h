// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"
#include "core/ingest/repairs.h"

namespace Viral {

/// The transcript with both halves (interface.md section 3): sentences without words get words spread over them, words
/// without sentences are cut into sentences, and where both are there every word belongs to a sentence that holds it.
/// Sentences are sorted, words monotone, the language a primary subtag that fits the script. What was mended is counted
/// in \a repairs.
Transcript completed(Transcript transcript, Repairs &repairs);
Transcript completed(Transcript transcript);

} // namespace Viral
