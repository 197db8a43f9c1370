// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandtable.h"
#include "ui/commands/keymap.h"

#include <QAction>
#include <QHash>
#include <QObject>

#include <functional>

class QMenu;
class QMenuBar;

namespace Viral {

/// The window's actions made from the table; menus and buttons show these and nothing else.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *of(Command command) const { return m_actions.value(command); }
    /// Fills the menu bar from the table.
    void fillMenus(QMenuBar *bar);
    /// A menu of the bar, for what is not a command: the docks' own switches.
    QMenu *menu(MenuName name) const { return m_menus.value(name); }
    /// What is done when the command is given; \a what lives as long as \a receiver.
    void on(Command command, QObject *receiver, const std::function<void()> &what) const;
    /// Puts \a keys in force.
    void setKeys(const KeyMap &keys) const;
    /// Switches everything that makes sense only while something is open.
    void setWorkOpen(bool isOpen) const;

private:
    QHash<Command, QAction *> m_actions;
    QHash<MenuName, QMenu *> m_menus;
};

QString menuTitle(MenuName menu);

} // namespace Viral
