// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/libraryfolder.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Viral {

QString defaultLibraryFolder()
{
    const QString chosen = qEnvironmentVariable("VIRAL_MOMENTS_LIBRARY");
    if (!chosen.isEmpty())
        return QDir::cleanPath(QDir::current().absoluteFilePath(chosen));
    // The XDG specification has relative paths ignored.
    const QString dataHome = qEnvironmentVariable("XDG_DATA_HOME");
    if (QDir::isAbsolutePath(dataHome))
        return QDir::cleanPath(dataHome + u"/viral-moments"_s);
    return QDir::cleanPath(QDir::homePath() + u"/.local/share/viral-moments"_s);
}

} // namespace Viral
