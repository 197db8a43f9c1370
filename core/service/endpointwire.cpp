// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/endpointwire.h"

#include "core/contract/requestrules.h"
#include "core/json/jsonreader.h"
#include "core/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// Who does the jobs, by RunPod's name for it.
constexpr auto workerName = "local"_L1;

tl::unexpected<Error> refusal(const QString &message)
{
    return failure(ErrorKind::Input, message);
}

Result<std::optional<Milliseconds>> readTime(const JsonValue &policy, QStringView name)
{
    const auto member = policy.member(name);
    if (!member || member->isNull())
        return std::nullopt;
    const auto time = member->asInteger();
    // Far outside of what is allowed, yet small enough to be reckoned with.
    if (!time || *time < 0 || *time > 1'000'000'000'000)
        return refusal(u"policy.%1 must be milliseconds"_s.arg(name));
    return Milliseconds{*time};
}

Result<RunPodPolicy> readPolicy(const JsonValue &root)
{
    const auto policy = root.member(u"policy");
    if (!policy || policy->isNull())
        return RunPodPolicy{};
    if (!policy->isObject())
        return refusal(u"policy must be an object"_s);
    const auto execution = readTime(*policy, u"executionTimeout");
    if (!execution)
        return tl::unexpected(execution.error());
    const auto live = readTime(*policy, u"ttl");
    if (!live)
        return tl::unexpected(live.error());
    RunPodPolicy read{.executionTimeout = *execution, .timeToLive = *live};
    if (const auto checked = checkRunPodPolicy(read); !checked)
        return refusal(checked.error().message);
    return read;
}

Result<QString> readWebhook(const JsonValue &root)
{
    const auto webhook = root.member(u"webhook");
    if (!webhook || webhook->isNull())
        return QString();
    const auto address = webhook->asString();
    if (!address || (!address->isEmpty() && !isAllowedWebhook(*address)))
        return refusal(u"webhook must be an address with https, or with http on this machine"_s);
    return *address;
}

void writeTime(JsonWriter &writer, QLatin1StringView name, const std::optional<Milliseconds> &time)
{
    if (time)
        writer.member(name, std::int64_t{time->count()});
}

void writeMembers(JsonWriter &writer, const EndpointJob &job)
{
    writeTime(writer, "delayTime"_L1, job.delayTime());
    if (!job.error.isEmpty())
        writer.member("error"_L1, job.error);
    writeTime(writer, "executionTime"_L1, job.executionTime());
    writer.member("id"_L1, job.id);
    if (!job.output.isEmpty())
        writer.key("output"_L1).raw(job.output);
    if (job.retries > 0)
        writer.member("retries"_L1, job.retries);
    writer.member("status"_L1, QLatin1StringView(runPodWord(job.state)));
    if (job.state != RunPodState::InQueue)
        writer.member("workerId"_L1, workerName);
}

void writeWithoutKeys(JsonWriter &writer, const JsonValue &value, int depth)
{
    writer.beginObject();
    const RawMembers members = value.rawMembers();
    for (const RawMember &member : members) {
        if (member.name == "openai_api_key"_L1)
            continue;
        writer.key(member.name);
        const auto inner = member.name == "input"_L1 && depth == 0 ? value.member(u"input") : std::nullopt;
        if (inner && inner->isObject())
            writeWithoutKeys(writer, *inner, depth + 1);
        else
            writer.raw(member.value);
    }
    writer.endObject();
}

} // namespace

QByteArray runPodWord(RunPodState state)
{
    switch (state) {
    case RunPodState::InQueue:
        return "IN_QUEUE";
    case RunPodState::InProgress:
        return "IN_PROGRESS";
    case RunPodState::Completed:
        return "COMPLETED";
    case RunPodState::Failed:
        return "FAILED";
    case RunPodState::Cancelled:
        return "CANCELLED";
    case RunPodState::TimedOut:
        return "TIMED_OUT";
    }
    return {};
}

Result<EndpointSubmission> readEndpointSubmission(const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return refusal(u"the body is not JSON: %1"_s.arg(document.error().text()));
    const auto input = document->root().member(u"input");
    if (!input || !input->isObject())
        return refusal(u"the body must be an object with the request under \"input\""_s);
    const auto policy = readPolicy(document->root());
    if (!policy)
        return tl::unexpected(policy.error());
    const auto webhook = readWebhook(document->root());
    if (!webhook)
        return tl::unexpected(webhook.error());
    return EndpointSubmission{.input = input->rawText(), .webhook = *webhook, .policy = *policy};
}

QByteArray writeEndpointJob(const EndpointJob &job)
{
    JsonWriter writer;
    writer.beginObject();
    writeMembers(writer, job);
    return writer.endObject().take();
}

QByteArray writeEndpointWebhook(const EndpointJob &job)
{
    JsonWriter writer;
    writer.beginObject();
    writeMembers(writer, job);
    writer.key("input"_L1).raw(withoutKeys(job.submission.input));
    writer.member("webhook"_L1, job.submission.webhook);
    return writer.endObject().take();
}

QByteArray writeEndpointStream(RunPodState state, const QList<QByteArray> &events)
{
    JsonWriter writer;
    writer.beginObject().member("status"_L1, QLatin1StringView(runPodWord(state))).key("stream"_L1).beginArray();
    for (const QByteArray &event : events)
        writer.beginObject().key("output"_L1).raw(event).endObject();
    return writer.endArray().endObject().take();
}

QByteArray writeEndpointHealth(const RunPodHealth &health)
{
    JsonWriter writer;
    writer.beginObject().key("jobs"_L1).beginObject();
    writer.member("completed"_L1, health.jobs.completed).member("failed"_L1, health.jobs.failed);
    writer.member("inProgress"_L1, health.jobs.inProgress).member("inQueue"_L1, health.jobs.inQueue);
    writer.member("retried"_L1, health.jobs.retried).endObject();
    writer.key("workers"_L1).beginObject();
    writer.member("idle"_L1, health.workers.idle).member("initializing"_L1, health.workers.initializing);
    writer.member("ready"_L1, health.workers.ready).member("running"_L1, health.workers.running);
    writer.member("throttled"_L1, health.workers.throttled).member("unhealthy"_L1, health.workers.unhealthy);
    return writer.endObject().endObject().take();
}

QByteArray writeEndpointError(const QString &message)
{
    return JsonWriter().beginObject().member("error"_L1, message).endObject().take();
}

QByteArray withoutKeys(const QByteArray &input)
{
    const auto document = JsonDocument::parse(input);
    if (!document || !document->root().isObject())
        return "{}";
    JsonWriter writer;
    writeWithoutKeys(writer, document->root(), 0);
    return writer.take();
}

} // namespace Viral
