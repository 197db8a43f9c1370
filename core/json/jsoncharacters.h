// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Viral {

// The letters of JSON's grammar, for this room only.

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Length of the UTF-8 sequence at the start of \a bytes, 0 when it is none (overlong, surrogate, cut off).
qsizetype sequenceLength(QByteArrayView bytes);

/// True when \a number (without sign, valid, beyond a double's range) is too large, false when it is too small.
bool isAboveOne(QByteArrayView number);

} // namespace Viral
