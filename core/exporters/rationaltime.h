// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"

namespace Viral {

/// \a frames pictures as FCPXML writes time: "7630/25s", "10010/30000s". Never reduced, so that every time of a file
/// is seen to be a whole number of pictures; some readers refuse whole seconds.
QString rationalTime(qint64 frames, const FrameRate &rate);

} // namespace Viral
