// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/limiter.h"
#include "core/net/retrypolicy.h"
#include "core/net/scheduler.h"
#include "core/net/transport.h"

namespace Viral {

/// A number in [0, 1), different each time; tests hand in their own.
using Chance = std::function<double()>;
/// Chance from the computer's generator.
double systemChance();

/// Tells what stands in the way of an outcome; a service that hides failures in good answers brings its own.
using JudgeTrouble = std::function<Trouble(const HttpOutcome &)>;

/// How a RetryingTransport goes about it.
struct RetrySettings
{
    RetryRules rules = {};
    JudgeTrouble judge = troubleByStatus;
    Chance chance = systemChance;
    /// Shared by all who ask the same service; null for no limit. Must outlive the calls.
    Limiter *limiter = nullptr;
};

/// A transport that asks again where that can help. Who uses it knows nothing of pauses: one call, one outcome. While
/// it pauses it holds no place of the limiter.
class RetryingTransport final : public Transport
{
public:
    /// \a inner and \a scheduler must outlive the calls.
    RetryingTransport(Transport &inner, Scheduler &scheduler, RetrySettings settings = {});

    Call *send(const HttpRequest &request, QObject *owner) override;

private:
    Transport &m_inner;
    Scheduler &m_scheduler;
    std::shared_ptr<const RetrySettings> m_settings;
};

} // namespace Viral
