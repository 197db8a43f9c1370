// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Podcasting 2.0 and Podlove: segments with speakers.
FormatReader podcastJsonReader();

} // namespace Viral
