// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/httpserver.h"

#include "core/json/jsonwriter.h"
#include "core/service/httpconnection.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Viral {

QString ServerRequest::path() const
{
    const qsizetype mark = head.target.indexOf('?');
    return QUrl::fromPercentEncoding(mark < 0 ? head.target : head.target.first(mark));
}

QUrlQuery ServerRequest::query() const
{
    const qsizetype mark = head.target.indexOf('?');
    return mark < 0 ? QUrlQuery() : QUrlQuery(QString::fromUtf8(head.target.sliced(mark + 1)));
}

ServerAnswer refusalAnswer(int status)
{
    const QString reason = QString::fromLatin1(httpReason(status));
    return {.status = status, .body = JsonWriter().beginObject().member("error"_L1, reason).endObject().take()};
}

ServerExchange::ServerExchange(HttpConnection *connection)
    : QObject(connection)
    , m_connection(connection)
{}

void ServerExchange::answer(const ServerAnswer &answer)
{
    HttpConnection *connection = m_connection;
    delete this;
    connection->give(answer);
}

HttpServer::HttpServer(Handlers handlers, HttpLimits limits, QObject *owner)
    : QObject(owner)
    , m_handlers(std::move(handlers))
    , m_limits(limits)
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            welcome(socket);
    });
}

HttpServer::~HttpServer() = default;

void HttpServer::welcome(QTcpSocket *socket)
{
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_connections >= m_limits.mostConnections) {
        socket->write(httpText(refusalAnswer(503), true));
        socket->disconnectFromHost();
        return;
    }
    ++m_connections;
    connect(socket, &QTcpSocket::disconnected, this, [this] { --m_connections; });
    new HttpConnection(socket, m_handlers, m_limits);
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (m_server->listen(address, port))
        return m_server->serverPort();
    return failure(ErrorKind::Io, u"Port %1 of %2 cannot be listened on: %3"_s.arg(port).arg(address.toString(),
                                                                                             m_server->errorString()));
}

void HttpServer::stopListening()
{
    m_server->close();
}

} // namespace Viral
