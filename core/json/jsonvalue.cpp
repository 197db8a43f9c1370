// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/jsonreader.h"

#include "core/json/jsonscanner.h"
#include "core/json/jsontape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// QString::fromUtf8 takes a leading U+FEFF for a byte order mark; inside a JSON string it is a character.
QString fromJsonText(std::string_view utf8)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    return utf8.starts_with(mark) ? QChar(QChar::ByteOrderMark) + text : text;
}

std::optional<std::int64_t> wholeNumber(double number)
{
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (!(number >= -limit && number < limit) || std::trunc(number) != number)
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

} // namespace

JsonValue::Type JsonValue::type() const
{
    switch (m_tape->kind(m_index)) {
    case '{':
        return Type::Object;
    case '[':
        return Type::Array;
    case '"':
        return Type::String;
    case 't':
    case 'f':
        return Type::Boolean;
    case 'n':
        return Type::Null;
    default:
        return Type::Number;
    }
}

QString JsonValue::typeName() const
{
    switch (type()) {
    case Type::Null:
        return u"null"_s;
    case Type::Boolean:
        return u"true or false"_s;
    case Type::Number:
        return u"a number"_s;
    case Type::String:
        return u"text"_s;
    case Type::Array:
        return u"a list"_s;
    case Type::Object:
        break;
    }
    return u"an object"_s;
}

std::optional<bool> JsonValue::asBoolean() const
{
    if (type() != Type::Boolean)
        return std::nullopt;
    return m_tape->kind(m_index) == 't';
}

std::optional<std::int64_t> JsonValue::asInteger() const
{
    switch (m_tape->kind(m_index)) {
    case 'l':
        return static_cast<std::int64_t>(m_tape->words[m_index + 1]);
    case 'd':
        return wholeNumber(std::bit_cast<double>(m_tape->words[m_index + 1]));
    default: // 'u' is beyond 63 bits
        return std::nullopt;
    }
}

std::optional<double> JsonValue::asNumber() const
{
    switch (m_tape->kind(m_index)) {
    case 'l':
        return static_cast<double>(static_cast<std::int64_t>(m_tape->words[m_index + 1]));
    case 'u':
        return static_cast<double>(m_tape->words[m_index + 1]);
    case 'd':
        return std::bit_cast<double>(m_tape->words[m_index + 1]);
    default:
        return std::nullopt;
    }
}

std::optional<QString> JsonValue::asString() const
{
    const auto utf8 = asUtf8();
    return utf8 ? std::optional(fromJsonText(*utf8)) : std::nullopt;
}

std::optional<std::string_view> JsonValue::asUtf8() const
{
    if (m_tape->kind(m_index) != '"')
        return std::nullopt;
    return m_tape->string(m_index);
}

std::optional<JsonValue> JsonValue::member(QStringView key) const
{
    const QByteArray name = key.toUtf8();
    const std::array names{std::string_view(name.constData(), static_cast<std::size_t>(name.size()))};
    return pick(names).front();
}

void JsonValue::walkMembers(void *context, MemberVisitor visit) const
{
    if (!isObject())
        return;
    const std::size_t end = m_tape->afterContainer(m_index) - 1;
    for (std::size_t index = m_index + 1; index < end;) {
        const JsonValue value(m_tape, index + 1);
        visit(context, m_tape->string(index), value);
        index = m_tape->after(index + 1);
    }
}

void JsonValue::walkElements(void *context, ElementVisitor visit) const
{
    if (!isArray())
        return;
    const std::size_t end = m_tape->afterContainer(m_index) - 1;
    std::size_t position = 0;
    for (std::size_t index = m_index + 1; index < end; index = m_tape->after(index))
        visit(context, position++, JsonValue(m_tape, index));
}

void JsonValue::pickMembers(const std::string_view *names, std::size_t count, std::optional<JsonValue> *found) const
{
    if (!isObject())
        return;
    // Members mostly come in the order of names, so the search begins after the last one found.
    std::size_t likely = 0;
    const std::size_t end = m_tape->afterContainer(m_index) - 1;
    for (std::size_t index = m_index + 1; index < end; index = m_tape->after(index + 1)) {
        const std::string_view key = m_tape->string(index);
        for (std::size_t tried = 0; tried < count; ++tried) {
            const std::size_t name = likely + tried < count ? likely + tried : likely + tried - count;
            if (names[name] != key)
                continue;
            found[name] = JsonValue(m_tape, index + 1);
            likely = name + 1;
            break;
        }
    }
}

std::size_t JsonValue::size() const
{
    if (!m_tape->isContainer(m_index))
        return 0;
    std::size_t count = m_tape->itemCount(m_index);
    if (count < JsonTape::manyItems)
        return count;
    count = 0;
    if (isObject())
        forEachMember([&](std::string_view, const JsonValue &) { ++count; });
    else
        forEachElement([&](std::size_t, const JsonValue &) { ++count; });
    return count;
}

QString JsonValue::pointer() const
{
    return m_tape->pointer(m_index);
}

QByteArray JsonValue::rawText() const
{
    const qsizetype start = m_tape->offset(m_index);
    const qsizetype end = m_tape->isContainer(m_index) ? m_tape->offset(m_tape->afterContainer(m_index) - 1) + 1
                                                       : endOfValue(m_tape->text, start);
    return m_tape->text.sliced(start, end - start).toByteArray();
}

RawMembers JsonValue::rawMembers() const
{
    std::vector<std::pair<std::string_view, JsonValue>> written;
    forEachMember([&](std::string_view key, const JsonValue &value) { written.emplace_back(key, value); });
    RawMembers members;
    std::unordered_set<std::string_view> seen;
    for (auto entry = written.rbegin(); entry != written.rend(); ++entry) {
        if (seen.insert(entry->first).second)
            members.append({fromJsonText(entry->first), entry->second.rawText()});
    }
    std::reverse(members.begin(), members.end());
    return members;
}

} // namespace Viral
