// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/events.h"
#include "core/json/jsonreader.h"

namespace Viral {

/// Bodies of the webhooks (RunPodIntegrationGuide.md section 6), compact, ready to be signed and sent.
QByteArray writeProgressEvent(const ProgressEvent &event);
QByteArray writeCompletionPayload(const ServiceResult &result);
QByteArray writeFailurePayload(const FailurePayload &failure);

std::optional<ProgressEvent> readProgressEvent(const JsonValue &value);
std::optional<FailurePayload> readFailurePayload(const JsonValue &value);

} // namespace Viral
