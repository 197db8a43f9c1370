// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/journal.h"

#include <QHash>

namespace Viral {

/// Keeps steps in memory: for a window whose library cannot be opened (it says so), and for tests.
class MemoryJournal final : public ReviewJournal
{
public:
    Result<std::optional<qint64>> append(const ReviewId &review, const QList<JournalEntry> &entries,
                                         qint64 last) override
    {
        QList<JournalEntry> &kept = m_entries[review];
        if (kept.size() != last)
            return std::nullopt;
        for (const JournalEntry &entry : entries) {
            kept.append(entry);
            kept.last().number = kept.size();
        }
        return kept.size();
    }
    Result<QList<JournalEntry>> entriesAfter(const ReviewId &review, qint64 number) override
    {
        return m_entries.value(review).mid(number);
    }

private:
    QHash<ReviewId, QList<JournalEntry>> m_entries;
};

} // namespace Viral
