// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/contract/serviceresult.h"

namespace Viral {

/// The review's name for a result: the same bytes, the same name.
ReviewId reviewIdOf(const ServiceResult &result);
/// The review's name for a run, from its first chunk to the finished result opened next month.
ReviewId reviewIdOf(const RunId &run);

} // namespace Viral
