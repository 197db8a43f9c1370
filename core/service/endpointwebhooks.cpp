// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointwebhooks.h"

#include "core/base/log.h"
#include "core/clients/webhook.h"

#include <array>

using namespace std::chrono_literals;

namespace Viral {

namespace {

/// Before the second and the third try, as observed of RunPod.
constexpr std::array<Milliseconds, 2> pauses{5s, 15s};

} // namespace

EndpointWebhooks::EndpointWebhooks(Transport &transport, Scheduler &scheduler, QObject *owner)
    : QObject(owner)
    , m_transport(transport)
    , m_scheduler(scheduler)
{}

void EndpointWebhooks::stopTrying()
{
    m_triesNoMore = true;
    m_waiting.clear();
}

void EndpointWebhooks::send(const QUrl &url, const QByteArray &body, std::size_t triesBefore)
{
    ++m_onTheirWay;
    // RunPod signs nothing, so there is no secret here.
    auto *call = new WebhookCall(m_transport, m_scheduler, url, body, {}, this);
    connect(call, &WebhookCall::finished, this, [this, url, body, triesBefore](const WebhookOutcome &outcome) {
        --m_onTheirWay;
        if (!outcome.isDelivered() && triesBefore < pauses.size() && !m_triesNoMore) {
            const quint64 number = m_nextNumber++;
            m_waiting.insert(number, m_scheduler.after(pauses.at(triesBefore), [=, this] {
                const auto action = m_waiting.take(number);
                send(url, body, triesBefore + 1);
            }));
            return;
        }
        if (!outcome.isDelivered())
            qCWarning(serviceLog).noquote() << "A webhook was not delivered." << redacted(outcome.error.text());
        if (isIdle())
            Q_EMIT idle();
    });
}

} // namespace Viral
