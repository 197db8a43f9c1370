// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/messagemodel.h"

#include "core/base/timetext.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

QString severityWord(Message::Severity severity)
{
    switch (severity) {
    case Message::Severity::Note:
        return MessageModel::tr("Note");
    case Message::Severity::Warning:
        return MessageModel::tr("Warning");
    case Message::Severity::Error:
        return MessageModel::tr("Error");
    }
    return {};
}

void MessageModel::add(const Message &message)
{
    Message added = message;
    if (added.text.size() > longestText)
        added.text = added.text.left(longestText) + u'…';
    if (!m_messages.isEmpty()) {
        Message &last = m_messages.last();
        Message again = added;
        again.when = last.when;
        again.count = last.count;
        if (again == last) {
            ++last.count;
            last.when = added.when;
            Q_EMIT dataChanged(index(rowCount() - 1, 0), index(rowCount() - 1, ColumnCount - 1));
            return;
        }
    }
    if (rowCount() >= mostKept) {
        beginRemoveRows({}, 0, 0);
        m_messages.removeFirst();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_messages.append(added);
    endInsertRows();
}

void MessageModel::clear()
{
    beginResetModel();
    m_messages.clear();
    endResetModel();
}

int MessageModel::countOf(Message::Severity severity) const
{
    return static_cast<int>(std::count_if(m_messages.begin(), m_messages.end(),
                                          [severity](const Message &message) { return message.severity == severity; }));
}

int MessageModel::problemCount() const
{
    return rowCount() - countOf(Message::Severity::Note);
}

QString MessageModel::textOf(const QList<int> &rows) const
{
    QStringList lines;
    for (const int row : rows) {
        if (row < 0 || row >= rowCount())
            continue;
        const Message &message = m_messages.at(row);
        QString line = isoUtcText(message.when) + u'\t' + severityWord(message.severity) + u'\t' + message.text;
        if (message.count > 1)
            line += tr(" (%n times)", nullptr, message.count);
        if (!message.whatToDo.isEmpty())
            line += u'\t' + message.whatToDo;
        lines.append(line);
    }
    return lines.join(u'\n');
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MessageModel::words(const Message &message, int column) const
{
    switch (column) {
    case SeverityColumn:
        return severityWord(message.severity);
    case TimeColumn:
        return QLocale().toString(message.when.toLocalTime().time(), u"HH:mm:ss"_s);
    case TextColumn:
        // One line of a list; the whole text stands below it.
        return message.text.simplified();
    case CountColumn:
        return message.count == 1 ? QString() : QLocale().toString(message.count);
    default:
        return {};
    }
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Message &message = m_messages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words(message, index.column());
    case Qt::ToolTipRole:
        return message.whatToDo.isEmpty() ? message.text : message.text + u"\n\n"_s + message.whatToDo;
    case Qt::AccessibleTextRole:
        return index.column() == CountColumn ? tr("%n times", nullptr, message.count) : words(message, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == CountColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SeverityRole:
        return static_cast<int>(message.severity);
    default:
        return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Kind");
    case TimeColumn:
        return tr("Time");
    case TextColumn:
        return tr("Message");
    case CountColumn:
        return tr("Times");
    default:
        return {};
    }
}

} // namespace Viral
