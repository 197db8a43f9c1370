// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/runpodstream.h"

#include <QSet>

namespace Viral {

/// How a job is followed.
struct RunPodPatience
{
    /// Between two questions; grows from the first to the second while nothing changes.
    Milliseconds shortestPause{1'000};
    Milliseconds longestPause{5'000};
    /// The most between two questions while RunPod does not answer.
    Milliseconds longestBackOff{30'000};
    /// Without any answer for this long, it is given up.
    Milliseconds longestSilence{3'600'000};
    /// A job younger than this may not be known everywhere yet.
    Milliseconds youth{60'000};
    /// A job that waits longer than this makes the health be asked, and again after each such time.
    Milliseconds queueWait{60'000};
    /// Whether the news of a running job are fetched by stream too, so that none is missed between two questions.
    bool usesStream = true;

    bool operator==(const RunPodPatience &) const = default;
};

/// How following ended: the finished job, well or not (readRunPodResult() tells), or why it cannot be followed.
using RunPodEnding = Result<RunPodJob>;

/// Follows one job until it ends. Reports exactly once and then deletes itself, never from inside start().
class RunPodJobFollower final : public QObject
{
    Q_OBJECT

public:
    /// \a submittedAt is invalid when not known. \a client and \a scheduler outlive it.
    RunPodJobFollower(RunPodClient &client, Scheduler &scheduler, Chance chance, const QString &jobId,
                      const QDateTime &submittedAt, QObject *owner, RunPodPatience patience = {});

    /// Asks for the first time with the next turn of the event loop.
    void start();
    /// Stops following, not the job, and reports Cancelled.
    void cancel();

Q_SIGNALS:
    /// A state that differs from the last one; also the last one of all.
    void stateChanged(const Viral::RunPodJob &job);
    /// News of the worker's chunks, each once.
    void progress(const Viral::ProgressEvent &event);
    /// RunPod does not answer; asked again until it does. Told once for each kind of trouble in a row.
    void troubled(const QString &message);
    /// After troubled(): it answers again.
    void recovered();
    /// The job does not leave the queue: why that may be.
    void queueStuck(const QString &reading);
    void finished(const Viral::RunPodEnding &ending);

private:
    void askAfter(Milliseconds pause);
    void ask();
    void take(const RunPodReply &reply);
    void takeJob(const RunPodJob &job);
    void takeFailure(const RunPodFailure &failure);
    void noteProgress(const RunPodJob &job);
    void tellNews(const QByteArray &output);
    void endSeen();
    void watchQueue(const RunPodJob &job);
    void askHealth();
    bool isYoung() const;
    Milliseconds nextPause(bool hasChanged);
    void backOff(const RunPodFailure &failure);
    void finish(const RunPodEnding &ending);

    RunPodClient &m_client;
    Scheduler &m_scheduler;
    Chance m_chance;
    QString m_jobId;
    QDateTime m_submittedAt;
    RunPodPatience m_patience;
    std::unique_ptr<ScheduledAction> m_timer;
    RunPodCall *m_call = nullptr;
    RunPodStreamWatch m_stream;
    QString m_lastWord;
    QByteArray m_lastOutput;
    /// Events told so far, as they are written.
    QSet<QByteArray> m_told;
    Milliseconds m_pause;
    Milliseconds m_lastAnswer;
    Milliseconds m_queueWatchedSince;
    int m_failures = 0;
    std::optional<RunPodFault> m_trouble;
    bool m_isAskingHealth = false;
    bool m_isFinished = false;
};

} // namespace Viral
