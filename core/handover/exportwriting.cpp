// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/exportwriting.h"

#include "core/base/files.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

Result<QStringList> writeExported(const Exported &exported, const ExportFormat &format, const QString &path)
{
    const QFileInfo place(path);
    if (!place.isDir() && !format.isFolder && exported.files.size() == 1) {
        const Result<void> written = writeFile(path, exported.files.constFirst().bytes);
        return written ? Result<QStringList>(QStringList{path}) : tl::unexpected(written.error());
    }
    const QDir folder(path);
    if (!place.isDir() && !folder.mkpath(u"."_s)) {
        return failure(ErrorKind::Io, u"This format makes several files and wants a folder; it could not be made."_s,
                       path);
    }
    QStringList names;
    for (const ExportedFile &file : exported.files) {
        const QString name = folder.filePath(file.name);
        if (const Result<void> written = writeFile(name, file.bytes); !written)
            return tl::unexpected(written.error());
        names.append(name);
    }
    return names;
}

} // namespace Viral
