// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/jobrunner.h"

#include "core/base/log.h"
#include "core/contract/eventscodec.h"
#include "core/contract/requestcodec.h"
#include "core/ingest/completion.h"
#include "core/run/offlinenote.h"
#include "core/run/offlinerun.h"
#include "core/run/webhookqueue.h"

#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Does \a work in another thread; \a watcher tells in its own. Whoever is gone by then is told nothing.
template <typename Value, typename Work>
void inBackground(QFutureWatcher<Value> &watcher, Work work)
{
    const auto promise = std::make_shared<QPromise<Value>>();
    watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace

JobRunner::JobRunner(const RunServices &services, const JobRules &rules, QByteArray input, QString queueId,
                     QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_rules(rules)
    , m_input(std::move(input))
    , m_queueId(std::move(queueId))
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, &JobRunner::takeRequest);
    connect(&m_analysing, &QFutureWatcherBase::finished, this, &JobRunner::takeOffline);
}

JobRunner::~JobRunner() = default;

void JobRunner::start()
{
    m_startedAt = m_services.clock.now();
    inBackground(m_reading, [input = std::exchange(m_input, {})] { return read(input); });
}

void JobRunner::cancel()
{
    if (m_isFinished)
        return;
    if (m_run)
        m_run->cancel();
    else
        finish({.kind = JobOutcome::Kind::Cancelled});
}

JobRunner::Read JobRunner::read(const QByteArray &input)
{
    const auto document = JsonDocument::parse(input);
    if (!document)
        return {.error = document.error()};
    Problems problems;
    Read read{.request = readRequest(document->root(), problems)};
    if (problems.hasErrors())
        read.error = problems.asError();
    else
        read.request.transcript = completed(std::move(read.request.transcript));
    return read;
}

void JobRunner::takeRequest()
{
    if (m_isFinished)
        return;
    // Copied: taking it would reset the future, and the promise in the other thread would report its end a second time.
    Read read = m_reading.result();
    m_request = std::move(read.request);
    if (m_request.jobId.isEmpty())
        m_request.jobId = m_queueId.isEmpty() ? m_services.clock.newId() : m_queueId;
    if (read.error)
        fail(*read.error);
    else if (m_rules.engine == JobEngine::Offline)
        runOffline();
    else
        runModel();
}

void JobRunner::runModel()
{
    const EngineSettings settings = withRequest(m_rules.settings, m_request);
    if (settings.openAiKey.isEmpty() && settings.openAiBase.host != OpenAiHost::Local) {
        fail({ErrorKind::Refused, u"There is no key for OpenAI: set OPENAI_API_KEY where the job runs, or put "
                                  "openai_api_key into the request."_s});
        return;
    }
    m_run = std::make_unique<AnalysisRun>(m_services, RunSetup{.request = m_request, .settings = settings});
    connect(m_run.get(), &AnalysisRun::progress, this, &JobRunner::progress);
    connect(m_run.get(), &AnalysisRun::warned, this, &JobRunner::warned);
    connect(m_run.get(), &AnalysisRun::finished, this, [this](const RunOutcome &outcome) {
        if (outcome)
            finish({.kind = JobOutcome::Kind::Completed, .output = writeCompletionPayload(outcome->result)});
        else if (outcome.error().error.kind == ErrorKind::Cancelled)
            finish({.kind = JobOutcome::Kind::Cancelled});
        else
            finish({.kind = JobOutcome::Kind::Failed,
                    .output = writeFailurePayload(outcome.error().payload),
                    .error = outcome.error().payload.error});
    });
    m_run->start();
}

void JobRunner::runOffline()
{
    inBackground(m_analysing,
                 [request = m_request] { return analyseOffline(request, withOptions({}, request.options)); });
}

void JobRunner::takeOffline()
{
    if (m_isFinished)
        return;
    const AnalysisOutcome outcome = m_analysing.result();
    const QList<ProgressEvent> events = offlineEvents(outcome, m_startedAt, m_services.clock.now());
    for (const ProgressEvent &event : events) {
        if (m_isFinished)
            return;
        Q_EMIT progress(event);
    }
    if (const auto noted = noteOfflineRun(m_services, m_request, webhooks(), outcome, events); !noted)
        Q_EMIT warned(u"The run is not in the library. "_s + noted.error().text());
    finish({.kind = JobOutcome::Kind::Completed, .output = writeCompletionPayload(outcome.result)});
}

void JobRunner::fail(const Error &error)
{
    const FailurePayload payload{.jobId = m_request.jobId, .error = withoutKey(error.text(), m_request.openAiApiKey)};
    if (m_services.webhooks)
        m_services.webhooks->postFailure({m_services.clock.newId()}, webhooks(), payload);
    finish({.kind = JobOutcome::Kind::Failed, .output = writeFailurePayload(payload), .error = payload.error});
}

void JobRunner::finish(JobOutcome outcome)
{
    if (std::exchange(m_isFinished, true))
        return;
    Q_EMIT finished(outcome);
}

WebhookEndpoints JobRunner::webhooks() const
{
    return effectiveWebhooks(m_request.webhooks, m_rules.settings.derivesProgressWebhook);
}

} // namespace Viral
