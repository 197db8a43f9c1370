// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/retrypolicy.h"
#include "core/net/scheduler.h"
#include "core/net/transport.h"

namespace Viral {

/// Lower-case hex of HMAC-SHA256 over the exact bytes of \a body (RunPodIntegrationGuide.md section 6).
QByteArray webhookSignature(const Secret &secret, const QByteArray &body);

/// How webhooks are sent (interface.md section 2).
struct WebhookSettings
{
    /// WEBHOOK_SECRET; without one nothing is signed.
    Secret secret = {};
    /// REQUEST_TIMEOUT_SECONDS.
    Milliseconds longestSilence{30'000};
    /// WEBHOOK_RETRY_ATTEMPTS, …_BASE_DELAY_SECONDS, …_MAX_DELAY_SECONDS.
    int attempts = 3;
    Milliseconds baseDelay{1'500};
    Milliseconds longestDelay{12'000};

    bool operator==(const WebhookSettings &) const = default;
};

/// The seed's exponential back-off, exactly: base · 2^n up to the longest, no chance in it.
RetryRules webhookRules(const WebhookSettings &settings);

/// The request that delivers \a body as it is.
HttpRequest webhookRequest(const QUrl &url, const QByteArray &body, const WebhookSettings &settings);

/// How a delivery ended.
struct WebhookOutcome
{
    /// None: delivered, the receiver answered with a status of 2xx. Final: trying again cannot help.
    Trouble trouble = Trouble::None;
    Error error = {};
    /// How long the receiver wants to be left alone, when it said so.
    std::optional<Milliseconds> wish = {};

    bool isDelivered() const { return trouble == Trouble::None; }
    bool operator==(const WebhookOutcome &) const = default;
};

WebhookOutcome readWebhookAnswer(const HttpOutcome &outcome, const QUrl &url, const QDateTime &now);

/// Delivers one webhook. Reports exactly once, then deletes itself.
class WebhookCall final : public QObject
{
    Q_OBJECT

public:
    /// \a transport decides how often it is tried: a RetryingTransport with webhookRules() tries as the seed says.
    WebhookCall(Transport &transport, Scheduler &scheduler, const QUrl &url, const QByteArray &body,
                const WebhookSettings &settings, QObject *owner);

    void cancel();

Q_SIGNALS:
    void finished(const Viral::WebhookOutcome &outcome);

private:
    void take(const HttpOutcome &outcome);

    Scheduler &m_scheduler;
    QUrl m_url;
    Call *m_call;
};

} // namespace Viral
