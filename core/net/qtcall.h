// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/deadlinewatch.h"
#include "core/net/managerpool.h"
#include "core/net/qttransport.h"

#include <QNetworkReply>
#include <QPointer>

namespace Viral {

/// One request through a QNetworkAccessManager of the pool.
class QtCall final : public Call
{
public:
    QtCall(QObject *owner, const std::shared_ptr<ManagerPool> &pool, Scheduler &scheduler,
           const QtTransportSettings &settings, const HttpRequest &request);
    ~QtCall() override;

    void cancel() override;
    void expectEnd(Milliseconds grace) override;

private:
    void start(QNetworkAccessManager &manager, const QtTransportSettings &settings, const HttpRequest &request);
    void connectReply(qint64 bodySize);
    void takeBytes();
    void replyFinished();
    void replyDestroyed();
    void expired(DeadlineWatch::Wait wait);
    /// Lets go of the reply: disconnects before aborting, so that our own abort is not seen as an error.
    void dropReply();
    void fail(HttpFault fault, const QString &message);
    void succeed();
    void failLater(HttpFault fault, const QString &message);

    Scheduler &m_scheduler;
    Milliseconds m_startedAt;
    std::weak_ptr<ManagerPool> m_pool;
    QPointer<QNetworkAccessManager> m_manager;
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<DeadlineWatch> m_watch;
    QUrl m_url;
    qint64 m_largestBody;
    HttpResponse m_response;
    bool m_openedConnection = false;
    bool m_answerStarted = false;
};

} // namespace Viral
