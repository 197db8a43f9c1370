// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/runpodwire.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/clients/jsonmembers.h"
#include "core/contract/eventscodec.h"
#include "core/contract/serviceresultcodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Viral {

namespace {

constexpr Milliseconds longestPolicy = std::chrono::hours(7 * 24);
/// Of a text that someone else wrote, as much as fits a message.
constexpr qsizetype longestQuotation = 600;

Result<void> checkTime(const std::optional<Milliseconds> &time, Milliseconds shortest, const QString &name)
{
    if (!time || (*time >= shortest && *time <= longestPolicy))
        return {};
    return failure(ErrorKind::Usage, u"%1 must be %2 s to 7 days, not %3 s"_s.arg(name)
                                         .arg(shortest / 1s)
                                         .arg(static_cast<double>(time->count()) / 1000));
}

QString quotation(const QString &text)
{
    const QString whole = redacted(simplified(text));
    const QStringView start = leftCodePoints(whole, longestQuotation);
    return start.size() == whole.size() ? whole : start.toString() + u'…';
}

std::optional<Milliseconds> timeMember(const JsonValue &value, QStringView name)
{
    const auto member = value.member(name);
    const auto number = member ? member->asNumber() : std::nullopt;
    if (!number || *number < 0 || *number > 1e15)
        return std::nullopt;
    return Milliseconds{static_cast<qint64>(*number)};
}

int countMember(const JsonValue &value, QStringView name)
{
    const auto member = value.member(name);
    return static_cast<int>(
        std::clamp<std::int64_t>(member ? member->asInteger().value_or(0) : 0, 0, std::numeric_limits<int>::max()));
}

/// Workers in Python report exceptions as an object written into the text.
QString workerErrorText(const QString &text)
{
    const auto document = JsonDocument::parse(text.toUtf8());
    if (!document)
        return quotation(text);
    const QString message = textMember(document->root(), u"error_message");
    if (message.isEmpty())
        return quotation(text);
    const QString type = textMember(document->root(), u"error_type");
    return quotation(type.isEmpty() ? message : type + u": "_s + message);
}

QString errorMember(const JsonValue &value)
{
    const auto error = value.member(u"error");
    if (!error || error->isNull())
        return {};
    return workerErrorText(error->asString().value_or(QString::fromUtf8(error->rawText())));
}

bool holdsNothing(const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        return true;
    case JsonValue::Type::Array:
    case JsonValue::Type::Object:
        return value.size() == 0;
    case JsonValue::Type::String:
        return value.asUtf8()->empty();
    default:
        return false;
    }
}

QByteArray withoutInput(const JsonValue &root)
{
    RawMembers members = root.rawMembers();
    members.removeIf([](const RawMember &member) { return member.name == "input"_L1; });
    return JsonWriter().beginObject().members(members).endObject().take();
}

QString jobFacts(const RunPodJob &job)
{
    QStringList facts{u"job %1"_s.arg(job.id)};
    if (!job.workerId.isEmpty())
        facts.append(u"worker %1"_s.arg(job.workerId));
    if (job.executionTime)
        facts.append(u"ran %1 s"_s.arg(static_cast<double>(job.executionTime->count()) / 1000, 0, 'f', 1));
    if (job.retries > 0)
        facts.append(u"given out again %1 times"_s.arg(job.retries));
    return u" ("_s + facts.join(u", "_s) + u')';
}

Error jobError(const RunPodJob &job, const QString &message)
{
    return {ErrorKind::Service, message + jobFacts(job)};
}

Error failedJob(const RunPodJob &job)
{
    if (job.error.contains("job timed out after"_L1)) {
        return jobError(
            job, u"RunPod lost the job's worker twice and gave up (\"%1\"). The worker crashed, ran out of memory or "
                 "never answered: read its log in RunPod's console, then submit again."_s.arg(job.error));
    }
    return jobError(job, job.error.isEmpty()
                             ? u"The job failed and RunPod does not say why; the worker's log in its console does."_s
                             : u"The job failed: %1"_s.arg(job.error));
}

Error failureOf(const RunPodJob &job, const FailurePayload &failed)
{
    const QString chunk =
        failed.failedChunk ? u" (chunk %1 of %2)"_s.arg(*failed.failedChunk + 1).arg(failed.totalChunks) : QString();
    return jobError(job, u"The job failed: %1%2"_s.arg(workerErrorText(failed.error), chunk));
}

Error lostResult(const RunPodJob &job)
{
    return jobError(job, u"RunPod says the job is done, but the result is missing. Most often it was too large for "
                         "RunPod (about 10 MB) or the worker's answer was refused; its log says which. Submit a "
                         "shorter transcript, or have the result sent to a webhook."_s);
}

/// \a output is what the worker returned, not text any more.
Result<ServiceResult> readPlainOutput(const RunPodJob &job, const JsonValue &output)
{
    if (const auto failed = readFailurePayload(output))
        return tl::unexpected(failureOf(job, *failed));
    if (!looksLikeServiceResult(output)) {
        const QString error = errorMember(output);
        if (!error.isEmpty())
            return tl::unexpected(jobError(job, u"The job failed: %1"_s.arg(error)));
        return tl::unexpected(
            jobError(job, u"The answer holds no moments, so another program than Viral Moments runs on the endpoint, "
                          "or another version of it: %1"_s.arg(quotation(QString::fromUtf8(output.rawText())))));
    }
    Problems problems;
    ServiceResult result = readServiceResult(output, problems, Promises::Noted);
    if (problems.hasErrors())
        return tl::unexpected(jobError(job, u"The result cannot be read: %1"_s.arg(problems.asError().text())));
    if (result.jobId.isEmpty())
        result.jobId = job.id;
    return result;
}

Result<ServiceResult> readOutput(const RunPodJob &job)
{
    if (job.output.isEmpty())
        return tl::unexpected(lostResult(job));
    const auto document = JsonDocument::parse(job.output);
    if (!document)
        return tl::unexpected(document.error());
    const auto text = document->root().asString();
    if (!text)
        return readPlainOutput(job, document->root());
    const auto inner = JsonDocument::parse(text->toUtf8());
    if (!inner)
        return tl::unexpected(jobError(job, u"The worker answered with text: %1"_s.arg(quotation(*text))));
    return readPlainOutput(job, inner->root());
}

} // namespace

Result<void> checkRunPodPolicy(const RunPodPolicy &policy)
{
    if (const auto checked = checkTime(policy.executionTimeout, 5s, u"The execution timeout"_s); !checked)
        return checked;
    return checkTime(policy.timeToLive, 10s, u"The time to live"_s);
}

QByteArray writeRunPodRequest(const Request &request, const RunPodPolicy &policy, KeyInPayload key)
{
    JsonWriter writer;
    writer.beginObject().key("input"_L1).raw(writeRequest(request, JsonWriter::Layout::Compact, false, key));
    if (policy != RunPodPolicy{}) {
        writer.key("policy"_L1).beginObject();
        if (policy.executionTimeout)
            writer.member("executionTimeout"_L1, std::int64_t{policy.executionTimeout->count()});
        if (policy.timeToLive)
            writer.member("ttl"_L1, std::int64_t{policy.timeToLive->count()});
        writer.endObject();
    }
    return writer.endObject().take();
}

bool isRunPodId(QStringView text)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' ||
               c == u'_';
    };
    return !text.isEmpty() && text.size() <= 200 && std::all_of(text.begin(), text.end(), isAllowed);
}

bool isTerminal(RunPodState state)
{
    return state != RunPodState::InQueue && state != RunPodState::InProgress;
}

RunPodState runPodState(const QString &word)
{
    if (word == "IN_QUEUE"_L1)
        return RunPodState::InQueue;
    if (word == "COMPLETED"_L1)
        return RunPodState::Completed;
    if (word == "FAILED"_L1)
        return RunPodState::Failed;
    if (word == "CANCELLED"_L1)
        return RunPodState::Cancelled;
    if (word == "TIMED_OUT"_L1)
        return RunPodState::TimedOut;
    return RunPodState::InProgress;
}

Result<RunPodJob> readRunPodJob(const QByteArray &body)
{
    const auto document = parseForgiving(body);
    if (!document)
        return failure(ErrorKind::Service, u"RunPod's answer is not JSON: %1"_s.arg(document.error().text()));
    const JsonValue root = document->root();
    RunPodJob job{.id = textMember(root, u"id"), .word = textMember(root, u"status")};
    if (job.word.isEmpty())
        return failure(ErrorKind::Service, u"RunPod's answer names no status of a job."_s);
    job.state = runPodState(job.word);
    job.delayTime = timeMember(root, u"delayTime");
    job.executionTime = timeMember(root, u"executionTime");
    job.workerId = textMember(root, u"workerId");
    job.retries = countMember(root, u"retries");
    job.error = errorMember(root);
    if (const auto output = root.member(u"output"); output && !holdsNothing(*output))
        job.output = output->rawText();
    job.answer = withoutInput(root);
    return job;
}

QList<ProgressEvent> readRunPodProgress(const QByteArray &output)
{
    QList<ProgressEvent> events;
    const auto document = output.isEmpty() ? failure(ErrorKind::Input, {}) : JsonDocument::parse(output);
    if (!document)
        return events;
    const auto take = [&events](const JsonValue &value) {
        if (const auto event = readProgressEvent(value))
            events.append(*event);
    };
    if (document->root().isArray())
        document->root().forEachElement([&](std::size_t, const JsonValue &element) { take(element); });
    else
        take(document->root());
    return events;
}

Result<ServiceResult> readRunPodResult(const RunPodJob &job)
{
    switch (job.state) {
    case RunPodState::Completed:
        return job.error.isEmpty() ? readOutput(job) : tl::unexpected(failedJob(job));
    case RunPodState::Failed:
        return tl::unexpected(failedJob(job));
    case RunPodState::Cancelled:
        return tl::unexpected(Error{ErrorKind::Cancelled, u"The job was cancelled on RunPod"_s + jobFacts(job)});
    case RunPodState::TimedOut:
        return tl::unexpected(jobError(
            job, u"RunPod ended the job because its time was up: it waited too long for a worker or ran too long. "
                 "Give it more time with --ttl and --execution-timeout, or raise the endpoint's limits."_s));
    case RunPodState::InQueue:
    case RunPodState::InProgress:
        break;
    }
    return failure(ErrorKind::Internal, u"The job is not finished (%1)."_s.arg(job.word));
}

Milliseconds runPodRetention(const QString &jobId)
{
    return jobId.startsWith("sync-"_L1) ? Milliseconds(1min) : Milliseconds(30min);
}

} // namespace Viral
