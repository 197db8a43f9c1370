// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/review/history.h"
#include "ui/document/documentchange.h"
#include "ui/document/work.h"

#include <QObject>

#include <optional>

namespace Viral {

/// What the window shows: one work, the review of it, the current moment. Panels meet here and nowhere else: they read
/// values, ask for edits and listen to changed(). A step is in the journal before changed() tells of it.
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

    /// The opened work; an empty one while nothing is open.
    const Work &work() const;
    const Review &review() const { return m_history.review(); }
    const ReviewHistory &history() const { return m_history; }

    /// Applies \a edits as one step. Steps with the same non-empty \a gesture merge for undo. Edits that change nothing
    /// are left out. False, and failed(), when it could not be kept or applied.
    bool apply(const QList<Edit> &edits, const QString &gesture = {});
    bool undo();
    bool redo();

    MomentId currentMoment() const { return m_current; }
    /// The current moment's values; null when there is none.
    const ReviewedMoment *current() const { return review().find(m_current); }
    void setCurrentMoment(const MomentId &id);

    void setMediaPath(const QString &path);

    /// True when the review differs from the last saved result file, or from what was opened.
    bool hasUnsavedSteps() const { return !(review() == m_savedReview); }
    void markSaved();

    /// Brings a dropped candidate back as a moment: checked like any other, the reasons in the message when it fails.
    Result<MomentId> promote(int funnelNumber);

Q_SIGNALS:
    void changed(const Viral::DocumentChange &change);
    /// Undo, redo or their meaning changed.
    void historyChanged();
    /// Something could not be done; the message says what and what to do.
    void failed(const Viral::Error &error);

private:
    void replayJournal();
    bool step(JournalEntry entry);
    void tellDifference(const Review &before);
    void chooseCurrentNear(int position);

    ReviewJournal &m_journal;
    Clock &m_clock;
    std::optional<Work> m_work;
    ReviewHistory m_history;
    MomentId m_current;
    /// As the last saved file, or the opening, has it.
    Review m_savedReview;
};

} // namespace Viral
