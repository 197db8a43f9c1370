// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/clipmodel.h"

#include "core/base/timetext.h"
#include "ui/models/stepwords.h"

namespace Viral {

void ClipModel::setClips(const QList<HandOverClip> &clips)
{
    if (clips == m_clips)
        return;
    if (clips.size() == m_clips.size()) {
        m_clips = clips;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_clips = clips;
    endResetModel();
}

int ClipModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_clips.size());
}

int ClipModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClipModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isText = index.column() == TitleColumn || index.column() == DecisionColumn;
        return QVariant::fromValue(Qt::Alignment((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    const HandOverClip &clip = m_clips.at(index.row());
    switch (index.column()) {
    case NumberColumn:
        return clip.number;
    case TitleColumn:
        return clip.title;
    case InColumn:
        return clip.in;
    case OutColumn:
        return clip.out;
    case LengthColumn:
        return secondsText(clip.length);
    case DecisionColumn:
        return decisionName(clip.decision);
    default:
        return {};
    }
}

QVariant ClipModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isText = section == TitleColumn || section == DecisionColumn;
        return QVariant::fromValue(Qt::Alignment((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("No."), tr("Title"), tr("In"), tr("Out"), tr("Length"), tr("Decision")};
    return titles.at(section);
}

} // namespace Viral
