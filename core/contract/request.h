// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/base/timespan.h"
#include "core/contract/transcript.h"
#include "core/json/rawjson.h"

#include <QString>

#include <optional>

namespace Viral {

/// options of a request: only what was given; defaults and the environment are merged later (interface.md section 2).
struct RequestOptions
{
    std::optional<Milliseconds> chunkDuration = {};
    std::optional<Milliseconds> chunkOverlap = {};
    std::optional<Milliseconds> minChunkDuration = {};
    std::optional<int> maxConcurrency = {};
    std::optional<QString> openAiModel = {};
    std::optional<double> openAiTemperature = {};
    std::optional<int> openAiMaxOutputTokens = {};
    /// Seconds, fractions allowed.
    std::optional<double> requestTimeoutSeconds = {};

    bool operator==(const RequestOptions &) const = default;
};

/// Where events and the result are sent; empty when not wanted.
struct WebhookEndpoints
{
    QString resultUrl = {};
    QString progressUrl = {};

    bool operator==(const WebhookEndpoints &) const = default;
};

/// One job (RunPodIntegrationGuide.md section 2).
struct Request
{
    /// Empty when the payload names none.
    QString jobId = {};
    /// The payload's own key; wins over the environment's and is never written anywhere.
    Secret openAiApiKey = {};
    Transcript transcript = {};
    /// video_title, audience, tone and whatever else; echoed with the same bytes.
    RawMembers metadata = {};
    RequestOptions options = {};
    WebhookEndpoints webhooks = {};

    /// A metadata value that is text, else an empty string.
    QString metadataText(QStringView name) const;

    bool operator==(const Request &) const = default;
};

} // namespace Viral
