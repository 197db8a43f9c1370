// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"

namespace Viral {

/// Puts a new library in the place of the damaged file at \a path, with everything that can be read of it, and keeps
/// the damaged file beside it under a name with the time. Returns a sentence for the user. Whatever interrupts this,
/// either the damaged file is still in its place or finishRecovery() goes on from there.
Result<QString> recover(const QString &path);

/// Ends a recovery that was interrupted; does nothing when there was none.
Result<void> finishRecovery(const QString &path);

} // namespace Viral
