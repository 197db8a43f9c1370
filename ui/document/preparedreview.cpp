// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/preparedreview.h"

#include "ui/document/work.h"

namespace Viral {

void PreparedReview::goOn(const QList<JournalEntry> &later)
{
    for (const JournalEntry &entry : later)
        refused += history.apply(entry) ? 0 : 1;
    entries += later.size();
    if (!later.isEmpty())
        lastEntry = later.constLast().number;
}

PreparedReview preparedReview(const ServiceResult &result, const QList<JournalEntry> &journal)
{
    PreparedReview prepared;
    Replay replay = replayed(Review(result, prepared.ids), journal);
    prepared.history = std::move(replay.history);
    prepared.refused = replay.refused;
    prepared.entries = journal.size();
    prepared.lastEntry = journal.isEmpty() ? 0 : journal.constLast().number;
    return prepared;
}

void prepareReview(Work &work, ReviewJournal &journal)
{
    if (const Result<QList<JournalEntry>> kept = journal.entries(work.review))
        work.prepared = std::make_shared<PreparedReview>(preparedReview(work.outcome.result, *kept));
}

} // namespace Viral
