// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/jsonreader.h"

namespace Viral {

/// The member called \a name when it is text, else an empty string: services leave out what their documents demand.
inline QString textMember(const JsonValue &value, QStringView name)
{
    const auto member = value.member(name);
    return member ? member->asString().value_or(QString()) : QString();
}

/// Parses \a bytes; where that fails, once more with invalid UTF-8 replaced. What was paid for is not thrown away
/// because of one bad byte.
inline Result<JsonDocument> parseForgiving(const QByteArray &bytes)
{
    auto document = JsonDocument::parse(bytes);
    if (document)
        return document;
    const QByteArray repaired = QString::fromUtf8(bytes).toUtf8();
    return repaired == bytes ? std::move(document) : JsonDocument::parse(repaired);
}

} // namespace Viral
