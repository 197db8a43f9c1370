// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Viral {

/// One member of an object kept as it was written: the value's own bytes are valid JSON and are echoed unchanged.
struct RawMember
{
    QString name = {};
    QByteArray value = {};

    bool operator==(const RawMember &) const = default;
};

/// Members in the order in which they were written; of a name that comes twice only the last is kept.
using RawMembers = QList<RawMember>;

/// The member called \a name, or null.
inline const RawMember *findMember(const RawMembers &members, QStringView name)
{
    for (const RawMember &member : members) {
        if (member.name == name)
            return &member;
    }
    return nullptr;
}

} // namespace Viral
