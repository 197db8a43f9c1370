// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/openaireply.h"
#include "core/clients/ssereader.h"

namespace Viral {

/// A body of server-sent events, whatever its content type says.
bool looksLikeStream(const QByteArray &body);

/// Reads a whole stream of either interface. One that ends without its terminal event is a fault of the line.
OpenAiReply readStreamBody(const QByteArray &body);

/// Reads one JSON object: of Responses, of Chat Completions, or an error.
OpenAiReply readReplyObject(const JsonValue &value);
OpenAiReply readResponsesObject(const JsonValue &response);
OpenAiReply readChatObject(const JsonValue &completion);
OpenAiReply::Kind kindOfChat(const QString &endReason, const QByteArray &text, bool isAnswer);

/// Looks on while a stream arrives, without reading its JSON: sees its end, and sees a model that has fallen into
/// writing nothing but white space until its limit, which is paid for as well.
class StreamWatch
{
public:
    void feed(const QByteArray &piece);
    /// The terminal event has come; servers may leave the line open after it.
    bool isComplete() const { return m_isComplete; }
    /// More white space in a row than any answer has.
    bool isRunaway() const { return m_longestBlank > longestBlankAllowed; }

    static constexpr int longestBlankAllowed = 200;

private:
    void look(QByteArrayView name, QByteArrayView data);
    void countBlank(QByteArrayView jsonText);

    SseReader m_reader;
    bool m_isComplete = false;
    int m_blank = 0;
    int m_longestBlank = 0;
};

} // namespace Viral
