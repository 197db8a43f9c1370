// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/run/runstore.h"
#include "ui/desk/runplan.h"
#include "ui/desk/runtotals.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Viral {

class RunDriver;

/// What a run that ended offers.
enum class WhatNow
{
    GoOn,           ///< the same request again: only what is missing is paid
    UseWhatIsThere, ///< outcome() holds the chunks that were answered
    SeeError,
};

/// How a run ended.
struct LiveEnding
{
    RunState state = RunState::Failed;
    /// Empty message when it succeeded.
    Error error = {};
    /// A sentence about what is there: "17 of 22 chunks are answered and kept; …".
    QString kept = {};
    /// In the order in which to offer it; empty when it succeeded.
    QList<WhatNow> canDo = {};

    bool operator==(const LiveEnding &) const = default;
};

/// One run of any kind behind one face, from its start to after its end. Lives on the interface's thread; the work is
/// done elsewhere, so nothing here ever blocks. Made by RunDesk and owned by it.
class LiveRun final : public QObject
{
    Q_OBJECT

public:
    ~LiveRun() override;

    RunId id() const { return m_record.id; }
    /// As it is in the library, or about to be.
    const RunRecord &record() const { return m_record; }
    const RunPlan &plan() const { return m_plan; }
    /// What is sent: the plan's request with options and range settled. Empty until begun() where it comes from the
    /// library, and for jobs that were submitted elsewhere.
    const Request &request() const { return m_request; }
    const QString &mediaPath() const { return m_plan.mediaPath; }
    /// Empty until begun().
    const QList<Chunk> &chunks() const { return m_chunks; }
    /// One for each of chunks(), by its index.
    const QList<LiveChunk> &chunkStates() const { return m_states; }
    /// Elapsed and left are counted to now.
    RunTotals totals() const;
    /// One line: "3 of 22 chunks, 4 on their way, 1 waits 2 s: too many requests".
    QString stateText() const;
    /// What was assembled last; null before the first answer. After finished() it holds everything there is.
    std::shared_ptr<const AnalysisOutcome> outcome() const { return m_outcome; }
    bool isFinished() const { return m_ending.has_value(); }
    /// A RunPod job that was open when its program ended and is followed again by itself.
    bool isTakenUp() const { return m_isTakenUp; }
    /// After cancel(), until finished().
    bool isCancelling() const { return m_isCancelling; }
    /// Only when isFinished().
    const std::optional<LiveEnding> &ending() const { return m_ending; }

    /// Quote against truth; nothing before the end and for runs without a quote.
    std::optional<ForecastCheck> quoteCheck() const;

    /// Ends it at once, requests on their way included; what was paid for is kept and finished() tells what that is.
    /// A RunPod job is cancelled at RunPod.
    void cancel();

Q_SIGNALS:
    /// chunks() and request() are there now.
    void begun();
    void chunkChanged(int index);
    /// At most a few times a second, and once a second while it goes on.
    void totalsChanged();
    /// record() has changed.
    void recordChanged();
    /// Chunk by chunk, at most four times a second; what comes late counts.
    void outcomeGrew(const std::shared_ptr<const Viral::AnalysisOutcome> &outcome);
    /// Something to tell the user while it goes on.
    void told(const QString &message);
    /// It could not be cancelled and goes on; told() says why.
    void cancelRefused();
    /// Exactly once; outcome() is complete then.
    void finished(const Viral::LiveEnding &ending);

private:
    friend class RunDesk;
    /// \a record is the driver's, which may be at work on another thread already.
    LiveRun(RunDriver &driver, RunRecord record, RunPlan plan, Request request, int concurrency, QObject *owner);
    void listenTo(RunDriver &driver);
    void takeRecord(const RunRecord &record);
    void takeChunks(const Request &request, const QList<Chunk> &chunks);
    void takeChunk(int index, const LiveChunk &state);
    void takeOutcome(const std::shared_ptr<const AnalysisOutcome> &outcome);
    void end(const LiveEnding &ending);
    void tellTotalsSoon();
    Milliseconds elapsed() const;
    QString waitText() const;

    RunRecord m_record;
    RunPlan m_plan;
    Request m_request;
    int m_concurrency = 1;
    QList<Chunk> m_chunks;
    QList<LiveChunk> m_states;
    /// Since the start of the run, when a chunk was sent last.
    QList<Milliseconds> m_sentAt;
    /// How long the chunks took that were asked.
    QList<Milliseconds> m_took;
    std::shared_ptr<const AnalysisOutcome> m_outcome;
    std::optional<LiveEnding> m_ending;
    std::optional<ModelForecast> m_quote;
    /// RunPod's own word on where the job is; empty otherwise.
    QString m_remoteState;
    RunDriver *m_driver = nullptr;
    QElapsedTimer m_clock;
    Milliseconds m_endedAfter{0};
    QTimer m_everySecond;
    QTimer m_soon;
    bool m_isCancelling = false;
    bool m_isTakenUp = false;
};

} // namespace Viral
