// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/actions.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace Viral {

QString menuTitle(MenuName menu)
{
    switch (menu) {
    case MenuName::File:
        return Actions::tr("&File");
    case MenuName::Editing:
        return Actions::tr("&Edit");
    case MenuName::Moment:
        return Actions::tr("&Moment");
    case MenuName::Play:
        return Actions::tr("&Play");
    case MenuName::Run:
        return Actions::tr("&Run");
    case MenuName::View:
        return Actions::tr("&View");
    case MenuName::Help:
        return Actions::tr("&Help");
    }
    return {};
}

namespace {

QString withKey(const QAction *action)
{
    const QString plain = QString(action->text()).remove(u'&').remove(u'…');
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? plain : plain + u" ("_s + key + u')';
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
{
    for (const CommandEntry &entry : commandTable()) {
        auto *action = new QAction(tr(entry.text), window);
        action->setObjectName(QString::fromLatin1(entry.id));
        if (entry.icon)
            action->setIcon(icon(*entry.icon));
        action->setIconVisibleInMenu(false);
        action->setCheckable(entry.traits.testFlag(CommandTrait::Checkable));
        window->addAction(action);
        m_actions.insert(entry.command, action);
    }
    setKeys(KeyMap());
}

void Actions::setKeys(const KeyMap &keys) const
{
    for (QAction *action : m_actions) {
        action->setShortcuts(keys.sequencesOf(action->objectName()));
        action->setToolTip(withKey(action));
    }
}

void Actions::fillMenus(QMenuBar *bar)
{
    for (const CommandEntry &entry : commandTable()) {
        QMenu *&menu = m_menus[entry.menu];
        if (!menu)
            menu = bar->addMenu(menuTitle(entry.menu));
        if (entry.traits.testFlag(CommandTrait::StartsGroup))
            menu->addSeparator();
        menu->addAction(of(entry.command));
    }
}

void Actions::on(Command command, QObject *receiver, const std::function<void()> &what) const
{
    connect(of(command), &QAction::triggered, receiver, what);
}

void Actions::setWorkOpen(bool isOpen) const
{
    for (const CommandEntry &entry : commandTable()) {
        if (!entry.traits.testFlag(CommandTrait::WithoutWork))
            of(entry.command)->setEnabled(isOpen);
    }
}

} // namespace Viral
