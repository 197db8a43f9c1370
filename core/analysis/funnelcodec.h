// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/funnel.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

namespace Viral {

/// The file of run --funnel: {"candidates": […], "counts": {stage: n}, "notes": […]}.
QByteArray writeFunnel(const Funnel &funnel, JsonWriter::Layout layout);
Result<Funnel> parseFunnel(const QByteArray &bytes);

} // namespace Viral
