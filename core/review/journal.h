// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/review/edit.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Viral {

/// What happened to the review at one step.
enum class JournalAction
{
    Do,   ///< edits were applied
    Undo, ///< the last step that was not undone was taken back
    Redo, ///< the last step that was undone was applied again
};

/// One step of a review's history: what was done, by whom, when. Steps are only ever appended.
struct JournalEntry
{
    JournalAction action = JournalAction::Do;
    /// Edits of one step (a decision on five selected moments is one step); empty for Undo and Redo.
    QList<Edit> edits = {};
    /// Consecutive steps with the same non-empty gesture merge to one for undo: typing in a field, nudging an edge.
    QString gesture = {};
    QString author = {};
    QDateTime when = {};

    bool operator==(const JournalEntry &) const = default;
};

/// Where steps are kept. append() returns only when the step is safely on disk: the window shows a decision after that.
class ReviewJournal
{
public:
    virtual ~ReviewJournal() = default;
    virtual Result<void> append(const ReviewId &review, const JournalEntry &entry) = 0;
    virtual Result<QList<JournalEntry>> entries(const ReviewId &review) = 0;
};

/// JSON of one entry, compact, and back.
QByteArray writeJournalEntry(const JournalEntry &entry);
Result<JournalEntry> parseJournalEntry(const QByteArray &bytes);

} // namespace Viral
