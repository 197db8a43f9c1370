// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/jsonreader.h"

#include <vector>

namespace Viral {

/// A model's answer whose JSON has been found, and in it the entries of the list of moments.
struct FoundAnswer
{
    JsonDocument document;
    /// Values of document; at most the number asked for.
    std::vector<JsonValue> entries;
    /// Entries in the list altogether.
    std::size_t entryCount = 0;
};

/// Finds the moments in the text of an answer: the whole text, a code fence in it, or a stretch of JSON between other
/// words; {"moments": […]}, a bare list, a single moment, any of them below other objects. Bytes that are no UTF-8 are
/// replaced. Linear in the text, with a fixed number of attempts.
Result<FoundAnswer> findMoments(const QByteArray &text, std::size_t mostEntries);

/// A key without case, underscores and dashes: "start_sentence" and "startSentence" are one.
QByteArray foldedKey(std::string_view key);

} // namespace Viral
