// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/runpodfailure.h"
#include "core/clients/runpodwire.h"
#include "core/net/retryingtransport.h"

namespace Viral {

/// Where jobs go and who sends them.
struct RunPodEndpoint
{
    /// RUNPOD_ENDPOINT_BASE_URL.
    QUrl base = {};
    /// RUNPOD_ENDPOINT_ID.
    QString id = {};
    Secret key = {};

    bool operator==(const RunPodEndpoint &) const = default;
};

/// Refuses an endpoint without a key, without an id or with one that cannot stand in an address; \a endpoint otherwise.
Result<RunPodEndpoint> checkedEndpoint(RunPodEndpoint endpoint);

/// The address of \a path ("run", "status/ID") at \a endpoint.
QUrl runPodUrl(const RunPodEndpoint &endpoint, const QString &path);

/// The body of a successful answer, or why there is none.
using RunPodReply = tl::expected<QByteArray, RunPodFailure>;
/// The same with the job that the body describes.
using RunPodJobReply = tl::expected<RunPodJob, RunPodFailure>;
RunPodJobReply jobReply(const RunPodReply &reply);

/// One question to RunPod. Reports exactly once, never from inside the function that asks, and then deletes itself.
class RunPodCall final : public QObject
{
    Q_OBJECT

public:
    /// Asks \a request; where that address is not known, once more at \a otherwise.
    RunPodCall(Transport &transport, Scheduler &scheduler, HttpRequest request, const QUrl &otherwise, QObject *owner);

    /// Ends the question, not the job, and reports Cancelled.
    void cancel();

Q_SIGNALS:
    /// RunPod cannot answer now; asked again after \a pause.
    void waiting(const Viral::RunPodFailure &why, Viral::Milliseconds pause);
    void finished(const Viral::RunPodReply &reply);

private:
    void ask();
    void take(const HttpOutcome &outcome);

    Transport &m_transport;
    Scheduler &m_scheduler;
    HttpRequest m_request;
    QUrl m_otherwise;
    Call *m_call = nullptr;
};

/// The client API of one endpoint. A job is never submitted twice behind the caller's back: what hands over a job is
/// repeated only when it certainly did not arrive or RunPod turned it away.
class RunPodClient
{
public:
    /// \a transport is the network itself; it, \a scheduler and the client outlive the calls.
    RunPodClient(RunPodEndpoint endpoint, Transport &transport, Scheduler &scheduler, Chance chance = systemChance);

    /// \a body is of writeRunPodRequest().
    RunPodCall *run(const QByteArray &body, QObject *owner);
    /// RunPod answers when the job ends or \a wait (1 to 90 s) is over; the job may then still be going on. The address
    /// run-sync of older documents is tried where runsync is not known.
    RunPodCall *runSync(const QByteArray &body, Milliseconds wait, QObject *owner);
    /// Asked once: who follows a job has its own pauses.
    RunPodCall *status(const QString &jobId, QObject *owner);
    /// What the job told since this was asked last; RunPod holds the answer back for up to \a wait while there is
    /// nothing. Asked once, see readRunPodStream().
    RunPodCall *stream(const QString &jobId, Milliseconds wait, QObject *owner);
    RunPodCall *cancel(const QString &jobId, QObject *owner);
    /// Puts a job that failed or ran out of time into the queue again, under the same id.
    RunPodCall *retry(const QString &jobId, QObject *owner);
    RunPodCall *health(QObject *owner);

    const RunPodEndpoint &endpoint() const { return m_endpoint; }

    static constexpr Milliseconds longestSyncWait{90'000};

private:
    HttpRequest request(const QByteArray &method, const QString &path, const QByteArray &body = {}) const;

    RunPodEndpoint m_endpoint;
    Transport &m_transport;
    Scheduler &m_scheduler;
    RetryingTransport m_submitting;
    RetryingTransport m_asking;
};

} // namespace Viral
