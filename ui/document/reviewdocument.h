// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/review/history.h"
#include "core/review/momentids.h"
#include "core/review/unsavedmoments.h"
#include "ui/document/documentchange.h"
#include "ui/document/work.h"

#include <QObject>

#include <optional>

namespace Viral {

/// How far the run behind a newer outcome is.
enum class Growth
{
    GoingOn,
    Complete,
};

/// What the window shows: one work, the review of it, the current moment. Panels meet here and nowhere else: they read
/// values, ask for edits and listen to changed(). A step is in the journal before changed() tells of it.
///
/// Any number of documents, in any number of windows and programs, may have the same review open: a step that does not
/// know the latest one is not kept, the document then shows what others did and takes its step on top of that, or says
/// why it cannot.
class ReviewDocument final : public QObject
{
    Q_OBJECT

public:
    /// \a journal and \a clock outlive the document.
    ReviewDocument(ReviewJournal &journal, Clock &clock, QObject *parent = nullptr);

    /// Takes \a work over and replays its journal; the first moment becomes current. A journal that cannot be read is
    /// reported by failed() and the work is shown undecided.
    void open(Work work);
    void close();
    bool isOpen() const { return m_work.has_value(); }

    /// The run of the opened work came further: \a outcome takes the place of the one there was. Decisions, edits, what
    /// can be undone and the current moment stay; a moment that was touched and is no longer in the result stays too.
    /// Tells OutcomeGrown.
    void grow(AnalysisOutcome outcome, Growth growth);

    /// Shows the steps that another window or program has taken since. Cheap when there are none.
    void catchUp();

    /// The opened work; an empty one while nothing is open.
    const Work &work() const;
    const Review &review() const { return m_history.review(); }
    const ReviewHistory &history() const { return m_history; }

    /// Applies \a edits as one step. Steps with the same non-empty \a gesture merge for undo. Edits that change nothing
    /// are left out. False, and failed(), when it could not be kept or applied.
    bool apply(const QList<Edit> &edits, const QString &gesture = {});
    bool undo();
    bool redo();
    /// Goes back or forward to where \a position steps of the history are in force, by undoing or redoing.
    bool goTo(qsizetype position);

    MomentId currentMoment() const { return m_current; }
    /// The current moment's values; null when there is none.
    const ReviewedMoment *current() const { return review().find(m_current); }
    void setCurrentMoment(const MomentId &id);

    void setMediaPath(const QString &path);

    /// True when the review differs from the last saved result file, or from what was opened, by what an editor did.
    bool hasUnsavedSteps() const { return !m_unsaved.isEmpty(); }
    void markSaved();

    /// Brings a dropped candidate back as a moment: checked like any other, the reasons in the message when it fails.
    Result<MomentId> promote(int funnelNumber);
    /// Adds moments of another result of the same transcript as the editor's own, in one step; those that were taken
    /// over before are left out. Undecided ones among \a replaced are rejected as duplicates in the same step. The
    /// moments meant, in their order.
    Result<QList<MomentId>> takeOver(const QList<Moment> &moments, const QList<MomentId> &replaced = {});

Q_SIGNALS:
    void changed(const Viral::DocumentChange &change);
    /// Undo, redo or their meaning changed.
    void historyChanged();
    /// Something could not be done; the message says what and what to do.
    void failed(const Viral::Error &error);
    /// Something the editor should know.
    void noted(const QString &text);

private:
    /// What is big of a document.
    struct Held
    {
        std::optional<Work> work;
        ReviewHistory history;
        MomentIds ids;
        UnsavedMoments unsaved;
    };
    /// Leaves the document closed.
    Held takeHeld();
    void replayJournal();
    void noteTouchedOriginals(const Review &newer);
    QList<NotedOriginal> originalsToNote(const QList<Edit> &edits) const;
    /// What the steps of others did.
    enum class News
    {
        None,
        Some,
        Unreadable,
    };
    News takeNews();
    bool step(QList<JournalEntry> entries);
    Result<bool> keep(QList<JournalEntry> &entries, HistoryMark &mark);
    Result<void> tryOn(QList<JournalEntry> &entries, HistoryMark &mark);
    bool stillMeansTheSame(const QList<JournalEntry> &entries, const Review &seen);
    void tellDifference(const MomentStates &before, int placeOfCurrent);
    void chooseCurrentNear(int position);

    ReviewJournal &m_journal;
    Clock &m_clock;
    std::optional<Work> m_work;
    ReviewHistory m_history;
    MomentIds m_ids;
    /// Number of the last entry of the journal that the history knows.
    qint64 m_lastEntry = 0;
    MomentId m_current;
    /// Since the last saved file, or the opening.
    UnsavedMoments m_unsaved;
};

} // namespace Viral
