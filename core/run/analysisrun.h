// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/events.h"
#include "core/run/chunkjob.h"
#include "core/run/environment.h"
#include "core/run/forecast.h"
#include "core/run/modelnews.h"

#include <QSet>

namespace Viral {

/// What a run is to do.
struct RunSetup
{
    /// A new one where it is empty.
    RunId id = {};
    Request request = {};
    /// Already merged with the request's options (environment.h).
    EngineSettings settings = {};
    /// The file that was opened, for lists; empty when there was none.
    QString source = {};
    /// For lists; video_title or the file's name where it is empty.
    QString title = {};
    /// What it was expected to come to, kept with the run; nothing when nobody reckoned it.
    std::optional<ModelForecast> quote = {};
    /// Asks anew where answers are kept.
    bool fresh = false;
    /// The same for these chunks alone (Chunk::index); the others are taken from kept answers where there are any.
    QSet<int> freshChunks = {};
    /// Goes on after a chunk that failed and says so in the funnel; the contract's way is to end the job.
    bool keepGoing = false;
    /// Asks the service, beside the first chunk, what it says about the model; see ModelNews.
    bool asksForModelNews = true;
    /// Asked before each question that costs something; its error ends the run after what is on its way.
    std::function<Result<void>(int chunk)> mayAsk = {};
};

/// Why a run did not end with a result.
struct RunFailure
{
    Error error = {};
    /// What is sent and printed instead of a result.
    FailurePayload payload = {};

    bool operator==(const RunFailure &) const = default;
};

using RunOutcome = tl::expected<AnalysisOutcome, RunFailure>;

/// One analysis by a model from request to result: chunks fanned out, answers kept and taken as they come, ended
/// exactly once (interface.md section 6). What a chunk becomes is decided by the rules in analysis; a run only asks,
/// keeps and counts, so the same request run again pays for what is missing and nothing else.
class AnalysisRun final : public QObject
{
    Q_OBJECT

public:
    /// \a services outlive the run.
    AnalysisRun(const RunServices &services, RunSetup setup, QObject *owner = nullptr);
    /// A run that has not ended is left as interrupted; what was paid for is kept.
    ~AnalysisRun() override;

    /// Begins with the next turn of the event loop.
    void start();
    /// Ends it at once, requests on their way included, and reports from inside this call.
    void cancel();

    const RunRecord &record() const { return m_record; }
    const QList<Chunk> &chunks() const { return m_chunks; }
    /// What has come so far, in the order of coming; with chunks() and request() enough to assemble anywhere.
    const QList<ChunkAnswer> &answers() const { return m_answers; }
    const Request &request() const { return m_setup.request; }
    /// The result as far as it goes. Takes as long as assemble() does.
    AnalysisOutcome partialOutcome() const;
    /// Chunks whose answer was kept from an earlier run.
    int keptChunks() const { return m_keptChunks; }
    /// Answers that this run paid for.
    int paidAnswers() const { return m_paidAnswers; }
    bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    void progress(const Viral::ProgressEvent &event);
    void chunkStateChanged(int index, const Viral::ChunkProgress &state);
    /// Something to tell the user while it goes on.
    void warned(const QString &message);
    /// Something of this run is not on disk; warned() says what.
    void couldNotKeep();
    void finished(const Viral::RunOutcome &outcome);

private:
    void begin();
    void startMore();
    void startChunk(const Chunk &chunk);
    void chunkEnded(ChunkJob *job, const ChunkOutcome &outcome);
    void noteFailure(ChunkJob *job, const ChunkOutcome &outcome);
    void notePaid(const ChunkUsage &usage);
    void noteNotKept(const Error &error);
    void windUp(bool evenSent);
    void endWhenDone();
    void succeed();
    void fail(const Error &error, std::optional<int> chunk);
    void finish(RunState state, const QString &error, const RunOutcome &outcome);
    void tell(ProgressEvent event);
    void save();
    void stayAlive();
    void askForModelNews();
    AnalysisSettings analysisSettings() const;

    RunServices m_services;
    RunSetup m_setup;
    WebhookEndpoints m_webhooks;
    RunRecord m_record;
    QList<Chunk> m_chunks;
    QList<Chunk> m_waiting;
    QSet<ChunkJob *> m_jobs;
    QList<ChunkAnswer> m_answers;
    QStringList m_notes;
    std::unique_ptr<ScheduledAction> m_timer;
    std::unique_ptr<ModelNews> m_modelNews;
    /// The first failure that ends the run, and its chunk.
    std::optional<std::pair<Error, int>> m_failure;
    /// The first chunk without an answer, for when none has one.
    std::optional<std::pair<Error, int>> m_firstLoss;
    Milliseconds m_startedAt{0};
    int m_answeredChunks = 0;
    int m_keptChunks = 0;
    int m_paidAnswers = 0;
    bool m_isStarting = false;
    bool m_isStarted = false;
    bool m_isFinished = false;
};

/// The webhooks of a job: without one for progress, the result's address with /progress where that is wanted.
WebhookEndpoints effectiveWebhooks(WebhookEndpoints webhooks, bool derivesProgress);

/// Ends in the library what the library takes for running although nobody does it any more: runs of this computer that
/// have not shown a sign of life for two minutes. Returns how many.
Result<int> closeAbandonedRuns(RunStore &runs, const QDateTime &now);

} // namespace Viral
