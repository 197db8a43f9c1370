// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exporters/exportformat.h"

namespace Viral {

/// Writes what \a format made to \a path and returns the files' names. Several files, and a format that has one for
/// each moment, make \a path a folder, which is created; a folder that is there takes a single file under its own name.
/// No file is ever half written, and none of \a sources, from which the hand-over was made, is written over: then
/// nothing is written at all.
Result<QStringList> writeExported(const Exported &exported, const ExportFormat &format, const QString &path,
                                  const QStringList &sources = {});

} // namespace Viral
