// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"

#include <QStringList>

namespace Viral {

/// The library's file in \a folder.
QString libraryFile(const QString &folder);

/// Opens the file in \a folder with the current schema; makes, brings up or recovers it where needed. One program at a
/// time does this: a lock file keeps others waiting. Adds a sentence to \a notices for what the user should know.
Result<std::unique_ptr<Database>> openForWriting(const QString &folder, QStringList &notices);

/// Opens the file as it is and changes nothing.
Result<std::unique_ptr<Database>> openForReading(const QString &folder);

} // namespace Viral
