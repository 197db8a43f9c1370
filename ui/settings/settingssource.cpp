// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingssource.h"

#include <QProcessEnvironment>

namespace Viral {

EnvironmentValues processEnvironment()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    EnvironmentValues values;
    for (const VariableRule &rule : variableRules()) {
        const QString name(rule.name);
        if (environment.contains(name))
            values.insert(name, environment.value(name));
    }
    return values;
}

SettingsSource::SettingsSource(PreferenceStore &store, KeyKeeper &keys, EnvironmentValues environment, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keys(keys)
    , m_environment(std::move(environment))
    , m_preferences(store.read())
{
    connect(&m_keys, &KeyKeeper::changed, this, &SettingsSource::changed);
}

Result<EngineSettings> SettingsSource::effective() const
{
    EngineSettings settings = m_preferences.engine;
    settings.openAiKey = m_keys.key(KeyName::OpenAi);
    settings.runPodKey = m_keys.key(KeyName::RunPod);
    settings.webhookSecret = m_keys.key(KeyName::WebhookSecret);
    return withEnvironment(std::move(settings), m_environment);
}

RunKind SettingsSource::engine() const
{
    if (m_preferences.engineChoice)
        return *m_preferences.engineChoice;
    const Result<EngineSettings> settings = effective();
    const bool canAsk = settings && (!settings->openAiKey.isEmpty() || settings->openAiBase.host == OpenAiHost::Local);
    return canAsk ? RunKind::OpenAi : RunKind::Offline;
}

bool SettingsSource::isSetByEnvironment(QLatin1StringView variable) const
{
    return !variable.isEmpty() && m_environment.contains(QString(variable));
}

void SettingsSource::setPreferences(const Preferences &preferences)
{
    if (m_preferences == preferences)
        return;
    m_preferences = preferences;
    const Result<void> written = m_store.write(preferences);
    Q_EMIT changed();
    if (!written)
        Q_EMIT failed(written.error());
}

} // namespace Viral
