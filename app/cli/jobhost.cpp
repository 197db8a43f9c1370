// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobhost.h"

#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/interruption.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

JobHost::JobHost(std::unique_ptr<Library> library, const QString &folder, const EngineSettings &settings)
    : m_library(std::move(library))
    , m_transport(m_scheduler)
    , m_limiter(settings.maxConcurrency, m_scheduler)
    , m_templates(PromptTemplates::builtIn())
    , m_prices(readPrices(folder))
    , m_webhooks(m_library->outbox(), m_transport, m_scheduler, webhookSettings(settings))
{
    QObject::connect(&m_webhooks, &WebhookQueue::gaveUp, &m_webhooks, [](const OutgoingWebhook &, const Error &why) {
        printMessage(u"A webhook could not be delivered. "_s + why.text());
    });
    m_webhooks.start();
}

Result<std::unique_ptr<JobHost>> JobHost::open(const QString &folder, const EngineSettings &settings)
{
    Result<std::unique_ptr<Library>> library = Library::open(folder);
    if (!library)
        return tl::unexpected(library.error());
    for (const QString &notice : (*library)->notices())
        printMessage(notice);
    std::unique_ptr<JobHost> host(new JobHost(std::move(*library), folder, settings));
    if (const auto closed = closeAbandonedRuns(host->m_library->runs(), host->m_clock.now()); !closed)
        printMessage(closed.error().text());
    return host;
}

RunServices JobHost::services()
{
    return {.transport = m_transport,
            .scheduler = m_scheduler,
            .clock = m_clock,
            .limiter = m_limiter,
            .memory = m_memory,
            .answers = m_library->answers(),
            .runs = m_library->runs(),
            .templates = m_templates,
            .prices = m_prices,
            .webhooks = &m_webhooks};
}

void JobHost::deliverWebhooks()
{
    if (m_webhooks.isIdle())
        return;
    QEventLoop loop;
    QObject::connect(&m_webhooks, &WebhookQueue::idle, &loop, &QEventLoop::quit);
    const Interruption interruption([&loop] { loop.quit(); });
    const auto limit = m_scheduler.after(m_webhooks.patience(), [&loop] { loop.quit(); });
    const auto hint = m_scheduler.after(std::chrono::seconds{2}, [] {
        printMessage(u"Waiting for a webhook to be taken; Ctrl+C leaves it to the next start."_s);
    });
    loop.exec();
    if (!m_webhooks.isIdle())
        printMessage(u"Some webhooks could not be delivered yet; they go out with the next start."_s);
}

} // namespace Viral::Cli
