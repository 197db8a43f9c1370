// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/inputreader.h"

namespace Viral {

/// An input as indented JSON, one sentence and one word a line, for comparing with a kept file.
QByteArray dumped(const Input &input);

/// What is wrong with a transcript that ingest has made; empty when it keeps every promise of completion.h.
QString brokenPromise(const Transcript &transcript);

} // namespace Viral
