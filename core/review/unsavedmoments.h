// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/history.h"

namespace Viral {

/// By which moments a review differs from what was saved of it. Follows the steps, so that nobody has to compare whole
/// reviews.
class UnsavedMoments
{
public:
    bool isEmpty() const { return m_saved.isEmpty(); }

    /// Steps led to \a review; \a before are the moments they touched, as they were before them.
    void note(const MomentStates &before, const Review &review);
    /// What was saved and the review were rebased() over \a newer; \a review is the one after that.
    void rebase(const Review &newer, const QSet<MomentId> &touched, const Review &review);

private:
    /// The moments that differ, as they were saved.
    MomentStates m_saved;
};

} // namespace Viral
