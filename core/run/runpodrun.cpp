// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/runpodrun.h"

#include "core/run/forecastcodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

QString runTitle(const Request &request)
{
    const QString title = request.metadataText(u"video_title");
    return title.isEmpty() ? request.jobId : title;
}

Error tooLarge(qint64 size, qint64 limit)
{
    return {ErrorKind::Input, u"The request has %1 MB and RunPod takes at most %2 MB. Leave out the words "
                              "(sentences are enough), or split the transcript."_s
                                  .arg(static_cast<double>(size) / (1024 * 1024), 0, 'f', 1)
                                  .arg(limit / (1024 * 1024))};
}

} // namespace

RunPodRun::RunPodRun(const RunPodServices &services, RunPodSetup setup, QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_setup(std::move(setup))
    , m_isNew(true)
{
    if (m_setup.request.jobId.isEmpty())
        m_setup.request.jobId = services.clock.newId();
    const QDateTime now = services.clock.now();
    m_record = {.id = m_setup.id.isEmpty() ? RunId{services.clock.newId()} : m_setup.id,
                .kind = RunKind::RunPod,
                .createdAt = now,
                .updatedAt = now,
                .title = m_setup.title.isEmpty() ? runTitle(m_setup.request) : m_setup.title,
                .jobId = m_setup.request.jobId,
                .model = m_setup.request.options.openAiModel.value_or(QString()),
                .source = m_setup.source,
                .endpointId = services.client.endpoint().id};
}

RunPodRun::RunPodRun(const RunPodServices &services, RunRecord record, QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_record(std::move(record))
    , m_isNew(false)
{
    m_job.id = m_record.remoteJobId;
}

void RunPodRun::start()
{
    m_timer = m_services.scheduler.after(0ms, [this] { begin(); });
}

void RunPodRun::begin()
{
    if (m_isNew) {
        submit();
        return;
    }
    // A job of our own may be so young that RunPod does not know it everywhere yet.
    const QDateTime submittedAt = m_record.number > 0 ? m_record.createdAt : QDateTime();
    saveOrTell();
    follow(submittedAt);
}

void RunPodRun::submit()
{
    const auto saved = save().and_then([this] { return m_services.runs.keepRequest(m_record.id, m_setup.request); });
    if (saved && m_setup.quote) {
        if (const auto kept = m_services.runs.keepQuote(m_record.id, writeQuote(*m_setup.quote)); !kept)
            Q_EMIT told(kept.error().text());
    }
    if (saved)
        send();
    else
        finish(RunState::Failed, {.result = tl::unexpected(saved.error())});
}

void RunPodRun::send()
{
    const QByteArray body = writeRunPodRequest(m_setup.request, m_setup.policy, m_setup.key);
    const qint64 limit = m_setup.isSync ? largestRunPodSyncRequest : largestRunPodRequest;
    if (body.size() > limit) {
        finish(RunState::Failed, {.result = tl::unexpected(tooLarge(body.size(), limit))});
        return;
    }
    RunPodCall *call = m_setup.isSync ? m_services.client.runSync(body, RunPodClient::longestSyncWait, this)
                                      : m_services.client.run(body, this);
    connect(call, &RunPodCall::finished, this, &RunPodRun::takeSubmission);
    connect(call, &RunPodCall::waiting, this, [this](const RunPodFailure &why, Milliseconds pause) {
        Q_EMIT told(u"%1 Trying again in %2 s."_s.arg(why.error.text()).arg((pause.count() + 999) / 1000));
    });
}

void RunPodRun::takeSubmission(const RunPodReply &reply)
{
    const RunPodJobReply job = jobReply(reply);
    if (!job || !isRunPodId(job->id)) {
        const RunPodFailure why =
            job ? unreadableRunPodAnswer({ErrorKind::Service, u"RunPod's answer names no job."_s}) : job.error();
        const bool isUncertain = why.fault == RunPodFault::LineFault || why.fault == RunPodFault::ServerFault ||
                                 why.fault == RunPodFault::Unreadable;
        finish(RunState::Failed, {.result = tl::unexpected(isUncertain ? uncertainSubmission(why) : why.error)});
        return;
    }
    m_record.remoteJobId = job->id;
    m_job = *job;
    saveOrTell();
    Q_EMIT submitted(job->id);
    if (isTerminal(job->state)) {
        Q_EMIT stateChanged(*job);
        jobEnded(*job);
    } else if (m_setup.isDetached) {
        m_isFinished = true;
    } else {
        follow(m_services.scheduler.wallTime());
    }
}

void RunPodRun::follow(const QDateTime &submittedAt)
{
    auto *follower = new RunPodJobFollower(m_services.client, m_services.scheduler, m_services.chance,
                                           m_record.remoteJobId, submittedAt, this, m_services.patience);
    connect(follower, &RunPodJobFollower::stateChanged, this, &RunPodRun::noteState);
    connect(follower, &RunPodJobFollower::progress, this, &RunPodRun::noteProgress);
    connect(follower, &RunPodJobFollower::troubled, this,
            [this](const QString &trouble) { Q_EMIT told(trouble + u" The job is not lost; asking again."_s); });
    connect(follower, &RunPodJobFollower::recovered, this, [this] { Q_EMIT told(u"RunPod answers again."_s); });
    connect(follower, &RunPodJobFollower::queueStuck, this,
            [this](const QString &reading) { Q_EMIT told(u"The job still waits. "_s + reading); });
    connect(follower, &RunPodJobFollower::finished, this, &RunPodRun::followingEnded);
    follower->start();
}

void RunPodRun::noteState(const RunPodJob &job)
{
    m_job = job;
    if (!isTerminal(job.state)) {
        m_record.state = job.state == RunPodState::InQueue ? RunState::Queued : RunState::Running;
        saveOrTell();
    }
    Q_EMIT stateChanged(job);
}

void RunPodRun::noteProgress(const ProgressEvent &event)
{
    m_record.totalChunks = event.totalChunks;
    if (event.kind == ProgressKind::ChunkCompleted && event.chunkIndex)
        m_finishedChunks.insert(*event.chunkIndex);
    m_record.finishedChunks = std::max(m_record.finishedChunks, static_cast<int>(m_finishedChunks.size()));
    saveOrTell();
    Q_EMIT progress(event);
}

void RunPodRun::followingEnded(const RunPodEnding &ending)
{
    if (ending) {
        jobEnded(*ending);
        return;
    }
    // The job itself may be going on: only RunPod's word that it is gone closes it.
    const bool isGone = ending.error() == forgottenJob(m_record.remoteJobId);
    finish(isGone ? RunState::Failed : m_record.state, {.job = m_job, .result = tl::unexpected(ending.error())});
}

void RunPodRun::jobEnded(const RunPodJob &job)
{
    m_job = job;
    const Result<ServiceResult> result = readRunPodResult(job);
    closeRunPodRecord(m_record, job, result, m_services.clock.now());
    if (result) {
        if (const auto kept = m_services.runs.keepResult(m_record.id, *result); !kept)
            Q_EMIT told(kept.error().text());
    }
    finish(m_record.state, {.job = job, .result = result});
}

void RunPodRun::finish(RunState state, const RunPodOutcome &outcome)
{
    m_record.state = state;
    m_record.error = outcome.result ? QString() : outcome.result.error().text();
    saveOrTell();
    m_isFinished = true;
    Q_EMIT finished(outcome);
}

Result<void> RunPodRun::save()
{
    m_record.updatedAt = m_services.clock.now();
    const Result<qint64> number = m_services.runs.saveRun(m_record);
    if (!number)
        return tl::unexpected(number.error());
    m_record.number = *number;
    return {};
}

void RunPodRun::saveOrTell()
{
    if (const Result<void> saved = save(); !saved)
        Q_EMIT told(saved.error().text());
}

Result<RunPodEndpoint> runPodEndpoint(const EngineSettings &settings)
{
    return checkedEndpoint({.base = settings.runPodBase, .id = settings.runPodEndpoint, .key = settings.runPodKey});
}

} // namespace Viral
