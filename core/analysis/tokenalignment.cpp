// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tokenalignment.h"

#include <algorithm>
#include <vector>

namespace Viral {

namespace {

/// The best way to read the first tokens of the wanted text so that it ends here.
struct Cell
{
    int slips = 0;
    std::size_t first = 0;
};

Cell better(const Cell &a, const Cell &b)
{
    // Of equally good ways the shorter stretch, so that no neighbouring word is drawn in.
    return b.slips < a.slips || (b.slips == a.slips && b.first > a.first) ? b : a;
}

} // namespace

std::optional<TokenMatch> align(std::span<const SpokenToken> wanted, std::span<const SpokenToken> said, int mostSlips)
{
    if (wanted.empty() || said.empty())
        return std::nullopt;
    // One column of the edit table per said token; a stretch may begin anywhere at no cost.
    std::vector<Cell> column(wanted.size() + 1);
    for (std::size_t row = 0; row <= wanted.size(); ++row)
        column[row] = {static_cast<int>(row), 0};
    std::optional<TokenMatch> best;
    for (std::size_t position = 0; position < said.size(); ++position) {
        Cell diagonal = column[0];
        column[0] = {0, position + 1};
        for (std::size_t row = 1; row <= wanted.size(); ++row) {
            const bool isSame = wanted[row - 1] == said[position];
            const Cell changed{diagonal.slips + (isSame ? 0 : 1), diagonal.first};
            const Cell inserted{column[row].slips + 1, column[row].first};
            const Cell leftOut{column[row - 1].slips + 1, column[row - 1].first};
            diagonal = column[row];
            column[row] = better(better(changed, inserted), leftOut);
        }
        const Cell &whole = column.back();
        if (whole.slips <= mostSlips && whole.first <= position && (!best || whole.slips < best->slips))
            best = TokenMatch{whole.first, position + 1, whole.slips};
    }
    return best;
}

} // namespace Viral
