// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/scheduler.h"

#include <QObject>
#include <QTimerEvent>

namespace Viral {

namespace {

class TimerAction final : public ScheduledAction, public QObject
{
public:
    TimerAction(Milliseconds delay, std::function<void()> action)
        : m_action(std::move(action))
    {
        startTimer(std::max(delay, Milliseconds{0}), Qt::PreciseTimer);
    }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        killTimer(event->timerId());
        // The action may destroy this object, so it runs from a copy and is the last thing done here.
        const std::function<void()> action = std::move(m_action);
        action();
    }

private:
    std::function<void()> m_action;
};

} // namespace

Milliseconds EventLoopScheduler::now() const
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

QDateTime EventLoopScheduler::wallTime() const
{
    return QDateTime::currentDateTimeUtc();
}

std::unique_ptr<ScheduledAction> EventLoopScheduler::after(Milliseconds delay, std::function<void()> action)
{
    return std::make_unique<TimerAction>(delay, std::move(action));
}

} // namespace Viral
