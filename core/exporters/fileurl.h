// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Viral {

/// What stands behind the last folder of \a path, in one line; understands the names of other systems
/// ("D:\Films\a.mov",
/// "\\server\share\a.mov"), since the editing program may run on one.
QString mediaFileName(const QString &path);

/// The address of an absolute \a path, percent-encoded: "file:///media/Talk%20One.mp4", with "localhost" for \a host
/// "file://localhost/media/…". A Windows share names its own host.
QString fileUrl(const QString &path, const QString &host = {});

} // namespace Viral
