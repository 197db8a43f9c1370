// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/formatreader.h"

namespace Viral {

/// Amazon Transcribe: items with times in text, Call Analytics in milliseconds.
FormatReader awsReader();

} // namespace Viral
