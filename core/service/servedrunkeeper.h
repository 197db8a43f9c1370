// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/scheduler.h"
#include "core/run/runstore.h"
#include "core/run/servedruns.h"

#include <QObject>
#include <QSet>

namespace Viral {

/// A store that marks every run saved through it as done for others.
class ServedRunStore final : public RunStore
{
public:
    /// \a runs and \a served outlive it.
    ServedRunStore(RunStore &runs, ServedRuns &served);

    Result<qint64> saveRun(const RunRecord &run) override;
    Result<std::optional<RunRecord>> run(const RunId &id) override { return m_runs.run(id); }
    Result<QList<RunRecord>> runs(int limit) override { return m_runs.runs(limit); }
    Result<QList<RunRecord>> allRuns(int limit) override { return m_runs.allRuns(limit); }
    Result<QList<RunRecord>> unfinishedRuns() override { return m_runs.unfinishedRuns(); }
    Result<void> setDeleted(const RunId &id, bool deleted) override { return m_runs.setDeleted(id, deleted); }
    Result<void> together(const std::function<Result<void>()> &changes) override;
    Result<void> keepRequest(const RunId &id, const Request &request) override
    {
        return m_runs.keepRequest(id, request);
    }
    Result<void> keepResult(const RunId &id, const ServiceResult &result) override
    {
        return m_runs.keepResult(id, result);
    }
    Result<void> keepFunnel(const RunId &id, const QByteArray &json) override { return m_runs.keepFunnel(id, json); }
    Result<void> keepQuote(const RunId &id, const QByteArray &json) override { return m_runs.keepQuote(id, json); }
    Result<std::optional<Request>> request(const RunId &id) override { return m_runs.request(id); }
    Result<std::optional<ServiceResult>> result(const RunId &id) override { return m_runs.result(id); }
    Result<std::optional<QByteArray>> funnel(const RunId &id) override { return m_runs.funnel(id); }
    Result<std::optional<QByteArray>> quote(const RunId &id) override { return m_runs.quote(id); }

private:
    RunStore &m_runs;
    ServedRuns &m_served;
    /// Marked and not yet ended.
    QSet<QString> m_marked;
};

/// Removes old served runs: at the start and then every hour, a few at a time, so that no job waits for it.
class ServedRunKeeper final : public QObject
{
    Q_OBJECT

public:
    /// All but \a rules outlive it.
    ServedRunKeeper(ServedRuns &served, const ServedRunRules &rules, Scheduler &scheduler, Clock &clock,
                    QObject *owner = nullptr);

    void start();

    static constexpr Milliseconds period = std::chrono::hours(1);
    static constexpr Milliseconds breath{50};
    static constexpr int atOnce = 50;

Q_SIGNALS:
    /// The library cannot be tidied; tried again in an hour.
    void failed(const Viral::Error &why);
    /// Nothing more to remove for now; \a count runs went.
    void tidied(int count);

private:
    void step();

    ServedRuns &m_served;
    ServedRunRules m_rules;
    Scheduler &m_scheduler;
    Clock &m_clock;
    std::unique_ptr<ScheduledAction> m_timer;
    int m_count = 0;
};

} // namespace Viral
