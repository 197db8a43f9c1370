// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/saidfacts.h"

#include "core/analysis/numberwords.h"
#include "core/base/text.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestText = 100'000;
constexpr qint64 thousandth = 1'000;
/// More digits are compared as text.
constexpr qsizetype mostDigits = 12;
/// Larger numbers are not reckoned with; two of them can be added.
constexpr qint64 mostThousandths = std::numeric_limits<qint64>::max() / 4;
constexpr qsizetype shortestStem = 4;

/// A stretch of letters or figures of one kind of script.
struct Piece
{
    QString folded = {};
    qsizetype begin = 0;
    qsizetype end = 0;
    bool hasDigit = false;
    bool isUnspaced = false;
    int letters = 0;
    int capitals = 0;
    bool startsWithCapital = false;
    /// What stands before it: the beginning, or something that ends a sentence.
    bool opensSentence = false;
    QChar before = {};
};

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’';
}

class PieceReader
{
public:
    explicit PieceReader(QStringView text)
        : m_text(text.left(longestText))
    {}

    std::vector<Piece> read()
    {
        while (m_at < m_text.size()) {
            if (isLetter(m_at))
                m_pieces.push_back(readPiece());
            else if (m_text.sliced(m_at).startsWith(u"://"))
                skipAddress();
            else
                pass(m_text[m_at++]);
        }
        return std::move(m_pieces);
    }

private:
    bool isLetter(qsizetype at) const
    {
        const QChar c = m_text[at];
        return c.isLetterOrNumber() || (c.isMark() && at > 0) ||
               (c.isHighSurrogate() && at + 1 < m_text.size() &&
                QChar::isLetterOrNumber(QChar::surrogateToUcs4(c, m_text[at + 1]))) ||
               (c.isLowSurrogate() && at > 0 && m_text[at - 1].isHighSurrogate() &&
                QChar::isLetterOrNumber(QChar::surrogateToUcs4(m_text[at - 1], c)));
    }

    /// Marks inside a word or a number.
    bool joins(qsizetype at) const
    {
        if (at == 0 || at + 1 >= m_text.size())
            return false;
        const QChar c = m_text[at];
        const QChar before = m_text[at - 1];
        const QChar after = m_text[at + 1];
        const bool inNumber =
            (c == u'.' || c == u',' || c == u'\u066B' || c == u'\u066C') && before.isDigit() && after.isDigit();
        return inNumber || (isApostrophe(c) && before.isLetter() && after.isLetter()) ||
               (c == u'_' && (m_isHandle || before.isLetterOrNumber()));
    }

    Piece readPiece()
    {
        Piece piece{.begin = m_at, .before = m_before};
        m_isHandle = m_before == u'@';
        piece.isUnspaced = isUnspacedScript(m_text[m_at].unicode());
        while (m_at < m_text.size() && (isLetter(m_at) || joins(m_at)) &&
               isUnspacedScript(m_text[m_at].unicode()) == piece.isUnspaced) {
            const QChar c = m_text[m_at];
            piece.hasDigit = piece.hasDigit || c.isDigit();
            piece.letters += c.isLetter() ? 1 : 0;
            piece.capitals += c.isUpper() || c.isTitleCase() ? 1 : 0;
            ++m_at;
        }
        piece.end = m_at;
        const QChar first = m_text[piece.begin];
        piece.startsWithCapital = first.isUpper() || first.isTitleCase();
        piece.folded = m_text.sliced(piece.begin, piece.end - piece.begin).toString().toLower().replace(u'’', u'\'');
        piece.opensSentence = m_opensSentence;
        m_opensSentence = false;
        m_before = {};
        m_afterTitle = piece.startsWithCapital && piece.end - piece.begin <= 4;
        return piece;
    }

    void pass(QChar c)
    {
        m_before = c;
        // The full stop of "Dr." ends nothing.
        const bool goesOn = c == u' ' || c == u',' || c == u'-' || c == u'&' || c == u'/' || c == u'$' || c == u'€' ||
                            c == u'£' || c == u'@' || c == u'#' || c == u'%' || isApostrophe(c) ||
                            (c == u'.' && m_afterTitle);
        m_opensSentence = m_opensSentence || !goesOn;
    }

    void skipAddress()
    {
        if (!m_pieces.empty() && m_pieces.back().end == m_at)
            m_pieces.pop_back();
        while (m_at < m_text.size() && !m_text[m_at].isSpace())
            ++m_at;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QChar m_before = {};
    bool m_opensSentence = true;
    bool m_afterTitle = false;
    bool m_isHandle = false;
    std::vector<Piece> m_pieces;
};

/// A number made of one or more pieces, in thousandths.
struct ReadNumber
{
    qint64 thousandths = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    bool hasFigures = false;
    bool isOrdinalWord = false;
};

/// Figures with their marks as thousandths: "1,234.5", "1.234,5", "٥٠".
std::optional<qint64> figures(QStringView text)
{
    // The last mark with other than three figures behind it parts the fraction; every other mark groups.
    const auto isMark = [](QChar c) { return !c.isDigit(); };
    const auto lastMark = std::find_if(text.crbegin(), text.crend(), isMark);
    const auto fraction = lastMark - text.crbegin();
    const qsizetype marks = std::count_if(text.cbegin(), text.cend(), isMark);
    const bool hasFraction =
        lastMark != text.crend() && (fraction != 3 || (marks > 1 && text.count(*lastMark) == 1)) && fraction <= 3;
    qint64 value = 0;
    int digits = 0;
    for (const QChar c : text) {
        if (!c.isDigit())
            continue;
        value = value * 10 + c.digitValue();
        if (++digits > mostDigits)
            return std::nullopt;
    }
    qint64 scale = thousandth;
    for (auto i = hasFraction ? fraction : 0; i > 0; --i)
        scale /= 10;
    return value * scale;
}

/// What letters right behind figures do to them: "50k"; nothing ("3rd", "10x") for most.
qint64 suffixFactor(QStringView suffix)
{
    if (suffix == u"k")
        return 1'000;
    if (suffix == u"m" || suffix == u"mm" || suffix == u"mio")
        return 1'000'000;
    if (suffix == u"b" || suffix == u"bn" || suffix == u"mrd")
        return 1'000'000'000;
    return 1;
}

std::optional<qint64> figuresOf(const Piece &piece)
{
    if (!piece.hasDigit || !piece.folded.front().isDigit())
        return std::nullopt;
    qsizetype end = 0;
    while (end < piece.folded.size() && !piece.folded[end].isLetter())
        ++end;
    while (end > 0 && !piece.folded[end - 1].isDigit())
        --end;
    const auto value = figures(QStringView(piece.folded).left(end));
    const qint64 factor = suffixFactor(QStringView(piece.folded).sliced(end));
    return value && *value <= mostThousandths / factor ? std::optional(*value * factor) : std::nullopt;
}

/// Puts numbers together from figures and words: "1.2 million", "two hundred and fifty", "nineteen ninety-four".
class NumberReader
{
public:
    NumberReader(const std::vector<Piece> &pieces, QStringView language)
        : m_pieces(pieces)
        , m_language(language)
    {}

    std::vector<ReadNumber> read()
    {
        for (std::size_t number = 0; number < m_pieces.size(); ++number)
            take(number);
        close();
        return std::move(m_numbers);
    }

private:
    void take(std::size_t number)
    {
        const Piece &piece = m_pieces[number];
        if (const auto value = figuresOf(piece)) {
            close();
            open(number, true);
            m_part = *value;
            m_end = number + 1;
            m_takesParts = false;
            return;
        }
        const auto word = piece.hasDigit ? std::nullopt : numberWord(piece.folded, m_language);
        if (word)
            takeWord(*word, number);
        else if (!isJoint(number))
            close();
    }

    void takeWord(const NumberWord &word, std::size_t number)
    {
        const qint64 value = word.value * thousandth;
        if (word.kind == NumberWord::Kind::Scale) {
            if (!m_isOpen)
                open(number, false);
            scale(value);
        } else {
            if (m_isOpen && !joins(value))
                close();
            if (!m_isOpen)
                open(number, false);
            // "Nineteen ninety-four": two numbers below a hundred make a year.
            m_part = m_part >= 10 * thousandth && value >= 10 * thousandth && m_part < 100 * thousandth
                         ? m_part * 100 + value
                         : m_part + value;
            m_isOrdinal = word.kind == NumberWord::Kind::Ordinal;
        }
        m_end = number + 1;
        if (m_isOrdinal)
            close();
    }

    void scale(qint64 value)
    {
        constexpr qint64 hundred = 100 * thousandth;
        m_takesParts = true;
        const qint64 factor = value / thousandth;
        const qint64 times = m_part > 0 ? m_part : thousandth;
        if (times > mostThousandths / factor || m_total > mostThousandths)
            return;
        if (value == hundred) {
            m_part = times * factor;
            return;
        }
        m_total += times * factor;
        m_part = 0;
    }

    /// True when a value can follow what was read: "twenty" + "five", "hundred" + "twelve", "nineteen" + "ninety".
    bool joins(qint64 value) const
    {
        if (!m_takesParts)
            return false;
        const qint64 low = m_part % (100 * thousandth);
        const bool isTens = low >= 20 * thousandth && low % (10 * thousandth) == 0 && value < 10 * thousandth;
        const bool isYear = m_total == 0 && m_part >= 10 * thousandth && m_part < 100 * thousandth &&
                            value >= 10 * thousandth && value < 100 * thousandth;
        return low == 0 || isTens || isYear;
    }

    /// "And" inside a number, between words that may go on.
    bool isJoint(std::size_t number) const
    {
        const QString &word = m_pieces[number].folded;
        const bool isAnd = word == u"and" || word == u"und" || word == u"et" || word == u"y" || word == u"e";
        return m_isOpen && m_takesParts && isAnd && (m_total > 0 || m_part >= 20 * thousandth) && m_end == number;
    }

    void open(std::size_t number, bool hasFigures)
    {
        m_isOpen = true;
        m_first = number;
        m_hasFigures = hasFigures;
        m_takesParts = true;
        m_isOrdinal = false;
        m_total = m_part = 0;
    }

    void close()
    {
        if (m_isOpen)
            m_numbers.push_back({m_total + m_part, m_first, m_end, m_hasFigures, m_isOrdinal});
        m_isOpen = false;
        m_isOrdinal = false;
    }

    const std::vector<Piece> &m_pieces;
    QStringView m_language;
    std::vector<ReadNumber> m_numbers;
    bool m_isOpen = false;
    bool m_hasFigures = false;
    bool m_takesParts = true;
    bool m_isOrdinal = false;
    std::size_t m_first = 0;
    std::size_t m_end = 0;
    qint64 m_total = 0;
    qint64 m_part = 0;
};

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
bool isTitleCase(const std::vector<Piece> &pieces)
{
    int words = 0;
    int capital = 0;
    for (const Piece &piece : pieces) {
        if (piece.letters < 4 || piece.isUnspaced || piece.opensSentence)
            continue;
        ++words;
        capital += piece.startsWithCapital ? 1 : 0;
    }
    return words >= 3 && capital * 10 >= words * 7;
}

bool isShouted(const std::vector<Piece> &pieces)
{
    int letters = 0;
    int capitals = 0;
    for (const Piece &piece : pieces) {
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

bool isAllCapitals(const Piece &piece)
{
    return piece.letters >= 2 && piece.capitals == piece.letters;
}

} // namespace

SaidFacts::SaidFacts(QStringView language)
    : m_language(language.left(language.indexOf(u'-') < 0 ? language.size() : language.indexOf(u'-')).toString())
{}

void SaidFacts::add(QStringView text)
{
    const std::vector<Piece> pieces = PieceReader(text).read();
    for (const Piece &piece : pieces) {
        m_words.insert(piece.folded);
        m_words.insert(withoutPossessive(piece.folded));
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
    for (const ReadNumber &number : NumberReader(pieces, m_language).read())
        m_numbers.insert(number.thousandths);
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
    const QStringView stem = QStringView(name).left(std::max(shortestStem, name.size() - 2));
    return std::any_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &known) { return known.startsWith(stem) && known.size() <= name.size() + 3; });
}

QList<UnsaidFact> SaidFacts::unsaidIn(QStringView text, TextCasing casing) const
{
    const std::vector<Piece> pieces = PieceReader(text).read();
    const bool plainCapitalsTell = casing == TextCasing::Sentence && !isTitleCase(pieces) && m_language != "de"_L1;
    const bool shouts = isShouted(pieces);
    std::vector<bool> isNumber(pieces.size(), false);
    QList<UnsaidFact> facts;
    for (const ReadNumber &number : NumberReader(pieces, m_language).read()) {
        for (std::size_t piece = number.first; piece < number.end; ++piece)
            isNumber[piece] = true;
        const bool isTold = (number.hasFigures || m_language == "en"_L1) && !number.isOrdinalWord &&
                            number.thousandths >= 2 * thousandth && pieces[number.first].before != u'#';
        if (isTold && !m_numbers.contains(number.thousandths))
            facts.append({pieces[number.first].begin, pieces[number.end - 1].end - pieces[number.first].begin,
                          FactKind::Number});
    }
    for (std::size_t number = 0; number < pieces.size(); ++number) {
        const Piece &piece = pieces[number];
        const bool isHandle = piece.before == u'@';
        const bool neighbourShouts = (number > 0 && isAllCapitals(pieces[number - 1])) ||
                                     (number + 1 < pieces.size() && isAllCapitals(pieces[number + 1]));
        const bool isAcronym = isAllCapitals(piece) && !neighbourShouts;
        const bool isMixed = piece.capitals > (piece.startsWithCapital ? 1 : 0) && piece.capitals < piece.letters;
        const bool isPlain = piece.startsWithCapital && piece.letters >= 2 && piece.capitals == 1 &&
                             plainCapitalsTell && !piece.opensSentence && !piece.folded.startsWith("i'"_L1);
        if (isNumber[number] || piece.before == u'#' || piece.isUnspaced || shouts)
            continue;
        if (isHandle ? m_joined.contains(QString(piece.folded).remove(u'_'))
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
