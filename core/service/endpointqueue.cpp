// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointqueue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int leastQueue = 50;
constexpr int queuePerWorker = 500;
/// What a job costs beside its texts, roughly.
constexpr qint64 jobOverhead = 1024;

} // namespace

std::optional<Milliseconds> EndpointJob::delayTime() const
{
    if (state == RunPodState::InQueue)
        return std::nullopt;
    // What never ran waited until it ended.
    return (startedAt < queuedAt ? finishedAt : startedAt) - queuedAt;
}

std::optional<Milliseconds> EndpointJob::executionTime() const
{
    if (!isTerminal(state))
        return std::nullopt;
    return startedAt < queuedAt ? Milliseconds{0} : finishedAt - startedAt;
}

EndpointQueue::EndpointQueue(int workers)
    : m_workers(std::max(workers, 1))
{}

bool EndpointQueue::hasRoom() const
{
    const auto waiting = static_cast<qint64>(m_waiting.size());
    return waiting < std::max<qint64>(leastQueue, qint64{m_workers} * queuePerWorker);
}

bool EndpointQueue::submit(const QString &id, EndpointSubmission submission, Milliseconds now)
{
    if (!hasRoom() || m_jobs.contains(id))
        return false;
    const qint64 bytes = submission.input.size() + jobOverhead;
    makeRoom(bytes);
    if (m_bytes + bytes > mostBytes)
        return false;
    m_bytes += bytes;
    EndpointJob &job = m_jobs[id];
    job.id = id;
    job.retention = submission.isSync ? keptAfterRunSync : keptAfterRun;
    job.submission = std::move(submission);
    enqueue(job, now);
    return true;
}

void EndpointQueue::enqueue(EndpointJob &job, Milliseconds now)
{
    job.state = RunPodState::InQueue;
    job.queuedAt = now;
    job.startedAt = now - Milliseconds{1};
    m_waiting.emplace(m_nextPlace, job.id);
    m_places.insert(job.id, m_nextPlace++);
    ++m_counters.inQueue;
    setDeadline(job, now + job.submission.policy.timeToLive.value_or(usualTimeToLive));
}

std::optional<QString> EndpointQueue::takeNext(Milliseconds now)
{
    if (m_waiting.empty())
        return std::nullopt;
    EndpointJob &job = m_jobs[m_waiting.begin()->second];
    leaveQueue(job);
    job.state = RunPodState::InProgress;
    job.startedAt = now;
    ++m_counters.inProgress;
    const Milliseconds limit = job.submission.policy.executionTimeout.value_or(usualExecutionTimeout);
    setDeadline(job, std::min(job.deadline, now + limit));
    return job.id;
}

EndpointJob *EndpointQueue::running(const QString &id)
{
    const auto found = m_jobs.find(id);
    return found != m_jobs.end() && found->state == RunPodState::InProgress ? &*found : nullptr;
}

bool EndpointQueue::noteProgress(const QString &id, const QByteArray &event)
{
    EndpointJob *job = running(id);
    if (!job)
        return false;
    setOutput(*job, event);
    job->stream.append(event);
    m_bytes += event.size();
    if (job->stream.size() > longestStream)
        m_bytes -= job->stream.takeFirst().size();
    return true;
}

bool EndpointQueue::complete(const QString &id, const QByteArray &output, Milliseconds now)
{
    makeRoom(output.size());
    EndpointJob *job = running(id);
    if (!job)
        return false;
    setOutput(*job, output);
    ++m_counters.completed;
    end(*job, RunPodState::Completed, now);
    return true;
}

bool EndpointQueue::fail(const QString &id, const QString &error, const QByteArray &output, Milliseconds now)
{
    makeRoom(output.size());
    EndpointJob *job = running(id);
    if (!job)
        return false;
    setOutput(*job, output);
    job->error = error;
    ++m_counters.failed;
    end(*job, RunPodState::Failed, now);
    return true;
}

bool EndpointQueue::cancel(const QString &id, Milliseconds now)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || isTerminal(found->state))
        return false;
    setOutput(*found, {});
    end(*found, RunPodState::Cancelled, now);
    return true;
}

bool EndpointQueue::retry(const QString &id, Milliseconds now)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || !hasRoom())
        return false;
    if (found->state != RunPodState::Failed && found->state != RunPodState::TimedOut)
        return false;
    m_ended.erase({found->finishedAt, id});
    setOutput(*found, {});
    clearStream(*found);
    found->error.clear();
    ++found->retries;
    ++m_counters.retried;
    enqueue(*found, now);
    return true;
}

QStringList EndpointQueue::purge(Milliseconds now)
{
    QStringList waiting;
    for (const auto &[place, id] : m_waiting)
        waiting.append(id);
    for (const QString &id : std::as_const(waiting))
        cancel(id, now);
    return waiting;
}

void EndpointQueue::shortenRetention(const QString &id, Milliseconds time, Milliseconds now)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    if (isTerminal(found->state))
        setDeadline(*found, std::min(found->deadline, now + time));
    else
        found->retention = std::min(found->retention, time);
}

void EndpointQueue::dropInput(const QString &id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    m_bytes -= found->submission.input.size();
    found->submission.input.clear();
}

QList<QByteArray> EndpointQueue::takeStream(const QString &id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return {};
    QList<QByteArray> events = found->stream;
    clearStream(*found);
    return events;
}

EndpointQueue::Expired EndpointQueue::expire(Milliseconds now)
{
    Expired expired;
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const QString id = m_deadlines.begin()->second;
        EndpointJob &job = m_jobs[id];
        const Milliseconds live = job.submission.policy.timeToLive.value_or(usualTimeToLive);
        const bool diedRunning = job.state == RunPodState::InProgress && job.queuedAt + live <= now;
        if (isTerminal(job.state) || diedRunning) {
            forget(id);
            expired.forgotten.append(id);
            continue;
        }
        setOutput(job, {});
        job.error = job.state == RunPodState::InQueue ? u"The job's time to live ended while it waited in the queue."_s
                                                      : u"The job ran longer than its execution timeout."_s;
        ++m_counters.failed;
        end(job, RunPodState::TimedOut, now);
        expired.timedOut.append(id);
    }
    return expired;
}

std::optional<Milliseconds> EndpointQueue::nextDeadline() const
{
    if (m_deadlines.empty())
        return std::nullopt;
    return m_deadlines.begin()->first;
}

const EndpointJob *EndpointQueue::find(const QString &id) const
{
    const auto found = m_jobs.constFind(id);
    return found == m_jobs.constEnd() ? nullptr : &*found;
}

RunPodHealth::Jobs EndpointQueue::counters() const
{
    return m_counters;
}

void EndpointQueue::end(EndpointJob &job, RunPodState state, Milliseconds now)
{
    if (job.state == RunPodState::InQueue)
        leaveQueue(job);
    else
        --m_counters.inProgress;
    job.state = state;
    job.finishedAt = now;
    m_ended.emplace(now, job.id);
    setDeadline(job, now + job.retention);
}

void EndpointQueue::leaveQueue(const EndpointJob &job)
{
    m_waiting.erase(m_places.take(job.id));
    --m_counters.inQueue;
}

void EndpointQueue::setDeadline(EndpointJob &job, Milliseconds deadline)
{
    m_deadlines.erase({job.deadline, job.id});
    job.deadline = deadline;
    m_deadlines.emplace(deadline, job.id);
}

void EndpointQueue::setOutput(EndpointJob &job, const QByteArray &output)
{
    m_bytes += output.size() - job.output.size();
    job.output = output;
}

void EndpointQueue::clearStream(EndpointJob &job)
{
    for (const QByteArray &event : std::as_const(job.stream))
        m_bytes -= event.size();
    job.stream.clear();
}

void EndpointQueue::forget(const QString &id)
{
    EndpointJob job = m_jobs.take(id);
    if (job.state == RunPodState::InProgress)
        --m_counters.inProgress;
    clearStream(job);
    m_bytes -= job.submission.input.size() + job.output.size() + jobOverhead;
    m_deadlines.erase({job.deadline, id});
    m_ended.erase({job.finishedAt, id});
}

void EndpointQueue::makeRoom(qint64 bytes)
{
    while (m_bytes + bytes > mostBytes && !m_ended.empty()) {
        const QString id = m_ended.begin()->second;
        forget(id);
    }
}

} // namespace Viral
