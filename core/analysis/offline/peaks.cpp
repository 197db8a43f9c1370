// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/peaks.h"

#include <algorithm>
#include <numeric>

namespace Viral::Offline {

namespace {

/// Peaks whose windows begin nearer to each other than this belong to one moment.
constexpr Milliseconds leastGap{45'000};

} // namespace

int wantedClips(Milliseconds length)
{
    const auto minutes = static_cast<int>(std::min<qint64>(length.count() / 60'000, 1'000'000));
    return std::max({3, std::min(8, minutes / 2), minutes / 6});
}

std::vector<int> pickPeaks(const std::vector<Window> &windows, int most)
{
    std::vector<int> order(windows.size());
    std::iota(order.begin(), order.end(), 0);
    const auto window = [&windows](int number) -> const Window & { return windows[static_cast<std::size_t>(number)]; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return window(a).score > window(b).score; });

    std::vector<int> peaks;
    std::vector<bool> taken(windows.size());
    const int count = static_cast<int>(windows.size());
    for (const int candidate : order) {
        if (static_cast<int>(peaks.size()) == most)
            break;
        if (taken[static_cast<std::size_t>(candidate)])
            continue;
        peaks.push_back(candidate);
        const Milliseconds start = window(candidate).span.start;
        for (int near = candidate; near < count && window(near).span.start < start + leastGap; ++near)
            taken[static_cast<std::size_t>(near)] = true;
        for (int near = candidate; near >= 0 && window(near).span.start > start - leastGap; --near)
            taken[static_cast<std::size_t>(near)] = true;
    }
    return peaks;
}

} // namespace Viral::Offline
