// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"

namespace Viral {

/// The schema this program writes; kept in the file as user_version.
int currentSchema();

/// Brings a file of any earlier schema, or an empty one, to the current schema: one step after the other, each kept as
/// a whole. Refuses a file of a later schema and a database of another program.
Result<void> migrate(Database &database);

/// For a file that is only read: a later schema is read as far as it is known; an earlier one is refused, as it cannot
/// be brought up.
Result<void> checkReadable(Database &database);

/// All tables that are recovered from a damaged file, in an order in which each row's parent comes first.
const QStringList &libraryTables();

} // namespace Viral
