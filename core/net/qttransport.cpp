// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qttransport.h"

#include "core/net/managerpool.h"
#include "core/net/qtcall.h"

namespace Viral {

QtTransport::QtTransport(Scheduler &scheduler, QtTransportSettings settings)
    : m_scheduler(scheduler)
    , m_settings(std::move(settings))
    , m_pool(std::make_shared<ManagerPool>(m_settings.allowHttp2 ? ManagerPool::http2Streams
                                                                 : ManagerPool::http1Connections))
{}

QtTransport::~QtTransport() = default;

Call *QtTransport::send(const HttpRequest &request, QObject *owner)
{
    return new QtCall(owner, m_pool, m_scheduler, m_settings, request);
}

} // namespace Viral
