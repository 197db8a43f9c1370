// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListView;

namespace Viral {

/// Tells screen readers of \a list as of its moments, each in the words of the model. Readers look through all that is
/// in a list for what has the keys, at every step: a long one is told as a group.
void tellAsMoments(QListView &list);

} // namespace Viral
