// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"

#include "core/base/log.h"

#include <QFile>
#include <QUrl>

#include <atomic>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString newConnectionName()
{
    static std::atomic<int> count{0};
    return u"viral-library-%1"_s.arg(count.fetch_add(1));
}

void setUpWriting(QSqlDatabase &database, const QString &path)
{
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
}

void setUpReading(QSqlDatabase &database, const QString &path, bool asItStands)
{
    QUrl url = QUrl::fromLocalFile(path);
    if (asItStands)
        url.setQuery(u"immutable=1"_s);
    database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
}

} // namespace

DatabaseFault faultOf(const QSqlError &error)
{
    if (!error.isValid())
        return DatabaseFault::None;
    // The low byte is the primary code also where the driver reports extended ones.
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return DatabaseFault::Busy;
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return DatabaseFault::NotAllowed;
    case 13: // SQLITE_FULL
        return DatabaseFault::Full;
    case 10: // SQLITE_IOERR
        return DatabaseFault::Disk;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return DatabaseFault::Damaged;
    case 19: // SQLITE_CONSTRAINT
        return DatabaseFault::Constraint;
    default:
        return DatabaseFault::Other;
    }
}

Error libraryError(DatabaseFault fault, const QString &path, const QString &detail)
{
    const auto storage = [&path](const QString &message) { return Error{ErrorKind::Storage, message, path}; };
    switch (fault) {
    case DatabaseFault::Busy:
        return storage(u"Another program is using the library. Wait until it is done or close it, then try again."_s);
    case DatabaseFault::NotAllowed:
        return storage(u"The library cannot be written here. Allow writing in its folder, or choose another folder "
                       u"with --library or VIRAL_MOMENTS_LIBRARY."_s);
    case DatabaseFault::Full:
        return storage(u"The disk of the library is full. Make room on it and try again; what was kept before is "
                       u"safe."_s);
    case DatabaseFault::Disk:
        return storage(u"The disk of the library reported an error (%1). Check that it is connected and not full; "
                       u"what was kept before is safe."_s.arg(detail));
    case DatabaseFault::Damaged:
        return storage(u"The library file is damaged. Start the program again: it recovers what can be read and keeps "
                       u"the damaged file."_s);
    case DatabaseFault::None:
    case DatabaseFault::Constraint:
    case DatabaseFault::Other:
        break;
    }
    return {ErrorKind::Storage, u"The library could not do this: %1"_s.arg(detail), path};
}

QString damageMarker(const QString &path)
{
    return path + u"-damaged"_s;
}

Database::Database(QString path, QString connection)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
{}

Database::~Database()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access)
{
    DatabaseFault fault = DatabaseFault::None;
    Result<std::unique_ptr<Database>> opened = connect(path, access, false, fault);
    // Reading a database with a log wants a helper file beside it; where none can be made and there is no log, the file
    // can be read as it stands.
    const bool wantsHelper = access != Access::ReadWrite && fault == DatabaseFault::NotAllowed;
    if (wantsHelper && !QFile::exists(path + u"-wal"_s))
        opened = connect(path, access, true, fault);
    return opened;
}

Result<std::unique_ptr<Database>> Database::connect(const QString &path, Access access, bool asItStands,
                                                    DatabaseFault &fault)
{
    std::unique_ptr<Database> opened(new Database(path, newConnectionName()));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, opened->m_connection);
    if (!database.isValid())
        return failure(ErrorKind::Storage, u"Qt's SQLite driver is not installed."_s);
    if (access == Access::ReadWrite)
        setUpWriting(database, path);
    else
        setUpReading(database, path, asItStands);
    Result<void> prepared;
    if (database.open())
        prepared = opened->prepare(access);
    else
        prepared = tl::unexpected(opened->errorOf(database.lastError()));
    fault = opened->m_lastFault;
    if (!prepared)
        return tl::unexpected(prepared.error());
    return opened;
}

Result<void> Database::prepare(Access access)
{
    QStringList settings;
    if (access == Access::ReadWrite) {
        // FULL makes each commit wait for the disk, so that neither a kill nor a power cut loses it.
        settings = {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s,
                    u"PRAGMA journal_size_limit=16777216"_s};
    }
    // A file that is shorter than it says is read as far as it goes.
    if (access == Access::Salvage)
        settings = {u"PRAGMA writable_schema=ON"_s};
    settings.append(u"PRAGMA trusted_schema=OFF"_s);
    // Opening touches nothing; this does.
    if (access == Access::ReadOnly)
        settings.append(u"SELECT count(*) FROM sqlite_schema"_s);
    for (const QString &setting : settings) {
        if (const Result<void> done = change(setting); !done)
            return done;
    }
    return {};
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(errorOf(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(errorOf(query.lastError()));
    return query;
}

Result<void> Database::change(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery> query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return {};
}

Result<QVariant> Database::single(const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery> query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    if (query->next())
        return query->value(0);
    if (query->lastError().isValid())
        return tl::unexpected(errorOf(query->lastError()));
    return QVariant();
}

Result<void> Database::begin()
{
    const Result<void> begun = change(m_depth > 0 ? u"SAVEPOINT part"_s : u"BEGIN IMMEDIATE"_s);
    if (begun)
        ++m_depth;
    return begun;
}

Result<void> Database::commit()
{
    return change(m_depth > 1 ? u"RELEASE part"_s : u"COMMIT"_s);
}

void Database::rollBack()
{
    // SQLite may have rolled back by itself; then there is nothing left to do.
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.exec(m_depth > 1 ? u"ROLLBACK TO part"_s : u"ROLLBACK"_s);
    if (m_depth > 1)
        query.exec(u"RELEASE part"_s);
}

Result<void> Database::flushLog()
{
#ifdef Q_OS_UNIX
    // The log itself carries no locks, so that closing it lets go of none.
    const int log = ::open(QFile::encodeName(m_path + u"-wal"_s).constData(), O_RDONLY | O_CLOEXEC);
    // Where there is no log, as on a drive that cannot have one, SQLite has waited by itself.
    const bool isOnDisk = log >= 0 ? ::fsync(log) == 0 : errno == ENOENT;
    const QString why = qt_error_string(errno);
    if (log >= 0)
        ::close(log);
    if (isOnDisk)
        return {};
    m_lastFault = DatabaseFault::Disk;
    return tl::unexpected(libraryError(m_lastFault, m_path, why));
#else
    return {};
#endif
}

Result<void> Database::leaveLogToOthers()
{
    return change(u"PRAGMA wal_autocheckpoint=0"_s);
}

Result<void> Database::takeInLog()
{
    return change(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

Error Database::errorOf(const QSqlError &error)
{
    m_lastFault = faultOf(error);
    qCWarning(libraryLog).noquote() << "SQLite" << error.nativeErrorCode() << error.databaseText();
    if (m_lastFault == DatabaseFault::Damaged)
        return foundDamage(error.databaseText());
    return libraryError(m_lastFault, m_path, error.databaseText());
}

Error Database::foundDamage(const QString &detail)
{
    m_lastFault = DatabaseFault::Damaged;
    QFile marker(damageMarker(m_path));
    if (!marker.open(QIODevice::WriteOnly))
        qCWarning(libraryLog) << "cannot note the damage:" << marker.errorString();
    return libraryError(m_lastFault, m_path, detail);
}

QString textOrEmpty(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QByteArray bytesOrEmpty(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QDateTime timeFrom(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace Viral
