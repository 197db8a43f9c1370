// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/costreport.h"
#include "core/run/forecast.h"
#include "ui/panels/figuretable.h"

#include <QCoreApplication>

namespace Viral {

/// What the cost panel says about a report. Money in sums has all six decimals, as the contract writes them.
struct CostWords
{
    Q_DECLARE_TR_FUNCTIONS(Viral::CostPanel)

public:
    /// The one line at the top; \a isLive while the run goes on.
    static QString headline(const CostReport &report, bool isLive);
    /// Why there is no price, and what to do; empty where there is one.
    static QString explanation(const CostReport &report);
    static QList<FigureTable::Line> contractLines(const Pricing &pricing);
    static QList<FigureTable::Line> billLines(const Bill &bill, const ModelPrice &price);
    /// One line: by how much the contract's figure and the bill differ, and why; empty without both.
    static QString difference(const CostReport &report);
    /// How much of the input came from the cache, and what that saved; empty without input.
    static QString cache(const CostReport &report);
    /// What can be said about answers that were paid beyond the first of a chunk.
    static QString repeats(const CostReport &report);
    /// Quote and truth, line by line; only what was quoted.
    static QList<FigureTable::Line> checkLines(const ForecastCheck &check);
};

} // namespace Viral
