// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "edl": CMX 3600. A reel is one list (several where a list is full), each moment a list of its own, or the whole
/// source one event with a locator for each moment.
ExportFormat edlExport();

} // namespace Viral
