// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/scheduler.h"
#include "core/service/httpserver.h"

#include <map>

namespace Viral {

/// Clients that wait for something to happen to a job. Each gets its answer when that happens, when its time is over,
/// or never, when it has gone.
class EndpointWaiting final : public QObject
{
    Q_OBJECT

public:
    explicit EndpointWaiting(Scheduler &scheduler, QObject *owner = nullptr);

    /// Lets \a exchange wait for \a jobId, for \a time at most; \a forStream also for its news.
    void add(const QString &jobId, const QPointer<ServerExchange> &exchange, Milliseconds time, bool forStream);
    /// Something happened to \a jobId; \a onlyNews, and it goes on.
    void wake(const QString &jobId, bool onlyNews);

Q_SIGNALS:
    /// Time to answer. The exchange is there.
    void due(const QString &jobId, const QPointer<Viral::ServerExchange> &exchange, bool forStream);

private:
    struct Entry
    {
        QPointer<ServerExchange> exchange;
        bool forStream = false;
        std::unique_ptr<ScheduledAction> end = {};
    };

    void dropGone(const QString &jobId);

    Scheduler &m_scheduler;
    std::multimap<QString, Entry> m_entries;
};

} // namespace Viral
