// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/rundriver.h"

#include "core/analysis/candidateparser.h"
#include "core/run/keptanswers.h"
#include "ui/desk/analysisdriver.h"
#include "ui/desk/offlinedriver.h"
#include "ui/desk/runpoddriver.h"

#include <QCoreApplication>

#include <utility>

namespace Viral {

RunDriver::RunDriver(RunRecord record)
    : m_record(std::move(record))
{}

void RunDriver::repeat()
{
    Q_EMIT recordChanged(m_record);
    if (!m_request.transcript.isEmpty() || !m_chunks.isEmpty())
        Q_EMIT begun(m_request, m_chunks);
    for (int i = 0; i < m_states.size(); ++i)
        Q_EMIT chunkChanged(i, m_states.at(i));
    if (m_outcome)
        Q_EMIT outcomeGrew(m_outcome);
    if (!m_remoteState.isEmpty())
        Q_EMIT remoteStateChanged(m_remoteState);
    m_isHeard = true;
    for (const QString &message : std::exchange(m_untold, {}))
        Q_EMIT told(message);
    if (m_ending)
        Q_EMIT ended(*m_ending);
}

void RunDriver::noteRemoteState(const QString &state)
{
    m_remoteState = state;
    Q_EMIT remoteStateChanged(state);
}

void RunDriver::tell(const QString &message)
{
    if (m_isHeard)
        Q_EMIT told(message);
    else
        m_untold.append(message);
}

void RunDriver::noteRecord(const RunRecord &record)
{
    if (record == m_record)
        return;
    m_record = record;
    Q_EMIT recordChanged(m_record);
}

void RunDriver::begin(const Request &request, const QList<Chunk> &chunks)
{
    m_request = request;
    m_chunks = chunks;
    m_states = QList<LiveChunk>(chunks.size());
    Q_EMIT begun(m_request, m_chunks);
}

void RunDriver::noteChunk(int index, const LiveChunk &state)
{
    if (index < 0 || index >= m_states.size())
        return;
    m_states[index] = state;
    Q_EMIT chunkChanged(index, state);
}

void RunDriver::noteOutcome(const std::shared_ptr<const AnalysisOutcome> &outcome)
{
    m_outcome = outcome;
    Q_EMIT outcomeGrew(outcome);
}

void RunDriver::end(const LiveEnding &ending)
{
    if (m_ending)
        return;
    m_ending = ending;
    Q_EMIT ended(ending);
}

namespace {

/// Runs of a job that are looked through.
constexpr int mostRuns = 1'000;

/// The request of another run of the same job: a program that was killed in the first moment of a run has noted the
/// run and not its request yet.
std::optional<Request> requestOfTheJob(RunStore &runs, const RunId &id)
{
    const auto record = runs.run(id);
    const auto all = runs.runs(mostRuns);
    if (!record || !*record || !all || (*record)->jobId.isEmpty())
        return std::nullopt;
    for (const RunRecord &other : *all) {
        if (other.jobId != (*record)->jobId || other.kind != (*record)->kind || other.id == id)
            continue;
        if (const auto request = runs.request(other.id); request && *request)
            return **request;
    }
    return std::nullopt;
}

} // namespace

Result<Request> requestToGoOn(RunStore &runs, const RunId &earlier)
{
    Result<std::optional<Request>> kept = runs.request(earlier);
    if (!kept)
        return tl::unexpected(kept.error());
    if (!*kept)
        *kept = requestOfTheJob(runs, earlier);
    if (!*kept) {
        return failure(ErrorKind::Storage,
                       QCoreApplication::translate("Viral::RunDriver", "The library has no request of this run. Open "
                                                                       "its transcript and run it again; answers that "
                                                                       "are kept are used."));
    }
    return std::move(**kept);
}

QSet<int> freshChunksToGoOn(RunStore &runs, AnswerStore &answers, const RunId &earlier)
{
    const auto record = runs.run(earlier);
    const auto answered = answers.answersOf(earlier);
    if (!record || !*record || !answered)
        return {};
    QHash<int, QList<StoredAnswer>> byChunk;
    for (const StoredAnswer &answer : *answered)
        byChunk[answer.chunkIndex].append(answer);
    const auto isReadable = [](const QByteArray &text) { return parseAnswer(text, 0).has_value(); };
    QSet<int> chunks;
    for (const int chunk : (*record)->freshChunks) {
        if (useOf(byChunk.value(chunk), isReadable).kind == KeptUse::Kind::Nothing)
            chunks.insert(chunk);
    }
    return chunks;
}

std::unique_ptr<RunDriver> makeDriver(DriverTask task)
{
    switch (task.record.kind) {
    case RunKind::OpenAi:
        return std::make_unique<AnalysisDriver>(std::move(task));
    case RunKind::RunPod:
        return std::make_unique<RunPodDriver>(std::move(task));
    case RunKind::Offline:
        break;
    }
    return std::make_unique<OfflineDriver>(std::move(task));
}

std::unique_ptr<RunDriver> makeFollower(RunPodRun &run, DriverTask task)
{
    return std::make_unique<RunPodDriver>(run, std::move(task));
}

std::optional<ModelForecast> quoteFor(const DriverTask &task, const RunServices &services)
{
    const EngineSettings settings = withRequest(task.settings, task.request);
    const Forecast forecast = forecastFor(task.request, withOptions({.model = settings.model}, task.request.options),
                                          {.templates = services.templates,
                                           .prices = services.prices,
                                           .samples = task.experience,
                                           .concurrency = settings.maxConcurrency});
    if (const ModelForecast *line = forecast.find(settings.model))
        return *line;
    return forecast.models.isEmpty() ? std::nullopt : std::optional(forecast.models.constFirst());
}

} // namespace Viral
