// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/numberreader.h"

#include "core/analysis/numberwords.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Viral {

namespace {

constexpr qint64 thousandth = thousandthsOfOne;
/// More digits are compared as text.
constexpr qsizetype mostDigits = 12;
/// Larger numbers are not reckoned with; two of them can be added.
constexpr qint64 mostThousandths = std::numeric_limits<qint64>::max() / 4;

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

std::optional<qint64> figuresOf(const TextPiece &piece)
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

/// Puts numbers together from figures and words, piece by piece.
class NumberReader
{
public:
    NumberReader(const std::vector<TextPiece> &pieces, QStringView language)
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
        const TextPiece &piece = m_pieces[number];
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

    const std::vector<TextPiece> &m_pieces;
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

} // namespace

std::vector<ReadNumber> readNumbers(const std::vector<TextPiece> &pieces, QStringView language)
{
    return NumberReader(pieces, language).read();
}

} // namespace Viral
