// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/service/httpserver.h"

namespace Viral {

/// A webhook that came in.
struct ReceivedWebhook
{
    QByteArray path = {};
    QByteArray body = {};
    /// Whether X-Webhook-Signature fits the body; nothing when there is no secret to check it with.
    std::optional<bool> isValid = {};

    bool operator==(const ReceivedWebhook &) const = default;
};

/// The webhook as one line of JSON: {"valid": true, false or null, "event": the body}; a body that is not JSON is
/// written as text.
QByteArray webhookLine(const ReceivedWebhook &webhook);

/// Whether \a signature is the one of \a body; takes the same time wherever it differs.
bool isWebhookSignature(const Secret &secret, const QByteArray &body, const QByteArray &signature);

/// Receives webhooks on this machine and checks their signatures: POST to any path. Answers 200, or 401 where the
/// signature is wrong. What is too large, too slow or no HTTP is turned away.
class WebhookReceiver final : public QObject
{
    Q_OBJECT

public:
    /// Without a secret nothing is checked.
    explicit WebhookReceiver(Secret secret, QObject *owner = nullptr);

    /// Listens on the loopback address; \a port 0 takes a free one. Returns the port.
    Result<quint16> listen(quint16 port);

    static constexpr HttpLimits limits{.largestBody = 32LL * 1024 * 1024,
                                       .mostConnections = 64,
                                       .longestHead = Milliseconds{30'000},
                                       .longestFarewell = Milliseconds{2'000}};

Q_SIGNALS:
    void received(const Viral::ReceivedWebhook &webhook);

private:
    void take(const ServerRequest &request, ServerExchange &exchange);

    Secret m_secret;
    HttpServer m_server;
};

} // namespace Viral
