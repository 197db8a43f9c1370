// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limiter.h"

namespace Viral {

Limiter::Limiter(int ceiling, Scheduler &scheduler)
    : m_scheduler(scheduler)
    , m_ceiling(std::max(1, ceiling))
    , m_limit(m_ceiling)
    , m_pausedUntil(scheduler.now())
    , m_startsLeftAt(m_pausedUntil)
{}

bool Limiter::enter(Waiter &waiter)
{
    if (m_queue.empty() && isOpen()) {
        give(waiter);
        return true;
    }
    m_queue.push_back(&waiter);
    awaitOpening();
    return false;
}

void Limiter::leave(Waiter &waiter)
{
    if (!m_holders.remove(&waiter))
        std::erase(m_queue, &waiter);
    serve();
}

void Limiter::pressed(Milliseconds sentAt, Milliseconds pause)
{
    const Milliseconds now = m_scheduler.now();
    if (!m_lastHalving || sentAt > *m_lastHalving) {
        m_lastHalving = now;
        m_limit = std::max(1, m_limit / 2);
    }
    awaitGrowth();
    m_pausedUntil = std::max(m_pausedUntil, now + pause);
    awaitOpening();
}

void Limiter::told(Waiter &waiter, const CallAllowance &allowance)
{
    const auto place = m_holders.constFind(&waiter);
    if (place == m_holders.constEnd() || (m_room && place->number < m_room->toldBy))
        return;
    const qint64 sentSince = m_given - place->number - 1;
    const Milliseconds age = m_scheduler.now() - place->sentAt;
    const qint64 refilled = allowance.refill > Milliseconds{0} ? age / allowance.refill : 0;
    const qint64 owed = std::max<qint64>(0, sentSince - allowance.calls);
    m_room = Room{.toldBy = place->number,
                  .calls = std::max<qint64>(0, allowance.calls + refilled - sentSince),
                  .refill = allowance.refill,
                  .next = place->sentAt + allowance.refill * (1 + owed)};
    // What was held up on an earlier word may go now.
    serve();
}

void Limiter::setCeiling(int ceiling)
{
    const bool isPressed = m_limit < m_ceiling;
    m_ceiling = std::max(1, ceiling);
    m_limit = isPressed ? std::min(m_limit, m_ceiling) : m_ceiling;
    serve();
}

Milliseconds Limiter::pausedUntil() const
{
    return m_room && m_room->calls == 0 ? std::max(m_pausedUntil, m_room->next) : m_pausedUntil;
}

bool Limiter::isOpen() const
{
    return inFlight() < m_limit && m_scheduler.now() >= pausedUntil() && startsLeft() > 0;
}

qint64 Limiter::startsLeft() const
{
    const qint64 passed = (m_scheduler.now() - m_startsLeftAt).count();
    return passed >= startsAtOnce ? startsAtOnce : std::min(startsAtOnce, m_startsLeft + passed * startsPerMillisecond);
}

void Limiter::give(Waiter &waiter)
{
    const Milliseconds now = m_scheduler.now();
    m_startsLeft = startsLeft() - 1;
    m_startsLeftAt = now;
    m_holders.insert(&waiter, {m_given++, now});
    if (!m_room)
        return;
    m_room->calls = std::max<qint64>(0, m_room->calls - 1);
    if (m_room->calls == 0)
        m_room->next = now + m_room->refill;
}

void Limiter::serve()
{
    while (!m_queue.empty() && isOpen()) {
        Waiter *next = m_queue.front();
        m_queue.pop_front();
        give(*next);
        next->granted();
    }
    awaitOpening();
}

void Limiter::awaitOpening()
{
    const Milliseconds untilNextStart{startsLeft() > 0 ? 0 : 1};
    const Milliseconds wait = std::max(pausedUntil() - m_scheduler.now(), untilNextStart);
    // A door that opened by itself in the meantime is as good as one that opens now.
    if (m_queue.empty() || inFlight() >= m_limit)
        m_wake.reset();
    else
        m_wake = m_scheduler.after(std::max(wait, Milliseconds{0}), [this] { serve(); });
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
