// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/heightindex.h"

#include <algorithm>
#include <bit>

namespace Viral {

HeightIndex::HeightIndex(std::vector<int> heights)
    : m_heights(std::move(heights))
    , m_sums(m_heights.begin(), m_heights.end())
{
    for (std::size_t i = 1; i <= m_sums.size(); ++i) {
        const std::size_t parent = i + (i & (~i + 1));
        if (parent <= m_sums.size())
            m_sums[parent - 1] += m_sums[i - 1];
    }
}

void HeightIndex::setHeight(int row, int height)
{
    const int change = height - m_heights[std::size_t(row)];
    m_heights[std::size_t(row)] = height;
    if (change == 0)
        return;
    for (std::size_t i = std::size_t(row) + 1; i <= m_sums.size(); i += i & (~i + 1))
        m_sums[i - 1] += change;
}

qint64 HeightIndex::top(int row) const
{
    qint64 sum = 0;
    for (std::size_t i = std::size_t(row); i > 0; i &= i - 1)
        sum += m_sums[i - 1];
    return sum;
}

int HeightIndex::rowAt(qint64 place) const
{
    std::size_t row = 0;
    qint64 left = place;
    for (std::size_t step = std::bit_floor(m_sums.size()); step > 0; step /= 2) {
        if (row + step <= m_sums.size() && m_sums[row + step - 1] <= left) {
            row += step;
            left -= m_sums[row - 1];
        }
    }
    return std::max(0, std::min(int(row), count() - 1));
}

} // namespace Viral
