// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/shorten.h"

#include "core/analysis/cleantext.h"
#include "core/base/text.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

bool isOneOf(QStringView characters, char32_t codePoint)
{
    return codePoint <= 0xffff && characters.contains(QChar(static_cast<char16_t>(codePoint)));
}

bool isWideSentenceEnd(char32_t codePoint)
{
    return isOneOf(u"。！？｡", codePoint);
}

/// In any script.
bool endsSentence(QChar c)
{
    return QStringView(u".!?…。！？｡।॥؟۔።።։").contains(c);
}

bool isClosing(QChar c)
{
    return c.category() == QChar::Punctuation_Close || c.category() == QChar::Punctuation_FinalQuote || c == u'"' ||
           c == u'\'';
}

char32_t codePointAt(QStringView text, qsizetype position)
{
    const QChar c = text[position];
    if (c.isHighSurrogate() && position + 1 < text.size())
        return QChar::surrogateToUcs4(c, text[position + 1]);
    return c.unicode();
}

char32_t codePointBefore(QStringView text, qsizetype position)
{
    const QChar c = text[position - 1];
    if (c.isLowSurrogate() && position >= 2)
        return QChar::surrogateToUcs4(text[position - 2], c);
    return c.unicode();
}

/// Marks, small kana, and punctuation that may not begin a line.
bool isDependent(char32_t codePoint)
{
    return QChar::isMark(codePoint) ||
           isOneOf(u"ー、。，．・：；？！」』）］｝〉》】々ぁぃぅぇぉっゃゅょァィゥェォッャュョ", codePoint);
}

/// Scripts in which any letter may follow a line break; those that need a dictionary (Thai, Khmer) are cut at spaces.
bool breaksAnywhere(char32_t codePoint)
{
    const QChar::Script script = QChar::script(codePoint);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

bool hasUnspacedScript(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return isUnspacedScript(c.unicode()); });
}

bool isBreakBetweenLetters(QStringView text, qsizetype position)
{
    const char32_t before = codePointBefore(text, position);
    const char32_t after = codePointAt(text, position);
    if (!(breaksAnywhere(before) || isWideSentenceEnd(before)) || isDependent(after))
        return false;
    return !(QChar::script(before) == QChar::Script_Katakana && QChar::script(after) == QChar::Script_Katakana);
}

bool isWordEnd(QStringView text, qsizetype position)
{
    if (position == text.size())
        return true;
    if (text[position - 1].isSpace() || text[position].isLowSurrogate())
        return false;
    return text[position].isSpace() || isBreakBetweenLetters(text, position);
}

bool isSentenceEnd(QStringView text, qsizetype position)
{
    if (position < text.size() && text[position] == u'\n')
        return true;
    qsizetype last = position - 1;
    while (last > 0 && isClosing(text[last]))
        --last;
    if (isWideSentenceEnd(text[last].unicode()))
        return position == text.size() || !isClosing(text[position]);
    if (!endsSentence(text[last]) || (position < text.size() && !text[position].isSpace()))
        return false;
    // A single word before the stop is rather an abbreviation ("Dr.") than a sentence worth posting alone.
    const QStringView sentence = text.left(last).trimmed();
    return std::any_of(sentence.begin(), sentence.end(), [](QChar c) { return c.isSpace(); });
}

/// Without white space and joining punctuation at the end.
QStringView withoutLooseEnd(QStringView text)
{
    while (!text.isEmpty() && (text.back().isSpace() || QStringView(u",;:-–—&/(、，；：").contains(text.back())))
        text.chop(1);
    return text;
}

bool isAccepted(QStringView text, const FitsRule &fits)
{
    return hasVisibleText(text) && (!fits || fits(text));
}

using IsEnd = bool (*)(QStringView, qsizetype);

std::optional<QString> cutAtLast(QStringView text, qsizetype longest, IsEnd isEnd, const FitsRule &fits)
{
    for (qsizetype position = longest; position > 0; --position) {
        if (!isEnd(text, position))
            continue;
        const QStringView kept = withoutLooseEnd(text.left(position));
        if (isAccepted(kept, fits))
            return kept.toString();
    }
    return std::nullopt;
}

/// Where nobody can tell the words apart (Thai without a space), whole letters with their marks.
std::optional<QString> cutAtLetter(QStringView text, qsizetype longest, const FitsRule &fits)
{
    // What follows decides whether a letter is whole.
    constexpr qsizetype longestLetter = 32;
    const QString around = text.left(longest + longestLetter).toString();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, around);
    finder.setPosition(longest);
    for (auto position = finder.isAtBoundary() ? longest : finder.toPreviousBoundary(); position > 0;
         position = finder.toPreviousBoundary()) {
        if (isAccepted(text.left(position), fits))
            return text.left(position).toString();
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> shortened(QStringView text, int limit, const FitsRule &fits)
{
    const QStringView start = leftCodePoints(text, limit);
    if (start.size() == text.size() && isAccepted(text, fits))
        return text.toString();
    if (auto atSentence = cutAtLast(text, start.size(), isSentenceEnd, fits))
        return atSentence;
    if (auto atWord = cutAtLast(text, start.size(), isWordEnd, fits))
        return atWord;
    if (!hasUnspacedScript(start))
        return std::nullopt;
    return cutAtLetter(text, start.size(), fits);
}

QString shortenedAtWord(QStringView text, int limit)
{
    const QStringView start = leftCodePoints(text, limit);
    if (start.size() == text.size())
        return text.toString();
    if (auto atWord = cutAtLast(text, start.size(), isWordEnd, {}))
        return *atWord;
    return cutAtLetter(text, start.size(), {}).value_or(QString());
}

} // namespace Viral
