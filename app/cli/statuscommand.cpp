// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/handover.h"
#include "app/cli/interruption.h"
#include "app/cli/runpodhost.h"
#include "core/json/jsonwriter.h"
#include "core/library/words.h"
#include "core/run/openjobs.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

QString summaryOf(const RunRecord &run, const QDateTime &now)
{
    QString text = u"%1 (run %2, %3): %4"_s.arg(run.remoteJobId).arg(run.number).arg(run.title, word(run.state));
    if (run.totalChunks > 0 && !run.isFinished())
        text += u", %1 of %2 chunks"_s.arg(run.finishedChunks).arg(run.totalChunks);
    if (run.state == RunState::Succeeded)
        text += u", %1 moments"_s.arg(run.momentCount);
    if (!run.error.isEmpty())
        text += u". "_s + run.error;
    const QString gone = resultGoneText(run, now);
    return gone.isEmpty() ? text : text + (text.endsWith(u'.') ? u" "_s : u". "_s) + gone;
}

void writeJob(JsonWriter &writer, const RunRecord &run)
{
    writer.beginObject().member("job"_L1, run.remoteJobId).member("endpoint"_L1, run.endpointId);
    writer.member("run"_L1, std::int64_t{run.number}).member("state"_L1, word(run.state));
    writer.member("moments"_L1, run.momentCount);
    if (!run.error.isEmpty())
        writer.member("error"_L1, run.error);
    if (run.resultGoneAt.isValid())
        writer.member("result_gone_at"_L1, run.resultGoneAt.toUTC().toString(Qt::ISODateWithMs));
    writer.endObject();
}

/// The library's view of the jobs, as the one document of standard output.
void printJobs(const QList<RunRecord> &runs)
{
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginArray();
    for (const RunRecord &run : runs)
        writeJob(writer, run);
    printOutput(writer.endArray().take() + '\n');
}

/// The library's record of the job; one of its own where the library has none.
RunRecord recordOf(RunPodHost &host, const QCommandLineParser &parser, const QString &jobId)
{
    const RunRecord foreign = foreignRunPodRun(host.clock(), host.client().endpoint().id, jobId);
    if (const auto opened = host.openLibrary(parser); !opened) {
        printMessage(opened.error().text());
        return foreign;
    }
    const auto known = findRunPodRun(host.runs(), foreign.endpointId, jobId);
    return known ? known->value_or(foreign) : foreign;
}

/// Brings the record of a job that the library knows up to what RunPod says.
void note(RunPodHost &host, RunRecord &record, const RunPodJobReply &job)
{
    const QDateTime now = host.clock().now();
    Result<void> noted;
    if (job)
        noted = noteRunPodJob(host.runs(), record, *job, now);
    else if (job.error().fault == RunPodFault::NotFound)
        noted = noteRunPodJobGone(host.runs(), record, now);
    else
        noted = tl::unexpected(job.error().error);
    if (!noted)
        printMessage(u"%1: %2"_s.arg(record.remoteJobId, noted.error().text()));
}

RunPodJobReply askFor(RunPodHost &host, const QString &jobId)
{
    QObject owner;
    return jobReply(waitFor(host.client().status(jobId, &owner)));
}

int showJob(RunPodHost &host, const QCommandLineParser &parser, const QString &jobId)
{
    const RunPodJobReply job = askFor(host, jobId);
    RunRecord record = recordOf(host, parser, jobId);
    if (record.number > 0 && (job || job.error().fault == RunPodFault::NotFound))
        note(host, record, job);
    if (!job)
        return refuseReply(job.error(), jobId);
    printMessage(jobLine(*job));
    printOutput(job->answer + '\n');
    if (!isTerminal(job->state))
        return Done;
    const Result<ServiceResult> result = readRunPodResult(*job);
    if (record.number == 0)
        closeRunPodRecord(record, *job, result, host.clock().now());
    printMessage(resultGoneText(record, host.clock().now()));
    if (result)
        return Done;
    printMessage(result.error().text());
    return JobFailed;
}

/// Asks for each open job of this endpoint once.
int showOpenJobs(RunPodHost &host, QList<RunRecord> open)
{
    for (RunRecord &run : open) {
        if (run.endpointId == host.client().endpoint().id) {
            const RunPodJobReply job = askFor(host, run.remoteJobId);
            if (!job && (job.error().fault == RunPodFault::Cancelled || job.error().fault == RunPodFault::KeyRefused))
                return refuseReply(job.error(), {});
            note(host, run, job);
        }
        printMessage(summaryOf(run, host.clock().now()));
    }
    printJobs(open);
    return Done;
}

/// Follows open jobs to their ends.
class Following
{
public:
    Following(RunPodHost &host, const QList<RunRecord> &open);

    int perform();

private:
    void listenTo(RunPodRun &run);
    void jobEnded(const RunRecord &run, const RunPodOutcome &outcome);

    RunPodHost &m_host;
    OpenRunPodJobs m_jobs;
    QList<RunRecord> m_ended;
    bool m_allWell = true;
};

Following::Following(RunPodHost &host, const QList<RunRecord> &open)
    : m_host(host)
    , m_jobs(
          open,
          [&host](const QString &endpointId) {
              return endpointId == host.client().endpoint().id ? std::optional(host.services()) : std::nullopt;
          },
          host.scheduler())
{
    QObject::connect(&m_jobs, &OpenRunPodJobs::following, &m_jobs, [this](RunPodRun *run) { listenTo(*run); });
    QObject::connect(&m_jobs, &OpenRunPodJobs::ended, &m_jobs,
                     [this](const RunRecord &run, const RunPodOutcome &outcome) { jobEnded(run, outcome); });
}

void Following::listenTo(RunPodRun &run)
{
    const QString name = run.record().remoteJobId + u": "_s;
    QObject::connect(&run, &RunPodRun::told, &run, [name](const QString &message) { printMessage(name + message); });
    QObject::connect(&run, &RunPodRun::stateChanged, &run,
                     [name](const RunPodJob &job) { printMessage(name + jobLine(job)); });
}

void Following::jobEnded(const RunRecord &run, const RunPodOutcome &outcome)
{
    m_allWell = m_allWell && outcome.result;
    m_ended.append(run);
    printMessage(summaryOf(run, m_host.clock().now()));
}

int Following::perform()
{
    QEventLoop loop;
    bool wasInterrupted = false;
    QObject::connect(&m_jobs, &OpenRunPodJobs::finished, &loop, &QEventLoop::quit);
    const Interruption interruption([&] {
        wasInterrupted = true;
        loop.quit();
    });
    m_jobs.start();
    loop.exec();
    if (wasInterrupted)
        printMessage(u"Interrupted; %1 jobs go on at RunPod."_s.arg(m_jobs.openCount()));
    printJobs(m_ended);
    return wasInterrupted ? Interrupted : m_allWell ? Done : JobFailed;
}

int showLibrary(RunPodHost &host, const QCommandLineParser &parser)
{
    if (const auto opened = host.openLibrary(parser); !opened)
        return refuse(opened.error(), {});
    const auto open = openRunPodRuns(host.runs(), host.clock().now());
    if (!open)
        return refuse(open.error(), {});
    if (open->isEmpty())
        printMessage(u"The library knows of no open job."_s);
    const QString endpoint = host.client().endpoint().id;
    for (const RunRecord &run : *open) {
        if (run.endpointId != endpoint)
            printMessage(u"%1 belongs to the endpoint %2; set RUNPOD_ENDPOINT_ID to ask for it."_s.arg(run.remoteJobId,
                                                                                                       run.endpointId));
    }
    return parser.isSet(u"follow"_s) ? Following(host, *open).perform() : showOpenJobs(host, *open);
}

int showStatus(const QCommandLineParser &parser)
{
    const QStringList jobs = parser.positionalArguments();
    if (!jobs.isEmpty() && parser.isSet(u"follow"_s))
        return refuse(
            {ErrorKind::Usage, u"--follow goes without JOB; one job is followed with 'submit --resume JOB'."_s}, {});
    if (const auto checked = jobs.isEmpty() ? Result<QString>(QString()) : jobArgument(jobs.constFirst()); !checked)
        return refuse(checked.error(), {});
    const auto host = RunPodHost::make();
    if (!host)
        return refuse(host.error(), {});
    return jobs.isEmpty() ? showLibrary(**host, parser) : showJob(**host, parser, jobs.constFirst());
}

} // namespace

Command statusCommand()
{
    return {.name = u"status"_s,
            .summary = u"Ask RunPod how far a job is; without JOB, every open job of the library."_s,
            .arguments = {u"[JOB]"_s},
            .options = {{u"follow"_s, u"Follow all open jobs of the library to their ends and keep their results."_s},
                        libraryOption()},
            .run = showStatus};
}

} // namespace Viral::Cli
