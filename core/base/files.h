// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Viral {

/// Largest input file that is read: 256 MiB. Larger ones are refused by name and size.
inline constexpr qint64 largestInputFile = 256LL * 1024 * 1024;

/// The whole file, or standard input for "-". Refuses folders, missing files and anything over \a limit bytes.
Result<QByteArray> readFile(const QString &path, qint64 limit = largestInputFile);

/// Writes aside and renames, so the file is either the old one or the whole new one. What is there and no regular file
/// (a pipe, a device) is written into as it is.
Result<void> writeFile(const QString &path, const QByteArray &bytes);

/// A file name from a human title: no path separators, no control characters, no leading dot, no reserved device name,
/// at most 80 code points and 180 bytes of UTF-8; \a fallback when nothing remains.
QString safeFileName(QStringView title, const QString &fallback);

} // namespace Viral
