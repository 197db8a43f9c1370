// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

/// Names this program as it runs now: another one never has the same name, also after a restart of the computer or in
/// another container.
QString thisProgram();

/// True when the program called \a name ran on this computer and does so no more. False also for all that cannot be
/// known: other computers and containers, and systems without /proc.
bool hasSurelyEnded(const QString &name);

} // namespace Viral
