// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/salvage.h"

#include "core/library/schema.h"
#include "core/review/journal.h"

#include <QFile>
#include <QtEndian>

#include <limits>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Copies one table, reading from its first row on and, where that ends at a damaged page, from its last row back.
class TableSalvage
{
public:
    TableSalvage(Database &damaged, Database &fresh, const QString &table)
        : m_damaged(damaged)
        , m_fresh(fresh)
        , m_table(table)
        , m_columns(commonColumns())
    {
        const QString marks = QStringList(m_columns.size(), u"?"_s).join(u',');
        m_insert = u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, m_columns.join(u','), marks);
    }

    /// Number of rows copied.
    Result<qint64> copy()
    {
        if (m_columns.isEmpty())
            return 0;
        const Result<bool> reachedEnd = copyRows(u"ASC"_s, std::numeric_limits<qint64>::min());
        if (!reachedEnd)
            return tl::unexpected(reachedEnd.error());
        if (!*reachedEnd) {
            if (const Result<bool> back = copyRows(u"DESC"_s, m_lastNumber); !back)
                return tl::unexpected(back.error());
        }
        return m_copied;
    }

private:
    static QStringList columnsOf(Database &database, const QString &table)
    {
        const auto readName = [](const QSqlQuery &row) { return row.value(1).toString(); };
        return database.select(u"PRAGMA table_info(%1)"_s.arg(table), {}, readName).value_or(QStringList());
    }

    /// The row's number first, then the columns that both files have.
    QStringList commonColumns()
    {
        const QStringList present = columnsOf(m_damaged, m_table);
        QStringList columns = columnsOf(m_fresh, m_table);
        columns.removeIf([&present](const QString &column) { return !present.contains(column); });
        return columns;
    }

    /// True when the reading came to an end, false when it came to damage.
    Result<bool> copyRows(const QString &direction, qint64 above)
    {
        Result<QSqlQuery> rows =
            m_damaged.run(u"SELECT %1 FROM %2 NOT INDEXED WHERE number > ? ORDER BY number %3"_s.arg(
                              m_columns.join(u','), m_table, direction),
                          {above});
        if (!rows)
            return false;
        while (rows->next()) {
            if (const Result<void> copied = copyRow(*rows); !copied)
                return tl::unexpected(copied.error());
        }
        return !rows->lastError().isValid();
    }

    /// An empty blob is read as bytes that are null, which would be written as no value at all.
    static QVariant notNullAsBytes(const QVariant &value)
    {
        return value.typeId() == QMetaType::QByteArray ? QVariant(bytesOrEmpty(value.toByteArray())) : value;
    }

    Result<void> copyRow(const QSqlQuery &row)
    {
        QVariantList values;
        for (int i = 0; i < m_columns.size(); ++i)
            values.append(notNullAsBytes(row.value(i)));
        m_lastNumber = values.constFirst().toLongLong();
        if (!isWorthCopying(values))
            return {};
        const Result<QSqlQuery> inserted = m_fresh.run(m_insert, values);
        if (inserted)
            m_copied += inserted->numRowsAffected();
        else if (m_fresh.lastFault() != DatabaseFault::Constraint)
            return tl::unexpected(inserted.error());
        return {};
    }

    /// A step that cannot be read would keep its whole review from being opened.
    bool isWorthCopying(const QVariantList &values) const
    {
        const qsizetype entry = m_table == "journal"_L1 ? m_columns.indexOf(u"entry"_s) : -1;
        return entry < 0 || parseJournalEntry(values.at(entry).toByteArray()).has_value();
    }

    Database &m_damaged;
    Database &m_fresh;
    QString m_table;
    QStringList m_columns;
    QString m_insert;
    qint64 m_lastNumber = std::numeric_limits<qint64>::min();
    qint64 m_copied = 0;
};

constexpr qint64 pageSize = 4096;

void setNumber(QByteArray &page, qsizetype offset, quint32 number)
{
    qToBigEndian(number, page.data() + offset);
}

} // namespace

Result<QList<qint64>> salvage(Database &fresh, const QString &damagedPath)
{
    QList<qint64> counts(libraryTables().size(), 0);
    const Result<std::unique_ptr<Database>> damaged = Database::open(damagedPath, Database::Access::Salvage);
    if (!damaged)
        return counts;
    return fresh.transaction([&]() -> Result<QList<qint64>> {
        for (qsizetype i = 0; i < counts.size(); ++i) {
            const Result<qint64> copied = TableSalvage(**damaged, fresh, libraryTables().at(i)).copy();
            if (!copied)
                return tl::unexpected(copied.error());
            counts[i] = *copied;
        }
        return counts;
    });
}

bool replaceFirstPage(const QString &damagedPath, const QString &soundPath, const QString &target)
{
    QFile sound(soundPath);
    QFile::remove(target);
    if (!sound.open(QIODevice::ReadOnly) || !QFile::copy(damagedPath, target))
        return false;
    QFile copy(target);
    const qint64 pages = copy.size() / pageSize;
    QByteArray page = sound.read(pageSize);
    if (pages < 2 || page.size() != pageSize || !copy.open(QIODevice::ReadWrite))
        return false;
    // Offsets of the SQLite file format: pages in the file, start and length of the list of free pages, and the two
    // counters whose equality makes the first of these count.
    setNumber(page, 28, static_cast<quint32>(std::min<qint64>(pages, std::numeric_limits<quint32>::max())));
    setNumber(page, 32, 0);
    setNumber(page, 36, 0);
    setNumber(page, 24, 1);
    setNumber(page, 92, 1);
    return copy.write(page) == pageSize;
}

} // namespace Viral
