// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/monthcostmodel.h"

#include "ui/jobs/joblistmodel.h"

#include <QFont>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

QVariant alignmentOf(int column)
{
    const bool isNumber = column >= MonthCostModel::RunsColumn;
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

void MonthCostModel::setMonths(const QList<MonthCost> &months)
{
    beginResetModel();
    m_lines.clear();
    for (const MonthCost &month : months) {
        Line whole{.month = month.month, .runs = month.runs, .price = month.price};
        for (const CostPart &part : month.parts)
            whole.withoutPrice += part.withoutPrice;
        m_lines.append(whole);
        for (const CostPart &part : month.parts)
            m_lines.append({.month = month.month,
                            .part = part,
                            .runs = part.runs,
                            .price = part.price,
                            .withoutPrice = part.withoutPrice});
    }
    endResetModel();
}

int MonthCostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MonthCostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MonthCostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == Qt::FontRole && !line.part) {
        QFont strong;
        strong.setBold(true);
        return strong;
    }
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role == Qt::ToolTipRole && line.withoutPrice > 0)
        return tr("The price of %n run(s) is not known.", nullptr, line.withoutPrice);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case MonthColumn:
        return line.part ? QString() : QLocale().toString(line.month, u"MMMM yyyy"_s);
    case EngineColumn:
        if (!line.part)
            return {};
        return line.part->model.isEmpty() ? engineName(line.part->kind)
                                          : engineName(line.part->kind) + u" · "_s + line.part->model;
    case RunsColumn:
        return QLocale().toString(line.runs);
    default:
        // What nobody knows is not free of charge.
        if (line.withoutPrice > 0)
            return line.withoutPrice == line.runs ? tr("not known") : tr("%1 at least").arg(line.price.forPeople());
        return line.price.forPeople();
    }
}

QVariant MonthCostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Month"), tr("Found by"), tr("Runs"), tr("Price")};
    return titles.value(section);
}

} // namespace Viral
