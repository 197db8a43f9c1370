// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "losslesscut-csv": segments for LosslessCut, with a heading and tags for decision, score and category.
ExportFormat losslessCutCsv();

} // namespace Viral
