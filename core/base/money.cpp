// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::int64_t microsPerDollar = 1'000'000;

QString fixedPoint(std::int64_t micros, int decimals)
{
    const bool negative = micros < 0;
    const quint64 magnitude = negative ? ~static_cast<quint64>(micros) + 1 : static_cast<quint64>(micros);
    QString text = QString::number(magnitude / microsPerDollar) + u'.' +
                   QString::number(magnitude % microsPerDollar).rightJustified(6, u'0').left(decimals);
    return negative ? u'-' + text : text;
}

} // namespace

QString MicroDollars::sixDecimals() const
{
    return fixedPoint(value, 6);
}

QString MicroDollars::forPeople() const
{
    constexpr std::int64_t cent = 10'000;
    if (value == 0 || value >= cent) {
        const std::int64_t cents = value / cent + (value % cent >= cent / 2 ? 1 : 0);
        return u"$"_s + fixedPoint(cents * cent, 2);
    }
    QString text = fixedPoint(value, 6);
    while (text.endsWith(u'0'))
        text.chop(1);
    return u"$"_s + text;
}

MicroDollars TokenRate::costOf(std::int64_t tokens) const
{
    constexpr std::int64_t million = 1'000'000;
    // Whole millions and the rest apart, so that nothing between overflows; the rest rounds half up.
    const std::int64_t rest = (tokens % million * microDollarsPerMillion + million / 2) / million;
    std::int64_t cost = 0;
    if (__builtin_mul_overflow(tokens / million, microDollarsPerMillion, &cost) ||
        __builtin_add_overflow(cost, rest, &cost))
        return {std::numeric_limits<std::int64_t>::max()};
    return {cost};
}

std::optional<TokenRate> TokenRate::fromText(QStringView dollarsPerMillion)
{
    constexpr int longestWhole = 6;
    const auto point = dollarsPerMillion.indexOf(u'.');
    const QStringView whole = point < 0 ? dollarsPerMillion : dollarsPerMillion.left(point);
    const QStringView fraction = point < 0 ? QStringView{} : dollarsPerMillion.mid(point + 1);
    const auto digits = [](QStringView part) {
        return std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (whole.isEmpty() || whole.size() > longestWhole || fraction.size() > 6 || (point >= 0 && fraction.isEmpty()) ||
        !digits(whole) || !digits(fraction))
        return std::nullopt;
    const QString micros = whole.toString() + fraction.toString().leftJustified(6, u'0');
    return TokenRate{micros.toLongLong()};
}

QString TokenRate::shortest() const
{
    QString text = fixedPoint(microDollarsPerMillion, 6);
    while (text.endsWith(u'0') && !text.endsWith(".0"_L1))
        text.chop(1);
    return text;
}

} // namespace Viral
