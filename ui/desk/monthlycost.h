// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/runstore.h"

#include <QTimeZone>

namespace Viral {

/// What one kind of run with one model came to within a month.
struct CostPart
{
    RunKind kind = RunKind::OpenAi;
    QString model = {};
    int runs = 0;
    /// Runs whose price is not known.
    int withoutPrice = 0;
    MicroDollars price = {};

    bool operator==(const CostPart &) const = default;
};

/// One line of the table of months.
struct MonthCost
{
    /// The first of the month, by the calendar that was asked for.
    QDate month = {};
    int runs = 0;
    MicroDollars price = {};
    /// Dearest first, then by name.
    QList<CostPart> parts = {};

    bool operator==(const MonthCost &) const = default;
};

/// \a runs by the month of their start in \a zone, newest month first; months between without runs are there too, so
/// that a chart has an even axis (at most the last 120).
QList<MonthCost> monthlyCosts(const QList<RunRecord> &runs, const QTimeZone &zone);

} // namespace Viral
