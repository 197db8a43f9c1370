// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/monthlycost.h"

#include <QAbstractTableModel>

namespace Viral {

/// The cost of each month, newest first, in one table with its parts: a line per month, a line per engine and model.
class MonthCostModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        MonthColumn,
        EngineColumn,
        RunsColumn,
        PriceColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setMonths(const QList<MonthCost> &months);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A month's own line, or one of its parts.
    struct Line
    {
        QDate month = {};
        std::optional<CostPart> part = {};
        int runs = 0;
        MicroDollars price = {};
        int withoutPrice = 0;
    };

    QList<Line> m_lines;
};

} // namespace Viral
