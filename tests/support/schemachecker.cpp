// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/schemachecker.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using Viral::JsonValue;

namespace ViralTest {

namespace {

const QSet<QString> annotations{u"$schema"_s, u"$id"_s, u"$defs"_s, u"title"_s, u"description"_s, u"default"_s};

QString textOf(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

bool isOfType(const JsonValue &value, const QString &type)
{
    if (type == "null"_L1)
        return value.isNull();
    if (type == "boolean"_L1)
        return value.asBoolean().has_value();
    if (type == "string"_L1)
        return value.isString();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "object"_L1)
        return value.isObject();
    if (type == "number"_L1)
        return value.isNumber();
    const auto number = value.asNumber();
    return type == "integer"_L1 && number && std::trunc(*number) == *number;
}

QStringList textsOf(const JsonValue &array)
{
    QStringList texts;
    array.forEachElement([&](std::size_t, const JsonValue &value) { texts.append(*value.asString()); });
    return texts;
}

} // namespace

bool SchemaChecker::accepts(const JsonValue &document)
{
    return check(m_root, document);
}

bool SchemaChecker::check(const JsonValue &schema, const JsonValue &value)
{
    if (const auto always = schema.asBoolean())
        return *always;
    bool isAccepted = true;
    schema.forEachMember([&](std::string_view key, const JsonValue &rule) {
        const QString keyword = textOf(key);
        isAccepted = (annotations.contains(keyword) || checkKeyword(keyword, rule, schema, value)) && isAccepted;
    });
    return isAccepted;
}

bool SchemaChecker::checkKeyword(const QString &keyword, const JsonValue &rule, const JsonValue &schema,
                                 const JsonValue &value)
{
    const auto text = value.asString();
    const auto number = value.asNumber();
    if (keyword == "type"_L1)
        return checkType(rule, value);
    if (keyword == "enum"_L1)
        return text && textsOf(rule).contains(*text);
    if (keyword == "minimum"_L1)
        return !number || *number >= *rule.asNumber();
    if (keyword == "maximum"_L1)
        return !number || *number <= *rule.asNumber();
    if (keyword == "minLength"_L1)
        return !text || Viral::codePointCount(*text) >= *rule.asInteger();
    if (keyword == "maxLength"_L1)
        return !text || Viral::codePointCount(*text) <= *rule.asInteger();
    if (keyword == "pattern"_L1)
        return !text || QRegularExpression(*rule.asString()).match(*text).hasMatch();
    if (keyword == "anyOf"_L1)
        return checkAnyOf(rule, value);
    if (keyword == "$ref"_L1)
        return checkReference(rule, value);
    if (keyword == "items"_L1 || keyword == "minItems"_L1 || keyword == "uniqueItems"_L1)
        return checkElements(keyword, rule, value);
    return checkMembers(keyword, rule, schema, value);
}

bool SchemaChecker::checkType(const JsonValue &rule, const JsonValue &value)
{
    if (const auto type = rule.asString())
        return isOfType(value, *type);
    const QStringList types = textsOf(rule);
    return std::any_of(types.begin(), types.end(), [&](const QString &type) { return isOfType(value, type); });
}

bool SchemaChecker::checkAnyOf(const JsonValue &rule, const JsonValue &value)
{
    bool isAccepted = false;
    rule.forEachElement([&](std::size_t, const JsonValue &branch) { isAccepted = check(branch, value) || isAccepted; });
    return isAccepted;
}

bool SchemaChecker::checkElements(const QString &keyword, const JsonValue &rule, const JsonValue &value)
{
    if (!value.isArray())
        return true;
    if (keyword == "minItems"_L1)
        return value.size() >= static_cast<std::size_t>(*rule.asInteger());
    bool isAccepted = true;
    QSet<QByteArray> seen;
    value.forEachElement([&](std::size_t, const JsonValue &element) {
        if (keyword == "items"_L1)
            isAccepted = check(rule, element) && isAccepted;
        else
            seen.insert(element.rawText());
    });
    return keyword == "items"_L1 ? isAccepted : static_cast<std::size_t>(seen.size()) == value.size();
}

bool SchemaChecker::checkMembers(const QString &keyword, const JsonValue &rule, const JsonValue &schema,
                                 const JsonValue &value)
{
    static const QSet<QString> known{u"required"_s, u"properties"_s, u"additionalProperties"_s, u"propertyNames"_s,
                                     u"maxProperties"_s};
    if (!known.contains(keyword)) {
        m_faults.append(keyword);
        return false;
    }
    if (!value.isObject())
        return true;
    if (keyword == "maxProperties"_L1)
        return value.size() <= static_cast<std::size_t>(*rule.asInteger());
    if (keyword == "required"_L1) {
        const QStringList names = textsOf(rule);
        return std::all_of(names.begin(), names.end(), [&](const QString &name) { return value.member(name); });
    }
    const auto properties = schema.member(u"properties");
    bool isAccepted = true;
    value.forEachMember([&](std::string_view key, const JsonValue &member) {
        const QString name = textOf(key);
        const auto property = properties ? properties->member(name) : std::nullopt;
        if (keyword == "properties"_L1 && property)
            isAccepted = check(*property, member) && isAccepted;
        else if (keyword == "additionalProperties"_L1 && !property)
            isAccepted = check(rule, member) && isAccepted;
        else if (keyword == "propertyNames"_L1)
            isAccepted = QRegularExpression(*rule.member(u"pattern")->asString()).match(name).hasMatch() && isAccepted;
    });
    return isAccepted;
}

bool SchemaChecker::checkReference(const JsonValue &rule, const JsonValue &value)
{
    const QString reference = rule.asString().value_or(QString());
    const auto definitions = m_root.member(u"$defs");
    const QString start = u"#/$defs/"_s;
    const auto target =
        definitions && reference.startsWith(start) ? definitions->member(reference.sliced(start.size())) : std::nullopt;
    if (!target) {
        m_faults.append(reference);
        return false;
    }
    return check(*target, value);
}

} // namespace ViralTest
