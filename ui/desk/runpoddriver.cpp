// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/runpoddriver.h"

#include "core/base/timetext.h"
#include "core/run/runpodrecords.h"

#include <QLocale>

namespace Viral {

namespace {

QString timeOfDay(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace

RunPodDriver::RunPodDriver(DriverTask task)
    : RunDriver(task.record)
    , m_task(std::move(task))
{}

RunPodDriver::RunPodDriver(RunPodRun &run, DriverTask task)
    : RunDriver(run.record())
    , m_task(std::move(task))
    , m_run(&run)
{
    expectListener();
    connectRun();
}

void RunPodDriver::start(const Surroundings &surroundings)
{
    m_surroundings.emplace(surroundings);
    if (m_ending)
        return;
    const Result<RunPodServices> services = surroundings.runPod(m_record.endpointId);
    if (!services) {
        stop(m_record.remoteJobId.isEmpty() ? RunState::Failed : m_record.state, services.error());
        return;
    }
    m_services.emplace(*services);
    readRequest(surroundings.services.runs);
    m_isOurs = !m_run && m_record.remoteJobId.isEmpty();
    if (const Result<void> allowed = openBudget(surroundings); !allowed) {
        stop(RunState::Failed, allowed.error());
        return;
    }
    if (!m_run && m_record.remoteJobId.isEmpty()) {
        m_run = new RunPodRun(*m_services,
                              RunPodSetup{.id = m_record.id,
                                          .request = m_task.request,
                                          .policy = m_task.plan.policy,
                                          .key = m_task.plan.key,
                                          .source = m_task.plan.source,
                                          .title = m_record.title,
                                          .quote = m_task.plan.quote},
                              this);
    } else if (!m_run) {
        m_run = new RunPodRun(*m_services, m_record, this);
    } else {
        return;
    }
    connectRun();
    m_run->start();
}

void RunPodDriver::readRequest(RunStore &runs)
{
    const RunId from = m_task.earlier.isEmpty() ? m_record.id : m_task.earlier;
    if (m_task.request.transcript.isEmpty()) {
        // A job that was submitted elsewhere has none; it is followed all the same.
        if (const auto kept = runs.request(from); kept && *kept)
            m_task.request = **kept;
    }
    if (!m_task.request.transcript.isEmpty())
        begin(m_task.request, makeChunks(m_task.request.transcript, withOptions({}, m_task.request.options)));
}

Result<void> RunPodDriver::openBudget(const Surroundings &surroundings)
{
    if (!m_task.plan.quote && !m_task.request.transcript.isEmpty())
        m_task.plan.quote = quoteFor(m_task, surroundings.services);
    const std::optional<ModelForecast> &quote = m_task.plan.quote;
    if (!quote || !quote->price)
        return {};
    if (m_isOurs)
        Q_EMIT quoted(*quote);
    const Budgets budgets = m_task.plan.mayExceedBudget ? Budgets{} : m_task.budgets;
    if (m_isOurs && m_task.earlier.isEmpty()) {
        const MicroDollars low = quote->priceWithCache.value_or(*quote->price).low;
        if (const Result<void> allowed = mayStart(low, surroundings.purse->spent, budgets); !allowed)
            return allowed;
    }
    m_budget = std::make_unique<RemoteBudget>(budgets, *quote, m_task.settings.maxConcurrency, surroundings.purse);
    return {};
}

void RunPodDriver::noteWorkBegun()
{
    if (!m_budget || m_workBegan)
        return;
    m_workBegan = m_services->scheduler.now();
    heed(m_budget->begin());
    guessLater();
}

void RunPodDriver::guessLater()
{
    m_nextGuess.reset();
    if (m_ending || m_budget->guessEvery() <= Milliseconds{0})
        return;
    m_nextGuess = m_services->scheduler.after(m_budget->guessEvery(), [this] {
        heed(m_budget->guess(m_services->scheduler.now() - *m_workBegan));
        guessLater();
    });
}

void RunPodDriver::heed(const Result<void> &budget)
{
    if (budget || m_ending || m_wantsCancel)
        return;
    Error why = budget.error();
    why.message += u' ' + tr("RunPod does not tell what is spent: this is reckoned by the quote.");
    const bool isNew = !m_overBudget;
    m_overBudget = why;
    if (m_isOurs) {
        cancel();
    } else if (isNew) {
        tell(why.message + u' ' +
             tr("The job was submitted before and goes on; cancel it if that is not what you want."));
    }
}

void RunPodDriver::connectRun()
{
    connect(m_run, &RunPodRun::submitted, this, [this] {
        noteRecord(m_run->record());
        if (m_wantsCancel)
            askToCancel();
    });
    connect(m_run, &RunPodRun::stateChanged, this, &RunPodDriver::takeState);
    connect(m_run, &RunPodRun::progress, this, &RunPodDriver::takeProgress);
    connect(m_run, &RunPodRun::told, this, &RunPodDriver::tell);
    connect(m_run, &RunPodRun::finished, this, &RunPodDriver::runEnded);
}

void RunPodDriver::takeState(const RunPodJob &job)
{
    noteRecord(m_run->record());
    if (job.state == RunPodState::InProgress)
        noteWorkBegun();
    QString text = job.state == RunPodState::InQueue ? tr("waits in RunPod's queue") : tr("runs at RunPod");
    if (isTerminal(job.state))
        text.clear();
    else if (!job.workerId.isEmpty())
        text += tr(", worker %1").arg(job.workerId);
    noteRemoteState(text);
}

void RunPodDriver::takeProgress(const ProgressEvent &event)
{
    noteRecord(m_run->record());
    noteWorkBegun();
    if (m_budget && event.chunkIndex)
        heed(m_budget->noteEnded(*event.chunkIndex));
    if (m_chunks.size() != event.totalChunks)
        return;
    if (!event.chunkIndex) {
        for (int i = 0; i < m_chunks.size(); ++i)
            noteChunk(i, {.progress = {.state = ChunkProgress::State::Sent}});
        return;
    }
    const bool isDone = event.kind == ProgressKind::ChunkCompleted;
    LiveChunk state{.progress = {.state = isDone ? ChunkProgress::State::Done : ChunkProgress::State::Failed,
                                 .reason = event.error}};
    if (event.startedAt.isValid() && event.completedAt.isValid())
        state.responseTime = Milliseconds{event.startedAt.msecsTo(event.completedAt)};
    noteChunk(*event.chunkIndex, state);
}

void RunPodDriver::cancel()
{
    if (m_ending)
        return;
    m_wantsCancel = true;
    if (!m_run)
        stop(RunState::Cancelled, {ErrorKind::Cancelled, tr("Cancelled")});
    else if (!m_run->record().remoteJobId.isEmpty())
        askToCancel();
    else
        tell(tr("The job is cancelled as soon as RunPod has named it."));
}

void RunPodDriver::askToCancel()
{
    if (!m_services)
        return;
    RunPodCall *call = m_services->client.cancel(m_run->record().remoteJobId, this);
    connect(call, &RunPodCall::finished, this, &RunPodDriver::cancelAnswered);
}

void RunPodDriver::cancelAnswered(const RunPodReply &reply)
{
    if (m_ending || !m_run)
        return;
    const RunPodJobReply job = jobReply(reply);
    if (!job) {
        tell(tr("RunPod did not take the wish to cancel: %1 The job goes on; cancel it again.")
                 .arg(job.error().error.text()));
        m_wantsCancel = false;
        m_overBudget.reset();
        Q_EMIT cancelRefused();
        return;
    }
    if (job->state != RunPodState::Cancelled)
        return; // It ended by itself meanwhile, and following tells how.
    if (m_run->parent() != this)
        return; // Whoever follows it learns of it with the next question.
    RunRecord record = m_run->record();
    delete m_run;
    record.state = m_overBudget ? RunState::Failed : RunState::Cancelled;
    record.error = m_overBudget ? m_overBudget->text() : QString();
    record.updatedAt = m_surroundings->services.clock.now();
    if (const auto saved = m_surroundings->services.runs.saveRun(record); !saved)
        tell(saved.error().text());
    m_record = record;
    Q_EMIT recordChanged(m_record);
    stop(record.state, m_overBudget.value_or(Error{ErrorKind::Cancelled, tr("Cancelled at RunPod")}));
}

void RunPodDriver::stop(RunState state, const Error &error)
{
    m_nextGuess.reset();
    if (m_budget)
        m_budget->close(std::nullopt);
    RunRecord record = m_record;
    record.state = state;
    record.error = error.text();
    noteRecord(record);
    end({.state = state,
         .error = error,
         .kept = tr("Nothing of this job is here."),
         .canDo = {WhatNow::GoOn, WhatNow::SeeError}});
}

void RunPodDriver::showUsage(const ServiceResult &result)
{
    QHash<int, ChunkUsage> usages;
    for (const ChunkUsage &usage : result.usage.value_or(Usage{}).byChunk)
        usages.insert(usage.chunkIndex, usage);
    for (int i = 0; i < m_states.size(); ++i) {
        LiveChunk state = m_states.at(i);
        if (state.progress.state != ChunkProgress::State::Failed)
            state.progress = {.state = ChunkProgress::State::Done};
        if (const auto usage = usages.constFind(i); usage != usages.cend())
            state = withUsage(state, *usage);
        noteChunk(i, state);
    }
}

void RunPodDriver::runEnded(const RunPodOutcome &outcome)
{
    noteRecord(m_run->record());
    m_nextGuess.reset();
    if (m_budget)
        m_budget->close(m_record.price);
    if (!outcome.result) {
        // A job that RunPod did not speak of last is still open, and followed with the next start.
        const bool isOpen = !m_record.isFinished();
        end({.state = m_record.state,
             .error = outcome.result.error(),
             .kept = isOpen
                         ? tr("The job may still be going on at RunPod. Go on to follow it before %1, when RunPod may "
                              "have dropped its result.")
                               .arg(timeOfDay(runPodResultAtRiskFrom(m_record)))
                         : tr("Nothing of this job is here."),
             .canDo = {WhatNow::GoOn, WhatNow::SeeError}});
        return;
    }
    showUsage(*outcome.result);
    noteOutcome(std::make_shared<const AnalysisOutcome>(AnalysisOutcome{.result = *outcome.result}));
    QString kept = tr("All %n chunks are answered.", nullptr, outcome.result->totalChunks);
    if (m_record.resultGoneAt.isValid())
        kept += tr(" The result is kept here; RunPod keeps its own until %1.").arg(timeOfDay(m_record.resultGoneAt));
    end({.state = m_record.state, .kept = kept});
}

} // namespace Viral
