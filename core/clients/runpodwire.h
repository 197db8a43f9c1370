// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/events.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresult.h"

#include <optional>

namespace Viral {

/// How long RunPod may take; what is left out is the endpoint's to choose.
struct RunPodPolicy
{
    /// From the moment in which a worker has the job.
    std::optional<Milliseconds> executionTimeout = {};
    /// From submission; then the job is dropped, even while it runs.
    std::optional<Milliseconds> timeToLive = {};

    bool operator==(const RunPodPolicy &) const = default;
};

/// Refuses times that RunPod does not take: 5 s to 7 days for running, 10 s to 7 days to live.
Result<void> checkRunPodPolicy(const RunPodPolicy &policy);

/// The body of run and runsync: the request under "input", the policy beside it. RunPod echoes the input, so the OpenAI
/// key is in it only on request.
QByteArray writeRunPodRequest(const Request &request, const RunPodPolicy &policy,
                              KeyInPayload key = KeyInPayload::LeaveOut);

/// Bodies beyond these are refused by RunPod.
inline constexpr qint64 largestRunPodRequest = 10LL * 1024 * 1024;
inline constexpr qint64 largestRunPodSyncRequest = 20LL * 1024 * 1024;

/// True for text that can be an id of a job or of an endpoint: letters, digits, '-' and '_'.
bool isRunPodId(QStringView text);

enum class RunPodState
{
    InQueue,
    InProgress, ///< also every word that is not known
    Completed,
    Failed,
    Cancelled,
    TimedOut,
};

bool isTerminal(RunPodState state);

/// The state that RunPod calls \a word.
RunPodState runPodState(const QString &word);

/// A job as RunPod describes it; every field but the id may be missing.
struct RunPodJob
{
    QString id = {};
    RunPodState state = RunPodState::InQueue;
    /// The state in RunPod's own word.
    QString word = {};
    std::optional<Milliseconds> delayTime = {};
    std::optional<Milliseconds> executionTime = {};
    QString workerId = {};
    int retries = 0;
    /// For people, without keys; of an error in JSON its type and message.
    QString error = {};
    /// JSON as it came; empty when there is none, or nothing in it.
    QByteArray output = {};
    /// The whole answer without the echoed input, as it may be kept.
    QByteArray answer = {};

    bool operator==(const RunPodJob &) const = default;
};

/// Reads the answer of run, runsync, status, cancel and retry.
Result<RunPodJob> readRunPodJob(const QByteArray &body);

/// What the worker told about its chunks in the \a output of a running job: one event of the seed, or a list of them.
QList<ProgressEvent> readRunPodProgress(const QByteArray &output);

/// What a finished job came to: the result in whatever shape, or what went wrong and what to do.
Result<ServiceResult> readRunPodResult(const RunPodJob &job);

/// How long RunPod keeps the result of a finished job: 30 minutes, of runsync 1 minute.
Milliseconds runPodRetention(const QString &jobId);

} // namespace Viral
