// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/clients/runpodwire.h"
#include "core/run/runstore.h"

namespace Viral {

/// The run that submitted \a jobId to \a endpointId, where it is kept.
Result<std::optional<RunRecord>> findRunPodRun(RunStore &runs, const QString &endpointId, const QString &jobId);

/// A record for a job that the library does not know.
RunRecord foreignRunPodRun(Clock &clock, const QString &endpointId, const QString &jobId);

/// Jobs that were open when their program ended, to be followed on. Runs that ended between being kept and being named
/// by RunPod cannot be; they are closed as interrupted once they are ten minutes old.
Result<QList<RunRecord>> openRunPodRuns(RunStore &runs, const QDateTime &now);

/// When RunPod drops the result of \a job, which has ended: at this time at the latest, and exactly then where it was
/// given out once and \a submittedAt is known.
QDateTime runPodResultGoneAt(const RunPodJob &job, const QDateTime &submittedAt, const QDateTime &now);

/// The same for what is kept of a job: never later than a result of \a now would be dropped, should the clock have been
/// set back since. Invalid when nothing is dropped.
QDateTime runPodResultGoneAt(const RunRecord &record, const QDateTime &now);

/// From when on the result of an open job may be gone: it could have ended right after it was last heard of.
QDateTime runPodResultAtRiskFrom(const RunRecord &record);

/// What \a record is once \a job has ended with \a result.
void closeRunPodRecord(RunRecord &record, const RunPodJob &job, const Result<ServiceResult> &result,
                       const QDateTime &now);

/// Puts what RunPod answers for a job into its record, and keeps the result of one that is done. What is kept of a job
/// that went well stays as it is. Storage errors.
Result<void> noteRunPodJob(RunStore &runs, RunRecord &record, const RunPodJob &job, const QDateTime &now);

/// RunPod does not know the job: its open record is closed, unless it is so young that RunPod may only not know it yet.
Result<void> noteRunPodJobGone(RunStore &runs, RunRecord &record, const QDateTime &now);

} // namespace Viral
