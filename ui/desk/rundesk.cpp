// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/rundesk.h"

#include "core/base/clock.h"
#include "core/run/pricebook.h"
#include "core/run/runpodrecords.h"
#include "ui/desk/deskengine.h"
#include "ui/desk/runreport.h"

#include <QFileInfo>

namespace Viral {

namespace {

/// Samples beyond these are older than what they teach.
constexpr qsizetype mostSamples = 24;

QString titleOf(const RunPlan &plan, const Request &request)
{
    if (!plan.title.isEmpty())
        return plan.title;
    const QString named = request.metadataText(u"video_title");
    return named.isEmpty() ? QFileInfo(plan.source).fileName() : named;
}

RunRecord *find(QList<RunRecord> &records, const RunId &id)
{
    const auto found =
        std::find_if(records.begin(), records.end(), [&id](const RunRecord &record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

void put(QList<RunRecord> &records, const RunRecord &record)
{
    if (RunRecord *known = find(records, record.id))
        *known = record;
    else
        records.prepend(record);
}

} // namespace

RunDesk::RunDesk(DeskSetup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_prices(builtInPrices())
    , m_templates(PromptTemplates::builtIn())
    , m_engine(new DeskEngine(m_setup))
{
    m_thread.setObjectName(QStringLiteral("desk"));
    m_engine->moveToThread(&m_thread);
    connectEngine();
    m_thread.start();
    onEngine([](DeskEngine &engine) { engine.open(); });
}

RunDesk::~RunDesk()
{
    QMetaObject::invokeMethod(
        m_engine, [this] { m_engine->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_engine;
}

void RunDesk::connectEngine()
{
    connect(m_engine, &DeskEngine::opened, this, [this](LibraryState state) { m_libraryState = state; });
    connect(m_engine, &DeskEngine::pricesRead, this, [this](const PriceTable &prices) {
        m_prices = prices;
        Q_EMIT experienceChanged();
    });
    connect(m_engine, &DeskEngine::experienceRead, this, [this](const QList<UsageSample> &samples) {
        if (samples == m_experience)
            return;
        m_experience = samples;
        Q_EMIT experienceChanged();
    });
    connect(m_engine, &DeskEngine::runsRead, this, &RunDesk::takeRuns);
    connect(m_engine, &DeskEngine::recordChanged, this, &RunDesk::takeRecord);
    connect(m_engine, &DeskEngine::followed, this, [this](RunDriver *driver, const RunRecord &record) {
        // Asked for here while the engine was about to follow it: the engine leaves it to that run.
        if (liveJob(record.endpointId, record.remoteJobId)) {
            driver->deleteLater();
            return;
        }
        LiveRun *run = addLive(*driver, record, {.engine = RunKind::RunPod, .source = record.source}, {}, 1);
        run->m_isTakenUp = true;
        QMetaObject::invokeMethod(driver, &RunDriver::repeat, Qt::QueuedConnection);
        Q_EMIT runStarted(run);
    });
    connect(m_engine, &DeskEngine::workLoaded, this, &RunDesk::workLoaded);
    connect(m_engine, &DeskEngine::workFailed, this, &RunDesk::workFailed);
    connect(m_engine, &DeskEngine::told, this, &RunDesk::told);
    connect(m_engine, &DeskEngine::warned, this, &RunDesk::warned);
    connect(m_engine, &DeskEngine::failed, this, &RunDesk::failed);
}

void RunDesk::onEngine(std::function<void(DeskEngine &)> task)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, task = std::move(task)] { task(*engine); }, Qt::QueuedConnection);
}

void RunDesk::setSettings(const EngineSettings &settings)
{
    if (settings == m_setup.settings)
        return;
    m_setup.settings = settings;
    onEngine([settings](DeskEngine &engine) { engine.setSettings(settings); });
    Q_EMIT experienceChanged();
}

void RunDesk::setBudgets(const Budgets &budgets)
{
    m_setup.budgets = budgets;
    onEngine([budgets](DeskEngine &engine) { engine.setBudgets(budgets); });
}

void RunDesk::readPrices()
{
    onEngine([](DeskEngine &engine) { engine.readPrices(); });
}

RunRecord RunDesk::newRecord(const RunPlan &plan, const Request &request) const
{
    const QDateTime now = clock().now();
    RunRecord record{.id = {clock().newId()},
                     .kind = plan.engine,
                     .createdAt = now,
                     .updatedAt = now,
                     .title = titleOf(plan, request),
                     .jobId = request.jobId,
                     .source = plan.source};
    if (plan.engine != RunKind::Offline)
        record.model = request.options.openAiModel.value_or(QString());
    if (plan.engine == RunKind::RunPod)
        record.endpointId = plan.endpointId.isEmpty() ? m_setup.settings.runPodEndpoint : plan.endpointId;
    return record;
}

Result<void> RunDesk::checkBudgets(const RunPlan &plan) const
{
    if (plan.mayExceedBudget || plan.engine == RunKind::Offline || !plan.quote || !plan.quote->price)
        return {};
    const MicroDollars low = plan.quote->priceWithCache.value_or(*plan.quote->price).low;
    return mayStart(low, spentThisMonth(), m_setup.budgets);
}

Result<LiveRun *> RunDesk::start(const RunPlan &plan)
{
    if (const Result<void> checked = checkPlan(plan, m_setup.settings); !checked)
        return tl::unexpected(checked.error());
    if (const Result<void> allowed = checkBudgets(plan); !allowed)
        return tl::unexpected(allowed.error());
    return startAfter({}, plan);
}

Result<LiveRun *> RunDesk::startAfter(const RunId &earlier, const RunPlan &plan)
{
    Request request = plannedRequest(plan, m_setup.settings, m_setup.chunks);
    if (request.jobId.isEmpty())
        request.jobId = clock().newId();
    if (plan.engine == RunKind::RunPod && plan.key == KeyInPayload::Include)
        request.openAiApiKey = openAiKeyOf(plan, m_setup.settings);
    const EngineSettings settings = withRequest(m_setup.settings, request);
    return addRun({.record = newRecord(plan, request),
                   .plan = plan,
                   .request = request,
                   .settings = settings,
                   .budgets = m_setup.budgets,
                   .experience = m_experience,
                   .earlier = earlier});
}

LiveRun *RunDesk::addRun(DriverTask task)
{
    RunDriver *driver = makeDriver(task).release();
    LiveRun *run = addLive(*driver, task.record, task.plan, task.request, task.settings.maxConcurrency);
    adopt(driver);
    takeRecord(run->record());
    Q_EMIT runStarted(run);
    return run;
}

void RunDesk::adopt(RunDriver *driver)
{
    driver->moveToThread(&m_thread);
    onEngine([driver](DeskEngine &engine) { engine.adopt(driver); });
}

LiveRun *RunDesk::addLive(RunDriver &driver, const RunRecord &record, const RunPlan &plan, const Request &request,
                          int concurrency)
{
    auto *run = new LiveRun(driver, record, plan, request, concurrency, this);
    const RunId id = run->id();
    // A job that is followed again is the same run.
    if (LiveRun *ended = m_live.value(id))
        ended->deleteLater();
    m_live.insert(id, run);
    m_order.removeOne(id);
    m_order.append(id);
    connect(&driver, &RunDriver::learnt, this, [this](const UsageSample &sample) {
        m_experience.append(sample);
        if (m_experience.size() > mostSamples)
            m_experience.removeFirst();
        Q_EMIT experienceChanged();
    });
    connect(run, &LiveRun::recordChanged, this, [this, run] { takeRecord(run->record()); });
    connect(run, &LiveRun::finished, this, [this, id] { Q_EMIT runFinished(id); });
    return run;
}

void RunDesk::takeRuns(const QList<RunRecord> &listed, const QList<RunRecord> &all)
{
    m_runs = listed;
    m_allRuns = all;
    // What was read may be older than what the live runs have told since.
    for (const RunId &id : std::as_const(m_order)) {
        const LiveRun *run = m_live.value(id);
        put(m_allRuns, run->record());
        if (!run->isFinished())
            put(m_runs, run->record());
    }
    Q_EMIT runsChanged();
}

void RunDesk::takeRecord(RunRecord record)
{
    record.notes = m_notes.value(record.id, record.notes);
    const bool isNew = known(record.id) == nullptr;
    put(m_runs, record);
    put(m_allRuns, record);
    if (isNew)
        Q_EMIT runsChanged();
    else
        Q_EMIT runChanged(record.id);
}

const RunRecord *RunDesk::known(const RunId &id) const
{
    const auto found =
        std::find_if(m_allRuns.begin(), m_allRuns.end(), [&id](const RunRecord &record) { return record.id == id; });
    return found == m_allRuns.end() ? nullptr : &*found;
}

Result<LiveRun *> RunDesk::goOn(const RunId &id)
{
    if (LiveRun *run = live(id)) {
        if (!run->isFinished())
            return run;
        if (!run->request().transcript.isEmpty() && !run->plan().request.transcript.isEmpty())
            return goOnLive(*run);
    }
    const RunRecord *record = known(id);
    if (!record)
        return failure(ErrorKind::Input, tr("This run is not in the library any more."));
    return goOnKept(*record);
}

Result<LiveRun *> RunDesk::goOnLive(const LiveRun &run)
{
    const RunRecord &record = run.record();
    if (record.kind == RunKind::RunPod && !record.remoteJobId.isEmpty() && !record.isFinished())
        return goOnKept(record);
    RunPlan plan = run.plan();
    if (const Result<void> checked = checkPlan(plan, m_setup.settings); !checked)
        return tl::unexpected(checked.error());
    // The quote was for all of it.
    plan.quote.reset();
    // What was to be asked anew and was, is not asked a third time.
    const auto isDone = [&run](int chunk) {
        return chunk < run.chunkStates().size() &&
               run.chunkStates().at(chunk).progress.state == ChunkProgress::State::Done;
    };
    if (plan.fresh) {
        for (const Chunk &chunk : run.chunks())
            plan.freshChunks.insert(chunk.index);
        plan.fresh = false;
    }
    plan.freshChunks.removeIf([&isDone](int chunk) { return isDone(chunk); });
    return startAfter(record.id, plan);
}

Result<LiveRun *> RunDesk::goOnKept(const RunRecord &record)
{
    DriverTask task{.record = record,
                    .plan = {.engine = record.kind, .source = record.source, .title = record.title},
                    .settings = m_setup.settings,
                    .budgets = m_setup.budgets,
                    .experience = m_experience};
    task.plan.endpointId = record.endpointId;
    const bool isOpenJob = record.kind == RunKind::RunPod && !record.remoteJobId.isEmpty() && !record.isFinished();
    // Only what does not depend on the transcript, which is read later.
    RunPlan check = task.plan;
    check.request.transcript.sentences.append(Sentence{.text = record.title});
    if (const Result<void> checked = checkPlan(check, m_setup.settings); !checked)
        return tl::unexpected(checked.error());
    if (isOpenJob)
        return addRun(std::move(task));
    task.earlier = record.id;
    task.record = newRecord(task.plan, {.jobId = record.jobId});
    task.record.model = record.model;
    return addRun(std::move(task));
}

Result<LiveRun *> RunDesk::follow(const QString &endpointId, const QString &jobId)
{
    const QString endpoint = endpointId.isEmpty() ? m_setup.settings.runPodEndpoint : endpointId;
    if (!isRunPodId(jobId))
        return failure(ErrorKind::Input, tr("'%1' is not the id of a RunPod job.").arg(jobId));
    const auto isIt = [&](const RunRecord &record) {
        return record.kind == RunKind::RunPod && record.remoteJobId == jobId && record.endpointId == endpoint;
    };
    if (LiveRun *run = liveJob(endpoint, jobId))
        return run;
    const auto found = std::find_if(m_allRuns.begin(), m_allRuns.end(), isIt);
    if (found != m_allRuns.end() && found->state == RunState::Succeeded) {
        return failure(ErrorKind::Input,
                       tr("This job is done and its result is in the library: run %1.").arg(found->number));
    }
    RunRecord record = found == m_allRuns.end() ? foreignRunPodRun(clock(), endpoint, jobId) : *found;
    record.state = RunState::Queued;
    return goOnKept(record);
}

LiveRun *RunDesk::liveJob(const QString &endpointId, const QString &jobId) const
{
    for (LiveRun *run : running()) {
        const RunRecord &record = run->record();
        if (record.kind == RunKind::RunPod && record.remoteJobId == jobId && record.endpointId == endpointId)
            return run;
    }
    return nullptr;
}

void RunDesk::followOpenJobs()
{
    QSet<RunId> followed;
    for (const LiveRun *run : running())
        followed.insert(run->id());
    onEngine([followed](DeskEngine &engine) { engine.followOpenJobs(followed); });
}

QList<LiveRun *> RunDesk::running() const
{
    QList<LiveRun *> runs;
    for (const RunId &id : m_order) {
        if (LiveRun *run = m_live.value(id); !run->isFinished())
            runs.append(run);
    }
    return runs;
}

void RunDesk::release(const RunId &id)
{
    LiveRun *run = m_live.value(id);
    if (!run || !run->isFinished())
        return;
    m_live.remove(id);
    m_order.removeOne(id);
    run->deleteLater();
}

void RunDesk::refresh()
{
    onEngine([](DeskEngine &engine) { engine.readRuns(); });
}

MicroDollars RunDesk::spentThisMonth() const
{
    return spentInMonth(m_allRuns, clock().now().toTimeZone(m_setup.zone).date(), m_setup.zone);
}

void RunDesk::loadRun(const RunId &id)
{
    onEngine([id](DeskEngine &engine) { engine.loadRun(id); });
}

std::function<Result<ReportedRun>(const RunId &)> RunDesk::reportReader() const
{
    const ReplayBasis basis{.settings = m_setup.settings, .templates = m_templates, .prices = m_prices};
    return [engine = m_engine, folder = m_setup.libraryFolder, basis](const RunId &id) -> Result<ReportedRun> {
        std::optional<Result<ReportedRun>> held;
        QMetaObject::invokeMethod(
            engine, [&] { held = engine->reportFromMemory(id, basis); }, Qt::BlockingQueuedConnection);
        return held ? *held : reportedRunFrom(folder, id, basis);
    };
}

void RunDesk::setDeleted(const RunId &id, bool deleted)
{
    onEngine([id, deleted](DeskEngine &engine) { engine.setDeleted(id, deleted); });
}

void RunDesk::setNotes(const RunId &id, const QString &notes)
{
    m_notes.insert(id, notes);
    onEngine([id, notes](DeskEngine &engine) { engine.setNotes(id, notes); });
}

} // namespace Viral
