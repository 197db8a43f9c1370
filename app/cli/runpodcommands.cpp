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

/// The library's run goes with what RunPod says of the job.
void noteJob(RunPodHost &host, const QCommandLineParser &parser, const QString &jobId, const RunPodJob &job)
{
    if (const auto opened = host.openLibrary(parser); !opened) {
        printMessage(opened.error().text());
        return;
    }
    auto known = findRunPodRun(host.runs(), host.client().endpoint().id, jobId);
    if (!known || !*known)
        return;
    if (const auto noted = noteRunPodJob(host.runs(), **known, job, host.clock().now()); !noted)
        printMessage(noted.error().text());
}

using JobCall = RunPodCall *(RunPodClient::*)(const QString &jobId, QObject *owner);

/// Asks for \a call on the job of the first argument; the job as it is then, or the exit status.
tl::expected<RunPodJob, int> changeJob(RunPodHost &host, const QCommandLineParser &parser, JobCall call)
{
    const QString jobId = parser.positionalArguments().constFirst();
    QObject owner;
    const RunPodReply reply = waitFor((host.client().*call)(jobId, &owner));
    const RunPodJobReply job = jobReply(reply);
    if (!job)
        return tl::unexpected(refuseReply(job.error(), jobId));
    printMessage(jobLine(*job));
    printOutput(job->answer + '\n');
    noteJob(host, parser, jobId, *job);
    return *job;
}

int cancelJob(const QCommandLineParser &parser)
{
    if (const auto checked = jobArgument(parser.positionalArguments().constFirst()); !checked)
        return refuse(checked.error(), {});
    const auto host = RunPodHost::make();
    if (!host)
        return refuse(host.error(), {});
    const auto job = changeJob(**host, parser, &RunPodClient::cancel);
    return job ? Done : job.error();
}

int retryJob(const QCommandLineParser &parser)
{
    if (const auto checked = jobArgument(parser.positionalArguments().constFirst()); !checked)
        return refuse(checked.error(), {});
    const auto host = RunPodHost::make();
    if (!host)
        return refuse(host.error(), {});
    const auto job = changeJob(**host, parser, &RunPodClient::retry);
    if (!job) {
        printMessage(u"RunPod takes back only a job that is FAILED or TIMED_OUT and whose time is not over; 'status' "
                     "shows what it is. Anything else has to be submitted again."_s);
        return job.error();
    }
    printMessage(u"The job waits again under the same id, and its earlier answer is gone. What a worker does for it is "
                 "paid for again. Follow it with: viral-moments-cli submit --resume %1"_s.arg(
                     parser.positionalArguments().constFirst()));
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

Command cancelCommand()
{
    return {.name = u"cancel"_s,
            .summary = u"End a job on RunPod."_s,
            .arguments = {u"JOB"_s},
            .options = {libraryOption()},
            .run = cancelJob};
}

Command retryCommand()
{
    return {.name = u"retry"_s,
            .summary = u"Put a job that FAILED or TIMED_OUT into the queue again; it is paid for again."_s,
            .arguments = {u"JOB"_s},
            .options = {libraryOption()},
            .run = retryJob};
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
