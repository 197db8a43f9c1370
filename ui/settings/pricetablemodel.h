// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pricing.h"

#include <QAbstractTableModel>

namespace Viral {

/// Rates per model: the editor's own first and open to changes, the built-in ones below.
class PriceTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Model,
        Input,
        Cached,
        Output,
        AsOf,
        ColumnCount,
    };

    /// \a today dates what is changed.
    PriceTableModel(QList<ModelPrice> own, QList<ModelPrice> builtIn, const QDate &today, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Takes a name or dollars per million tokens; false for anything else.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    bool isOwn(int row) const { return row >= 0 && row < m_own.size(); }
    /// Adds an own row, with the rates of \a like when that is a row; returns its number.
    int addOwn(int like);
    void removeOwn(int row);

    /// The own rows that have a name.
    QList<ModelPrice> ownPrices() const;

Q_SIGNALS:
    /// An own row is another now.
    void ownChanged();

private:
    const ModelPrice &at(int row) const;

    QList<ModelPrice> m_own;
    QList<ModelPrice> m_builtIn;
    QDate m_today;
};

} // namespace Viral
