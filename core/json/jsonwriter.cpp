// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonwriter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace Viral {

namespace {

/// A character that is written as it is, in one byte.
bool isPlain(char c)
{
    return c >= 0x20 && static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\\';
}

char *appendUtf8(char *out, char32_t codePoint)
{
    const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
    return out;
}

/// The letter after the backslash where JSON has a short escape, else 0.
char shortEscape(char32_t codePoint)
{
    switch (codePoint) {
    case '"':
    case '\\':
        return static_cast<char>(codePoint);
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

char *appendEscapedCharacter(char *out, char32_t codePoint)
{
    if (const char letter = shortEscape(codePoint)) {
        *out++ = '\\';
        *out++ = letter;
        return out;
    }
    if (codePoint >= 0x20)
        return appendUtf8(out, codePoint);
    constexpr std::string_view digits = "0123456789abcdef";
    for (const char c : {'\\', 'u', '0', '0', digits[codePoint >> 4], digits[codePoint & 0xF]})
        *out++ = c;
    return out;
}

} // namespace

JsonWriter::JsonWriter(Layout layout)
    : m_layout(layout)
{}

JsonWriter &JsonWriter::beginObject()
{
    open('{');
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    close('}');
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    open('[');
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    close(']');
    return *this;
}

JsonWriter &JsonWriter::key(QStringView name)
{
    separate();
    appendEscaped(name);
    m_bytes += m_layout == Layout::Indented ? ": " : ":";
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::key(QLatin1StringView name)
{
    if (!std::all_of(name.begin(), name.end(), isPlain))
        return key(QString(name));
    separate();
    m_bytes += '"';
    m_bytes.append(name.data(), name.size());
    m_bytes += m_layout == Layout::Indented ? "\": " : "\":";
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::value(QStringView text)
{
    separate();
    appendEscaped(text);
    return *this;
}

JsonWriter &JsonWriter::value(QLatin1StringView text)
{
    return value(QString(text));
}

JsonWriter &JsonWriter::value(bool boolean)
{
    separate();
    m_bytes += boolean ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::value(std::int64_t number)
{
    separate();
    char digits[24];
    const auto result = std::to_chars(std::begin(digits), std::end(digits), number);
    m_bytes.append(digits, result.ptr - digits);
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    separate();
    constexpr double lowestFixed = 1e-4;
    constexpr double highestFixed = 1e16;
    const double magnitude = std::abs(number);
    const bool isFixed = magnitude == 0 || (magnitude >= lowestFixed && magnitude < highestFixed);
    char digits[40];
    const auto result = std::to_chars(std::begin(digits), std::end(digits), number,
                                      isFixed ? std::chars_format::fixed : std::chars_format::scientific);
    m_bytes.append(digits, result.ptr - digits);
    if (isFixed && std::find(digits, result.ptr, '.') == result.ptr)
        m_bytes += ".0";
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    m_bytes += "null";
    return *this;
}

JsonWriter &JsonWriter::raw(const QByteArray &json)
{
    separate();
    m_bytes += json;
    return *this;
}

JsonWriter &JsonWriter::members(const RawMembers &members)
{
    for (const RawMember &member : members)
        key(member.name).raw(member.value);
    return *this;
}

QByteArray JsonWriter::take()
{
    if (m_layout == Layout::Indented)
        m_bytes += '\n';
    return std::move(m_bytes);
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_needsComma)
        m_bytes += ',';
    if (m_depth > 0)
        lineBreak();
    m_needsComma = true;
    m_isEmpty = false;
}

void JsonWriter::lineBreak()
{
    if (m_layout == Layout::Indented)
        m_bytes += '\n' + QByteArray(2 * m_depth, ' ');
}

void JsonWriter::open(char bracket)
{
    separate();
    m_bytes += bracket;
    ++m_depth;
    m_needsComma = false;
    m_isEmpty = true;
}

void JsonWriter::close(char bracket)
{
    --m_depth;
    if (!m_isEmpty)
        lineBreak();
    m_bytes += bracket;
    m_needsComma = true;
    m_isEmpty = false;
}

void JsonWriter::appendEscaped(QStringView text)
{
    constexpr qsizetype longestCharacter = 6; // \u00XX; UTF-8 takes at most three bytes per UTF-16 unit
    const auto isLong = [](QChar c) { return c.unicode() >= 0x80 || !isPlain(static_cast<char>(c.unicode())); };
    const qsizetype longOnes = std::count_if(text.begin(), text.end(), isLong);
    const qsizetype start = m_bytes.size();
    m_bytes.resize(start + text.size() + (longestCharacter - 1) * longOnes + 2);
    char *const first = m_bytes.data() + start;
    char *out = first;
    *out++ = '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t codePoint = text[i].unicode();
        if (codePoint < 0x80 && isPlain(static_cast<char>(codePoint))) {
            *out++ = static_cast<char>(codePoint);
            continue;
        }
        if (QChar::isHighSurrogate(codePoint) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            codePoint = QChar::surrogateToUcs4(static_cast<char16_t>(codePoint), text[++i].unicode());
        else if (QChar::isSurrogate(codePoint))
            codePoint = QChar::ReplacementCharacter;
        out = appendEscapedCharacter(out, codePoint);
    }
    *out++ = '"';
    m_bytes.resize(start + (out - first));
}

} // namespace Viral
