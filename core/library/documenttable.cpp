// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/documenttable.h"

#include "core/base/log.h"
#include "core/library/programid.h"

#include <QThread>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Who waits for the lock looks again after one millisecond first.
constexpr unsigned long pauseMicroseconds = 2'000;
/// Nobody writes one document for longer.
constexpr qint64 longestWritingMs = 24 * 3'600 * 1'000;
constexpr int partsRemovedAtOnce = 8;
/// A damaged file may tell any size; what is beyond this grows as it comes.
constexpr qint64 mostReserved = 64LL * 1024 * 1024;

struct Unfinished
{
    QString parts;
    QString writer;
    QDateTime begunAt;
};

bool isAbandoned(const Unfinished &document, const QDateTime &now)
{
    return hasSurelyEnded(document.writer) || qAbs(document.begunAt.msecsTo(now)) > longestWritingMs;
}

} // namespace

Result<void> DocumentTable::keep(const RunId &run, const QString &kind, const QByteArray &json)
{
    const Result<QString> earlier = partsOf(run, kind);
    if (!earlier)
        return tl::unexpected(earlier.error());
    const bool isParted = json.size() > largestPart && !m_database.isInTransaction();
    const QString parts = isParted ? QUuid::createUuid().toString(QUuid::WithoutBraces) : QString();
    Result<void> kept = isParted ? writeParts(run, parts, json) : write(run, kind, json, {}, 0);
    if (kept && isParted)
        kept = complete(run, kind, parts, json.size());
    const QString superfluous = kept ? *earlier : parts;
    if (superfluous.isEmpty())
        return kept;
    if (const Result<void> removed = removeParts(superfluous); !removed)
        qCWarning(libraryLog).noquote() << "parts that are of no use stay:" << removed.error().text();
    return kept;
}

Result<QString> DocumentTable::partsOf(const RunId &run, const QString &kind)
{
    const Result<QVariant> parts =
        m_database.single(u"SELECT parts FROM run_documents WHERE run_id = ? AND kind = ? AND parts <> ''"_s,
                          {textOrEmpty(run.value), kind});
    if (!parts)
        return tl::unexpected(parts.error());
    return parts->toString();
}

Result<void> DocumentTable::write(const RunId &run, const QString &kind, const QByteArray &json, const QString &parts,
                                  qsizetype size)
{
    return m_database.change(u"INSERT INTO run_documents (run_id, kind, json, parts, size) VALUES (?, ?, ?, ?, ?) "
                             u"ON CONFLICT (run_id, kind) DO UPDATE SET json = excluded.json, "
                             u"parts = excluded.parts, size = excluded.size"_s,
                             {textOrEmpty(run.value), kind, bytesOrEmpty(json), textOrEmpty(parts), qint64{size}});
}

Result<void> DocumentTable::writeParts(const RunId &run, const QString &parts, const QByteArray &json)
{
    const QString writer = thisProgram();
    const QVariant now = timeValue(QDateTime::currentDateTimeUtc());
    for (qsizetype at = 0; at < json.size(); at += largestPart) {
        // The disk is waited for piece by piece, so that nobody else's change waits for all of these bytes.
        const Result<void> written = m_database.obligingTransaction([&] {
            return m_database.change(
                u"INSERT INTO document_parts (run_id, document, part, writer, written, bytes) "
                u"VALUES (?, ?, ?, ?, ?, ?)"_s,
                {textOrEmpty(run.value), parts, qint64{at / largestPart}, writer, now, json.mid(at, largestPart)});
        });
        if (!written)
            return written;
        QThread::usleep(pauseMicroseconds);
    }
    return {};
}

Result<void> DocumentTable::complete(const RunId &run, const QString &kind, const QString &parts, qsizetype size)
{
    return m_database.obligingTransaction([&]() -> Result<void> {
        const Result<QVariant> written =
            m_database.single(u"SELECT sum(length(bytes)) FROM document_parts WHERE document = ?"_s, {parts});
        if (!written)
            return tl::unexpected(written.error());
        if (written->toLongLong() != size) {
            return failure(ErrorKind::Storage, u"Another program removed a part of what was being kept."_s,
                           m_database.path());
        }
        return write(run, kind, {}, parts, size);
    });
}

Result<std::optional<QByteArray>> DocumentTable::read(const RunId &run, const QString &kind)
{
    // One statement sees one state of the file, whatever is written meanwhile.
    Result<QSqlQuery> rows = m_database.run(
        u"SELECT json, size, bytes FROM run_documents LEFT JOIN document_parts ON document = parts AND parts <> '' "
        u"WHERE run_documents.run_id = ? AND kind = ? ORDER BY part"_s,
        {textOrEmpty(run.value), kind});
    if (!rows)
        return tl::unexpected(rows.error());
    std::optional<QByteArray> json;
    qint64 size = 0;
    while (rows->next()) {
        size = rows->value(1).toLongLong();
        if (!json) {
            json = rows->value(0).toByteArray();
            json->reserve(std::clamp<qint64>(size, 0, mostReserved));
        }
        json->append(rows->value(2).toByteArray());
    }
    if (rows->lastError().isValid())
        return tl::unexpected(m_database.errorOf(rows->lastError()));
    if (json && size > 0 && json->size() != size) {
        return failure(ErrorKind::Storage,
                       u"A part of this run's %1 is lost: the library's file was damaged."_s.arg(kind),
                       m_database.path());
    }
    return json;
}

Result<void> DocumentTable::removeIncomplete(const QDateTime &now)
{
    const auto readRow = [](const QSqlQuery &row) {
        return Unfinished{row.value(0).toString(), row.value(1).toString(), timeFrom(row.value(2))};
    };
    const auto unfinished =
        m_database.select(u"SELECT document, writer, written FROM document_parts WHERE part = 0 AND NOT EXISTS "
                          u"(SELECT 1 FROM run_documents WHERE parts = document AND parts <> '')"_s,
                          {}, readRow);
    if (!unfinished)
        return tl::unexpected(unfinished.error());
    for (const Unfinished &document : *unfinished) {
        if (!isAbandoned(document, now))
            continue;
        if (const Result<void> removed = removeParts(document.parts); !removed)
            return removed;
    }
    return {};
}

/// The first part goes last: with it, whatever is left of a document is found again.
Result<void> DocumentTable::removeParts(const QString &parts)
{
    for (int removed = partsRemovedAtOnce; removed == partsRemovedAtOnce;) {
        const Result<void> done = m_database.briefTransaction([&]() -> Result<void> {
            const Result<QSqlQuery> query =
                m_database.run(u"DELETE FROM document_parts WHERE number IN (SELECT number FROM document_parts "
                               u"WHERE document = ? ORDER BY part DESC LIMIT ?)"_s,
                               {parts, partsRemovedAtOnce});
            if (!query)
                return tl::unexpected(query.error());
            removed = query->numRowsAffected();
            return {};
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace Viral
