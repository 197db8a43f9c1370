// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/httphead.h"

namespace Viral {

/// The body of a request as it comes in pieces: of a known length, or chunked (RFC 9112, section 7.1).
class HttpBody
{
public:
    /// Larger than \a largest is refused.
    explicit HttpBody(const HttpHead &head = {}, qint64 largest = 0);

    /// Takes what belongs to the body from the start of \a bytes and returns how much that was; what is left belongs to
    /// the next request. Takes nothing once it is complete or refused.
    qsizetype take(QByteArrayView bytes);

    bool isComplete() const { return m_step == Step::Complete; }
    /// The status to refuse the request with; 0 while there is nothing wrong.
    int refusal() const { return m_refusal; }
    const QByteArray &content() const { return m_content; }
    QByteArray takeContent() { return std::exchange(m_content, {}); }

    /// Longest line of a chunk's size with its extensions, and all that may follow the last chunk.
    static constexpr qsizetype longestSizeLine = 256;
    static constexpr qsizetype longestTrailer = 4096;

private:
    enum class Step
    {
        Data,     ///< m_left bytes of content
        SizeLine, ///< of a chunk
        DataEnd,  ///< the CR LF behind a chunk
        Trailer,  ///< lines behind the last chunk
        Complete,
        Refused,
    };

    qsizetype takeData(QByteArrayView bytes);
    qsizetype takeLine(QByteArrayView bytes);
    void lineEnded();
    void beginChunk();
    void refuse(int status);

    QByteArray m_content;
    QByteArray m_line;
    qint64 m_left = 0;
    qint64 m_largest;
    qsizetype m_trailer = 0;
    int m_refusal = 0;
    bool m_isChunked;
    Step m_step;
};

} // namespace Viral
