// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/request.h"

#include "core/json/jsonreader.h"

namespace Viral {

QString Request::metadataText(QStringView name) const
{
    const RawMember *member = findMember(metadata, name);
    if (!member)
        return {};
    const auto document = JsonDocument::parse(member->value);
    return document ? document->root().asString().value_or(QString()) : QString();
}

} // namespace Viral
