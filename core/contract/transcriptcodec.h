// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/transcript.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads "transcript" of a request, or a bare {"sentences": …, "words": …}. Sorts sentences that are out of order (a
/// warning). One of the two lists may be missing; it stays empty here and is derived by ingest/completion.h.
Transcript readTranscript(const JsonValue &value, Problems &problems);

/// Reads an array of sentences or of words as the contract writes them: for files that hold only the array. A word
/// without sentence_index gets unassignedSentence; joinTranscript settles it.
QList<Sentence> readSentences(const JsonValue &array, Problems &problems);
QList<Word> readWords(const JsonValue &array, Problems &problems);

inline constexpr int unassignedSentence = -1;

/// Puts two lists together, each in the order of its file: sorts sentences by start (a warning) and takes the words'
/// sentence_index along, checks it, finds the sentence of a word without one by time, sorts the words by sentence and
/// start (a warning). Pointers of problems are "/sentences" and "/words/N/sentence_index".
Transcript joinTranscript(QList<Sentence> sentences, QList<Word> words, Problems &problems);

/// Writes {"language", "sentences", "words"}; the caller has written the key.
void writeTranscript(JsonWriter &writer, const Transcript &transcript);

} // namespace Viral
