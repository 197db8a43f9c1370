// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/commands/keymap.h"

#include <QByteArray>

namespace Viral {

/// Larger than any file of keys, in bytes.
inline constexpr qint64 largestKeyFile = 1024 * 1024;

/// Keys as a file that can be carried to another computer: what differs from the table of commands, as JSON.
QByteArray writeKeyMap(const KeyMap &keys);

/// A map read from a file, and what of it was left out.
struct ReadKeyMap
{
    KeyMap keys = {};
    /// Commands of another version and keys that cannot be read, in words.
    QStringList notes = {};

    bool operator==(const ReadKeyMap &) const = default;
};

/// Reads what writeKeyMap() wrote; a file of another kind is refused.
Result<ReadKeyMap> parseKeyMap(const QByteArray &bytes);

} // namespace Viral
