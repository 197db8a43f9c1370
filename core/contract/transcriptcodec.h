// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads "transcript" of a request, or a bare {"sentences": …, "words": …}. Sorts sentences that are out of order (a
/// warning). One of the two lists may be missing; it stays empty here and is derived by ingest/completion.h.
Transcript readTranscript(const JsonValue &value, Problems &problems);

/// Reads an array of sentences or of words as the contract writes them: for files that hold only the array.
QList<Sentence> readSentences(const JsonValue &array, Problems &problems);
QList<Word> readWords(const JsonValue &array, Problems &problems);

/// Writes {"language", "sentences", "words"}; the caller has written the key.
void writeTranscript(JsonWriter &writer, const Transcript &transcript);

} // namespace Viral
