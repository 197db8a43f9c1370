// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// digital-paper-edit: words, and paragraphs that say who speaks.
FormatReader paperEditReader();

} // namespace Viral
