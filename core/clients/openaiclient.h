// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaireply.h"
#include "core/clients/openairequest.h"
#include "core/clients/openaistream.h"
#include "core/net/scheduler.h"
#include "core/net/transport.h"

#include <functional>

namespace Viral {

/// One answer that was paid for, usable or not.
struct PaidAttempt
{
    QByteArray text = {};
    /// Verbatim JSON; empty when the service reported none.
    QByteArray usage = {};
    QString model = {};
    QString responseId = {};
    QString endReason = {};
    /// From sending to the last byte.
    Milliseconds responseTime{0};

    bool operator==(const PaidAttempt &) const = default;
};

/// What came of one prompt.
struct OpenAiOutcome
{
    enum class Kind
    {
        Answered,        ///< text is readable
        Refused,         ///< the model does not want to; text says why
        ContentFiltered, ///< the service cut the answer for its content
        Truncated,       ///< also with a larger limit the answer was cut: two smaller chunks may do
        Unreadable,      ///< asked twice, and neither answer could be read
        Withheld,        ///< was not to be asked once more; failure says why
        Failed,          ///< see failure
    };

    Kind kind = Kind::Failed;
    QByteArray text = {};
    OpenAiFailure failure = {};
    /// Every attempt that cost something, in order; the last one is the answer where there is one.
    QList<PaidAttempt> paid = {};

    bool operator==(const OpenAiOutcome &) const = default;
};

/// Whether an answer's text holds what was asked for.
using IsReadable = std::function<bool(const QByteArray &text)>;
/// A JSON value, in a code fence or bare.
bool holdsJson(const QByteArray &text);

/// What clients of one service share.
struct OpenAiServices
{
    /// Asks again by itself, with judgeReply.
    Transport &transport;
    Scheduler &scheduler;
    OpenAiMemory &memory;
    /// Asked before a prompt whose answer was paid for in vain is sent once more; always where there is none.
    std::function<Result<void>()> mayAskAgain = {};
};

/// One prompt on its way to one outcome. On the way it adapts: falls back to Chat Completions where a server knows no
/// Responses, leaves out fields that are refused (each once, remembered), asks once more for an unreadable answer, and
/// once with a larger limit for a cut one. Reports exactly once and then deletes itself; never from inside ask().
class OpenAiCall final : public QObject
{
    Q_OBJECT

public:
    OpenAiCall(const OpenAiServices &services, OpenAiSettings settings, Prompt prompt, IsReadable isReadable,
               QObject *owner);

    /// Ends it at once and reports Failed with Cancelled and what was paid so far.
    void cancel();

Q_SIGNALS:
    /// The service cannot answer now; asked again after \a pause.
    void waiting(const Viral::OpenAiFailure &why, Viral::Milliseconds pause);
    void finished(const Viral::OpenAiOutcome &outcome);

private:
    void ask();
    void askAgain();
    void take(const QByteArray &piece);
    void noteRetry(const HttpOutcome &failed, Milliseconds pause);
    void attemptEnded(const HttpOutcome &outcome);
    void notePaid(const OpenAiReply &reply, const HttpOutcome &outcome);
    void judgeAnswer(const OpenAiReply &reply);
    void judgeTruncation(const OpenAiReply &reply);
    void judgeUnreadable(const OpenAiReply &reply);
    void judgeFailure(const OpenAiReply &reply);
    bool fallBackToChat(const OpenAiFailure &failure);
    bool leaveOut(const OpenAiFailure &failure);
    bool wasCutSilently(const OpenAiReply &reply) const;
    void finish(OpenAiOutcome::Kind kind, const QByteArray &text = {}, const OpenAiFailure &failure = {});

    OpenAiServices m_services;
    OpenAiSettings m_settings;
    Prompt m_prompt;
    IsReadable m_isReadable;
    RequestShape m_shape;
    Call *m_call = nullptr;
    StreamWatch m_watch;
    std::optional<int> m_outputLimit;
    /// What the request on its way leaves out.
    OpenAiFields m_refused;
    QList<PaidAttempt> m_paid;
    bool m_isChat = false;
    bool m_askedOnceMore = false;
    bool m_isFinished = false;
};

} // namespace Viral
