// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/localendpoint.h"

#include "core/service/endpointwire.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

/// How long runsync and status-sync hold an answer back unless told otherwise, and at most.
constexpr Milliseconds usualWait = 90s;
constexpr Milliseconds usualStreamWait = 10s;
constexpr Milliseconds shortestWait = 1s;
constexpr Milliseconds longestWait = 300s;

/// A time in the address; \a standard where it is left out or no number.
Milliseconds timeItem(const QUrlQuery &query, const QString &name, Milliseconds standard)
{
    bool isNumber = false;
    const qint64 time = query.queryItemValue(name).toLongLong(&isNumber);
    return isNumber ? Milliseconds{time} : standard;
}

Milliseconds waitItem(const QUrlQuery &query, Milliseconds standard)
{
    return std::clamp(timeItem(query, u"wait"_s, standard), shortestWait, longestWait);
}

EndpointAnswer refused(int status, const QString &message)
{
    return {.status = status, .body = writeEndpointError(message)};
}

void give(const QPointer<EndpointExchange> &exchange, const EndpointAnswer &answer)
{
    if (exchange)
        exchange->answer(answer);
}

/// Whether a client that calls this machine \a host means this machine.
bool namesThisMachine(const QByteArray &host)
{
    const QString name = QUrl(u"http://"_s + QString::fromLatin1(host)).host();
    return name == "localhost"_L1 || QHostAddress(name).isLoopback();
}

QByteArray keyIn(const QByteArray &authorization)
{
    const QByteArray text = authorization.trimmed();
    return text.first(std::min<qsizetype>(7, text.size())).toLower() == "bearer " ? text.sliced(7).trimmed() : text;
}

} // namespace

bool isSameSecret(const QByteArray &given, const Secret &expected)
{
    const auto digest = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    const QByteArray one = digest(given);
    const QByteArray other = digest(expected.reveal().toUtf8());
    int difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= one.at(i) ^ other.at(i);
    return difference == 0;
}

LocalEndpoint::LocalEndpoint(LocalEndpointSettings settings, EndpointExecutor &executor, Transport &transport,
                             Scheduler &scheduler, Clock &clock, QObject *owner)
    : QObject(owner)
    , m_settings(std::move(settings))
    , m_executor(executor)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_queue(m_settings.jobs)
    , m_webhooks(transport, scheduler)
    , m_server(std::make_unique<EndpointServer>(EndpointServer::Handlers{
          .admit = [this](const EndpointRequest &head) { return refusal(head); },
          .take = [this](const EndpointRequest &request, const Exchange &exchange) { take(request, exchange); }}))
{
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

const LocalEndpoint::Route *LocalEndpoint::routeCalled(QStringView name)
{
    static constexpr std::array routes{
        Route{"run"_L1, Action::Run, false, false, true},
        Route{"runsync"_L1, Action::RunSync, false, false, true},
        Route{"run-sync"_L1, Action::RunSync, false, false, true},
        Route{"status"_L1, Action::Status, true, true, true},
        Route{"status-sync"_L1, Action::StatusSync, true, true, true},
        Route{"stream"_L1, Action::Stream, true, true, true},
        Route{"cancel"_L1, Action::Cancel, true, false, true},
        Route{"retry"_L1, Action::Retry, true, false, true},
        Route{"purge-queue"_L1, Action::PurgeQueue, false, false, true},
        Route{"health"_L1, Action::Health, false, true, false},
    };
    const auto found =
        std::find_if(routes.cbegin(), routes.cend(), [name](const Route &route) { return name == route.name; });
    return found == routes.cend() ? nullptr : &*found;
}

std::optional<EndpointAnswer> LocalEndpoint::refusal(const EndpointRequest &request) const
{
    if (m_isShutDown)
        return refused(503, u"the endpoint is shutting down"_s);
    const QByteArray key = keyIn(request.authorization);
    if (key.isEmpty() || (!m_settings.key.isEmpty() && !isSameSecret(key, m_settings.key)))
        return refused(401, u"the key in the header Authorization is missing or wrong"_s);
    if (m_settings.key.isEmpty() && !namesThisMachine(request.host))
        return refused(403, u"without a key the endpoint answers to the names of this machine only"_s);
    return std::nullopt;
}

void LocalEndpoint::take(const EndpointRequest &request, const Exchange &exchange)
{
    QStringList words = request.path.split(u'/').sliced(1);
    if (words.size() > 2 && words.constFirst() == "v2"_L1) {
        if (words.at(1) != m_settings.endpointId) {
            give(exchange, refused(404, u"there is no such endpoint"_s));
            return;
        }
        words = words.sliced(2);
    }
    const Route *route = words.isEmpty() ? nullptr : routeCalled(words.constFirst());
    if (!route || words.size() != (route->takesJob ? 2 : 1)) {
        give(exchange, refused(404, u"there is nothing at this address"_s));
        return;
    }
    const bool isAllowed =
        (request.method == "GET" && route->allowsGet) || (request.method == "POST" && route->allowsPost);
    if (!isAllowed) {
        give(exchange, refused(405, u"this address wants another method"_s));
        return;
    }
    perform(*route, words.constLast(), request, exchange);
}

void LocalEndpoint::perform(const Route &route, const QString &jobId, const EndpointRequest &request,
                            const Exchange &exchange)
{
    switch (route.action) {
    case Action::Run:
    case Action::RunSync:
        submit(route.action == Action::RunSync, request, exchange);
        break;
    case Action::PurgeQueue:
        purge(exchange);
        break;
    case Action::Health:
        give(exchange, {.body = healthText()});
        break;
    default:
        askJob(route, jobId, request, exchange);
    }
}

void LocalEndpoint::submit(bool isSync, const EndpointRequest &request, const Exchange &exchange)
{
    const qint64 largest = isSync ? largestRunSync : largestRun;
    if (request.body.size() > largest) {
        give(exchange, refused(413, u"the body is larger than %1 MB"_s.arg(largest / (1024 * 1024))));
        return;
    }
    Result<EndpointSubmission> submission = readEndpointSubmission(request.body);
    if (!submission) {
        give(exchange, refused(400, submission.error().message));
        return;
    }
    submission->isSync = isSync;
    const QString jobId = (isSync ? u"sync-"_s : QString()) + m_clock.newId() + u"-local"_s;
    if (!m_queue.submit(jobId, std::move(*submission), m_scheduler.now())) {
        give(exchange, refused(429, u"too many jobs are waiting"_s));
        return;
    }
    tell(jobId);
    if (isSync)
        await(jobId, exchange, waitItem(request.query, usualWait), false);
    else
        answerJob(jobId, exchange, false);
    pump();
}

void LocalEndpoint::askJob(const Route &route, const QString &jobId, const EndpointRequest &request,
                           const Exchange &exchange)
{
    const EndpointJob *job = m_queue.find(jobId);
    if (!job) {
        give(exchange, refused(404, u"there is no such job, or not any more"_s));
        return;
    }
    const bool hasEnded = isTerminal(job->state);
    switch (route.action) {
    case Action::StatusSync:
        if (hasEnded)
            answerJob(jobId, exchange, false);
        else
            await(jobId, exchange, waitItem(request.query, usualWait), false);
        break;
    case Action::Stream:
        if (hasEnded || !job->stream.isEmpty())
            answerJob(jobId, exchange, true);
        else
            await(jobId, exchange, waitItem(request.query, usualStreamWait), true);
        break;
    case Action::Cancel:
        cancelJob(jobId, exchange);
        break;
    case Action::Retry:
        retryJob(jobId, exchange);
        break;
    default:
        if (const Milliseconds live = timeItem(request.query, u"ttl"_s, 0ms); live > 0ms) {
            m_queue.shortenRetention(jobId, live, m_scheduler.now());
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
        give(exchange, refused(400, u"only a job that failed or ran out of time can be done again"_s));
        return;
    }
    if (!m_queue.retry(jobId, m_scheduler.now())) {
        give(exchange, refused(429, u"too many jobs are waiting"_s));
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

void LocalEndpoint::await(const QString &jobId, const Exchange &exchange, Milliseconds time, bool forStream)
{
    if (!exchange)
        return;
    const auto entry = m_waiting.emplace(jobId, Waiting{.exchange = exchange, .forStream = forStream});
    entry->second.end =
        m_scheduler.after(time, [this, jobId, exchange, forStream] { answerJob(jobId, exchange, forStream); });
    // Answered, or the client has gone.
    connect(exchange, &QObject::destroyed, this, [this, jobId] {
        const auto [first, last] = m_waiting.equal_range(jobId);
        for (auto place = first; place != last;)
            place = place->second.exchange ? std::next(place) : m_waiting.erase(place);
    });
}

void LocalEndpoint::answerWaiting(const QString &jobId, bool onlyStreams)
{
    std::vector<std::pair<Exchange, bool>> due;
    const auto [first, last] = m_waiting.equal_range(jobId);
    for (auto place = first; place != last; ++place) {
        if (place->second.forStream || !onlyStreams)
            due.emplace_back(place->second.exchange, place->second.forStream);
    }
    for (const auto &[exchange, forStream] : due)
        answerJob(jobId, exchange, forStream);
}

void LocalEndpoint::answerJob(const QString &jobId, const Exchange &exchange, bool forStream)
{
    if (!exchange)
        return;
    const EndpointJob *job = m_queue.find(jobId);
    if (!job)
        exchange->answer(refused(404, u"the job's time to live has ended"_s));
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
        answerWaiting(jobId, true);
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
    answerWaiting(jobId, false);
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
        answerWaiting(jobId, false);
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
