// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListView;

namespace Viral {

/// Tells screen readers of \a list as of its moments, each in the words of the model.
void tellAsMoments(QListView &list);

} // namespace Viral
