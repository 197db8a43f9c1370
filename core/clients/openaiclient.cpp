// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaiclient.h"

#include "core/base/log.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// For servers that leave the line open after the last event.
constexpr Milliseconds graceAfterTheEnd{2'000};

} // namespace

bool holdsJson(const QByteArray &text)
{
    const qsizetype object = text.indexOf('{');
    const qsizetype array = text.indexOf('[');
    const qsizetype open = object < 0 || (array >= 0 && array < object) ? array : object;
    const qsizetype close = std::max(text.lastIndexOf('}'), text.lastIndexOf(']'));
    if (open < 0 || close < open)
        return false;
    return JsonDocument::parse(text.mid(open, close - open + 1)).has_value();
}

OpenAiCall::OpenAiCall(const OpenAiServices &services, OpenAiSettings settings, Prompt prompt, IsReadable isReadable,
                       QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_settings(std::move(settings))
    , m_prompt(std::move(prompt))
    , m_isReadable(isReadable ? std::move(isReadable) : holdsJson)
    , m_isChat(m_settings.mode == ApiMode::Chat ||
               (m_settings.mode == ApiMode::Auto && services.memory.prefersChat(m_settings.base)))
{
    ask();
}

void OpenAiCall::cancel()
{
    if (m_isFinished)
        return;
    if (Call *call = std::exchange(m_call, nullptr)) {
        call->disconnect(this);
        call->cancel();
    }
    finish(OpenAiOutcome::Kind::Failed, {}, {.fault = OpenAiFault::Cancelled, .message = u"Cancelled"_s});
}

void OpenAiCall::ask()
{
    m_refused = m_services.memory.refused(m_settings.base, m_settings.model);
    m_shape = shapeFor(m_settings, m_isChat, m_refused, m_outputLimit);
    m_watch = {};
    const HttpRequest request = openAiRequest(m_settings, m_shape, openAiBody(m_shape, m_prompt));
    m_call = m_services.transport.send(request, this);
    connect(m_call, &Call::received, this, &OpenAiCall::take);
    connect(m_call, &Call::retrying, this, &OpenAiCall::noteRetry);
    connect(m_call, &Call::finished, this, &OpenAiCall::attemptEnded);
}

void OpenAiCall::take(const QByteArray &piece)
{
    m_watch.feed(piece);
    if (m_watch.isComplete()) {
        m_call->expectEnd(graceAfterTheEnd);
        return;
    }
    if (!m_watch.isRunaway())
        return;
    Call *call = std::exchange(m_call, nullptr);
    call->disconnect(this);
    call->cancel();
    // What was written so far is paid for, but its usage would only have come with the end.
    m_paid.append({.model = m_settings.model, .endReason = u"blank"_s});
    judgeUnreadable({.kind = OpenAiReply::Kind::Truncated});
}

void OpenAiCall::noteRetry(const HttpOutcome &failed, Milliseconds pause)
{
    m_watch = {};
    const OpenAiReply reply = readReply(failed, m_services.scheduler.wallTime());
    notePaid(reply, failed);
    Q_EMIT waiting(reply.failure, pause);
}

void OpenAiCall::attemptEnded(const HttpOutcome &outcome)
{
    m_call = nullptr;
    const OpenAiReply reply = readReply(outcome, m_services.scheduler.wallTime());
    notePaid(reply, outcome);
    switch (reply.kind) {
    case OpenAiReply::Kind::Answer:
        judgeAnswer(reply);
        break;
    case OpenAiReply::Kind::Truncated:
    case OpenAiReply::Kind::Empty:
        judgeTruncation(reply);
        break;
    case OpenAiReply::Kind::Refusal:
        finish(OpenAiOutcome::Kind::Refused, reply.text);
        break;
    case OpenAiReply::Kind::ContentFilter:
        finish(OpenAiOutcome::Kind::ContentFiltered, reply.text);
        break;
    case OpenAiReply::Kind::Failed:
        judgeFailure(reply);
        break;
    }
}

void OpenAiCall::notePaid(const OpenAiReply &reply, const HttpOutcome &outcome)
{
    // A failure without usage was not charged; an answer was, even where nothing is reported.
    if (reply.kind == OpenAiReply::Kind::Failed && reply.usage.isEmpty())
        return;
    m_paid.append({.text = reply.text,
                   .usage = reply.usage,
                   .model = reply.model,
                   .responseId = reply.responseId,
                   .endReason = reply.endReason,
                   .responseTime = outcome->elapsed});
}

void OpenAiCall::judgeAnswer(const OpenAiReply &reply)
{
    if (m_isReadable(reply.text))
        finish(OpenAiOutcome::Kind::Answered, reply.text);
    else if (wasCutSilently(reply))
        judgeTruncation(reply);
    else
        judgeUnreadable(reply);
}

bool OpenAiCall::wasCutSilently(const OpenAiReply &reply) const
{
    // Some services call an answer complete that fills the whole limit.
    const qint64 written = outputTokens(reply.usage).value_or(0);
    return m_shape.outputLimit > 0 && written * 100 >= qint64{m_shape.outputLimit} * 98;
}

void OpenAiCall::judgeTruncation(const OpenAiReply &reply)
{
    const auto larger = largerOutputLimit(m_settings.model, m_shape.outputLimit);
    if (m_outputLimit || !larger || m_shape.outputLimit == 0) {
        finish(OpenAiOutcome::Kind::Truncated, reply.text);
        return;
    }
    m_outputLimit = larger;
    askAgain();
}

void OpenAiCall::judgeUnreadable(const OpenAiReply &reply)
{
    if (std::exchange(m_askedOnceMore, true)) {
        const bool isPart = reply.kind == OpenAiReply::Kind::Truncated;
        finish(isPart ? OpenAiOutcome::Kind::Truncated : OpenAiOutcome::Kind::Unreadable, reply.text);
        return;
    }
    askAgain();
}

void OpenAiCall::askAgain()
{
    const Result<void> allowed = m_services.mayAskAgain ? m_services.mayAskAgain() : Result<void>();
    if (allowed)
        ask();
    else
        finish(OpenAiOutcome::Kind::Withheld, {}, {.message = allowed.error().message});
}

void OpenAiCall::judgeFailure(const OpenAiReply &reply)
{
    const OpenAiFailure &failure = reply.failure;
    if (fallBackToChat(failure) || leaveOut(failure))
        ask();
    else
        finish(OpenAiOutcome::Kind::Failed, {}, failure);
}

bool OpenAiCall::fallBackToChat(const OpenAiFailure &failure)
{
    if (failure.fault != OpenAiFault::EndpointMissing || m_settings.mode != ApiMode::Auto || m_isChat)
        return false;
    m_isChat = true;
    return true;
}

bool OpenAiCall::leaveOut(const OpenAiFailure &failure)
{
    if (failure.fault != OpenAiFault::ParameterRefused)
        return false;
    const auto field = fieldOfParameter(failure.parameter, m_refused);
    if (!field || m_refused.contains(*field))
        return false;
    qCInfo(networkLog) << m_settings.base.url.host() << "does not take" << failure.parameter;
    m_services.memory.refuse(m_settings.base, m_settings.model, *field);
    return true;
}

void OpenAiCall::finish(OpenAiOutcome::Kind kind, const QByteArray &text, const OpenAiFailure &failure)
{
    m_isFinished = true;
    const bool isSpoken = kind != OpenAiOutcome::Kind::Failed;
    if (isSpoken && m_isChat && m_settings.mode == ApiMode::Auto)
        m_services.memory.preferChat(m_settings.base);
    deleteLater();
    Q_EMIT finished({.kind = kind, .text = text, .failure = failure, .paid = m_paid});
}

} // namespace Viral
