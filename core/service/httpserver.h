// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timespan.h"
#include "core/service/httphead.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QUrlQuery>

#include <functional>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace Viral {

class HttpConnection;

/// A whole request; while it is judged by its head the body is empty.
struct ServerRequest
{
    HttpHead head = {};
    QByteArray body = {};

    /// Without the query, percent signs resolved.
    QString path() const;
    QUrlQuery query() const;

    bool operator==(const ServerRequest &) const = default;
};

/// What a client gets; the body is JSON.
struct ServerAnswer
{
    int status = 200;
    QByteArray body = {};

    bool operator==(const ServerAnswer &) const = default;
};

/// {"error": what the status means}
ServerAnswer refusalAnswer(int status);

/// An answer that is owed to a client. It goes away once it is given, or with the client's connection.
class ServerExchange final : public QObject
{
    Q_OBJECT

public:
    explicit ServerExchange(HttpConnection *connection);

    void answer(const ServerAnswer &answer);

private:
    HttpConnection *m_connection;
};

/// What a client may ask of a server at most.
struct HttpLimits
{
    qsizetype largestHead = 16 * 1024;
    qint64 largestBody = 20LL * 1024 * 1024;
    int mostConnections = 256;
    /// From the end of one request to the end of the next one's head; also how long a connection is kept unused.
    Milliseconds longestHead{75'000};
    /// Between two pieces of a body, and for all of it.
    Milliseconds longestSilence{30'000};
    Milliseconds longestBody{300'000};
    /// How long a client that is turned away may go on sending, so that it comes to read why.
    Milliseconds longestFarewell{5'000};

    bool operator==(const HttpLimits &) const = default;
};

/// HTTP/1.1 as our small servers need it: takes whole requests within limits of size, number and time, and hands them
/// on; one at a time for each connection, connections are kept. Nothing of a body is read before the head is admitted.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    struct Handlers
    {
        /// Judges a request by its head: an answer refuses it, and ends the connection.
        std::function<std::optional<ServerAnswer>(const ServerRequest &request)> admit;
        /// Answers, now or later, through \a exchange.
        std::function<void(const ServerRequest &request, const QPointer<ServerExchange> &exchange)> take;
    };

    explicit HttpServer(Handlers handlers, HttpLimits limits = {}, QObject *owner = nullptr);
    ~HttpServer() override;

    /// \a port 0 takes a free one. Returns the port.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Takes no more connections; those that are open stay.
    void stopListening();

private:
    void welcome(QTcpSocket *socket);

    Handlers m_handlers;
    HttpLimits m_limits;
    QTcpServer *m_server;
    int m_connections = 0;
};

} // namespace Viral
