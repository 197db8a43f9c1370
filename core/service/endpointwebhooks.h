// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/scheduler.h"
#include "core/net/transport.h"

#include <QHash>

namespace Viral {

/// Tells the webhooks of ended jobs as RunPod does: unsigned, and where the receiver does not take one, twice more
/// after 5 and 15 s. Nothing is kept over the end of the program.
class EndpointWebhooks final : public QObject
{
    Q_OBJECT

public:
    /// \a transport (the network itself) and \a scheduler outlive it.
    EndpointWebhooks(Transport &transport, Scheduler &scheduler, QObject *owner = nullptr);

    void post(const QUrl &url, const QByteArray &body) { send(url, body, 0); }
    /// Lets go of those that wait for another try, and tries none again.
    void stopTrying();
    /// True when nothing is on its way or waits.
    bool isIdle() const { return m_onTheirWay == 0 && m_waiting.isEmpty(); }

Q_SIGNALS:
    void idle();

private:
    void send(const QUrl &url, const QByteArray &body, std::size_t triesBefore);

    Transport &m_transport;
    Scheduler &m_scheduler;
    QHash<quint64, std::shared_ptr<ScheduledAction>> m_waiting;
    quint64 m_nextNumber = 0;
    int m_onTheirWay = 0;
    bool m_triesNoMore = false;
};

} // namespace Viral
