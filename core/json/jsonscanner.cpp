// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonscanner.h"

#include "core/json/jsoncharacters.h"
#include "core/json/jsonreader.h"

#include <algorithm>
#include <charconv>
#include <vector>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Walks over the text token by token. The open brackets stand in a list of their own, so depth costs no stack.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {}

    JsonFault scan();

private:
    enum class Expect
    {
        Value,
        ValueOrEnd,
        KeyOrEnd,
        Key,
        Colon,
        CommaOrEnd,
        Nothing,
    };

    struct Container
    {
        bool isObject = false;
        std::size_t position = 0;
        /// Place of the current member's name, without quotes.
        qsizetype keyStart = 0;
        qsizetype keyEnd = 0;
    };

    bool refuseWholeText();
    bool step();
    bool readValue();
    bool readEnd(char bracket);
    bool readKey();
    bool readString();
    bool readEscape();
    bool readSurrogates();
    std::optional<unsigned> readFourHexDigits();
    bool readNumber();
    bool readWord();
    void valueDone();

    bool fail(const QString &message);
    bool failAt(qsizetype offset, const QString &message);
    bool failUnexpected(const QString &wanted);
    QString shown() const;
    QString pointer() const;

    bool atEnd() const { return m_at >= m_text.size(); }
    char current() const { return atEnd() ? '\0' : m_text[m_at]; }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    Expect m_expect = Expect::Value;
    std::vector<Container> m_open;
    JsonFault m_fault;
};

JsonFault Scanner::scan()
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    if (refuseWholeText())
        return m_fault;
    for (;;) {
        while (!atEnd() && isSpace(current()))
            ++m_at;
        if (atEnd() && m_expect == Expect::Nothing)
            return {};
        if (!step())
            return m_fault;
    }
}

/// The mistakes of a whole file get a sentence of their own instead of "unexpected character".
bool Scanner::refuseWholeText()
{
    const auto rest = m_text.sliced(m_at);
    if (std::all_of(rest.begin(), rest.end(), isSpace))
        return !fail(u"The document is empty"_s);
    const bool isUtf16 = m_text.startsWith("\xFF\xFE") || m_text.startsWith("\xFE\xFF") ||
                         (m_text.size() >= 2 && (m_text[0] == '\0') != (m_text[1] == '\0'));
    if (isUtf16)
        return !fail(u"The document is UTF-16; JSON must be UTF-8"_s);
    return false;
}

bool Scanner::step()
{
    const char c = current();
    switch (m_expect) {
    case Expect::ValueOrEnd:
        if (c == ']')
            return readEnd(c);
        return readValue();
    case Expect::Value:
        return readValue();
    case Expect::KeyOrEnd:
        if (c == '}')
            return readEnd(c);
        return readKey();
    case Expect::Key:
        return readKey();
    case Expect::Colon:
        if (c != ':')
            return failUnexpected(u"a colon"_s);
        ++m_at;
        m_expect = Expect::Value;
        return true;
    case Expect::CommaOrEnd:
        if (c == '}' || c == ']')
            return readEnd(c);
        if (c != ',')
            return failUnexpected(m_open.back().isObject ? u"a comma or }"_s : u"a comma or ]"_s);
        ++m_at;
        ++m_open.back().position;
        m_expect = m_open.back().isObject ? Expect::Key : Expect::Value;
        return true;
    case Expect::Nothing:
        break;
    }
    return failUnexpected(u"nothing after the end of the document"_s);
}

bool Scanner::readValue()
{
    if (m_open.size() > static_cast<std::size_t>(deepestJson))
        return fail(u"The document is nested deeper than %1 levels"_s.arg(deepestJson));
    const char c = current();
    if (c == '{' || c == '[') {
        ++m_at;
        m_open.push_back({.isObject = c == '{'});
        m_expect = c == '{' ? Expect::KeyOrEnd : Expect::ValueOrEnd;
        return true;
    }
    bool read = false;
    if (c == '"')
        read = readString();
    else if (c == '-' || isDigit(c))
        read = readNumber();
    else if (isLetter(c))
        read = readWord();
    else
        return failUnexpected(u"a value"_s);
    if (read)
        valueDone();
    return read;
}

bool Scanner::readEnd(char bracket)
{
    if ((bracket == '}') != m_open.back().isObject)
        return failUnexpected(m_open.back().isObject ? u"a comma or }"_s : u"a comma or ]"_s);
    ++m_at;
    m_open.pop_back();
    valueDone();
    return true;
}

void Scanner::valueDone()
{
    m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd;
}

bool Scanner::readKey()
{
    if (m_open.size() > static_cast<std::size_t>(deepestJson))
        return fail(u"The document is nested deeper than %1 levels"_s.arg(deepestJson));
    if (current() != '"')
        return failUnexpected(m_expect == Expect::Key ? u"a name in double quotes"_s
                                                      : u"a name in double quotes or }"_s);
    const qsizetype start = m_at + 1;
    m_open.back().keyStart = m_open.back().keyEnd = start;
    if (!readString())
        return false;
    m_open.back().keyStart = start;
    m_open.back().keyEnd = m_at - 1;
    m_expect = Expect::Colon;
    return true;
}

bool Scanner::readString()
{
    const qsizetype start = m_at++;
    while (!atEnd()) {
        const char c = current();
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (c == '\\') {
            if (!readEscape())
                return false;
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20)
            return fail(c == '\0' ? u"There is a NUL byte inside a text"_s
                                  : u"There is an unescaped control character inside a text"_s);
        const qsizetype length = sequenceLength(m_text.sliced(m_at));
        if (length == 0)
            return fail(u"There is a byte that is not UTF-8"_s);
        m_at += length;
    }
    return failAt(start, u"A text begins here that never ends"_s);
}

bool Scanner::readEscape()
{
    const qsizetype start = m_at++;
    switch (current()) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        ++m_at;
        return true;
    case 'u':
        m_at = start;
        return readSurrogates();
    default:
        return failAt(start, u"There is an escape that JSON does not know"_s);
    }
}

bool Scanner::readSurrogates()
{
    const qsizetype start = m_at;
    const std::optional<unsigned> first = readFourHexDigits();
    if (!first)
        return failAt(start, u"After \\u four hexadecimal digits must follow"_s);
    if (*first < 0xD800 || *first > 0xDFFF)
        return true;
    const std::optional<unsigned> second = *first < 0xDC00 ? readFourHexDigits() : std::nullopt;
    if (!second || *second < 0xDC00 || *second > 0xDFFF)
        return failAt(start, u"There is half of a surrogate pair without the other half"_s);
    return true;
}

std::optional<unsigned> Scanner::readFourHexDigits()
{
    constexpr qsizetype escapeLength = 6;
    if (m_text.size() - m_at < escapeLength || m_text[m_at] != '\\' || m_text[m_at + 1] != 'u')
        return std::nullopt;
    const char *start = m_text.data() + m_at + 2;
    unsigned code = 0;
    const auto [end, error] = std::from_chars(start, start + 4, code, 16);
    if (error != std::errc{} || end != start + 4)
        return std::nullopt;
    m_at += escapeLength;
    return code;
}

bool Scanner::readNumber()
{
    const qsizetype start = m_at;
    const auto digits = [this] {
        const qsizetype from = m_at;
        while (isDigit(current()))
            ++m_at;
        return m_at > from;
    };
    if (current() == '-')
        ++m_at;
    const qsizetype whole = m_at;
    if (!digits())
        return failUnexpected(u"a digit"_s);
    if (m_text[whole] == '0' && m_at - whole > 1)
        return failAt(start, u"A number must not start with 0"_s);
    if (current() == '.') {
        ++m_at;
        if (!digits())
            return failUnexpected(u"a digit"_s);
    }
    if (current() == 'e' || current() == 'E') {
        ++m_at;
        if (current() == '+' || current() == '-')
            ++m_at;
        if (!digits())
            return failUnexpected(u"a digit"_s);
    }
    double number = 0;
    const auto result = std::from_chars(m_text.data() + start, m_text.data() + m_at, number);
    if (result.ec == std::errc::result_out_of_range && isAboveOne(m_text.sliced(whole, m_at - whole)))
        return failAt(start, u"The number is too large"_s);
    return true;
}

bool Scanner::readWord()
{
    const qsizetype start = m_at;
    while (isLetter(current()))
        ++m_at;
    const QByteArrayView word = m_text.sliced(start, m_at - start);
    if (word == "true" || word == "false" || word == "null")
        return true;
    m_at = start;
    if (word == "NaN" || word == "Infinity")
        return fail(u"%1 is not a number in JSON"_s.arg(QLatin1StringView(word)));
    return failUnexpected(u"a value"_s);
}

bool Scanner::fail(const QString &message)
{
    return failAt(m_at, message);
}

bool Scanner::failAt(qsizetype offset, const QString &message)
{
    m_fault = {.offset = offset, .pointer = pointer(), .message = message};
    for (qsizetype i = m_text.startsWith("\xEF\xBB\xBF") ? 3 : 0; i < offset; ++i) {
        const char c = m_text[i];
        const bool isReturnOfPair = c == '\r' && i + 1 < m_text.size() && m_text[i + 1] == '\n';
        if (c == '\n' || (c == '\r' && !isReturnOfPair)) {
            ++m_fault.line;
            m_fault.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && !isReturnOfPair) {
            ++m_fault.column;
        }
    }
    return false;
}

bool Scanner::failUnexpected(const QString &wanted)
{
    if (atEnd())
        return fail(u"The document ends where %1 should follow"_s.arg(wanted));
    return fail(u"There is %1 where %2 should be"_s.arg(shown(), wanted));
}

/// The character at the current place, as it can be shown in a message.
QString Scanner::shown() const
{
    const char c = current();
    if (c == '\0')
        return u"a NUL byte"_s;
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
        return u"a control character"_s;
    const qsizetype length = sequenceLength(m_text.sliced(m_at));
    if (length == 0)
        return u"a byte that is not UTF-8"_s;
    return u'"' + QString::fromUtf8(m_text.sliced(m_at, length)) + u'"';
}

QString Scanner::pointer() const
{
    QString steps;
    for (const Container &container : m_open) {
        if (!container.isObject)
            steps += u'/' + QString::number(container.position);
        else if (container.keyEnd > container.keyStart)
            steps += u'/' + pointerStep({m_text.data() + container.keyStart,
                                         static_cast<std::size_t>(container.keyEnd - container.keyStart)});
    }
    return steps;
}

} // namespace

JsonFault findFault(QByteArrayView text)
{
    return Scanner(text).scan();
}

qsizetype endOfValue(QByteArrayView validText, qsizetype offset)
{
    const auto endOfString = [&](qsizetype at) {
        for (++at; validText[at] != '"'; ++at) {
            if (validText[at] == '\\')
                ++at;
        }
        return at + 1;
    };
    const auto isBracket = [](char c) { return c == '{' || c == '[' || c == '}' || c == ']'; };
    const char first = validText[offset];
    if (first == '"')
        return endOfString(offset);
    qsizetype at = offset;
    if (!isBracket(first)) {
        while (at < validText.size() && !isBracket(validText[at]) && !isSpace(validText[at]) && validText[at] != ',')
            ++at;
        return at;
    }
    qsizetype depth = 0;
    do {
        const char c = validText[at];
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        at = c == '"' ? endOfString(at) : at + 1;
    } while (depth > 0);
    return at;
}

QString pointerStep(std::string_view name)
{
    QString step = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return step.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

} // namespace Viral
