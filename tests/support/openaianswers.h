// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/jsonwriter.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace ViralTest {

/// Bytes as the service sends them, for tests and benchmarks.
namespace OpenAi {

inline QByteArray quoted(const QByteArray &text)
{
    Viral::JsonWriter writer;
    return writer.value(QStringView(QString::fromUtf8(text))).take();
}

inline const QByteArray usage =
    QByteArrayLiteral(R"({"input_tokens":1200,"input_tokens_details":{"cached_tokens":1024,"cache_write_tokens":0},)"
                      R"("output_tokens":90,"output_tokens_details":{"reasoning_tokens":30},"total_tokens":1290})");

/// A Responses object; \a output is a list of items as JSON.
inline QByteArray response(const QByteArray &output, const QByteArray &status = "completed",
                           const QByteArray &details = "null", const QByteArray &error = "null")
{
    return R"({"id":"resp_1","object":"response","created_at":1,"status":")" + status + R"(","error":)" + error +
           R"(,"incomplete_details":)" + details + R"(,"model":"gpt-4o-mini-2024-07-18","output":[)" + output +
           R"(],"usage":)" + usage + "}";
}

inline QByteArray message(const QByteArray &text)
{
    return R"({"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[{"type":"output_text",)"
           R"("text":)" +
           quoted(text) + R"(,"annotations":[]}]})";
}

inline QByteArray refusal(const QByteArray &text)
{
    return R"({"type":"message","role":"assistant","content":[{"type":"refusal","refusal":)" + quoted(text) + "}]}";
}

inline QByteArray answer(const QByteArray &text)
{
    return response(R"({"type":"reasoning","id":"rs_1","summary":[]},)" + message(text));
}

inline QByteArray truncated(const QByteArray &text, const QByteArray &reason = "max_output_tokens")
{
    return response(message(text), "incomplete", R"({"reason":")" + reason + R"("})");
}

inline QByteArray event(const QByteArray &type, const QByteArray &members)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
}

/// \a whole is the Responses object of the terminal event.
inline QByteArray stream(const QByteArray &text, const QByteArray &whole, const QByteArray &terminal = "completed")
{
    QByteArray bytes = event("response.created", R"("response":{"id":"resp_1","status":"in_progress"})");
    bytes += event("response.in_progress", R"("sequence_number":1)");
    for (qsizetype at = 0; at < text.size(); at += 20)
        bytes += event("response.output_text.delta", R"("delta":)" + quoted(text.mid(at, 20)));
    return bytes + event("response." + terminal, "\"response\":" + whole);
}

inline QByteArray stream(const QByteArray &text)
{
    return stream(text, answer(text));
}

inline QByteArray chatAnswer(const QByteArray &text, const QByteArray &endReason = "stop")
{
    return R"({"id":"chatcmpl-1","object":"chat.completion","model":"llama","choices":[{"index":0,"message":)"
           R"({"role":"assistant","content":)" +
           quoted(text) + R"(},"finish_reason":")" + endReason +
           R"("}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}})";
}

inline QByteArray chatStream(const QByteArray &text, const QByteArray &endReason = "stop")
{
    const auto piece = [](const QByteArray &delta, const QByteArray &reason) {
        return R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","model":"llama","choices":[{"index":0,)"
               R"("delta":)" +
               delta + R"(,"finish_reason":)" + reason + "}]}\n\n";
    };
    QByteArray bytes = piece(R"({"role":"assistant"})", "null");
    for (qsizetype at = 0; at < text.size(); at += 20)
        bytes += piece(R"({"content":)" + quoted(text.mid(at, 20)) + "}", "null");
    bytes += piece("{}", "\"" + endReason + "\"");
    bytes += R"(data: {"id":"chatcmpl-1","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5}})"
             "\n\n";
    return bytes + "data: [DONE]\n\n";
}

inline QByteArray error(const QByteArray &message, const QByteArray &type = "invalid_request_error",
                        const QByteArray &code = {}, const QByteArray &parameter = {})
{
    const auto orNull = [](const QByteArray &text) { return text.isEmpty() ? QByteArray("null") : quoted(text); };
    return R"({"error":{"message":)" + quoted(message) + R"(,"type":)" + quoted(type) + R"(,"param":)" +
           orNull(parameter) + R"(,"code":)" + orNull(code) + "}}";
}

} // namespace OpenAi

} // namespace ViralTest
