// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/keymap.h"

#include <QAbstractTableModel>

namespace Viral {

/// Every command with its keys, in the order of the menus; the keys of the map being edited.
class KeyMapModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        MenuColumn,
        CommandColumn,
        KeysColumn,
        ColumnCount,
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString: the command's id
        SearchRole,                ///< QString: menu, name and keys in one text
    };

    explicit KeyMapModel(KeyMap keys, QObject *parent = nullptr);

    const KeyMap &keys() const { return m_keys; }
    void setKeys(const KeyMap &keys);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    KeyMap m_keys;
};

/// A command's name as sentences have it, without marks for menus; \a id when it is unknown.
QString commandName(const QString &id);
/// The keys of a command for people, separated by commas.
QString keysText(const KeyMap &keys, const QString &id);

} // namespace Viral
