// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openaistream.h"

#include "core/clients/jsonmembers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using Kind = OpenAiReply::Kind;

constexpr QByteArrayView endOfChat = "[DONE]";
constexpr std::array<QByteArrayView, 3> terminalEvents{"response.completed", "response.incomplete", "response.failed"};

bool isTerminal(QByteArrayView type)
{
    return std::find(terminalEvents.begin(), terminalEvents.end(), type) != terminalEvents.end();
}

/// The type of an event: its name, else the member "type" of its data, which servers write first. Read from the bytes,
/// since most events are passed over.
QByteArray typeOf(const SseEvent &event)
{
    if (!event.name.isEmpty())
        return event.name;
    constexpr QByteArrayView mark = "\"type\":\"";
    const qsizetype at = event.data.left(200).indexOf(mark);
    if (at < 0)
        return {};
    const qsizetype start = at + mark.size();
    return event.data.mid(start, event.data.indexOf('"', start) - start);
}

/// Puts a chat answer together from its pieces, and a Responses answer where its last event repeats none of it.
class StreamedReply
{
public:
    void take(const SseEvent &event)
    {
        if (m_isOver)
            return;
        if (event.data == endOfChat) {
            m_isOver = true;
            return;
        }
        const QByteArray type = typeOf(event);
        if (isTerminal(type))
            takeTerminal(event);
        else if (type == "error")
            takeError(event);
        else if (type == "response.output_text.delta")
            m_deltas.append(event.data);
        else if (type.isEmpty() || type.startsWith("chat.") || type == "message")
            takeChatPiece(event);
    }

    OpenAiReply finished()
    {
        if (m_terminal)
            return *m_terminal;
        const bool hasEnded = m_isChat && (m_isOver || !m_chat.endReason.isEmpty());
        if (!hasEnded) {
            return {.usage = m_chat.usage,
                    .model = m_chat.model,
                    .failure = {.fault = OpenAiFault::LineFault,
                                .message = u"The stream ended before the answer was complete"_s,
                                .status = 200}};
        }
        m_chat.text = (m_refusal.isEmpty() ? m_text : m_refusal).toUtf8();
        m_chat.kind = kindOfChat(m_chat.endReason, m_chat.text, m_refusal.isEmpty());
        return m_chat;
    }

private:
    void takeTerminal(const SseEvent &event)
    {
        const auto document = parseForgiving(event.data);
        const auto response = document ? document->root().member(u"response") : std::nullopt;
        if (!response)
            return;
        m_terminal = readResponsesObject(*response);
        if (m_terminal->kind == Kind::Empty) {
            m_terminal->text = joinedDeltas();
            m_terminal->kind = m_terminal->text.trimmed().isEmpty() ? Kind::Empty : Kind::Answer;
        }
        m_isOver = true;
    }

    void takeError(const SseEvent &event)
    {
        const auto document = parseForgiving(event.data);
        const auto text = document ? readErrorText(document->root()) : std::nullopt;
        m_terminal = OpenAiReply{.failure = classify(200, text.value_or(OpenAiErrorText{}))};
        m_isOver = true;
    }

    void takeChatPiece(const SseEvent &event)
    {
        const auto document = parseForgiving(event.data);
        if (!document)
            return;
        const JsonValue root = document->root();
        if (!root.member(u"choices")) {
            if (readErrorText(root))
                takeError(event);
            return;
        }
        m_isChat = true;
        takeHead(root);
        root.member(u"choices")->forEachElement([this](std::size_t index, const JsonValue &choice) {
            if (index == 0)
                takeChoice(choice);
        });
    }

    void takeHead(const JsonValue &root)
    {
        if (m_chat.responseId.isEmpty())
            m_chat.responseId = textMember(root, u"id");
        if (const QString model = textMember(root, u"model"); !model.isEmpty())
            m_chat.model = model;
        if (const auto usage = root.member(u"usage"); usage && usage->isObject())
            m_chat.usage = usage->rawText();
    }

    void takeChoice(const JsonValue &choice)
    {
        if (const auto delta = choice.member(u"delta")) {
            m_text += textMember(*delta, u"content");
            m_refusal += textMember(*delta, u"refusal");
        }
        if (const QString reason = textMember(choice, u"finish_reason"); !reason.isEmpty())
            m_chat.endReason = reason;
    }

    QByteArray joinedDeltas() const
    {
        QString text;
        for (const QByteArray &data : m_deltas) {
            if (const auto document = parseForgiving(data))
                text += textMember(document->root(), u"delta");
        }
        return text.toUtf8();
    }

    std::optional<OpenAiReply> m_terminal;
    OpenAiReply m_chat;
    QString m_text;
    QString m_refusal;
    QList<QByteArray> m_deltas;
    bool m_isChat = false;
    bool m_isOver = false;
};

} // namespace

bool looksLikeStream(const QByteArray &body)
{
    const QByteArray start = body.left(256).trimmed();
    for (const QByteArrayView mark : {"data:", "event:", "id:", "retry:", ":",
                                      "\xEF\xBB\xBF"
                                      "data:",
                                      "\xEF\xBB\xBF"
                                      "event:"}) {
        if (start.startsWith(mark))
            return true;
    }
    return false;
}

OpenAiReply readStreamBody(const QByteArray &body)
{
    SseReader reader;
    StreamedReply reply;
    for (const SseEvent &event : reader.feed(body))
        reply.take(event);
    for (const SseEvent &event : reader.finish())
        reply.take(event);
    return reply.finished();
}

void StreamWatch::feed(const QByteArray &piece)
{
    for (const SseEvent &event : m_reader.feed(piece))
        look(event);
}

void StreamWatch::look(const SseEvent &event)
{
    if (event.data == endOfChat || isTerminal(typeOf(event))) {
        m_isComplete = true;
        return;
    }
    for (const QByteArrayView mark : {"\"delta\":\"", "\"content\":\""}) {
        const qsizetype at = event.data.indexOf(mark);
        if (at >= 0)
            countBlank(QByteArrayView(event.data).sliced(at + mark.size()));
    }
}

void StreamWatch::countBlank(QByteArrayView jsonText)
{
    for (qsizetype i = 0; i < jsonText.size() && jsonText[i] != '"'; ++i) {
        const bool isEscape = jsonText[i] == '\\' && i + 1 < jsonText.size();
        const char c = isEscape ? jsonText[++i] : jsonText[i];
        const bool isBlank = isEscape ? (c == 'n' || c == 't' || c == 'r') : c == ' ';
        m_blank = isBlank ? m_blank + 1 : 0;
        m_longestBlank = std::max(m_longestBlank, m_blank);
    }
}

} // namespace Viral
