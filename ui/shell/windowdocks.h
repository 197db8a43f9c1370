// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace Viral {

/// The docks of the window and the panels in them: found by name, brought to the front, hidden together while nothing
/// is open, remembered as the editor left them.
class WindowDocks final : public QObject
{
    Q_OBJECT

public:
    /// \a switches gets a row per dock.
    WindowDocks(QMainWindow &window, QMenu &switches);

    QDockWidget *add(Qt::DockWidgetArea area, const QString &id, const QString &title, QWidget *content);
    /// A dock that makes sense while nothing is open, too; hidden until it is shown.
    QDockWidget *addForAlways(Qt::DockWidgetArea area, const QString &id, const QString &title, QWidget *content);
    /// \a panel is what show() brings to the front under \a name; it stands in a dock, in tabs or in the middle.
    void name(const QString &name, QWidget *panel) { m_panels.insert(name, panel); }
    /// False when no panel has this name. Asked for while nothing is open, it is in front as soon as something is.
    bool show(const QString &name);
    /// Shows it and gives the keys to the first control that takes them.
    void enter(const QString &name);
    QWidget *panel(const QString &name) const { return m_panels.value(name); }

    /// While nothing is open no dock is shown; afterwards those are that were before.
    void setShown(bool isShown);
    bool areShown() const { return m_areShown; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QMainWindow &m_window;
    QMenu &m_switches;
    QHash<QString, QWidget *> m_panels;
    bool m_areShown = true;
    /// Asked for while the docks were hidden.
    QDockWidget *m_wanted = nullptr;
};

} // namespace Viral
