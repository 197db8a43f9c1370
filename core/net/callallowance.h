// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/httpmessage.h"

namespace Viral {

/// What a service still lets through, as it says in the x-ratelimit headers of an answer.
struct CallAllowance
{
    /// Calls that may follow the one that was answered; 0 when the next one would be refused.
    qint64 calls = 0;
    /// Until there is room for one more.
    Milliseconds refill{0};

    bool operator==(const CallAllowance &) const = default;
};

/// A duration as these headers write it: "12ms", "1s", "6m0s", "1h30m", "1.5s", "250µs"; a bare number is seconds.
/// Rounded up to milliseconds; nothing for anything else and for what is negative.
std::optional<Milliseconds> limitDuration(QByteArrayView text);

/// Reads x-ratelimit-{limit,remaining,reset}-{requests,tokens} for calls that take \a tokensPerCall each; the narrower
/// of the two counts. "reset" is when everything is free again, so the time for one call is its share of that, never
/// over two minutes. Nothing when the service does not say, or says what cannot be (some say −1 and 0).
std::optional<CallAllowance> callAllowance(const HttpHeaders &headers, qint64 tokensPerCall);

} // namespace Viral
