// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/keykeeper.h"
#include "ui/settings/preferencestore.h"

namespace Viral {

/// The variables of interface.md section 2 that this process was started with.
EnvironmentValues processEnvironment();

/// What holds for the next run before its own options: defaults, then what was chosen in the settings and the kept
/// keys, then the environment (interface.md section 2).
class SettingsSource final : public QObject
{
    Q_OBJECT

public:
    /// \a store and \a keys outlive this.
    SettingsSource(PreferenceStore &store, KeyKeeper &keys, EnvironmentValues environment, QObject *parent = nullptr);

    /// Fails with the name of every variable of the environment that cannot be used.
    Result<EngineSettings> effective() const;
    /// Who does the work when nothing else is said: as chosen last, else OpenAI when there is a key (or a server that
    /// needs none), else the offline engine.
    RunKind engine() const;
    /// The environment decides this variable: what is chosen in the settings has no effect.
    bool isSetByEnvironment(QLatin1StringView variable) const;

    const Preferences &preferences() const { return m_preferences; }
    /// In force at once; failed() follows when it could not be written to the file.
    void setPreferences(const Preferences &preferences);
    KeyKeeper &keys() const { return m_keys; }
    /// What there is to say about the settings file as it was found.
    const QStringList &notices() const { return m_store.notices(); }

Q_SIGNALS:
    /// Preferences or keys are others now.
    void changed();
    void failed(const Viral::Error &error);

private:
    PreferenceStore &m_store;
    KeyKeeper &m_keys;
    EnvironmentValues m_environment;
    Preferences m_preferences;
};

} // namespace Viral
