// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ingest/cueparser.h"
#include "core/ingest/rawunits.h"

namespace Viral {

/// Cues as units: lines that only roll on are read once, times inside a line ("<00:00:01.500>") become words, voices
/// ("<v Anna>") speakers. Inside a line that is evenly cut the times are estimates.
/// Fails for recordings of a live stream, whose clocks start again with every segment.
Result<RawTranscript> transcriptOfCues(const CueFile &file);

} // namespace Viral
