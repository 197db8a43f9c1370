// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackserver.h"

#include <QFile>
#include <QMutex>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace ViralTest {

namespace {

struct Record
{
    mutable QMutex mutex;
    QList<ReceivedRequest> requests;
    int connections = 0;
    int inFlight = 0;
    int peak = 0;
    int aborts = 0;
};

QByteArray reasonOf(int status)
{
    return status < 400 ? "OK" : "Trouble";
}

QByteArray head(const Reply &reply)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) + "\r\n";
    text += "Content-Type: " + reply.contentType + "\r\n";
    for (const auto &[name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    const bool isOpenEnded = reply.course == Reply::Course::Endless || reply.course == Reply::Course::KeepOpen;
    if (reply.isChunked || isOpenEnded)
        text += "Transfer-Encoding: chunked\r\n";
    else
        text += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (reply.closes)
        text += "Connection: close\r\n";
    return text + "\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QSslConfiguration serverTls()
{
    const auto read = [](const char *name) {
        QFile file(QStringLiteral(VIRAL_TEST_DATA "/support/tls/") + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(read("localhost.crt")));
    configuration.setPrivateKey(QSslKey(read("localhost.key"), QSsl::Ec));
    return configuration;
}

/// One connection: reads requests one after the other and plays the reply to each.
class Line final : public QObject
{
public:
    Line(QTcpSocket *socket, Record &record, const LoopbackServer::Responder &responder, int number, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_record(record)
        , m_responder(responder)
        , m_number(number)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, &Line::read);
        connect(socket, &QTcpSocket::disconnected, this, &Line::closed);
        m_pace.setSingleShot(true);
        m_pace.setTimerType(Qt::PreciseTimer);
        read();
    }

private:
    void read()
    {
        m_received += m_socket->readAll();
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
        if (m_isAnswering || headEnd < 0)
            return;
        ReceivedRequest request = parseHead(m_received.left(headEnd));
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (m_received.size() < headEnd + 4 + length)
            return;
        request.body = m_received.mid(headEnd + 4, length);
        m_received.remove(0, headEnd + 4 + length);
        answer(request);
    }

    ReceivedRequest parseHead(const QByteArray &text) const
    {
        const QList<QByteArray> lines = text.split('\n');
        const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
        ReceivedRequest request{.method = words.value(0), .path = words.value(1), .connection = m_number};
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines.at(i).indexOf(':');
            request.headers.append({lines.at(i).left(colon), lines.at(i).mid(colon + 1).trimmed()});
        }
        return request;
    }

    void answer(const ReceivedRequest &request)
    {
        m_isAnswering = true;
        int number = 0;
        {
            const QMutexLocker lock(&m_record.mutex);
            number = static_cast<int>(m_record.requests.size());
            m_record.requests.append(request);
            m_record.peak = std::max(m_record.peak, ++m_record.inFlight);
        }
        m_reply = m_responder(number, request);
        m_sent = 0;
        later(m_reply.delay, &Line::begin);
    }

    void later(std::chrono::milliseconds delay, void (Line::*step)())
    {
        if (delay.count() == 0) {
            (this->*step)();
            return;
        }
        m_pace.disconnect();
        connect(&m_pace, &QTimer::timeout, this, step);
        m_pace.start(delay);
    }

    void begin()
    {
        switch (m_reply.course) {
        case Reply::Course::NeverAnswer:
            return;
        case Reply::Course::CloseBeforeAnswer:
            hangUp();
            return;
        case Reply::Course::Garbage:
            m_socket->write(m_reply.body);
            hangUp();
            return;
        case Reply::Course::CutInBody:
            m_socket->write(head(m_reply) + firstHalf());
            hangUp();
            return;
        case Reply::Course::KeepOpen:
            m_socket->write(head(m_reply) + chunk(m_reply.body));
            return;
        case Reply::Course::Endless:
            m_socket->write(head(m_reply));
            flood();
            return;
        case Reply::Course::Whole:
            break;
        }
        if (m_reply.delayPerByte.count() > 0) {
            m_socket->write(head(m_reply));
            drip();
            return;
        }
        m_socket->write(head(m_reply) + (m_reply.isChunked ? chunk(m_reply.body) + chunk({}) : m_reply.body));
        done();
    }

    QByteArray firstHalf() const
    {
        const QByteArray half = m_reply.body.left(m_reply.body.size() / 2);
        return m_reply.isChunked ? chunk(half) : half;
    }

    void drip()
    {
        if (m_sent == m_reply.body.size()) {
            if (m_reply.isChunked)
                m_socket->write(chunk({}));
            done();
            return;
        }
        const QByteArray byte = m_reply.body.mid(m_sent++, 1);
        m_socket->write(m_reply.isChunked ? chunk(byte) : byte);
        later(m_reply.delayPerByte, &Line::drip);
    }

    void flood()
    {
        if (m_socket->bytesToWrite() < 256 * 1024)
            m_socket->write(chunk(m_reply.body));
        later(std::chrono::milliseconds{1}, &Line::flood);
    }

    void done()
    {
        leave();
        if (m_reply.closes)
            m_socket->disconnectFromHost();
        else
            read();
    }

    void leave()
    {
        if (!m_isAnswering)
            return;
        m_isAnswering = false;
        const QMutexLocker lock(&m_record.mutex);
        --m_record.inFlight;
    }

    void hangUp()
    {
        leave();
        m_socket->disconnectFromHost();
    }

    void closed()
    {
        if (m_isAnswering) {
            const QMutexLocker lock(&m_record.mutex);
            ++m_record.aborts;
        }
        leave();
        m_pace.stop();
        deleteLater();
    }

    QTcpSocket *m_socket;
    Record &m_record;
    const LoopbackServer::Responder &m_responder;
    int m_number;
    QByteArray m_received;
    Reply m_reply;
    qsizetype m_sent = 0;
    bool m_isAnswering = false;
    QTimer m_pace{this};
};

} // namespace

class LoopbackServer::Worker final : public QObject
{
public:
    explicit Worker(Responder responder)
        : m_responder(std::move(responder))
    {}

    quint16 listen(bool tls)
    {
        if (tls) {
            auto *server = new QSslServer(this);
            server->setSslConfiguration(serverTls());
            m_server = server;
        } else {
            m_server = new QTcpServer(this);
        }
        m_server->setListenBacklogSize(1024);
        connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &Worker::accept);
        return m_server->listen(QHostAddress::LocalHost) ? m_server->serverPort() : 0;
    }

    Record record;

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            int number = 0;
            {
                const QMutexLocker lock(&record.mutex);
                number = record.connections++;
            }
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            new Line(socket, record, m_responder, number, this);
        }
    }

    Responder m_responder;
    QTcpServer *m_server = nullptr;
};

QByteArray ReceivedRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

LoopbackServer::LoopbackServer(Responder responder, bool tls)
    : m_worker(std::make_unique<Worker>(std::move(responder)))
    , m_tls(tls)
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_port = m_worker->listen(m_tls); }, Qt::BlockingQueuedConnection);
}

LoopbackServer::LoopbackServer(QList<Reply> replies, bool tls)
    : LoopbackServer(
          [replies = std::move(replies)](int number, const ReceivedRequest &) {
              return replies.at(std::min<qsizetype>(number, replies.size() - 1));
          },
          tls)
{}

LoopbackServer::~LoopbackServer()
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_worker.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl LoopbackServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(m_port)
                    .arg(path));
}

QList<ReceivedRequest> LoopbackServer::requests() const
{
    const QMutexLocker lock(&m_worker->record.mutex);
    return m_worker->record.requests;
}

int LoopbackServer::requestCount() const
{
    return static_cast<int>(requests().size());
}

int LoopbackServer::connectionCount() const
{
    const QMutexLocker lock(&m_worker->record.mutex);
    return m_worker->record.connections;
}

int LoopbackServer::peakInFlight() const
{
    const QMutexLocker lock(&m_worker->record.mutex);
    return m_worker->record.peak;
}

int LoopbackServer::abortsSeen() const
{
    const QMutexLocker lock(&m_worker->record.mutex);
    return m_worker->record.aborts;
}

} // namespace ViralTest
