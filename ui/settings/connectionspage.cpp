// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionspage.h"

#include "core/run/pricebook.h"
#include "ui/settings/keyfield.h"
#include "ui/settings/settingwidgets.h"
#include "ui/settings/testrow.h"

#include <QComboBox>
#include <QLineEdit>

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// A service whose address is known. What stands in angle brackets is for the user to fill in.
struct Preset
{
    const char *name = "";
    QLatin1StringView address = {};
};

constexpr std::array presets{
    Preset{"OpenAI", "https://api.openai.com/v1"_L1},
    Preset{"Azure OpenAI", "https://<resource>.openai.azure.com/openai/v1"_L1},
    Preset{"Ollama", "http://localhost:11434/v1"_L1},
    Preset{"llama.cpp", "http://localhost:8080/v1"_L1},
    Preset{"vLLM", "http://localhost:8000/v1"_L1},
    Preset{"LM Studio", "http://localhost:1234/v1"_L1},
};

} // namespace

ConnectionsPage::ConnectionsPage(Connections &connections)
    : SettingsPage(connections.settings())
    , m_connections(connections)
{
    addOpenAi();
    addRunPod();
    finish();
    connect(&m_connections, &Connections::changed, this, &ConnectionsPage::suggestModels);
    connect(&settings(), &SettingsSource::changed, this, &ConnectionsPage::showPreset);
    suggestModels();
    showPreset();
}

void ConnectionsPage::addOpenAi()
{
    addHeading(tr("OpenAI, or a server like it"));
    m_presets = new QComboBox;
    for (const Preset &preset : presets)
        m_presets->addItem(QString::fromLatin1(preset.name));
    m_presets->addItem(tr("Another server"));
    m_presets->setAccessibleName(tr("Service"));
    m_presets->setObjectName(u"presets"_s);
    m_presets->setFocusPolicy(Qt::StrongFocus);
    m_presets->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    keepWheelOff(*m_presets);
    connect(m_presets, &QComboBox::activated, this, &ConnectionsPage::choosePreset);
    addRow(tr("Service"), m_presets, m_presets);
    m_address = addSetting("openai/base_url"_L1);
    m_openAiKey =
        new KeyField(KeyName::OpenAi, tr("Key"), tr("Servers on this computer mostly need none."), settings());
    addRow(tr("Key"), m_openAiKey, m_openAiKey->line());
    addRow({}, new TestRow(ConnectedService::OpenAi, m_connections), nullptr);
    m_model = addSetting("openai/model"_L1);
    addSetting("openai/api_mode"_L1);
}

void ConnectionsPage::addRunPod()
{
    addHeading(tr("RunPod"));
    m_runPodKey =
        new KeyField(KeyName::RunPod, tr("Key"),
                     tr("From the settings of your RunPod account, with the right to use the endpoint."), settings());
    addRow(tr("Key"), m_runPodKey, m_runPodKey->line());
    m_endpoint = addSetting("runpod/endpoint"_L1);
    addRow({}, new TestRow(ConnectedService::RunPod, m_connections), nullptr);
    addSetting("runpod/base_url"_L1);
}

void ConnectionsPage::choosePreset(int index)
{
    if (index < 0 || index >= static_cast<int>(presets.size())) {
        m_address->control()->setFocus();
        return;
    }
    const QString address(presets.at(static_cast<std::size_t>(index)).address);
    if (const qsizetype open = address.indexOf(u'<'); open >= 0)
        m_address->offerText(address, open, address.indexOf(u'>') + 1 - open,
                             tr("Put the name of your resource here; the model is the name of your deployment."));
    else
        m_address->enter(address);
}

void ConnectionsPage::showPreset()
{
    const Result<OpenAiSettings> settings = m_connections.openAi();
    const QString address = settings ? settings->base.url.toString() : QString();
    const auto found = std::find_if(presets.begin(), presets.end(), [&](const Preset &preset) {
        return address == preset.address ||
               (preset.address.contains(QLatin1Char('<')) && settings && settings->base.host == OpenAiHost::Azure);
    });
    m_presets->setCurrentIndex(static_cast<int>(found - presets.begin()));
    m_presets->setEnabled(m_address->control()->isEnabled());
}

void ConnectionsPage::suggestModels()
{
    QStringList models;
    if (const std::optional<ConnectionReport> &report = m_connections.report(ConnectedService::OpenAi))
        models = report->models;
    if (models.isEmpty()) {
        for (const ModelPrice &price : builtInPrices().models)
            models.append(price.model);
    }
    m_model->setSuggestions(models);
}

void ConnectionsPage::begin(ConnectedService service)
{
    QWidget *first = m_openAiKey->line();
    if (service == ConnectedService::RunPod) {
        const Result<RunPodEndpoint> endpoint = m_connections.runPod();
        const bool hasKey = endpoint && !endpoint->key.isEmpty();
        first = hasKey ? m_endpoint->control() : m_runPodKey->line();
    }
    ensureWidgetVisible(first, 0, 200);
    first->setFocus();
}

} // namespace Viral
