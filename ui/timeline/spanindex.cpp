// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/spanindex.h"

#include <algorithm>

namespace Viral {

SpanIndex::SpanIndex(std::vector<TimeSpan> spans)
    : m_spans(std::move(spans))
{
    m_latestEnd.reserve(m_spans.size());
    for (const TimeSpan &span : m_spans) {
        // A span without length still lies at its start.
        const Milliseconds end = std::max(span.end, span.start + Milliseconds{1});
        m_latestEnd.push_back(m_latestEnd.empty() ? end : std::max(end, m_latestEnd.back()));
    }
}

SpanIndex::Range SpanIndex::touching(const TimeSpan &window) const
{
    const auto end = std::ranges::lower_bound(m_spans, window.end, {}, &TimeSpan::start);
    const auto first = std::ranges::upper_bound(m_latestEnd, window.start);
    const int endNumber = int(end - m_spans.begin());
    return {std::min(int(first - m_latestEnd.begin()), endNumber), endNumber};
}

} // namespace Viral
