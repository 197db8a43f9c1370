// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/database.h"
#include "core/review/journal.h"

namespace Viral {

/// The decisions of a library: every step of every review.
class JournalTable final : public ReviewJournal
{
public:
    explicit JournalTable(Database &database)
        : m_database(database)
    {}

    Result<std::optional<qint64>> append(const ReviewId &review, const QList<JournalEntry> &entries,
                                         qint64 last) override;
    /// Fails when a step cannot be read: what follows it would be applied to the wrong state.
    Result<QList<JournalEntry>> entriesAfter(const ReviewId &review, qint64 number) override;

private:
    Result<std::optional<qint64>> appendOne(const QString &review, const JournalEntry &entry, qint64 last);

    Database &m_database;
};

} // namespace Viral
