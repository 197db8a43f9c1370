// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/httpserver.h"

namespace Viral {

/// What a client of RunPod's API may ask for.
enum class EndpointAction
{
    Run,
    RunSync,
    Status,
    StatusSync,
    Stream,
    Cancel,
    Retry,
    PurgeQueue,
    Health,
};

/// One of them, with its job where it has one and the times of its query.
struct EndpointCall
{
    EndpointAction action = EndpointAction::Health;
    QString jobId = {};
    /// How long an answer may be held back, within RunPod's limits; where nothing is said, what is usual for the
    /// action.
    Milliseconds wait{0};
    /// How long the result is to be kept from now on; nothing where that is not said.
    std::optional<Milliseconds> timeToLive = {};

    bool operator==(const EndpointCall &) const = default;
};

/// Reads the address and method of \a request, with and without the prefix /v2/\a endpointId; the error is the answer.
tl::expected<EndpointCall, ServerAnswer> readEndpointCall(const ServerRequest &request, const QString &endpointId);

} // namespace Viral
