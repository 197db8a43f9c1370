// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Rev AI's elements and the spans of Rev's editor.
FormatReader revReader();

} // namespace Viral
