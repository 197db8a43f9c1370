// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/openjobs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

OpenRunPodJobs::OpenRunPodJobs(QList<RunRecord> open, RunPodServicesFor servicesFor, Scheduler &scheduler,
                               QObject *owner)
    : QObject(owner)
    , m_servicesFor(std::move(servicesFor))
    , m_scheduler(scheduler)
    , m_waiting(std::move(open))
{
    const auto isInReach = [this](const RunRecord &record) { return m_servicesFor(record.endpointId).has_value(); };
    const auto beyond = std::stable_partition(m_waiting.begin(), m_waiting.end(), isInReach);
    std::move(beyond, m_waiting.end(), std::back_inserter(m_outOfReach));
    m_waiting.erase(beyond, m_waiting.end());
    std::stable_sort(m_waiting.begin(), m_waiting.end(), [](const RunRecord &one, const RunRecord &other) {
        return runPodResultAtRiskFrom(one) < runPodResultAtRiskFrom(other);
    });
}

void OpenRunPodJobs::start()
{
    m_timer = m_scheduler.after(Milliseconds{0}, [this] { next(); });
}

void OpenRunPodJobs::leave(const QString &endpointId, const QString &jobId)
{
    const auto isIt = [&](const RunRecord &record) {
        return record.endpointId == endpointId && record.remoteJobId == jobId;
    };
    qsizetype left = m_waiting.removeIf(isIt);
    for (RunPodRun *run : findChildren<RunPodRun *>(Qt::FindDirectChildrenOnly)) {
        // One that has ended is listened to no more.
        if (!isIt(run->record()) || !run->disconnect(this))
            continue;
        delete run;
        --m_running;
        ++left;
    }
    if (left > 0 && m_running == 0 && m_waiting.isEmpty())
        start();
}

void OpenRunPodJobs::next()
{
    if (m_waiting.isEmpty()) {
        if (m_running == 0)
            Q_EMIT finished();
        return;
    }
    m_timer = m_scheduler.after(spacing, [this] { next(); });
    const RunRecord record = m_waiting.takeFirst();
    if (const auto services = m_servicesFor(record.endpointId))
        follow(record, *services);
    else
        m_outOfReach.append(record);
}

void OpenRunPodJobs::follow(const RunRecord &record, const RunPodServices &services)
{
    ++m_running;
    auto *run = new RunPodRun(services, record, this);
    connect(run, &RunPodRun::finished, this, [this, run](const RunPodOutcome &outcome) { runEnded(run, outcome); });
    Q_EMIT following(run);
    run->start();
}

void OpenRunPodJobs::runEnded(RunPodRun *run, const RunPodOutcome &outcome)
{
    run->disconnect(this);
    run->deleteLater();
    --m_running;
    const RunRecord record = run->record();
    Q_EMIT ended(record, outcome);
    // A key that is refused for one job is refused for the others.
    if (!record.isFinished() && !outcome.result && outcome.result.error().kind == ErrorKind::Refused)
        leaveEndpoint(record.endpointId, outcome.result.error());
    if (m_running == 0 && m_waiting.isEmpty())
        start();
}

void OpenRunPodJobs::leaveEndpoint(const QString &endpointId, const Error &why)
{
    const auto isThere = [&endpointId](const RunRecord &record) { return record.endpointId == endpointId; };
    const auto first = std::stable_partition(m_waiting.begin(), m_waiting.end(), std::not_fn(isThere));
    const QList<RunRecord> left(first, m_waiting.end());
    m_waiting.erase(first, m_waiting.end());
    for (const RunRecord &record : left)
        Q_EMIT ended(record, {.job = {.id = record.remoteJobId}, .result = tl::unexpected(why)});
}

} // namespace Viral
