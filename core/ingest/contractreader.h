// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// The contract's own files (RunPodIntegrationGuide.md section 2, ViralMomentResponse.md section 1), bare or under
/// "input".
FormatReader serviceResultReader();
FormatReader requestReader();
/// {"language", "sentences", "words"} with one or both lists, or one of the lists alone.
FormatReader contractTranscriptReader();

/// The list in a file that holds it alone or as a member called \a name; a null value when there is none.
std::optional<JsonValue> contractList(const JsonValue &root, QStringView name);

} // namespace Viral
