// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"

namespace Viral {

/// Copies every row that can still be read from the damaged library \a damagedPath into \a fresh, an empty library.
/// Returns the number of rows for each of libraryTables(). Fails only when \a fresh cannot be written.
Result<QList<qint64>> salvage(Database &fresh, const QString &damagedPath);

/// Writes to \a target a copy of \a damagedPath whose first page, where a database describes itself, is that of
/// \a soundPath, a library of the same schema: for a file that is only damaged there. False when that cannot help.
bool replaceFirstPage(const QString &damagedPath, const QString &soundPath, const QString &target);

} // namespace Viral
