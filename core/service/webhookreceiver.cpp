// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/webhookreceiver.h"

#include "core/clients/webhook.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"
#include "core/service/samebytes.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// A webhook is a POST that says where its body ends.
std::optional<ServerAnswer> refusalOf(const ServerRequest &request)
{
    if (request.head.method != "POST")
        return refusalAnswer(405);
    if (!request.head.hasLength && !request.head.isChunked)
        return refusalAnswer(411);
    return std::nullopt;
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
    return isSameSecret(signature.toLower(), webhookSignature(secret, body));
}

WebhookReceiver::WebhookReceiver(Secret secret, QObject *owner)
    : QObject(owner)
    , m_secret(std::move(secret))
    , m_server({.admit = refusalOf,
                .take = [this](const ServerRequest &request,
                               const QPointer<ServerExchange> &exchange) { take(request, *exchange); }},
               limits)
{}

Result<quint16> WebhookReceiver::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void WebhookReceiver::take(const ServerRequest &request, ServerExchange &exchange)
{
    ReceivedWebhook webhook{.path = request.head.target, .body = request.body};
    if (!m_secret.isEmpty())
        webhook.isValid = isWebhookSignature(m_secret, webhook.body, request.head.header("x-webhook-signature"));
    if (webhook.isValid.value_or(true))
        exchange.answer({.body = "{\"received\":true}"});
    else
        exchange.answer(refusalAnswer(401));
    Q_EMIT received(webhook);
}

} // namespace Viral
