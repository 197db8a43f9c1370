// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/cueclock.h"

#include <array>

namespace Viral {

namespace {

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Takes leading digits off \a text; nothing when there are none or more than fit.
std::optional<qint64> takeNumber(QStringView &text)
{
    constexpr qsizetype mostDigits = 9;
    qsizetype digits = 0;
    qint64 number = 0;
    while (digits < text.size() && isDigit(text[digits]) && digits <= mostDigits)
        number = number * 10 + (text[digits++].unicode() - u'0');
    if (digits == 0 || digits > mostDigits)
        return std::nullopt;
    text = text.sliced(digits);
    return number;
}

/// Fraction digits as milliseconds: "5" is 500, "4567" is 457.
std::optional<qint64> fractionMilliseconds(QStringView digits)
{
    if (digits.isEmpty() || digits.size() > 18)
        return std::nullopt;
    qint64 milliseconds = 0;
    for (qsizetype place = 0; place < 3; ++place) {
        if (place < digits.size() && !isDigit(digits[place]))
            return std::nullopt;
        milliseconds = milliseconds * 10 + (place < digits.size() ? digits[place].unicode() - u'0' : 0);
    }
    for (const QChar digit : digits.mid(3)) {
        if (!isDigit(digit))
            return std::nullopt;
    }
    return milliseconds + (digits.size() > 3 && digits[3] >= u'5' ? 1 : 0);
}

struct Fields
{
    std::array<qint64, 3> values{};
    std::size_t count = 0;
    std::optional<qint64> milliseconds;
};

std::optional<Fields> parseFields(QStringView text)
{
    Fields fields;
    while (true) {
        const std::optional<qint64> number = takeNumber(text);
        if (!number)
            return std::nullopt;
        fields.values[fields.count++] = *number;
        if (text.isEmpty())
            return fields;
        const QChar separator = text[0];
        text = text.sliced(1);
        const bool opensFraction = separator == u'.' || separator == u',' || (separator == u':' && fields.count == 3);
        if (opensFraction) {
            fields.milliseconds = fractionMilliseconds(text);
            return fields.milliseconds ? std::optional(fields) : std::nullopt;
        }
        if (separator != u':')
            return std::nullopt;
    }
}

std::optional<CueTiming> timingOf(QStringView startText, QStringView endText)
{
    const std::optional<ClockTime> start = parseClock(startText);
    const std::optional<ClockTime> end = start ? parseClock(endText) : std::nullopt;
    if (!end)
        return std::nullopt;
    return CueTiming{start->time, end->time, (start->isOdd ? 1 : 0) + (end->isOdd ? 1 : 0)};
}

QStringView firstToken(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size() && !text[length].isSpace())
        ++length;
    return text.left(length);
}

bool isDash(QChar character)
{
    return character == u'-' || character == u'\u2013' || character == u'\u2014';
}

/// Only lines that begin like a time are looked at closer.
bool mayBeTiming(QStringView trimmed)
{
    return trimmed.size() >= 8 && (isDigit(trimmed[0]) || (trimmed[0] == u'-' && isDigit(trimmed[1])));
}

} // namespace

std::optional<ClockTime> parseClock(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    const std::optional<Fields> fields = parseFields(negative ? text.sliced(1) : text);
    if (!fields || (fields->count == 1 && !fields->milliseconds))
        return std::nullopt;
    qint64 seconds = 0;
    bool isOdd = false;
    for (std::size_t i = 0; i < fields->count; ++i) {
        seconds = seconds * 60 + fields->values[i];
        isOdd = isOdd || (i > 0 && fields->values[i] > 59);
    }
    const qint64 milliseconds = seconds * 1000 + fields->milliseconds.value_or(0);
    return ClockTime{Milliseconds(negative ? -milliseconds : milliseconds), isOdd};
}

std::optional<CueTiming> parseArrowLine(QStringView line)
{
    line = line.trimmed();
    if (!mayBeTiming(line))
        return std::nullopt;
    const qsizetype arrow = line.indexOf(u'>');
    if (arrow < 1)
        return std::nullopt;
    QStringView start = line.left(arrow).trimmed();
    if (start.isEmpty() || !isDash(start.back()))
        return std::nullopt;
    while (!start.isEmpty() && (isDash(start.back()) || start.back().isSpace()))
        start.chop(1);
    return timingOf(start, firstToken(line.sliced(arrow + 1).trimmed()));
}

std::optional<CueTiming> parseCommaLine(QStringView line)
{
    line = line.trimmed();
    const qsizetype comma = mayBeTiming(line) ? line.indexOf(u',') : -1;
    if (comma < 0 || line.count(u':') < 2)
        return std::nullopt;
    return timingOf(line.left(comma), line.sliced(comma + 1));
}

} // namespace Viral
