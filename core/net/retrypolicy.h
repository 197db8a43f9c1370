// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/httpmessage.h"

namespace Viral {

/// What stands in the way, as far as asking again is concerned.
enum class Trouble
{
    None,        ///< the answer is what was asked for
    RateLimited, ///< too many requests: later it may work
    Overloaded,  ///< the server has too much to do: give it longer
    ServerFault, ///< the server failed
    LineFault,   ///< the line failed, or the answer is broken
    StaleLine,   ///< a kept line was dead before the request; nothing was answered
    Final,       ///< asking again cannot help
};

/// How often and how long.
struct RetryRules
{
    /// Tries in all, the first one included.
    int rateLimitTries = 5;
    int faultTries = 3;
    /// Immediate repetitions for lines found dead; they count as no try.
    int staleRepeats = 3;
    /// The pause before try n+1 is drawn below base · 2^(n−1), never over the longest.
    Milliseconds basePause{1'000};
    Milliseconds longestPause{30'000};
    /// Pauses under overload are longer by this factor.
    int overloadFactor = 4;
    /// Share of the pause that is left to chance: 1 is anything from nothing to all of it, 0 is always all of it.
    double jitter = 1.0;
    /// A server that wants to be left alone for longer than this is not asked again.
    Milliseconds longestWish{120'000};
    /// No try begins later than this after the first.
    Milliseconds budget{900'000};

    bool operator==(const RetryRules &) const = default;
};

/// What has been tried so far, the failed try included.
struct RetryState
{
    int tries = 1;
    int staleRepeats = 0;
    Milliseconds elapsed{0};

    bool operator==(const RetryState &) const = default;
};

struct RetryDecision
{
    bool again = false;
    Milliseconds pause{0};

    bool operator==(const RetryDecision &) const = default;
};

/// Whether and when to try again. Pure: \a chance is in [0, 1). A pause is never shorter than \a wish.
RetryDecision decideRetry(const RetryRules &rules, const RetryState &state, Trouble trouble,
                          std::optional<Milliseconds> wish, double chance);

/// The trouble that status and line alone show; x-should-retry of the server counts before the status.
Trouble troubleByStatus(const HttpOutcome &outcome);

} // namespace Viral
