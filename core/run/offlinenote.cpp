// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/offlinenote.h"

#include "core/analysis/funnelcodec.h"
#include "core/run/webhookqueue.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

RunRecord recordOf(Clock &clock, const Request &request, const AnalysisOutcome &outcome)
{
    const QDateTime now = clock.now();
    return {.id = {clock.newId()},
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
}

Result<void> keepRun(RunStore &runs, const RunRecord &record, const Request &request, const AnalysisOutcome &outcome)
{
    return runs.together([&]() -> Result<void> {
        if (const auto saved = runs.saveRun(record); !saved)
            return tl::unexpected(saved.error());
        if (const auto kept = runs.keepRequest(record.id, request); !kept)
            return kept;
        const QByteArray funnel = writeFunnel(outcome.funnel, JsonWriter::Layout::Compact);
        if (const auto kept = runs.keepFunnel(record.id, funnel); !kept)
            return kept;
        return runs.keepResult(record.id, outcome.result);
    });
}

} // namespace

QList<ProgressEvent> offlineEvents(const AnalysisOutcome &outcome, const QDateTime &startedAt,
                                   const QDateTime &completedAt)
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

Result<void> noteOfflineRun(const RunServices &services, const Request &request, const WebhookEndpoints &endpoints,
                            const AnalysisOutcome &outcome, const QList<ProgressEvent> &events)
{
    const RunRecord record = recordOf(services.clock, request, outcome);
    const Result<void> kept = keepRun(services.runs, record, request, outcome);
    if (services.webhooks)
        services.webhooks->postWhole(record.id, endpoints, events, outcome.result);
    return kept;
}

} // namespace Viral
