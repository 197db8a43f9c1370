// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/spokenword.h"

#include "core/base/text.h"

namespace Viral {

namespace {

/// Characters beside which a script without spaces has none: its own letters and full-width punctuation.
bool standsClose(char32_t codePoint)
{
    const bool widePunctuation =
        (codePoint >= 0x3000 && codePoint <= 0x303F) || (codePoint >= 0xFF00 && codePoint <= 0xFF65);
    return widePunctuation || codePoint == 0x30FC || isUnspacedScript(codePoint);
}

char32_t lastCodePoint(QStringView text)
{
    const qsizetype size = text.size();
    if (size >= 2 && text[size - 1].isLowSurrogate() && text[size - 2].isHighSurrogate())
        return QChar::surrogateToUcs4(text[size - 2], text[size - 1]);
    return text[size - 1].unicode();
}

char32_t firstCodePoint(QStringView text)
{
    if (text.size() >= 2 && text[0].isHighSurrogate() && text[1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[0], text[1]);
    return text[0].unicode();
}

} // namespace

QString joinedText(std::span<const SpokenWord> words)
{
    QString text;
    for (const SpokenWord &word : words) {
        if (!text.isEmpty() && word.spaceBefore)
            text += u' ';
        text += word.text;
    }
    return text;
}

bool needsSpaceBetween(QStringView left, QStringView right)
{
    if (left.isEmpty() || right.isEmpty())
        return false;
    return !standsClose(lastCodePoint(left)) || !standsClose(firstCodePoint(right));
}

bool isSpeakable(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t codePoint = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (QChar::isLetterOrNumber(codePoint))
            return true;
        i += pair ? 1 : 0;
    }
    return false;
}

} // namespace Viral
