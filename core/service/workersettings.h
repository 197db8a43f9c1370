// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/retrypolicy.h"
#include "core/run/environment.h"
#include "core/service/workerurls.h"
#include "core/service/workerwire.h"

namespace Viral {

/// How long a worker waits for what.
struct WorkerPatience
{
    /// A question for jobs is held by the queue; after this long it is asked anew.
    Milliseconds poll{90'000};
    /// A queue that does not hold the question is asked no more often than this.
    Milliseconds idlePause{1'000};
    /// After trouble: this, doubled with each further trouble up to the longest, less up to half by chance.
    Milliseconds basePause{1'000};
    Milliseconds longestPause{30'000};
    Milliseconds progressPause{500};
    /// How a result is offered again to a queue that is away.
    RetryRules resultRules{.rateLimitTries = 60, .faultTries = 60};

    bool operator==(const WorkerPatience &) const = default;
};

/// One worker of an endpoint.
struct WorkerSettings
{
    WorkerUrls urls = {};
    /// Sent as it is, without "Bearer".
    Secret key = {};
    QString workerId = {};
    /// Zero for none.
    Milliseconds pingInterval{0};
    /// Jobs at once.
    int jobs = 1;
    WorkerLogLevel logLevel = WorkerLogLevel::Debug;
    /// Instead of the platform's limit.
    std::optional<qint64> largestResult = {};
    WorkerPatience patience = {};
};

/// Most jobs at once that a worker can be set to.
inline constexpr int mostWorkerJobs = 64;

/// What the platform says in the RUNPOD_… variables, and VIRAL_MOMENTS_WORKER_JOBS. Fails with the names of what is
/// missing or wrong. \a spareId is the worker's name where the platform gives none; such a worker sends no heartbeat.
Result<WorkerSettings> workerSettings(const EnvironmentValues &environment, const QString &spareId);

/// The pause after the \a troubles-th trouble in a row; \a chance is in [0, 1).
Milliseconds workerPause(const WorkerPatience &patience, int troubles, double chance);

} // namespace Viral
