// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverpreview.h"

#include <QAbstractTableModel>

namespace Viral {

/// The clips of a preview, in the order in which they are handed over.
class ClipModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NumberColumn,
        TitleColumn,
        InColumn,
        OutColumn,
        LengthColumn,
        DecisionColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay keep their place in the view.
    void setClips(const QList<HandOverClip> &clips);
    const QList<HandOverClip> &clips() const { return m_clips; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<HandOverClip> m_clips;
};

} // namespace Viral
