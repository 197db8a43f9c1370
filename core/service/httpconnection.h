// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/httpbody.h"
#include "core/service/httpserver.h"

#include <QTimer>

class QTcpSocket;

namespace Viral {

/// One client of a server; it goes away with its socket.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, const HttpServer::Handlers &handlers, const HttpLimits &limits);

    /// The answer that is owed.
    void give(const ServerAnswer &answer);

private:
    enum class Step
    {
        Head,
        Body,
        Answer, ///< owed to the client
        Leave,
    };

    void read();
    void takeHead();
    void judge(const QByteArray &head);
    void takeBody();
    void refuse(const ServerAnswer &answer);
    void leave(bool mayStillSend);
    void runOut();
    void awaitHead();

    QTcpSocket *m_socket;
    HttpServer::Handlers m_handlers;
    HttpLimits m_limits;
    /// Runs out when the client is too slow in what it does now, and when all of a body takes too long.
    QTimer m_patience;
    QTimer m_bodyPatience;
    ServerRequest m_request;
    HttpBody m_body;
    /// Of the request that is being answered.
    bool m_closes = false;
    bool m_wantsHeadOnly = false;
    /// How much of the head has been searched for its end.
    qsizetype m_searched = 0;
    Step m_step = Step::Head;
};

/// \a answer as it goes out; \a closes says so, \a isHead leaves the body out.
QByteArray httpText(const ServerAnswer &answer, bool closes, bool isHead = false);

} // namespace Viral
