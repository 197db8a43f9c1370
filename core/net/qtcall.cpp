// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qtcall.h"

#include "core/base/log.h"
#include "core/net/requestbody.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qint64 largestSilentBody = 64 * 1024;

QNetworkRequest networkRequest(const HttpRequest &request, const QtTransportSettings &settings)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, settings.allowHttp2);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (!settings.tls.isNull())
        result.setSslConfiguration(settings.tls);
    for (const HttpHeader &header : request.headers)
        result.setRawHeader(header.name, header.value);
    for (const SecretHeader &header : request.secretHeaders)
        result.setRawHeader(header.name, header.prefix + header.secret.reveal().toUtf8());
    return result;
}

HttpFault faultOfNetworkError(QNetworkReply::NetworkError error, bool answerStarted)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return HttpFault::Unreachable;
    case QNetworkReply::TimeoutError:
        return answerStarted ? HttpFault::AnswerCut : HttpFault::ConnectTimeout;
    case QNetworkReply::SslHandshakeFailedError:
        return HttpFault::Tls;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return HttpFault::Redirected;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return HttpFault::BadRequest;
    case QNetworkReply::ProtocolFailure:
        return HttpFault::Protocol;
    default:
        return answerStarted ? HttpFault::AnswerCut : HttpFault::ConnectionLost;
    }
}

HttpFault faultOfWait(DeadlineWatch::Wait wait)
{
    switch (wait) {
    case DeadlineWatch::Wait::Connect:
        return HttpFault::ConnectTimeout;
    case DeadlineWatch::Wait::FirstByte:
        return HttpFault::NoAnswer;
    case DeadlineWatch::Wait::Silence:
        return HttpFault::Silence;
    case DeadlineWatch::Wait::Total:
    case DeadlineWatch::Wait::Grace:
        break;
    }
    return HttpFault::TotalTimeout;
}

/// Qt also reports a status from 400 on as an error; everything else means that the answer is missing or cut.
bool isWholeAnswer(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ProtocolInvalidOperationError: // how Qt calls 400 and 418
        return true;
    case QNetworkReply::ContentReSendError: // the repetition that the body does not allow
        return false;
    default:
        return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
               (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
    }
}

QString waitMessage(DeadlineWatch::Wait wait)
{
    switch (wait) {
    case DeadlineWatch::Wait::Connect:
        return u"Could not connect in time"_s;
    case DeadlineWatch::Wait::FirstByte:
        return u"The server did not answer in time"_s;
    case DeadlineWatch::Wait::Silence:
        return u"The answer stopped coming"_s;
    case DeadlineWatch::Wait::Total:
    case DeadlineWatch::Wait::Grace:
        break;
    }
    return u"The answer was not complete in time"_s;
}

/// Only what came from a web server counts as an answer: everything else has no status.
bool isUsable(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace

QtCall::QtCall(QObject *owner, const std::shared_ptr<ManagerPool> &pool, Scheduler &scheduler,
               const QtTransportSettings &settings, const HttpRequest &request)
    : Call(owner)
    , m_scheduler(scheduler)
    , m_startedAt(scheduler.now())
    , m_pool(pool)
    , m_url(request.url)
    , m_largestBody(request.largestBody)
{
    if (!isUsable(m_url)) {
        failLater(HttpFault::BadRequest, u"\"%1\" is not a web address"_s.arg(m_url.toDisplayString()));
        return;
    }
    m_watch = std::make_unique<DeadlineWatch>(scheduler, request.deadlines,
                                              [this](DeadlineWatch::Wait wait) { expired(wait); });
    m_manager = &pool->take(m_url);
    start(*m_manager, settings, request);
}

QtCall::~QtCall()
{
    dropReply();
}

void QtCall::start(QNetworkAccessManager &manager, const QtTransportSettings &settings, const HttpRequest &request)
{
    const QNetworkRequest prepared = networkRequest(request, settings);
    if (request.body.isEmpty() && request.method == "GET") {
        m_reply = manager.get(prepared);
    } else if (request.body.isEmpty()) {
        m_reply = manager.sendCustomRequest(prepared, request.method, QByteArray());
    } else {
        auto *body = new RequestBody(request.body);
        m_reply = manager.sendCustomRequest(prepared, request.method, body);
        body->setParent(m_reply);
    }
    connectReply(request.body.size());
}

void QtCall::connectReply(qint64 bodySize)
{
    QNetworkReply *reply = m_reply;
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_openedConnection = true; });
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_watch->requestFlows(); });
    // Small bodies leave in one go; telling of every piece would cost more than sending it.
    if (bodySize > largestSilentBody) {
        connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
            if (sent > 0)
                m_watch->requestFlows();
        });
    }
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_answerStarted = true;
        m_watch->answerFlows();
    });
    connect(reply, &QNetworkReply::readyRead, this, &QtCall::takeBytes);
    connect(reply, &QNetworkReply::finished, this, &QtCall::replyFinished);
    connect(reply, &QObject::destroyed, this, &QtCall::replyDestroyed);
}

void QtCall::takeBytes()
{
    const QByteArray piece = m_reply->isOpen() ? m_reply->readAll() : QByteArray();
    if (piece.isEmpty())
        return;
    m_answerStarted = true;
    m_watch->answerFlows();
    if (m_response.body.size() + piece.size() > m_largestBody) {
        fail(HttpFault::TooLarge, u"The answer is larger than %1 bytes"_s.arg(m_largestBody));
        return;
    }
    m_response.body += piece;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300)
        Q_EMIT received(piece);
}

void QtCall::replyFinished()
{
    const QPointer<QtCall> self(this);
    takeBytes();
    if (!self || isFinished())
        return;

    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (status >= 300 && status < 400)
        fail(HttpFault::Redirected, u"The server redirects to another address, which is not followed"_s);
    else if (status == 0 || !isWholeAnswer(error))
        fail(faultOfNetworkError(error, m_answerStarted), redacted(m_reply->errorString()));
    else
        succeed();
}

void QtCall::succeed()
{
    if (m_reply) {
        m_response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        for (const auto &[name, value] : m_reply->rawHeaderPairs())
            m_response.headers.append({name, value});
    }
    m_response.elapsed = m_scheduler.now() - m_startedAt;
    dropReply();
    finish(m_response);
}

void QtCall::replyDestroyed()
{
    // The manager goes, and the transport with it: whoever hears of this must not be able to use them.
    m_reply = nullptr;
    failLater(HttpFault::ConnectionLost, u"The network was closed"_s);
}

void QtCall::expired(DeadlineWatch::Wait wait)
{
    if (wait == DeadlineWatch::Wait::Grace)
        succeed();
    else
        fail(faultOfWait(wait), waitMessage(wait));
}

void QtCall::cancel()
{
    if (!isFinished())
        fail(HttpFault::Cancelled, u"Cancelled"_s);
}

void QtCall::expectEnd(Milliseconds grace)
{
    if (!isFinished() && m_watch)
        m_watch->expectEnd(grace);
}

void QtCall::dropReply()
{
    m_watch.reset();
    if (QNetworkReply *reply = m_reply) {
        m_reply = nullptr;
        reply->disconnect(this);
        if (reply->isRunning())
            reply->abort();
        reply->deleteLater();
    }
    const std::shared_ptr<ManagerPool> pool = m_pool.lock();
    if (pool && m_manager)
        pool->release(*m_manager, m_url);
    m_manager = nullptr;
}

void QtCall::fail(HttpFault fault, const QString &message)
{
    const HttpError error{.fault = fault,
                          .message = message,
                          .reusedConnection = fault == HttpFault::ConnectionLost && !m_openedConnection};
    dropReply();
    finish(tl::unexpected(error));
}

void QtCall::failLater(HttpFault fault, const QString &message)
{
    QMetaObject::invokeMethod(
        this, [this, fault, message] { fail(fault, message); }, Qt::QueuedConnection);
}

} // namespace Viral
