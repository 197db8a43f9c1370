// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/problems.h"
#include "core/json/rawjson.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

namespace Viral {

struct JsonTape;

/// Nesting beyond this is refused.
inline constexpr int deepestJson = 1024;

/// A value inside a parsed document: two words, copied freely, valid as long as the document lives. Its JSON pointer is
/// worked out when a problem is reported, so a document without problems pays nothing for it.
///
/// asX() reads without judging: nothing when the value is of another type. Of a key that comes twice the last one
/// counts.
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
    /// The same as UTF-8, alive as long as the document.
    std::optional<std::string_view> asUtf8() const;

    /// The member called \a key of an object, nothing when missing or when this is no object.
    std::optional<JsonValue> member(QStringView key) const;
    /// The members called \a names (UTF-8), in their order, found in one walk over the object.
    template <std::size_t count>
    std::array<std::optional<JsonValue>, count> pick(const std::array<std::string_view, count> &names) const
    {
        std::array<std::optional<JsonValue>, count> found;
        pickMembers(names.data(), count, found.data());
        return found;
    }
    /// Calls visit(std::string_view key, const JsonValue &value) for each member in order of writing; a key that comes
    /// twice is visited twice. \a key is UTF-8 and lives as long as the document.
    template <typename Visit>
    void forEachMember(Visit &&visit) const
    {
        using Visitor = std::remove_reference_t<Visit>;
        walkMembers(const_cast<void *>(static_cast<const void *>(&visit)),
                    [](void *context, std::string_view key, const JsonValue &value) {
                        (*static_cast<Visitor *>(context))(key, value);
                    });
    }
    /// Calls visit(std::size_t index, const JsonValue &value) for each element of an array; never when this is none.
    template <typename Visit>
    void forEachElement(Visit &&visit) const
    {
        using Visitor = std::remove_reference_t<Visit>;
        walkElements(const_cast<void *>(static_cast<const void *>(&visit)),
                     [](void *context, std::size_t index, const JsonValue &value) {
                         (*static_cast<Visitor *>(context))(index, value);
                     });
    }
    /// Number of members or elements, 0 for other types.
    std::size_t size() const;

    /// RFC 6901 pointer from the root to here.
    QString pointer() const;
    /// The bytes of this value as they were written in the document. All calls on one document together cost linear
    /// time.
    QByteArray rawText() const;
    /// All members as they were written (last of equal names), empty when this is no object.
    RawMembers rawMembers() const;

private:
    friend class JsonDocument;
    using MemberVisitor = void (*)(void *context, std::string_view key, const JsonValue &value);
    using ElementVisitor = void (*)(void *context, std::size_t index, const JsonValue &value);

    JsonValue(const JsonTape *tape, std::size_t index)
        : m_tape(tape)
        , m_index(index)
    {}
    void walkMembers(void *context, MemberVisitor visit) const;
    void walkElements(void *context, ElementVisitor visit) const;
    void pickMembers(const std::string_view *names, std::size_t count, std::optional<JsonValue> *found) const;

    const JsonTape *m_tape;
    std::size_t m_index;
};

/// A parsed JSON text. Refuses invalid UTF-8, nesting beyond deepestJson, trailing text, lone surrogates, NaN.
class JsonDocument
{
public:
    /// Parses \a bytes (a UTF-8 byte order mark is skipped). On failure the error's place is "line L, column C",
    /// followed by ", at " and the JSON pointer reached there when that is not the root. Whole numbers beyond 64 bits
    /// are read as the nearest double; numbers beyond a double are refused.
    static Result<JsonDocument> parse(const QByteArray &bytes);

    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;
    ~JsonDocument();

    /// The root value; it and all values reached from it live as long as the document's contents, also when moved.
    JsonValue root() const;

private:
    struct Private;
    explicit JsonDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Viral
