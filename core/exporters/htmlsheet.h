// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "html": the review sheet as one page that needs nothing else, follows the reader's light or dark, and prints.
ExportFormat htmlSheet();

} // namespace Viral
