// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "resolve-markers": an edit list whose events are markers for a timeline of DaVinci Resolve that holds the whole
/// source and starts at 01:00:00:00, as its timelines do. Colours tell the decision.
ExportFormat resolveMarkers();

} // namespace Viral
