// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

namespace Viral {

/// Whether a moment decided so is among those that \a handOver asks for.
bool isHandedOver(Decision decision, HandOver handOver);

} // namespace Viral
