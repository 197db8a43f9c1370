// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/journal.h"

#include <QHash>
#include <QList>

#include <optional>

namespace Viral {

/// A review and every step that led to it: do, undo, redo as pure steps. Replaying a journal gives the same history, so
/// undo reaches back through a restart.
class ReviewHistory
{
public:
    ReviewHistory() = default;
    explicit ReviewHistory(Review initial);

    const Review &review() const { return m_review; }

    /// Takes one entry; on failure nothing has changed. What changes nothing makes no step and keeps what can be
    /// redone.
    Result<void> apply(const JournalEntry &entry);

    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position < m_steps.size(); }

    /// A step on the undo list: the entries merged into it and what takes it back, last inverse first.
    struct Step
    {
        JournalEntry entry;
        QList<Edit> inverses;
    };
    const QList<Step> &steps() const { return m_steps; }
    /// Number of steps in force; the ones after it can be redone.
    qsizetype position() const { return m_position; }

private:
    Result<void> applyDo(const JournalEntry &entry);
    Result<void> applyUndo();
    Result<void> applyRedo();

    /// Moments as they were at some time; nothing for one that was not there.
    using MomentStates = QHash<MomentId, std::optional<ReviewedMoment>>;
    MomentStates statesOf(const QList<Edit> &edits) const;
    bool isAsBefore(const MomentStates &states) const;

    bool continuesLastStep(const JournalEntry &entry) const;
    void mergeIntoLastStep(const JournalEntry &entry, const QList<Edit> &inverses, const MomentStates &before);
    void endGesture();

    Review m_review;
    QList<Step> m_steps;
    qsizetype m_position = 0;
    /// The moments that the last step touched, before it: a merged step that ends there again disappears.
    MomentStates m_beforeLastStep;
    bool m_mayMerge = false;
};

} // namespace Viral
