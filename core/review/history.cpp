// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/history.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

void rollBack(Review &review, const QList<Edit> &inverses)
{
    for (const Edit &inverse : inverses)
        static_cast<void>(apply(review, inverse));
}

/// Applies all edits or none; returns their inverses, last first.
Result<QList<Edit>> applyAll(Review &review, const QList<Edit> &edits)
{
    QList<Edit> inverses;
    for (const Edit &edit : edits) {
        Result<Edit> inverse = apply(review, edit);
        if (!inverse) {
            rollBack(review, inverses);
            return tl::unexpected(inverse.error());
        }
        inverses.prepend(std::move(*inverse));
    }
    return inverses;
}

/// A moment of a result that nobody has done anything to.
ReviewedMoment untouched(const NotedOriginal &noted, MomentOrigin origin)
{
    return {.id = noted.id, .origin = origin, .original = noted.original, .current = noted.original};
}

void noteMoment(const Review &review, const MomentId &id, MomentStates &states)
{
    if (states.contains(id))
        return;
    // Made in its place: a whole moment is dear to copy twice.
    if (const ReviewedMoment *moment = review.find(id))
        states.emplace(id, *moment);
    else
        states.emplace(id, std::nullopt);
}

void putBack(Review &review, const MomentStates &states)
{
    for (auto state = states.cbegin(); state != states.cend(); ++state) {
        if (!state.value())
            review.remove(state.key());
        else if (!review.replace(*state.value()))
            review.insert(*state.value());
    }
}

} // namespace

bool isAs(const Review &review, const MomentId &id, const std::optional<ReviewedMoment> &state)
{
    const ReviewedMoment *moment = review.find(id);
    return moment ? state == *moment : !state;
}

ReviewHistory::ReviewHistory(Review initial)
    : m_review(std::move(initial))
{}

ReviewHistory::ReviewHistory(Review fresh, const QList<JournalEntry> &journal)
    : m_review(std::move(fresh))
{
    for (const JournalEntry &entry : journal)
        takeOriginals(entry.originals);
}

void ReviewHistory::takeOriginals(const QList<NotedOriginal> &originals)
{
    for (const NotedOriginal &noted : originals) {
        // What was noted first is what the first step was about.
        if (noted.id.isEmpty() || m_noted.contains(noted.id))
            continue;
        m_noted.insert(noted.id);
        if (m_touched.contains(noted.id))
            continue;
        if (!m_review.replace(untouched(noted, MomentOrigin::Result)))
            m_review.insert(untouched(noted, MomentOrigin::EarlierResult));
    }
}

void ReviewHistory::rebase(const Review &newer)
{
    m_review = rebased(m_review, newer, m_touched);
    for (std::optional<ReviewedMoment> &state : m_beforeLastStep) {
        if (state && isOfResult(state->origin))
            state->origin = newer.find(state->id) ? MomentOrigin::Result : MomentOrigin::EarlierResult;
    }
}

Result<void> ReviewHistory::apply(const JournalEntry &entry)
{
    takeOriginals(entry.originals);
    switch (entry.action) {
    case JournalAction::Do:
        return applyDo(entry);
    case JournalAction::Undo:
        return applyUndo(entry.target);
    case JournalAction::Redo:
        return applyRedo(entry.target);
    }
    return failure(ErrorKind::Internal, u"This action is not known."_s);
}

HistoryMark ReviewHistory::mark() const
{
    return {.firstStep = m_steps.size(),
            .position = m_position,
            .beforeLastStep = m_beforeLastStep,
            .mayMerge = m_mayMerge};
}

Result<void> ReviewHistory::apply(const JournalEntry &entry, HistoryMark &mark)
{
    noteOriginals(entry.originals, mark);
    if (entry.action == JournalAction::Do) {
        noteMoments(entry.edits, mark);
        for (const Edit &edit : entry.edits) {
            if (const MomentId id = editedMoment(edit); !m_touched.contains(id))
                mark.untouched.insert(id);
        }
        noteSteps(mark);
    } else if (entry.action == JournalAction::Undo && canUndo()) {
        noteMoments(m_steps.at(m_position - 1).inverses, mark);
    } else if (entry.action == JournalAction::Redo && canRedo()) {
        noteMoments(m_steps.at(m_position).entry.edits, mark);
    }
    return apply(entry);
}

void ReviewHistory::noteMoments(const QList<Edit> &edits, HistoryMark &mark) const
{
    for (const Edit &edit : edits)
        noteMoment(m_review, editedMoment(edit), mark.moments);
}

void ReviewHistory::noteOriginals(const QList<NotedOriginal> &originals, HistoryMark &mark) const
{
    for (const NotedOriginal &noted : originals) {
        noteMoment(m_review, noted.id, mark.moments);
        if (!m_noted.contains(noted.id))
            mark.unnoted.insert(noted.id);
    }
}

void ReviewHistory::noteSteps(HistoryMark &mark) const
{
    // A step drops what was undone and may merge into the one before it.
    const qsizetype first = std::max<qsizetype>(m_position - 1, 0);
    if (first >= mark.firstStep)
        return;
    mark.steps = m_steps.mid(first, mark.firstStep - first) + mark.steps;
    mark.firstStep = first;
}

void ReviewHistory::restore(const HistoryMark &mark)
{
    putBack(m_review, mark.moments);
    m_touched -= mark.untouched;
    m_noted -= mark.unnoted;
    m_steps.resize(mark.firstStep);
    m_steps += mark.steps;
    m_position = mark.position;
    m_beforeLastStep = mark.beforeLastStep;
    m_mayMerge = mark.mayMerge;
}

Result<void> ReviewHistory::applyDo(const JournalEntry &entry)
{
    MomentStates before = statesOf(entry.edits);
    Result<QList<Edit>> inverses = applyAll(m_review, entry.edits);
    if (!inverses)
        return tl::unexpected(inverses.error());
    for (const Edit &edit : entry.edits)
        m_touched.insert(editedMoment(edit));
    if (isAsBefore(before))
        return {};
    if (continuesLastStep(entry)) {
        mergeIntoLastStep(entry, *inverses, before);
        return {};
    }
    m_steps.resize(m_position);
    m_steps.append({.entry = entry, .inverses = std::move(*inverses)});
    m_position = m_steps.size();
    m_beforeLastStep = std::move(before);
    m_mayMerge = true;
    return {};
}

Result<void> ReviewHistory::applyUndo(qint64 target)
{
    if (!canUndo())
        return failure(ErrorKind::Input, u"There is nothing to undo."_s);
    if (target > 0 && target != undoTarget())
        return failure(ErrorKind::Input, u"Another step was taken since."_s);
    const Result<QList<Edit>> applied = applyAll(m_review, m_steps.at(m_position - 1).inverses);
    if (!applied)
        return tl::unexpected(applied.error());
    --m_position;
    endGesture();
    return {};
}

Result<void> ReviewHistory::applyRedo(qint64 target)
{
    if (!canRedo())
        return failure(ErrorKind::Input, u"There is nothing to redo."_s);
    if (target > 0 && target != redoTarget())
        return failure(ErrorKind::Input, u"Another step was taken since."_s);
    const Result<QList<Edit>> applied = applyAll(m_review, m_steps.at(m_position).entry.edits);
    if (!applied)
        return tl::unexpected(applied.error());
    ++m_position;
    endGesture();
    return {};
}

bool ReviewHistory::continuesLastStep(const JournalEntry &entry) const
{
    if (!m_mayMerge || entry.gesture.isEmpty())
        return false;
    const JournalEntry &last = m_steps.constLast().entry;
    return last.gesture == entry.gesture && last.author == entry.author;
}

void ReviewHistory::mergeIntoLastStep(const JournalEntry &entry, const QList<Edit> &inverses,
                                      const MomentStates &before)
{
    // insert() would overwrite the older state of a moment that this step has touched already.
    for (auto state = before.cbegin(); state != before.cend(); ++state) {
        if (!m_beforeLastStep.contains(state.key()))
            m_beforeLastStep.insert(state.key(), state.value());
    }
    if (isAsBefore(m_beforeLastStep)) {
        m_steps.removeLast();
        m_position = m_steps.size();
        endGesture();
        return;
    }
    Step &last = m_steps.last();
    last.entry.edits += entry.edits;
    last.entry.when = entry.when;
    last.entry.number = entry.number;
    for (auto inverse = inverses.crbegin(); inverse != inverses.crend(); ++inverse)
        last.inverses.prepend(*inverse);
}

void ReviewHistory::endGesture()
{
    m_mayMerge = false;
    m_beforeLastStep.clear();
}

MomentStates ReviewHistory::statesOf(const QList<Edit> &edits) const
{
    MomentStates states;
    for (const Edit &edit : edits)
        noteMoment(m_review, editedMoment(edit), states);
    return states;
}

bool ReviewHistory::isAsBefore(const MomentStates &states) const
{
    for (auto state = states.cbegin(); state != states.cend(); ++state) {
        if (!isAs(m_review, state.key(), state.value()))
            return false;
    }
    return true;
}

Review rebased(const Review &review, const Review &newer, const QSet<MomentId> &touched)
{
    if (touched.isEmpty())
        return newer;
    QList<ReviewedMoment> moments;
    moments.reserve(newer.moments().size() + touched.size());
    for (const ReviewedMoment &moment : newer.moments()) {
        if (!touched.contains(moment.id) || !review.find(moment.id))
            moments.append(moment);
    }
    const qsizetype fresh = moments.size();
    for (const ReviewedMoment &moment : review.moments()) {
        if (!touched.contains(moment.id))
            continue;
        moments.append(moment);
        if (isOfResult(moment.origin))
            moments.last().origin = newer.find(moment.id) ? MomentOrigin::Result : MomentOrigin::EarlierResult;
    }
    std::inplace_merge(moments.begin(), moments.begin() + fresh, moments.end(), comesBefore);
    return Review(std::move(moments));
}

Replay replayed(Review fresh, const QList<JournalEntry> &journal)
{
    Replay replay{.history = ReviewHistory(std::move(fresh), journal)};
    for (const JournalEntry &entry : journal)
        replay.refused += replay.history.apply(entry) ? 0 : 1;
    return replay;
}

} // namespace Viral
