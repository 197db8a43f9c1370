// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/scheduler.h"
#include "core/net/transport.h"

#include <QSslConfiguration>

#include <memory>

namespace Viral {

class ManagerPool;

struct QtTransportSettings
{
    /// HTTP/2 where the server offers it. Off: one connection carries everything, so one lost packet or one GOAWAY hits
    /// every request at once, and in this Qt a cancelled stream is not always reset and stays in the server's count.
    bool allowHttp2 = false;
    /// Certificates to trust and the like; null for the system's.
    QSslConfiguration tls = {};
};

/// The real transport. All requests are on their way at once, over kept connections; redirects are not followed, TLS
/// errors end the call, nothing is cached, no cookie is kept, and no request is ever sent twice behind the caller's
/// back. Connections are probed by TCP keep-alive (Qt switches it on for every HTTP socket).
class QtTransport final : public Transport
{
public:
    /// \a scheduler watches the deadlines and must outlive the calls.
    explicit QtTransport(Scheduler &scheduler, QtTransportSettings settings = {});
    /// Calls still on their way report ConnectionLost.
    ~QtTransport() override;

    Call *send(const HttpRequest &request, QObject *owner) override;

private:
    Scheduler &m_scheduler;
    QtTransportSettings m_settings;
    std::shared_ptr<ManagerPool> m_pool;
};

} // namespace Viral
