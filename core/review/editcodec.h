// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"
#include "core/review/journal.h"

namespace Viral {

/// Writes one edit as an object with its kind.
void writeEdit(JsonWriter &writer, const Edit &edit);

/// Reads what writeEdit wrote; nothing (and a problem) for an unknown kind or a missing part.
std::optional<Edit> readEdit(const JsonValue &value, Problems &problems);

/// Writes a moment with everything the editor did to it, and reads it back.
void writeReviewedMoment(JsonWriter &writer, const ReviewedMoment &moment);
ReviewedMoment readReviewedMoment(const JsonValue &value, Problems &problems);

void writeNotedOriginal(JsonWriter &writer, const NotedOriginal &noted);
NotedOriginal readNotedOriginal(const JsonValue &value, Problems &problems);

} // namespace Viral
