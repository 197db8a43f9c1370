// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointserver.h"

#include "core/service/endpointwire.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

/// How long a client may take for a head, and how long it may pause within a body.
constexpr std::chrono::milliseconds longestSilence = 75s;
/// How long a client may go on sending what nobody wants, so that it comes to read why.
constexpr std::chrono::milliseconds longestFarewell = 5s;
/// What the client sends beyond this waits in the network until it is wanted.
constexpr qint64 readBuffer = 256 * 1024;
/// While this much of earlier answers has not left, no further request is read.
constexpr qint64 mostUnread = 1024 * 1024;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Internal Server Error";
    }
}

QByteArray httpText(const EndpointAnswer &answer, bool closes)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) +
                      "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: " +
                      QByteArray::number(answer.body.size()) + "\r\n";
    if (answer.status == 401)
        head += "WWW-Authenticate: Bearer\r\n";
    if (answer.status == 429)
        head += "Retry-After: 5\r\n";
    if (closes)
        head += "Connection: close\r\n";
    return head + "\r\n" + answer.body;
}

/// The head of a request.
struct Head
{
    EndpointRequest request = {};
    /// Of the body.
    qint64 length = 0;
    bool closes = false;
    bool wantsLeave = false;
    /// Not 0 where the request cannot be taken.
    int refusal = 0;
};

void readHeader(Head &head, const QByteArray &line, bool &hasLength)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.first(std::max<qsizetype>(colon, 0)).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    if (name.isEmpty() || name.endsWith(' ')) {
        head.refusal = 400;
    } else if (name == "content-length") {
        bool isNumber = false;
        const qint64 length = value.toLongLong(&isNumber);
        if (!isNumber || length < 0 || (hasLength && length != head.length))
            head.refusal = 400;
        head.length = length;
        hasLength = true;
    } else if (name == "transfer-encoding") {
        head.refusal = 411;
    } else if (name == "authorization") {
        head.request.authorization = value;
    } else if (name == "host") {
        head.request.host = value;
    } else if (name == "connection") {
        head.closes = head.closes || value.toLower() == "close";
    } else if (name == "expect") {
        head.wantsLeave = value.toLower() == "100-continue";
    }
}

Head readHead(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(1).startsWith('/') || !words.at(2).startsWith("HTTP/1."))
        return {.refusal = 400};
    Head head{.closes = words.at(2) == "HTTP/1.0"};
    head.request.method = words.at(0);
    const qsizetype mark = words.at(1).indexOf('?');
    head.request.path = QUrl::fromPercentEncoding(words.at(1).first(mark < 0 ? words.at(1).size() : mark));
    if (mark >= 0)
        head.request.query = QUrlQuery(QString::fromUtf8(words.at(1).sliced(mark + 1)));
    bool hasLength = false;
    for (const QByteArray &line : lines.sliced(1)) {
        if (!line.trimmed().isEmpty())
            readHeader(head, line, hasLength);
    }
    if (head.refusal == 0 && head.length > EndpointServer::largestBody)
        head.refusal = 413;
    return head;
}

} // namespace

/// One client; it goes away with its socket.
class EndpointConnection final : public QObject
{
public:
    EndpointConnection(QTcpSocket *socket, const EndpointServer::Handlers &handlers)
        : QObject(socket)
        , m_socket(socket)
        , m_handlers(handlers)
    {
        m_socket->setReadBufferSize(readBuffer);
        m_patience.setSingleShot(true);
        m_patience.start(longestSilence);
        connect(&m_patience, &QTimer::timeout, m_socket, &QAbstractSocket::abort);
        connect(m_socket, &QIODevice::readyRead, this, &EndpointConnection::read);
        connect(m_socket, &QIODevice::bytesWritten, this, [this] {
            if (m_step == Step::Head)
                m_patience.start(longestSilence);
            read();
        });
    }

    void give(const EndpointAnswer &answer)
    {
        m_socket->write(httpText(answer, m_head.closes));
        if (m_head.closes) {
            leave();
            return;
        }
        m_step = Step::Head;
        m_patience.start(longestSilence);
        // The next request may be here already.
        QMetaObject::invokeMethod(this, &EndpointConnection::read, Qt::QueuedConnection);
    }

private:
    enum class Step
    {
        Head,
        Body,
        Answer, ///< owed to the client
        Leave,
    };

    void read()
    {
        // A client that asks on without reading its answers waits.
        if (m_step == Step::Head && m_socket->bytesToWrite() < mostUnread)
            takeHead();
        if (m_step == Step::Body)
            takeBody();
        if (m_step == Step::Leave)
            m_socket->skip(m_socket->bytesAvailable());
    }

    void takeHead()
    {
        const QByteArray start = m_socket->peek(EndpointServer::largestHead);
        const qsizetype end = start.indexOf("\r\n\r\n");
        if (end < 0) {
            if (start.size() >= EndpointServer::largestHead)
                refuse({431, writeEndpointError(u"the head of the request is too large"_s)});
            return;
        }
        m_head = readHead(start.first(end));
        m_socket->skip(end + 4);
        if (m_head.refusal != 0) {
            refuse({m_head.refusal, writeEndpointError(QString::fromLatin1(reasonOf(m_head.refusal)))});
        } else if (const auto refusal = m_handlers.admit(m_head.request)) {
            refuse(*refusal);
        } else {
            if (m_head.wantsLeave && m_head.length > 0)
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            m_step = Step::Body;
        }
    }

    void takeBody()
    {
        QByteArray &body = m_head.request.body;
        body += m_socket->read(m_head.length - body.size());
        if (body.size() < m_head.length) {
            m_patience.start(longestSilence);
            return;
        }
        m_step = Step::Answer;
        m_head.length = 0;
        m_patience.stop();
        m_handlers.take(std::exchange(m_head.request, {}), new EndpointExchange(this));
    }

    void refuse(const EndpointAnswer &answer)
    {
        m_socket->write(httpText(answer, true));
        leave();
    }

    /// Waits for the client to go: closing while it still sends would take the answer from it.
    void leave()
    {
        m_step = Step::Leave;
        m_patience.start(longestFarewell);
        if (m_head.length == 0)
            m_socket->disconnectFromHost();
        else
            m_socket->skip(m_socket->bytesAvailable());
    }

    QTcpSocket *m_socket;
    EndpointServer::Handlers m_handlers;
    QTimer m_patience;
    Head m_head;
    Step m_step = Step::Head;
};

EndpointExchange::EndpointExchange(EndpointConnection *connection)
    : QObject(connection)
    , m_connection(connection)
{}

void EndpointExchange::answer(const EndpointAnswer &answer)
{
    EndpointConnection *connection = m_connection;
    delete this;
    connection->give(answer);
}

EndpointServer::EndpointServer(Handlers handlers, QObject *owner)
    : QObject(owner)
    , m_handlers(std::move(handlers))
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            if (m_connections >= mostConnections) {
                socket->write(httpText({503, writeEndpointError(u"too many connections"_s)}, true));
                socket->disconnectFromHost();
                continue;
            }
            ++m_connections;
            connect(socket, &QTcpSocket::disconnected, this, [this] { --m_connections; });
            new EndpointConnection(socket, m_handlers);
        }
    });
}

EndpointServer::~EndpointServer() = default;

Result<quint16> EndpointServer::listen(const QHostAddress &address, quint16 port)
{
    if (m_server->listen(address, port))
        return m_server->serverPort();
    return failure(ErrorKind::Io, u"Port %1 of %2 cannot be listened on: %3"_s.arg(port).arg(address.toString(),
                                                                                             m_server->errorString()));
}

void EndpointServer::stopListening()
{
    m_server->close();
}

} // namespace Viral
