// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/webhook.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// What a receiver says is not needed, only whether it took the webhook.
constexpr qint64 largestAnswer = 1024 * 1024;

} // namespace

QByteArray webhookSignature(const Secret &secret, const QByteArray &body)
{
    return QMessageAuthenticationCode::hash(body, secret.reveal().toUtf8(), QCryptographicHash::Sha256).toHex();
}

RetryRules webhookRules(const WebhookSettings &settings)
{
    return {.rateLimitTries = settings.attempts,
            .faultTries = settings.attempts,
            .basePause = settings.baseDelay,
            .longestPause = settings.longestDelay,
            .overloadFactor = 1,
            .jitter = 0};
}

HttpRequest webhookRequest(const QUrl &url, const QByteArray &body, const WebhookSettings &settings)
{
    HttpRequest request{.url = url,
                        .headers = {{"Content-Type", "application/json"}},
                        .body = body,
                        .deadlines = deadlinesFor(settings.longestSilence),
                        .largestBody = largestAnswer};
    if (!settings.secret.isEmpty())
        request.headers.append(HttpHeader{"X-Webhook-Signature", webhookSignature(settings.secret, body)});
    return request;
}

WebhookOutcome readWebhookAnswer(const HttpOutcome &outcome, const QUrl &url, const QDateTime &now)
{
    WebhookOutcome result{.trouble = troubleByStatus(outcome)};
    if (!outcome) {
        result.error = asError(outcome.error(), url);
    } else if (!result.isDelivered()) {
        const QString message = u"The receiver answered with status %1"_s.arg(outcome->status);
        result.error = {ErrorKind::Service, message, url.host()};
        result.wish = serverWish(outcome->headers, now);
    }
    return result;
}

WebhookCall::WebhookCall(Transport &transport, Scheduler &scheduler, const QUrl &url, const QByteArray &body,
                         const WebhookSettings &settings, QObject *owner)
    : QObject(owner)
    , m_scheduler(scheduler)
    , m_url(url)
    , m_call(transport.send(webhookRequest(url, body, settings), this))
{
    connect(m_call, &Call::finished, this, &WebhookCall::take);
}

void WebhookCall::cancel()
{
    // Ends in take(), with Cancelled.
    if (m_call)
        m_call->cancel();
}

void WebhookCall::take(const HttpOutcome &outcome)
{
    m_call = nullptr;
    deleteLater();
    Q_EMIT finished(readWebhookAnswer(outcome, m_url, m_scheduler.wallTime()));
}

} // namespace Viral
