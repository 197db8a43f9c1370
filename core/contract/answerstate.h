// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/jsonreader.h"

#include <optional>

namespace Viral {

/// Why \a root, an answer about a job, holds no result, in a sentence and without keys: the seed's failure payload, or
/// RunPod's envelope (also as its webhook sends it, with the request) of a job that failed, is not done, or lost its
/// output. Nothing for what holds a result, and for what is no such answer.
std::optional<QString> reasonForNoResult(const JsonValue &root);

} // namespace Viral
