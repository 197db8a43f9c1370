// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/modelcostmodel.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

void ModelCostModel::setCosts(const QList<ModelCost> &costs, const QString &own)
{
    if (costs == m_costs && own == m_own)
        return;
    const bool isAlike = costs.size() == m_costs.size();
    if (!isAlike)
        beginResetModel();
    m_costs = costs;
    m_own = own;
    if (!isAlike)
        endResetModel();
    else if (!costs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ModelCostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_costs.size());
}

int ModelCostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ModelCostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ModelCost &cost = m_costs.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(cost, column);
    case Qt::FontRole: {
        QFont strong;
        strong.setBold(true);
        return isOwn(cost) ? QVariant(strong) : QVariant();
    }
    case Qt::ToolTipRole:
        return cost.shutdownDate.isValid()
                   ? tr("The service stops answering for this model on %1.").arg(QLocale().toString(cost.shutdownDate))
                   : QString();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column == ModelColumn ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

QString ModelCostModel::text(const ModelCost &cost, Column column) const
{
    switch (column) {
    case ModelColumn:
        return cost.model;
    case BilledColumn:
        return cost.billed.forPeople();
    case ContractColumn:
        return cost.contract.forPeople();
    case DifferenceColumn:
        return difference(cost);
    case ColumnCount:
        break;
    }
    return {};
}

QString ModelCostModel::difference(const ModelCost &cost) const
{
    if (isOwn(cost))
        return tr("this run");
    const auto own = std::find_if(m_costs.cbegin(), m_costs.cend(), [this](const ModelCost &c) { return isOwn(c); });
    if (own == m_costs.cend() || own->billed.value <= 0)
        return {};
    const double times = static_cast<double>(cost.billed.value) / static_cast<double>(own->billed.value);
    //: how many times the price of this run
    return tr("%1 ×").arg(QLocale().toString(times, 'f', times < 10 ? 2 : 0));
}

QVariant ModelCostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == ModelColumn ? Qt::AlignLeft : Qt::AlignRight));
    const QStringList titles{tr("Model"), tr("Billed"), tr("Contract"), tr("Compared")};
    return role == Qt::DisplayRole ? titles.value(section) : QVariant();
}

} // namespace Viral
