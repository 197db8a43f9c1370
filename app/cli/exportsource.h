// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exporters/selects.h"

namespace Viral::Cli {

/// What export is to hand over, and where it finds what belongs to it.
struct ExportWishes
{
    /// The result.
    QString input = {};
    /// Payload or transcript in any format; empty takes what came with the result.
    QString transcript = {};
    /// Empty when there is no media.
    QString media = {};
    /// Where the editing program will find the media; empty for where it is.
    QString mediaElsewhere = {};
    /// Over what the media says; unknown when not given.
    FrameRate rate = {};
    HandOver handOver = HandOver::All;
    QString libraryFolder = {};
};

/// Reads it all. The library's decisions on this result are put over it; without any, everything is undecided, and
/// asking for what is kept fails.
Result<Selects> readSelects(const ExportWishes &wishes);

} // namespace Viral::Cli
