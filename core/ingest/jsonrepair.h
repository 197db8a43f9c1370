// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Viral {

/// True when the first two characters that are not white space begin JSON: no time stamp, no section head.
bool looksLikeJson(QByteArrayView utf8);
bool looksLikeJson(QStringView text);

/// The slips of other writers mended: NaN and Infinity outside strings become null, raw control characters inside
/// strings are escaped. Everything else stays as it is.
QByteArray mendedJson(const QByteArray &utf8);

} // namespace Viral
