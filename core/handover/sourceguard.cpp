// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/sourceguard.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

Result<void> spareSources(const QStringList &targets, const QStringList &sources)
{
    QStringList files;
    for (const QString &source : sources) {
        if (const QString file = QFileInfo(source).canonicalFilePath(); !source.isEmpty() && !file.isEmpty())
            files.append(file);
    }
    for (const QString &target : targets) {
        if (files.contains(QFileInfo(target).canonicalFilePath())) {
            return failure(
                ErrorKind::Usage,
                u"This is what the hand-over is made from, and it is not written over: name another place."_s, target);
        }
    }
    return {};
}

} // namespace Viral
