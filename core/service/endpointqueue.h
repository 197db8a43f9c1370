// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/runpodhealth.h"
#include "core/clients/runpodwire.h"

#include <QHash>
#include <QList>

#include <map>
#include <set>

namespace Viral {

/// What a client hands over.
struct EndpointSubmission
{
    /// The object under "input", as it came.
    QByteArray input = {};
    /// Where the ended job is sent; empty when not wanted.
    QString webhook = {};
    RunPodPolicy policy = {};
    /// Came by runsync, so that its result is kept for a shorter time.
    bool isSync = false;

    bool operator==(const EndpointSubmission &) const = default;
};

/// A job of the local endpoint. Times are on the clock whose readings the queue is given.
struct EndpointJob
{
    QString id = {};
    EndpointSubmission submission = {};
    RunPodState state = RunPodState::InQueue;
    /// When it was put into the queue for this attempt.
    Milliseconds queuedAt{0};
    Milliseconds startedAt{0};
    Milliseconds finishedAt{0};
    /// When something happens to it by itself: out of time, or forgotten.
    Milliseconds deadline{0};
    /// How long it is kept after its end.
    Milliseconds retention{0};
    /// JSON: of a running job its last progress, of an ended one what it left.
    QByteArray output = {};
    QString error = {};
    int retries = 0;
    /// Progress that nobody has fetched by stream yet, JSON each.
    QList<QByteArray> stream = {};

    /// How long it waited before its last attempt; nothing before that.
    std::optional<Milliseconds> delayTime() const;
    /// How long it ran; nothing before its end.
    std::optional<Milliseconds> executionTime() const;

    bool operator==(const EndpointJob &) const = default;
};

/// The jobs of a local endpoint by RunPod's rules of time and state (RunPod's operation reference). A plain value: it
/// looks at no clock, each call is told what time it is, and times never go back. Every call costs at most the
/// logarithm of the number of jobs, beside what it returns.
class EndpointQueue
{
public:
    /// \a workers decides how many jobs may wait.
    explicit EndpointQueue(int workers = 1);

    /// Whether one more job may wait: RunPod turns jobs away beyond 50 and 500 for each worker.
    bool hasRoom() const;
    /// Puts a job behind the others. Forgets the oldest ended ones where everything kept would be more than mostBytes.
    /// False when there is no room, or not for this one.
    bool submit(const QString &id, EndpointSubmission submission, Milliseconds now);
    /// The job that waits longest, now running; nothing when none waits.
    std::optional<QString> takeNext(Milliseconds now);

    /// Each does nothing and says false unless the job is running.
    bool noteProgress(const QString &id, const QByteArray &event);
    bool complete(const QString &id, const QByteArray &output, Milliseconds now);
    /// \a output may be empty.
    bool fail(const QString &id, const QString &error, const QByteArray &output, Milliseconds now);
    /// False when the job has ended already.
    bool cancel(const QString &id, Milliseconds now);
    /// Puts a job that failed or ran out of time into the queue again; false for any other, or when there is no room.
    bool retry(const QString &id, Milliseconds now);
    /// Cancels every job that waits; returns their ids.
    QStringList purge(Milliseconds now);
    /// Keeps the result of a job no longer than \a time, from now or else from its end.
    void shortenRetention(const QString &id, Milliseconds time, Milliseconds now);
    /// Lets go of the input of a job that is not going to run again.
    void dropInput(const QString &id);
    /// What was streamed since the last call.
    QList<QByteArray> takeStream(const QString &id);

    /// What became of jobs whose time has come.
    struct Expired
    {
        /// TIMED_OUT now: out of its time to live in the queue, or of its execution timeout.
        QStringList timedOut = {};
        /// Gone: the result was kept long enough, or the job's time to live ended while it ran.
        QStringList forgotten = {};

        bool operator==(const Expired &) const = default;
    };
    Expired expire(Milliseconds now);
    /// The next time at which expire() has something to do.
    std::optional<Milliseconds> nextDeadline() const;

    /// Null when it is not known, or not any more. Valid until the queue changes.
    const EndpointJob *find(const QString &id) const;
    RunPodHealth::Jobs counters() const;

    static constexpr Milliseconds keptAfterRun = std::chrono::minutes(30);
    static constexpr Milliseconds keptAfterRunSync = std::chrono::minutes(1);
    static constexpr Milliseconds usualExecutionTimeout = std::chrono::minutes(10);
    static constexpr Milliseconds usualTimeToLive = std::chrono::hours(24);
    static constexpr qint64 mostBytes = 256LL * 1024 * 1024;
    /// Progress kept for stream; beyond it the oldest is dropped.
    static constexpr int longestStream = 1000;

private:
    EndpointJob *running(const QString &id);
    void enqueue(EndpointJob &job, Milliseconds now);
    void end(EndpointJob &job, RunPodState state, Milliseconds now);
    void setDeadline(EndpointJob &job, Milliseconds deadline);
    void setOutput(EndpointJob &job, const QByteArray &output);
    void leaveQueue(const EndpointJob &job);
    void clearStream(EndpointJob &job);
    void forget(const QString &id);
    void makeRoom(qint64 bytes);

    using Moment = std::pair<Milliseconds, QString>;

    int m_workers;
    QHash<QString, EndpointJob> m_jobs;
    /// By the order of coming.
    std::map<qint64, QString> m_waiting;
    QHash<QString, qint64> m_places;
    std::set<Moment> m_deadlines;
    std::set<Moment> m_ended;
    RunPodHealth::Jobs m_counters;
    qint64 m_nextPlace = 0;
    qint64 m_bytes = 0;
};

} // namespace Viral
