// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/remotebudget.h"
#include "ui/desk/rundriver.h"

#include <QPointer>

namespace Viral {

/// A job on RunPod: submitted, or followed on. What the worker tells about its chunks is shown on ours, which are cut
/// by the same rules.
class RunPodDriver final : public RunDriver
{
    Q_OBJECT

public:
    /// Submits; or follows where the task's record names a job.
    explicit RunPodDriver(DriverTask task);
    /// Listens to \a run, which another object owns and starts.
    RunPodDriver(RunPodRun &run, DriverTask task);

    void start(const Surroundings &surroundings) override;
    void cancel() override;

private:
    void stop(RunState state, const Error &error);
    void readRequest(RunStore &runs);
    void connectRun();
    void takeProgress(const ProgressEvent &event);
    void takeState(const RunPodJob &job);
    void askToCancel();
    void cancelAnswered(const RunPodReply &reply);
    void showUsage(const ServiceResult &result);
    void runEnded(const RunPodOutcome &outcome);
    Result<void> openBudget(const Surroundings &surroundings);
    void noteWorkBegun();
    void guessLater();
    void heed(const Result<void> &budget);

    DriverTask m_task;
    std::optional<Surroundings> m_surroundings;
    std::optional<RunPodServices> m_services;
    QPointer<RunPodRun> m_run;
    bool m_wantsCancel = false;
    /// Null where there is no quote.
    std::unique_ptr<RemoteBudget> m_budget;
    /// Why a budget has the job cancelled, or would have.
    std::optional<Error> m_overBudget;
    /// A job that was submitted before is not cancelled for a budget: whoever submitted it may have allowed it.
    bool m_isOurs = false;
    std::optional<Milliseconds> m_workBegan;
    std::unique_ptr<ScheduledAction> m_nextGuess;
};

} // namespace Viral
