// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/httpconnection.h"

#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// What the client sends beyond this waits in the network until it is wanted.
constexpr qint64 readBuffer = 256 * 1024;
/// While this much of earlier answers has not left, no further request is read.
constexpr qint64 mostUnread = 1024 * 1024;

} // namespace

QByteArray httpText(const ServerAnswer &answer, bool closes, bool isHead)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + httpReason(answer.status) +
                      "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: " +
                      QByteArray::number(answer.body.size()) + "\r\n";
    if (answer.status == 401)
        head += "WWW-Authenticate: Bearer\r\n";
    if (answer.status == 429)
        head += "Retry-After: 5\r\n";
    if (closes)
        head += "Connection: close\r\n";
    head += "\r\n";
    return isHead ? head : head + answer.body;
}

HttpConnection::HttpConnection(QTcpSocket *socket, const HttpServer::Handlers &handlers, const HttpLimits &limits)
    : QObject(socket)
    , m_socket(socket)
    , m_handlers(handlers)
    , m_limits(limits)
{
    socket->setReadBufferSize(readBuffer);
    m_patience.setSingleShot(true);
    m_bodyPatience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &HttpConnection::runOut);
    connect(&m_bodyPatience, &QTimer::timeout, this, &HttpConnection::runOut);
    connect(m_socket, &QIODevice::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QIODevice::bytesWritten, this, [this] {
        if (m_step != Step::Head)
            return;
        // Whoever still reads the last answer is not idle.
        if (m_searched == 0)
            m_patience.start(m_limits.longestHead);
        read();
    });
    awaitHead();
}

void HttpConnection::awaitHead()
{
    m_step = Step::Head;
    m_searched = 0;
    m_body = HttpBody();
    m_wantsHeadOnly = false;
    m_bodyPatience.stop();
    m_patience.start(m_limits.longestHead);
}

void HttpConnection::give(const ServerAnswer &answer)
{
    m_socket->write(httpText(answer, m_closes, m_wantsHeadOnly));
    if (m_closes) {
        leave(false);
        return;
    }
    awaitHead();
    // The next request may be here already.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::read()
{
    // A client that asks on without reading its answers waits.
    if (m_step == Step::Head && m_socket->bytesToWrite() < mostUnread)
        takeHead();
    if (m_step == Step::Body)
        takeBody();
    if (m_step == Step::Leave)
        m_socket->skip(m_socket->bytesAvailable());
}

void HttpConnection::takeHead()
{
    while (m_searched == 0 && m_socket->peek(2) == "\r\n")
        m_socket->skip(2);
    const QByteArray start = m_socket->peek(m_limits.largestHead);
    // Only what is new is searched, and what could be the start of the end: a head may come byte by byte.
    const qsizetype end = start.indexOf("\r\n\r\n", std::max<qsizetype>(m_searched - 3, 0));
    m_searched = start.size();
    if (end >= 0) {
        m_socket->skip(end + 4);
        judge(start.first(end));
    } else if (start.size() >= m_limits.largestHead) {
        refuse(refusalAnswer(431));
    }
}

void HttpConnection::judge(const QByteArray &head)
{
    const auto read = readHttpHead(head);
    if (!read) {
        refuse(refusalAnswer(read.error()));
        return;
    }
    m_request = {.head = *read};
    m_closes = read->closes;
    m_wantsHeadOnly = read->method == "HEAD";
    m_body = HttpBody(*read, m_limits.largestBody);
    if (m_body.refusal() != 0) {
        refuse(refusalAnswer(m_body.refusal()));
    } else if (const auto refusal = m_handlers.admit(m_request)) {
        refuse(*refusal);
    } else {
        if (read->wantsLeave && read->hasBody() && m_socket->bytesAvailable() == 0)
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_step = Step::Body;
        m_patience.start(m_limits.longestSilence);
        m_bodyPatience.start(m_limits.longestBody);
    }
}

void HttpConnection::takeBody()
{
    while (!m_body.isComplete() && m_body.refusal() == 0 && m_socket->bytesAvailable() > 0) {
        m_socket->skip(m_body.take(m_socket->peek(std::min(m_socket->bytesAvailable(), readBuffer))));
        m_patience.start(m_limits.longestSilence);
    }
    if (m_body.refusal() != 0) {
        refuse(refusalAnswer(m_body.refusal()));
    } else if (m_body.isComplete()) {
        m_step = Step::Answer;
        m_patience.stop();
        m_bodyPatience.stop();
        m_request.body = m_body.takeContent();
        m_handlers.take(std::exchange(m_request, {}), new ServerExchange(this));
    }
}

void HttpConnection::refuse(const ServerAnswer &answer)
{
    m_socket->write(httpText(answer, true, m_wantsHeadOnly));
    leave(!m_body.isComplete());
}

/// Who may still be sending is waited for: closing at once would take the answer from it.
void HttpConnection::leave(bool mayStillSend)
{
    m_step = Step::Leave;
    m_bodyPatience.stop();
    m_patience.start(m_limits.longestFarewell);
    m_socket->skip(m_socket->bytesAvailable());
    if (!mayStillSend)
        m_socket->disconnectFromHost();
}

void HttpConnection::runOut()
{
    const bool hasBegun = m_step == Step::Body || (m_step == Step::Head && m_searched > 0);
    if (hasBegun)
        refuse(refusalAnswer(408));
    else
        m_socket->abort();
}

} // namespace Viral
