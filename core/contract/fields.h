// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"
#include "core/contract/promises.h"
#include "core/json/jsonreader.h"

#include <optional>

namespace Viral {

// Reading of single values for the codecs: each call judges one value, reports what is wrong and then returns nothing.

/// A member that may be missing.
using Field = std::optional<JsonValue>;

/// True when \a field is there and not null: the usual clients write null for what they leave out.
inline bool isGiven(const Field &field)
{
    return field && !field->isNull();
}

/// Times beyond this (115 days) are refused.
inline constexpr std::int64_t latestTime = 10'000'000'000;
/// Counts (chunks, moments) beyond this are refused.
inline constexpr std::int64_t highestCount = 1'000'000'000;

/// True when \a field is there (null included); a missing one is reported.
bool isThere(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems);

/// Reports a value of another type than \a wanted ("text", "an object").
void reportType(const JsonValue &value, QStringView wanted, Problems &problems);
/// Reports content that breaks a promise of the contract.
void reportDeparture(const JsonValue &value, const QString &message, Promises promises, Problems &problems);
bool requireObject(const JsonValue &value, Problems &problems);
bool requireArray(const JsonValue &value, Problems &problems);

std::optional<QString> readText(const JsonValue &value, Problems &problems);
std::optional<QString> readFilledText(const JsonValue &value, Problems &problems);
/// A whole number from \a lowest to \a highest.
std::optional<std::int64_t> readInteger(const JsonValue &value, std::int64_t lowest, std::int64_t highest,
                                        Problems &problems);
/// A whole number of milliseconds from 0 to latestTime.
std::optional<Milliseconds> readTime(const JsonValue &value, Problems &problems);

/// The same for members that must be there; a missing one is reported, and what could not be read is empty or 0.
QString requiredText(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems);
QString requiredFilledText(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems);
int requiredCount(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems);
std::optional<Milliseconds> requiredTime(const JsonValue &parent, const Field &field, std::string_view name,
                                         Problems &problems);

/// Start and end of something that was said; reports an end before the start.
TimeSpan requiredSpan(const JsonValue &parent, const Field &start, std::string_view startName, const Field &end,
                      std::string_view endName, Problems &problems);

} // namespace Viral
