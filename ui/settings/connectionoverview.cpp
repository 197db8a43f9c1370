// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionoverview.h"

#include "ui/settings/testrow.h"
#include "ui/style/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using Verdict = ConnectionReport::Verdict;

ServiceState missing(const QString &text)
{
    return {.text = text, .isIncomplete = true};
}

} // namespace

ServiceState serviceState(ConnectedService service, const Connections &connections)
{
    if (const std::optional<ConnectionReport> &report = connections.report(service);
        report && report->verdict != Verdict::Unasked)
        return {.verdict = report->verdict, .text = report->headline};
    const Result<EngineSettings> settings = connections.settings().effective();
    if (!settings)
        return {.verdict = Verdict::Bad, .text = settings.error().text()};
    if (service == ConnectedService::OpenAi) {
        const bool isLocal = settings->openAiBase.host == OpenAiHost::Local;
        if (isLocal)
            return {.text = ConnectionOverview::tr("%1 on this computer, not tested yet.").arg(settings->model)};
        return settings->openAiKey.isEmpty()
                   ? missing(ConnectionOverview::tr("Needs a key. The transcript is sent to the service, and a run "
                                                    "costs some cents."))
                   : ServiceState{.text = ConnectionOverview::tr("There is a key, not tested yet.")};
    }
    if (settings->runPodKey.isEmpty())
        return missing(ConnectionOverview::tr("Needs a key and an endpoint of yours."));
    if (settings->runPodEndpoint.isEmpty())
        return missing(ConnectionOverview::tr("There is a key; the endpoint is missing."));
    return {.text = ConnectionOverview::tr("Key and endpoint are there, not tested yet.")};
}

ConnectionOverview::ConnectionOverview(Connections &connections, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(3 * gridStep);
    m_offline = addRow(u"offline"_s, tr("Offline engine"));
    m_offline.text->setText(tr("Works now. It needs no key and no network."));
    m_offline.settings->hide();
    m_offline.test->hide();
    m_openAi = addRow(u"openai"_s, tr("OpenAI, or a server like it"));
    m_runPod = addRow(u"runpod"_s, tr("RunPod endpoint"));
    for (const auto &[service, row] :
         {std::pair{ConnectedService::OpenAi, m_openAi}, std::pair{ConnectedService::RunPod, m_runPod}}) {
        connect(row.settings, &QPushButton::clicked, this,
                [this, service = service] { Q_EMIT settingsRequested(service); });
        connect(row.test, &QPushButton::clicked, this, [this, service = service] { m_connections.test(service); });
    }
    connect(&m_connections, &Connections::changed, this, [this] { refresh(); });
    connect(&m_connections.settings(), &SettingsSource::changed, this, [this] { refresh(); });
    refresh();
}

ConnectionOverview::Row ConnectionOverview::addRow(const QString &id, const QString &name)
{
    Row row{new QLabel, new QLabel, new QPushButton, new QPushButton(tr("Test"))};
    auto *title = new QLabel(name);
    title->setFont(sized(title->font(), TextSize::Normal, TextWeight::Strong));
    row.sign->setFixedWidth(smallIcon);
    row.sign->setAlignment(Qt::AlignTop);
    row.sign->setContentsMargins(0, 2, 0, 0);
    row.text->setWordWrap(true);
    row.text->setTextFormat(Qt::PlainText);
    row.text->setForegroundRole(QPalette::PlaceholderText);
    row.text->setObjectName(u"state."_s + id);
    row.settings->setObjectName(u"setup."_s + id);
    row.settings->setAccessibleDescription(name);
    row.test->setObjectName(u"check."_s + id);
    row.test->setAccessibleName(tr("Test: %1").arg(name));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(normalGap);
    buttons->addWidget(row.settings);
    buttons->addWidget(row.test);
    buttons->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(smallGap);
    words->addWidget(title);
    words->addWidget(row.text);
    words->addLayout(buttons);
    auto *line = new QHBoxLayout;
    line->setSpacing(normalGap);
    line->addWidget(row.sign, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    return row;
}

void ConnectionOverview::refresh()
{
    m_offline.sign->setPixmap(verdictIcon(Verdict::Fine, palette()).pixmap(smallIcon, smallIcon));
    refresh(ConnectedService::OpenAi, m_openAi);
    refresh(ConnectedService::RunPod, m_runPod);
}

void ConnectionOverview::refresh(ConnectedService service, const Row &row)
{
    const bool isTesting = m_connections.isTesting(service);
    const ServiceState state = serviceState(service, m_connections);
    row.sign->setPixmap(verdictIcon(state.verdict, palette()).pixmap(smallIcon, smallIcon));
    row.text->setText(isTesting ? tr("Asking…") : state.text);
    row.settings->setText(state.isIncomplete ? tr("Set up…") : tr("Settings…"));
    row.test->setVisible(!state.isIncomplete);
    row.test->setEnabled(!isTesting);
}

void ConnectionOverview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_runPod.test)
        refresh();
}

} // namespace Viral
