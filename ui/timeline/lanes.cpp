// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanes.h"

#include <functional>
#include <queue>

namespace Viral {

Lanes assignLanes(std::span<const TimeSpan> spans)
{
    using Busy = std::pair<Milliseconds, int>;
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> busy;
    std::priority_queue<int, std::vector<int>, std::greater<>> freed;
    Lanes lanes;
    lanes.laneOf.reserve(spans.size());
    for (const TimeSpan &span : spans) {
        while (!busy.empty() && busy.top().first <= span.start) {
            freed.push(busy.top().second);
            busy.pop();
        }
        int lane = lanes.count;
        if (freed.empty()) {
            ++lanes.count;
        } else {
            lane = freed.top();
            freed.pop();
        }
        busy.emplace(std::max(span.end, span.start + Milliseconds{1}), lane);
        lanes.laneOf.push_back(lane);
    }
    return lanes;
}

} // namespace Viral
