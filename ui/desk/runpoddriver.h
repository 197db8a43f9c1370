// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    explicit RunPodDriver(RunPodRun &run);

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

    DriverTask m_task;
    std::optional<Surroundings> m_surroundings;
    std::optional<RunPodServices> m_services;
    QPointer<RunPodRun> m_run;
    bool m_wantsCancel = false;
};

} // namespace Viral
