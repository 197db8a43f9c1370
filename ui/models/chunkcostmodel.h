// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/costreport.h"
#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QAbstractTableModel>

namespace Viral {

/// Tokens, time, price and moments of each chunk, as the result's usage tells them; with the report on the whole run
/// that they are taken from.
class ChunkCostModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        ChunkColumn,
        SpanColumn,
        InputColumn,
        CachedColumn,
        OutputColumn,
        ReasoningColumn,
        ResponseTimeColumn,
        PriceColumn,
        MomentsColumn,
        ColumnCount,
    };
    enum Role
    {
        SortRole = Qt::UserRole + 1, ///< qint64; -1 where nothing is known
        ChunkIndexRole,              ///< int
        StartRole,                   ///< qint64, ms; nothing for a chunk without a place
    };

    explicit ChunkCostModel(ReviewDocument &document, QObject *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    /// The rates of all models; without them only those of the result are known.
    void setPrices(const PriceTable &prices);
    /// Of what the document holds now; always as new as the rows.
    const CostReport &report() const { return m_report; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Tells after the rows that report() is another one.
    void reportChanged();

private:
    void reload();
    void startAnew();
    void grow();
    QString text(const ChunkCost &row, Column column) const;
    QString toolTip(const ChunkCost &row, Column column) const;

    ReviewDocument &m_document;
    PriceTable m_prices;
    CostReport m_report;
    TimecodeFormat m_times;
};

} // namespace Viral
