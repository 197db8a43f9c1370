// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/billing.h"

#include <QAbstractTableModel>

namespace Viral {

/// The tokens of a run at the rates of every model, cheapest first.
class ModelCostModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        ModelColumn,
        BilledColumn,
        ContractColumn,
        DifferenceColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// \a own is the model of the run, as the price table names it; empty when it has no price.
    void setCosts(const QList<ModelCost> &costs, const QString &own);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isOwn(const ModelCost &cost) const { return cost.model.compare(m_own, Qt::CaseInsensitive) == 0; }
    QString text(const ModelCost &cost, Column column) const;
    QString difference(const ModelCost &cost) const;

    QList<ModelCost> m_costs;
    QString m_own;
};

} // namespace Viral
