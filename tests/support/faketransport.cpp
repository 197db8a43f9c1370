// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketransport.h"

using namespace Viral;

namespace ViralTest {

FakeCall::FakeCall(QObject *owner, FakeTransport &transport)
    : Call(owner)
    , m_transport(&transport)
{
    ++transport.m_inFlight;
    transport.m_peak = std::max(transport.m_peak, transport.m_inFlight);
}

FakeCall::~FakeCall()
{
    if (m_transport)
        ++m_transport->m_aborted;
    leave();
}

void FakeCall::leave()
{
    m_answer.reset();
    if (m_transport)
        --m_transport->m_inFlight;
    m_transport = nullptr;
}

void FakeCall::cancel()
{
    if (isFinished())
        return;
    ++m_transport->m_aborted;
    leave();
    finish(tl::unexpected(HttpError{HttpFault::Cancelled, QStringLiteral("Cancelled")}));
}

void FakeCall::end(const HttpOutcome &outcome)
{
    leave();
    finish(outcome);
}

Call *FakeTransport::send(const HttpRequest &request, QObject *owner)
{
    auto *call = new FakeCall(owner, *this);
    const int number = requestCount();
    m_requests.append(request);
    m_calls.append(call);
    if (m_answer) {
        call->m_answer = m_scheduler->after(m_latency, [this, call, number] {
            const HttpOutcome outcome = m_answer(number, m_requests.at(number));
            const QPointer<FakeCall> alive(call);
            if (outcome && outcome->isSuccess())
                call->deliver(outcome->body);
            if (alive && !alive->isFinished())
                alive->end(outcome);
        });
    }
    return call;
}

void FakeTransport::answerWith(Scheduler &scheduler, Milliseconds latency, Answer answer)
{
    m_scheduler = &scheduler;
    m_latency = latency;
    m_answer = std::move(answer);
}

void FakeTransport::answerWith(Scheduler &scheduler, Milliseconds latency, QList<HttpOutcome> outcomes)
{
    answerWith(scheduler, latency, [outcomes = std::move(outcomes)](int number, const HttpRequest &) {
        return outcomes.at(std::min<qsizetype>(number, outcomes.size() - 1));
    });
}

HttpOutcome answered(int status, const QByteArray &body, const HttpHeaders &headers)
{
    return HttpResponse{.status = status, .headers = headers, .body = body};
}

HttpOutcome faulted(HttpFault fault, bool reusedConnection)
{
    return tl::unexpected(HttpError{fault, QStringLiteral("fault"), reusedConnection});
}

} // namespace ViralTest
