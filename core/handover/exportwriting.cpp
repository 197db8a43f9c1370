// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/exportwriting.h"

#include "core/base/files.h"
#include "core/handover/sourceguard.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral {

Result<QStringList> writeExported(const Exported &exported, const ExportFormat &format, const QString &path,
                                  const QStringList &sources)
{
    const QFileInfo place(path);
    if (!place.isDir() && !format.isFolder && exported.files.size() == 1) {
        if (const Result<void> spared = spareSources({path}, sources); !spared)
            return tl::unexpected(spared.error());
        const Result<void> written = writeFile(path, exported.files.constFirst().bytes);
        return written ? Result<QStringList>(QStringList{path}) : tl::unexpected(written.error());
    }
    const QDir folder(path);
    if (!place.isDir() && !folder.mkpath(u"."_s)) {
        return failure(ErrorKind::Io, u"This format makes several files and wants a folder; it could not be made."_s,
                       path);
    }
    QStringList names;
    for (const ExportedFile &file : exported.files)
        names.append(folder.filePath(file.name));
    if (const Result<void> spared = spareSources(names, sources); !spared)
        return tl::unexpected(spared.error());
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (const Result<void> written = writeFile(names.at(i), exported.files.at(i).bytes); !written)
            return tl::unexpected(written.error());
    }
    return names;
}

} // namespace Viral
