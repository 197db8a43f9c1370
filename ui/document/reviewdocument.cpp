// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/reviewdocument.h"

#include "core/analysis/refinement.h"
#include "core/review/reason.h"
#include "ui/document/author.h"
#include "ui/document/destroyelsewhere.h"
#include "ui/document/newmoment.h"
#include "ui/document/preparedreview.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// The whole transcript as one chunk: a candidate promoted by an editor may lie anywhere.
Chunk everything(const TranscriptIndex &index)
{
    return {.index = 0,
            .span = index.transcript().span(),
            .firstSentence = 0,
            .endSentence = static_cast<int>(index.transcript().sentences.size())};
}

/// Steps of the journal that cannot be taken here, told at once for all of them.
Error refusedSteps(qsizetype refused, qsizetype entries)
{
    return {ErrorKind::Storage,
            ReviewDocument::tr("Earlier steps of this review could not be repeated (%1 of %2); the others are here.")
                .arg(refused)
                .arg(entries)};
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
    Held before = takeHeld();
    m_work = std::move(work);
    replayJournal();
    m_savedReview = review();
    m_current = review().moments().isEmpty() ? MomentId{} : review().moments().constFirst().id;
    Q_EMIT changed(WorkReplaced{});
    Q_EMIT historyChanged();
    destroyElsewhere(std::move(before));
}

ReviewDocument::Held ReviewDocument::takeHeld()
{
    m_lastEntry = 0;
    m_current = {};
    return {std::exchange(m_work, std::nullopt), std::exchange(m_history, {}), std::exchange(m_ids, {}),
            std::exchange(m_savedReview, {})};
}

void ReviewDocument::replayJournal()
{
    const std::shared_ptr<const PreparedReview> prepared = std::exchange(m_work->prepared, nullptr);
    const Result<QList<JournalEntry>> kept = m_journal.entriesAfter(m_work->review, prepared ? prepared->lastEntry : 0);
    const QList<JournalEntry> entries = kept ? *kept : QList<JournalEntry>();
    PreparedReview replay = prepared ? *prepared : preparedReview(m_work->outcome.result, entries);
    if (prepared)
        replay.goOn(entries);
    m_history = std::move(replay.history);
    m_ids = std::move(replay.ids);
    m_lastEntry = replay.lastEntry;
    if (!kept)
        Q_EMIT failed(kept.error());
    else if (replay.refused > 0)
        Q_EMIT failed(refusedSteps(replay.refused, replay.entries));
}

void ReviewDocument::close()
{
    Held before = takeHeld();
    Q_EMIT changed(WorkReplaced{});
    Q_EMIT historyChanged();
    destroyElsewhere(std::move(before));
}

void ReviewDocument::grow(AnalysisOutcome outcome, Growth growth)
{
    if (!m_work)
        return;
    const int place = review().indexOf(m_current);
    const Review newer(outcome.result, m_ids);
    noteTouchedOriginals(newer);
    m_work->outcome = std::move(outcome);
    m_work->isLive = growth == Growth::GoingOn;
    const bool isSaved = !hasUnsavedSteps();
    if (!isSaved)
        m_savedReview = rebased(m_savedReview, newer, m_history.touched());
    m_history.rebase(newer);
    if (isSaved)
        m_savedReview = review();
    Q_EMIT changed(OutcomeGrown{});
    if (!current())
        chooseCurrentNear(place);
    Q_EMIT historyChanged();
}

void ReviewDocument::noteTouchedOriginals(const Review &newer)
{
    JournalEntry entry{.author = reviewAuthor(), .when = m_clock.now()};
    for (const MomentId &id : m_history.touched()) {
        const ReviewedMoment *present = review().find(id);
        const ReviewedMoment *later = newer.find(id);
        const bool isTheSame = later && present && later->original == present->original;
        if (present && isOfResult(present->origin) && !m_history.isNoted(id) && !isTheSame)
            entry.originals.append({id, present->original});
    }
    if (!entry.originals.isEmpty())
        step({entry});
}

QList<NotedOriginal> ReviewDocument::originalsToNote(const QList<Edit> &edits) const
{
    QList<NotedOriginal> originals;
    QSet<MomentId> seen;
    for (const Edit &edit : edits) {
        const MomentId id = editedMoment(edit);
        const ReviewedMoment *present = review().find(id);
        if (!present || !isOfResult(present->origin) || m_history.isNoted(id) || seen.contains(id))
            continue;
        seen.insert(id);
        originals.append({id, present->original});
    }
    return originals;
}

bool ReviewDocument::apply(const QList<Edit> &edits, const QString &gesture)
{
    JournalEntry entry{.action = JournalAction::Do, .gesture = gesture};
    for (const Edit &edit : edits) {
        if (!isNoOp(review(), edit))
            entry.edits.append(edit);
    }
    return entry.edits.isEmpty() || step({std::move(entry)});
}

bool ReviewDocument::undo()
{
    return m_history.canUndo() && goTo(m_history.position() - 1);
}

bool ReviewDocument::redo()
{
    return m_history.canRedo() && goTo(m_history.position() + 1);
}

bool ReviewDocument::goTo(qsizetype position)
{
    if (!m_work || position < 0 || position > m_history.steps().size())
        return false;
    const qsizetype from = m_history.position();
    QList<JournalEntry> entries;
    for (qsizetype i = from; i > position; --i)
        entries.append({.action = JournalAction::Undo, .target = m_history.steps().at(i - 1).entry.number});
    for (qsizetype i = from; i < position; ++i)
        entries.append({.action = JournalAction::Redo, .target = m_history.steps().at(i).entry.number});
    return entries.isEmpty() || step(std::move(entries));
}

bool ReviewDocument::step(QList<JournalEntry> entries)
{
    if (!m_work)
        return false;
    const Review seen = review();
    // Each round finds that others were quicker; they cannot always be.
    constexpr int mostRounds = 10;
    for (int round = 0; round < mostRounds; ++round) {
        const Review before = review();
        // Tried on a copy first: what the journal holds must always be applicable again.
        ReviewHistory next = m_history;
        if (!tryOn(next, entries))
            return false;
        const Result<std::optional<qint64>> kept = m_journal.append(m_work->review, entries, m_lastEntry);
        if (!kept) {
            Q_EMIT failed(kept.error());
            return false;
        }
        if (*kept) {
            m_lastEntry = **kept;
            m_history = std::move(next);
            tellDifference(before);
            Q_EMIT historyChanged();
            if (round > 0)
                Q_EMIT noted(tr("Another window changed this review; your step was applied on top."));
            return true;
        }
        if (takeNews() == News::Unreadable || !stillMeansTheSame(entries, seen))
            return false;
    }
    Q_EMIT failed({ErrorKind::Storage, tr("Another program keeps changing this review. Try again in a moment.")});
    return false;
}

bool ReviewDocument::tryOn(ReviewHistory &history, QList<JournalEntry> &entries)
{
    const QString author = reviewAuthor();
    const QDateTime now = m_clock.now();
    qint64 number = m_lastEntry;
    for (JournalEntry &entry : entries) {
        entry.author = author;
        entry.when = now;
        entry.number = ++number;
        if (m_work->isLive && entry.action == JournalAction::Do && entry.originals.isEmpty())
            entry.originals = originalsToNote(entry.edits);
        if (const Result<void> applied = history.apply(entry); !applied) {
            Q_EMIT failed(applied.error());
            return false;
        }
    }
    return true;
}

bool ReviewDocument::stillMeansTheSame(const QList<JournalEntry> &entries, const Review &seen)
{
    for (const JournalEntry &entry : entries) {
        const bool goesThroughHistory = entry.action != JournalAction::Do;
        const bool isMeant =
            entry.target == 0 ||
            entry.target == (entry.action == JournalAction::Undo ? m_history.undoTarget() : m_history.redoTarget());
        // Only the first of a row of undo steps can be compared with where the history stands; it decides for all.
        if (goesThroughHistory && !isMeant) {
            Q_EMIT failed({ErrorKind::Input, tr("Another window changed this review meanwhile; its step is shown now. "
                                                "Undo or redo again if you still want to.")});
            return false;
        }
        if (goesThroughHistory)
            return true;
        // What undoes the edit tells what it replaces: that must be what the editor saw.
        Review then = seen;
        Review now = review();
        for (const Edit &edit : entry.edits) {
            const Result<Edit> wouldHaveUndone = Viral::apply(then, edit);
            const Result<Edit> undoes = Viral::apply(now, edit);
            if (!undoes || !wouldHaveUndone || !(*undoes == *wouldHaveUndone)) {
                Q_EMIT failed({ErrorKind::Input, tr("Another window changed the same thing meanwhile; it is shown now. "
                                                    "Take your step again if you still want to.")});
                return false;
            }
        }
    }
    return true;
}

void ReviewDocument::catchUp()
{
    if (m_work && takeNews() == News::Some)
        Q_EMIT noted(tr("Another window changed this review; its steps are shown."));
}

ReviewDocument::News ReviewDocument::takeNews()
{
    const Result<QList<JournalEntry>> news = m_journal.entriesAfter(m_work->review, m_lastEntry);
    if (!news) {
        Q_EMIT failed(news.error());
        return News::Unreadable;
    }
    if (news->isEmpty())
        return News::None;
    const Review before = review();
    qsizetype refused = 0;
    for (const JournalEntry &entry : *news)
        refused += m_history.apply(entry) ? 0 : 1;
    m_lastEntry = news->constLast().number;
    tellDifference(before);
    Q_EMIT historyChanged();
    if (refused > 0)
        Q_EMIT failed(refusedSteps(refused, news->size()));
    return News::Some;
}

void ReviewDocument::tellDifference(const Review &before)
{
    const Review &after = review();
    MomentsEdited edited;
    bool sameMoments = before.moments().size() == after.moments().size();
    const QList<ReviewedMoment> &earlierMoments = before.moments();
    for (qsizetype i = 0; i < after.moments().size(); ++i) {
        const ReviewedMoment &moment = after.moments().at(i);
        const bool isInPlace = i < earlierMoments.size() && earlierMoments.at(i).id == moment.id;
        const ReviewedMoment *earlier = isInPlace ? &earlierMoments.at(i) : before.find(moment.id);
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
        moment.id = promotedMomentId(entry.candidate, moment.original);
        if (review().find(moment.id))
            return moment.id;
        if (!apply({AddEdit{moment}}))
            return failure(ErrorKind::Storage, tr("The candidate could not be brought back."));
        setCurrentMoment(moment.id);
        return moment.id;
    }
    return failure(ErrorKind::Input, tr("There is no such candidate."));
}

Result<QList<MomentId>> ReviewDocument::takeOver(const QList<Moment> &moments, const QList<MomentId> &replaced)
{
    QList<MomentId> ids;
    QList<Edit> edits;
    for (const Moment &moment : moments) {
        const MomentId id = momentId(u"taken-over"_s, moment);
        if (!review().find(id) && !ids.contains(id))
            edits.append(AddEdit{{.id = id, .origin = MomentOrigin::Editor, .original = moment, .current = moment}});
        ids.append(id);
    }
    for (const MomentId &id : replaced) {
        const ReviewedMoment *moment = review().find(id);
        if (moment && moment->decision == Decision::Undecided)
            edits.append(DecisionEdit{id, Decision::Rejected, QString(reasonKey(Reason::Duplicate))});
    }
    if (!isOpen() || (!edits.isEmpty() && !apply(edits)))
        return failure(ErrorKind::Storage, tr("The moments could not be taken over."));
    if (!ids.isEmpty())
        setCurrentMoment(ids.constFirst());
    return ids;
}

} // namespace Viral
