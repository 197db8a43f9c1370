// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/journal.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace Viral {

/// Moments as they were at some time; nothing for one that was not there.
using MomentStates = QHash<MomentId, std::optional<ReviewedMoment>>;

/// True when \a id is in \a review as \a state says.
bool isAs(const Review &review, const MomentId &id, const std::optional<ReviewedMoment> &state);

struct HistoryMark;

/// A review and every step that led to it: do, undo, redo as pure steps. Replaying a journal gives the same history, so
/// undo reaches back through a restart.
///
/// The result under it may change while its run is going on (rebase()): what a step has touched stays as the editor saw
/// it, everything else is the newer result's. Replaying the journal over the newer result gives the same history again.
class ReviewHistory
{
public:
    ReviewHistory() = default;
    explicit ReviewHistory(Review initial);
    /// The beginning for replaying \a journal over \a fresh: the originals that the journal notes are in it already.
    ReviewHistory(Review fresh, const QList<JournalEntry> &journal);

    const Review &review() const { return m_review; }

    /// Takes one entry; on failure nothing has changed. What changes nothing makes no step and keeps what can be
    /// redone.
    Result<void> apply(const JournalEntry &entry);

    /// Where the history stands, to come back to.
    HistoryMark mark() const;
    /// Takes one entry and notes in \a mark, which is of this history, what it touches, also when it is refused.
    Result<void> apply(const JournalEntry &entry, HistoryMark &mark);
    /// Takes back all that was applied with \a mark: history and review are then equal to what they were.
    void restore(const HistoryMark &mark);

    /// Puts the moments of \a newer in the place of those that no step has touched.
    void rebase(const Review &newer);
    /// Moments that some step, also one taken back, was about.
    const QSet<MomentId> &touched() const { return m_touched; }
    /// True when the journal notes how the moment of the result came.
    bool isNoted(const MomentId &id) const { return m_noted.contains(id); }

    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position < m_steps.size(); }

    /// The numbers that Undo and Redo mean now, 0 when there is nothing to undo or redo (or no numbers are known).
    qint64 undoTarget() const { return canUndo() ? m_steps.at(m_position - 1).entry.number : 0; }
    qint64 redoTarget() const { return canRedo() ? m_steps.at(m_position).entry.number : 0; }

    /// A step on the undo list: the entries merged into it and what takes it back, last inverse first.
    struct Step
    {
        /// Its number is that of the last entry merged into it.
        JournalEntry entry;
        QList<Edit> inverses;
    };
    const QList<Step> &steps() const { return m_steps; }
    /// Number of steps in force; the ones after it can be redone.
    qsizetype position() const { return m_position; }

private:
    void takeOriginals(const QList<NotedOriginal> &originals);
    Result<void> applyDo(const JournalEntry &entry);
    Result<void> applyUndo(qint64 target);
    Result<void> applyRedo(qint64 target);

    void noteMoments(const QList<Edit> &edits, HistoryMark &mark) const;
    void noteOriginals(const QList<NotedOriginal> &originals, HistoryMark &mark) const;
    void noteSteps(HistoryMark &mark) const;

    MomentStates statesOf(const QList<Edit> &edits) const;
    bool isAsBefore(const MomentStates &states) const;

    bool continuesLastStep(const JournalEntry &entry) const;
    void mergeIntoLastStep(const JournalEntry &entry, const QList<Edit> &inverses, const MomentStates &before);
    void endGesture();

    Review m_review;
    QSet<MomentId> m_touched;
    QSet<MomentId> m_noted;
    QList<Step> m_steps;
    qsizetype m_position = 0;
    /// The moments that the last step touched, before it: a merged step that ends there again disappears.
    MomentStates m_beforeLastStep;
    bool m_mayMerge = false;
};

/// A place in a history and what the entries applied since have touched, as it was there: it grows with them, not with
/// the review. The history may not be rebased meanwhile.
struct HistoryMark
{
    /// Every moment that has changed since is among them.
    MomentStates moments = {};
    /// Moments that were not touched, or not noted, then.
    QSet<MomentId> untouched = {};
    QSet<MomentId> unnoted = {};
    /// The steps from number firstStep on; those before it are the same.
    QList<ReviewHistory::Step> steps = {};
    qsizetype firstStep = 0;
    qsizetype position = 0;
    MomentStates beforeLastStep = {};
    bool mayMerge = false;
};

/// \a review over the result that \a newer is the fresh review of: moments in \a touched stay as they are, those of a
/// result that \a newer lacks as EarlierResult; all others are those of \a newer.
Review rebased(const Review &review, const Review &newer, const QSet<MomentId> &touched);

/// Replays \a journal over a fresh review of a result.
struct Replay
{
    ReviewHistory history = {};
    /// Entries that do not fit, as after gaps in a recovered journal: they are passed over.
    qsizetype refused = 0;
};
Replay replayed(Review fresh, const QList<JournalEntry> &journal);

} // namespace Viral
