// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/saidfacts.h"

#include "core/analysis/numberreader.h"
#include "core/analysis/numberwords.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qint64 thousandth = thousandthsOfOne;
constexpr qsizetype shortestStem = 4;
/// Endings that a name may have lost and that a said word may have more.
constexpr qsizetype longestLostEnding = 2;
constexpr qsizetype longestAddedEnding = 3;
/// No post names more people; each is looked for in all that is said.
constexpr int mostHandles = 200;

QString withoutPossessive(const QString &word)
{
    return word.endsWith("'s"_L1) || word.endsWith("'"_L1) ? word.left(word.lastIndexOf(u'\'')) : word;
}

/// Numbers in Chinese and Japanese figures inside a piece of text without spaces.
void addHanNumbers(QStringView text, QSet<qint64> &numbers)
{
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && isHanFigure(text[end]))
            ++end;
        if (const auto value = hanNumber(text.sliced(at, end - at)))
            numbers.insert(*value * thousandth);
        at = std::max(end, at + 1);
    }
}

/// Most longer words have a capital: nothing can be told from one.
bool isTitleCase(const std::vector<TextPiece> &pieces)
{
    int words = 0;
    int capital = 0;
    for (const TextPiece &piece : pieces) {
        if (piece.letters < 4 || piece.isUnspaced || piece.opensSentence)
            continue;
        ++words;
        capital += piece.startsWithCapital ? 1 : 0;
    }
    return words >= 3 && capital * 10 >= words * 7;
}

bool isShouted(const std::vector<TextPiece> &pieces)
{
    int letters = 0;
    int capitals = 0;
    for (const TextPiece &piece : pieces) {
        letters += piece.letters;
        capitals += piece.capitals;
    }
    return capitals * 2 > letters;
}

/// Names with one blank between them are one: "New York".
QList<UnsaidFact> joined(const QList<UnsaidFact> &facts, QStringView text)
{
    QList<UnsaidFact> result;
    for (const UnsaidFact &fact : facts) {
        UnsaidFact *last = result.isEmpty() ? nullptr : &result.last();
        const bool goesOn = last && last->kind == FactKind::Name && fact.kind == FactKind::Name &&
                            last->begin + last->length + 1 == fact.begin && text[fact.begin - 1] == u' ';
        if (goesOn)
            last->length = fact.begin + fact.length - last->begin;
        else
            result.append(fact);
    }
    return result;
}

bool isAllCapitals(const TextPiece &piece)
{
    return piece.letters >= 2 && piece.capitals == piece.letters;
}

} // namespace

SaidFacts::SaidFacts(QStringView language)
    : m_language(language.left(language.indexOf(u'-') < 0 ? language.size() : language.indexOf(u'-')).toString())
{}

void SaidFacts::add(QStringView text)
{
    const std::vector<TextPiece> pieces = textPieces(text);
    for (const TextPiece &piece : pieces) {
        addWord(piece.folded);
        addWord(withoutPossessive(piece.folded));
        m_joined += piece.folded;
        if (piece.isUnspaced)
            addHanNumbers(piece.folded, m_numbers);
        // Each part alone as well: "twenty, twenty-five" is read in more than one way.
        if (const auto word = numberWord(piece.folded, m_language))
            m_numbers.insert(word->value * thousandth);
        if (piece.folded == u"half" && m_language == "en"_L1) {
            m_numbers.insert(thousandth / 2);
            m_numbers.insert(50 * thousandth);
        }
    }
    for (const ReadNumber &number : readNumbers(pieces, m_language))
        m_numbers.insert(number.thousandths);
}

void SaidFacts::addWord(const QString &word)
{
    if (m_words.contains(word))
        return;
    m_words.insert(word);
    if (m_language == "en"_L1)
        return;
    // Every beginning that a name of a fitting length can share with it: six at most, so that a name is found at once.
    const qsizetype shortest = std::max(shortestStem, word.size() - longestLostEnding - longestAddedEnding);
    for (qsizetype length = shortest; length <= word.size(); ++length) {
        qsizetype &size = m_stems[word.left(length)];
        size = size == 0 ? word.size() : std::min(size, word.size());
    }
}

bool SaidFacts::isKnownName(const QString &word) const
{
    const QString name = withoutPossessive(word);
    if (m_words.contains(name) || m_words.contains(name + u's') ||
        (name.endsWith(u's') && m_words.contains(name.chopped(1))))
        return true;
    if (m_language == "en"_L1 || name.size() < shortestStem)
        return false;
    // Names change their endings in many languages.
    const auto known = m_stems.constFind(name.left(std::max(shortestStem, name.size() - longestLostEnding)));
    return known != m_stems.cend() && *known <= name.size() + longestAddedEnding;
}

QList<UnsaidFact> SaidFacts::unsaidIn(QStringView text, TextCasing casing) const
{
    const std::vector<TextPiece> pieces = textPieces(text);
    const bool plainCapitalsTell = casing == TextCasing::Sentence && !isTitleCase(pieces) && m_language != "de"_L1;
    const bool shouts = isShouted(pieces);
    std::vector<bool> isNumber(pieces.size(), false);
    QList<UnsaidFact> facts;
    for (const ReadNumber &number : readNumbers(pieces, m_language)) {
        for (std::size_t piece = number.first; piece < number.end; ++piece)
            isNumber[piece] = true;
        const bool isTold = (number.hasFigures || m_language == "en"_L1) && !number.isOrdinalWord &&
                            number.thousandths >= 2 * thousandth && pieces[number.first].before != u'#';
        if (isTold && !m_numbers.contains(number.thousandths))
            facts.append({pieces[number.first].begin, pieces[number.end - 1].end - pieces[number.first].begin,
                          FactKind::Number});
    }
    int handles = 0;
    for (std::size_t number = 0; number < pieces.size(); ++number) {
        const TextPiece &piece = pieces[number];
        const bool isHandle = piece.before == u'@';
        const bool neighbourShouts = (number > 0 && isAllCapitals(pieces[number - 1])) ||
                                     (number + 1 < pieces.size() && isAllCapitals(pieces[number + 1]));
        const bool isAcronym = isAllCapitals(piece) && !neighbourShouts;
        const bool isMixed = piece.capitals > (piece.startsWithCapital ? 1 : 0) && piece.capitals < piece.letters;
        const bool isPlain = piece.startsWithCapital && piece.letters >= 2 && piece.capitals == 1 &&
                             plainCapitalsTell && !piece.opensSentence && !piece.folded.startsWith("i'"_L1);
        if (isNumber[number] || piece.before == u'#' || piece.isUnspaced || shouts)
            continue;
        if (isHandle ? ++handles > mostHandles || m_joined.contains(QString(piece.folded).remove(u'_'))
                     : !(isAcronym || isMixed || isPlain) || isKnownName(piece.folded))
            continue;
        facts.append({piece.begin, piece.end - piece.begin, FactKind::Name});
    }
    std::sort(facts.begin(), facts.end(), [](const UnsaidFact &a, const UnsaidFact &b) { return a.begin < b.begin; });
    return joined(facts, text);
}

QStringList quotedFacts(QStringView text, const QList<UnsaidFact> &facts)
{
    QStringList words;
    for (const UnsaidFact &fact : facts)
        words.append(u'“' + text.mid(fact.begin, fact.length).toString() + u'”');
    return words;
}

} // namespace Viral
