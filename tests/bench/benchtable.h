// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace ViralTest {

inline void printTitle(const QString &title)
{
    std::printf("\n%s\n%-44s %10s %10s\n", qPrintable(title), "", "median ms", "worst ms");
}

/// Runs \a work \a times times and prints the median and the longest of them.
template <typename Work>
void measure(const QString &name, int times, Work work)
{
    std::vector<double> taken;
    taken.reserve(std::size_t(times));
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        taken.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(taken);
    std::printf("%-44s %10.2f %10.2f\n", qPrintable(name), taken[taken.size() / 2], taken.back());
    std::fflush(stdout);
}

} // namespace ViralTest
