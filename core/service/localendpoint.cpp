// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/localendpoint.h"

#include "core/service/endpointgate.h"
#include "core/service/endpointwire.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

void give(const QPointer<ServerExchange> &exchange, const ServerAnswer &answer)
{
    if (exchange)
        exchange->answer(answer);
}

} // namespace

LocalEndpoint::LocalEndpoint(LocalEndpointSettings settings, EndpointExecutor &executor, Transport &transport,
                             Scheduler &scheduler, Clock &clock, QObject *owner)
    : QObject(owner)
    , m_settings(std::move(settings))
    , m_executor(executor)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_queue(m_settings.jobs)
    , m_webhooks(transport, scheduler)
    , m_server(std::make_unique<HttpServer>(HttpServer::Handlers{
          .admit = [this](const ServerRequest &request) { return refusal(request); },
          .take = [this](const ServerRequest &request, const Exchange &exchange) { take(request, exchange); }}))
    , m_waiting(scheduler)
{
    connect(&m_waiting, &EndpointWaiting::due, this, &LocalEndpoint::answerJob);
    connect(&m_webhooks, &EndpointWebhooks::idle, this, &LocalEndpoint::tellWhenIdle);
}

LocalEndpoint::~LocalEndpoint()
{
    // Its connections still tell of their end.
    m_server.reset();
    for (const QPointer<EndpointWork> &work : std::as_const(m_works)) {
        if (work)
            work->disconnect(this);
    }
}

Result<quint16> LocalEndpoint::listen(const QHostAddress &address, quint16 port)
{
    if (!address.isLoopback() && m_settings.key.isEmpty())
        return failure(ErrorKind::Usage, u"Others can reach %1, so a key is needed."_s.arg(address.toString()));
    return m_server->listen(address, port);
}

void LocalEndpoint::shutDown()
{
    m_isShutDown = true;
    m_server->stopListening();
    m_webhooks.stopTrying();
    QStringList open = m_queue.purge(m_scheduler.now());
    const QStringList running = m_works.keys();
    for (const QString &jobId : running) {
        if (m_queue.cancel(jobId, m_scheduler.now()))
            open.append(jobId);
        endWork(jobId);
    }
    for (const QString &jobId : std::as_const(open))
        jobEnded(jobId);
    tellWhenIdle();
}

std::optional<ServerAnswer> LocalEndpoint::refusal(const ServerRequest &request) const
{
    if (m_isShutDown)
        return endpointError(503, u"the endpoint is shutting down"_s);
    return endpointRefusal(request.head, m_settings.key);
}

void LocalEndpoint::take(const ServerRequest &request, const Exchange &exchange)
{
    const auto call = readEndpointCall(request, m_settings.endpointId);
    if (!call) {
        give(exchange, call.error());
        return;
    }
    switch (call->action) {
    case EndpointAction::Run:
    case EndpointAction::RunSync:
        submit(*call, request.body, exchange);
        break;
    case EndpointAction::PurgeQueue:
        purge(exchange);
        break;
    case EndpointAction::Health:
        give(exchange, {.body = healthText()});
        break;
    default:
        askJob(*call, exchange);
    }
}

void LocalEndpoint::submit(const EndpointCall &call, const QByteArray &body, const Exchange &exchange)
{
    const bool isSync = call.action == EndpointAction::RunSync;
    const qint64 largest = isSync ? largestRunSync : largestRun;
    if (body.size() > largest) {
        give(exchange, endpointError(413, u"the body is larger than %1 MB"_s.arg(largest / (1024 * 1024))));
        return;
    }
    Result<EndpointSubmission> submission = readEndpointSubmission(body);
    if (!submission) {
        give(exchange, endpointError(400, submission.error().message));
        return;
    }
    submission->isSync = isSync;
    const QString jobId = (isSync ? u"sync-"_s : QString()) + m_clock.newId() + u"-local"_s;
    if (!m_queue.submit(jobId, std::move(*submission), m_scheduler.now())) {
        give(exchange, endpointError(429, u"too many jobs are waiting"_s));
        return;
    }
    tell(jobId);
    if (isSync)
        m_waiting.add(jobId, exchange, call.wait, false);
    else
        answerJob(jobId, exchange, false);
    pump();
}

void LocalEndpoint::askJob(const EndpointCall &call, const Exchange &exchange)
{
    const QString jobId = call.jobId;
    const EndpointJob *job = m_queue.find(jobId);
    if (!job) {
        give(exchange, endpointError(404, u"there is no such job, or not any more"_s));
        return;
    }
    const bool hasEnded = isTerminal(job->state);
    switch (call.action) {
    case EndpointAction::StatusSync:
        if (hasEnded)
            answerJob(jobId, exchange, false);
        else
            m_waiting.add(jobId, exchange, call.wait, false);
        break;
    case EndpointAction::Stream:
        if (hasEnded || !job->stream.isEmpty())
            answerJob(jobId, exchange, true);
        else
            m_waiting.add(jobId, exchange, call.wait, true);
        break;
    case EndpointAction::Cancel:
        cancelJob(jobId, exchange);
        break;
    case EndpointAction::Retry:
        retryJob(jobId, exchange);
        break;
    default:
        if (call.timeToLive) {
            m_queue.shortenRetention(jobId, *call.timeToLive, m_scheduler.now());
            schedule();
        }
        answerJob(jobId, exchange, false);
    }
}

void LocalEndpoint::cancelJob(const QString &jobId, const Exchange &exchange)
{
    const bool hasChanged = m_queue.cancel(jobId, m_scheduler.now());
    answerJob(jobId, exchange, false);
    if (!hasChanged)
        return;
    endWork(jobId);
    jobEnded(jobId);
    pump();
}

void LocalEndpoint::retryJob(const QString &jobId, const Exchange &exchange)
{
    const RunPodState state = m_queue.find(jobId)->state;
    if (state != RunPodState::Failed && state != RunPodState::TimedOut) {
        give(exchange, endpointError(400, u"only a job that failed or ran out of time can be done again"_s));
        return;
    }
    if (!m_queue.retry(jobId, m_scheduler.now())) {
        give(exchange, endpointError(429, u"too many jobs are waiting"_s));
        return;
    }
    tell(jobId);
    answerJob(jobId, exchange, false);
    pump();
}

void LocalEndpoint::purge(const Exchange &exchange)
{
    const QStringList removed = m_queue.purge(m_scheduler.now());
    give(exchange, {.body = "{\"removed\":" + QByteArray::number(removed.size()) + ",\"status\":\"completed\"}"});
    for (const QString &jobId : removed)
        jobEnded(jobId);
    schedule();
}

QByteArray LocalEndpoint::healthText() const
{
    const int running = static_cast<int>(m_works.size());
    const int idle = std::max(m_settings.jobs - running, 0);
    return writeEndpointHealth(
        {.jobs = m_queue.counters(), .workers = {.idle = idle, .ready = idle, .running = running}});
}

void LocalEndpoint::answerJob(const QString &jobId, const Exchange &exchange, bool forStream)
{
    if (!exchange)
        return;
    const EndpointJob *job = m_queue.find(jobId);
    if (!job)
        exchange->answer(endpointError(404, u"the job's time to live has ended"_s));
    else if (forStream)
        exchange->answer({.body = writeEndpointStream(job->state, m_queue.takeStream(jobId))});
    else
        exchange->answer({.body = writeEndpointJob(*job)});
}

void LocalEndpoint::pump()
{
    while (!m_isShutDown && m_works.size() < m_settings.jobs) {
        const auto jobId = m_queue.takeNext(m_scheduler.now());
        if (!jobId)
            break;
        startWork(*jobId);
    }
    schedule();
}

void LocalEndpoint::startWork(const QString &jobId)
{
    EndpointWork *work = m_executor.start(m_queue.find(jobId)->submission.input, jobId, this);
    m_works.insert(jobId, work);
    connect(work, &EndpointWork::progressed, this, [this, jobId](const QByteArray &event) {
        m_queue.noteProgress(jobId, event);
        m_waiting.wake(jobId, true);
    });
    connect(work, &EndpointWork::finished, this,
            [this, jobId](const JobOutcome &outcome) { workEnded(jobId, outcome); });
    tell(jobId);
}

void LocalEndpoint::workEnded(const QString &jobId, const JobOutcome &outcome)
{
    m_works.remove(jobId);
    const Milliseconds now = m_scheduler.now();
    switch (outcome.kind) {
    case JobOutcome::Kind::Completed:
        m_queue.complete(jobId, outcome.output, now);
        break;
    case JobOutcome::Kind::Failed:
        m_queue.fail(jobId, outcome.error, outcome.output, now);
        break;
    case JobOutcome::Kind::Cancelled:
        m_queue.cancel(jobId, now);
        break;
    }
    jobEnded(jobId);
    pump();
    tellWhenIdle();
}

void LocalEndpoint::endWork(const QString &jobId)
{
    // What it still has to say is about an attempt that is over.
    const QPointer<EndpointWork> work = m_works.take(jobId);
    if (!work)
        return;
    work->disconnect(this);
    work->cancel();
}

void LocalEndpoint::jobEnded(const QString &jobId)
{
    const EndpointJob *job = m_queue.find(jobId);
    if (!job)
        return;
    if (!job->submission.webhook.isEmpty())
        m_webhooks.post(QUrl(job->submission.webhook), writeEndpointWebhook(*job));
    if (job->state == RunPodState::Completed || job->state == RunPodState::Cancelled)
        m_queue.dropInput(jobId);
    tell(jobId);
    m_waiting.wake(jobId, false);
}

void LocalEndpoint::expire()
{
    const EndpointQueue::Expired expired = m_queue.expire(m_scheduler.now());
    for (const QString &jobId : expired.timedOut) {
        endWork(jobId);
        jobEnded(jobId);
    }
    for (const QString &jobId : expired.forgotten) {
        endWork(jobId);
        m_waiting.wake(jobId, false);
    }
    pump();
}

void LocalEndpoint::schedule()
{
    const auto next = m_queue.nextDeadline();
    m_timer = next ? m_scheduler.after(std::max(*next - m_scheduler.now(), 1ms), [this] { expire(); }) : nullptr;
}

void LocalEndpoint::tell(const QString &jobId)
{
    if (const EndpointJob *job = m_queue.find(jobId))
        Q_EMIT jobChanged(jobId, QString::fromLatin1(runPodWord(job->state)));
}

void LocalEndpoint::tellWhenIdle()
{
    if (isIdle())
        Q_EMIT idle();
}

} // namespace Viral
