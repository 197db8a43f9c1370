// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keymapmodel.h"

#include "ui/commands/actions.h"

#include <QFont>

using namespace Qt::StringLiterals;

namespace Viral {

QString commandName(const QString &id)
{
    for (const CommandEntry &entry : commandTable()) {
        if (id == QLatin1StringView(entry.id))
            return Actions::tr(entry.text).remove(u'&').remove(u'…');
    }
    return id;
}

QString keysText(const KeyMap &keys, const QString &id)
{
    QStringList texts;
    for (const QKeySequence &sequence : keys.sequencesOf(id))
        texts.append(sequence.toString(QKeySequence::NativeText));
    return texts.join(u",  "_s);
}

KeyMapModel::KeyMapModel(KeyMap keys, QObject *parent)
    : QAbstractTableModel(parent)
    , m_keys(std::move(keys))
{}

void KeyMapModel::setKeys(const KeyMap &keys)
{
    m_keys = keys;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int KeyMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(commandTable().size());
}

int KeyMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KeyMapModel::text(int row, int column) const
{
    const CommandEntry &entry = commandTable().at(row);
    const QString id = QString::fromLatin1(entry.id);
    switch (column) {
    case MenuColumn:
        return menuTitle(entry.menu).remove(u'&');
    case CommandColumn:
        return commandName(id);
    default:
        return keysText(m_keys, id);
    }
}

QVariant KeyMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString id = QString::fromLatin1(commandTable().at(index.row()).id);
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::FontRole:
        if (m_keys.keysOf(id) != KeyMap().keysOf(id)) {
            QFont changed;
            changed.setBold(true);
            return changed;
        }
        return {};
    case IdRole:
        return id;
    case SearchRole:
        return QStringList{text(index.row(), MenuColumn), text(index.row(), CommandColumn),
                           text(index.row(), KeysColumn)}
            .join(u' ');
    default:
        return {};
    }
}

QVariant KeyMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Menu"), tr("Command"), tr("Keys")};
    return titles.value(section);
}

} // namespace Viral
