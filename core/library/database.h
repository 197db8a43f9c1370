// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <utility>

namespace Viral {

/// What SQLite says in numbers, as far as this room tells it apart.
enum class DatabaseFault
{
    None,
    Busy,       ///< another program holds it
    NotAllowed, ///< file or folder cannot be written or opened
    Full,       ///< no room on the disk
    Disk,       ///< the disk reported an error
    Damaged,    ///< the file is not, or no longer, a database
    Constraint, ///< a rule of the schema was broken
    Other,
};

DatabaseFault faultOf(const QSqlError &error);

/// One connection to one SQLite file, used on the thread that opened it. Each change is on disk when its call returns.
class Database
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly,
        /// Reads what it can of a damaged file and changes nothing in it.
        Salvage,
    };

    static Result<std::unique_ptr<Database>> open(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    /// The fault of the last call that failed.
    DatabaseFault lastFault() const { return m_lastFault; }

    /// Runs one statement with \a values for its question marks.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    Result<void> change(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; an invalid variant when there is none.
    Result<QVariant> single(const QString &sql, const QVariantList &values = {});

    /// All rows of a query, each read by \a read(const QSqlQuery &).
    template <typename Read>
    auto select(const QString &sql, const QVariantList &values, const Read &read)
        -> Result<QList<decltype(read(std::declval<const QSqlQuery &>()))>>
    {
        Result<QSqlQuery> query = run(sql, values);
        if (!query)
            return tl::unexpected(query.error());
        QList<decltype(read(std::declval<const QSqlQuery &>()))> rows;
        while (query->next())
            rows.append(read(*query));
        if (query->lastError().isValid())
            return tl::unexpected(errorOf(query->lastError()));
        return rows;
    }

    /// Runs \a work, which returns a Result, as one change: all of it is kept or nothing. Inside another it is a part
    /// of that one, undone by itself where it fails and on disk when the whole is.
    template <typename Work>
    auto transaction(const Work &work) -> decltype(work())
    {
        if (Result<void> begun = begin(); !begun)
            return tl::unexpected(begun.error());
        decltype(work()) outcome = work();
        if (outcome) {
            if (Result<void> committed = commit(); !committed)
                outcome = tl::unexpected(committed.error());
        }
        if (!outcome)
            rollBack();
        --m_depth;
        return outcome;
    }

    /// As transaction(), for what may be lost in a power cut (a kill loses nothing): it does not wait for the disk.
    template <typename Work>
    auto briefTransaction(const Work &work) -> decltype(work())
    {
        if (m_depth > 0)
            return transaction(work);
        if (Result<void> relaxed = change(QStringLiteral("PRAGMA synchronous=NORMAL")); !relaxed)
            return tl::unexpected(relaxed.error());
        decltype(work()) outcome = transaction(work);
        if (Result<void> strict = change(QStringLiteral("PRAGMA synchronous=FULL")); !strict)
            outcome = tl::unexpected(strict.error());
        return outcome;
    }

    /// As transaction(), but the disk is waited for when the lock is free again: others see the change a moment before
    /// it is safe from a power cut, and do not wait for it.
    template <typename Work>
    auto obligingTransaction(const Work &work) -> decltype(work())
    {
        if (m_depth > 0 || !canFlushLog)
            return transaction(work);
        decltype(work()) outcome = briefTransaction(work);
        if (const Result<void> flushed = outcome ? flushLog() : Result<void>(); !flushed)
            outcome = tl::unexpected(flushed.error());
        return outcome;
    }

    bool isInTransaction() const { return m_depth > 0; }
    /// Waits until what briefTransaction() has kept so far is on disk. Holds up nobody else.
    Result<void> flushLog();
    /// From now on the log is brought into the file by other connections alone.
    Result<void> leaveLogToOthers();
    /// Brings the log into the file, as far as that goes without waiting for anybody.
    Result<void> takeInLog();

    /// The failure in words that say what to do.
    Error errorOf(const QSqlError &error);
    /// Notes that the file is damaged, for the next start to recover it.
    Error foundDamage(const QString &detail);

private:
#ifdef Q_OS_UNIX
    static constexpr bool canFlushLog = true;
#else
    static constexpr bool canFlushLog = false;
#endif

    Database(QString path, QString connection);
    static Result<std::unique_ptr<Database>> connect(const QString &path, Access access, bool asItStands,
                                                     DatabaseFault &fault);
    Result<void> prepare(Access access);
    Result<void> begin();
    Result<void> commit();
    void rollBack();

    QString m_path;
    QString m_connection;
    DatabaseFault m_lastFault = DatabaseFault::None;
    /// Transactions inside one another.
    int m_depth = 0;
};

/// What a user is told about \a fault of the library file \a path; \a detail is the database's own text.
Error libraryError(DatabaseFault fault, const QString &path, const QString &detail);

/// A file beside \a path whose presence asks the next start to check the whole file.
QString damageMarker(const QString &path);

// Values on their way in and out. Times are milliseconds since 1970 UTC, nothing for invalid ones.

/// Never null, so that a column that wants a value has one.
QString textOrEmpty(const QString &text);
QByteArray bytesOrEmpty(const QByteArray &bytes);
QVariant timeValue(const QDateTime &time);
QDateTime timeFrom(const QVariant &value);

} // namespace Viral
