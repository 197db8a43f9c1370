// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"

#include <QString>

namespace ViralTest {

/// Into how many chunks the ten hours are cut.
constexpr int bigWorkChunks = 90;

/// Files of an interview of ten hours: the request, and a result of it.
struct BigWork
{
    QString request = {};
    QString result = {};
};

/// Writes them to \a folder, with so many moments, and prints how big they are.
BigWork writeBigWork(const QString &folder, int moments);

/// A chunk later: every hundredth moment gave way to a better one.
Viral::AnalysisOutcome later(Viral::AnalysisOutcome outcome, int turn);

} // namespace ViralTest
