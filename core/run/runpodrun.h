// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/runpodfollower.h"
#include "core/run/environment.h"
#include "core/run/forecast.h"
#include "core/run/runpodrecords.h"

namespace Viral {

/// What a submission is to be.
struct RunPodSetup
{
    /// A new one where it is empty.
    RunId id = {};
    Request request = {};
    /// Always said, so that a worker that hangs costs no more than this: an hour of work, a day in all.
    RunPodPolicy policy = {.executionTimeout = std::chrono::hours(1), .timeToLive = std::chrono::hours(24)};
    /// Include only where the user asked for it by name: RunPod echoes what it is given.
    KeyInPayload key = KeyInPayload::LeaveOut;
    /// Uses the synchronous call; where that is over before the job, it is followed like any other.
    bool isSync = false;
    /// Ends with the submission; the job goes on.
    bool isDetached = false;
    /// The file that was opened, for lists; empty when there was none.
    QString source = {};
    /// For lists; video_title or the job's id where it is empty.
    QString title = {};
    /// What it was expected to come to, kept with the run; nothing when nobody reckoned it.
    std::optional<ModelForecast> quote = {};
};

/// What runs on RunPod share; all of it outlives them.
struct RunPodServices
{
    RunPodClient &client;
    Scheduler &scheduler;
    Clock &clock;
    RunStore &runs;
    Chance chance = systemChance;
    RunPodPatience patience = {};
};

/// How a run on RunPod ended.
struct RunPodOutcome
{
    /// The job as RunPod described it last; without an id when it never got there.
    RunPodJob job = {};
    Result<ServiceResult> result = failure(ErrorKind::Internal, {});

    bool operator==(const RunPodOutcome &) const = default;
};

/// One job on RunPod, kept in the library before it leaves and after each change, so that it can be followed on after a
/// restart. Destroying the run stops following; the job goes on, and the library knows it as open.
class RunPodRun final : public QObject
{
    Q_OBJECT

public:
    /// A new job.
    RunPodRun(const RunPodServices &services, RunPodSetup setup, QObject *owner = nullptr);
    /// Follows the job of \a record on.
    RunPodRun(const RunPodServices &services, RunRecord record, QObject *owner = nullptr);

    /// Begins with the next turn of the event loop.
    void start();

    const RunRecord &record() const { return m_record; }
    bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    /// RunPod has taken the job; record() names it.
    void submitted(const QString &jobId);
    void stateChanged(const Viral::RunPodJob &job);
    void progress(const Viral::ProgressEvent &event);
    /// Something to tell the user while it goes on.
    void told(const QString &message);
    /// Exactly once; not after isDetached, where submitted() is the end.
    void finished(const Viral::RunPodOutcome &outcome);

private:
    void begin();
    void submit();
    void send();
    void takeSubmission(const RunPodReply &reply);
    void follow(const QDateTime &submittedAt);
    void noteState(const RunPodJob &job);
    void noteProgress(const ProgressEvent &event);
    void followingEnded(const RunPodEnding &ending);
    void jobEnded(const RunPodJob &job);
    void finish(RunState state, const RunPodOutcome &outcome);
    Result<void> save();
    void saveOrTell();

    RunPodServices m_services;
    RunPodSetup m_setup;
    RunRecord m_record;
    RunPodJob m_job;
    /// Chunks told to be done; after a restart some are told once more.
    QSet<int> m_finishedChunks;
    std::unique_ptr<ScheduledAction> m_timer;
    bool m_isNew;
    bool m_isFinished = false;
};

/// RunPod's endpoint as the settings name it, or what is missing.
Result<RunPodEndpoint> runPodEndpoint(const EngineSettings &settings);

} // namespace Viral
