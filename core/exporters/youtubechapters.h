// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "youtube-chapters": lines for the description of the long video. The first is 0:00, each lasts at least ten seconds;
/// what lies between moments gets lines of its own, so that no chapter claims more than its moment.
ExportFormat youTubeChapters();

} // namespace Viral
