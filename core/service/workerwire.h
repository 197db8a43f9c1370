// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contract/events.h"
#include "core/net/httpmessage.h"

#include <QStringList>

namespace Viral {

/// A job as the queue handed it out.
struct TakenJob
{
    QString id = {};
    /// JSON; "{}" when the queue left it out, which it does with an empty one.
    QByteArray input = {};

    bool operator==(const TakenJob &) const = default;
};

/// What one answer to the question for jobs means.
struct TakeAnswer
{
    enum class Kind
    {
        Jobs,
        Nothing, ///< ask again
        Trouble, ///< ask again after a pause
        Refused, ///< the key is not accepted: asking again cannot help
    };

    Kind kind = Kind::Nothing;
    QList<TakenJob> jobs = {};
    /// Of trouble and refusals, for people; also what was passed over of the jobs. Empty when there is nothing to say.
    QString message = {};

    bool operator==(const TakeAnswer &) const = default;
};

/// Reads the answer to a take: one job, a list of them, or none. \a url is for messages.
TakeAnswer readTakeAnswer(const HttpOutcome &outcome, const QUrl &url);
/// The same for the channel of jobs to be stopped; of each job only the id is there.
TakeAnswer readStopAnswer(const HttpOutcome &outcome, const QUrl &url);

/// Bodies of a post. A body without status ends the job, whatever else is in it.
QByteArray workerResultBody(const QByteArray &output);
QByteArray workerErrorBody(const QString &error, const QByteArray &output = {});
QByteArray workerProgressBody(const ProgressEvent &event);

/// The longest body of a result that RunPod takes for \a jobId: 10 MB, of a synchronous job 20 MB. A longer one would
/// leave the job completed without output.
qint64 largestWorkerResult(const QString &jobId);
/// What is posted in the place of a result that is too long.
QString oversizeMessage(qint64 size, qint64 limit);

enum class WorkerLogLevel
{
    Debug,
    Info,
    Warn,
    Error,
};

/// Reads RUNPOD_LOG_LEVEL in any case; Debug for every other word.
WorkerLogLevel workerLogLevel(const QString &word);
/// One line of log as RunPod's console groups it, without keys and without the line break; \a jobId may be empty.
QByteArray workerLogLine(WorkerLogLevel level, const QString &jobId, const QString &message);

} // namespace Viral
