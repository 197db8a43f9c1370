// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/offlinedriver.h"

#include "core/analysis/funnelcodec.h"
#include "core/run/analysisrun.h"
#include "core/run/offlinenote.h"
#include "core/run/offlinerun.h"
#include "core/run/webhookqueue.h"

#include <QtConcurrentRun>

namespace Viral {

OfflineDriver::OfflineDriver(DriverTask task)
    : RunDriver(task.record)
    , m_task(std::move(task))
    , m_working(this)
{
    connect(&m_working, &QFutureWatcherBase::finished, this, [this] { take(m_working.result()); });
}

void OfflineDriver::start(const Surroundings &surroundings)
{
    m_surroundings.emplace(surroundings);
    if (m_ending)
        return;
    if (!m_task.earlier.isEmpty() && m_task.request.transcript.isEmpty()) {
        Result<Request> request = requestToGoOn(surroundings.services.runs, m_task.earlier);
        if (!request) {
            stop(RunState::Failed, request.error());
            return;
        }
        m_task.request = std::move(*request);
    }
    m_startedAt = surroundings.services.clock.now();
    const AnalysisSettings settings = withOptions({}, m_task.request.options);
    begin(m_task.request, makeChunks(m_task.request.transcript, settings));
    RunRecord record = m_record;
    record.state = RunState::Running;
    record.totalChunks = static_cast<int>(m_chunks.size());
    noteRecord(record);
    save();
    for (int i = 0; i < m_chunks.size(); ++i)
        noteChunk(i, {.progress = {.state = ChunkProgress::State::Sent}});
    m_working.setFuture(QtConcurrent::run([request = m_task.request, settings] {
        return std::make_shared<const AnalysisOutcome>(analyseOffline(request, settings));
    }));
}

void OfflineDriver::cancel()
{
    if (!m_ending)
        stop(RunState::Cancelled, {ErrorKind::Cancelled, tr("Cancelled")});
}

void OfflineDriver::stop(RunState state, const Error &error)
{
    RunRecord record = m_record;
    record.state = state;
    record.error = error.text();
    noteRecord(record);
    if (m_surroundings)
        save();
    end({.state = state,
         .error = error,
         .kept = tr("Nothing is there; the offline engine costs nothing."),
         .canDo = {WhatNow::GoOn}});
}

void OfflineDriver::take(const std::shared_ptr<const AnalysisOutcome> &outcome)
{
    if (m_ending)
        return;
    for (int i = 0; i < m_chunks.size(); ++i)
        noteChunk(i, {.progress = {.state = ChunkProgress::State::Done}});
    noteOutcome(outcome);
    RunRecord record = m_record;
    record.state = RunState::Succeeded;
    record.model = outcome->result.metadata.model;
    record.finishedChunks = outcome->result.successfulChunks;
    record.momentCount = static_cast<int>(outcome->result.moments.size());
    noteRecord(record);
    keep();
    tellWebhooks(m_startedAt);
    end({.state = RunState::Succeeded,
         .kept = tr("All %n chunks are answered.", nullptr, static_cast<int>(m_chunks.size()))});
}

void OfflineDriver::keep()
{
    RunStore &runs = m_surroundings->services.runs;
    save();
    const auto funnel = runs.keepFunnel(m_record.id, writeFunnel(m_outcome->funnel, JsonWriter::Layout::Compact));
    if (const auto kept = funnel ? runs.keepResult(m_record.id, m_outcome->result) : funnel; !kept)
        Q_EMIT told(kept.error().text());
}

void OfflineDriver::save()
{
    RunRecord record = m_record;
    record.updatedAt = m_surroundings->services.clock.now();
    RunStore &runs = m_surroundings->services.runs;
    const bool isNew = record.number == 0;
    const Result<qint64> number = runs.saveRun(record);
    if (!number) {
        Q_EMIT told(number.error().text());
        return;
    }
    record.number = *number;
    noteRecord(record);
    if (isNew && !m_request.transcript.isEmpty()) {
        if (const auto kept = runs.keepRequest(record.id, m_request); !kept)
            Q_EMIT told(kept.error().text());
    }
}

void OfflineDriver::tellWebhooks(const QDateTime &startedAt)
{
    WebhookQueue *webhooks = m_surroundings->services.webhooks;
    if (!webhooks)
        return;
    const WebhookEndpoints endpoints = effectiveWebhooks(m_request.webhooks, m_task.settings.derivesProgressWebhook);
    for (const ProgressEvent &event : offlineEvents(*m_outcome, startedAt, m_surroundings->services.clock.now()))
        webhooks->postProgress(m_record.id, endpoints, event);
    webhooks->postCompletion(m_record.id, endpoints, m_outcome->result);
}

} // namespace Viral
