// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/rundriver.h"

namespace Viral {

/// A run without a model, on a worker thread.
class OfflineDriver final : public RunDriver
{
    Q_OBJECT

public:
    explicit OfflineDriver(DriverTask task);

    void start(const Surroundings &surroundings) override;
    void cancel() override;

private:
    void stop(RunState state, const Error &error);
    void take(const std::shared_ptr<const AnalysisOutcome> &outcome);
    void keep();
    void tellWebhooks(const QDateTime &startedAt);
    void save();

    DriverTask m_task;
    std::optional<Surroundings> m_surroundings;
    QDateTime m_startedAt;
    QFutureWatcher<std::shared_ptr<const AnalysisOutcome>> m_working;
};

} // namespace Viral
