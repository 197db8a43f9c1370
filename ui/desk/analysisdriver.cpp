// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/analysisdriver.h"

#include "core/analysis/funnelcodec.h"
#include "core/base/log.h"
#include "core/run/measure.h"

#include <QtConcurrentRun>

namespace Viral {

namespace {

constexpr Milliseconds betweenAssemblies{250};

/// What an assembly needs, so that nothing of the run is touched from another thread.
struct Parts
{
    Request request;
    AnalysisSettings settings;
    QList<Chunk> chunks;
    QList<ChunkAnswer> answers;
    PriceTable prices;
};

std::shared_ptr<const AnalysisOutcome> assembled(const Parts &parts)
{
    return std::make_shared<const AnalysisOutcome>(
        assemble(parts.request, parts.settings, parts.chunks, parts.answers, parts.prices));
}

} // namespace

AnalysisDriver::AnalysisDriver(DriverTask task)
    : RunDriver(task.record)
    , m_task(std::move(task))
    , m_assembling(this)
{
    connect(&m_assembling, &QFutureWatcherBase::finished, this, &AnalysisDriver::takeAssembled);
}

AnalysisDriver::~AnalysisDriver() = default;

void AnalysisDriver::refuse(const Error &error)
{
    RunRecord record = m_record;
    record.state = RunState::Failed;
    record.error = error.text();
    noteRecord(record);
    end({.state = RunState::Failed, .error = error, .canDo = {WhatNow::SeeError}});
}

void AnalysisDriver::start(const Surroundings &surroundings)
{
    m_surroundings.emplace(surroundings);
    if (m_ending)
        return;
    if (!m_task.earlier.isEmpty() && m_task.request.transcript.isEmpty()) {
        Result<Request> request = requestToGoOn(surroundings.services.runs, m_task.earlier);
        if (!request) {
            refuse(request.error());
            return;
        }
        m_task.request = std::move(*request);
        m_task.settings = withRequest(m_task.settings, m_task.request);
        const RunServices &services = surroundings.services;
        m_task.plan.freshChunks = freshChunksToGoOn(services.runs, services.answers, m_task.earlier);
    }
    begin(m_task.request,
          makeChunks(m_task.request.transcript, withOptions({.model = m_task.settings.model}, m_task.request.options)));
    settleQuote();
    if (const Result<void> allowed = checkBudgets(); !allowed)
        refuse(allowed.error());
    else
        makeRun();
}

Result<void> AnalysisDriver::checkBudgets() const
{
    const std::optional<ModelForecast> &quote = m_task.plan.quote;
    if (m_task.plan.mayExceedBudget || !quote || !quote->price)
        return {};
    const MicroDollars low = quote->priceWithCache.value_or(*quote->price).low;
    // What is kept costs nothing: whether the run is too dear can only be said of one that begins from nothing.
    if (!m_task.earlier.isEmpty())
        return {};
    return mayStart(low, m_surroundings->purse->spent, m_task.budgets);
}

void AnalysisDriver::settleQuote()
{
    if (!m_task.plan.quote)
        m_task.plan.quote = quoteFor(m_task, m_surroundings->services);
    if (m_task.plan.quote)
        Q_EMIT quoted(*m_task.plan.quote);
    const bool isLimited = m_task.budgets.perRun || m_task.budgets.perMonth;
    if (isLimited && !m_task.plan.mayExceedBudget) {
        const auto perChunk = m_task.plan.quote ? m_task.plan.quote->dearestChunk() : std::nullopt;
        m_guard =
            std::make_unique<BudgetGuard>(m_task.budgets, perChunk.value_or(MicroDollars{}), m_surroundings->purse);
    } else {
        m_guard = std::make_unique<BudgetGuard>(Budgets{}, MicroDollars{}, m_surroundings->purse);
    }
}

void AnalysisDriver::makeRun()
{
    const RunPlan &plan = m_task.plan;
    m_run = std::make_unique<AnalysisRun>(m_surroundings->services,
                                          RunSetup{.id = m_record.id,
                                                   .request = m_task.request,
                                                   .settings = m_task.settings,
                                                   .source = plan.source,
                                                   .title = m_record.title,
                                                   .quote = plan.quote,
                                                   .fresh = plan.fresh,
                                                   .freshChunks = plan.freshChunks,
                                                   .keepGoing = plan.keepGoing,
                                                   .mayAsk = [this](int chunk) { return mayAsk(chunk); }});
    noteRecord(m_run->record());
    connectRun();
    m_run->start();
}

void AnalysisDriver::connectRun()
{
    connect(m_run.get(), &AnalysisRun::chunkStateChanged, this, &AnalysisDriver::takeState);
    connect(m_run.get(), &AnalysisRun::progress, this, [this] { noteRecord(m_run->record()); });
    connect(m_run.get(), &AnalysisRun::warned, this, &RunDriver::told);
    connect(m_run.get(), &AnalysisRun::couldNotKeep, this, [this] { m_couldNotKeep = true; });
    connect(m_run.get(), &AnalysisRun::finished, this, &AnalysisDriver::runEnded);
}

Result<void> AnalysisDriver::mayAsk(int chunk)
{
    m_guard->notePaid(m_run->record().price.value_or(MicroDollars{}));
    return m_guard->ask(chunk);
}

void AnalysisDriver::takeState(int index, const ChunkProgress &progress)
{
    LiveChunk state = m_states.value(index);
    const bool waits = progress.state == ChunkProgress::State::Retrying && !progress.isAskedElsewhere;
    state.retries += waits ? 1 : 0;
    state.progress = progress;
    const bool hasEnded =
        progress.state == ChunkProgress::State::Done || progress.state == ChunkProgress::State::Failed;
    if (hasEnded) {
        m_guard->notePaid(m_run->record().price.value_or(MicroDollars{}));
        m_guard->settle(index);
        // The latest answer is this chunk's: the run appends it before it tells.
        const QList<ChunkAnswer> &answers = m_run->answers();
        if (!answers.isEmpty() && answers.constLast().chunkIndex == index && answers.constLast().usage)
            state = withUsage(state, *answers.constLast().usage);
    }
    noteChunk(index, state);
    noteRecord(m_run->record());
    if (progress.state == ChunkProgress::State::Done)
        assembleSoon();
}

void AnalysisDriver::assembleSoon()
{
    m_isStale = true;
    if (m_assembling.isRunning() || m_nextAssembly)
        return;
    const Milliseconds now = m_surroundings->services.scheduler.now();
    const Milliseconds pause = std::max(Milliseconds{0}, m_lastAssembly + betweenAssemblies - now);
    m_nextAssembly = m_surroundings->services.scheduler.after(pause, [this] {
        m_nextAssembly.reset();
        assembleNow();
    });
}

void AnalysisDriver::assembleNow()
{
    m_isStale = false;
    m_lastAssembly = m_surroundings->services.scheduler.now();
    const Parts parts{.request = m_run->request(),
                      .settings = withOptions({.model = m_task.settings.model}, m_run->request().options),
                      .chunks = m_run->chunks(),
                      .answers = m_run->answers(),
                      .prices = m_surroundings->services.prices};
    m_assembling.setFuture(QtConcurrent::run([parts] { return assembled(parts); }));
}

void AnalysisDriver::takeAssembled()
{
    noteOutcome(m_assembling.result());
    if (m_isStale && !m_runEnding)
        assembleSoon();
    else if (m_isStale)
        assembleNow();
    else if (m_runEnding)
        conclude();
}

void AnalysisDriver::cancel()
{
    if (m_run)
        m_run->cancel();
    else if (!m_ending)
        refuse({ErrorKind::Cancelled, tr("Cancelled")});
}

void AnalysisDriver::runEnded(const RunOutcome &outcome)
{
    m_runEnding = outcome;
    m_nextAssembly.reset();
    m_guard->notePaid(m_run->record().price.value_or(MicroDollars{}));
    for (int i = 0; i < m_chunks.size(); ++i)
        m_guard->settle(i);
    noteRecord(m_run->record());
    if (outcome) {
        noteOutcome(std::make_shared<const AnalysisOutcome>(*outcome));
        // Reported from inside of the run: it goes on after this.
        QMetaObject::invokeMethod(this, &AnalysisDriver::conclude, Qt::QueuedConnection);
        return;
    }
    m_isStale = m_run->record().finishedChunks > 0;
    if (m_assembling.isRunning())
        return;
    QMetaObject::invokeMethod(
        this, [this] { m_isStale ? assembleNow() : conclude(); }, Qt::QueuedConnection);
}

void AnalysisDriver::keepPartial()
{
    RunRecord record = m_run->record();
    record.momentCount = static_cast<int>(m_outcome->result.moments.size());
    RunStore &runs = m_surroundings->services.runs;
    const Result<qint64> saved = runs.saveRun(record);
    if (saved)
        record.number = *saved;
    const auto funnel = runs.keepFunnel(record.id, writeFunnel(m_outcome->funnel, JsonWriter::Layout::Compact));
    const auto result = runs.keepResult(record.id, m_outcome->result);
    if (!saved || !funnel || !result)
        qCWarning(runLog) << "what is there of the run could not be kept";
    noteRecord(record);
}

void AnalysisDriver::conclude()
{
    if (m_ending)
        return;
    if (!*m_runEnding && m_outcome && m_run->record().finishedChunks > 0)
        keepPartial();
    learn();
    end(endingOf());
}

void AnalysisDriver::learn()
{
    if (m_run->paidAnswers() == 0)
        return;
    const auto answers = m_surroundings->services.answers.answersOf(m_record.id);
    if (!answers)
        return;
    const QList<ChunkMeasure> measures = measureChunks(m_request, m_chunks, m_surroundings->services.templates);
    const UsageSample sample = usageSample(measures, *answers, m_task.settings.model, m_request.transcript.language);
    if (sample.chunks > 0)
        Q_EMIT learnt(sample);
}

LiveEnding AnalysisDriver::endingOf() const
{
    const int done = m_run->record().finishedChunks;
    const int all = m_run->record().totalChunks;
    LiveEnding ending{.state = m_record.state};
    if (!*m_runEnding)
        ending.error = m_runEnding->error().error;
    if (done < all || !*m_runEnding) {
        ending.canDo.append(WhatNow::GoOn);
        if (done > 0 && !*m_runEnding)
            ending.canDo.append(WhatNow::UseWhatIsThere);
    }
    if (!*m_runEnding && ending.error.kind != ErrorKind::Cancelled)
        ending.canDo.append(WhatNow::SeeError);
    const QString where = m_couldNotKeep ? tr("They are in memory only, as long as the program runs.")
                                         : tr("They are kept; going on pays only for what is missing.");
    ending.kept = done == 0 ? tr("Nothing was answered yet.")
                            : tr("%1 of %n chunks are answered. ", nullptr, all).arg(done) + where;
    if (*m_runEnding && done == all)
        ending.kept = tr("All %n chunks are answered.", nullptr, all);
    return ending;
}

} // namespace Viral
