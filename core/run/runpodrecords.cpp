// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/runpodrecords.h"

#include "core/clients/runpodfollower.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

/// How far back a job is looked for among finished runs.
constexpr int searchedRuns = 100'000;
/// Longer than any submission takes.
constexpr Milliseconds submissionTime = 10min;

RunState stateOf(const RunPodJob &job, const Result<ServiceResult> &result)
{
    if (result)
        return RunState::Succeeded;
    return job.state == RunPodState::Cancelled ? RunState::Cancelled : RunState::Failed;
}

void noteResult(RunRecord &record, const ServiceResult &result)
{
    record.totalChunks = result.totalChunks;
    record.finishedChunks = result.successfulChunks;
    record.momentCount = static_cast<int>(result.moments.size());
    record.model = result.metadata.model;
    // The contract's price counts cached tokens twice; what is paid is what runs of this computer say, too.
    if (const auto &price = result.metadata.pricing)
        record.price =
            price->rates.input.costOf(price->inputTokens - price->cachedTokens) + price->cachedCost + price->outputCost;
}

} // namespace

Result<std::optional<RunRecord>> findRunPodRun(RunStore &runs, const QString &endpointId, const QString &jobId)
{
    const auto known = runs.runs(searchedRuns);
    if (!known)
        return tl::unexpected(known.error());
    for (const RunRecord &run : *known) {
        if (run.kind == RunKind::RunPod && run.remoteJobId == jobId && run.endpointId == endpointId)
            return run;
    }
    return std::nullopt;
}

RunRecord foreignRunPodRun(Clock &clock, const QString &endpointId, const QString &jobId)
{
    const QDateTime now = clock.now();
    return {.id = {clock.newId()},
            .kind = RunKind::RunPod,
            .createdAt = now,
            .updatedAt = now,
            .title = jobId,
            .endpointId = endpointId,
            .remoteJobId = jobId};
}

Result<QList<RunRecord>> openRunPodRuns(RunStore &runs, const QDateTime &now)
{
    auto open = runs.unfinishedRuns();
    if (!open)
        return open;
    QList<RunRecord> followed;
    for (RunRecord &run : *open) {
        if (run.kind != RunKind::RunPod)
            continue;
        if (!run.remoteJobId.isEmpty()) {
            followed.append(run);
        } else if (run.updatedAt.msecsTo(now) > submissionTime.count()) {
            run.state = RunState::Interrupted;
            run.error = u"The program ended before RunPod named the job; whether it was taken is not known."_s;
            if (const auto saved = runs.saveRun(run); !saved)
                return tl::unexpected(saved.error());
        }
    }
    return followed;
}

QDateTime runPodResultGoneAt(const RunPodJob &job, const QDateTime &submittedAt, const QDateTime &now)
{
    QDateTime end = now;
    // After another attempt the delay is that of the last one alone and says nothing about the whole.
    if (job.retries == 0 && job.delayTime && job.executionTime && submittedAt.isValid())
        end = std::min(end, submittedAt.addMSecs((*job.delayTime + *job.executionTime).count()));
    return end.addMSecs(runPodRetention(job.id).count());
}

QDateTime runPodResultGoneAt(const RunRecord &record, const QDateTime &now)
{
    if (!record.resultGoneAt.isValid())
        return {};
    return std::min(record.resultGoneAt, now.addMSecs(runPodRetention(record.remoteJobId).count()));
}

QDateTime runPodResultAtRiskFrom(const RunRecord &record)
{
    return record.updatedAt.addMSecs(runPodRetention(record.remoteJobId).count());
}

void closeRunPodRecord(RunRecord &record, const RunPodJob &job, const Result<ServiceResult> &result,
                       const QDateTime &now)
{
    const QDateTime gone = runPodResultGoneAt(job, record.createdAt, now);
    record.resultGoneAt = record.resultGoneAt.isValid() ? std::min(record.resultGoneAt, gone) : gone;
    record.state = stateOf(job, result);
    record.error = result ? QString() : result.error().text();
    if (result)
        noteResult(record, *result);
}

namespace {

Result<void> saveIn(RunStore &runs, RunRecord &record, const QDateTime &now)
{
    record.updatedAt = now;
    const Result<qint64> number = runs.saveRun(record);
    if (!number)
        return tl::unexpected(number.error());
    record.number = *number;
    return {};
}

} // namespace

Result<void> noteRunPodJob(RunStore &runs, RunRecord &record, const RunPodJob &job, const QDateTime &now)
{
    if (record.state == RunState::Succeeded)
        return {};
    // Documents belong to a run that is there; and it is done only once its result is.
    if (const auto saved = record.number > 0 ? Result<void>{} : saveIn(runs, record, now); !saved)
        return saved;
    if (isTerminal(job.state)) {
        const Result<ServiceResult> result = readRunPodResult(job);
        closeRunPodRecord(record, job, result, now);
        const auto kept = result ? runs.keepResult(record.id, *result) : Result<void>{};
        if (!kept)
            return kept;
    } else {
        record.state = job.state == RunPodState::InQueue ? RunState::Queued : RunState::Running;
        record.error.clear();
        record.resultGoneAt = {};
    }
    return saveIn(runs, record, now);
}

Result<void> noteRunPodJobGone(RunStore &runs, RunRecord &record, const QDateTime &now)
{
    if (record.isFinished() || record.createdAt.msecsTo(now) < RunPodPatience().youth.count())
        return {};
    record.state = RunState::Failed;
    record.error = forgottenJob(record.remoteJobId).text();
    return saveIn(runs, record, now);
}

} // namespace Viral
