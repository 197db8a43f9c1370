// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/keepingtransport.h"

namespace Viral {

namespace {

class KeepingCall final : public Call
{
public:
    KeepingCall(QObject *owner, Transport &inner, Scheduler &scheduler,
                std::shared_ptr<const KeepingTransport::Hooks> hooks, const HttpRequest &request)
        : Call(owner)
        , m_scheduler(scheduler)
        , m_hooks(std::move(hooks))
        , m_call(inner.send(request, this))
    {
        connect(m_call, &Call::received, this, &KeepingCall::pass);
        connect(m_call, &Call::finished, this, &KeepingCall::take);
    }

    void cancel() override
    {
        if (Call *call = std::exchange(m_call, nullptr)) {
            call->disconnect(this);
            call->cancel();
            finish(tl::unexpected(HttpError{HttpFault::Cancelled, QStringLiteral("Cancelled")}));
        }
    }

    void expectEnd(Milliseconds grace) override
    {
        if (m_call)
            m_call->expectEnd(grace);
    }

private:
    void pass(const QByteArray &piece)
    {
        if (!std::exchange(m_flows, true))
            m_hooks->flows();
        Q_EMIT received(piece);
    }

    void take(const HttpOutcome &outcome)
    {
        m_call = nullptr;
        const OpenAiReply reply = readReply(outcome, m_scheduler.wallTime());
        // A failure without usage was not charged; an answer was, even where nothing is reported.
        if (reply.kind != OpenAiReply::Kind::Failed || !reply.usage.isEmpty())
            m_hooks->paid(reply, outcome->elapsed);
        finish(outcome);
    }

    Scheduler &m_scheduler;
    std::shared_ptr<const KeepingTransport::Hooks> m_hooks;
    Call *m_call;
    bool m_flows = false;
};

} // namespace

KeepingTransport::KeepingTransport(Transport &inner, Scheduler &scheduler, Hooks hooks)
    : m_inner(inner)
    , m_scheduler(scheduler)
    , m_hooks(std::make_shared<const Hooks>(std::move(hooks)))
{}

Call *KeepingTransport::send(const HttpRequest &request, QObject *owner)
{
    m_hooks->sent();
    return new KeepingCall(owner, m_inner, m_scheduler, m_hooks, request);
}

} // namespace Viral
