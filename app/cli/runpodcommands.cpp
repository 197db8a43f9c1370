// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/handover.h"
#include "app/cli/runpodhost.h"
#include "core/clients/runpodhealth.h"
#include "core/json/jsonreader.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

int refuseReply(const RunPodFailure &why, const QString &jobId)
{
    if (why.fault == RunPodFault::Cancelled) {
        refuse(why.error, {});
        return Interrupted;
    }
    const bool isForgotten = why.fault == RunPodFault::NotFound && !jobId.isEmpty();
    return refuse(isForgotten ? forgottenJob(jobId) : why.error, {});
}

int showStatus(const QCommandLineParser &parser)
{
    const Result<QString> jobId = jobArgument(parser.positionalArguments().constFirst());
    if (!jobId)
        return refuse(jobId.error(), {});
    const auto host = RunPodHost::make();
    if (!host)
        return refuse(host.error(), {});
    QObject owner;
    const RunPodJobReply job = jobReply(waitFor((*host)->client().status(*jobId, &owner)));
    if (!job)
        return refuseReply(job.error(), *jobId);
    printMessage(jobLine(*job));
    printOutput(job->answer + '\n');
    if (!isTerminal(job->state))
        return Done;
    const Result<ServiceResult> result = readRunPodResult(*job);
    if (result)
        return Done;
    printMessage(result.error().text());
    return JobFailed;
}

/// The library's run is closed when RunPod says that the job is.
void noteCancelled(RunPodHost &host, const QCommandLineParser &parser, const QString &jobId)
{
    if (const auto opened = host.openLibrary(parser); !opened) {
        printMessage(opened.error().text());
        return;
    }
    auto known = findRunPodRun(host.runs(), host.client().endpoint().id, jobId);
    if (!known || !*known || (*known)->isFinished())
        return;
    RunRecord run = **known;
    run.state = RunState::Cancelled;
    run.updatedAt = host.clock().now();
    if (const auto saved = host.runs().saveRun(run); !saved)
        printMessage(saved.error().text());
}

int cancelJob(const QCommandLineParser &parser)
{
    const Result<QString> jobId = jobArgument(parser.positionalArguments().constFirst());
    if (!jobId)
        return refuse(jobId.error(), {});
    const auto host = RunPodHost::make();
    if (!host)
        return refuse(host.error(), {});
    QObject owner;
    const RunPodJobReply job = jobReply(waitFor((*host)->client().cancel(*jobId, &owner)));
    if (!job)
        return refuseReply(job.error(), *jobId);
    printMessage(jobLine(*job));
    printOutput(job->answer + '\n');
    if (job->state == RunPodState::Cancelled)
        noteCancelled(**host, parser, *jobId);
    return Done;
}

int showHealth(const QCommandLineParser &)
{
    const auto host = RunPodHost::make();
    if (!host)
        return refuse(host.error(), {});
    QObject owner;
    const RunPodReply reply = waitFor((*host)->client().health(&owner));
    if (!reply)
        return refuseReply(reply.error(), {});
    const Result<RunPodHealth> health = readRunPodHealth(*reply);
    if (!health)
        return refuse(health.error(), {});
    printMessage(runPodHealthText(*health));
    if (health->jobs.inQueue > 0)
        printMessage(runPodQueueAdvice(*health));
    printOutput(reply->trimmed() + '\n');
    return Done;
}

} // namespace

Command statusCommand()
{
    return {.name = u"status"_s,
            .summary = u"Ask RunPod how far a job is."_s,
            .arguments = {u"JOB"_s},
            .options = {},
            .run = showStatus};
}

Command cancelCommand()
{
    return {.name = u"cancel"_s,
            .summary = u"End a job on RunPod."_s,
            .arguments = {u"JOB"_s},
            .options = {libraryOption()},
            .run = cancelJob};
}

Command healthCommand()
{
    return {.name = u"health"_s,
            .summary = u"Ask a RunPod endpoint for its workers and jobs."_s,
            .arguments = {},
            .options = {},
            .run = showHealth};
}

} // namespace Viral::Cli
