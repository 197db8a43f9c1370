// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/request.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads a request, bare or under "input" (interface.md section 3). Every problem goes to \a problems with its pointer
/// (below /input when wrapped); a value is returned even then, so ask problems.hasErrors(). Checks types, ranges and
/// the contract's rules (requestrules.h) and sorts what is out of order (a warning). Words or sentences that are
/// missing are derived afterwards, by ingest/completion.h.
Request readRequest(const JsonValue &root, Problems &problems);

/// readRequest for bytes: all errors in one.
Result<Request> parseRequest(const QByteArray &bytes);

enum class KeyInPayload
{
    LeaveOut,
    /// Only where the user asked for it by name: RunPod echoes what stands in the payload.
    Include,
};

/// Writes a request in the contract's order; \a wrapped puts it under "input". Only options that were given are
/// written.
QByteArray writeRequest(const Request &request, JsonWriter::Layout layout, bool wrapped = false,
                        KeyInPayload key = KeyInPayload::LeaveOut);

} // namespace Viral
