// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QDateTime>

#include <functional>
#include <memory>

namespace Viral {

/// Something that will happen; destroying it before then prevents it.
class ScheduledAction
{
public:
    virtual ~ScheduledAction() = default;
};

/// Time and timers for everything that waits, so that tests can make an hour pass in no time.
class Scheduler
{
public:
    virtual ~Scheduler() = default;

    /// Time since some fixed moment; never jumps.
    virtual Milliseconds now() const = 0;
    /// The computer's clock, in UTC; for dates that come from elsewhere.
    virtual QDateTime wallTime() const = 0;
    /// Calls \a action once after \a delay, never from inside this call and never early. The action may destroy its
    /// ScheduledAction.
    [[nodiscard]] virtual std::unique_ptr<ScheduledAction> after(Milliseconds delay, std::function<void()> action) = 0;
};

/// Timers of the thread's event loop.
class EventLoopScheduler final : public Scheduler
{
public:
    Milliseconds now() const override;
    QDateTime wallTime() const override;
    std::unique_ptr<ScheduledAction> after(Milliseconds delay, std::function<void()> action) override;
};

} // namespace Viral
