// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/problems.h"
#include "core/json/rawjson.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace Viral {

class JsonDocument;

/// Nesting beyond this is refused.
inline constexpr int deepestJson = 1024;

/// A value inside a parsed document; cheap to copy, valid as long as the document lives. It remembers the way from the
/// root, so a problem can be reported with its JSON pointer without any cost while there is none.
///
/// asX() reads without judging: nothing when the value is of another type. Of a key that comes twice the last one counts.
class JsonValue
{
public:
    enum class Type
    {
        Null,
        Boolean,
        Number,
        String,
        Array,
        Object,
    };

    Type type() const;
    bool isNull() const { return type() == Type::Null; }
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }
    bool isString() const { return type() == Type::String; }
    bool isNumber() const { return type() == Type::Number; }
    /// "an object", "a number": for messages.
    QString typeName() const;

    std::optional<bool> asBoolean() const;
    /// A whole number, also written as 8.0 or 8e0 (interface.md section 3); nothing for 8.5, text, or out of 64 bits.
    std::optional<std::int64_t> asInteger() const;
    /// Any finite number.
    std::optional<double> asNumber() const;
    std::optional<QString> asString() const;

    /// The member called \a key of an object, nothing when missing or when this is no object. The walk down: keep the
    /// parent alive while the child is used.
    std::optional<JsonValue> member(QStringView key) const;
    /// Calls \a visit for each member in order of writing. \a key is UTF-8 and lives only during the call.
    void forEachMember(const std::function<void(std::string_view key, const JsonValue &value)> &visit) const;
    /// Calls \a visit for each element of an array with its index; nothing when this is no array.
    void forEachElement(const std::function<void(std::size_t index, const JsonValue &value)> &visit) const;
    /// Number of members or elements, 0 for other types.
    std::size_t size() const;

    /// RFC 6901 pointer from the root to here.
    QString pointer() const;
    /// The bytes of this value as they were written in the document. All calls on one document together cost linear time.
    QByteArray rawText() const;
    /// All members as they were written (last of equal names), empty when this is no object.
    RawMembers rawMembers() const;

private:
    friend class JsonDocument;
    struct Step;
    JsonValue() = default;

    // simdjson's element is two words; kept as such so that its header stays inside this room.
    const void *m_tape = nullptr;
    std::size_t m_index = 0;
    const JsonDocument *m_document = nullptr;
    const JsonValue *m_parent = nullptr;
    std::string_view m_key;
    std::size_t m_position = 0;
};

/// A parsed JSON text. Refuses invalid UTF-8, nesting beyond deepestJson, trailing text, lone surrogates, NaN.
class JsonDocument
{
public:
    /// Parses \a bytes (a UTF-8 byte order mark is skipped). On failure the error's place is "line L, column C" with
    /// the JSON pointer reached there.
    static Result<JsonDocument> parse(const QByteArray &bytes);

    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;
    ~JsonDocument();

    /// The root value; valid while this document stays where it is.
    JsonValue root() const;

private:
    friend class JsonValue;
    struct Private;
    explicit JsonDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Viral
