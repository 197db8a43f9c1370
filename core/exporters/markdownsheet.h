// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "markdown": the review sheet for wikis, tickets and mails.
ExportFormat markdownSheet();

} // namespace Viral
