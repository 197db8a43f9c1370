// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/review/edit.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Viral {

/// What happened to the review at one step.
enum class JournalAction
{
    Do,   ///< edits were applied
    Undo, ///< the last step that was not undone was taken back
    Redo, ///< the last step that was undone was applied again
};

/// A moment of the result as it came.
struct NotedOriginal
{
    MomentId id = {};
    Moment original = {};
    bool operator==(const NotedOriginal &) const = default;
};

/// One step of a review's history: what was done, by whom, when. Steps are only ever appended.
struct JournalEntry
{
    JournalAction action = JournalAction::Do;
    /// Its place in the review's journal, counted from 1; given by the journal and not part of the bytes. 0 before
    /// that.
    qint64 number = 0;
    /// Undo and Redo: the number of the step meant (of its last entry), so that a step which another window took in the
    /// meantime is never taken back unknowingly. 0 means the last one, whatever it is.
    qint64 target = 0;
    /// Moments of the result that this step is the first to touch, while their run is still going on: they stay in the
    /// review when the run's final result is without them.
    QList<NotedOriginal> originals = {};
    /// Edits of one step (a decision on five selected moments is one step); empty for Undo and Redo.
    QList<Edit> edits = {};
    /// Consecutive steps with the same non-empty gesture merge to one for undo: typing in a field, nudging an edge.
    QString gesture = {};
    QString author = {};
    QDateTime when = {};

    bool operator==(const JournalEntry &) const = default;
};

/// Where steps are kept. append() returns only when the steps are safely on disk: the window shows a decision after
/// that.
class ReviewJournal
{
public:
    virtual ~ReviewJournal() = default;

    /// Appends \a entries, all or none, behind entry number \a last, and returns the number of the last of them; the
    /// numbers are consecutive. Nothing is kept, and nothing returned, when \a last is no longer the last entry:
    /// another window or program has taken a step that the caller does not know.
    virtual Result<std::optional<qint64>> append(const ReviewId &review, const QList<JournalEntry> &entries,
                                                 qint64 last) = 0;
    /// The entries with a number above \a number, in their order. Cheap when there are none.
    virtual Result<QList<JournalEntry>> entriesAfter(const ReviewId &review, qint64 number) = 0;

    Result<QList<JournalEntry>> entries(const ReviewId &review) { return entriesAfter(review, 0); }
};

/// JSON of one entry, compact, and back.
QByteArray writeJournalEntry(const JournalEntry &entry);
Result<JournalEntry> parseJournalEntry(const QByteArray &bytes);

} // namespace Viral
