// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/callallowance.h"
#include "core/net/scheduler.h"

#include <QHash>

#include <deque>
#include <optional>

namespace Viral {

/// How many requests may be on their way to one service at once, for all who share it. Halved when the service is
/// pressed, grown by one after each minute without pressure, standing still until a time when the service asks for it,
/// and never faster than the service says that there is room. Many that could start in the same instant start one after
/// the other within a few milliseconds: what sends and reads them is then busy without a queue, and all are done
/// sooner.
class Limiter
{
public:
    /// Someone who wants a place.
    class Waiter
    {
    public:
        /// A place that was waited for has been given.
        virtual void granted() = 0;

    protected:
        ~Waiter() = default;
    };

    /// At most \a ceiling at once, at least one.
    Limiter(int ceiling, Scheduler &scheduler);

    /// True: \a waiter has a place. False: it waits in the order of coming, and granted() tells.
    bool enter(Waiter &waiter);
    /// Gives the place back, or stops waiting; nothing when there is neither.
    void leave(Waiter &waiter);

    /// A request sent at \a sentAt (scheduler time) met a limit. Halves, but only once for all requests that were on
    /// their way together; nothing more starts within \a pause from now.
    void pressed(Milliseconds sentAt, Milliseconds pause);
    /// What the service says in its answer to \a waiter, which still has its place. It counts those that came before
    /// it, so what was sent since is taken off; an older answer than the last one that told is not listened to.
    void told(Waiter &waiter, const CallAllowance &allowance);
    void setCeiling(int ceiling);

    int limit() const { return m_limit; }
    int inFlight() const { return static_cast<int>(m_holders.size()); }
    int waiting() const { return static_cast<int>(m_queue.size()); }
    /// Scheduler time until which nothing starts; in the past when nothing holds it up.
    Milliseconds pausedUntil() const;

    /// Without pressure for this long, one more is allowed.
    static constexpr Milliseconds cleanTime{60'000};
    /// So many may start in the same instant, after that so many in a millisecond.
    static constexpr qint64 startsAtOnce = 8;
    static constexpr qint64 startsPerMillisecond = 2;

private:
    /// A request that is on its way.
    struct Place
    {
        /// How many had a place given before it.
        qint64 number = 0;
        Milliseconds sentAt{0};
    };
    /// What the service lets through, kept up to date by what is sent.
    struct Room
    {
        /// Number of the request whose answer told.
        qint64 toldBy = 0;
        qint64 calls = 0;
        Milliseconds refill{0};
        /// When there is room for one, once no calls are left.
        Milliseconds next{0};
    };

    bool isOpen() const;
    /// How many may start in this instant.
    qint64 startsLeft() const;
    void give(Waiter &waiter);
    void serve();
    /// Comes back when the door opens, where someone waits and time alone opens it.
    void awaitOpening();
    void grow();
    void awaitGrowth();

    Scheduler &m_scheduler;
    int m_ceiling;
    int m_limit;
    QHash<Waiter *, Place> m_holders;
    std::deque<Waiter *> m_queue;
    std::optional<Milliseconds> m_lastHalving;
    Milliseconds m_pausedUntil;
    qint64 m_given = 0;
    /// startsLeft() as it was at a time.
    qint64 m_startsLeft = startsAtOnce;
    Milliseconds m_startsLeftAt;
    std::optional<Room> m_room;
    std::unique_ptr<ScheduledAction> m_growth;
    std::unique_ptr<ScheduledAction> m_wake;
};

} // namespace Viral
