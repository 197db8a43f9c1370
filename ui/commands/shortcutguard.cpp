// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/shortcutguard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace Viral {

namespace {

/// Marked by the window: its arrows go through the moments, which is what the window's actions do.
bool leavesKeysToWindow(const QWidget *widget)
{
    return widget->property("leavesKeysToWindow").toBool();
}

bool needsKey(const QWidget *widget, int key)
{
    const bool isArrow = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isJump = key == Qt::Key_Home || key == Qt::Key_End;
    const bool isChoice = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (leavesKeysToWindow(widget))
        return false;
    if (qobject_cast<const QAbstractItemView *>(widget))
        return isArrow || isJump || isChoice;
    if (qobject_cast<const QComboBox *>(widget))
        return isArrow || isJump || isChoice;
    if (qobject_cast<const QLineEdit *>(widget))
        return key == Qt::Key_Return || key == Qt::Key_Enter;
    if (qobject_cast<const QTabBar *>(widget))
        return key == Qt::Key_Left || key == Qt::Key_Right;
    if (qobject_cast<const QAbstractButton *>(widget))
        return isChoice;
    return widget->property("usesArrowKeys").toBool() && isArrow;
}

/// The button that Enter presses: outside of dialogs buttons know the space bar alone, which few try.
QAbstractButton *pressedByEnter(QObject *watched, const QKeyEvent &key)
{
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool isPlain = (key.modifiers() & ~(Qt::KeypadModifier)) == Qt::NoModifier;
    auto *button = qobject_cast<QAbstractButton *>(watched);
    const bool isPressed = qobject_cast<QPushButton *>(button) || qobject_cast<QToolButton *>(button);
    return isEnter && isPlain && isPressed && !qobject_cast<QDialog *>(button->window()) ? button : nullptr;
}

void press(QAbstractButton &button)
{
    auto *tool = qobject_cast<QToolButton *>(&button);
    if (tool && tool->menu() && tool->popupMode() == QToolButton::InstantPopup)
        tool->showMenu();
    else
        button.click();
}

} // namespace

bool ShortcutGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        if (QAbstractButton *button = pressedByEnter(watched, *static_cast<QKeyEvent *>(event))) {
            press(*button);
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(watched);
        const bool isPlain = (key->modifiers() & ~(Qt::KeypadModifier)) == Qt::NoModifier;
        if (widget && isPlain && needsKey(widget, key->key()))
            event->accept();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Viral
