// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/settings/connections.h"

#include <QPointer>
#include <QWidget>

namespace Viral {

class Actions;
class SettingsDialog;
class WelcomePage;

/// Opens the settings: from the menu, and from the welcome page at the place where something is missing. One window of
/// settings at most.
class SettingsCommands final : public QObject
{
    Q_OBJECT

public:
    struct Targets
    {
        QWidget &window;
        Connections &connections;
        WelcomePage &welcome;
        Clock &clock;
        /// The file of the editor's own rates.
        QString pricesPath = {};
    };

    SettingsCommands(Targets targets, const Actions &actions, QObject *parent = nullptr);

    /// Opens the settings, or brings them to the front.
    SettingsDialog &open();
    /// Opens them where keys and addresses are entered.
    void openConnections();

Q_SIGNALS:
    void failed(const Viral::Error &error);
    /// The editor's own rates are others now.
    void pricesChanged();

private:
    void connectTrouble();

    Targets m_targets;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace Viral
