// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssource.h"

namespace Viral {

/// Dresses the window as the settings say, at once when they change, and keeps the colours that were chosen elsewhere
/// (in a menu). What the command line chose holds until somebody chooses otherwise.
class LookFollower final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. \a colours are stronger than the settings until these change.
    LookFollower(SettingsSource &settings, Theme &theme, std::optional<ThemeChoice> colours, QObject *parent = nullptr);

private:
    void followSettings();
    void followTheme();

    SettingsSource &m_settings;
    Theme &m_theme;
    /// As they were when last looked at: what differs has been chosen anew.
    ThemeChoice m_chosen;
    ThemeChoice m_shown;
};

} // namespace Viral
