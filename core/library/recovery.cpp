// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/recovery.h"

#include "core/library/salvage.h"
#include "core/library/schema.h"

#include <QFile>
#include <QFileInfo>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

// A recovery goes through these files: the new library is written to the first, complete under the second name, and
// moved to its place when the damaged file has left it.
QString unfinishedFile(const QString &path)
{
    return path + u".recovering"_s;
}

QString completeFile(const QString &path)
{
    return path + u".recovered"_s;
}

QString patchedFile(const QString &path)
{
    return path + u".patched"_s;
}

/// A database is its file with these beside it.
constexpr std::array<QLatin1StringView, 3> fileEndings{""_L1, "-wal"_L1, "-shm"_L1};

void removeDatabaseFiles(const QString &path)
{
    for (const QLatin1StringView ending : fileEndings)
        QFile::remove(path + ending);
    QFile::remove(damageMarker(path));
}

/// "library.damaged-20260102-030405.sqlite", with a number where that name is taken.
QString asideName(const QString &path)
{
    const QFileInfo info(path);
    const QString stem = u"%1/%2.damaged-%3"_s.arg(info.path(), info.completeBaseName(),
                                                   QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s));
    QString name = stem + u".sqlite"_s;
    for (int number = 2; QFile::exists(name); ++number)
        name = u"%1-%2.sqlite"_s.arg(stem).arg(number);
    return name;
}

Result<void> rename(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.exists() || file.rename(to))
        return {};
    return failure(ErrorKind::Storage, u"The file could not be renamed to %1: %2."_s.arg(to, file.errorString()), from);
}

/// Moves a database away, the file itself first: what is left of it then is never taken for part of another.
Result<void> moveDatabase(const QString &from, const QString &to)
{
    for (const QLatin1StringView ending : fileEndings) {
        if (const Result<void> moved = rename(from + ending, to + ending); !moved)
            return moved;
    }
    // Looking at a file without a log leaves an empty one.
    if (QFileInfo(to + fileEndings.at(1)).size() == 0) {
        QFile::remove(to + fileEndings.at(1));
        QFile::remove(to + fileEndings.at(2));
    }
    return {};
}

Result<std::unique_ptr<Database>> createLibrary(const QString &path)
{
    removeDatabaseFiles(path);
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::ReadWrite);
    if (!database)
        return database;
    if (const Result<void> migrated = migrate(**database); !migrated)
        return tl::unexpected(migrated.error());
    return database;
}

/// Fills \a fresh from a copy of the damaged file with a sound first page.
Result<QList<qint64>> salvagePatched(Database &fresh, const QString &path)
{
    const QString patched = patchedFile(path);
    const QString model = path + u".model"_s;
    QList<qint64> counts(libraryTables().size(), 0);
    // Closing the model brings all of it from the log into the file.
    if (const Result<std::unique_ptr<Database>> created = createLibrary(model); !created)
        return tl::unexpected(created.error());
    removeDatabaseFiles(patched);
    Result<QList<qint64>> salvaged = counts;
    if (replaceFirstPage(path, model, patched))
        salvaged = salvage(fresh, patched);
    removeDatabaseFiles(patched);
    removeDatabaseFiles(model);
    return salvaged;
}

/// Writes the new library; it is complete and closed on return.
Result<QList<qint64>> writeRecovered(const QString &path)
{
    const Result<std::unique_ptr<Database>> fresh = createLibrary(unfinishedFile(path));
    if (!fresh)
        return tl::unexpected(fresh.error());
    Result<QList<qint64>> counts = salvage(**fresh, path);
    const bool isEmpty = counts && std::accumulate(counts->cbegin(), counts->cend(), qint64{0}) == 0;
    if (isEmpty)
        counts = salvagePatched(**fresh, path);
    return counts;
}

QString sentence(const QList<qint64> &counts, const QString &aside)
{
    return u"The library was damaged. What could be read was recovered: runs %1, their documents %2, paid answers %3, "
           u"webhooks %4, decisions and edits %5, recent files %6. The damaged file is kept as %7."_s.arg(
               QString::number(counts.at(0)), QString::number(counts.at(1)), QString::number(counts.at(2)),
               QString::number(counts.at(3)), QString::number(counts.at(4)), QString::number(counts.at(5)), aside);
}

} // namespace

Result<QString> recover(const QString &path)
{
    const Result<QList<qint64>> counts = writeRecovered(path);
    if (!counts) {
        removeDatabaseFiles(unfinishedFile(path));
        return tl::unexpected(counts.error());
    }
    const QString aside = asideName(path);
    if (const Result<void> done = rename(unfinishedFile(path), completeFile(path)); !done)
        return tl::unexpected(done.error());
    if (const Result<void> done = moveDatabase(path, aside); !done)
        return tl::unexpected(done.error());
    if (const Result<void> done = rename(completeFile(path), path); !done)
        return tl::unexpected(done.error());
    QFile::remove(damageMarker(path));
    return sentence(*counts, aside);
}

Result<void> finishRecovery(const QString &path)
{
    const QString complete = completeFile(path);
    removeDatabaseFiles(unfinishedFile(path));
    if (!QFile::exists(complete))
        return {};
    if (QFile::exists(path)) {
        QFile::remove(complete);
        return {};
    }
    if (const Result<void> moved = moveDatabase(path, asideName(path)); !moved)
        return moved;
    QFile::remove(damageMarker(path));
    return rename(complete, path);
}

} // namespace Viral
