// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/history.h"
#include "core/review/momentids.h"

namespace Viral {

struct Work;

/// The review of a result with its journal replayed. Thousands of steps take longer than a window may stand still, so
/// it is made on the thread that reads the work.
struct PreparedReview
{
    ReviewHistory history = {};
    /// Of the result's moments, for what its run brings later.
    MomentIds ids = {};
    /// Number of the last entry that the history knows.
    qint64 lastEntry = 0;
    qsizetype entries = 0;
    /// Entries that could not be repeated.
    qsizetype refused = 0;

    /// Repeats what was kept behind lastEntry.
    void goOn(const QList<JournalEntry> &later);
};

PreparedReview preparedReview(const ServiceResult &result, const QList<JournalEntry> &journal);

/// Gives \a work its review out of \a journal, which is used on the calling thread only; nothing when it cannot be
/// read.
void prepareReview(Work &work, ReviewJournal &journal);

} // namespace Viral
