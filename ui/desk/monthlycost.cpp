// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/monthlycost.h"

#include <QMap>

#include <algorithm>

namespace Viral {

namespace {

constexpr int mostMonths = 120;

void add(QList<CostPart> &parts, const RunRecord &run)
{
    auto part = std::find_if(parts.begin(), parts.end(), [&run](const CostPart &candidate) {
        return candidate.kind == run.kind && candidate.model == run.model;
    });
    if (part == parts.end())
        part = parts.insert(parts.end(), {.kind = run.kind, .model = run.model});
    ++part->runs;
    part->withoutPrice += run.price ? 0 : 1;
    part->price += run.price.value_or(MicroDollars{});
}

QList<CostPart> sorted(QList<CostPart> parts)
{
    std::sort(parts.begin(), parts.end(), [](const CostPart &a, const CostPart &b) {
        if (a.price != b.price)
            return a.price > b.price;
        return std::pair(a.model, a.kind) < std::pair(b.model, b.kind);
    });
    return parts;
}

MonthCost monthOf(const QDate &month, const QList<CostPart> &parts)
{
    MonthCost cost{.month = month, .parts = sorted(parts)};
    for (const CostPart &part : parts) {
        cost.runs += part.runs;
        cost.price += part.price;
    }
    return cost;
}

} // namespace

QList<MonthCost> monthlyCosts(const QList<RunRecord> &runs, const QTimeZone &zone)
{
    QMap<QDate, QList<CostPart>> months;
    for (const RunRecord &run : runs) {
        const QDate day = run.createdAt.toTimeZone(zone).date();
        if (day.isValid())
            add(months[{day.year(), day.month(), 1}], run);
    }
    QList<MonthCost> costs;
    if (months.isEmpty())
        return costs;
    QDate month = months.lastKey();
    for (int i = 0; i < mostMonths && month >= months.firstKey(); ++i) {
        costs.append(monthOf(month, months.value(month)));
        month = month.addMonths(-1);
    }
    return costs;
}

} // namespace Viral
