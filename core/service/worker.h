// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/heartbeat.h"
#include "core/service/jobposter.h"
#include "core/service/jobrunner.h"
#include "core/service/queuepoll.h"

#include <QHash>

namespace Viral {

/// A worker of a RunPod Serverless endpoint: takes jobs as long as it has room, does them side by side, tells the queue
/// about each, and shows that it lives. What goes wrong with one job never touches another.
class Worker final : public QObject
{
    Q_OBJECT

public:
    enum class End
    {
        Drained, ///< nothing is left to do
        Refused, ///< the queue does not accept the key
    };
    Q_ENUM(End)

    /// \a services outlive the worker; their transport is the network itself.
    Worker(const RunServices &services, const JobRules &rules, const WorkerSettings &settings,
           QObject *owner = nullptr);
    /// Leaves jobs that have not ended; the queue gives them to another worker.
    ~Worker() override;

    /// Begins to take jobs.
    void start();
    /// Takes no more jobs and ends when those at hand are done and told.
    void drain();

    /// Jobs at hand.
    int jobCount() const { return static_cast<int>(m_jobs.size() + m_waiting.size()); }

Q_SIGNALS:
    /// Something for the log, without keys; \a jobId is empty where it is about no job.
    void logged(Viral::WorkerLogLevel level, const QString &jobId, const QString &message);
    /// Exactly once, with no job at hand.
    void finished(Viral::Worker::End end);

private:
    struct Job
    {
        JobRunner *runner = nullptr;
        JobPoster *poster = nullptr;
        Milliseconds startedAt{0};
    };

    void watch();
    void takeMore();
    void taken(const TakeAnswer &answer);
    void accept(const TakenJob &job);
    void startWaiting();
    void startJob(const TakenJob &taken);
    void jobEnded(const QString &id, const JobOutcome &outcome);
    QByteArray resultBody(const QString &id, const JobOutcome &outcome);
    void told(const QString &id, const QString &trouble);
    void stopJobs(const TakeAnswer &answer);
    void remove(const QString &id);
    void noteJobs();
    void endWhenDone();
    void log(WorkerLogLevel level, const QString &jobId, const QString &message);

    RunServices m_services;
    JobRules m_rules;
    WorkerSettings m_settings;
    QueuePoll m_take;
    QueuePoll m_stop;
    std::unique_ptr<Heartbeat> m_heartbeat;
    QHash<QString, Job> m_jobs;
    QList<TakenJob> m_waiting;
    std::unique_ptr<ScheduledAction> m_ending;
    std::optional<End> m_end;
    bool m_hasFinished = false;
};

} // namespace Viral
