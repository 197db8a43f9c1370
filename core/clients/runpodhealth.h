// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace Viral {

/// Counters of an endpoint; what is not reported is 0.
struct RunPodHealth
{
    struct Jobs
    {
        int completed = 0;
        int failed = 0;
        int inProgress = 0;
        int inQueue = 0;
        int retried = 0;

        bool operator==(const Jobs &) const = default;
    };
    struct Workers
    {
        int idle = 0;
        int initializing = 0;
        int ready = 0;
        int running = 0;
        int throttled = 0;
        int unhealthy = 0;

        int total() const { return idle + initializing + ready + running + throttled + unhealthy; }
        bool operator==(const Workers &) const = default;
    };

    Jobs jobs = {};
    Workers workers = {};

    bool operator==(const RunPodHealth &) const = default;
};

/// Reads the answer of /health.
Result<RunPodHealth> readRunPodHealth(const QByteArray &body);

/// One line with the counters that are not 0.
QString runPodHealthText(const RunPodHealth &health);

/// Why a job may wait in the queue, and what to do; for a job that has waited longer than usual.
QString runPodQueueAdvice(const RunPodHealth &health);

} // namespace Viral
