// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobhost.h"

#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/interruption.h"
#include "core/base/log.h"

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

RunServices JobHost::servingServices(const ServedRunRules &rules)
{
    m_servedRuns = std::make_unique<ServedRunStore>(m_library->runs(), m_library->served());
    m_keeper = std::make_unique<ServedRunKeeper>(m_library->served(), rules, m_scheduler, m_clock);
    QObject::connect(m_keeper.get(), &ServedRunKeeper::failed, m_keeper.get(), [](const Error &why) {
        printMessage(u"Old runs could not be removed from the library. "_s + why.text());
    });
    QObject::connect(m_keeper.get(), &ServedRunKeeper::tidied, m_keeper.get(), [](int count) {
        if (count > 0)
            qCInfo(libraryLog) << "old runs removed from the library:" << count;
    });
    m_keeper->start();
    return services().withRuns(*m_servedRuns);
}

QCommandLineOption keepDaysOption()
{
    return {u"keep-days"_s, u"How long finished jobs stay in the library, 1 to 3650 days; 0 for ever."_s, u"N"_s,
            u"30"_s};
}

Result<ServedRunRules> readKeepDays(const QCommandLineParser &parser)
{
    constexpr int mostDays = 3650;
    bool isNumber = false;
    const int days = parser.value(u"keep-days"_s).toInt(&isNumber);
    if (!isNumber || days < 0 || days > mostDays)
        return failure(ErrorKind::Usage, u"--keep-days wants a number from 0 to %1."_s.arg(mostDays));
    ServedRunRules rules;
    rules.keep = days > 0 ? std::optional<Milliseconds>(std::chrono::hours(24 * days)) : std::nullopt;
    return rules;
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
