// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/webhookqueue.h"

#include "core/base/log.h"
#include "core/contract/eventscodec.h"
#include "core/contract/requestrules.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Runs that are served side by side.
constexpr int runsAtOnce = 8;
/// A webhook that is being sent is taken anew this long after it should have ended, should its program be gone.
constexpr Milliseconds graceForSending{5'000};
/// How soon the outbox is looked at again when it could not be read.
constexpr Milliseconds pauseAfterTrouble{10'000};

} // namespace

WebhookQueue::WebhookQueue(Outbox &outbox, Transport &transport, Scheduler &scheduler, WebhookSettings settings,
                           QObject *owner)
    : QObject(owner)
    , m_outbox(outbox)
    , m_scheduler(scheduler)
    , m_settings(std::move(settings))
    , m_transport(transport, scheduler, {.rules = {.rateLimitTries = 1, .faultTries = 1}})
{}

WebhookQueue::~WebhookQueue()
{
    // Calls on their way go before the transport they go through.
    qDeleteAll(findChildren<WebhookCall *>(Qt::FindDirectChildrenOnly));
}

void WebhookQueue::start()
{
    m_isStarted = true;
    pumpSoon();
}

void WebhookQueue::postProgress(const RunId &run, const WebhookEndpoints &endpoints, const ProgressEvent &event)
{
    if (!endpoints.progressUrl.isEmpty())
        post(run, WebhookKind::Progress, endpoints.progressUrl, writeProgressEvent(event));
}

void WebhookQueue::postCompletion(const RunId &run, const WebhookEndpoints &endpoints, const ServiceResult &result)
{
    if (!endpoints.resultUrl.isEmpty())
        post(run, WebhookKind::Result, endpoints.resultUrl, writeCompletionPayload(result));
}

void WebhookQueue::postFailure(const RunId &run, const WebhookEndpoints &endpoints, const FailurePayload &failure)
{
    if (!endpoints.resultUrl.isEmpty())
        post(run, WebhookKind::Result, endpoints.resultUrl, writeFailurePayload(failure));
}

void WebhookQueue::postWhole(const RunId &run, const WebhookEndpoints &endpoints, const QList<ProgressEvent> &events,
                             const ServiceResult &result)
{
    QList<OutgoingWebhook> webhooks;
    if (!endpoints.progressUrl.isEmpty()) {
        for (const ProgressEvent &event : events)
            webhooks.append(made(run, WebhookKind::Progress, endpoints.progressUrl, writeProgressEvent(event)));
    }
    if (!endpoints.resultUrl.isEmpty())
        webhooks.append(made(run, WebhookKind::Result, endpoints.resultUrl, writeCompletionPayload(result)));
    postAll(webhooks);
}

void WebhookQueue::post(const RunId &run, WebhookKind kind, const QString &url, const QByteArray &body)
{
    postAll({made(run, kind, url, body)});
}

OutgoingWebhook WebhookQueue::made(const RunId &run, WebhookKind kind, const QString &url, const QByteArray &body) const
{
    return {.run = run, .kind = kind, .url = url, .body = body, .nextAt = m_scheduler.wallTime()};
}

void WebhookQueue::postAll(const QList<OutgoingWebhook> &webhooks)
{
    QList<OutgoingWebhook> allowed;
    for (const OutgoingWebhook &webhook : webhooks) {
        if (isAllowedWebhook(webhook.url)) {
            allowed.append(webhook);
            continue;
        }
        const QString message = u"A webhook address must be https, or http to this machine"_s;
        Q_EMIT gaveUp(webhook, {ErrorKind::Usage, message, QUrl(webhook.url).host()});
    }
    if (allowed.isEmpty())
        return;
    if (const Result<void> posted = m_outbox.postAll(allowed); posted) {
        pumpSoon();
    } else {
        for (const OutgoingWebhook &webhook : std::as_const(allowed))
            Q_EMIT gaveUp(webhook, posted.error());
    }
}

bool WebhookQueue::isIdle() const
{
    const Result<QDateTime> due = m_outbox.nextDue();
    return m_onTheirWay.isEmpty() && (!due || !due->isValid());
}

Milliseconds WebhookQueue::patience() const
{
    return m_settings.attempts * (m_settings.longestSilence + m_settings.longestDelay) + graceForSending;
}

void WebhookQueue::pumpSoon()
{
    if (m_isStarted)
        m_timer = m_scheduler.after(Milliseconds{0}, [this] { pump(); });
}

void WebhookQueue::pump()
{
    const QDateTime now = m_scheduler.wallTime();
    const qint64 busyForMs = (m_settings.longestSilence + graceForSending).count();
    const auto due = m_outbox.take(now, now.addMSecs(busyForMs), runsAtOnce);
    if (!due) {
        noteTrouble(due.error());
        return;
    }
    for (const OutgoingWebhook &webhook : *due) {
        // One that takes longer than it should is not sent a second time beside the first.
        if (!m_onTheirWay.contains(webhook.number))
            send(webhook);
    }
    const Result<QDateTime> next = m_outbox.nextDue();
    if (!next)
        noteTrouble(next.error());
    else if (next->isValid())
        await(*next);
    else if (m_onTheirWay.isEmpty())
        Q_EMIT idle();
}

void WebhookQueue::await(const QDateTime &due)
{
    const Milliseconds pause{std::max<qint64>(1, m_scheduler.wallTime().msecsTo(due))};
    m_timer = m_scheduler.after(pause, [this] { pump(); });
}

void WebhookQueue::noteTrouble(const Error &error)
{
    qCWarning(runLog).noquote() << "the webhooks that wait cannot be read:" << error.text();
    m_timer = m_scheduler.after(pauseAfterTrouble, [this] { pump(); });
}

void WebhookQueue::send(const OutgoingWebhook &webhook)
{
    m_onTheirWay.insert(webhook.number);
    WebhookSettings settings = m_settings;
    if (webhook.kind == WebhookKind::RunPod)
        settings.secret = {};
    auto *call = new WebhookCall(m_transport, m_scheduler, QUrl(webhook.url), webhook.body, settings, this);
    connect(call, &WebhookCall::finished, this,
            [this, webhook](const WebhookOutcome &outcome) { ended(webhook, outcome); });
}

int WebhookQueue::triesFor(const OutgoingWebhook &webhook) const
{
    return webhook.kind == WebhookKind::Progress && m_down.contains(webhook.url) ? 1 : m_settings.attempts;
}

void WebhookQueue::ended(const OutgoingWebhook &webhook, const WebhookOutcome &outcome)
{
    m_onTheirWay.remove(webhook.number);
    Result<void> noted;
    RetryDecision decision;
    if (outcome.isDelivered()) {
        m_down.remove(webhook.url);
        noted = m_outbox.markDelivered(webhook.number);
    } else {
        RetryRules rules = webhookRules(m_settings);
        rules.rateLimitTries = rules.faultTries = triesFor(webhook);
        decision = decideRetry(rules, {.tries = webhook.attempts + 1}, outcome.trouble, outcome.wish, 0);
        const QString why = redacted(outcome.error.text());
        noted = decision.again
                    ? m_outbox.postpone(webhook.number, m_scheduler.wallTime().addMSecs(decision.pause.count()), why)
                    : m_outbox.giveUp(webhook.number, why);
    }
    if (!noted)
        qCWarning(runLog).noquote() << "a webhook could not be noted:" << noted.error().text();
    pumpSoon();
    if (outcome.isDelivered())
        return;
    if (decision.again) {
        Q_EMIT postponed(webhook, outcome.error, decision.pause);
    } else {
        m_down.insert(webhook.url);
        Q_EMIT gaveUp(webhook, outcome.error);
    }
}

} // namespace Viral
