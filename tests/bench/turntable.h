// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/loopwatch.h"

#include <vector>

namespace ViralTest {

/// How long turns of the loop took that did the same, in ms.
struct TurnFigures
{
    std::vector<double> late = {};
    std::vector<double> computed = {};
    std::vector<double> took = {};
    QByteArray dearest = {};

    /// Notes what \a gaps saw since it began.
    void note(const Gaps &gaps);
};

void printTurnTitle();
/// The line of \a name; there is at least one figure of each kind.
void printTurns(const char *name, const TurnFigures &figures);

} // namespace ViralTest
