// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Viral {

class TimelineView;

/// Makes every TimelineView a list of moments to screen readers; may be called any number of times.
void installTimelineAccessibility();
/// The moments are others, or another one is selected.
void tellAccessibleReset(TimelineView &view);
void tellAccessibleSelection(TimelineView &view);

} // namespace Viral
