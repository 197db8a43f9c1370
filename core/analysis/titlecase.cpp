// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/titlecase.h"

#include "core/analysis/cleantext.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

struct SmallWords
{
    QLatin1StringView language;
    /// With a space on either side of every word.
    QStringView words;
};

constexpr std::array smallWords{
    SmallWords{"en"_L1, u" a an the and but or nor for at by in of on to as per via vs v "},
    SmallWords{"de"_L1,
               u" der die das den dem des ein eine einen einem einer und oder aber im in am an auf aus bei mit "
               u"nach von vom zu zum zur für als "},
    SmallWords{"fr"_L1, u" le la les un une des du de d et ou mais à au aux en par pour sur "},
    SmallWords{"es"_L1, u" el la los las un una de del y e o u a al en con por para "},
    SmallWords{"pt"_L1, u" o a os as um uma de do da dos das e ou em no na nos nas por para com "},
    SmallWords{"it"_L1, u" il lo la i gli le un uno una di del della dei e o ma a al in con su per da "},
    SmallWords{"nl"_L1, u" de het een en of maar van in op aan te met voor bij "},
    SmallWords{"tr"_L1, u" ve ile de da ki mi mı mu mü "},
};

bool isSmallWord(const QString &word, QStringView language)
{
    const QString key = u' ' + word + u' ';
    return std::any_of(smallWords.begin(), smallWords.end(),
                       [&](const SmallWords &list) { return language == list.language && list.words.contains(key); });
}

bool isCased(QChar c)
{
    return c.isUpper() || c.isLower() || c.isTitleCase();
}

bool isTurkic(QStringView language)
{
    return language == "tr"_L1 || language == "az"_L1;
}

QString lowered(QStringView text, QStringView language)
{
    QString lower = text.toString();
    if (isTurkic(language)) {
        lower.replace(u'I', u'ı');
        lower.replace(u'İ', u'i');
    }
    return lower.toLower();
}

/// The first letter as a capital, the rest as it is.
QString capitalised(QStringView text, QStringView language)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isLetterOrNumber() && !text[i].isSurrogate())
            continue;
        if (!isCased(text[i]))
            break;
        const bool isDotted = isTurkic(language) && text[i] == u'i';
        QString result = text.toString();
        result[i] = isDotted ? QChar(u'İ') : text[i].toTitleCase();
        return result;
    }
    return text.toString();
}

struct LetterCount
{
    int upper = 0;
    int lower = 0;
};

LetterCount lettersOf(QStringView word)
{
    LetterCount count;
    for (const QChar c : word) {
        count.upper += c.isUpper() ? 1 : 0;
        count.lower += c.isLower() ? 1 : 0;
    }
    return count;
}

bool hasInnerCapital(QStringView word)
{
    bool seenLetter = false;
    for (const QChar c : word) {
        if (seenLetter && c.isUpper())
            return true;
        seenLetter = seenLetter || c.isLetter();
    }
    return false;
}

/// Addresses, handles, hashtags, file names, "3x", "u.s.".
bool isLeftAlone(QStringView word)
{
    const auto first = std::find_if(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (first == word.end() || first->isDigit())
        return true;
    if (QStringView(u"@#").contains(word[0]) || word.contains(u"://") || word.contains(u'_'))
        return true;
    for (qsizetype i = 1; i + 1 < word.size(); ++i) {
        if (QStringView(u".@").contains(word[i]) && word[i - 1].isLetterOrNumber() && word[i + 1].isLetterOrNumber())
            return true;
    }
    return hasInnerCapital(word);
}

/// The letters of a word without the punctuation around it.
QStringView core(QStringView word)
{
    const auto isOuter = [](QChar c) { return !c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate(); };
    while (!word.isEmpty() && isOuter(word.front()))
        word = word.mid(1);
    while (!word.isEmpty() && isOuter(word.back()))
        word.chop(1);
    return word;
}

/// Where a French or Italian elision ends ("l'amour"): both parts take a capital.
qsizetype elisionEnd(QStringView part, QStringView language)
{
    if (language != "fr"_L1 && language != "it"_L1)
        return 0;
    const auto apostrophe = std::find_if(part.begin(), part.end(), [](QChar c) { return c == u'\'' || c == u'’'; });
    const auto length = apostrophe - part.begin();
    return apostrophe != part.end() && length <= 4 ? length + 1 : 0;
}

QString casedPart(QStringView part, QStringView language)
{
    if (isLeftAlone(part))
        return part.toString();
    const qsizetype elision = elisionEnd(part, language);
    return elision > 0 ? capitalised(part.left(elision), language) + capitalised(part.mid(elision), language)
                       : capitalised(part, language);
}

enum class Place
{
    Inside,
    Edge, ///< first, last, or behind a colon: always with a capital
};

/// One blank-separated word; the parts of a hyphenated one each for themselves.
QString casedWord(QStringView word, QStringView language, Place place)
{
    if (isLeftAlone(word) && !word.contains(u'-'))
        return word.toString();
    const QString lower = lowered(core(word), language);
    const bool isCapitalLetter = core(word).size() == 1 && core(word).front().isUpper();
    if (place == Place::Inside && !isCapitalLetter && isSmallWord(lower, language))
        return lowered(word, language);
    QString cased;
    bool isFirst = true;
    for (const QStringView part : word.tokenize(u'-')) {
        if (!isFirst)
            cased += u'-';
        const bool isSmall =
            !isFirst && isSmallWord(lowered(core(part), language), language) && part.end() != word.end();
        cased += isSmall ? part.toString() : casedPart(part, language);
        isFirst = false;
    }
    return cased;
}

/// At least three words with letters, none of them with a small letter.
bool isShouted(const QList<QStringView> &words)
{
    int shouted = 0;
    for (const QStringView word : words) {
        const LetterCount letters = lettersOf(word);
        if (letters.lower > 0)
            return false;
        shouted += letters.upper > 0 ? 1 : 0;
    }
    return shouted >= 3;
}

bool endsClause(QStringView word)
{
    return QStringView(u":.!?—–").contains(word.back());
}

} // namespace

QString titleCase(QStringView text, QStringView language)
{
    const QStringView tongue = language.isEmpty() ? QStringView(u"en") : language;
    QString line = cleanLine(text);
    if (isShouted(QStringView(line).split(u' ', Qt::SkipEmptyParts)))
        line = lowered(line, tongue);
    const QList<QStringView> words = QStringView(line).split(u' ', Qt::SkipEmptyParts);
    QStringList cased;
    cased.reserve(words.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isEdge = i == 0 || i + 1 == words.size() || endsClause(words[i - 1]);
        cased.append(casedWord(words[i], tongue, isEdge ? Place::Edge : Place::Inside));
    }
    return cased.join(u' ');
}

QString categoryCase(QStringView text, QStringView language)
{
    QString parted = text.toString();
    for (const QChar separator : {u'|', u',', u';', u'／', u'、', u'，', u'،'})
        parted.replace(separator, u'/');
    QStringList facets;
    QSet<QString> seen;
    for (const QStringView part : QStringView(parted).tokenize(u'/')) {
        const QString facet = titleCase(part, language);
        if (!hasVisibleText(facet) || seen.contains(facet.toCaseFolded()))
            continue;
        seen.insert(facet.toCaseFolded());
        facets.append(facet);
    }
    return facets.join(" / "_L1);
}

} // namespace Viral
