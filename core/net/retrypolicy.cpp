// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retrypolicy.h"

namespace Viral {

namespace {

int triesFor(const RetryRules &rules, Trouble trouble)
{
    switch (trouble) {
    case Trouble::RateLimited:
        return rules.rateLimitTries;
    case Trouble::Overloaded:
    case Trouble::ServerFault:
    case Trouble::LineFault:
    case Trouble::StaleLine:
        return rules.faultTries;
    case Trouble::None:
    case Trouble::Final:
        break;
    }
    return 0;
}

/// base · 2^(tries−1), not over the longest; doubles step by step so that nothing can overflow.
Milliseconds fullPause(const RetryRules &rules, const RetryState &state, Trouble trouble)
{
    Milliseconds pause = rules.basePause;
    if (trouble == Trouble::Overloaded)
        pause *= rules.overloadFactor;
    for (int i = 1; i < state.tries && pause < rules.longestPause; ++i)
        pause *= 2;
    return std::min(pause, rules.longestPause);
}

Milliseconds scaled(Milliseconds pause, double factor)
{
    return Milliseconds{static_cast<qint64>(static_cast<double>(pause.count()) * factor)};
}

Trouble troubleOfFault(const HttpError &error)
{
    switch (error.fault) {
    case HttpFault::ConnectionLost:
        return error.reusedConnection ? Trouble::StaleLine : Trouble::LineFault;
    case HttpFault::Unreachable:
    case HttpFault::ConnectTimeout:
    case HttpFault::AnswerCut:
    case HttpFault::NoAnswer:
    case HttpFault::Silence:
    case HttpFault::Protocol:
        return Trouble::LineFault;
    // What took the whole time once takes it again, and is paid again.
    case HttpFault::TotalTimeout:
    case HttpFault::Cancelled:
    case HttpFault::BadRequest:
    case HttpFault::Tls:
    case HttpFault::TooLarge:
    case HttpFault::Redirected:
        break;
    }
    return Trouble::Final;
}

Trouble troubleOfStatus(int status)
{
    if (status >= 200 && status < 300)
        return Trouble::None;
    switch (status) {
    case 429:
        return Trouble::RateLimited;
    case 503:
    case 529:
        return Trouble::Overloaded;
    case 408:
    case 409:
    case 425:
        return Trouble::ServerFault;
    default:
        return status >= 500 && status != 501 && status != 505 ? Trouble::ServerFault : Trouble::Final;
    }
}

} // namespace

RetryDecision decideRetry(const RetryRules &rules, const RetryState &state, Trouble trouble,
                          std::optional<Milliseconds> wish, double chance)
{
    if (trouble == Trouble::StaleLine && state.staleRepeats < rules.staleRepeats)
        return {.again = true};
    if (state.tries >= triesFor(rules, trouble) || wish.value_or(Milliseconds{0}) > rules.longestWish)
        return {};

    const double share = 1.0 - rules.jitter * (1.0 - chance);
    const Milliseconds own = scaled(fullPause(rules, state, trouble), share);
    // Those that were told the same time must not all come back at once, so a little chance goes on top of a wish.
    const Milliseconds pause = wish ? *wish + scaled(rules.basePause, rules.jitter * chance) : own;
    if (state.elapsed + pause > rules.budget)
        return {};
    return {.again = true, .pause = pause};
}

Trouble troubleByStatus(const HttpOutcome &outcome)
{
    if (!outcome)
        return troubleOfFault(outcome.error());
    const Trouble byStatus = troubleOfStatus(outcome->status);
    const QByteArray advice = headerValue(outcome->headers, "x-should-retry");
    if (byStatus == Trouble::None || advice.isEmpty())
        return byStatus;
    if (advice == "false")
        return Trouble::Final;
    return advice == "true" && byStatus == Trouble::Final ? Trouble::ServerFault : byStatus;
}

} // namespace Viral
