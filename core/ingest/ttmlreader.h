// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// TTML and DFXP: paragraphs, timed spans as words, agents as speakers.
FormatReader ttmlReader();

} // namespace Viral
