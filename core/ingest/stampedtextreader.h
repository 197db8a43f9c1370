// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Text with a time in front of, or above, what is said: "[00:12:30] Name: text", "[12.5 - 17.0] text", "Name 12:30".
FormatReader stampedTextReader();

} // namespace Viral
