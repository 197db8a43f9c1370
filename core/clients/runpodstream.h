// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/runpodclient.h"

namespace Viral {

/// What a job told since it was asked last.
struct RunPodStream
{
    /// The state in RunPod's own word; empty where the answer is a bare list.
    QString word = {};
    RunPodState state = RunPodState::InProgress;
    /// JSON each, oldest first.
    QList<QByteArray> outputs = {};

    bool operator==(const RunPodStream &) const = default;
};

/// Reads the answer of stream: {"status": …, "stream": [{"output": …}, …]}, or the list alone.
Result<RunPodStream> readRunPodStream(const QByteArray &body);

/// Fetches what a running job tells, each thing once: RunPod hands it out once only. Gives up for good where the
/// endpoint offers no stream; the job's status says the rest.
class RunPodStreamWatch final : public QObject
{
    Q_OBJECT

public:
    /// \a client and \a scheduler outlive it.
    RunPodStreamWatch(RunPodClient &client, Scheduler &scheduler, const QString &jobId, QObject *owner);

    /// Asks now, and again until the job ends; nothing while it does, or after it gave up.
    void start();
    /// Ends for good and tells nothing more.
    void stop();
    bool isOn() const { return m_call || m_timer; }

    /// How long RunPod may hold an answer back while there is nothing to tell.
    static constexpr Milliseconds wait{10'000};
    static constexpr Milliseconds shortestPause{1'000};
    static constexpr Milliseconds longestPause{5'000};

Q_SIGNALS:
    /// JSON, as the worker said it.
    void told(const QByteArray &output);
    /// The stream says that the job has ended; its status says how.
    void jobEnded();

private:
    void ask();
    void take(const RunPodReply &reply);
    void askAgain(bool wasUseful);

    RunPodClient &m_client;
    Scheduler &m_scheduler;
    QString m_jobId;
    RunPodCall *m_call = nullptr;
    std::unique_ptr<ScheduledAction> m_timer;
    Milliseconds m_askedAt{0};
    Milliseconds m_pause = shortestPause;
    bool m_hasGivenUp = false;
};

} // namespace Viral
