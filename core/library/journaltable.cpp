// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/journaltable.h"

using namespace Qt::StringLiterals;

namespace Viral {

Result<void> JournalTable::append(const ReviewId &review, const JournalEntry &entry)
{
    // One statement is one change: the number is found and used under the same lock.
    const QString id = textOrEmpty(review.value);
    return m_database.change(u"INSERT INTO journal (review_id, sequence, entry) SELECT ?, "
                             u"coalesce((SELECT max(sequence) FROM journal WHERE review_id = ?), 0) + 1, ?"_s,
                             {id, id, writeJournalEntry(entry)});
}

Result<QList<JournalEntry>> JournalTable::entries(const ReviewId &review)
{
    const auto readBytes = [](const QSqlQuery &row) { return row.value(0).toByteArray(); };
    const Result<QList<QByteArray>> kept = m_database.select(
        u"SELECT entry FROM journal WHERE review_id = ? ORDER BY sequence"_s, {textOrEmpty(review.value)}, readBytes);
    if (!kept)
        return tl::unexpected(kept.error());
    QList<JournalEntry> entries;
    entries.reserve(kept->size());
    for (const QByteArray &bytes : *kept) {
        Result<JournalEntry> entry = parseJournalEntry(bytes);
        if (!entry) {
            return failure(
                ErrorKind::Storage,
                u"Step %1 of this review cannot be read: %2"_s.arg(entries.size() + 1).arg(entry.error().text()),
                m_database.path());
        }
        entries.append(std::move(*entry));
    }
    return entries;
}

} // namespace Viral
