// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "fcpxml": version 1.9, which Final Cut Pro and DaVinci Resolve read. A reel is one project, moments are a project
/// each in one event, markers lie on a clip of the whole source. Keywords carry decision, category and score,
/// favourites what was kept or starred.
ExportFormat fcpxmlExport();

} // namespace Viral
