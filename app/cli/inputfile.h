// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/inputreader.h"

namespace Viral::Cli {

/// Reads and recognises a file ("-" is standard input). Warnings are printed; on failure every problem is printed too
/// and the error holds the first one.
Result<Input> readInputFile(const QString &path);

} // namespace Viral::Cli
