// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QUrlQuery>

#include <functional>
#include <optional>

class QTcpServer;

namespace Viral {

class EndpointConnection;

/// What a client asks of the local endpoint.
struct EndpointRequest
{
    QByteArray method = {};
    QString path = {};
    QUrlQuery query = {};
    QByteArray authorization = {};
    /// The name by which the client calls this machine, with its port.
    QByteArray host = {};
    QByteArray body = {};
};

/// What it gets; the body is JSON.
struct EndpointAnswer
{
    int status = 200;
    QByteArray body = {};

    bool operator==(const EndpointAnswer &) const = default;
};

/// An answer that is owed to a client. It goes away once it is given, or with the client's connection.
class EndpointExchange final : public QObject
{
    Q_OBJECT

public:
    explicit EndpointExchange(EndpointConnection *connection);

    void answer(const EndpointAnswer &answer);

private:
    EndpointConnection *m_connection;
};

/// The HTTP/1.1 side of the local endpoint: takes whole requests within limits of size, number and time, and hands them
/// on; one at a time for each connection, connections are kept. Nothing of a body is read before the head is admitted.
class EndpointServer final : public QObject
{
    Q_OBJECT

public:
    struct Handlers
    {
        /// Judges a request by its head: an answer refuses it, and ends the connection.
        std::function<std::optional<EndpointAnswer>(const EndpointRequest &head)> admit;
        /// Answers, now or later, through \a exchange.
        std::function<void(const EndpointRequest &request, const QPointer<EndpointExchange> &exchange)> take;
    };

    explicit EndpointServer(Handlers handlers, QObject *owner = nullptr);
    ~EndpointServer() override;

    /// \a port 0 takes a free one. Returns the port.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Takes no more connections; those that are open stay.
    void stopListening();

    static constexpr qsizetype largestHead = 16 * 1024;
    static constexpr qint64 largestBody = 20LL * 1024 * 1024;
    static constexpr int mostConnections = 256;

private:
    Handlers m_handlers;
    QTcpServer *m_server;
    int m_connections = 0;
};

} // namespace Viral
