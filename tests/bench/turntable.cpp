// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/turntable.h"

#include <algorithm>
#include <cstdio>

namespace ViralTest {

namespace {

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

void TurnFigures::note(const Gaps &gaps)
{
    late.push_back(gaps.longestMs());
    computed.push_back(gaps.busiestMs());
    if (computed.back() >= *std::ranges::max_element(computed))
        dearest = gaps.dearestTurn();
}

void printTurnTitle()
{
    std::printf("\n%-44s %8s %8s %8s %8s  %s\n", "longest of a turn of the loop, ms", "late", "least", "cpu", "took",
                "dearest turn");
}

void printTurns(const char *name, const TurnFigures &figures)
{
    std::printf("%-44s %8.1f %8.1f %8.1f %8.1f  %s\n", name, median(figures.late),
                *std::ranges::min_element(figures.late), median(figures.computed), median(figures.took),
                figures.dearest.constData());
    std::fflush(stdout);
}

} // namespace ViralTest
