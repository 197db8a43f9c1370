// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

/// Lets screen readers read and set score bars as sliders from 1 to 10; safe to call again.
void installScoreBarAccess();

} // namespace Viral
