// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timespan.h"

#include <QByteArray>

namespace Viral {

/// True when something takes connections at \a address (as in DBUS_SESSION_BUS_ADDRESS) and then says nothing for
/// \a patience. One that is not there, or is reached otherwise than by a local socket, is not silent.
bool isSilentBus(const QByteArray &address, Milliseconds patience);

/// Before the application exists: a session bus that is silent is left alone for good, by this program and what it
/// starts. The toolkit asks for it when it makes the first window and would wait without an end.
void avoidSilentBus(Milliseconds patience = Milliseconds{2000});

} // namespace Viral
