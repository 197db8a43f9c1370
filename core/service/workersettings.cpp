// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workersettings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr Milliseconds usualPing{10'000};
constexpr qint64 shortestPingMs = 1'000;
constexpr qint64 longestPingMs = 600'000;

Result<void> checkNames(const EnvironmentValues &environment)
{
    QStringList missing;
    for (const QString &name : {u"RUNPOD_WEBHOOK_GET_JOB"_s, u"RUNPOD_WEBHOOK_POST_OUTPUT"_s, u"RUNPOD_AI_API_KEY"_s}) {
        if (environment.value(name).isEmpty())
            missing.append(name);
    }
    if (missing.isEmpty())
        return {};
    return failure(ErrorKind::Usage, u"This is no RunPod worker: %1 not set. RunPod sets these where it starts a "
                                     "container; for one job here take 'run'."_s.arg(
                                         missing.join(u", "_s) + (missing.size() > 1 ? u" are"_s : u" is"_s)));
}

/// Times below a second would make a worker do nothing else.
Milliseconds pingInterval(const EnvironmentValues &environment)
{
    bool isNumber = false;
    const qint64 wanted = environment.value(u"RUNPOD_PING_INTERVAL"_s).toLongLong(&isNumber);
    return isNumber ? Milliseconds(std::clamp(wanted, shortestPingMs, longestPingMs)) : usualPing;
}

Result<int> jobsAtOnce(const EnvironmentValues &environment)
{
    const QString text = environment.value(u"VIRAL_MOMENTS_WORKER_JOBS"_s);
    if (text.isNull())
        return 1;
    bool isNumber = false;
    const int jobs = text.toInt(&isNumber);
    if (!isNumber || jobs < 1 || jobs > mostWorkerJobs)
        return failure(ErrorKind::Usage,
                       u"VIRAL_MOMENTS_WORKER_JOBS must be a whole number from 1 to %1."_s.arg(mostWorkerJobs));
    return jobs;
}

} // namespace

Result<WorkerSettings> workerSettings(const EnvironmentValues &environment, const QString &spareId)
{
    if (const auto named = checkNames(environment); !named)
        return tl::unexpected(named.error());
    const QString podId = environment.value(u"RUNPOD_POD_ID"_s);
    const WorkerTemplates templates{.take = environment.value(u"RUNPOD_WEBHOOK_GET_JOB"_s),
                                    .post = environment.value(u"RUNPOD_WEBHOOK_POST_OUTPUT"_s),
                                    .ping = environment.value(u"RUNPOD_WEBHOOK_PING"_s)};
    WorkerSettings settings{.key = Secret(environment.value(u"RUNPOD_AI_API_KEY"_s)),
                            .workerId = podId.isEmpty() ? spareId : podId};
    const auto urls = WorkerUrls::from(templates, settings.workerId, environment.value(u"RUNPOD_GPU_TYPE_ID"_s));
    const auto jobs = jobsAtOnce(environment);
    if (!urls || !jobs)
        return tl::unexpected(urls ? jobs.error() : urls.error());
    settings.urls = *urls;
    settings.jobs = *jobs;
    if (!templates.ping.isEmpty() && !podId.isEmpty())
        settings.pingInterval = pingInterval(environment);
    const QString level = environment.value(u"RUNPOD_LOG_LEVEL"_s);
    settings.logLevel = workerLogLevel(level.isEmpty() ? environment.value(u"RUNPOD_DEBUG_LEVEL"_s) : level);
    return settings;
}

Milliseconds workerPause(const WorkerPatience &patience, int troubles, double chance)
{
    constexpr int mostDoublings = 20;
    const qint64 doubled = patience.basePause.count() << std::clamp(troubles - 1, 0, mostDoublings);
    const qint64 full = std::min<qint64>(doubled, patience.longestPause.count());
    return Milliseconds(full - static_cast<qint64>(static_cast<double>(full) / 2 * chance));
}

} // namespace Viral
