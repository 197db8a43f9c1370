// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/scheduler.h"
#include "core/net/transport.h"

#include <QPointer>

namespace ViralTest {

class FakeTransport;

/// A request that the test answers, by hand or by FakeTransport::answerWith().
class FakeCall final : public Viral::Call
{
public:
    FakeCall(QObject *owner, FakeTransport &transport);
    ~FakeCall() override;

    void cancel() override;
    void expectEnd(Viral::Milliseconds) override { m_endExpected = true; }

    void deliver(const QByteArray &piece) { Q_EMIT received(piece); }
    void end(const Viral::HttpOutcome &outcome);
    bool endExpected() const { return m_endExpected; }

private:
    friend class FakeTransport;
    void leave();

    FakeTransport *m_transport;
    std::unique_ptr<Viral::ScheduledAction> m_answer;
    bool m_endExpected = false;
};

/// A transport without a network. It must outlive its calls.
class FakeTransport final : public Viral::Transport
{
public:
    using Answer = std::function<Viral::HttpOutcome(int number, const Viral::HttpRequest &request)>;

    Viral::Call *send(const Viral::HttpRequest &request, QObject *owner) override;

    /// From now on every request is answered after \a latency; a 2xx body is delivered in one piece first.
    void answerWith(Viral::Scheduler &scheduler, Viral::Milliseconds latency, Answer answer);
    /// Answers the requests with these in their order; the last one is repeated.
    void answerWith(Viral::Scheduler &scheduler, Viral::Milliseconds latency, QList<Viral::HttpOutcome> outcomes);

    const QList<Viral::HttpRequest> &requests() const { return m_requests; }
    int requestCount() const { return static_cast<int>(m_requests.size()); }
    /// The call of the n-th request; null when it is gone.
    FakeCall *call(int number) const { return m_calls.at(number); }
    FakeCall *lastCall() const { return m_calls.constLast(); }
    int inFlight() const { return m_inFlight; }
    int peakInFlight() const { return m_peak; }
    /// Requests that ended by cancel() or by destruction.
    int aborted() const { return m_aborted; }

private:
    friend class FakeCall;

    QList<Viral::HttpRequest> m_requests;
    QList<QPointer<FakeCall>> m_calls;
    Viral::Scheduler *m_scheduler = nullptr;
    Viral::Milliseconds m_latency{0};
    Answer m_answer;
    int m_inFlight = 0;
    int m_peak = 0;
    int m_aborted = 0;
};

/// Shorthands for outcomes.
Viral::HttpOutcome answered(int status, const QByteArray &body = {}, const Viral::HttpHeaders &headers = {});
Viral::HttpOutcome faulted(Viral::HttpFault fault, bool reusedConnection = false);

} // namespace ViralTest
