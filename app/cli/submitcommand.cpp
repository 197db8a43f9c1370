// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/enginesetup.h"
#include "app/cli/handover.h"
#include "app/cli/interruption.h"
#include "app/cli/requestoptions.h"
#include "app/cli/runpodhost.h"
#include "core/base/files.h"
#include "core/contract/serviceresultcodec.h"

#include <QEventLoop>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

constexpr std::int64_t longestSeconds = 7 * 24 * 3600;

Result<std::optional<Milliseconds>> secondsOption(const QCommandLineParser &parser, const QString &name)
{
    if (!parser.isSet(name))
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = parser.value(name).toLongLong(&isNumber);
    if (!isNumber || seconds < 1 || seconds > longestSeconds)
        return failure(ErrorKind::Usage, u"--%1 wants whole seconds, not '%2'."_s.arg(name, parser.value(name)));
    return Milliseconds{seconds * 1000};
}

Result<RunPodPolicy> policyOption(const QCommandLineParser &parser)
{
    const auto execution = secondsOption(parser, u"execution-timeout"_s);
    if (!execution)
        return tl::unexpected(execution.error());
    const auto live = secondsOption(parser, u"ttl"_s);
    if (!live)
        return tl::unexpected(live.error());
    RunPodPolicy policy = RunPodSetup().policy;
    if (*execution)
        policy.executionTimeout = *execution;
    if (*live)
        policy.timeToLive = *live;
    if (const auto checked = checkRunPodPolicy(policy); !checked)
        return tl::unexpected(checked.error());
    return policy;
}

/// The key goes along only by name, and then with a warning.
Result<KeyInPayload> settleKey(const QCommandLineParser &parser, const EngineSettings &settings, Request &request)
{
    if (!parser.isSet(u"include-openai-key"_s)) {
        if (!request.openAiApiKey.isEmpty())
            printMessage(u"The OpenAI key of the payload stays here; the worker needs its own OPENAI_API_KEY."_s);
        request.openAiApiKey = {};
        return KeyInPayload::LeaveOut;
    }
    if (request.openAiApiKey.isEmpty())
        request.openAiApiKey = settings.openAiKey;
    if (request.openAiApiKey.isEmpty())
        return failure(ErrorKind::Usage, u"--include-openai-key has no key to include: set OPENAI_API_KEY."_s);
    printMessage(
        u"Warning: the OpenAI key goes to RunPod inside of the job, and RunPod shows a job's input to everyone "
        "who may ask for its status. Better set OPENAI_API_KEY in the endpoint's environment."_s);
    return KeyInPayload::Include;
}

Result<RunPodSetup> readSetup(const QCommandLineParser &parser, const EngineSettings &settings)
{
    const Result<RunPodPolicy> policy = policyOption(parser);
    if (!policy)
        return tl::unexpected(policy.error());
    Result<Request> request = readJob(parser);
    if (!request)
        return tl::unexpected(request.error());
    const Result<KeyInPayload> key = settleKey(parser, settings, *request);
    if (!key)
        return tl::unexpected(key.error());
    const QString source = parser.positionalArguments().constFirst();
    return RunPodSetup{.request = std::move(*request),
                       .policy = *policy,
                       .key = *key,
                       .isSync = parser.isSet(u"sync"_s),
                       .isDetached = parser.isSet(u"detach"_s),
                       .source = source == "-"_L1 ? QString() : QFileInfo(source).absoluteFilePath()};
}

Result<void> checkUsage(const QCommandLineParser &parser)
{
    const bool resumes = parser.isSet(u"resume"_s);
    if (resumes == !parser.positionalArguments().isEmpty())
        return failure(ErrorKind::Usage, u"This command wants either INPUT or --resume JOB."_s);
    if (parser.isSet(u"detach"_s) && (resumes || parser.isSet(u"sync"_s)))
        return failure(ErrorKind::Usage, u"--detach goes with neither --sync nor --resume."_s);
    if (resumes && parser.isSet(u"sync"_s))
        return failure(ErrorKind::Usage, u"--sync does not go with --resume."_s);
    return {};
}

QByteArray withoutKeys(QByteArray text, const QList<Secret> &keys)
{
    for (const Secret &key : keys) {
        if (!key.isEmpty())
            text.replace(key.reveal().toUtf8(), "[key]");
    }
    return text;
}

/// Takes a run from here to its end and hands over what came of it.
class Submission
{
public:
    Submission(RunPodHost &host, const QString &output, ProgressStyle style, QList<Secret> keys)
        : m_host(host)
        , m_output(output)
        , m_progress(style)
        , m_keys(std::move(keys))
    {}

    int perform(RunPodRun &run, bool isDetached);
    int handOver(const QByteArray &answer, const Result<ServiceResult> &result, const QString &jobId);

private:
    void listenTo(RunPodRun &run);
    int interrupted(const RunPodRun &run);
    int conclude(const RunPodRun &run, const RunPodOutcome &outcome);

    RunPodHost &m_host;
    QString m_output;
    ProgressOutput m_progress;
    QList<Secret> m_keys;
};

void Submission::listenTo(RunPodRun &run)
{
    QObject::connect(&run, &RunPodRun::told, &run, [this](const QString &message) { m_progress.message(message); });
    QObject::connect(&run, &RunPodRun::progress, &run, [this](const ProgressEvent &event) { m_progress.tell(event); });
    QObject::connect(&run, &RunPodRun::stateChanged, &run,
                     [this](const RunPodJob &job) { m_progress.message(jobLine(job)); });
    QObject::connect(&run, &RunPodRun::submitted, &run,
                     [this](const QString &jobId) { m_progress.message(u"Job %1"_s.arg(jobId)); });
}

int Submission::perform(RunPodRun &run, bool isDetached)
{
    QEventLoop loop;
    std::optional<RunPodOutcome> outcome;
    bool wasInterrupted = false;
    listenTo(run);
    QObject::connect(&run, &RunPodRun::finished, &loop, [&](const RunPodOutcome &ended) {
        outcome = ended;
        loop.quit();
    });
    if (isDetached)
        QObject::connect(&run, &RunPodRun::submitted, &loop, &QEventLoop::quit);
    const Interruption interruption([&] {
        wasInterrupted = true;
        loop.quit();
    });
    run.start();
    loop.exec();
    m_progress.finish();
    if (outcome)
        return conclude(run, *outcome);
    if (wasInterrupted)
        return interrupted(run);
    printOutput(run.record().remoteJobId.toUtf8() + '\n');
    printMessage(u"Follow it with: viral-moments-cli submit --resume %1"_s.arg(run.record().remoteJobId));
    return Done;
}

int Submission::interrupted(const RunPodRun &run)
{
    const QString job = run.record().remoteJobId;
    const QString message =
        job.isEmpty() ? u"Interrupted before RunPod named the job; whether it took it is not known."_s
                      : u"Interrupted; the job goes on at RunPod. Follow it with 'viral-moments-cli submit --resume "
                        "%1', end it with 'viral-moments-cli cancel %1'."_s.arg(job);
    refuse({ErrorKind::Cancelled, message}, {.jobId = run.record().jobId});
    return Interrupted;
}

int Submission::conclude(const RunPodRun &run, const RunPodOutcome &outcome)
{
    const QByteArray answer = isTerminal(outcome.job.state) ? outcome.job.answer : QByteArray();
    const int status = handOver(answer, outcome.result, run.record().jobId);
    if (!run.record().isFinished()) {
        printMessage(u"The job may still be going on; follow it with 'viral-moments-cli submit --resume %1'."_s.arg(
            run.record().remoteJobId));
    }
    if (const QString gone = resultGoneText(run.record(), m_host.clock().now()); !gone.isEmpty())
        printMessage(gone);
    return status;
}

int Submission::handOver(const QByteArray &answer, const Result<ServiceResult> &result, const QString &jobId)
{
    if (!answer.isEmpty()) {
        if (const auto written = writeFile(m_output, withoutKeys(answer, m_keys) + '\n'); !written)
            return refuse(written.error(), {.jobId = jobId});
        printMessage(u"The answer is in %1"_s.arg(m_output));
    }
    if (!result)
        return refuse(result.error(), {.jobId = jobId});
    printOutput(writeServiceResult(*result, JsonWriter::Layout::Indented));
    printMessage(u"%1 moments"_s.arg(result->moments.size()));
    return Done;
}

int resume(RunPodHost &host, Submission &submission, const QString &jobId)
{
    const QString endpoint = host.client().endpoint().id;
    const auto known = findRunPodRun(host.runs(), endpoint, jobId);
    if (!known)
        return refuse(known.error(), {});
    if (*known && (*known)->state == RunState::Succeeded) {
        const auto kept = host.runs().result((*known)->id);
        if (kept && *kept) {
            printMessage(u"This job is done; its result is taken from the library."_s);
            return submission.handOver(writeServiceResult(**kept, JsonWriter::Layout::Compact), **kept, jobId);
        }
    }
    RunPodRun run(host.services(), known->value_or(foreignRunPodRun(host.clock(), endpoint, jobId)));
    return submission.perform(run, false);
}

/// Jobs that were left open by --detach, an interruption or a crash must not be forgotten: RunPod forgets them soon.
void tellOpenJobs(RunPodHost &host)
{
    const auto open = openRunPodRuns(host.runs(), host.clock().now());
    if (!open || open->isEmpty())
        return;
    printMessage(u"Jobs submitted earlier whose end was not seen: %1. See them to their ends with 'viral-moments-cli "
                 "status --follow'."_s.arg(open->size()));
}

int submit(const QCommandLineParser &parser)
{
    const Result<ProgressStyle> style = progressStyle(parser.value(u"progress"_s));
    if (!style)
        return refuse(style.error(), {});
    if (const auto usage = checkUsage(parser); !usage)
        return refuse(usage.error(), {});
    const QString output = parser.value(u"output"_s);
    if (const auto place = checkPlaces({.output = output}); !place)
        return refuse(place.error(), {});
    const auto host = RunPodHost::make();
    if (!host)
        return refuse(host.error(), {});
    const EngineSettings &settings = (*host)->settings();
    const QString jobId = parser.value(u"resume"_s);
    if (parser.isSet(u"resume"_s)) {
        if (const auto checked = jobArgument(jobId); !checked)
            return refuse(checked.error(), {});
        if (const auto opened = (*host)->openLibrary(parser); !opened)
            return refuse(opened.error(), {});
        Submission submission(**host, output, *style, {settings.runPodKey, settings.openAiKey});
        return resume(**host, submission, jobId);
    }
    Result<RunPodSetup> setup = readSetup(parser, settings);
    if (!setup)
        return refuse(setup.error(), {});
    if (const auto opened = (*host)->openLibrary(parser); !opened)
        return refuse(opened.error(), {});
    Submission submission(**host, output, *style,
                          {settings.runPodKey, settings.openAiKey, setup->request.openAiApiKey});
    tellOpenJobs(**host);
    const bool isDetached = setup->isDetached;
    RunPodRun run((*host)->services(), std::move(*setup));
    return submission.perform(run, isDetached);
}

} // namespace

Command submitCommand()
{
    return {
        .name = u"submit"_s,
        .summary = u"Send a payload or a transcript to a RunPod endpoint and see it through."_s,
        .arguments = {u"[INPUT]"_s},
        .options =
            QList<QCommandLineOption>{
                {{u"o"_s, u"output"_s}, u"Where RunPod's answer is saved."_s, u"FILE"_s, u"runpod_test_output.json"_s},
                {u"sync"_s, u"Use the synchronous call; for short transcripts."_s},
                {u"detach"_s, u"Print the job's id and leave; the job goes on."_s},
                {u"resume"_s, u"Follow a job that was submitted earlier."_s, u"JOB"_s},
                {u"execution-timeout"_s, u"The longest that a worker may take; an hour if left out."_s, u"SECONDS"_s},
                {u"ttl"_s, u"The longest from submission to end, then RunPod drops the job; a day if left out."_s,
                 u"SECONDS"_s},
                {u"include-openai-key"_s, u"Put the OpenAI key into the job; RunPod shows it with the job's status."_s},
                {u"progress"_s, u"auto, bar, json or none."_s, u"STYLE"_s, u"auto"_s},
                libraryOption(),
            } +
            requestOptions(),
        .run = submit};
}

} // namespace Viral::Cli
