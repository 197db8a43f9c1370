// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/analysisrun.h"
#include "ui/desk/rundriver.h"

namespace Viral {

/// A run that asks a model from here. What has come is assembled on a worker thread, never twice at a time and at most
/// four times a second.
class AnalysisDriver final : public RunDriver
{
    Q_OBJECT

public:
    explicit AnalysisDriver(DriverTask task);
    ~AnalysisDriver() override;

    void start(const Surroundings &surroundings) override;
    void cancel() override;

private:
    void refuse(const Error &error);
    void settleQuote();
    Result<void> checkBudgets() const;
    void makeRun();
    void connectRun();
    Result<void> mayAsk(int chunk);
    void takeState(int index, const ChunkProgress &progress);
    void assembleSoon();
    void assembleNow();
    void takeAssembled();
    void runEnded(const RunOutcome &outcome);
    void keepPartial();
    void conclude();
    void learn();
    LiveEnding endingOf() const;

    DriverTask m_task;
    std::optional<Surroundings> m_surroundings;
    std::unique_ptr<BudgetGuard> m_guard;
    std::unique_ptr<AnalysisRun> m_run;
    QFutureWatcher<std::shared_ptr<const AnalysisOutcome>> m_assembling;
    std::unique_ptr<ScheduledAction> m_nextAssembly;
    Milliseconds m_lastAssembly{-1'000'000};
    bool m_isStale = false;
    bool m_couldNotKeep = false;
    std::optional<RunOutcome> m_runEnding;
};

} // namespace Viral
