// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/offlinejob.h"

#include "app/cli/console.h"
#include "app/cli/jobhost.h"
#include "core/analysis/funnelcodec.h"
#include "core/run/offlinerun.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

/// The events of a job that is already done, for the screen and for the webhooks alike.
QList<ProgressEvent> eventsOf(const AnalysisOutcome &outcome, const QDateTime &startedAt, const QDateTime &completedAt)
{
    ProgressEvent event{.kind = ProgressKind::ChunksScheduled,
                        .jobId = outcome.result.jobId,
                        .totalChunks = outcome.result.totalChunks};
    QList<ProgressEvent> events{event};
    event.kind = ProgressKind::ChunkCompleted;
    event.startedAt = startedAt;
    event.completedAt = completedAt;
    for (int chunk = 0; chunk < outcome.result.totalChunks; ++chunk) {
        event.chunkIndex = chunk;
        events.append(event);
    }
    return events;
}

Result<void> keepRun(JobHost &host, const RunRecord &record, const Request &request, const AnalysisOutcome &outcome)
{
    RunStore &runs = host.library().runs();
    if (const auto saved = runs.saveRun(record); !saved)
        return tl::unexpected(saved.error());
    if (const auto kept = runs.keepRequest(record.id, request); !kept)
        return kept;
    if (const auto kept = runs.keepFunnel(record.id, writeFunnel(outcome.funnel, JsonWriter::Layout::Compact)); !kept)
        return kept;
    return runs.keepResult(record.id, outcome.result);
}

void postWebhooks(JobHost &host, const RunId &run, const WebhookEndpoints &endpoints,
                  const QList<ProgressEvent> &events, const AnalysisOutcome &outcome)
{
    for (const ProgressEvent &event : events)
        host.webhooks().postProgress(run, endpoints, event);
    host.webhooks().postCompletion(run, endpoints, outcome.result);
}

/// The library's part of a job that is done.
void note(const Request &request, const EngineSettings &settings, const QString &folder, const AnalysisOutcome &outcome,
          const QList<ProgressEvent> &events)
{
    const auto host = JobHost::open(folder, settings);
    if (!host) {
        printMessage(u"The run is not in the library. "_s + host.error().text());
        return;
    }
    const QDateTime now = (*host)->clock().now();
    const RunRecord record{.id = {(*host)->clock().newId()},
                           .kind = RunKind::Offline,
                           .state = RunState::Succeeded,
                           .createdAt = now,
                           .updatedAt = now,
                           .title = request.metadataText(u"video_title"),
                           .jobId = request.jobId,
                           .model = outcome.result.metadata.model,
                           .totalChunks = outcome.result.totalChunks,
                           .finishedChunks = outcome.result.successfulChunks,
                           .momentCount = static_cast<int>(outcome.result.moments.size())};
    if (const Result<void> kept = keepRun(**host, record, request, outcome); !kept)
        printMessage(u"The run is not in the library. "_s + kept.error().text());
    postWebhooks(**host, record.id, effectiveWebhooks(request.webhooks, settings.derivesProgressWebhook), events,
                 outcome);
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
    const QList<ProgressEvent> events = eventsOf(outcome, startedAt, clock.now());

    ProgressOutput progress(wishes.progress);
    for (const ProgressEvent &event : events)
        progress.tell(event);
    progress.finish();
    if (const Result<void> written = handOver(outcome, wishes); !written)
        return refuse(written.error(), {.jobId = request.jobId});
    printMessage(
        u"%1 moments of %2 candidates"_s.arg(outcome.result.moments.size()).arg(outcome.funnel.entries.size()));
    note(request, settings, folder, outcome, events);
    return Done;
}

} // namespace Viral::Cli
