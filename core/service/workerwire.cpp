// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workerwire.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/contract/eventscodec.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr qsizetype longestId = 256;
/// Of an error; the platform keeps it beside the job.
constexpr qsizetype longestError = 8'000;
/// Beyond this the console cuts a line.
constexpr qsizetype longestMessage = 4'096;

bool isUsableId(const QString &id)
{
    return !id.isEmpty() && id.size() <= longestId && std::none_of(id.begin(), id.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control;
    });
}

void takeJob(const JsonValue &value, TakeAnswer &answer)
{
    const auto idMember = value.member(u"id");
    const QString id = idMember ? idMember->asString().value_or(QString()) : QString();
    if (!isUsableId(id)) {
        answer.message = u"The queue handed out a job without a usable id; it was passed over."_s;
        return;
    }
    const auto input = value.member(u"input");
    answer.jobs.append({id, input && !input->isNull() ? input->rawText() : "{}"_ba});
}

TakeAnswer readJobs(const JsonValue &root)
{
    TakeAnswer answer;
    if (root.isArray())
        root.forEachElement([&answer](std::size_t, const JsonValue &job) { takeJob(job, answer); });
    else if (root.isObject() && root.size() > 0)
        takeJob(root, answer);
    if (!answer.jobs.isEmpty())
        answer.kind = TakeAnswer::Kind::Jobs;
    else if (!answer.message.isEmpty())
        answer.kind = TakeAnswer::Kind::Trouble;
    return answer;
}

TakeAnswer readStops(const JsonValue &root)
{
    TakeAnswer answer;
    if (const auto ids = root.member(u"jobsToStop")) {
        ids->forEachElement([&answer](std::size_t, const JsonValue &id) {
            if (const auto text = id.asString())
                answer.jobs.append(TakenJob{.id = *text});
        });
    }
    if (!answer.jobs.isEmpty())
        answer.kind = TakeAnswer::Kind::Jobs;
    return answer;
}

TakeAnswer troubleWith(const HttpError &error, const QUrl &url)
{
    // A poll that was held until its time was up is how an idle queue looks.
    const bool wasHeld = error.fault == HttpFault::NoAnswer || error.fault == HttpFault::Silence ||
                         error.fault == HttpFault::TotalTimeout;
    if (wasHeld)
        return {};
    return {.kind = TakeAnswer::Kind::Trouble, .message = asError(error, url).text()};
}

template <typename Read>
TakeAnswer readAnswer(const HttpOutcome &outcome, const QUrl &url, Read read)
{
    if (!outcome)
        return troubleWith(outcome.error(), url);
    if (outcome->status == 401 || outcome->status == 403)
        return {.kind = TakeAnswer::Kind::Refused,
                .message =
                    u"%1 does not accept the key of this worker (status %2). Check RUNPOD_AI_API_KEY."_s.arg(url.host())
                        .arg(outcome->status)};
    if (outcome->status == 204)
        return {};
    if (outcome->status != 200)
        return {.kind = TakeAnswer::Kind::Trouble,
                .message = u"%1 answered with status %2."_s.arg(url.host()).arg(outcome->status)};
    if (outcome->body.trimmed().isEmpty())
        return {};
    const auto document = JsonDocument::parse(outcome->body);
    if (!document)
        return {.kind = TakeAnswer::Kind::Trouble, .message = u"The answer of %1 is not JSON."_s.arg(url.host())};
    return read(document->root());
}

QLatin1StringView nameOf(WorkerLogLevel level)
{
    switch (level) {
    case WorkerLogLevel::Debug:
        return "DEBUG"_L1;
    case WorkerLogLevel::Info:
        return "INFO"_L1;
    case WorkerLogLevel::Warn:
        return "WARN"_L1;
    case WorkerLogLevel::Error:
        return "ERROR"_L1;
    }
    return "INFO"_L1;
}

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / 1'000'000.0, 'f', 1);
}

} // namespace

TakeAnswer readTakeAnswer(const HttpOutcome &outcome, const QUrl &url)
{
    return readAnswer(outcome, url, readJobs);
}

TakeAnswer readStopAnswer(const HttpOutcome &outcome, const QUrl &url)
{
    return readAnswer(outcome, url, readStops);
}

QByteArray workerResultBody(const QByteArray &output)
{
    JsonWriter writer;
    return writer.beginObject().key("output"_L1).raw(output).endObject().take();
}

QByteArray workerErrorBody(const QString &error, const QByteArray &output)
{
    JsonWriter writer;
    writer.beginObject();
    if (!output.isEmpty())
        writer.key("output"_L1).raw(output);
    // An empty error would make the job a success.
    const QString text = error.isEmpty() ? u"The job failed."_s : error;
    return writer.member("error"_L1, leftCodePoints(text, longestError)).endObject().take();
}

QByteArray workerProgressBody(const ProgressEvent &event)
{
    JsonWriter writer;
    writer.beginObject().member("status"_L1, "IN_PROGRESS"_L1);
    return writer.key("output"_L1).raw(writeProgressEvent(event)).endObject().take();
}

qint64 largestWorkerResult(const QString &jobId)
{
    return jobId.startsWith("sync-"_L1) ? 20'000'000 : 10'000'000;
}

QString oversizeMessage(qint64 size, qint64 limit)
{
    return u"The result has %1 MB and RunPod takes at most %2 MB, so it was not sent. The result webhook carries it "
           "whole; less metadata in the request or fewer chunks in a job make it smaller."_s.arg(megabytes(size),
                                                                                                 megabytes(limit));
}

WorkerLogLevel workerLogLevel(const QString &word)
{
    for (const WorkerLogLevel level : {WorkerLogLevel::Info, WorkerLogLevel::Warn, WorkerLogLevel::Error}) {
        if (word.compare(nameOf(level), Qt::CaseInsensitive) == 0)
            return level;
    }
    return WorkerLogLevel::Debug;
}

QByteArray workerLogLine(WorkerLogLevel level, const QString &jobId, const QString &message)
{
    JsonWriter writer;
    writer.beginObject().key("requestId"_L1);
    if (jobId.isEmpty())
        writer.null();
    else
        writer.value(QStringView(jobId));
    const QString clean = redacted(message);
    writer.member("message"_L1, leftCodePoints(clean, longestMessage)).member("level"_L1, nameOf(level));
    return writer.endObject().take();
}

} // namespace Viral
