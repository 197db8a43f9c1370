// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowdocks.h"

#include "ui/shell/docktitle.h"

#include <QAction>
#include <QChildEvent>
#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>

#include <utility>

namespace Viral {

namespace {

/// Property of a dock: whether the editor has it open, while the welcome page hides it.
constexpr const char *dockWasOpen = "wasOpen";
/// Property of a dock that is not hidden while nothing is open.
constexpr const char *dockIsForAlways = "forAlways";

/// The keys go to the first control of \a panel that takes them.
void focusFirst(QWidget *panel)
{
    for (QWidget *next = panel->nextInFocusChain(); next != panel; next = next->nextInFocusChain()) {
        const bool takesKeys = (next->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && next->isEnabled();
        if (takesKeys && panel->isAncestorOf(next) && next->isVisibleTo(panel)) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace

WindowDocks::WindowDocks(QMainWindow &window, QMenu &switches)
    : QObject(&window)
    , m_window(window)
    , m_switches(switches)
{
    m_window.installEventFilter(this);
}

QDockWidget *WindowDocks::add(Qt::DockWidgetArea area, const QString &id, const QString &title, QWidget *content)
{
    auto *dock = new QDockWidget(title);
    dock->setObjectName(id);
    dock->setWidget(content);
    dock->setTitleBarWidget(new DockTitle(dock));
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    m_window.addDockWidget(area, dock);
    QAction *shown = dock->toggleViewAction();
    shown->setText(title);
    m_switches.addAction(shown);
    return dock;
}

QDockWidget *WindowDocks::addForAlways(Qt::DockWidgetArea area, const QString &id, const QString &title,
                                       QWidget *content)
{
    QDockWidget *dock = add(area, id, title, content);
    dock->setProperty(dockIsForAlways, true);
    dock->hide();
    return dock;
}

bool WindowDocks::eventFilter(QObject *watched, QEvent *event)
{
    // The window keeps tab bars of docks that are out of sight: the keys must not stop there. Docks have commands.
    if (event->type() == QEvent::ChildPolished) {
        if (auto *tabs = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child()))
            tabs->setFocusPolicy(Qt::NoFocus);
    }
    return QObject::eventFilter(watched, event);
}

bool WindowDocks::show(const QString &name)
{
    QWidget *panel = m_panels.value(name);
    if (!panel)
        return false;
    for (QWidget *child = panel; child; child = child->parentWidget()) {
        // A page of a tab widget is a child of its stack.
        if (auto *tabs =
                child->parentWidget() ? qobject_cast<QTabWidget *>(child->parentWidget()->parentWidget()) : nullptr;
            tabs && tabs->indexOf(child) >= 0)
            tabs->setCurrentWidget(child);
        if (auto *dock = qobject_cast<QDockWidget *>(child)) {
            dock->setProperty(dockWasOpen, true);
            const bool isVisible = m_areShown || dock->property(dockIsForAlways).toBool();
            dock->setVisible(isVisible);
            if (isVisible)
                dock->raise();
            else
                m_wanted = dock;
        }
    }
    return true;
}

void WindowDocks::enter(const QString &name)
{
    if (show(name))
        focusFirst(m_panels.value(name));
}

void WindowDocks::setShown(bool isShown)
{
    if (isShown == m_areShown)
        return;
    m_areShown = isShown;
    // The window is laid out once for all of them, not anew for each.
    QLayout *layout = m_window.layout();
    layout->setEnabled(false);
    for (QDockWidget *dock : m_window.findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dock->property(dockIsForAlways).toBool())
            continue;
        if (!isShown)
            dock->setProperty(dockWasOpen, !dock->isHidden());
        dock->setVisible(isShown && dock->property(dockWasOpen).toBool());
    }
    layout->setEnabled(true);
    layout->activate();
    if (m_areShown && m_wanted)
        std::exchange(m_wanted, nullptr)->raise();
}

} // namespace Viral
