// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "json": the contract's ServiceResult with the chosen moments.
ExportFormat contractExport();

} // namespace Viral
