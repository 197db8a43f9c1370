// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/connectiontest.h"
#include "ui/settings/settingssource.h"

#include <QPointer>

namespace Viral {

/// The services that a run may use.
enum class ConnectedService
{
    OpenAi,
    RunPod,
};

/// Tests the connections as they are set and remembers what was found, until the settings are others.
class Connections final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this.
    Connections(SettingsSource &settings, Transport &transport, Scheduler &scheduler, QObject *parent = nullptr);

    /// Begins the test; one that is on its way is ended without a word.
    void test(ConnectedService service);
    /// Asks OpenAI's model a question of a few tokens.
    void askQuestion();
    void cancel(ConnectedService service);

    bool isTesting(ConnectedService service) const { return !line(service).test.isNull(); }
    /// What was found last; nothing before the first test and after a change of what was tested.
    const std::optional<ConnectionReport> &report(ConnectedService service) const { return line(service).report; }
    SettingsSource &settings() const { return m_settings; }

    /// What would be asked now; fails when the environment cannot be used.
    Result<OpenAiSettings> openAi() const;
    Result<RunPodEndpoint> runPod() const;

Q_SIGNALS:
    /// A test began or ended, or its report is void.
    void changed(Viral::ConnectedService service);

private:
    struct Line
    {
        QPointer<ConnectionTest> test = {};
        std::optional<ConnectionReport> report = {};
    };

    Line &line(ConnectedService service) { return service == ConnectedService::OpenAi ? m_openAi : m_runPod; }
    const Line &line(ConnectedService service) const
    {
        return service == ConnectedService::OpenAi ? m_openAi : m_runPod;
    }
    void follow(ConnectedService service, ConnectionTest *test);
    void showError(ConnectedService service, const Error &error);
    void forgetOldReports();

    SettingsSource &m_settings;
    Transport &m_transport;
    Scheduler &m_scheduler;
    Line m_openAi;
    Line m_runPod;
    /// What the reports are about.
    std::optional<OpenAiSettings> m_testedOpenAi;
    std::optional<RunPodEndpoint> m_testedRunPod;
};

} // namespace Viral
