// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointwaiting.h"

#include <vector>

namespace Viral {

EndpointWaiting::EndpointWaiting(Scheduler &scheduler, QObject *owner)
    : QObject(owner)
    , m_scheduler(scheduler)
{}

void EndpointWaiting::add(const QString &jobId, const QPointer<ServerExchange> &exchange, Milliseconds time,
                          bool forStream)
{
    if (!exchange)
        return;
    const auto entry = m_entries.emplace(jobId, Entry{.exchange = exchange, .forStream = forStream});
    entry->second.end = m_scheduler.after(time, [this, jobId, exchange, forStream] {
        if (exchange)
            Q_EMIT due(jobId, exchange, forStream);
    });
    // Answered, or the client has gone.
    connect(exchange, &QObject::destroyed, this, [this, jobId] { dropGone(jobId); });
}

void EndpointWaiting::dropGone(const QString &jobId)
{
    const auto [first, last] = m_entries.equal_range(jobId);
    for (auto place = first; place != last;)
        place = place->second.exchange ? std::next(place) : m_entries.erase(place);
}

void EndpointWaiting::wake(const QString &jobId, bool onlyNews)
{
    std::vector<std::pair<QPointer<ServerExchange>, bool>> woken;
    const auto [first, last] = m_entries.equal_range(jobId);
    for (auto place = first; place != last; ++place) {
        if (place->second.forStream || !onlyNews)
            woken.emplace_back(place->second.exchange, place->second.forStream);
    }
    for (const auto &[exchange, forStream] : woken) {
        if (exchange)
            Q_EMIT due(jobId, exchange, forStream);
    }
}

} // namespace Viral
