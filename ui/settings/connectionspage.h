// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connections.h"
#include "ui/settings/settingspage.h"

class QComboBox;

namespace Viral {

class KeyField;

/// Keys, addresses and their tests: OpenAI or a server like it, and RunPod.
class ConnectionsPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit ConnectionsPage(Connections &connections);

    /// The caret goes to the first thing that \a service is missing.
    void begin(ConnectedService service);

private:
    void addOpenAi();
    void addRunPod();
    void choosePreset(int index);
    void showPreset();
    void suggestModels();

    Connections &m_connections;
    QComboBox *m_presets = nullptr;
    SettingField *m_address = nullptr;
    SettingField *m_model = nullptr;
    SettingField *m_endpoint = nullptr;
    KeyField *m_openAiKey = nullptr;
    KeyField *m_runPodKey = nullptr;
};

} // namespace Viral
