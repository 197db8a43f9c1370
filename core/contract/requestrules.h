// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/request.h"
#include "core/json/problems.h"

namespace Viral {

/// Lowest and highest allowed value of a number in options, both included.
struct Range
{
    double lowest = 0;
    double highest = 0;
};

/// Ranges of the options (wire names as in RunPodIntegrationGuide.md section 8): one table for reader, command line,
/// environment and schema. Nothing for options that are not numbers.
std::optional<Range> optionRange(QStringView wireName);

/// Sets one option from a number in text (\a text as on a command line or in the environment); fails with the option's
/// name for an unknown name, empty text, wrong type or out of range (interface.md section 2).
Result<void> setOption(RequestOptions &options, QStringView wireName, QStringView text);

/// Rules that tie values together: transcript not empty, overlap smaller than the chunk (with \a defaults for what is
/// missing). Pointers are below \a base ("" or "/input").
void checkRequest(const Request &request, const QString &base, Problems &problems);

/// Webhook addresses must be https, or http to this machine (interface.md section 6).
bool isAllowedWebhook(const QString &url);

} // namespace Viral
