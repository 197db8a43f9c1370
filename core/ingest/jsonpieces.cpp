// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonpieces.h"

#include "core/ingest/cueclock.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

double millisecondsIn(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Second:
        return 1000;
    case TimeUnit::Tick:
        return 0.0001;
    case TimeUnit::Millisecond:
        break;
    }
    return 1;
}

/// Rounded, not cut off: 4.459999 is how writers write 4.46.
std::optional<Milliseconds> rounded(double milliseconds)
{
    if (!std::isfinite(milliseconds) || std::abs(milliseconds) > double(latestTime))
        return std::nullopt;
    return Milliseconds(std::llround(milliseconds));
}

std::optional<Milliseconds> timeIn(QStringView text, TimeUnit unit)
{
    text = text.trimmed();
    const bool saysSeconds = text.endsWith(u's');
    const QStringView digits = saysSeconds ? text.chopped(1) : text;
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    if (isNumber)
        return rounded(number * millisecondsIn(saysSeconds ? TimeUnit::Second : unit));
    const std::optional<ClockTime> clock = parseClock(text);
    return clock ? rounded(double(clock->time.count())) : std::nullopt;
}

bool standsForNobody(const QString &label)
{
    constexpr std::array marks{"UU"_L1, "U_UKN"_L1, "?"_L1, "unknown"_L1, "null"_L1};
    return std::any_of(marks.begin(), marks.end(), [&label](QLatin1StringView mark) { return label == mark; });
}

bool isMereSign(const QString &label)
{
    const bool isNumber = std::all_of(label.begin(), label.end(), [](QChar character) { return character.isDigit(); });
    return isNumber || (label.size() == 1 && label.front().isUpper());
}

} // namespace

std::optional<Milliseconds> JsonPieces::time(const Field &field) const
{
    if (!isGiven(field))
        return std::nullopt;
    std::optional<Milliseconds> time;
    if (const auto number = field->asNumber())
        time = rounded(*number * millisecondsIn(m_unit));
    else if (const auto text = field->asString())
        time = timeIn(*text, m_unit);
    if (!time)
        m_problems.addWarning(*field, u"This is no time that can be read; it counts as missing."_s);
    return time;
}

QString JsonPieces::text(const Field &field) const
{
    if (!isGiven(field))
        return {};
    if (const auto text = field->asString())
        return *text;
    m_problems.addWarning(*field, u"This should be text, but is %1."_s.arg(field->typeName()));
    return field->isNumber() ? QString::fromUtf8(field->rawText()) : QString();
}

QString JsonPieces::speaker(const Field &field) const
{
    if (!isGiven(field))
        return {};
    const auto number = field->asInteger();
    if (!number && !field->isString()) {
        m_problems.addWarning(*field, u"This names no speaker; whoever speaks counts as unknown."_s);
        return {};
    }
    const QString label = number ? QString::number(*number) : field->asString()->simplified();
    if (label.isEmpty() || standsForNobody(label))
        return {};
    return isMereSign(label) ? u"Speaker "_s + label : label;
}

bool JsonPieces::isList(const Field &list) const
{
    if (isGiven(list) && !list->isArray())
        m_problems.addWarning(*list, u"This should be a list, but is %1."_s.arg(list->typeName()));
    return list && list->isArray();
}

QString JsonPieces::expectedObject(const JsonValue &value)
{
    return u"This should be an object, but is %1; it was left out."_s.arg(value.typeName());
}

Field firstOf(const Field &list)
{
    Field first;
    if (list) {
        list->forEachElement([&first](std::size_t index, const JsonValue &element) {
            if (index == 0)
                first = element;
        });
    }
    return first;
}

Field memberOf(const Field &object, QStringView name)
{
    return object ? object->member(name) : std::nullopt;
}

} // namespace Viral
