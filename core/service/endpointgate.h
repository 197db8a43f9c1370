// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/service/httpserver.h"

namespace Viral {

/// Whether the local endpoint talks to who sent this head: the answer that turns it away, or nothing. With a \a key
/// clients have to show it, bare or as bearer. Without one any will do, and only who calls this machine by a name of
/// its own is answered, so that no web page can make a browser ask.
std::optional<ServerAnswer> endpointRefusal(const HttpHead &head, const Secret &key);

/// An answer of the local endpoint that says what is wrong.
ServerAnswer endpointError(int status, const QString &message);

} // namespace Viral
