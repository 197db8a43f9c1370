// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/journal.h"

#include <QHash>

namespace Viral {

/// Keeps steps in memory: for a window whose library cannot be opened (it says so), and for tests.
class MemoryJournal final : public ReviewJournal
{
public:
    Result<void> append(const ReviewId &review, const JournalEntry &entry) override
    {
        m_entries[review].append(entry);
        return {};
    }
    Result<QList<JournalEntry>> entries(const ReviewId &review) override { return m_entries.value(review); }

private:
    QHash<ReviewId, QList<JournalEntry>> m_entries;
};

} // namespace Viral
