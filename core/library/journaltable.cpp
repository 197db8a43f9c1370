// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/journaltable.h"

using namespace Qt::StringLiterals;

namespace Viral {

Result<std::optional<qint64>> JournalTable::append(const ReviewId &review, const QList<JournalEntry> &entries,
                                                   qint64 last)
{
    const QString id = textOrEmpty(review.value);
    if (entries.size() == 1)
        return appendOne(id, entries.constFirst(), last);
    return m_database.transaction([&]() -> Result<std::optional<qint64>> {
        std::optional<qint64> number = last;
        for (const JournalEntry &entry : entries) {
            // Under one lock only the first can find that another has come before.
            const Result<std::optional<qint64>> appended = appendOne(id, entry, *number);
            if (!appended || !*appended)
                return appended;
            number = *appended;
        }
        return number;
    });
}

Result<std::optional<qint64>> JournalTable::appendOne(const QString &review, const JournalEntry &entry, qint64 last)
{
    // One statement is one change: the last number is looked at and followed under the same lock.
    const Result<QSqlQuery> inserted =
        m_database.run(u"INSERT INTO journal (review_id, sequence, entry) SELECT ?, ?, ? "
                       u"WHERE coalesce((SELECT max(sequence) FROM journal WHERE review_id = ?), 0) = ?"_s,
                       {review, last + 1, writeJournalEntry(entry), review, last});
    if (!inserted)
        return tl::unexpected(inserted.error());
    return inserted->numRowsAffected() == 1 ? std::optional(last + 1) : std::nullopt;
}

Result<QList<JournalEntry>> JournalTable::entriesAfter(const ReviewId &review, qint64 number)
{
    using Row = std::pair<qint64, QByteArray>;
    const auto readRow = [](const QSqlQuery &row) {
        return Row(row.value(0).toLongLong(), row.value(1).toByteArray());
    };
    const Result<QList<Row>> kept = m_database.select(
        u"SELECT sequence, entry FROM journal WHERE review_id = ? AND sequence > ? ORDER BY sequence"_s,
        {textOrEmpty(review.value), number}, readRow);
    if (!kept)
        return tl::unexpected(kept.error());
    QList<JournalEntry> entries;
    entries.reserve(kept->size());
    for (const auto &[place, bytes] : *kept) {
        Result<JournalEntry> entry = parseJournalEntry(bytes);
        if (!entry) {
            return failure(ErrorKind::Storage,
                           u"Step %1 of this review cannot be read: %2"_s.arg(place).arg(entry.error().text()),
                           m_database.path());
        }
        entry->number = place;
        entries.append(std::move(*entry));
    }
    return entries;
}

} // namespace Viral
