// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonrepair.h"

#include <algorithm>
#include <array>

namespace Viral {

namespace {

bool isJsonSpace(QChar character)
{
    return character == u' ' || character == u'\t' || character == u'\n' || character == u'\r';
}

constexpr std::array<QByteArrayView, 3> notFinite{"-Infinity", "Infinity", "NaN"};

/// Length of a number that is none at \a position, 0 when there is none.
qsizetype notFiniteLength(QByteArrayView text, qsizetype position)
{
    for (const QByteArrayView word : notFinite) {
        if (text.sliced(position).startsWith(word))
            return word.size();
    }
    return 0;
}

void appendEscaped(QByteArray &result, char control)
{
    result += "\\u00" + QByteArray::number(static_cast<int>(control), 16).rightJustified(2, '0');
}

} // namespace

bool looksLikeJson(QByteArrayView utf8)
{
    constexpr QByteArrayView mark("\xef\xbb\xbf");
    constexpr qsizetype look = 4096;
    if (utf8.startsWith(mark))
        utf8 = utf8.sliced(mark.size());
    // Only ASCII decides.
    return looksLikeJson(QString::fromLatin1(utf8.sliced(0, std::min(look, utf8.size()))));
}

bool looksLikeJson(QStringView text)
{
    QChar first;
    for (const QChar character : text) {
        if (isJsonSpace(character))
            continue;
        if (first == u'{')
            return character == u'"' || character == u'}';
        if (first == u'[')
            return character == u'{' || character == u'[' || character == u'"' || character == u']';
        if (character != u'{' && character != u'[')
            return false;
        first = character;
    }
    return !first.isNull();
}

QByteArray mendedJson(const QByteArray &utf8)
{
    QByteArray result;
    result.reserve(utf8.size());
    bool inString = false;
    for (qsizetype i = 0; i < utf8.size();) {
        const char character = utf8[i];
        const qsizetype wrong = inString ? 0 : notFiniteLength(utf8, i);
        if (wrong > 0) {
            result += "null";
            i += wrong;
            continue;
        }
        if (inString && character == '\\' && i + 1 < utf8.size()) {
            result += utf8.sliced(i, 2);
            i += 2;
            continue;
        }
        inString = inString != (character == '"');
        if (inString && character >= 0 && character < 0x20)
            appendEscaped(result, character);
        else
            result += character;
        ++i;
    }
    return result;
}

} // namespace Viral
