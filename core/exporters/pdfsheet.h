// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"

namespace Viral {

/// "pdf": the review sheet on A4, laid out by Pango with the fonts of this computer.
ExportFormat pdfSheet();

} // namespace Viral
