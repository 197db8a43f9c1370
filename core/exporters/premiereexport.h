// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "premiere-xml": the interchange format of Final Cut Pro 7 (xmeml version 4), which Premiere Pro and DaVinci Resolve
/// read. A reel is one sequence, moments are a sequence each in one bin, markers lie on a sequence of the whole source.
ExportFormat premiereExport();

} // namespace Viral
