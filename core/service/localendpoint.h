// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/scheduler.h"
#include "core/net/transport.h"
#include "core/service/endpointexecutor.h"
#include "core/service/endpointqueue.h"
#include "core/service/endpointroutes.h"
#include "core/service/endpointwaiting.h"
#include "core/service/endpointwebhooks.h"

namespace Viral {

struct LocalEndpointSettings
{
    QString endpointId = QStringLiteral("local");
    /// What clients have to show. Without one any will do, as long as there is one: then only programs on this machine
    /// are answered, and no web page can make a browser ask.
    Secret key = {};
    /// How many jobs are done at once.
    int jobs = 1;
};

/// Stands in for a RunPod endpoint on this machine: its client API with a real queue (RunPod's operation reference),
/// with and without the prefix /v2/ID. Jobs live in memory and end with the program.
class LocalEndpoint final : public QObject
{
    Q_OBJECT

public:
    /// \a executor, \a transport (the network itself, for webhooks), \a scheduler and \a clock outlive it.
    LocalEndpoint(LocalEndpointSettings settings, EndpointExecutor &executor, Transport &transport,
                  Scheduler &scheduler, Clock &clock, QObject *owner = nullptr);
    ~LocalEndpoint() override;

    /// \a port 0 takes a free one. Refuses an address that others can reach unless there is a key. Returns the port.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Takes no more requests and cancels every job; who waits for one is told. idle() follows when the
    /// webhooks on their way have arrived or failed; failed ones are not tried again.
    void shutDown();
    bool isIdle() const { return m_works.isEmpty() && m_webhooks.isIdle(); }

    static constexpr qint64 largestRun = largestRunPodRequest;
    static constexpr qint64 largestRunSync = largestRunPodSyncRequest;

Q_SIGNALS:
    /// A job has come, changed or ended: its id and RunPod's word for its state.
    void jobChanged(const QString &id, const QString &state);
    /// No job is being done and no webhook is on its way.
    void idle();

private:
    using Exchange = QPointer<ServerExchange>;

    std::optional<ServerAnswer> refusal(const ServerRequest &request) const;
    void take(const ServerRequest &request, const Exchange &exchange);
    void submit(const EndpointCall &call, const QByteArray &body, const Exchange &exchange);
    void askJob(const EndpointCall &call, const Exchange &exchange);
    void cancelJob(const QString &jobId, const Exchange &exchange);
    void retryJob(const QString &jobId, const Exchange &exchange);
    void purge(const Exchange &exchange);
    QByteArray healthText() const;
    void answerJob(const QString &jobId, const Exchange &exchange, bool forStream);

    void pump();
    void startWork(const QString &jobId);
    void workEnded(const QString &jobId, const JobOutcome &outcome);
    void endWork(const QString &jobId);
    void jobEnded(const QString &jobId);
    void expire();
    void schedule();
    void tell(const QString &jobId);
    void tellWhenIdle();

    LocalEndpointSettings m_settings;
    EndpointExecutor &m_executor;
    Scheduler &m_scheduler;
    Clock &m_clock;
    EndpointQueue m_queue;
    EndpointWebhooks m_webhooks;
    std::unique_ptr<HttpServer> m_server;
    QHash<QString, QPointer<EndpointWork>> m_works;
    EndpointWaiting m_waiting;
    std::unique_ptr<ScheduledAction> m_timer;
    bool m_isShutDown = false;
};

} // namespace Viral
