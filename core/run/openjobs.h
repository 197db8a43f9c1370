// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/runpodrun.h"

namespace Viral {

/// What it takes to ask the endpoint of that id; nothing where it cannot be asked.
using RunPodServicesFor = std::function<std::optional<RunPodServices>(const QString &endpointId)>;

/// The jobs of openRunPodRuns() after a restart: all are followed at once to their ends, beginning with those whose
/// results RunPod may drop first. Destroying it stops following; the jobs go on, and the library knows them as open.
class OpenRunPodJobs final : public QObject
{
    Q_OBJECT

public:
    /// Everything in the services, and \a scheduler, outlive it.
    OpenRunPodJobs(QList<RunRecord> open, RunPodServicesFor servicesFor, Scheduler &scheduler,
                   QObject *owner = nullptr);

    /// Begins with the next turn of the event loop.
    void start();
    /// Somebody else follows this job from now on: it is neither asked again here nor told by ended().
    void leave(const QString &endpointId, const QString &jobId);

    /// Followed, or going to be.
    int openCount() const { return static_cast<int>(m_waiting.size()) + m_running; }
    /// Those of endpoints that cannot be asked; they stay open.
    const QList<RunRecord> &outOfReach() const { return m_outOfReach; }

    /// Between the first questions, so that a long list does not hit RunPod's limit of calls at once.
    static constexpr Milliseconds spacing{20};

Q_SIGNALS:
    /// \a run is about to be asked for the first time; its signals tell how it goes.
    void following(Viral::RunPodRun *run);
    /// A job is not followed any more: done, gone, or RunPod turned us away, then \a record is still open.
    void ended(const Viral::RunRecord &record, const Viral::RunPodOutcome &outcome);
    /// Exactly once, after the last job.
    void finished();

private:
    void next();
    void follow(const RunRecord &record, const RunPodServices &services);
    void runEnded(RunPodRun *run, const RunPodOutcome &outcome);
    void leaveEndpoint(const QString &endpointId, const Error &why);

    RunPodServicesFor m_servicesFor;
    Scheduler &m_scheduler;
    QList<RunRecord> m_waiting;
    QList<RunRecord> m_outOfReach;
    std::unique_ptr<ScheduledAction> m_timer;
    int m_running = 0;
};

} // namespace Viral
