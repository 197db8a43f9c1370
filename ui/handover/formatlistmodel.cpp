// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/formatlistmodel.h"

using namespace Qt::StringLiterals;

namespace Viral {

FormatListModel::FormatListModel(QObject *parent)
    : QAbstractListModel(parent)
{
    for (const HandOverFormat &format : handOverFormats()) {
        if (m_rows.isEmpty() || m_rows.constLast().group != format.group)
            m_rows.append({.group = format.group});
        m_rows.append({.group = format.group, .format = &format});
    }
}

QModelIndex FormatListModel::indexOf(const QString &format) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).format && m_rows.at(row).format->key == format)
            return index(row);
    }
    return {};
}

int FormatListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FormatListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const QString group = HandOverFormat::groupName(row.group);
    switch (role) {
    case Qt::DisplayRole:
        return row.format ? row.format->name() : group;
    case Qt::ToolTipRole:
    case TakersRole:
        return row.format ? row.format->takers() : QString();
    case Qt::AccessibleTextRole:
        return row.format ? QStringList{row.format->name(), group, row.format->takers()}.join(u", "_s) : group;
    case KeyRole:
        return row.format ? row.format->key : QString();
    default:
        return {};
    }
}

Qt::ItemFlags FormatListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return m_rows.at(index.row()).format ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                         : Qt::ItemNeverHasChildren;
}

} // namespace Viral
