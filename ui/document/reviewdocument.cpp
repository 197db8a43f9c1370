// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/reviewdocument.h"

#include "core/analysis/refinement.h"
#include "core/review/reason.h"
#include "ui/document/author.h"
#include "ui/document/destroyelsewhere.h"
#include "ui/document/newmoment.h"
#include "ui/document/preparedreview.h"

#include <QSet>

#include <algorithm>

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

/// The moments of \a review that \a entries edit.
Review editedPart(const Review &review, const QList<JournalEntry> &entries)
{
    QSet<MomentId> seen;
    QList<ReviewedMoment> moments;
    for (const JournalEntry &entry : entries) {
        for (const Edit &edit : entry.edits) {
            const MomentId id = editedMoment(edit);
            const ReviewedMoment *moment = seen.contains(id) ? nullptr : review.find(id);
            seen.insert(id);
            if (moment)
                moments.append(*moment);
        }
    }
    return Review(std::move(moments));
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
            std::exchange(m_unsaved, {})};
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
    m_history.rebase(newer);
    m_unsaved.rebase(newer, m_history.touched(), review());
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
    std::optional<Review> seen;
    // Each round finds that others were quicker; they cannot always be.
    constexpr int mostRounds = 10;
    for (int round = 0; round < mostRounds; ++round) {
        const int placeOfCurrent = review().indexOf(m_current);
        HistoryMark mark = m_history.mark();
        const Result<bool> isKept = keep(entries, mark);
        if (!isKept) {
            Q_EMIT failed(isKept.error());
            return false;
        }
        if (*isKept) {
            tellDifference(mark.moments, placeOfCurrent);
            Q_EMIT historyChanged();
            if (round > 0)
                Q_EMIT noted(tr("Another window changed this review; your step was applied on top."));
            return true;
        }
        if (!seen)
            seen = editedPart(review(), entries);
        if (takeNews() == News::Unreadable || !stillMeansTheSame(entries, *seen))
            return false;
    }
    Q_EMIT failed({ErrorKind::Storage, tr("Another program keeps changing this review. Try again in a moment.")});
    return false;
}

/// Takes \a entries in the history and the journal or in neither; false when others were quicker.
Result<bool> ReviewDocument::keep(QList<JournalEntry> &entries, HistoryMark &mark)
{
    // Tried first, and told to nobody: what the journal holds must always be applicable again.
    const Result<void> tried = tryOn(entries, mark);
    if (!tried) {
        m_history.restore(mark);
        return tl::unexpected(tried.error());
    }
    const Result<std::optional<qint64>> kept = m_journal.append(m_work->review, entries, m_lastEntry);
    if (!kept || !*kept)
        m_history.restore(mark);
    if (!kept)
        return tl::unexpected(kept.error());
    m_lastEntry = kept->value_or(m_lastEntry);
    return kept->has_value();
}

Result<void> ReviewDocument::tryOn(QList<JournalEntry> &entries, HistoryMark &mark)
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
        if (Result<void> applied = m_history.apply(entry, mark); !applied)
            return applied;
    }
    return {};
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
        Review now = editedPart(review(), entries);
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
    const int placeOfCurrent = review().indexOf(m_current);
    HistoryMark mark = m_history.mark();
    qsizetype refused = 0;
    for (const JournalEntry &entry : *news)
        refused += m_history.apply(entry, mark) ? 0 : 1;
    m_lastEntry = news->constLast().number;
    tellDifference(mark.moments, placeOfCurrent);
    Q_EMIT historyChanged();
    if (refused > 0)
        Q_EMIT failed(refusedSteps(refused, news->size()));
    return News::Some;
}

void ReviewDocument::tellDifference(const MomentStates &before, int placeOfCurrent)
{
    m_unsaved.note(before, review());
    QList<int> editedPlaces;
    bool sameMoments = true;
    for (auto state = before.cbegin(); state != before.cend(); ++state) {
        const int place = review().indexOf(state.key());
        if (state.value().has_value() != (place >= 0))
            sameMoments = false;
        else if (place >= 0 && !(*state.value() == review().moments().at(place)))
            editedPlaces.append(place);
    }
    // Told in the order of the review; the moments are taken now, for who hears of the first change may step again.
    std::ranges::sort(editedPlaces);
    MomentsEdited edited;
    for (const int place : std::as_const(editedPlaces))
        edited.moments.append(review().moments().at(place).id);
    if (!sameMoments) {
        Q_EMIT changed(MomentsAddedOrRemoved{});
        if (!review().find(m_current))
            chooseCurrentNear(placeOfCurrent);
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
    m_unsaved = {};
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
