// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

/// The reel that edit lists give to the media called \a fileName: one to eight of A-Z and 0-9, always the same for the
/// same name. A name that fits (a camera's "A001C003.mov") is kept; of any other a part is, followed by four characters
/// worked out of the whole, so that names which begin alike stay apart.
QString reelName(const QString &fileName);

} // namespace Viral
