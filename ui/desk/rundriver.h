// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/runpodrun.h"
#include "core/run/runservices.h"
#include "ui/desk/budget.h"
#include "ui/desk/liverun.h"

#include <QFutureWatcher>

#include <functional>
#include <memory>

namespace Viral {

class AnalysisRun;

/// The end of a run on the desk's thread: does the work of one run and tells its LiveRun on the interface's thread by
/// signals. Made on the interface's thread, moved, and destroyed by whoever made it; nothing but start() and cancel()
/// is called, and that on the desk's thread.
class RunDriver : public QObject
{
    Q_OBJECT

public:
    /// What the desk's thread lends to its runs.
    struct Surroundings
    {
        RunServices services;
        /// Nothing where the endpoint cannot be asked.
        std::function<Result<RunPodServices>(const QString &endpointId)> runPod;
        std::shared_ptr<MonthPurse> purse;
    };

    virtual void start(const Surroundings &surroundings) = 0;
    virtual void cancel() = 0;
    /// Tells everything once more, for a LiveRun that came later.
    void repeat();

    const RunRecord &record() const { return m_record; }

Q_SIGNALS:
    void recordChanged(const Viral::RunRecord &record);
    void begun(const Viral::Request &request, const QList<Viral::Chunk> &chunks);
    /// What a chunk is expected to cost and to take.
    void quoted(const Viral::ModelForecast &quote);
    void chunkChanged(int index, const Viral::LiveChunk &state);
    void remoteStateChanged(const QString &state);
    void outcomeGrew(const std::shared_ptr<const Viral::AnalysisOutcome> &outcome);
    void told(const QString &message);
    /// It goes on although it was to be cancelled; told() says why.
    void cancelRefused();
    void learnt(const Viral::UsageSample &sample);
    void ended(const Viral::LiveEnding &ending);

protected:
    explicit RunDriver(RunRecord record);

    void noteRecord(const RunRecord &record);
    void begin(const Request &request, const QList<Chunk> &chunks);
    void noteChunk(int index, const LiveChunk &state);
    void noteOutcome(const std::shared_ptr<const AnalysisOutcome> &outcome);
    void end(const LiveEnding &ending);
    void noteRemoteState(const QString &state);
    /// Tells the user, or keeps it for repeat() as long as nobody listens.
    void tell(const QString &message);
    /// From now on until repeat().
    void expectListener() { m_isHeard = false; }

    RunRecord m_record;
    Request m_request;
    QList<Chunk> m_chunks;
    QList<LiveChunk> m_states;
    std::shared_ptr<const AnalysisOutcome> m_outcome;
    std::optional<LiveEnding> m_ending;

private:
    QString m_remoteState;
    QStringList m_untold;
    bool m_isHeard = true;
};

/// The request that \a earlier was about, where it is not at hand: its own, else that of another run of the same job.
Result<Request> requestToGoOn(RunStore &runs, const RunId &earlier);

/// Chunks that \a earlier was to ask anew and has no answer to; none where that cannot be read.
QSet<int> freshChunksToGoOn(RunStore &runs, AnswerStore &answers, const RunId &earlier);

/// What a driver is to do.
struct DriverTask
{
    RunRecord record = {};
    RunPlan plan = {};
    /// As plannedRequest() made it; empty when it is to be read from \a earlier.
    Request request = {};
    /// Already merged with the request's options, where that is at hand.
    EngineSettings settings = {};
    Budgets budgets = {};
    QList<UsageSample> experience = {};
    /// The run that this one goes on with; empty for others.
    RunId earlier = {};
};

/// The driver for the kind of run that the task names: made here, so that the kinds stay among themselves.
std::unique_ptr<RunDriver> makeDriver(DriverTask task);

/// A driver around \a run, which another object owns and starts; lives on the same thread. Of \a task the settings,
/// the budgets and the experience count.
std::unique_ptr<RunDriver> makeFollower(RunPodRun &run, DriverTask task);

/// What the task's request is expected to come to with its model; nothing where no model is known.
std::optional<ModelForecast> quoteFor(const DriverTask &task, const RunServices &services);

} // namespace Viral
