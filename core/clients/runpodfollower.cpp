// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodfollower.h"

#include "core/clients/runpodhealth.h"
#include "core/contract/eventscodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Events of a job are few; a worker that tells ever new ones must not fill the memory.
constexpr qsizetype mostRemembered = 10'000;

Milliseconds scaled(Milliseconds time, double factor)
{
    return Milliseconds{static_cast<qint64>(static_cast<double>(time.count()) * factor)};
}

} // namespace

RunPodJobFollower::RunPodJobFollower(RunPodClient &client, Scheduler &scheduler, Chance chance, const QString &jobId,
                                     const QDateTime &submittedAt, QObject *owner, RunPodPatience patience)
    : QObject(owner)
    , m_client(client)
    , m_scheduler(scheduler)
    , m_chance(std::move(chance))
    , m_jobId(jobId)
    , m_submittedAt(submittedAt)
    , m_patience(patience)
    , m_stream(client, scheduler, jobId, this)
    , m_pause(patience.shortestPause)
    , m_lastAnswer(scheduler.now())
    , m_queueWatchedSince(scheduler.now())
{
    connect(&m_stream, &RunPodStreamWatch::told, this, &RunPodJobFollower::tellNews);
    connect(&m_stream, &RunPodStreamWatch::jobEnded, this, &RunPodJobFollower::endSeen);
}

void RunPodJobFollower::start()
{
    m_lastAnswer = m_queueWatchedSince = m_scheduler.now();
    askAfter(Milliseconds{0});
}

void RunPodJobFollower::cancel()
{
    if (m_isFinished)
        return;
    finish(failure(ErrorKind::Cancelled, u"The job %1 is no longer followed."_s.arg(m_jobId)));
}

void RunPodJobFollower::askAfter(Milliseconds pause)
{
    m_timer = m_scheduler.after(pause, [this] { ask(); });
}

void RunPodJobFollower::ask()
{
    m_call = m_client.status(m_jobId, this);
    connect(m_call, &RunPodCall::finished, this, &RunPodJobFollower::take);
}

void RunPodJobFollower::take(const RunPodReply &reply)
{
    m_call = nullptr;
    if (m_isFinished)
        return;
    const RunPodJobReply job = jobReply(reply);
    if (job)
        takeJob(*job);
    else
        takeFailure(job.error());
}

void RunPodJobFollower::takeJob(const RunPodJob &job)
{
    m_lastAnswer = m_scheduler.now();
    m_failures = 0;
    if (std::exchange(m_trouble, std::nullopt))
        Q_EMIT recovered();
    const bool hasChanged = job.word != m_lastWord;
    m_lastWord = job.word;
    if (hasChanged)
        Q_EMIT stateChanged(job);
    if (m_isFinished)
        return;
    if (isTerminal(job.state)) {
        finish(job);
        return;
    }
    noteProgress(job);
    if (m_patience.usesStream && job.state == RunPodState::InProgress)
        m_stream.start();
    watchQueue(job);
    askAfter(nextPause(hasChanged));
}

void RunPodJobFollower::noteProgress(const RunPodJob &job)
{
    if (job.output == m_lastOutput)
        return;
    m_lastOutput = job.output;
    tellNews(job.output);
}

void RunPodJobFollower::tellNews(const QByteArray &output)
{
    for (const ProgressEvent &event : readRunPodProgress(output)) {
        const QByteArray written = writeProgressEvent(event);
        if (m_isFinished || m_told.contains(written) || m_told.size() >= mostRemembered)
            continue;
        m_told.insert(written);
        Q_EMIT progress(event);
    }
}

/// The stream knows first: no need to wait for the next question's time.
void RunPodJobFollower::endSeen()
{
    if (!m_isFinished && !m_call)
        askAfter(Milliseconds{0});
}

void RunPodJobFollower::watchQueue(const RunPodJob &job)
{
    const Milliseconds now = m_scheduler.now();
    if (job.state != RunPodState::InQueue)
        m_queueWatchedSince = now;
    else if (now - m_queueWatchedSince >= m_patience.queueWait)
        askHealth();
}

void RunPodJobFollower::askHealth()
{
    if (m_isAskingHealth)
        return;
    m_isAskingHealth = true;
    m_queueWatchedSince = m_scheduler.now();
    connect(m_client.health(this), &RunPodCall::finished, this, [this](const RunPodReply &reply) {
        m_isAskingHealth = false;
        const auto health = reply ? readRunPodHealth(*reply) : failure(ErrorKind::Service, {});
        if (health && !m_isFinished)
            Q_EMIT queueStuck(runPodQueueAdvice(*health) + u" ("_s + runPodHealthText(*health) + u')');
    });
}

bool RunPodJobFollower::isYoung() const
{
    return m_submittedAt.isValid() && m_submittedAt.msecsTo(m_scheduler.wallTime()) < m_patience.youth.count();
}

void RunPodJobFollower::takeFailure(const RunPodFailure &failed)
{
    if (failed.fault == RunPodFault::NotFound && !isYoung()) {
        finish(tl::unexpected(forgottenJob(m_jobId)));
        return;
    }
    if (failed.fault != RunPodFault::NotFound && !isPassing(failed.fault)) {
        finish(tl::unexpected(failed.error));
        return;
    }
    if (m_scheduler.now() - m_lastAnswer >= m_patience.longestSilence) {
        Error error = failed.error;
        error.message += u" The job %1 may still be going on; follow it again later."_s.arg(m_jobId);
        finish(tl::unexpected(error));
        return;
    }
    backOff(failed);
}

void RunPodJobFollower::backOff(const RunPodFailure &failed)
{
    ++m_failures;
    const Milliseconds whole =
        std::min(m_patience.longestBackOff, m_patience.shortestPause * (1 << std::min(m_failures - 1, 10)));
    const Milliseconds own = scaled(whole, 0.5 + 0.5 * m_chance());
    askAfter(std::max(own, failed.wish.value_or(Milliseconds{0})));
    if (failed.fault != RunPodFault::NotFound && m_trouble != failed.fault) {
        m_trouble = failed.fault;
        Q_EMIT troubled(failed.error.text());
    }
}

Milliseconds RunPodJobFollower::nextPause(bool hasChanged)
{
    if (hasChanged)
        m_pause = m_patience.shortestPause;
    const Milliseconds drawn = scaled(m_pause, 0.8 + 0.4 * m_chance());
    m_pause = std::min(scaled(m_pause, 1.5), m_patience.longestPause);
    return std::clamp(drawn, m_patience.shortestPause, m_patience.longestPause);
}

void RunPodJobFollower::finish(const RunPodEnding &ending)
{
    m_isFinished = true;
    m_timer.reset();
    m_stream.stop();
    if (m_call)
        m_call->cancel();
    deleteLater();
    Q_EMIT finished(ending);
}

} // namespace Viral
