// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace ViralTest {

/// What the server does with one request.
struct Reply
{
    enum class Course
    {
        Whole,             ///< the answer as it should be
        CloseBeforeAnswer, ///< reads the request and hangs up
        CutInBody,         ///< announces the whole body, sends half of it, hangs up
        Endless,           ///< repeats the body for ever
        NeverAnswer,       ///< keeps the line open and says nothing
        KeepOpen,          ///< sends the body chunked and never ends it
        Garbage,           ///< sends the body alone, without a status line
    };

    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    Course course = Course::Whole;
    std::chrono::milliseconds delay{0};
    /// When not zero, the body comes byte by byte with this pause between them.
    std::chrono::milliseconds delayPerByte{0};
    bool isChunked = false;
    /// Hangs up after the answer.
    bool closes = false;
};

struct ReceivedRequest
{
    QByteArray method;
    QByteArray path;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    int connection = 0;

    QByteArray header(const QByteArray &name) const;
};

/// An HTTP/1.1 server on 127.0.0.1 with a thread of its own that does what its script says and keeps a record.
class LoopbackServer
{
public:
    using Responder = std::function<Reply(int number, const ReceivedRequest &request)>;

    /// \a responder runs in the server's thread.
    explicit LoopbackServer(Responder responder, bool tls = false);
    /// Answers the requests with these in their order; the last one is repeated.
    explicit LoopbackServer(QList<Reply> replies, bool tls = false);
    ~LoopbackServer();

    QUrl url(const QString &path = {}) const;
    quint16 port() const { return m_port; }

    QList<ReceivedRequest> requests() const;
    int requestCount() const;
    int connectionCount() const;
    /// Most requests that were being answered at one time.
    int peakInFlight() const;
    /// Connections that the client closed while an answer was due.
    int abortsSeen() const;

private:
    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    quint16 m_port = 0;
    bool m_tls;
};

} // namespace ViralTest
