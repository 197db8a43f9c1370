// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/httpbody.h"

#include <algorithm>

namespace Viral {

HttpBody::HttpBody(const HttpHead &head, qint64 largest)
    : m_left(head.length)
    , m_largest(largest)
    , m_isChunked(head.isChunked)
    , m_step(head.isChunked    ? Step::SizeLine
             : head.length > 0 ? Step::Data
                               : Step::Complete)
{
    if (head.length > largest)
        refuse(413);
}

void HttpBody::refuse(int status)
{
    m_refusal = status;
    m_step = Step::Refused;
    m_content.clear();
}

qsizetype HttpBody::take(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && m_step != Step::Complete && m_step != Step::Refused) {
        const QByteArrayView rest = bytes.sliced(taken);
        taken += m_step == Step::Data ? takeData(rest) : takeLine(rest);
    }
    return taken;
}

qsizetype HttpBody::takeData(QByteArrayView bytes)
{
    const qsizetype size = std::min<qsizetype>(bytes.size(), m_left);
    m_content.append(bytes.first(size));
    m_left -= size;
    if (m_left == 0)
        m_step = m_isChunked ? Step::DataEnd : Step::Complete;
    return size;
}

qsizetype HttpBody::takeLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype size = end < 0 ? bytes.size() : end + 1;
    m_line.append(bytes.first(size));
    m_trailer += m_step == Step::Trailer ? size : 0;
    const qsizetype longest = m_step == Step::DataEnd ? 2 : m_step == Step::Trailer ? longestTrailer : longestSizeLine;
    if (m_line.size() > longest || m_trailer > longestTrailer)
        refuse(400);
    else if (end >= 0)
        lineEnded();
    return size;
}

void HttpBody::lineEnded()
{
    if (!m_line.endsWith("\r\n")) {
        refuse(400);
        return;
    }
    m_line.chop(2);
    if (m_step == Step::SizeLine)
        beginChunk();
    else if (m_step == Step::DataEnd)
        m_step = m_line.isEmpty() ? Step::SizeLine : Step::Refused;
    else if (m_line.isEmpty())
        m_step = Step::Complete;
    m_line.clear();
    if (m_step == Step::Refused && m_refusal == 0)
        refuse(400);
}

void HttpBody::beginChunk()
{
    const QByteArray size = m_line.split(';').constFirst().trimmed();
    constexpr qsizetype mostDigits = 15;
    const bool isNumber =
        !size.isEmpty() && size.size() <= mostDigits && std::all_of(size.begin(), size.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
    if (!isNumber) {
        refuse(400);
        return;
    }
    m_left = size.toLongLong(nullptr, 16);
    if (m_content.size() + m_left > m_largest)
        refuse(413);
    else
        m_step = m_left > 0 ? Step::Data : Step::Trailer;
}

} // namespace Viral
