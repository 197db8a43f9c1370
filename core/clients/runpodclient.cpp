// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodclient.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

/// Results may have 20 MB, and the envelope comes on top.
constexpr qint64 largestAnswer = 64LL * 1024 * 1024;

constexpr RetryRules submitRules{.rateLimitTries = 4, .faultTries = 3, .budget = Milliseconds{120'000}};
constexpr RetryRules askRules{.rateLimitTries = 4, .faultTries = 3, .budget = Milliseconds{60'000}};

/// Only what certainly made no job is tried again: a second job would be paid for as well.
Trouble submissionTrouble(const HttpOutcome &outcome)
{
    if (outcome) {
        if (outcome->isSuccess())
            return Trouble::None;
        return outcome->status == 429   ? Trouble::RateLimited
               : outcome->status == 503 ? Trouble::Overloaded
                                        : Trouble::Final;
    }
    const bool neverArrived =
        outcome.error().fault == HttpFault::Unreachable || outcome.error().fault == HttpFault::ConnectTimeout;
    return neverArrived ? Trouble::LineFault : Trouble::Final;
}

} // namespace

Result<RunPodEndpoint> checkedEndpoint(RunPodEndpoint endpoint)
{
    if (endpoint.key.isEmpty())
        return failure(ErrorKind::Usage, u"There is no key for RunPod: set RUNPOD_API_KEY."_s);
    if (endpoint.id.isEmpty())
        return failure(ErrorKind::Usage, u"There is no endpoint: set RUNPOD_ENDPOINT_ID to its short id."_s);
    if (!isRunPodId(endpoint.id))
        return failure(ErrorKind::Usage, u"RUNPOD_ENDPOINT_ID is the endpoint's short id (letters, digits, - and _), "
                                         "not its address or its name."_s);
    return endpoint;
}

QUrl runPodUrl(const RunPodEndpoint &endpoint, const QString &path)
{
    QUrl url = endpoint.base;
    QString basePath = url.path();
    while (basePath.endsWith(u'/'))
        basePath.chop(1);
    url.setPath(basePath + u'/' + endpoint.id + u'/' + path);
    return url;
}

RunPodJobReply jobReply(const RunPodReply &reply)
{
    if (!reply)
        return tl::unexpected(reply.error());
    Result<RunPodJob> job = readRunPodJob(*reply);
    if (!job)
        return tl::unexpected(unreadableRunPodAnswer(job.error()));
    return *job;
}

RunPodCall::RunPodCall(Transport &transport, Scheduler &scheduler, HttpRequest request, const QUrl &otherwise,
                       QObject *owner)
    : QObject(owner)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_request(std::move(request))
    , m_otherwise(otherwise)
{
    ask();
}

void RunPodCall::ask()
{
    m_call = m_transport.send(m_request, this);
    connect(m_call, &Call::finished, this, &RunPodCall::take);
    connect(m_call, &Call::retrying, this, [this](const HttpOutcome &failed, Milliseconds pause) {
        Q_EMIT waiting(readRunPodFailure(failed, m_request.url, m_scheduler.wallTime()), pause);
    });
}

void RunPodCall::cancel()
{
    // Ends in take(), with Cancelled.
    if (m_call)
        m_call->cancel();
}

void RunPodCall::take(const HttpOutcome &outcome)
{
    m_call = nullptr;
    if (outcome && outcome->status == 404 && !m_otherwise.isEmpty()) {
        m_request.url = std::exchange(m_otherwise, QUrl());
        ask();
        return;
    }
    deleteLater();
    if (outcome && outcome->isSuccess())
        Q_EMIT finished(outcome->body);
    else
        Q_EMIT finished(tl::unexpected(readRunPodFailure(outcome, m_request.url, m_scheduler.wallTime())));
}

RunPodClient::RunPodClient(RunPodEndpoint endpoint, Transport &transport, Scheduler &scheduler, Chance chance)
    : m_endpoint(std::move(endpoint))
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_submitting(transport, scheduler, {.rules = submitRules, .judge = submissionTrouble, .chance = chance})
    , m_asking(transport, scheduler, {.rules = askRules, .chance = chance})
{}

HttpRequest RunPodClient::request(const QByteArray &method, const QString &path, const QByteArray &body) const
{
    HttpRequest request{.method = method,
                        .url = runPodUrl(m_endpoint, path),
                        .headers = {{"Accept", "application/json"}},
                        .secretHeaders = {{"Authorization", "Bearer ", m_endpoint.key}},
                        .body = body,
                        .largestBody = largestAnswer};
    if (method == "POST")
        request.headers.append(HttpHeader{"Content-Type", "application/json"});
    return request;
}

RunPodCall *RunPodClient::run(const QByteArray &body, QObject *owner)
{
    return new RunPodCall(m_submitting, m_scheduler, request("POST", u"run"_s, body), {}, owner);
}

RunPodCall *RunPodClient::runSync(const QByteArray &body, Milliseconds wait, QObject *owner)
{
    wait = std::clamp(wait, Milliseconds(1s), longestSyncWait);
    QUrlQuery query;
    query.addQueryItem(u"wait"_s, QString::number(wait.count()));
    HttpRequest sync = request("POST", u"runsync"_s, body);
    sync.url.setQuery(query);
    sync.deadlines.firstByte = wait + 20s;
    QUrl otherwise = runPodUrl(m_endpoint, u"run-sync"_s);
    otherwise.setQuery(query);
    return new RunPodCall(m_submitting, m_scheduler, std::move(sync), otherwise, owner);
}

RunPodCall *RunPodClient::status(const QString &jobId, QObject *owner)
{
    return new RunPodCall(m_transport, m_scheduler, request("GET", u"status/"_s + jobId), {}, owner);
}

RunPodCall *RunPodClient::stream(const QString &jobId, Milliseconds wait, QObject *owner)
{
    HttpRequest stream = request("GET", u"stream/"_s + jobId);
    QUrlQuery query;
    query.addQueryItem(u"wait"_s, QString::number(wait.count()));
    stream.url.setQuery(query);
    stream.deadlines.firstByte = wait + 20s;
    return new RunPodCall(m_transport, m_scheduler, std::move(stream), {}, owner);
}

RunPodCall *RunPodClient::cancel(const QString &jobId, QObject *owner)
{
    return new RunPodCall(m_asking, m_scheduler, request("POST", u"cancel/"_s + jobId, "{}"), {}, owner);
}

RunPodCall *RunPodClient::retry(const QString &jobId, QObject *owner)
{
    return new RunPodCall(m_submitting, m_scheduler, request("POST", u"retry/"_s + jobId, "{}"), {}, owner);
}

RunPodCall *RunPodClient::health(QObject *owner)
{
    return new RunPodCall(m_asking, m_scheduler, request("GET", u"health"_s), {}, owner);
}

} // namespace Viral
