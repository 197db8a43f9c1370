// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/worker.h"

using namespace Qt::StringLiterals;

namespace Viral {

Worker::Worker(const RunServices &services, const JobRules &rules, const WorkerSettings &settings, QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_rules(rules)
    , m_settings(settings)
    , m_take(services.transport, services.scheduler, settings, readTakeAnswer, nullptr)
    , m_stop(services.transport, services.scheduler, settings, readStopAnswer, nullptr)
{
    connect(&m_take, &QueuePoll::answered, this, &Worker::taken);
    connect(&m_stop, &QueuePoll::answered, this, &Worker::stopJobs);
    watch();
}

Worker::~Worker()
{
    for (const Job &job : std::as_const(m_jobs)) {
        delete job.poster;
        delete job.runner;
    }
}

void Worker::watch()
{
    const auto pauseText = [](Milliseconds pause) {
        return QString::number(static_cast<double>(pause.count()) / 1000.0, 'f', 1);
    };
    connect(&m_take, &QueuePoll::troubled, this, [this, pauseText](const QString &why, Milliseconds pause) {
        log(WorkerLogLevel::Warn, {}, u"No jobs can be taken: %1 Next try in %2 s."_s.arg(why, pauseText(pause)));
    });
    connect(&m_take, &QueuePoll::recovered, this,
            [this] { log(WorkerLogLevel::Info, {}, u"The queue answers again."_s); });
    connect(&m_stop, &QueuePoll::troubled, this, [this, pauseText](const QString &why, Milliseconds pause) {
        log(WorkerLogLevel::Debug, {},
            u"The channel of jobs to be stopped is down: %1 Next try in %2 s."_s.arg(why, pauseText(pause)));
    });
}

void Worker::start()
{
    log(WorkerLogLevel::Info, {},
        u"Worker %1 takes up to %2 at once."_s.arg(
            m_settings.workerId, m_settings.jobs == 1 ? u"one job"_s : u"%1 jobs"_s.arg(m_settings.jobs)));
    if (m_settings.pingInterval > Milliseconds{0}) {
        m_heartbeat =
            std::make_unique<Heartbeat>(HeartbeatSettings{m_settings.urls, m_settings.key, m_settings.pingInterval});
        connect(m_heartbeat.get(), &Heartbeat::troubled, this, [this](const QString &why) {
            log(WorkerLogLevel::Warn, {}, u"Heartbeats are not answered: "_s + why);
        });
        connect(m_heartbeat.get(), &Heartbeat::recovered, this,
                [this] { log(WorkerLogLevel::Info, {}, u"Heartbeats are answered again."_s); });
        m_heartbeat->begin();
    }
    takeMore();
    if (const QUrl stop = m_settings.urls.stop(); !stop.isEmpty())
        m_stop.ask(stop);
}

void Worker::drain()
{
    if (m_end)
        return;
    m_end = End::Drained;
    m_take.stop();
    log(WorkerLogLevel::Info, {}, u"No more jobs are taken; %1 still to be done."_s.arg(jobCount()));
    endWhenDone();
}

void Worker::takeMore()
{
    const int free = m_settings.jobs - jobCount();
    if (m_end || free < 1)
        return;
    const bool isBusy = jobCount() > 0;
    m_take.ask(free > 1 && m_settings.urls.takesMany() ? m_settings.urls.takeMany(free, isBusy)
                                                       : m_settings.urls.take(isBusy));
}

void Worker::taken(const TakeAnswer &answer)
{
    if (answer.kind == TakeAnswer::Kind::Refused) {
        log(WorkerLogLevel::Error, {}, answer.message);
        m_end = End::Refused;
        endWhenDone();
        return;
    }
    if (answer.kind == TakeAnswer::Kind::Jobs && !answer.message.isEmpty())
        log(WorkerLogLevel::Warn, {}, answer.message);
    for (const TakenJob &job : answer.jobs)
        accept(job);
    startWaiting();
    takeMore();
}

void Worker::accept(const TakenJob &job)
{
    const auto isSame = [&job](const TakenJob &other) { return other.id == job.id; };
    if (m_jobs.contains(job.id) || std::any_of(m_waiting.cbegin(), m_waiting.cend(), isSame))
        log(WorkerLogLevel::Warn, job.id, u"The queue handed the job out a second time; it is already at hand."_s);
    else
        m_waiting.append(job);
}

void Worker::startWaiting()
{
    // A queue may hand out more than was asked for.
    while (!m_waiting.isEmpty() && m_jobs.size() < m_settings.jobs)
        startJob(m_waiting.takeFirst());
    noteJobs();
}

void Worker::startJob(const TakenJob &taken)
{
    const QString id = taken.id;
    Job job{.runner = new JobRunner(m_services, m_rules, taken.input, id, this),
            .poster = new JobPoster(m_services.transport, m_services.scheduler,
                                    {.url = m_settings.urls.post(id),
                                     .jobId = id,
                                     .key = m_settings.key,
                                     .progressPause = m_settings.patience.progressPause,
                                     .resultRules = m_settings.patience.resultRules},
                                    this),
            .startedAt = m_services.scheduler.now()};
    m_jobs.insert(id, job);
    log(WorkerLogLevel::Info, id, u"Taken, %1 bytes."_s.arg(taken.input.size()));
    connect(job.runner, &JobRunner::progress, job.poster,
            [poster = job.poster](const ProgressEvent &event) { poster->postProgress(workerProgressBody(event)); });
    connect(job.runner, &JobRunner::warned, this,
            [this, id](const QString &message) { log(WorkerLogLevel::Warn, id, message); });
    connect(job.runner, &JobRunner::finished, this, [this, id](const JobOutcome &outcome) { jobEnded(id, outcome); });
    connect(job.poster, &JobPoster::finished, this, [this, id](const QString &trouble) { told(id, trouble); });
    job.runner->start();
}

void Worker::jobEnded(const QString &id, const JobOutcome &outcome)
{
    const auto job = m_jobs.constFind(id);
    // A job that was cancelled is one the queue stopped: nothing is told.
    if (job != m_jobs.cend() && outcome.kind != JobOutcome::Kind::Cancelled)
        job->poster->postResult(resultBody(id, outcome));
}

QByteArray Worker::resultBody(const QString &id, const JobOutcome &outcome)
{
    const qint64 time = (m_services.scheduler.now() - m_jobs.value(id).startedAt).count();
    const qint64 limit = m_settings.largestResult.value_or(largestWorkerResult(id));
    const bool isDone = outcome.kind == JobOutcome::Kind::Completed;
    const QByteArray body = isDone ? workerResultBody(outcome.output) : workerErrorBody(outcome.error, outcome.output);
    if (body.size() > limit) {
        const QString message = oversizeMessage(body.size(), limit);
        log(WorkerLogLevel::Error, id, message);
        return workerErrorBody(message);
    }
    if (isDone)
        log(WorkerLogLevel::Info, id, u"Done in %1 ms, %2 bytes."_s.arg(time).arg(body.size()));
    else
        log(WorkerLogLevel::Error, id, u"Failed after %1 ms: %2"_s.arg(time).arg(outcome.error));
    return body;
}

void Worker::told(const QString &id, const QString &trouble)
{
    if (!trouble.isEmpty())
        log(WorkerLogLevel::Error, id, u"The answer could not be handed over. "_s + trouble);
    remove(id);
}

void Worker::stopJobs(const TakeAnswer &answer)
{
    for (const TakenJob &stopped : answer.jobs) {
        const qsizetype waiting = m_waiting.removeIf([&stopped](const TakenJob &job) { return job.id == stopped.id; });
        const Job job = m_jobs.value(stopped.id);
        if (waiting == 0 && !job.runner)
            continue;
        log(WorkerLogLevel::Info, stopped.id, u"Stopped by the queue."_s);
        if (job.runner)
            job.runner->cancel();
        remove(stopped.id);
    }
    if (!m_hasFinished)
        m_stop.ask(m_settings.urls.stop());
}

void Worker::remove(const QString &id)
{
    const Job job = m_jobs.take(id);
    for (QObject *part : std::initializer_list<QObject *>{job.runner, job.poster}) {
        if (!part)
            continue;
        part->disconnect(this);
        part->deleteLater();
    }
    startWaiting();
    takeMore();
    endWhenDone();
}

void Worker::noteJobs()
{
    if (!m_heartbeat)
        return;
    QStringList ids = m_jobs.keys();
    for (const TakenJob &job : std::as_const(m_waiting))
        ids.append(job.id);
    m_heartbeat->setJobs(ids);
}

void Worker::endWhenDone()
{
    if (!m_end || m_ending || jobCount() > 0)
        return;
    m_ending = m_services.scheduler.after(Milliseconds{0}, [this] {
        m_hasFinished = true;
        m_take.stop();
        m_stop.stop();
        m_heartbeat.reset();
        Q_EMIT finished(*m_end);
    });
}

void Worker::log(WorkerLogLevel level, const QString &jobId, const QString &message)
{
    if (level >= m_settings.logLevel)
        Q_EMIT logged(level, jobId, withoutKey(message, m_settings.key));
}

} // namespace Viral
