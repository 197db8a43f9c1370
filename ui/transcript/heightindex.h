// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace Viral {

/// Heights of many rows, some of them guessed: sums and places in logarithmic time, also after one of them changed.
class HeightIndex
{
public:
    HeightIndex() = default;
    explicit HeightIndex(std::vector<int> heights);

    int count() const { return int(m_heights.size()); }
    int height(int row) const { return m_heights[std::size_t(row)]; }
    void setHeight(int row, int height);

    /// Where \a row begins.
    qint64 top(int row) const;
    qint64 total() const { return top(count()); }
    /// The row at \a place, the first or last one beyond the ends.
    int rowAt(qint64 place) const;

private:
    std::vector<int> m_heights;
    /// Sums in the manner of Fenwick: entry i holds the rows of the lowest set bit of i + 1.
    std::vector<qint64> m_sums;
};

} // namespace Viral
