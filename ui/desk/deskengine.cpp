// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskengine.h"

#include "core/base/log.h"
#include "core/run/analysisrun.h"
#include "core/run/pricebook.h"
#include "core/run/runpodrecords.h"
#include "ui/desk/runwork.h"

#include <QtConcurrentRun>

namespace Viral {

namespace {

/// More than anybody scrolls through; each is a few hundred bytes.
constexpr int mostListed = 20'000;

/// The interface's connection leaves the library's log to this thread.
constexpr Milliseconds betweenTakingIn{30'000};

/// Calls \a work on a worker thread and \a take with what it gives, here, as long as \a owner lives.
template <typename Work, typename Take>
void inBackground(QObject *owner, Work work, Take take)
{
    using Outcome = decltype(work());
    auto *watcher = new QFutureWatcher<std::shared_ptr<Outcome>>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, take] {
        watcher->deleteLater();
        take(*watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([work] { return std::make_shared<Outcome>(work()); }));
}

} // namespace

DeskEngine::DeskEngine(DeskSetup setup)
    : m_setup(std::move(setup))
    , m_templates(PromptTemplates::builtIn())
    , m_prices(builtInPrices())
    , m_purse(std::make_shared<MonthPurse>())
{}

DeskEngine::~DeskEngine() = default;

void DeskEngine::open()
{
    const LibraryState state = openLibrary();
    RunStore *runs = m_library ? &m_library->runs() : nullptr;
    m_answers = std::make_unique<SpillAnswers>(m_library ? &m_library->answers() : nullptr);
    m_runs = std::make_unique<SpillRuns>(runs, [this](const Error &why) { Q_EMIT failed(why, {}); });
    m_memoryOutbox = std::make_unique<MemoryOutbox>();
    readPrices();
    openNetwork();
    if (state == LibraryState::Open) {
        if (const auto closed = closeAbandonedRuns(*m_runs, clock().now()); !closed)
            Q_EMIT failed(closed.error(), {});
    }
    Q_EMIT opened(state);
    readRuns();
    if (state == LibraryState::Open)
        takeInLogLater();
}

void DeskEngine::takeInLogLater()
{
    m_nextTakingIn = m_scheduler->after(betweenTakingIn, [this] {
        if (const auto taken = m_library->takeInLog(); !taken)
            qCWarning(libraryLog).noquote() << "the library's log could not be taken in:" << taken.error().text();
        takeInLogLater();
    });
}

LibraryState DeskEngine::openLibrary()
{
    if (m_setup.libraryFolder.isEmpty())
        return LibraryState::Missing;
    Result<std::unique_ptr<Library>> library = Library::open(m_setup.libraryFolder);
    LibraryState state = LibraryState::Open;
    if (!library) {
        if (library.error() != m_setup.knownTrouble)
            Q_EMIT failed(library.error(), {});
        library = Library::open(m_setup.libraryFolder, Library::Access::ReadOnly);
        state = LibraryState::ReadOnly;
    }
    if (!library) {
        Q_EMIT warned(tr("Runs and their answers are kept in memory only, as long as the program runs."));
        return LibraryState::Missing;
    }
    m_library = std::move(*library);
    for (const QString &notice : m_library->notices())
        Q_EMIT warned(notice);
    if (state == LibraryState::ReadOnly)
        Q_EMIT warned(tr("The library can be read but not changed: new runs are kept in memory only."));
    return state;
}

void DeskEngine::openNetwork()
{
    m_scheduler = std::make_unique<EventLoopScheduler>();
    m_transport = std::make_unique<QtTransport>(*m_scheduler);
    m_limiter = std::make_unique<Limiter>(m_setup.settings.maxConcurrency, *m_scheduler);
    makeWebhooks();
}

void DeskEngine::makeWebhooks()
{
    const bool isKept = m_library && m_setup.libraryFolder.size() > 0;
    m_webhooks = std::make_unique<WebhookQueue>(isKept ? m_library->outbox() : *m_memoryOutbox, *m_transport,
                                                *m_scheduler, webhookSettings(m_setup.settings));
    connect(m_webhooks.get(), &WebhookQueue::gaveUp, this, [this](const OutgoingWebhook &webhook, const Error &why) {
        Q_EMIT failed({why.kind, tr("A webhook could not be delivered. %1").arg(why.message), why.place}, webhook.run);
    });
    connect(m_webhooks.get(), &WebhookQueue::postponed, this,
            [](const OutgoingWebhook &, const Error &why, Milliseconds pause) {
                qCInfo(runLog).noquote() << "a webhook is tried again in" << pause.count() << "ms:" << why.text();
            });
    m_webhooks->start();
}

void DeskEngine::close()
{
    for (const QPointer<RunDriver> &driver : std::as_const(m_drivers))
        delete driver;
    m_drivers.clear();
    m_openJobs.reset();
    m_nextTakingIn.reset();
    m_webhooks.reset();
    m_clients.clear();
    m_transport.reset();
    m_limiter.reset();
    m_scheduler.reset();
    m_runs.reset();
    m_answers.reset();
    m_library.reset();
}

RunServices DeskEngine::services()
{
    return {.transport = *m_transport,
            .scheduler = *m_scheduler,
            .clock = clock(),
            .limiter = *m_limiter,
            .memory = m_memory,
            .answers = *m_answers,
            .runs = *m_runs,
            .templates = m_templates,
            .prices = m_prices,
            .webhooks = m_webhooks.get(),
            .rules = m_setup.retryRules};
}

RunDriver::Surroundings DeskEngine::surroundings()
{
    return {.services = services(),
            .runPod = [this](const QString &endpointId) { return runPodServices(endpointId); },
            .purse = m_purse};
}

Result<RunPodServices> DeskEngine::runPodServices(const QString &endpointId)
{
    EngineSettings settings = m_setup.settings;
    if (!endpointId.isEmpty())
        settings.runPodEndpoint = endpointId;
    const Result<RunPodEndpoint> endpoint = runPodEndpoint(settings);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    auto known = std::find_if(m_clients.begin(), m_clients.end(),
                              [&](const auto &client) { return client->endpoint() == *endpoint; });
    if (known == m_clients.end())
        known =
            m_clients.insert(m_clients.end(), std::make_unique<RunPodClient>(*endpoint, *m_transport, *m_scheduler));
    return RunPodServices{.client = **known,
                          .scheduler = *m_scheduler,
                          .clock = clock(),
                          .runs = *m_runs,
                          .patience = m_setup.runPodPatience};
}

bool DeskEngine::isIdle()
{
    m_drivers.removeIf([](const QPointer<RunDriver> &driver) { return driver.isNull(); });
    return m_drivers.isEmpty();
}

void DeskEngine::adopt(RunDriver *driver)
{
    if (const RunRecord &record = driver->record(); m_openJobs && !record.remoteJobId.isEmpty())
        m_openJobs->leave(record.endpointId, record.remoteJobId);
    take(driver);
}

void DeskEngine::take(RunDriver *driver)
{
    // Another month may have begun, and another program may have spent something.
    if (isIdle()) {
        if (const auto all = m_runs->allRuns(mostListed))
            lookAtPurse(*all);
    }
    m_drivers.append(driver);
    connect(driver, &RunDriver::ended, this, [this] {
        m_answers->flush();
        m_runs->flush();
    });
    driver->start(surroundings());
}

void DeskEngine::setSettings(const EngineSettings &settings)
{
    m_setup.settings = settings;
    m_limiter->setCeiling(settings.maxConcurrency);
    m_webhooks->setSettings(webhookSettings(settings));
}

void DeskEngine::readPrices()
{
    if (m_setup.libraryFolder.isEmpty())
        return;
    const Result<PriceTable> prices = pricesWithUser(userPricesPath(m_setup.libraryFolder));
    if (!prices) {
        Q_EMIT failed({prices.error().kind, tr("Your own prices are left out. %1").arg(prices.error().message),
                       prices.error().place},
                      {});
        return;
    }
    m_prices = *prices;
    Q_EMIT pricesRead(m_prices);
}

void DeskEngine::lookAtPurse(const QList<RunRecord> &all)
{
    m_purse->spent = spentInMonth(all, clock().now().toTimeZone(m_setup.zone).date(), m_setup.zone);
}

void DeskEngine::readRuns()
{
    const auto listed = m_runs->runs(mostListed);
    const auto all = m_runs->allRuns(mostListed);
    if (!listed || !all) {
        Q_EMIT failed(listed ? all.error() : listed.error(), {});
        return;
    }
    if (isIdle())
        lookAtPurse(*all);
    Q_EMIT runsRead(*listed, *all);
    if (m_library)
        readExperience(*listed);
}

void DeskEngine::readExperience(const QList<RunRecord> &runs)
{
    inBackground(
        this,
        [folder = m_setup.libraryFolder, runs, templates = m_templates] {
            return experienceFrom(folder, runs, templates);
        },
        [this](const QList<UsageSample> &samples) { Q_EMIT experienceRead(samples); });
}

void DeskEngine::followOpenJobs(const QSet<RunId> &known)
{
    auto open = openRunPodRuns(*m_runs, clock().now());
    if (!open) {
        Q_EMIT failed(open.error(), {});
        return;
    }
    open->removeIf([&known](const RunRecord &record) { return known.contains(record.id); });
    if (open->isEmpty() || m_openJobs)
        return;
    m_openJobs = std::make_unique<OpenRunPodJobs>(
        *open,
        [this](const QString &endpointId) -> std::optional<RunPodServices> {
            const Result<RunPodServices> services = runPodServices(endpointId);
            return services ? std::optional<RunPodServices>(*services) : std::nullopt;
        },
        *m_scheduler);
    if (const auto beyond = m_openJobs->outOfReach().size(); beyond > 0) {
        Q_EMIT told(tr("%n RunPod jobs are open and cannot be followed: add the key for RunPod in the settings.",
                       nullptr, static_cast<int>(beyond)));
    }
    connect(m_openJobs.get(), &OpenRunPodJobs::following, this, [this](RunPodRun *run) {
        RunDriver *driver = makeFollower(*run, {.settings = m_setup.settings, .budgets = m_setup.budgets}).release();
        driver->setParent(nullptr);
        take(driver);
        Q_EMIT followed(driver, driver->record());
    });
    connect(m_openJobs.get(), &OpenRunPodJobs::finished, this, [this] { m_openJobs.release()->deleteLater(); });
    m_openJobs->start();
}

void DeskEngine::loadRun(const RunId &id)
{
    const ReplayBasis basis{.settings = m_setup.settings, .templates = m_templates, .prices = m_prices};
    const auto take = [this, id](const Result<Work> &work) {
        if (work)
            Q_EMIT workLoaded(id, std::make_shared<Work>(*work));
        else
            Q_EMIT workFailed(id, work.error());
    };
    if (isInMemory(id)) {
        take(workOfRun(*m_runs, *m_answers, id, basis));
        return;
    }
    inBackground(
        this, [folder = m_setup.libraryFolder, id, basis] { return workFromLibrary(folder, id, basis); }, take);
}

bool DeskEngine::isInMemory(const RunId &id) const
{
    return !m_library || m_runs->holds(id) || m_answers->holds(id);
}

std::optional<Result<ReportedRun>> DeskEngine::reportFromMemory(const RunId &id, const ReplayBasis &basis)
{
    if (!m_runs || !isInMemory(id))
        return std::nullopt;
    return reportedRun(*m_runs, *m_answers, id, basis);
}

void DeskEngine::setDeleted(const RunId &id, bool deleted)
{
    if (const auto done = m_runs->setDeleted(id, deleted); !done)
        Q_EMIT failed(done.error(), id);
    readRuns();
}

void DeskEngine::setNotes(const RunId &id, const QString &notes)
{
    const auto known = m_runs->run(id);
    if (!known || !*known) {
        Q_EMIT failed(known ? Error{ErrorKind::Storage, tr("The library does not have this run.")} : known.error(), id);
        return;
    }
    RunRecord record = **known;
    record.notes = notes;
    m_runs->setNotes(id, notes);
    if (const auto saved = m_runs->saveRun(record); !saved)
        Q_EMIT failed(saved.error(), id);
    else
        Q_EMIT recordChanged(record);
}

} // namespace Viral
