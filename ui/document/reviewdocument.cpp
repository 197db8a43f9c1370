// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/reviewdocument.h"

#include "core/analysis/refinement.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QString userName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? u"editor"_s : name;
}

/// The whole transcript as one chunk: a candidate promoted by an editor may lie anywhere.
Chunk everything(const TranscriptIndex &index)
{
    return {.index = 0,
            .span = index.transcript().span(),
            .firstSentence = 0,
            .endSentence = static_cast<int>(index.transcript().sentences.size())};
}

} // namespace

ReviewDocument::ReviewDocument(ReviewJournal &journal, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_clock(clock)
{}

const Work &ReviewDocument::work() const
{
    static const Work nothing;
    return m_work ? *m_work : nothing;
}

void ReviewDocument::open(Work work)
{
    m_work = std::move(work);
    m_history = ReviewHistory(Review(m_work->outcome.result));
    replayJournal();
    m_savedReview = review();
    m_current = review().moments().isEmpty() ? MomentId{} : review().moments().constFirst().id;
    Q_EMIT changed(WorkReplaced{});
    Q_EMIT historyChanged();
}

void ReviewDocument::replayJournal()
{
    const Result<QList<JournalEntry>> kept = m_journal.entries(m_work->review);
    if (!kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    // A journal that was recovered from a damaged file may have gaps: what still fits is taken, the rest is told.
    qsizetype refused = 0;
    for (const JournalEntry &entry : *kept)
        refused += m_history.apply(entry) ? 0 : 1;
    if (refused > 0)
        Q_EMIT failed({ErrorKind::Storage,
                       tr("Earlier steps of this review could not be repeated (%1 of %2); the others are here.")
                           .arg(refused)
                           .arg(kept->size())});
}

void ReviewDocument::close()
{
    m_work.reset();
    m_history = {};
    m_savedReview = {};
    m_current = {};
    Q_EMIT changed(WorkReplaced{});
    Q_EMIT historyChanged();
}

bool ReviewDocument::apply(const QList<Edit> &edits, const QString &gesture)
{
    JournalEntry entry{.action = JournalAction::Do, .gesture = gesture};
    for (const Edit &edit : edits) {
        if (!isNoOp(review(), edit))
            entry.edits.append(edit);
    }
    return entry.edits.isEmpty() || step(std::move(entry));
}

bool ReviewDocument::undo()
{
    return m_history.canUndo() && step({.action = JournalAction::Undo});
}

bool ReviewDocument::redo()
{
    return m_history.canRedo() && step({.action = JournalAction::Redo});
}

bool ReviewDocument::step(JournalEntry entry)
{
    if (!m_work)
        return false;
    entry.author = userName();
    entry.when = m_clock.now();
    const Review before = review();
    // Tried on a copy first: what the journal holds must always be applicable again.
    ReviewHistory next = m_history;
    if (const Result<void> applied = next.apply(entry); !applied) {
        Q_EMIT failed(applied.error());
        return false;
    }
    if (const Result<void> kept = m_journal.append(m_work->review, entry); !kept) {
        Q_EMIT failed(kept.error());
        return false;
    }
    m_history = std::move(next);
    tellDifference(before);
    Q_EMIT historyChanged();
    return true;
}

void ReviewDocument::tellDifference(const Review &before)
{
    const Review &after = review();
    MomentsEdited edited;
    bool sameMoments = before.moments().size() == after.moments().size();
    for (const ReviewedMoment &moment : after.moments()) {
        const ReviewedMoment *earlier = before.find(moment.id);
        if (!earlier)
            sameMoments = false;
        else if (!(*earlier == moment))
            edited.moments.append(moment.id);
    }
    if (!sameMoments) {
        Q_EMIT changed(MomentsAddedOrRemoved{});
        if (!after.find(m_current))
            chooseCurrentNear(before.indexOf(m_current));
    }
    if (!edited.moments.isEmpty())
        Q_EMIT changed(edited);
}

void ReviewDocument::chooseCurrentNear(int position)
{
    const QList<ReviewedMoment> &moments = review().moments();
    const MomentId next =
        moments.isEmpty() ? MomentId{} : moments.at(std::clamp<qsizetype>(position, 0, moments.size() - 1)).id;
    setCurrentMoment(next);
}

void ReviewDocument::setCurrentMoment(const MomentId &id)
{
    if (id == m_current || (!id.isEmpty() && !review().find(id)))
        return;
    const MomentId previous = std::exchange(m_current, id);
    Q_EMIT changed(CurrentMomentChanged{previous});
}

void ReviewDocument::setMediaPath(const QString &path)
{
    if (!m_work || m_work->mediaPath == path)
        return;
    m_work->mediaPath = path;
    Q_EMIT changed(MediaChanged{});
}

void ReviewDocument::markSaved()
{
    m_savedReview = review();
    Q_EMIT historyChanged();
}

Result<MomentId> ReviewDocument::promote(int funnelNumber)
{
    for (const FunnelEntry &entry : work().outcome.funnel.entries) {
        if (entry.number != funnelNumber)
            continue;
        const RefinedCandidate refined = refine(entry.candidate, work().index, everything(work().index));
        if (!refined.moment)
            return failure(ErrorKind::Input, refined.entry.reason);
        ReviewedMoment moment{
            .origin = MomentOrigin::Promoted, .original = *refined.moment, .current = *refined.moment};
        moment.original.chunkIndex = moment.current.chunkIndex = entry.candidate.chunkIndex;
        moment.id = momentId(u"promoted-%1"_s.arg(entry.number), moment.original);
        if (review().find(moment.id))
            return moment.id;
        if (!apply({AddEdit{moment}}))
            return failure(ErrorKind::Storage, tr("The candidate could not be brought back."));
        setCurrentMoment(moment.id);
        return moment.id;
    }
    return failure(ErrorKind::Input, tr("There is no such candidate."));
}

} // namespace Viral
