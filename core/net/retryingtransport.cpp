// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryingtransport.h"

#include "core/base/log.h"

#include <QPointer>
#include <QRandomGenerator>

namespace Viral {

namespace {

/// A little less than in running text of any script, so that a request is rather taken for larger than it is.
constexpr qint64 bytesPerToken = 4;

class RetryingCall final : public Call, private Limiter::Waiter
{
public:
    RetryingCall(QObject *owner, Transport &inner, Scheduler &scheduler, std::shared_ptr<const RetrySettings> settings,
                 HttpRequest request)
        : Call(owner)
        , m_transport(inner)
        , m_scheduler(scheduler)
        , m_settings(std::move(settings))
        , m_request(std::move(request))
    {
        begin();
    }

    ~RetryingCall() override { leaveLimiter(); }

    void cancel() override
    {
        if (isFinished())
            return;
        m_pause.reset();
        if (Call *attempt = std::exchange(m_attempt, nullptr)) {
            attempt->disconnect(this);
            attempt->cancel();
        }
        leaveLimiter();
        finish(tl::unexpected(HttpError{HttpFault::Cancelled, QStringLiteral("Cancelled")}));
    }

    void expectEnd(Milliseconds grace) override
    {
        if (m_attempt)
            m_attempt->expectEnd(grace);
    }

private:
    void begin()
    {
        if (!m_settings->limiter || m_settings->limiter->enter(*this))
            granted();
    }

    void granted() override
    {
        m_sentAt = m_scheduler.now();
        m_firstSentAt = m_firstSentAt.value_or(m_sentAt);
        m_attempt = m_transport.send(m_request, this);
        connect(m_attempt, &Call::received, this, &Call::received);
        connect(m_attempt, &Call::finished, this, &RetryingCall::attemptEnded);
    }

    void attemptEnded(const HttpOutcome &outcome)
    {
        m_attempt = nullptr;
        const Trouble trouble = m_settings->judge(outcome);
        const bool isTrouble = outcome && trouble != Trouble::None;
        const auto wish = isTrouble ? serverWish(outcome->headers, m_scheduler.wallTime()) : std::nullopt;
        tellLimiter(outcome, trouble, wish);

        m_state.elapsed = m_scheduler.now() - *m_firstSentAt;
        const RetryDecision decision = decideRetry(m_settings->rules, m_state, trouble, wish, m_settings->chance());
        if (!decision.again) {
            finish(outcome);
            return;
        }
        countRepeat(trouble);
        pauseThenBegin(outcome, decision.pause);
    }

    void tellLimiter(const HttpOutcome &outcome, Trouble trouble, std::optional<Milliseconds> wish)
    {
        if (!m_settings->limiter)
            return;
        // Requests of one job are alike, so the next one is taken to be as large as this one.
        const auto allowance =
            outcome ? callAllowance(outcome->headers, m_request.body.size() / bytesPerToken) : std::nullopt;
        if (allowance)
            m_settings->limiter->told(*this, *allowance);
        if (trouble == Trouble::RateLimited || trouble == Trouble::Overloaded) {
            const Milliseconds longest = m_settings->rules.longestWish;
            m_settings->limiter->pressed(m_sentAt, std::min(wish.value_or(Milliseconds{0}), longest));
        }
        leaveLimiter();
    }

    void countRepeat(Trouble trouble)
    {
        if (trouble == Trouble::StaleLine && m_state.staleRepeats < m_settings->rules.staleRepeats)
            ++m_state.staleRepeats;
        else
            ++m_state.tries;
    }

    void pauseThenBegin(const HttpOutcome &failed, Milliseconds pause)
    {
        qCDebug(networkLog) << "asking" << m_request.url.host() << "again in" << pause.count() << "ms";
        const QPointer<RetryingCall> self(this);
        Q_EMIT retrying(failed, pause);
        if (!self || isFinished())
            return;
        if (pause == Milliseconds{0})
            begin();
        else
            m_pause = m_scheduler.after(pause, [this] { begin(); });
    }

    void leaveLimiter()
    {
        if (m_settings->limiter)
            m_settings->limiter->leave(*this);
    }

    Transport &m_transport;
    Scheduler &m_scheduler;
    std::shared_ptr<const RetrySettings> m_settings;
    HttpRequest m_request;
    Milliseconds m_sentAt{0};
    std::optional<Milliseconds> m_firstSentAt;
    RetryState m_state;
    Call *m_attempt = nullptr;
    std::unique_ptr<ScheduledAction> m_pause;
};

} // namespace

double systemChance()
{
    return QRandomGenerator::global()->generateDouble();
}

RetryingTransport::RetryingTransport(Transport &inner, Scheduler &scheduler, RetrySettings settings)
    : m_inner(inner)
    , m_scheduler(scheduler)
    , m_settings(std::make_shared<const RetrySettings>(std::move(settings)))
{}

Call *RetryingTransport::send(const HttpRequest &request, QObject *owner)
{
    return new RetryingCall(owner, m_inner, m_scheduler, m_settings, request);
}

} // namespace Viral
