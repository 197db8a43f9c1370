// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"
#include "core/base/clock.h"
#include "core/clients/prompttemplates.h"
#include "ui/desk/budget.h"
#include "ui/desk/liverun.h"
#include "ui/document/work.h"

#include <QHash>
#include <QThread>

namespace Viral {

class DeskEngine;
class RunDriver;
struct DriverTask;
struct ReportedRun;

/// What a desk is made of.
struct DeskSetup
{
    /// Folder of the library; runs are kept in memory only, and that is said, where it cannot be opened for writing.
    QString libraryFolder = {};
    EngineSettings settings = {};
    /// How transcripts are cut where neither plan nor request say it.
    AnalysisSettings chunks = {};
    Budgets budgets = {};
    RetryRules retryRules = {};
    RunPodPatience runPodPatience = {};
    /// Where months begin and end.
    QTimeZone zone = QTimeZone::systemTimeZone();
    /// Why the program could not open the library, which it tells by itself: the same is not told once more.
    Error knownTrouble = {};
    /// Asked from two threads, outlives the desk; the computer's where it is null.
    Clock *clock = nullptr;
};

/// How the library was found.
enum class LibraryState
{
    Opening,
    Open,
    ReadOnly, ///< kept answers are used, nothing new is kept
    Missing,  ///< could not be opened: everything stays in memory
};

/// Where runs are started, watched and found again: one for all windows of the program, so that they share one
/// limiter, one library and what servers have taught. All work, the library's too, is done on a thread of its own;
/// everything here returns at once and tells by signals.
class RunDesk final : public QObject
{
    Q_OBJECT

public:
    explicit RunDesk(DeskSetup setup, QObject *parent = nullptr);
    /// Runs that go on are left as interrupted: what was paid for is kept.
    ~RunDesk() override;

    const EngineSettings &settings() const { return m_setup.settings; }
    /// For runs started from now on; the number of requests at once holds for all.
    void setSettings(const EngineSettings &settings);
    const AnalysisSettings &chunkDefaults() const { return m_setup.chunks; }
    const Budgets &budgets() const { return m_setup.budgets; }
    void setBudgets(const Budgets &budgets);

    /// The built-in prices with the user's own in front.
    const PriceTable &prices() const { return m_prices; }
    /// The user's own are others now; experienceChanged() follows.
    void readPrices();
    const PromptTemplates &templates() const { return m_templates; }
    /// What earlier runs taught, newest last.
    const QList<UsageSample> &experience() const { return m_experience; }
    QString libraryFolder() const { return m_setup.libraryFolder; }
    LibraryState libraryState() const { return m_libraryState; }

    /// Starts a run, or says what is missing: a transcript, a key, an endpoint, a budget that suffices.
    Result<LiveRun *> start(const RunPlan &plan);
    /// The request of \a id again: only what is missing is paid. A RunPod job that is open is followed on.
    Result<LiveRun *> goOn(const RunId &id);
    /// Follows a RunPod job that was submitted anywhere; an empty \a endpointId means the one of the settings. The run
    /// that follows it already is given back where there is one.
    Result<LiveRun *> follow(const QString &endpointId, const QString &jobId);
    /// Follows the RunPod jobs on that were open when their program ended, those first whose results are forgotten
    /// first. Each is told by runStarted(). Without a key for RunPod nothing is followed, and that is told.
    void followOpenJobs();

    /// Runs that have not ended, oldest first.
    QList<LiveRun *> running() const;
    /// The live run of \a id, also after its end as long as it was not released; null for others. A job that is
    /// followed again after its end has a new one under the same id, and the old one goes away.
    LiveRun *live(const RunId &id) const { return m_live.value(id); }
    /// Forgets a run that has ended; what is in the library stays there. Nothing for one that goes on.
    void release(const RunId &id);

    /// All runs of the library, newest first, as they were read last; runs that go on are always fresh.
    const QList<RunRecord> &runs() const { return m_runs; }
    /// Reads the list again, for what other programs have done; runsChanged() follows.
    void refresh();
    /// Also what deleted runs cost.
    MicroDollars spentThisMonth() const;
    /// Every run of the library with those that were deleted: what the table of months is made from.
    const QList<RunRecord> &allRuns() const { return m_allRuns; }

    /// Makes the work of a run from the library: its request, its result and its funnel; what was answered, for a run
    /// that did not end well. workLoaded() or workFailed() follows.
    void loadRun(const RunId &id);
    /// Reads a run as a report holds it, also one that is in memory only. What is given back is for worker threads, and
    /// the desk outlives its calls.
    std::function<Result<ReportedRun>(const RunId &)> reportReader() const;
    /// Hides a run from the lists or shows it again; nothing that was paid for goes away.
    void setDeleted(const RunId &id, bool deleted);
    void setNotes(const RunId &id, const QString &notes);

Q_SIGNALS:
    /// A run is there: started here, gone on with, or followed.
    void runStarted(Viral::LiveRun *run);
    /// The record of \a id is another one than before.
    void runChanged(const Viral::RunId &id);
    void runFinished(const Viral::RunId &id);
    /// runs() was read, or a run came or went.
    void runsChanged();
    void workLoaded(const Viral::RunId &id, const std::shared_ptr<Viral::Work> &work);
    void workFailed(const Viral::RunId &id, const Viral::Error &error);
    /// experience() or prices() changed: quotes are to be reckoned anew.
    void experienceChanged();
    /// Something to tell: a webhook that was given up, jobs that are followed again.
    void told(const QString &message);
    /// Something that the user should know about the library and that is no error.
    void warned(const QString &message);
    /// Something that went wrong, with what to do; \a run is empty when it concerns none.
    void failed(const Viral::Error &error, const Viral::RunId &run);

private:
    LiveRun *addRun(DriverTask task);
    /// \a earlier is the run that this one goes on with; empty for others.
    Result<LiveRun *> startAfter(const RunId &earlier, const RunPlan &plan);
    LiveRun *addLive(RunDriver &driver, const RunRecord &record, const RunPlan &plan, const Request &request,
                     int concurrency);
    void adopt(RunDriver *driver);
    /// The run that follows this RunPod job; null when none does.
    LiveRun *liveJob(const QString &endpointId, const QString &jobId) const;
    Result<LiveRun *> goOnLive(const LiveRun &run);
    Result<LiveRun *> goOnKept(const RunRecord &record);
    Result<void> checkBudgets(const RunPlan &plan) const;
    void connectEngine();
    void takeRuns(const QList<RunRecord> &listed, const QList<RunRecord> &all);
    void takeRecord(RunRecord record);
    Clock &clock() const { return m_setup.clock ? *m_setup.clock : m_systemClock; }
    const RunRecord *known(const RunId &id) const;
    void onEngine(std::function<void(DeskEngine &)> task);
    RunRecord newRecord(const RunPlan &plan, const Request &request) const;

    DeskSetup m_setup;
    mutable SystemClock m_systemClock;
    PriceTable m_prices;
    PromptTemplates m_templates;
    QList<UsageSample> m_experience;
    QList<RunRecord> m_runs;
    QList<RunRecord> m_allRuns;
    QHash<RunId, LiveRun *> m_live;
    QList<RunId> m_order;
    QHash<RunId, QString> m_notes;
    LibraryState m_libraryState = LibraryState::Opening;
    QThread m_thread;
    DeskEngine *m_engine = nullptr;
};

} // namespace Viral
