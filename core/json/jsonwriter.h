// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/rawjson.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringView>

#include <concepts>
#include <cstdint>

namespace Viral {

/// Writes JSON in exactly the order in which it is called: the order of the contract's fields is the order of the code.
/// Text is UTF-8, only what JSON demands is escaped. Doubles are the shortest text that reads back as the same number,
/// with ".0" where it would look like an integer; not finite ones become null.
class JsonWriter
{
public:
    enum class Layout
    {
        Compact,  ///< no white space
        Indented, ///< two spaces a level, a line per member, a final line break
    };

    explicit JsonWriter(Layout layout = Layout::Compact);

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();

    JsonWriter &key(QStringView name);
    JsonWriter &key(QLatin1StringView name);

    JsonWriter &value(QStringView text);
    JsonWriter &value(QLatin1StringView text);
    JsonWriter &value(bool boolean);
    JsonWriter &value(std::int64_t number);
    template <std::signed_integral Integer>
    JsonWriter &value(Integer number)
    {
        return value(static_cast<std::int64_t>(number));
    }
    JsonWriter &value(double number);
    /// A literal without _L1 would be taken for a boolean.
    JsonWriter &value(const char *) = delete;
    JsonWriter &null();
    /// \a json must be one valid JSON value; its bytes are written unchanged.
    JsonWriter &raw(const QByteArray &json);

    /// key() and value() in one call.
    template <typename Key, typename Value>
    JsonWriter &member(const Key &name, const Value &content)
    {
        key(name);
        return value(content);
    }
    JsonWriter &members(const RawMembers &members);

    /// The finished text. Call once, after the outermost value is closed.
    QByteArray take();

private:
    void separate();
    void lineBreak();
    void open(char bracket);
    void close(char bracket);
    void appendEscaped(QStringView text);

    QByteArray m_bytes;
    Layout m_layout;
    int m_depth = 0;
    bool m_needsComma = false;
    bool m_afterKey = false;
    bool m_isEmpty = true;
};

} // namespace Viral
