// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingscommands.h"

#include "ui/commands/actions.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/welcomepage.h"

namespace Viral {

SettingsCommands::SettingsCommands(Targets targets, const Actions &actions, QObject *parent)
    : QObject(parent)
    , m_targets(std::move(targets))
{
    actions.on(Command::Settings, this, [this] { open(); });
    connect(&m_targets.welcome, &WelcomePage::settingsRequested, this,
            [this](ConnectedService service) { open().begin(service); });
    connectTrouble();
}

void SettingsCommands::connectTrouble()
{
    SettingsSource &settings = m_targets.connections.settings();
    connect(&settings, &SettingsSource::failed, this, &SettingsCommands::failed);
    connect(&settings.keys(), &KeyKeeper::failed, this, &SettingsCommands::failed);
}

void SettingsCommands::openConnections()
{
    open().showTopic(SettingsTopic::Connections);
}

SettingsDialog &SettingsCommands::open()
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_targets.connections, m_targets.pricesPath, m_targets.clock.now().date(),
                                      &m_targets.window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SettingsDialog::pricesChanged, this, &SettingsCommands::pricesChanged);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return *m_dialog;
}

} // namespace Viral
