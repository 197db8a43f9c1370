// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/request.h"
#include "core/json/problems.h"

#include <QLatin1StringView>

#include <span>
#include <variant>

namespace Viral {

/// Lowest and highest allowed value of a number in options, both included.
struct Range
{
    double lowest = 0;
    double highest = 0;

    bool contains(double number) const { return number >= lowest && number <= highest; }
};

/// One option: its wire name (RunPodIntegrationGuide.md section 8), where it is kept, and the range of a number.
/// Durations and counts are whole numbers.
struct OptionRule
{
    template <typename Value>
    using Member = std::optional<Value> RequestOptions::*;

    QLatin1StringView name = {};
    std::variant<Member<Milliseconds>, Member<int>, Member<double>, Member<QString>> member;
    Range range = {};

    bool isText() const { return std::holds_alternative<Member<QString>>(member); }
    bool isWhole() const { return !isText() && !std::holds_alternative<Member<double>>(member); }
};

/// All options in the contract's order: one table for reader, writer, command line, environment and schema.
std::span<const OptionRule> optionRules();

/// The range of the option called \a wireName; nothing for options that are not numbers and for unknown names.
std::optional<Range> optionRange(QStringView wireName);

/// Sets a number option; fails with what the value must be ("must be a whole number from 1 to 64").
Result<void> setOption(RequestOptions &options, const OptionRule &rule, double number);

/// Sets one option from a number in text (\a text as on a command line or in the environment); fails with the option's
/// name for an unknown name, empty text, wrong type or out of range (interface.md section 2).
Result<void> setOption(RequestOptions &options, QStringView wireName, QStringView text);

/// Window of a request that does not say (interface.md section 3).
inline constexpr Milliseconds defaultChunkDuration{450'000};
inline constexpr Milliseconds defaultChunkOverlap{45'000};
inline constexpr Milliseconds defaultMinChunkDuration{180'000};

/// Rules that tie values together: transcript not empty, overlap smaller than the chunk (with the defaults for what is
/// missing), webhook addresses allowed. Pointers are below \a base ("" or "/input").
void checkRequest(const Request &request, const QString &base, Problems &problems);
/// The parts of checkRequest.
void checkTranscript(const Transcript &transcript, const QString &base, Problems &problems);
void checkOptions(const RequestOptions &options, const QString &base, Problems &problems);
void checkWebhooks(const WebhookEndpoints &webhooks, const QString &base, Problems &problems);

/// Webhook addresses must be https, or http to this machine (interface.md section 6).
bool isAllowedWebhook(const QString &url);

} // namespace Viral
