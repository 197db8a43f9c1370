// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/net/qttransport.h"
#include "core/run/analysisrun.h"
#include "core/run/webhookqueue.h"
#include "core/service/servedrunkeeper.h"

#include <QCommandLineParser>

namespace Viral::Cli {

/// Everything a job of this program needs around it: the library, the network, the clock, the webhooks.
class JobHost
{
public:
    /// Opens the library in \a folder and begins to deliver the webhooks that wait in it.
    static Result<std::unique_ptr<JobHost>> open(const QString &folder, const EngineSettings &settings);

    RunServices services();
    /// The same for a program that works for others: its runs are marked, and the old ones of them removed by \a rules
    /// from now on.
    RunServices servingServices(const ServedRunRules &rules);
    Library &library() { return *m_library; }
    Clock &clock() { return m_clock; }
    WebhookQueue &webhooks() { return m_webhooks; }

    /// Waits until every webhook is delivered or given up, no longer than that can take and not past an interruption;
    /// what is left then goes out with the next start.
    void deliverWebhooks();

private:
    JobHost(std::unique_ptr<Library> library, const QString &folder, const EngineSettings &settings);

    std::unique_ptr<Library> m_library;
    SystemClock m_clock;
    EventLoopScheduler m_scheduler;
    QtTransport m_transport;
    Limiter m_limiter;
    OpenAiMemory m_memory;
    PromptTemplates m_templates;
    PriceTable m_prices;
    WebhookQueue m_webhooks;
    std::unique_ptr<ServedRunStore> m_servedRuns;
    std::unique_ptr<ServedRunKeeper> m_keeper;
};

/// --keep-days of the programs that work for others.
QCommandLineOption keepDaysOption();
Result<ServedRunRules> readKeepDays(const QCommandLineParser &parser);

} // namespace Viral::Cli
