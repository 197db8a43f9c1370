// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/jobposter.h"

#include "core/service/workerwire.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr HttpDeadlines progressDeadlines{Milliseconds{10'000}, Milliseconds{10'000}, Milliseconds{10'000},
                                          Milliseconds{10'000}};
constexpr HttpDeadlines resultDeadlines{Milliseconds{10'000}, Milliseconds{60'000}, Milliseconds{60'000},
                                        Milliseconds{300'000}};

} // namespace

JobPoster::JobPoster(Transport &transport, Scheduler &scheduler, JobPostSettings settings, QObject *owner)
    : QObject(owner)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_settings(std::move(settings))
    , m_retrying(transport, scheduler, {.rules = m_settings.resultRules})
{}

JobPoster::~JobPoster()
{
    // Its call ends before the transport it goes through.
    delete m_call;
}

void JobPoster::postProgress(const QByteArray &body)
{
    if (!m_result.isEmpty())
        return;
    m_progress = body;
    pump();
}

void JobPoster::postResult(const QByteArray &body)
{
    m_result = body;
    m_progress.clear();
    m_timer.reset();
    pump();
}

void JobPoster::pump()
{
    if (m_call)
        return;
    if (!m_result.isEmpty()) {
        sendResult();
        return;
    }
    if (m_progress.isEmpty() || m_timer)
        return;
    const Milliseconds passed = m_lastProgress ? m_scheduler.now() - *m_lastProgress : m_settings.progressPause;
    if (passed >= m_settings.progressPause) {
        sendProgress();
        return;
    }
    m_timer = m_scheduler.after(m_settings.progressPause - passed, [this] {
        m_timer.reset();
        pump();
    });
}

void JobPoster::sendProgress()
{
    m_lastProgress = m_scheduler.now();
    m_call = send(m_transport, std::exchange(m_progress, {}), progressDeadlines);
    connect(m_call, &Call::finished, this, [this] {
        // Whether it arrived does not matter: the next one says more.
        m_call = nullptr;
        pump();
    });
}

void JobPoster::sendResult()
{
    m_call = send(m_retrying, m_result, resultDeadlines);
    connect(m_call, &Call::finished, this, &JobPoster::resultEnded);
}

void JobPoster::resultEnded(const HttpOutcome &outcome)
{
    m_call = nullptr;
    if (!outcome) {
        Q_EMIT finished(asError(outcome.error(), m_settings.url).text());
        return;
    }
    const bool isTaken = outcome->isSuccess();
    const bool isRefused = outcome->status == 400 || outcome->status == 413;
    if (isRefused && m_refusal.isEmpty()) {
        m_refusal =
            u"RunPod did not take the result (status %1, %2 bytes)."_s.arg(outcome->status).arg(m_result.size());
        m_result = workerErrorBody(m_refusal);
        pump();
    } else if (isTaken && m_refusal.isEmpty()) {
        Q_EMIT finished(QString());
    } else {
        const QString status = u"%1 answered with status %2."_s.arg(m_settings.url.host()).arg(outcome->status);
        Q_EMIT finished(isTaken ? m_refusal : status);
    }
}

Call *JobPoster::send(Transport &transport, const QByteArray &body, const HttpDeadlines &deadlines)
{
    // The platform's own programs send JSON under this name.
    const HttpHeaders headers{{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba},
                              {"charset"_ba, "utf-8"_ba},
                              {"X-Request-ID"_ba, m_settings.jobId.toUtf8()}};
    return transport.send({.method = "POST"_ba,
                           .url = m_settings.url,
                           .headers = headers,
                           .secretHeaders = {{"Authorization"_ba, {}, m_settings.key}},
                           .body = body,
                           .deadlines = deadlines,
                           .largestBody = 1024LL * 1024},
                          this);
}

} // namespace Viral
