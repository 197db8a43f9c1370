// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/net/qttransport.h"
#include "core/run/openjobs.h"
#include "core/run/webhookqueue.h"
#include "ui/desk/rundesk.h"
#include "ui/desk/rundriver.h"
#include "ui/desk/runreport.h"
#include "ui/desk/spillstore.h"

#include <QPointer>

#include <vector>

namespace Viral {

/// The desk's own thread: the library, the network and the drivers of the runs. Made anywhere, moved, then open() on
/// its thread first and close() last; everything else between them.
class DeskEngine final : public QObject
{
    Q_OBJECT

public:
    explicit DeskEngine(DeskSetup setup);
    ~DeskEngine() override;

    void open();
    void close();

    /// Starts the driver, which lives on this thread.
    /// Starts it; a job that it follows is followed by nobody else from then on.
    void adopt(RunDriver *driver);
    void setSettings(const EngineSettings &settings);
    /// For jobs that are taken up again; runs that are started bring their own.
    void setBudgets(const Budgets &budgets) { m_setup.budgets = budgets; }
    void readPrices();
    void readRuns();
    /// Those that are \a known are left alone.
    void followOpenJobs(const QSet<RunId> &known);
    void loadRun(const RunId &id);
    /// Nothing where the library has the whole run: that is read away from this thread.
    std::optional<Result<ReportedRun>> reportFromMemory(const RunId &id, const ReplayBasis &basis);
    void setDeleted(const RunId &id, bool deleted);
    void setNotes(const RunId &id, const QString &notes);

Q_SIGNALS:
    void opened(Viral::LibraryState state);
    void pricesRead(const Viral::PriceTable &prices);
    void runsRead(const QList<Viral::RunRecord> &listed, const QList<Viral::RunRecord> &all);
    void experienceRead(const QList<Viral::UsageSample> &samples);
    void recordChanged(const Viral::RunRecord &record);
    /// \a driver follows a job and had this \a record; whoever listens now has repeat() called.
    void followed(Viral::RunDriver *driver, const Viral::RunRecord &record);
    void workLoaded(const Viral::RunId &id, const std::shared_ptr<Viral::Work> &work);
    void workFailed(const Viral::RunId &id, const Viral::Error &error);
    void told(const QString &message);
    void warned(const QString &message);
    void failed(const Viral::Error &error, const Viral::RunId &run);

private:
    void take(RunDriver *driver);
    LibraryState openLibrary();
    void takeInLogLater();
    Clock &clock() { return m_setup.clock ? *m_setup.clock : m_clock; }
    void openNetwork();
    void makeWebhooks();
    RunServices services();
    RunDriver::Surroundings surroundings();
    Result<RunPodServices> runPodServices(const QString &endpointId);
    void readExperience(const QList<RunRecord> &runs);
    void lookAtPurse(const QList<RunRecord> &all);
    bool isIdle();
    /// Not all of the run is in the library.
    bool isInMemory(const RunId &id) const;

    DeskSetup m_setup;
    SystemClock m_clock;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<EventLoopScheduler> m_scheduler;
    std::unique_ptr<ScheduledAction> m_nextTakingIn;
    std::unique_ptr<QtTransport> m_transport;
    std::unique_ptr<Limiter> m_limiter;
    std::unique_ptr<SpillAnswers> m_answers;
    std::unique_ptr<SpillRuns> m_runs;
    std::unique_ptr<Outbox> m_memoryOutbox;
    std::unique_ptr<WebhookQueue> m_webhooks;
    OpenAiMemory m_memory;
    PromptTemplates m_templates;
    PriceTable m_prices;
    /// Never taken away while the program lives: runs may hold them.
    std::vector<std::unique_ptr<RunPodClient>> m_clients;
    std::shared_ptr<MonthPurse> m_purse;
    QList<QPointer<RunDriver>> m_drivers;
    std::unique_ptr<OpenRunPodJobs> m_openJobs;
};

} // namespace Viral
