// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodhealth.h"

#include "core/clients/jsonmembers.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

int counter(const std::optional<JsonValue> &group, QStringView name)
{
    const auto member = group ? group->member(name) : std::nullopt;
    const std::int64_t number = member ? member->asInteger().value_or(0) : 0;
    return static_cast<int>(std::clamp<std::int64_t>(number, 0, 1'000'000'000));
}

void append(QStringList &parts, int number, const QString &name)
{
    if (number > 0)
        parts.append(u"%1 %2"_s.arg(number).arg(name));
}

QString listed(const QStringList &parts)
{
    return parts.isEmpty() ? u"none"_s : parts.join(u", "_s);
}

} // namespace

Result<RunPodHealth> readRunPodHealth(const QByteArray &body)
{
    const auto document = parseForgiving(body);
    if (!document)
        return failure(ErrorKind::Service, u"RunPod's answer is not JSON: %1"_s.arg(document.error().text()));
    const auto jobs = document->root().member(u"jobs");
    const auto workers = document->root().member(u"workers");
    if (!jobs && !workers)
        return failure(ErrorKind::Service, u"RunPod's answer names neither jobs nor workers."_s);
    return RunPodHealth{.jobs = {.completed = counter(jobs, u"completed"),
                                 .failed = counter(jobs, u"failed"),
                                 .inProgress = counter(jobs, u"inProgress"),
                                 .inQueue = counter(jobs, u"inQueue"),
                                 .retried = counter(jobs, u"retried")},
                        .workers = {.idle = counter(workers, u"idle"),
                                    .initializing = counter(workers, u"initializing"),
                                    .ready = counter(workers, u"ready"),
                                    .running = counter(workers, u"running"),
                                    .throttled = counter(workers, u"throttled"),
                                    .unhealthy = counter(workers, u"unhealthy")}};
}

QString runPodHealthText(const RunPodHealth &health)
{
    QStringList workers;
    append(workers, health.workers.running, u"running"_s);
    append(workers, health.workers.ready, u"ready"_s);
    append(workers, health.workers.idle, u"idle"_s);
    append(workers, health.workers.initializing, u"starting"_s);
    append(workers, health.workers.throttled, u"throttled"_s);
    append(workers, health.workers.unhealthy, u"unhealthy"_s);
    QStringList jobs;
    append(jobs, health.jobs.inQueue, u"waiting"_s);
    append(jobs, health.jobs.inProgress, u"in progress"_s);
    append(jobs, health.jobs.completed, u"completed"_s);
    append(jobs, health.jobs.failed, u"failed"_s);
    append(jobs, health.jobs.retried, u"given out again"_s);
    return u"workers: %1; jobs: %2"_s.arg(listed(workers), listed(jobs));
}

QString runPodQueueAdvice(const RunPodHealth &health)
{
    const RunPodHealth::Workers &workers = health.workers;
    if (workers.unhealthy > 0)
        return u"Workers start and fall over at once: the image or its environment is wrong. Read a worker's log in "
               "RunPod's console."_s;
    if (workers.initializing > 0)
        return u"A worker is being started; the first start on a machine fetches the image and takes minutes."_s;
    if (workers.throttled > 0 && workers.running == 0)
        return u"RunPod has no free machine of the chosen kind. Wait, or allow more kinds or regions in the endpoint's "
               "settings."_s;
    if (workers.total() == 0)
        return u"The endpoint has no workers. They may just be starting; if that lasts, its greatest number of workers "
               "is 0 or no machine of the chosen kind is free."_s;
    if (health.jobs.inProgress > 0)
        return u"All workers are busy with other jobs; this one is in line. More workers make the line shorter."_s;
    if (workers.ready > 0 || workers.idle > 0)
        return u"Workers are ready but take no job: the image does not run the worker, or it runs with a wrong key. "
               "Read a worker's log in RunPod's console."_s;
    return u"The endpoint has workers at work; wait a little longer."_s;
}

} // namespace Viral
