// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/fields.h"

using namespace Qt::StringLiterals;

namespace Viral {

bool isThere(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    if (!field)
        problems.addMissing(parent, name);
    return field.has_value();
}

void reportType(const JsonValue &value, QStringView wanted, Problems &problems)
{
    problems.addError(value, u"must be %1, not %2"_s.arg(wanted, value.typeName()));
}

void reportDeparture(const JsonValue &value, const QString &message, Promises promises, Problems &problems)
{
    if (promises == Promises::Enforced)
        problems.addError(value, message);
    else
        problems.addWarning(value, message);
}

bool requireObject(const JsonValue &value, Problems &problems)
{
    if (!value.isObject())
        reportType(value, u"an object", problems);
    return value.isObject();
}

bool requireArray(const JsonValue &value, Problems &problems)
{
    if (!value.isArray())
        reportType(value, u"a list", problems);
    return value.isArray();
}

std::optional<QString> readText(const JsonValue &value, Problems &problems)
{
    std::optional<QString> text = value.asString();
    if (!text)
        reportType(value, u"text", problems);
    return text;
}

std::optional<QString> readFilledText(const JsonValue &value, Problems &problems)
{
    std::optional<QString> text = readText(value, problems);
    if (text && text->isEmpty()) {
        problems.addError(value, u"must not be empty"_s);
        return std::nullopt;
    }
    return text;
}

std::optional<std::int64_t> readInteger(const JsonValue &value, std::int64_t lowest, std::int64_t highest,
                                        Problems &problems)
{
    if (!value.isNumber()) {
        reportType(value, u"a whole number", problems);
        return std::nullopt;
    }
    const std::optional<std::int64_t> number = value.asInteger();
    if (number && *number >= lowest && *number <= highest)
        return number;
    if (!number && std::abs(*value.asNumber()) < 1e15)
        problems.addError(value, u"must be a whole number"_s);
    else
        problems.addError(value, u"must be from %1 to %2"_s.arg(lowest).arg(highest));
    return std::nullopt;
}

std::optional<Milliseconds> readTime(const JsonValue &value, Problems &problems)
{
    const std::optional<std::int64_t> time = value.asInteger();
    if (time && *time >= 0 && *time <= latestTime)
        return Milliseconds{*time};
    if (!value.isNumber())
        reportType(value, u"a whole number of milliseconds", problems);
    else if (*value.asNumber() < 0)
        problems.addError(value, u"must not be negative"_s);
    else if (*value.asNumber() > static_cast<double>(latestTime))
        problems.addError(value, u"must not be later than %1 ms"_s.arg(latestTime));
    else
        problems.addError(value, u"must be a whole number of milliseconds"_s);
    return std::nullopt;
}

QString requiredText(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    if (!isThere(parent, field, name, problems))
        return {};
    return readText(*field, problems).value_or(QString());
}

QString requiredFilledText(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    if (!isThere(parent, field, name, problems))
        return {};
    return readFilledText(*field, problems).value_or(QString());
}

int requiredCount(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    if (!isThere(parent, field, name, problems))
        return 0;
    return static_cast<int>(readInteger(*field, 0, highestCount, problems).value_or(0));
}

std::optional<Milliseconds> requiredTime(const JsonValue &parent, const Field &field, std::string_view name,
                                         Problems &problems)
{
    if (!isThere(parent, field, name, problems))
        return std::nullopt;
    return readTime(*field, problems);
}

TimeSpan requiredSpan(const JsonValue &parent, const Field &start, std::string_view startName, const Field &end,
                      std::string_view endName, Problems &problems)
{
    const auto startTime = requiredTime(parent, start, startName, problems);
    const auto endTime = requiredTime(parent, end, endName, problems);
    if (!startTime || !endTime)
        return {};
    if (*endTime < *startTime)
        problems.addError(*end, u"must not be before %1 (%2)"_s
                                    .arg(QLatin1StringView(startName.data(), static_cast<qsizetype>(startName.size())))
                                    .arg(startTime->count()));
    return {*startTime, *endTime};
}

} // namespace Viral
