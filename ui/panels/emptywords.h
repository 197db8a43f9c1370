// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

class ReviewDocument;

/// What a panel says that has no current moment to show: \a choose where one can be chosen, else why there is none and
/// where to look.
QString noMomentText(const ReviewDocument &document, const QString &choose);

} // namespace Viral
