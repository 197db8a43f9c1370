// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/unsavedmoments.h"

namespace Viral {

namespace {

std::optional<ReviewedMoment> stateIn(const Review &review, const MomentId &id)
{
    const ReviewedMoment *moment = review.find(id);
    return moment ? std::optional(*moment) : std::nullopt;
}

} // namespace

void UnsavedMoments::note(const MomentStates &before, const Review &review)
{
    for (auto state = before.cbegin(); state != before.cend(); ++state) {
        const auto saved = m_saved.constFind(state.key());
        const bool isSaved = isAs(review, state.key(), saved == m_saved.cend() ? state.value() : saved.value());
        if (isSaved)
            m_saved.remove(state.key());
        else if (saved == m_saved.cend())
            m_saved.insert(state.key(), state.value());
    }
}

void UnsavedMoments::rebase(const Review &newer, const QSet<MomentId> &touched, const Review &review)
{
    for (auto state = m_saved.begin(); state != m_saved.end();) {
        const MomentId &id = state.key();
        if (!state.value() || !touched.contains(id))
            state.value() = stateIn(newer, id);
        else if (isOfResult(state.value()->origin))
            state.value()->origin = newer.find(id) ? MomentOrigin::Result : MomentOrigin::EarlierResult;
        state = isAs(review, id, state.value()) ? m_saved.erase(state) : std::next(state);
    }
}

} // namespace Viral
