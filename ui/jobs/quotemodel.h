// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/forecast.h"

#include <QAbstractTableModel>

#include <memory>

namespace Viral {

/// What the run would come to with each model of the price table.
class QuoteModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        ModelColumn,
        PriceColumn,
        CachedPriceColumn,
        TimeColumn,
        TokensColumn,
        BasisColumn,
        ColumnCount,
    };
    enum Role
    {
        SortRole = Qt::UserRole + 1,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null for none.
    void setQuote(const std::shared_ptr<const Forecast> &quote);
    const ModelForecast &at(int row) const { return m_quote->models.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Forecast> m_quote;
};

/// "$0.28–0.34"; one figure where both ends read alike.
QString priceText(const PriceRange &range);
/// "0:40–1:10".
QString timeText(const TimeRange &range);
/// "231 k tokens".
QString tokensText(std::int64_t tokens);
/// The one line of the quote: "22 chunks ≈ 231 k tokens ≈ $0.28–0.34 · 0:40–1:10".
QString quoteLine(const Forecast &quote, const ModelForecast *model);

} // namespace Viral
