// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/offlinejob.h"

#include "app/cli/console.h"
#include "app/cli/jobhost.h"
#include "core/run/offlinenote.h"
#include "core/run/offlinerun.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

/// The library's part of a job that is done.
void note(const Request &request, const EngineSettings &settings, const QString &folder, const AnalysisOutcome &outcome,
          const QList<ProgressEvent> &events)
{
    const auto host = JobHost::open(folder, settings);
    if (!host) {
        printMessage(u"The run is not in the library. "_s + host.error().text());
        return;
    }
    const WebhookEndpoints endpoints = effectiveWebhooks(request.webhooks, settings.derivesProgressWebhook);
    const Result<void> kept = noteOfflineRun((*host)->services(), request, endpoints, outcome, events);
    if (!kept)
        printMessage(u"The run is not in the library. "_s + kept.error().text());
    (*host)->deliverWebhooks();
}

} // namespace

int runOffline(Request request, const EngineSettings &settings, const QString &folder, const RunWishes &wishes)
{
    SystemClock clock;
    if (request.jobId.isEmpty())
        request.jobId = clock.newId();
    const QDateTime startedAt = clock.now();
    const AnalysisOutcome outcome = analyseOffline(request, withOptions({}, request.options));
    const QList<ProgressEvent> events = offlineEvents(outcome, startedAt, clock.now());

    ProgressOutput progress(wishes.progress);
    for (const ProgressEvent &event : events)
        progress.tell(event);
    progress.finish();
    if (const Result<void> written = handOver(outcome, wishes); !written)
        return refuseHandOver(written.error(), {.jobId = request.jobId, .totalChunks = outcome.result.totalChunks},
                              wishes);
    printMessage(
        u"%1 moments of %2 candidates"_s.arg(outcome.result.moments.size()).arg(outcome.funnel.entries.size()));
    note(request, settings, folder, outcome, events);
    return Done;
}

} // namespace Viral::Cli
