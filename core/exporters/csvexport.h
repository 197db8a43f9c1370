// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "csv": a row for each moment with everything an editor or a spreadsheet may want of it, its posts in columns.
ExportFormat csvExport();

} // namespace Viral
