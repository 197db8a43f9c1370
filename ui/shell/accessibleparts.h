// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

/// Tells screen readers of docks and pages as of parts of their window, and what the buttons in search fields do; may be
/// called any number of times.
void installAccessibleParts();

} // namespace Viral
