// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Viral {

/// What a file that is no text at all is, by its first bytes, and what to do about it ("This is a ZIP archive …");
/// empty for everything that may be text.
QString refusalOfBinary(QByteArrayView bytes);

/// True when text is full of control characters, as a binary file is after decoding.
bool looksBinary(QStringView text);

} // namespace Viral
