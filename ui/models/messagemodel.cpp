// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/messagemodel.h"

namespace Viral {

void MessageModel::add(Message::Severity severity, const QString &text, const QDateTime &when)
{
    if (!m_messages.isEmpty() && m_messages.constLast().text == text && m_messages.constLast().severity == severity) {
        Message &last = m_messages.last();
        ++last.count;
        last.when = when;
        const QModelIndex changed = index(rowCount() - 1);
        Q_EMIT dataChanged(changed, changed);
        return;
    }
    if (rowCount() >= mostKept) {
        beginRemoveRows({}, 0, 0);
        m_messages.removeFirst();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_messages.append({.severity = severity, .text = text, .when = when});
    endInsertRows();
}

void MessageModel::clear()
{
    beginResetModel();
    m_messages.clear();
    endResetModel();
}

int MessageModel::problemCount() const
{
    return static_cast<int>(std::count_if(m_messages.begin(), m_messages.end(), [](const Message &message) {
        return message.severity != Message::Severity::Note;
    }));
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Message &message = m_messages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return message.count == 1 ? message.text : tr("%1 (%2 times)").arg(message.text).arg(message.count);
    case Qt::ToolTipRole:
        return message.text;
    case SeverityRole:
        return static_cast<int>(message.severity);
    case CountRole:
        return message.count;
    case TimeRole:
        return message.when;
    default:
        return {};
    }
}

} // namespace Viral
