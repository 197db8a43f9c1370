// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/modelrun.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "core/contract/eventscodec.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Viral::Cli {

namespace {

QString summary(const AnalysisRun &run, const AnalysisOutcome &outcome)
{
    QString text =
        u"%1 moments of %2 candidates, "_s.arg(outcome.result.moments.size()).arg(outcome.funnel.entries.size());
    text += u"%1 of %2 chunks"_s.arg(outcome.result.successfulChunks).arg(outcome.result.totalChunks);
    if (run.keptChunks() > 0)
        text += u" (%1 from answers already paid for)"_s.arg(run.keptChunks());
    if (outcome.result.metadata.pricing)
        text += u", "_s + outcome.result.metadata.pricing->totalCost.forPeople();
    return text;
}

/// What is left for the next run, after one that did not end well.
QString keptText(const AnalysisRun &run)
{
    return u"%1 of %2 chunks are answered and kept, %3 answers paid for in this run. "
           "The same command goes on from there."_s.arg(run.record().finishedChunks)
               .arg(run.record().totalChunks)
               .arg(run.paidAnswers());
}

/// Runs until it has ended.
RunOutcome await(AnalysisRun &run, ProgressOutput &output)
{
    QEventLoop loop;
    std::optional<RunOutcome> ended;
    QObject::connect(&run, &AnalysisRun::finished, &loop, [&](const RunOutcome &outcome) {
        ended = outcome;
        loop.quit();
    });
    QObject::connect(&run, &AnalysisRun::progress, &loop, [&](const ProgressEvent &event) { output.tell(event); });
    QObject::connect(&run, &AnalysisRun::warned, &loop, [&](const QString &message) { output.message(message); });
    QObject::connect(&run, &AnalysisRun::chunkStateChanged, &loop, [&](int chunk, const ChunkProgress &state) {
        output.tellState(chunk, state, run.record().price);
    });
    const Interruption interruption([&run] { run.cancel(); });
    run.start();
    loop.exec();
    output.finish();
    return *ended;
}

int tellFailure(const AnalysisRun &run, const RunFailure &failure)
{
    if (failure.error.kind != ErrorKind::Cancelled) {
        const int status = refuse(failure.error, failure.payload);
        printMessage(keptText(run));
        return status == WrongUsage ? JobFailed : status;
    }
    FailurePayload payload = failure.payload;
    payload.error = u"Interrupted"_s;
    printMessage(u"Interrupted. "_s + keptText(run));
    printOutput(writeFailurePayload(payload) + '\n');
    return Interrupted;
}

} // namespace

int runWithModel(JobHost &host, RunSetup setup, const RunWishes &wishes)
{
    AnalysisRun run(host.services(), std::move(setup));
    ProgressOutput output(wishes.progress);
    const RunOutcome ended = await(run, output);
    if (!ended) {
        const int status = tellFailure(run, ended.error());
        if (status != Interrupted)
            host.deliverWebhooks();
        return status;
    }
    const Result<void> written = handOver(*ended, wishes);
    int status = Done;
    if (written) {
        printMessage(summary(run, *ended));
    } else {
        status = refuseHandOver(written.error(), {.jobId = run.record().jobId, .totalChunks = run.record().totalChunks},
                                wishes);
        printMessage(u"The answers are kept; the same command hands them over at no cost."_s);
    }
    host.deliverWebhooks();
    return status;
}

} // namespace Viral::Cli
