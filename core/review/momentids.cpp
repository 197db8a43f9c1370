// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/momentids.h"

#include "core/review/review.h"

namespace Viral {

MomentId MomentIds::idOf(const QString &jobId, const Moment &moment, int occurrence)
{
    // More than the moments of any interview; a run may go on for hours.
    constexpr qsizetype mostRemembered = 100'000;
    const Parts parts{.jobId = jobId, .span = moment.span, .title = moment.title, .occurrence = occurrence};
    if (const auto known = m_known.constFind(parts); known != m_known.cend())
        return *known;
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    return *m_known.insert(parts, momentId(jobId, moment, occurrence));
}

} // namespace Viral
