// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/lookfollower.h"

namespace Viral {

LookFollower::LookFollower(SettingsSource &settings, Theme &theme, std::optional<ThemeChoice> colours, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_chosen(settings.preferences().colours)
    , m_shown(colours.value_or(m_chosen))
{
    m_theme.setChoice(m_shown);
    followSettings();
    connect(&m_settings, &SettingsSource::changed, this, &LookFollower::followSettings);
    connect(&m_theme, &Theme::changed, this, &LookFollower::followTheme);
}

void LookFollower::followSettings()
{
    const Preferences preferences = m_settings.preferences();
    m_theme.setMotion(preferences.reducesMotion ? Motion::Off : Motion::On);
    m_theme.setTextSize(preferences.textSizePercent);
    if (preferences.colours == m_chosen)
        return;
    m_chosen = m_shown = preferences.colours;
    m_theme.setChoice(m_shown);
}

void LookFollower::followTheme()
{
    if (m_theme.choice() == m_shown)
        return;
    m_shown = m_chosen = m_theme.choice();
    Preferences preferences = m_settings.preferences();
    preferences.colours = m_chosen;
    m_settings.setPreferences(preferences);
}

} // namespace Viral
