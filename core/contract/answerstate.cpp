// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/answerstate.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/contract/eventscodec.h"
#include "core/contract/serviceresultcodec.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Of a text that someone else wrote, as much as fits a message.
constexpr qsizetype longestQuotation = 300;

QString textMember(const JsonValue &value, QStringView name)
{
    const auto member = value.member(name);
    return member ? member->asString().value_or(QString()) : QString();
}

QString quotation(const QString &text)
{
    const QString whole = redacted(simplified(text));
    const QStringView start = leftCodePoints(whole, longestQuotation);
    return start.size() == whole.size() ? whole : start.toString() + u'…';
}

QString failedText(const QString &error)
{
    return error.isEmpty() ? u"This is the answer to a job that failed; it holds no moments."_s
                           : u"This is the answer to a job that failed: %1"_s.arg(quotation(error));
}

/// RunPod's words for the state of a job; other services write theirs in small letters.
bool isRunPodWord(const QString &word)
{
    static constexpr std::array words{"IN_QUEUE"_L1, "IN_PROGRESS"_L1, "RUNNING"_L1,  "COMPLETED"_L1,
                                      "FAILED"_L1,   "CANCELLED"_L1,   "TIMED_OUT"_L1};
    return std::find(words.begin(), words.end(), word) != words.end();
}

QString envelopeText(const QString &word, const JsonValue &root)
{
    if (word == "FAILED"_L1)
        return failedText(textMember(root, u"error"));
    if (word == "CANCELLED"_L1)
        return u"This is RunPod's answer to a job that was cancelled; it holds no moments."_s;
    if (word == "TIMED_OUT"_L1)
        return u"This is RunPod's answer to a job whose time ran out; it holds no moments."_s;
    if (word == "COMPLETED"_L1) {
        return u"RunPod says that the job is done, but there are no moments in its answer. Most often the result was "
               "too large for RunPod, or another program runs on the endpoint."_s;
    }
    return u"The job was not done yet when RunPod gave this answer (%1); ask for it again."_s.arg(word);
}

} // namespace

std::optional<QString> reasonForNoResult(const JsonValue &root)
{
    if (!root.isObject() || looksLikeServiceResult(root))
        return std::nullopt;
    if (const auto failed = readFailurePayload(root))
        return failedText(failed->error);
    const QString word = textMember(root, u"status");
    if (textMember(root, u"id").isEmpty() || !isRunPodWord(word))
        return std::nullopt;
    const auto output = root.member(u"output");
    const auto failed = output ? readFailurePayload(*output) : std::nullopt;
    return failed ? failedText(failed->error) : envelopeText(word, root);
}

} // namespace Viral
