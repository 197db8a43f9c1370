// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limiter.h"

namespace Viral {

Limiter::Limiter(int ceiling, Scheduler &scheduler)
    : m_scheduler(scheduler)
    , m_ceiling(std::max(1, ceiling))
    , m_limit(m_ceiling)
    , m_pausedUntil(scheduler.now())
{}

bool Limiter::enter(Waiter &waiter)
{
    if (m_queue.empty() && isOpen()) {
        m_holders.insert(&waiter);
        return true;
    }
    m_queue.push_back(&waiter);
    return false;
}

void Limiter::leave(Waiter &waiter)
{
    if (m_holders.remove(&waiter))
        serve();
    else
        std::erase(m_queue, &waiter);
}

void Limiter::pressed(Milliseconds sentAt, Milliseconds pause)
{
    const Milliseconds now = m_scheduler.now();
    if (!m_lastHalving || sentAt > *m_lastHalving) {
        m_lastHalving = now;
        m_limit = std::max(1, m_limit / 2);
    }
    awaitGrowth();
    if (now + pause > m_pausedUntil) {
        m_pausedUntil = now + pause;
        m_wake = m_scheduler.after(pause, [this] { serve(); });
    }
}

void Limiter::setCeiling(int ceiling)
{
    const bool isPressed = m_limit < m_ceiling;
    m_ceiling = std::max(1, ceiling);
    m_limit = isPressed ? std::min(m_limit, m_ceiling) : m_ceiling;
    serve();
}

bool Limiter::isOpen() const
{
    return inFlight() < m_limit && m_scheduler.now() >= m_pausedUntil;
}

void Limiter::serve()
{
    while (!m_queue.empty() && isOpen()) {
        Waiter *next = m_queue.front();
        m_queue.pop_front();
        m_holders.insert(next);
        next->granted();
    }
}

void Limiter::grow()
{
    m_limit = std::min(m_ceiling, m_limit + 1);
    if (m_limit < m_ceiling)
        awaitGrowth();
    serve();
}

void Limiter::awaitGrowth()
{
    m_growth = m_scheduler.after(cleanTime, [this] { grow(); });
}

} // namespace Viral
