// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Viral {

/// Longest post on X by its own count.
inline constexpr int longestWeightedPost = 280;

/// Length of a post as X counts it (the third configuration of its counting rules): one for Latin and most alphabets,
/// two for everything else, two for a whole emoji sequence, 23 for any web address.
int weightedLength(QStringView text);

} // namespace Viral
