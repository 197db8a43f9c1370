// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace Viral {

class TimeDisplay;

/// The panels of \a window write their times as \a display says, now and whenever it changes.
void writeTimesAs(const TimeDisplay &display, QMainWindow &window);

} // namespace Viral
