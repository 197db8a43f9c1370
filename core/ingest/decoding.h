// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Viral {

/// Bytes of unknown encoding as text.
struct DecodedText
{
    QString text;
    /// "UTF-8", "UTF-16LE", "windows-1252", …
    QString encoding;
    /// False when a byte order mark, or that the bytes are valid UTF-8, settled it.
    bool isGuess = false;
    /// Characters that could not be read and are U+FFFD now.
    qsizetype replacedCharacters = 0;

    bool operator==(const DecodedText &) const = default;
};

/// Tries, in this order: byte order mark (UTF-8, UTF-16, UTF-32), strict UTF-8, UTF-16 without a mark by its zero
/// bytes, UTF-8 with a few broken bytes, the charset detector, windows-1252. Never fails.
DecodedText decoded(const QByteArray &bytes);

} // namespace Viral
