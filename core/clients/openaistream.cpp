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
QByteArrayView typeOf(QByteArrayView name, QByteArrayView data)
{
    if (!name.isEmpty())
        return name;
    constexpr QByteArrayView mark = "\"type\":\"";
    constexpr qsizetype searched = 200;
    const qsizetype at = data.first(std::min(searched, data.size())).indexOf(mark);
    if (at < 0)
        return {};
    const QByteArrayView rest = data.sliced(at + mark.size());
    const qsizetype end = rest.indexOf('"');
    return end < 0 ? rest : rest.first(end);
}

/// Bytes that live longer than what is made of them, as the reader of JSON wants them.
QByteArray borrowed(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size());
}

/// Puts a chat answer together from its pieces, and a Responses answer where its last event repeats none of it.
class StreamedReply
{
public:
    void take(QByteArrayView name, QByteArrayView data)
    {
        if (m_isOver)
            return;
        if (data == endOfChat) {
            m_isOver = true;
            return;
        }
        const QByteArrayView type = typeOf(name, data);
        if (isTerminal(type))
            takeTerminal(borrowed(data));
        else if (type == "error")
            takeError(borrowed(data));
        else if (type == "response.output_text.delta")
            m_deltas.append(data.toByteArray());
        else if (type.isEmpty() || type.startsWith("chat.") || type == "message")
            takeChatPiece(borrowed(data));
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
    void takeTerminal(const QByteArray &data)
    {
        const auto document = parseForgiving(data);
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

    void takeError(const QByteArray &data)
    {
        const auto document = parseForgiving(data);
        const auto text = document ? readErrorText(document->root()) : std::nullopt;
        m_terminal = OpenAiReply{.failure = classify(200, text.value_or(OpenAiErrorText{}))};
        m_isOver = true;
    }

    void takeChatPiece(const QByteArray &data)
    {
        const auto document = parseForgiving(data);
        if (!document)
            return;
        const JsonValue root = document->root();
        if (!root.member(u"choices")) {
            if (readErrorText(root))
                takeError(data);
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

/// The last event of a Responses stream repeats all that came before: where it is whole, on one line and says
/// something, the rest need not be read. Nothing for every other stream.
std::optional<OpenAiReply> replyOfLastLine(const QByteArray &body)
{
    constexpr QByteArrayView mark = "data:";
    const QByteArrayView trimmed = QByteArrayView(body).trimmed();
    const QByteArrayView line = trimmed.sliced(trimmed.lastIndexOf('\n') + 1);
    if (!line.startsWith(mark) || !isTerminal(typeOf({}, line)))
        return std::nullopt;
    const QByteArrayView data = line.sliced(mark.size()).trimmed();
    const auto document = JsonDocument::parse(borrowed(data));
    const auto response = document ? document->root().member(u"response") : std::nullopt;
    if (!response)
        return std::nullopt;
    const OpenAiReply reply = readResponsesObject(*response);
    return reply.kind == Kind::Empty ? std::nullopt : std::optional(reply);
}

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
    if (const auto reply = replyOfLastLine(body))
        return *reply;
    SseReader reader;
    StreamedReply reply;
    const auto take = [&reply](QByteArrayView name, QByteArrayView data) { reply.take(name, data); };
    reader.feed(body, take);
    reader.finish(take);
    return reply.finished();
}

void StreamWatch::feed(const QByteArray &piece)
{
    m_reader.feed(piece, [this](QByteArrayView name, QByteArrayView data) { look(name, data); });
}

void StreamWatch::look(QByteArrayView name, QByteArrayView data)
{
    const QByteArrayView type = typeOf(name, data);
    if (data == endOfChat || isTerminal(type)) {
        m_isComplete = true;
        return;
    }
    // Only what becomes text of the answer; most other events are long and hold none.
    const bool isChat = type.isEmpty() || type.startsWith("chat.") || type == "message";
    if (!isChat && !type.endsWith(".delta"))
        return;
    const QByteArrayView mark = isChat ? "\"content\":\"" : "\"delta\":\"";
    const qsizetype at = data.indexOf(mark);
    if (at >= 0)
        countBlank(data.sliced(at + mark.size()));
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
