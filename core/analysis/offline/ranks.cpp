// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/ranks.h"

#include <algorithm>
#include <numeric>

namespace Viral::Offline {

std::vector<double> meanRanks(const std::vector<double> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&values](std::size_t a, std::size_t b) { return values[a] < values[b]; });

    std::vector<double> ranks(values.size());
    const double last = std::max(1.0, static_cast<double>(values.size()) - 1);
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first + 1;
        while (end < order.size() && !(values[order[first]] < values[order[end]]))
            ++end;
        const double mean = static_cast<double>(first + end - 1) / 2;
        for (std::size_t i = first; i < end; ++i)
            ranks[order[i]] = mean / last;
        first = end;
    }
    return ranks;
}

Population::Population(std::vector<double> values)
    : m_sorted(std::move(values))
{
    std::sort(m_sorted.begin(), m_sorted.end());
}

double Population::standing(double value) const
{
    if (m_sorted.empty() || value <= 0)
        return 0;
    const auto [first, end] = std::equal_range(m_sorted.cbegin(), m_sorted.cend(), value);
    const auto below = static_cast<double>(first - m_sorted.cbegin());
    const auto equal = static_cast<double>(end - first);
    return (below + equal / 2) / static_cast<double>(m_sorted.size());
}

} // namespace Viral::Offline
