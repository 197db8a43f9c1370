// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/promises.h"
#include "core/contract/serviceresult.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// Reads a ServiceResult in any of its shapes: bare, the seed's completion payload (under "result"), RunPod's envelope
/// (under "output", also as text). Problems carry pointers into the document as given.
ServiceResult readServiceResult(const JsonValue &root, Problems &problems, Promises promises = Promises::Enforced);

/// readServiceResult for bytes of a result that is to be opened, not judged: all errors in one.
Result<ServiceResult> parseServiceResult(const QByteArray &bytes, Promises promises = Promises::Noted);

/// True when \a root looks like a result rather than a request or a transcript.
bool looksLikeServiceResult(const JsonValue &root);

/// Writes the fields in the order of the seed's example, custom metadata last and verbatim.
void writeServiceResult(JsonWriter &writer, const ServiceResult &result);
QByteArray writeServiceResult(const ServiceResult &result, JsonWriter::Layout layout);

/// Names in result metadata that are the service's own (interface.md section 6).
bool isServiceMetadata(QStringView name);

} // namespace Viral
