// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaireply.h"

#include "core/clients/jsonmembers.h"
#include "core/clients/openaistream.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using Kind = OpenAiReply::Kind;

/// Text of the parts of a Responses message, or of the content of a chat message, which may be text or parts.
struct Spoken
{
    QString text;
    QString refusal;
};

void takePart(const JsonValue &part, Spoken &spoken)
{
    const QString type = textMember(part, u"type");
    if (type == "output_text"_L1 || type == "text"_L1)
        spoken.text += textMember(part, u"text");
    else if (type == "refusal"_L1)
        spoken.refusal += textMember(part, u"refusal");
}

void takeContent(const std::optional<JsonValue> &content, Spoken &spoken)
{
    if (!content)
        return;
    if (const auto text = content->asString())
        spoken.text += *text;
    content->forEachElement([&](std::size_t, const JsonValue &part) { takePart(part, spoken); });
}

/// Walks the output whatever else is in it; reasoning, tools and commentary are not the answer.
Spoken spokenIn(const JsonValue &response)
{
    Spoken spoken;
    if (const auto output = response.member(u"output")) {
        output->forEachElement([&](std::size_t, const JsonValue &item) {
            if (textMember(item, u"type") == "message"_L1 && textMember(item, u"phase") != "commentary"_L1)
                takeContent(item.member(u"content"), spoken);
        });
    }
    return spoken;
}

void takeUsage(const JsonValue &value, OpenAiReply &reply)
{
    const auto usage = value.member(u"usage");
    if (usage && usage->isObject())
        reply.usage = usage->rawText();
}

Kind kindOf(const Spoken &spoken)
{
    if (!spoken.refusal.isEmpty())
        return Kind::Refusal;
    return spoken.text.trimmed().isEmpty() ? Kind::Empty : Kind::Answer;
}

void takeSpoken(const Spoken &spoken, OpenAiReply &reply)
{
    reply.text = (spoken.refusal.isEmpty() ? spoken.text : spoken.refusal).toUtf8();
}

void takeChoice(const JsonValue &choice, OpenAiReply &reply, Spoken &spoken)
{
    reply.endReason = textMember(choice, u"finish_reason");
    if (const auto message = choice.member(u"message")) {
        takeContent(message->member(u"content"), spoken);
        spoken.refusal += textMember(*message, u"refusal");
    }
}

OpenAiReply failedReply(OpenAiReply reply, const OpenAiErrorText &error)
{
    reply.kind = Kind::Failed;
    reply.failure = classify(200, error);
    return reply;
}

OpenAiReply brokenReply(const QString &message)
{
    return {.failure = {.fault = OpenAiFault::LineFault, .message = message, .status = 200}};
}

OpenAiReply readJsonBody(const QByteArray &body)
{
    const auto document = parseForgiving(body);
    if (!document)
        return brokenReply(u"What came is not an answer of such a service"_s);
    return readReplyObject(document->root());
}

} // namespace

OpenAiReply readResponsesObject(const JsonValue &response)
{
    OpenAiReply reply{.model = textMember(response, u"model"), .responseId = textMember(response, u"id")};
    takeUsage(response, reply);
    reply.endReason = textMember(response, u"status");
    if (const auto error = readErrorText(response))
        return failedReply(reply, *error);
    if (reply.endReason == "failed"_L1 || reply.endReason == "cancelled"_L1)
        return failedReply(reply, {});

    const Spoken spoken = spokenIn(response);
    takeSpoken(spoken, reply);
    if (reply.endReason == "incomplete"_L1) {
        const auto details = response.member(u"incomplete_details");
        const QString reason = details ? textMember(*details, u"reason") : QString();
        reply.endReason = reason.isEmpty() ? reply.endReason : reason;
        reply.kind = reason == "content_filter"_L1 ? Kind::ContentFilter : Kind::Truncated;
        return reply;
    }
    reply.kind = kindOf(spoken);
    return reply;
}

OpenAiReply readChatObject(const JsonValue &completion)
{
    OpenAiReply reply{.model = textMember(completion, u"model"), .responseId = textMember(completion, u"id")};
    takeUsage(completion, reply);
    if (const auto error = readErrorText(completion))
        return failedReply(reply, *error);

    Spoken spoken;
    if (const auto choices = completion.member(u"choices")) {
        choices->forEachElement([&](std::size_t index, const JsonValue &choice) {
            if (index == 0)
                takeChoice(choice, reply, spoken);
        });
    }
    takeSpoken(spoken, reply);
    reply.kind = kindOfChat(reply.endReason, reply.text, spoken.refusal.isEmpty());
    return reply;
}

OpenAiReply::Kind kindOfChat(const QString &endReason, const QByteArray &text, bool isAnswer)
{
    if (endReason == "length"_L1)
        return Kind::Truncated;
    if (endReason == "content_filter"_L1)
        return Kind::ContentFilter;
    if (!isAnswer)
        return Kind::Refusal;
    return text.trimmed().isEmpty() ? Kind::Empty : Kind::Answer;
}

OpenAiReply readReplyObject(const JsonValue &value)
{
    if (value.member(u"choices"))
        return readChatObject(value);
    if (value.member(u"output"))
        return readResponsesObject(value);
    if (const auto error = readErrorText(value))
        return failedReply({}, *error);
    return brokenReply(u"What came is not an answer of such a service"_s);
}

OpenAiReply readReply(const HttpOutcome &outcome, const QDateTime &now)
{
    if (!outcome)
        return {.failure = readFailure(outcome.error())};
    if (!outcome->isSuccess())
        return {.failure = readFailure(*outcome, now)};
    OpenAiReply reply = looksLikeStream(outcome->body) ? readStreamBody(outcome->body) : readJsonBody(outcome->body);
    if (reply.kind == Kind::Failed)
        reply.failure.requestId = QString::fromUtf8(headerValue(outcome->headers, "x-request-id"));
    return reply;
}

Trouble judgeReply(const HttpOutcome &outcome)
{
    const Trouble byStatus = troubleByStatus(outcome);
    if (!outcome)
        return byStatus;
    const OpenAiReply reply = readReply(outcome, QDateTime());
    if (reply.kind != OpenAiReply::Kind::Failed)
        return Trouble::None;
    const Trouble trouble = troubleOf(reply.failure.fault);
    const bool serverForbids = byStatus == Trouble::Final && !outcome->isSuccess();
    return serverForbids ? Trouble::Final : trouble;
}

std::optional<qint64> outputTokens(const QByteArray &usage)
{
    const auto document = JsonDocument::parse(usage);
    if (!document)
        return std::nullopt;
    for (const QStringView name : {u"output_tokens", u"completion_tokens"}) {
        if (const auto tokens = document->root().member(name))
            return tokens->asInteger();
    }
    return std::nullopt;
}

} // namespace Viral
