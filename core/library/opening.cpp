// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/opening.h"

#include "core/base/log.h"
#include "core/library/documenttable.h"
#include "core/library/recovery.h"
#include "core/library/schema.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Longest wait for another program that opens or recovers the same library.
constexpr int longestLockWaitMs = 10'000;

Result<void> makeFolder(const QString &folder)
{
    if (QDir(folder).exists())
        return {};
    if (!QDir().mkpath(folder))
        return tl::unexpected(libraryError(DatabaseFault::NotAllowed, folder, {}));
    // Interviews are nobody else's business.
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<void> takeLock(QLockFile &lock, const QString &folder)
{
    if (lock.tryLock(longestLockWaitMs))
        return {};
    const bool isTaken = lock.error() == QLockFile::LockFailedError;
    return tl::unexpected(libraryError(isTaken ? DatabaseFault::Busy : DatabaseFault::NotAllowed, folder, {}));
}

/// Fails, and leaves the damage marker, when a page of what was asked for is not as it should be.
Result<void> checkPages(Database &database, const QString &table)
{
    const Result<QVariant> outcome = database.single(u"PRAGMA quick_check(%1)"_s.arg(table));
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (outcome->toString() == "ok"_L1)
        return {};
    return tl::unexpected(database.foundDamage(outcome->toString()));
}

/// Checks what is small and must never be lost; the whole file only when it was found damaged before.
Result<void> checkFile(Database &database)
{
    if (QFile::exists(damageMarker(database.path()))) {
        const Result<void> whole = checkPages(database, u"1"_s);
        if (whole)
            QFile::remove(damageMarker(database.path()));
        return whole;
    }
    for (const QString &table : {u"journal"_s, u"runs"_s}) {
        if (const Result<void> checked = checkPages(database, table); !checked)
            return checked;
    }
    return {};
}

Result<std::unique_ptr<Database>> openSound(const QString &path)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::ReadWrite);
    if (!database)
        return database;
    if (const Result<void> migrated = migrate(**database); !migrated)
        return tl::unexpected(migrated.error());
    if (const Result<void> checked = checkFile(**database); !checked)
        return tl::unexpected(checked.error());
    if (const auto tidied = DocumentTable(**database).removeIncomplete(QDateTime::currentDateTimeUtc()); !tidied)
        qCWarning(libraryLog).noquote() << "what was not kept to its end stays:" << tidied.error().text();
    return database;
}

} // namespace

QString libraryFile(const QString &folder)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(folder)) + u"/library.sqlite"_s;
}

Result<std::unique_ptr<Database>> openForWriting(const QString &folder, QStringList &notices)
{
    if (const Result<void> made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    const QString path = libraryFile(folder);
    QLockFile lock(path + u".lock"_s);
    if (const Result<void> taken = takeLock(lock, folder); !taken)
        return tl::unexpected(taken.error());
    if (const Result<void> finished = finishRecovery(path); !finished)
        return tl::unexpected(finished.error());
    Result<std::unique_ptr<Database>> database = openSound(path);
    if (database || !QFile::exists(damageMarker(path)))
        return database;
    const Result<QString> recovered = recover(path);
    if (!recovered)
        return tl::unexpected(recovered.error());
    notices.append(*recovered);
    return openSound(path);
}

Result<std::unique_ptr<Database>> openForReading(const QString &folder)
{
    const QString path = libraryFile(folder);
    if (!QFile::exists(path))
        return failure(ErrorKind::Storage, u"There is no library in this folder."_s, folder);
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return database;
    if (const Result<void> readable = checkReadable(**database); !readable)
        return tl::unexpected(readable.error());
    return database;
}

} // namespace Viral
