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

    Result<void> append(const ReviewId &review, const JournalEntry &entry) override;
    /// In order of appending. Fails when a step cannot be read: what follows it would be applied to the wrong state.
    Result<QList<JournalEntry>> entries(const ReviewId &review) override;

private:
    Database &m_database;
};

} // namespace Viral
