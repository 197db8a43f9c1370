// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/request.h"

namespace Viral {

/// \a request for a part of its recording: the sentences that lie wholly in \a range, with their words. Times stay
/// those of the whole recording and everything else stays as it is; only the numbers of the sentences begin at 0 again,
/// as they are places in the list. Without a sentence in the range the transcript is empty.
Request requestWithin(const Request &request, TimeSpan range);

} // namespace Viral
