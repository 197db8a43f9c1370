// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QAbstractTableModel>

namespace Viral {

/// Every candidate of the run with the stage, the rule and the number that removed it.
class FunnelModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NumberColumn,
        TitleColumn,
        ChunkColumn,
        TimeColumn,
        StageColumn,
        MeasuredColumn,
        ReasonColumn,
        ColumnCount,
    };
    enum Role
    {
        SortRole = Qt::UserRole + 1, ///< the raw value behind the text
        NumberRole,                  ///< int, the candidate's number
        KeptRole,                    ///< bool
        StartRole,                   ///< qint64, ms, -1 when unknown
        EndRole,                     ///< qint64, ms, -1 when unknown
        RuleRole,                    ///< QString, the rule or the stage it ended at
        SearchTextRole,              ///< QString, folded to lower case
    };

    explicit FunnelModel(ReviewDocument &document, QObject *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();
    void grow();

    QString text(const FunnelEntry &entry, Column column) const;
    QVariant sortValue(const FunnelEntry &entry, Column column) const;

    ReviewDocument &m_document;
    QList<FunnelEntry> m_entries;
    TimecodeFormat m_times;
};

/// Name of a stage for people.
QString stageName(FunnelStage stage);

} // namespace Viral
