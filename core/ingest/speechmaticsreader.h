// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Speechmatics json-v2: words, entities, punctuation that says where it belongs.
FormatReader speechmaticsReader();

} // namespace Viral
