// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QChar>

namespace Viral {

qsizetype codePointCount(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].isLowSurrogate() && text[i - 1].isHighSurrogate())
            --count;
    }
    return count;
}

QStringView leftCodePoints(QStringView text, qsizetype count)
{
    qsizetype position = 0;
    for (; count > 0 && position < text.size(); --count) {
        const bool pair =
            text[position].isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate();
        position += pair ? 2 : 1;
    }
    return text.left(position);
}

QString simplified(QStringView text)
{
    return text.toString().simplified();
}

QString foldedWord(QStringView word)
{
    QString folded;
    folded.reserve(word.size());
    const QString composed = word.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    for (const char32_t codePoint : composed.toUcs4()) {
        if (QChar::isLetterOrNumber(codePoint) || QChar::isMark(codePoint))
            folded += QString::fromUcs4(&codePoint, 1);
    }
    return folded;
}

QStringList foldedWords(QStringView text)
{
    QStringList words;
    for (const QStringView word : text.toString().simplified().tokenize(u' ')) {
        QString folded = foldedWord(word);
        if (!folded.isEmpty())
            words.append(std::move(folded));
    }
    return words;
}

bool isUnspacedScript(char32_t codePoint)
{
    switch (QChar::script(codePoint)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

} // namespace Viral
