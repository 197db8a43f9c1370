// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/webhookreceiver.h"

#include "core/clients/webhook.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

/// A sender that says nothing for this long is let go.
constexpr std::chrono::milliseconds longestSilence = 30s;

/// One request as far as it has come.
class Incoming
{
public:
    enum class Step
    {
        NeedsMore,
        Complete,
        Refused, ///< see refusal()
    };

    Step append(const QByteArray &bytes);

    const QByteArray &path() const { return m_path; }
    const QByteArray &body() const { return m_body; }
    const QByteArray &signature() const { return m_signature; }
    /// Status line of the answer to a refused request.
    const QByteArray &refusal() const { return m_refusal; }
    /// True once after the head, when the sender waits for leave to go on.
    bool takeExpectation() { return std::exchange(m_expectsLeave, false); }

private:
    Step refuse(const QByteArray &status);
    Step readHead(qsizetype end);
    void readHeader(const QByteArray &line);

    QByteArray m_head;
    QByteArray m_path;
    QByteArray m_body;
    QByteArray m_signature;
    QByteArray m_refusal;
    qint64 m_length = -1;
    bool m_headIsRead = false;
    bool m_expectsLeave = false;
};

Incoming::Step Incoming::refuse(const QByteArray &status)
{
    m_refusal = status;
    return Step::Refused;
}

void Incoming::readHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1)
        return;
    const QByteArray name = line.first(colon).trimmed().toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    if (name == "content-length") {
        bool isNumber = false;
        const qint64 length = value.toLongLong(&isNumber);
        m_length = isNumber && length >= 0 ? length : -1;
    } else if (name == "x-webhook-signature") {
        m_signature = value;
    } else if (name == "expect") {
        m_expectsLeave = value.toLower() == "100-continue";
    }
}

Incoming::Step Incoming::readHead(qsizetype end)
{
    const QList<QByteArray> lines = m_head.first(end).split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return refuse("400 Bad Request");
    m_path = words.at(1);
    for (const QByteArray &line : lines.sliced(1))
        readHeader(line);
    if (words.at(0) != "POST")
        return refuse("405 Method Not Allowed");
    if (m_length < 0)
        return refuse("411 Length Required");
    if (m_length > WebhookReceiver::largestBody)
        return refuse("413 Payload Too Large");
    m_headIsRead = true;
    return Step::NeedsMore;
}

Incoming::Step Incoming::append(const QByteArray &bytes)
{
    if (m_headIsRead) {
        m_body += bytes;
    } else {
        m_head += bytes;
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end < 0 || end > WebhookReceiver::largestHead) {
            return m_head.size() > WebhookReceiver::largestHead ? refuse("431 Request Header Fields Too Large")
                                                                : Step::NeedsMore;
        }
        if (readHead(end) == Step::Refused)
            return Step::Refused;
        m_body = m_head.sliced(end + 4);
        m_head.clear();
    }
    if (m_body.size() < m_length)
        return Step::NeedsMore;
    m_body.truncate(static_cast<qsizetype>(m_length));
    return Step::Complete;
}

void answer(QTcpSocket *socket, const QByteArray &status)
{
    const QByteArray body = status.startsWith("200") ? QByteArrayLiteral("{\"received\":true}")
                                                     : "{\"error\":\"" + status.sliced(4) + "\"}";
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

} // namespace

QByteArray webhookLine(const ReceivedWebhook &webhook)
{
    JsonWriter writer;
    writer.beginObject().key("valid"_L1);
    if (webhook.isValid)
        writer.value(*webhook.isValid);
    else
        writer.null();
    writer.key("event"_L1);
    if (const auto document = JsonDocument::parse(webhook.body)) {
        // Line breaks in JSON stand only between its tokens, never inside of text.
        QByteArray line = document->root().rawText();
        line.replace('\n', ' ').replace('\r', ' ');
        writer.raw(line);
    } else {
        writer.value(QString::fromUtf8(webhook.body));
    }
    return writer.endObject().take();
}

bool isWebhookSignature(const Secret &secret, const QByteArray &body, const QByteArray &signature)
{
    const QByteArray expected = webhookSignature(secret, body);
    const QByteArray given = signature.toLower();
    int difference = expected.size() == given.size() ? 0 : 1;
    for (qsizetype i = 0; i < expected.size(); ++i)
        difference |= expected.at(i) ^ (i < given.size() ? given.at(i) : '\0');
    return difference == 0;
}

WebhookReceiver::WebhookReceiver(Secret secret, QObject *owner)
    : QObject(owner)
    , m_secret(std::move(secret))
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            take(socket);
    });
}

Result<quint16> WebhookReceiver::listen(quint16 port)
{
    if (m_server->listen(QHostAddress::LocalHost, port))
        return m_server->serverPort();
    return failure(ErrorKind::Io, u"Port %1 cannot be listened on: %2"_s.arg(port).arg(m_server->errorString()));
}

void WebhookReceiver::take(QTcpSocket *socket)
{
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (m_connections >= mostConnections) {
        answer(socket, "503 Service Unavailable");
        return;
    }
    ++m_connections;
    connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
    auto *patience = new QTimer(socket);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, socket, &QTcpSocket::abort);
    patience->start(longestSilence);
    const auto incoming = std::make_shared<Incoming>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, patience, incoming] {
        patience->start(longestSilence);
        const Incoming::Step step = incoming->append(socket->readAll());
        if (step == Incoming::Step::NeedsMore) {
            if (incoming->takeExpectation())
                socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            return;
        }
        socket->disconnect(this);
        if (step == Incoming::Step::Refused) {
            answer(socket, incoming->refusal());
            return;
        }
        ReceivedWebhook webhook{.path = incoming->path(), .body = incoming->body()};
        if (!m_secret.isEmpty())
            webhook.isValid = isWebhookSignature(m_secret, webhook.body, incoming->signature());
        answer(socket, webhook.isValid.value_or(true) ? "200 OK" : "401 Unauthorized");
        Q_EMIT received(webhook);
    });
}

} // namespace Viral
