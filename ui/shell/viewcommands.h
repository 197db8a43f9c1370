// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Viral {

class Actions;
class FindBar;
class KeyMapStore;
class Theme;
class TimelineView;

/// What the commands of the menus "View" and "Help" do: zoom, find, colours, the palette of commands, the keys.
class ViewCommands final : public QObject
{
    Q_OBJECT

public:
    /// What the commands act on.
    struct Targets
    {
        QWidget &window;
        TimelineView &timeline;
        FindBar &findBar;
        Theme &theme;
        /// Null where keys cannot be changed.
        KeyMapStore *keys = nullptr;
    };
    ViewCommands(const Targets &targets, const Actions &actions, QObject *parent);

private:
    void connectColours();
    void connectHelp();
    void connectKeys();

    Targets m_targets;
    const Actions &m_actions;
};

} // namespace Viral
