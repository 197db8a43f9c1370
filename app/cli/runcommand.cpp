// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/inputfile.h"
#include "app/cli/progressoutput.h"
#include "app/cli/requestoptions.h"
#include "core/analysis/funnelcodec.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/log.h"
#include "core/contract/eventscodec.h"
#include "core/contract/requestrules.h"
#include "core/contract/serviceresultcodec.h"
#include "core/run/offlinerun.h"

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

int refuse(const Error &error, const QString &jobId)
{
    printMessage(error.text());
    printOutput(writeFailurePayload({.jobId = jobId, .error = redacted(error.text())}) + '\n');
    return error.kind == ErrorKind::Input || error.kind == ErrorKind::Usage ? WrongUsage : JobFailed;
}

Result<Request> readJob(const QCommandLineParser &parser, Clock &clock)
{
    Result<Input> input = readInputFile(parser.positionalArguments().constFirst());
    if (!input)
        return tl::unexpected(input.error());
    if (input->result)
        return failure(ErrorKind::Input, u"This is a result; a payload or a transcript is wanted."_s);
    Request request = std::move(input->request);
    if (const Result<void> applied = applyRequestOptions(request, parser); !applied)
        return tl::unexpected(applied.error());
    Problems problems;
    checkRequest(request, {}, problems);
    if (problems.hasErrors())
        return tl::unexpected(problems.asError());
    if (request.jobId.isEmpty())
        request.jobId = clock.newId();
    return request;
}

void tellProgress(const AnalysisOutcome &outcome, ProgressOutput &output, const Clock &clock)
{
    ProgressEvent event{.kind = ProgressKind::ChunksScheduled,
                        .jobId = outcome.result.jobId,
                        .totalChunks = outcome.result.totalChunks};
    output.tell(event);
    event.kind = ProgressKind::ChunkCompleted;
    for (int chunk = 0; chunk < outcome.result.totalChunks; ++chunk) {
        event.chunkIndex = chunk;
        event.startedAt = event.completedAt = clock.now();
        output.tell(event);
    }
    output.finish();
}

void logDiscards(const Funnel &funnel)
{
    for (const FunnelEntry &entry : funnel.entries) {
        if (!entry.isKept())
            qCInfo(analysisLog).noquote() << discardMessage(entry);
    }
}

Result<void> handOver(const AnalysisOutcome &outcome, const QCommandLineParser &parser)
{
    if (parser.isSet(u"funnel"_s)) {
        const QByteArray funnel = writeFunnel(outcome.funnel, JsonWriter::Layout::Indented);
        if (const Result<void> written = writeFile(parser.value(u"funnel"_s), funnel); !written)
            return written;
    }
    const QByteArray result = writeServiceResult(outcome.result, JsonWriter::Layout::Indented);
    if (parser.isSet(u"output"_s))
        return writeFile(parser.value(u"output"_s), result);
    printOutput(result);
    return {};
}

int findMoments(const QCommandLineParser &parser)
{
    const Result<ProgressStyle> style = progressStyle(parser.value(u"progress"_s));
    if (!style) {
        printMessage(style.error().text());
        return WrongUsage;
    }
    const QString engine = parser.value(u"engine"_s);
    if (engine != "offline"_L1 && engine != "auto"_L1) {
        printMessage(u"--engine is one of auto, offline; not '%1'."_s.arg(engine));
        return WrongUsage;
    }
    SystemClock clock;
    const Result<Request> request = readJob(parser, clock);
    if (!request)
        return refuse(request.error(), {});
    if (engine == "auto"_L1)
        printMessage(u"Engine: offline, because no key for a model is set."_s);

    const AnalysisOutcome outcome = analyseOffline(*request, withOptions({}, request->options));
    ProgressOutput progress(*style);
    tellProgress(outcome, progress, clock);
    logDiscards(outcome.funnel);
    if (const Result<void> done = handOver(outcome, parser); !done)
        return refuse(done.error(), request->jobId);
    printMessage(
        u"%1 moments of %2 candidates"_s.arg(outcome.result.moments.size()).arg(outcome.funnel.entries.size()));
    return Done;
}

} // namespace

Command runCommand()
{
    const QCommandLineOption engine(u"engine"_s, u"auto or offline."_s, u"NAME"_s, u"auto"_s);
    const QCommandLineOption progress(u"progress"_s, u"auto, bar, json or none."_s, u"STYLE"_s, u"auto"_s);
    return {.name = u"run"_s,
            .summary = u"Find the moments of a payload or a transcript here."_s,
            .arguments = {u"INPUT"_s},
            .options =
                QList<QCommandLineOption>{
                    {{u"o"_s, u"output"_s}, u"Where to write; standard output if left out."_s, u"FILE"_s},
                    engine,
                    progress,
                    {u"funnel"_s, u"Write every candidate with what became of it."_s, u"FILE"_s},
                    {u"library"_s, u"Where jobs and answers are kept."_s, u"DIR"_s},
                } +
                requestOptions(),
            .run = findMoments};
}

} // namespace Viral::Cli
