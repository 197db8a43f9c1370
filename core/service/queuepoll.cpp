// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/queuepoll.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Requests carry up to 10 MB each, and several may come at once.
constexpr qint64 largestAnswer = 256LL * 1024 * 1024;
/// Beyond the time in which an answer begins, for a long one to come over.
constexpr Milliseconds timeToFlow{60'000};

} // namespace

QueuePoll::QueuePoll(Transport &transport, Scheduler &scheduler, const WorkerSettings &settings, Reader reader,
                     QObject *owner)
    : QObject(owner)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_patience(settings.patience)
    , m_key(settings.key)
    , m_reader(reader)
{}

QueuePoll::~QueuePoll()
{
    stop();
}

void QueuePoll::ask(const QUrl &url)
{
    m_url = url;
    if (m_call || m_timer)
        return;
    const Milliseconds pause = m_notBefore - m_scheduler.now();
    if (pause <= Milliseconds{0}) {
        send();
        return;
    }
    m_timer = m_scheduler.after(pause, [this] {
        m_timer.reset();
        send();
    });
}

void QueuePoll::stop()
{
    m_timer.reset();
    delete std::exchange(m_call, nullptr);
}

void QueuePoll::send()
{
    m_sentAt = m_scheduler.now();
    m_call = m_transport.send({.method = "GET"_ba,
                               .url = m_url,
                               .headers = {{"Content-Type"_ba, "application/json"_ba}},
                               .secretHeaders = {{"Authorization"_ba, {}, m_key}},
                               .deadlines = {.connect = Milliseconds{10'000},
                                             .firstByte = m_patience.poll,
                                             .silence = m_patience.poll,
                                             .total = m_patience.poll + timeToFlow},
                               .largestBody = largestAnswer},
                              this);
    connect(m_call, &Call::finished, this, &QueuePoll::take);
}

void QueuePoll::take(const HttpOutcome &outcome)
{
    m_call = nullptr;
    const TakeAnswer answer = m_reader(outcome, m_url);
    // A line that went stale while nothing was asked says nothing about the queue.
    const bool wasStale = troubleByStatus(outcome) == Trouble::StaleLine;
    if (answer.kind == TakeAnswer::Kind::Trouble && !(wasStale && m_troubles == 0)) {
        noteTrouble(outcome, answer.message);
    } else {
        if (answer.kind == TakeAnswer::Kind::Nothing || wasStale)
            m_notBefore = m_sentAt + m_patience.idlePause;
        if (std::exchange(m_troubles, 0) > 0 && answer.kind != TakeAnswer::Kind::Refused)
            Q_EMIT recovered();
    }
    Q_EMIT answered(answer);
}

void QueuePoll::noteTrouble(const HttpOutcome &outcome, const QString &why)
{
    ++m_troubles;
    Milliseconds pause = workerPause(m_patience, m_troubles, systemChance());
    if (const auto wish = outcome ? serverWish(outcome->headers, m_scheduler.wallTime()) : std::nullopt)
        pause = std::max(pause, std::min(*wish, m_patience.longestPause));
    m_notBefore = m_scheduler.now() + pause;
    Q_EMIT troubled(why, pause);
}

} // namespace Viral
