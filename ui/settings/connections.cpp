// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connections.h"

namespace Viral {

Connections::Connections(SettingsSource &settings, Transport &transport, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_transport(transport)
    , m_scheduler(scheduler)
{
    connect(&m_settings, &SettingsSource::changed, this, &Connections::forgetOldReports);
}

Result<OpenAiSettings> Connections::openAi() const
{
    return m_settings.effective().map([](const EngineSettings &settings) { return openAiSettings(settings); });
}

Result<RunPodEndpoint> Connections::runPod() const
{
    return m_settings.effective().map([](const EngineSettings &settings) {
        return RunPodEndpoint{.base = settings.runPodBase, .id = settings.runPodEndpoint, .key = settings.runPodKey};
    });
}

void Connections::test(ConnectedService service)
{
    if (service == ConnectedService::OpenAi) {
        const Result<OpenAiSettings> settings = openAi();
        if (!settings)
            return showError(service, settings.error());
        m_testedOpenAi = *settings;
        follow(service, testOpenAi(*settings, m_transport, m_scheduler, this));
    } else {
        const Result<RunPodEndpoint> endpoint = runPod();
        if (!endpoint)
            return showError(service, endpoint.error());
        m_testedRunPod = *endpoint;
        follow(service, testRunPod(*endpoint, m_transport, m_scheduler, this));
    }
}

void Connections::askQuestion()
{
    const Result<OpenAiSettings> settings = openAi();
    if (!settings)
        return showError(ConnectedService::OpenAi, settings.error());
    m_testedOpenAi = *settings;
    follow(ConnectedService::OpenAi, askOneToken(*settings, m_transport, m_scheduler, this));
}

void Connections::follow(ConnectedService service, ConnectionTest *test)
{
    Line &asked = line(service);
    if (asked.test)
        asked.test->cancel();
    asked = {.test = test};
    connect(test, &ConnectionTest::finished, this, [this, service](const ConnectionReport &report) {
        line(service) = {.report = report};
        Q_EMIT changed(service);
    });
    Q_EMIT changed(service);
}

void Connections::cancel(ConnectedService service)
{
    Line &asked = line(service);
    if (!asked.test)
        return;
    asked.test->cancel();
    asked.test = nullptr;
    Q_EMIT changed(service);
}

void Connections::showError(ConnectedService service, const Error &error)
{
    cancel(service);
    line(service).report = ConnectionReport{.verdict = ConnectionReport::Verdict::Bad,
                                            .headline = tr("The environment of this program holds a value that "
                                                           "cannot be used."),
                                            .advice = error.text()};
    Q_EMIT changed(service);
}

void Connections::forgetOldReports()
{
    const auto forget = [this](ConnectedService service) {
        cancel(service);
        line(service).report.reset();
        Q_EMIT changed(service);
    };
    if (m_testedOpenAi && openAi() != *m_testedOpenAi) {
        m_testedOpenAi.reset();
        forget(ConnectedService::OpenAi);
    }
    if (m_testedRunPod && runPod() != *m_testedRunPod) {
        m_testedRunPod.reset();
        forget(ConnectedService::RunPod);
    }
}

} // namespace Viral
