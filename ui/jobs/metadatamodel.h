// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/rawjson.h"

#include <QAbstractTableModel>

namespace Viral {

/// The metadata of a request as a table of names and values, with one empty line for a new one. Values that are not
/// text are shown and read as JSON; what is not touched keeps its bytes.
class MetadataModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        ValueColumn,
        ColumnCount,
    };

    explicit MetadataModel(RawMembers members, QObject *parent = nullptr);

    const RawMembers &members() const { return m_members; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// An empty name takes the line away; a name that is there already is refused.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool setName(int row, const QString &name);
    bool setValue(int row, const QString &text);

    RawMembers m_members;
};

} // namespace Viral
