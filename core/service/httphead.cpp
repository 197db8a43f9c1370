// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/httphead.h"

#include <algorithm>

namespace Viral {

namespace {

/// RFC 9110, section 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

/// No control characters; other alphabets are let through.
bool isValue(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && c != '\t') || code == 0x7f;
    });
}

/// Digits and nothing else; -1 for anything but a length that can be reckoned with.
qint64 lengthIn(const QByteArray &value)
{
    constexpr qsizetype mostDigits = 18;
    const bool isNumber = !value.isEmpty() && value.size() <= mostDigits &&
                          std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? value.toLongLong() : -1;
}

/// 0, or the status that refuses the line.
int readRequestLine(const QByteArray &line, HttpHead &head)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !isToken(words.at(0)) || !words.at(1).startsWith('/') || !isValue(words.at(1)))
        return 400;
    const QByteArray version = words.at(2);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return version.startsWith("HTTP/") ? 505 : 400;
    head.method = words.at(0);
    head.target = words.at(1);
    head.closes = version == "HTTP/1.0";
    return 0;
}

int readLength(const QByteArray &value, HttpHead &head)
{
    const qint64 length = lengthIn(value);
    if (length < 0 || (head.hasLength && length != head.length))
        return 400;
    head.length = length;
    head.hasLength = true;
    return 0;
}

int readCoding(const QByteArray &value, HttpHead &head)
{
    if (value.toLower() != "chunked")
        return 501;
    if (head.isChunked)
        return 400;
    head.isChunked = true;
    return 0;
}

int noteHeader(const QByteArray &name, const QByteArray &value, HttpHead &head)
{
    if (name == "content-length")
        return readLength(value, head);
    if (name == "transfer-encoding")
        return readCoding(value, head);
    if (name == "host" && !head.header(name).isEmpty())
        return 400;
    if (name == "connection") {
        const QList<QByteArray> words = value.toLower().split(',');
        head.closes = head.closes || std::any_of(words.cbegin(), words.cend(),
                                                 [](const QByteArray &word) { return word.trimmed() == "close"; });
    } else if (name == "expect") {
        head.wantsLeave = value.toLower() == "100-continue";
        return head.wantsLeave ? 0 : 417;
    }
    return 0;
}

int readHeader(const QByteArray &line, HttpHead &head)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.first(std::max<qsizetype>(colon, 0)).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    if (!isToken(name) || !isValue(value))
        return 400;
    if (head.headers.size() >= mostHttpHeaders)
        return 431;
    const int refusal = noteHeader(name, value, head);
    head.headers.append({name, value});
    return refusal;
}

/// The lines of \a text, which end in CR LF; any other CR or LF stays within its line.
QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines;
    qsizetype from = 0;
    for (qsizetype end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n", from)) {
        lines.append(text.sliced(from, end - from));
        from = end + 2;
    }
    lines.append(text.sliced(from));
    return lines;
}

} // namespace

QByteArray HttpHead::header(const QByteArray &name) const
{
    const auto found =
        std::find_if(headers.cbegin(), headers.cend(), [&name](const HttpHeader &one) { return one.name == name; });
    return found == headers.cend() ? QByteArray() : found->value;
}

tl::expected<HttpHead, int> readHttpHead(const QByteArray &text)
{
    const QList<QByteArray> lines = linesOf(text);
    HttpHead head;
    if (const int refusal = readRequestLine(lines.constFirst(), head); refusal != 0)
        return tl::unexpected(refusal);
    for (const QByteArray &line : lines.sliced(1)) {
        if (const int refusal = readHeader(line, head); refusal != 0)
            return tl::unexpected(refusal);
    }
    // Two lengths of one body, or a coding that HTTP/1.0 does not have, is how requests are smuggled.
    const bool isOld = lines.constFirst().endsWith('0');
    if (head.isChunked && (head.hasLength || isOld))
        return tl::unexpected(400);
    return head;
}

QByteArray httpReason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Internal Server Error";
    }
}

} // namespace Viral
