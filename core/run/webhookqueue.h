// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/webhook.h"
#include "core/contract/events.h"
#include "core/contract/request.h"
#include "core/net/retryingtransport.h"
#include "core/run/outbox.h"

#include <QObject>
#include <QSet>

namespace Viral {

/// Delivers what is in the outbox: those of a run one after the other in their order, runs side by side, each tried as
/// often as the settings say. What an earlier program left is delivered as well. Posting only writes to the outbox, so
/// a receiver that is down holds up nobody but its own webhooks.
class WebhookQueue final : public QObject
{
    Q_OBJECT

public:
    /// \a outbox, \a transport (the network itself) and \a scheduler outlive the queue.
    WebhookQueue(Outbox &outbox, Transport &transport, Scheduler &scheduler, WebhookSettings settings,
                 QObject *owner = nullptr);
    ~WebhookQueue() override;

    /// For everything that is sent from now on.
    void setSettings(const WebhookSettings &settings) { m_settings = settings; }

    /// Begins to deliver, with the next turn of the event loop. Without it posts are kept for a later start.
    void start();

    /// Each does nothing where its address is empty; one that is neither https nor on this machine is refused with
    /// gaveUp().
    void postProgress(const RunId &run, const WebhookEndpoints &endpoints, const ProgressEvent &event);
    void postCompletion(const RunId &run, const WebhookEndpoints &endpoints, const ServiceResult &result);
    /// A run that is over already: its events and its result at once.
    void postWhole(const RunId &run, const WebhookEndpoints &endpoints, const QList<ProgressEvent> &events,
                   const ServiceResult &result);
    void postFailure(const RunId &run, const WebhookEndpoints &endpoints, const FailurePayload &failure);
    /// Any other body.
    void post(const RunId &run, WebhookKind kind, const QString &url, const QByteArray &body);

    /// True when nothing is on its way and nothing waits, as far as the outbox can be read.
    bool isIdle() const;
    /// The longest that one webhook can take with all its tries.
    Milliseconds patience() const;

Q_SIGNALS:
    /// It failed and is tried again later.
    void postponed(const Viral::OutgoingWebhook &webhook, const Viral::Error &why, Viral::Milliseconds pause);
    /// It is not tried any more.
    void gaveUp(const Viral::OutgoingWebhook &webhook, const Viral::Error &why);
    /// Nothing is left.
    void idle();

private:
    OutgoingWebhook made(const RunId &run, WebhookKind kind, const QString &url, const QByteArray &body) const;
    void postAll(const QList<OutgoingWebhook> &webhooks);
    void pumpSoon();
    void pump();
    void send(const OutgoingWebhook &webhook);
    void ended(const OutgoingWebhook &webhook, const WebhookOutcome &outcome);
    int triesFor(const OutgoingWebhook &webhook) const;
    void await(const QDateTime &due);
    void noteTrouble(const Error &error);

    Outbox &m_outbox;
    Scheduler &m_scheduler;
    WebhookSettings m_settings;
    /// Repeats only what died with a stale line; all other tries are the outbox's to count.
    RetryingTransport m_transport;
    QSet<qint64> m_onTheirWay;
    /// Addresses that took nothing although everything was tried: progress goes there with one try until it works.
    QSet<QString> m_down;
    std::unique_ptr<ScheduledAction> m_timer;
    bool m_isStarted = false;
};

} // namespace Viral
