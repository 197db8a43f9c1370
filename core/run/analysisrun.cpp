// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/analysisrun.h"

#include "core/analysis/funnelcodec.h"
#include "core/base/log.h"
#include "core/run/forecastcodec.h"
#include "core/run/webhookqueue.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// A run shows that it lives this often, and is taken for dead after missing a few.
constexpr Milliseconds signOfLife{30'000};
constexpr qint64 silentForMs = 120'000;

QString titleOf(const RunSetup &setup)
{
    if (!setup.title.isEmpty())
        return setup.title;
    const QString title = setup.request.metadataText(u"video_title");
    return title.isEmpty() ? QFileInfo(setup.source).fileName() : title;
}

} // namespace

AnalysisRun::AnalysisRun(const RunServices &services, RunSetup setup, QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_setup(std::move(setup))
    , m_webhooks(effectiveWebhooks(m_setup.request.webhooks, m_setup.settings.derivesProgressWebhook))
{
    if (m_setup.request.jobId.isEmpty())
        m_setup.request.jobId = m_services.clock.newId();
    const QDateTime now = m_services.clock.now();
    m_record = {.id = m_setup.id.isEmpty() ? RunId{m_services.clock.newId()} : m_setup.id,
                .kind = RunKind::OpenAi,
                .state = RunState::Queued,
                .createdAt = now,
                .updatedAt = now,
                .title = titleOf(m_setup),
                .jobId = m_setup.request.jobId,
                .model = m_setup.settings.model,
                .source = m_setup.source,
                .freshChunks = QList<int>(m_setup.freshChunks.cbegin(), m_setup.freshChunks.cend())};
    std::sort(m_record.freshChunks.begin(), m_record.freshChunks.end());
}

AnalysisRun::~AnalysisRun()
{
    if (m_isStarted && !m_isFinished) {
        m_record.state = RunState::Interrupted;
        save();
    }
}

void AnalysisRun::start()
{
    if (m_isStarted || m_isFinished)
        return;
    m_isStarted = true;
    m_startedAt = m_services.scheduler.now();
    m_timer = m_services.scheduler.after(Milliseconds{0}, [this] { begin(); });
}

void AnalysisRun::begin()
{
    m_chunks = makeChunks(m_setup.request.transcript, analysisSettings());
    m_waiting = m_chunks;
    m_record.state = RunState::Running;
    m_record.totalChunks = static_cast<int>(m_chunks.size());
    if (m_setup.fresh) {
        m_record.freshChunks.resize(m_chunks.size());
        std::iota(m_record.freshChunks.begin(), m_record.freshChunks.end(), 0);
    }
    save();
    if (const auto kept = m_services.runs.keepRequest(m_record.id, m_setup.request); !kept)
        noteNotKept(kept.error());
    if (m_setup.quote) {
        if (const auto kept = m_services.runs.keepQuote(m_record.id, writeQuote(*m_setup.quote)); !kept)
            noteNotKept(kept.error());
    }
    stayAlive();
    tell({.kind = ProgressKind::ChunksScheduled});
    if (m_isFinished)
        return;
    if (m_chunks.isEmpty())
        succeed();
    else
        startMore();
}

void AnalysisRun::stayAlive()
{
    m_timer = m_services.scheduler.after(signOfLife, [this] {
        save();
        if (const auto renewed = m_services.answers.renewClaims(m_record.id, m_services.clock.now()); !renewed)
            qCWarning(runLog).noquote() << "the claims could not be renewed:" << renewed.error().text();
        stayAlive();
    });
}

void AnalysisRun::startMore()
{
    // Chunks whose answers are kept end at once and come back here.
    if (m_isStarting)
        return;
    m_isStarting = true;
    // All at once from the first moment, although the first ones then find nothing in the service's cache: the static
    // part is there only after one request has been read. To send one ahead would save, at four at once, three times
    // 1800 tokens at nine tenths of their price ($0.0005 with gpt-6-luna, $0.06 with the dearest model, a few
    // hundredths of what such a run costs) and cost the whole wait for a first answer, in a run of four chunks half of
    // its time. What comes after the first ones hits the cache as it is.
    while (!m_isFinished && !m_failure && !m_waiting.isEmpty() && m_jobs.size() < m_setup.settings.maxConcurrency)
        startChunk(m_waiting.takeFirst());
    m_isStarting = false;
    endWhenDone();
}

void AnalysisRun::startChunk(const Chunk &chunk)
{
    auto *job = new ChunkJob(m_services,
                             {.run = m_record.id,
                              .chunk = chunk,
                              .transcript = m_setup.request.transcript,
                              .metadata = m_setup.request.metadata,
                              .settings = openAiSettings(m_setup.settings),
                              .fresh = m_setup.fresh || m_setup.freshChunks.contains(chunk.index),
                              .mayAsk = m_setup.mayAsk},
                             this);
    m_jobs.insert(job);
    connect(job, &ChunkJob::progressed, this, [this, index = chunk.index](const ChunkProgress &state) {
        // Only where something is asked at all: answers that are kept cost nobody anything.
        if (state.state == ChunkProgress::State::Sent && !m_modelNews && m_setup.asksForModelNews)
            askForModelNews();
        Q_EMIT chunkStateChanged(index, state);
    });
    connect(job, &ChunkJob::paid, this, &AnalysisRun::notePaid);
    connect(job, &ChunkJob::notKept, this, &AnalysisRun::noteNotKept);
    connect(job, &ChunkJob::finished, this, [this, job](const ChunkOutcome &outcome) { chunkEnded(job, outcome); });
    job->start();
}

void AnalysisRun::askForModelNews()
{
    m_modelNews = std::make_unique<ModelNews>(m_services, openAiSettings(m_setup.settings));
    connect(m_modelNews.get(), &ModelNews::told, this, &AnalysisRun::warned);
    m_modelNews->start();
}

void AnalysisRun::chunkEnded(ChunkJob *job, const ChunkOutcome &outcome)
{
    m_jobs.remove(job);
    job->deleteLater();
    if (m_isFinished || outcome.kind == ChunkOutcome::Kind::Cancelled) {
        Q_EMIT chunkStateChanged(job->chunk().index, {.state = ChunkProgress::State::Queued});
        endWhenDone();
        return;
    }
    m_answers.append(outcome.answer);
    if (outcome.kind == ChunkOutcome::Kind::Answered) {
        ++m_answeredChunks;
        m_keptChunks += outcome.wasKept ? 1 : 0;
        if (!outcome.error.message.isEmpty())
            m_notes.append(u"Chunk %1: %2"_s.arg(job->chunk().index).arg(outcome.error.message));
        m_record.finishedChunks = m_answeredChunks;
        save();
        Q_EMIT chunkStateChanged(job->chunk().index, {.state = ChunkProgress::State::Done, .wasKept = outcome.wasKept});
        tell({.kind = ProgressKind::ChunkCompleted, .chunkIndex = job->chunk().index, .startedAt = job->startedAt()});
    } else {
        noteFailure(job, outcome);
    }
    startMore();
}

void AnalysisRun::noteFailure(ChunkJob *job, const ChunkOutcome &outcome)
{
    const int index = job->chunk().index;
    const QString why = outcome.error.text();
    m_notes.append(u"Chunk %1: %2"_s.arg(index).arg(why));
    if (!m_firstLoss)
        m_firstLoss = {outcome.error, index};
    const bool endsTheRun =
        outcome.kind == ChunkOutcome::Kind::Withheld ||
        (outcome.kind == ChunkOutcome::Kind::Failed && (outcome.stopsTheJob || !m_setup.keepGoing));
    if (endsTheRun && !m_failure)
        m_failure = {outcome.error, index};
    Q_EMIT chunkStateChanged(index, {.state = ChunkProgress::State::Failed, .reason = why});
    tell({.kind = ProgressKind::ChunkFailed, .chunkIndex = index, .startedAt = job->startedAt(), .error = why});
    if (endsTheRun)
        windUp(outcome.stopsTheJob);
}

void AnalysisRun::windUp(bool evenSent)
{
    const QSet<ChunkJob *> running = m_jobs;
    for (ChunkJob *job : running) {
        if (m_jobs.contains(job))
            job->windUp(evenSent);
    }
}

void AnalysisRun::notePaid(const ChunkUsage &usage)
{
    ++m_paidAnswers;
    if (const auto cost = billedCost(usage.counts, m_setup.settings.model, m_services.prices))
        m_record.price = m_record.price.value_or(MicroDollars{}) + *cost;
}

void AnalysisRun::noteNotKept(const Error &error)
{
    const QString message = u"The library could not keep everything of this run: "_s + error.text();
    if (m_notes.contains(message))
        return;
    m_notes.append(message);
    Q_EMIT couldNotKeep();
    Q_EMIT warned(message);
}

void AnalysisRun::endWhenDone()
{
    if (m_isFinished || m_isStarting || !m_jobs.isEmpty())
        return;
    if (m_failure)
        fail(m_failure->first, m_failure->second);
    else if (m_waiting.isEmpty() && m_answeredChunks == 0 && m_firstLoss)
        fail(m_firstLoss->first, m_firstLoss->second);
    else if (m_waiting.isEmpty())
        succeed();
}

void AnalysisRun::succeed()
{
    const AnalysisOutcome outcome = partialOutcome();
    m_record.momentCount = static_cast<int>(outcome.result.moments.size());
    const auto keptFunnel =
        m_services.runs.keepFunnel(m_record.id, writeFunnel(outcome.funnel, JsonWriter::Layout::Compact));
    if (!keptFunnel)
        noteNotKept(keptFunnel.error());
    if (const auto kept = m_services.runs.keepResult(m_record.id, outcome.result); !kept)
        noteNotKept(kept.error());
    if (m_services.webhooks)
        m_services.webhooks->postCompletion(m_record.id, m_webhooks, outcome.result);
    finish(RunState::Succeeded, {}, outcome);
}

void AnalysisRun::fail(const Error &error, std::optional<int> chunk)
{
    const FailurePayload payload{
        .jobId = m_record.jobId, .error = error.text(), .failedChunk = chunk, .totalChunks = m_record.totalChunks};
    if (m_services.webhooks)
        m_services.webhooks->postFailure(m_record.id, m_webhooks, payload);
    finish(RunState::Failed, error.text(), tl::unexpected(RunFailure{error, payload}));
}

void AnalysisRun::cancel()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    const QSet<ChunkJob *> running = m_jobs;
    for (ChunkJob *job : running)
        job->cancel();
    const Error error{ErrorKind::Cancelled, u"Cancelled"_s};
    finish(RunState::Cancelled, error.message,
           tl::unexpected(RunFailure{
               error, {.jobId = m_record.jobId, .error = error.message, .totalChunks = m_record.totalChunks}}));
}

void AnalysisRun::finish(RunState state, const QString &error, const RunOutcome &outcome)
{
    m_isFinished = true;
    m_timer.reset();
    m_modelNews.reset();
    m_record.state = state;
    m_record.error = error;
    if (m_isStarted)
        save();
    Q_EMIT finished(outcome);
}

void AnalysisRun::tell(ProgressEvent event)
{
    event.jobId = m_record.jobId;
    event.totalChunks = m_record.totalChunks;
    if (event.kind != ProgressKind::ChunksScheduled)
        event.completedAt = m_services.clock.now();
    if (m_services.webhooks)
        m_services.webhooks->postProgress(m_record.id, m_webhooks, event);
    Q_EMIT progress(event);
}

void AnalysisRun::save()
{
    m_record.updatedAt = m_services.clock.now();
    m_record.took = m_services.scheduler.now() - m_startedAt;
    const Result<qint64> saved = m_services.runs.saveRun(m_record);
    if (saved)
        m_record.number = *saved;
    else
        qCWarning(runLog).noquote() << "the run could not be noted:" << saved.error().text();
}

AnalysisSettings AnalysisRun::analysisSettings() const
{
    return withOptions({.model = m_setup.settings.model}, m_setup.request.options);
}

AnalysisOutcome AnalysisRun::partialOutcome() const
{
    AnalysisOutcome outcome = assemble(m_setup.request, analysisSettings(), m_chunks, m_answers, m_services.prices);
    outcome.funnel.notes += m_notes;
    return outcome;
}

WebhookEndpoints effectiveWebhooks(WebhookEndpoints webhooks, bool derivesProgress)
{
    if (!derivesProgress || webhooks.resultUrl.isEmpty() || !webhooks.progressUrl.isEmpty())
        return webhooks;
    QUrl url(webhooks.resultUrl, QUrl::StrictMode);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u"/progress"_s, QUrl::TolerantMode);
    webhooks.progressUrl = url.toString(QUrl::FullyEncoded);
    return webhooks;
}

Result<int> closeAbandonedRuns(RunStore &runs, const QDateTime &now)
{
    Result<QList<RunRecord>> unfinished = runs.unfinishedRuns();
    if (!unfinished)
        return tl::unexpected(unfinished.error());
    int closed = 0;
    for (RunRecord &run : *unfinished) {
        // A sign of life from the future comes from a clock that was set back since.
        if (run.kind == RunKind::RunPod || qAbs(run.updatedAt.msecsTo(now)) < silentForMs)
            continue;
        run.state = RunState::Interrupted;
        if (const auto saved = runs.saveRun(run); !saved)
            return tl::unexpected(saved.error());
        ++closed;
    }
    return closed;
}

} // namespace Viral
