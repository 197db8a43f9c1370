// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/servedrunkeeper.h"

namespace Viral {

ServedRunStore::ServedRunStore(RunStore &runs, ServedRuns &served)
    : m_runs(runs)
    , m_served(served)
{}

Result<qint64> ServedRunStore::saveRun(const RunRecord &run)
{
    const Result<qint64> number = m_runs.saveRun(run);
    if (!number)
        return number;
    if (!m_marked.contains(run.id.value)) {
        if (const auto marked = m_served.markServed(run.id); !marked)
            return tl::unexpected(marked.error());
        m_marked.insert(run.id.value);
    }
    if (run.isFinished())
        m_marked.remove(run.id.value);
    return number;
}

Result<void> ServedRunStore::together(const std::function<Result<void>()> &changes)
{
    const QSet<QString> before = m_marked;
    const Result<void> done = m_runs.together(changes);
    // Marks that were not kept are made again.
    if (!done)
        m_marked = before;
    return done;
}

ServedRunKeeper::ServedRunKeeper(ServedRuns &served, const ServedRunRules &rules, Scheduler &scheduler, Clock &clock,
                                 QObject *owner)
    : QObject(owner)
    , m_served(served)
    , m_rules(rules)
    , m_scheduler(scheduler)
    , m_clock(clock)
{}

void ServedRunKeeper::start()
{
    m_timer = m_scheduler.after(breath, [this] { step(); });
}

void ServedRunKeeper::step()
{
    const Result<int> removed = m_served.prune(m_rules, m_clock.now(), atOnce);
    const bool isDone = !removed || *removed == 0;
    m_timer = m_scheduler.after(isDone ? period : breath, [this] { step(); });
    m_count += removed.value_or(0);
    if (!removed)
        Q_EMIT failed(removed.error());
    else if (isDone)
        Q_EMIT tidied(std::exchange(m_count, 0));
}

} // namespace Viral
