// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"

#include <QAbstractTableModel>

namespace Viral {

/// Tokens, time and moments of each chunk, as the result's usage tells them.
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
        MomentsColumn,
        ColumnCount,
    };

    explicit ChunkCostModel(ReviewDocument &document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int chunkIndex = 0;
        std::optional<TimeSpan> span = {};
        std::optional<ChunkUsage> usage = {};
        int moments = 0;
    };
    void reload();
    void startAnew();
    void grow();
    QString text(const Row &row, Column column) const;

    ReviewDocument &m_document;
    QList<Row> m_rows;
};

} // namespace Viral
