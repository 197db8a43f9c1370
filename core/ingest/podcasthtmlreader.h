// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Podcasting 2.0 as a web page: cite, time, p.
FormatReader podcastHtmlReader();

} // namespace Viral
