// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/requestcodec.h"

#include "core/contract/fields.h"
#include "core/contract/requestrules.h"
#include "core/contract/transcriptcodec.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array<std::string_view, 6> requestFields{"job_id",   "openai_api_key", "transcript",
                                                        "metadata", "options",        "webhook_endpoints"};
constexpr std::array<std::string_view, 2> webhookFields{"result_webhook_url", "progress_webhook_url"};

QString optionalText(const Field &field, Problems &problems)
{
    return isGiven(field) ? readText(*field, problems).value_or(QString()) : QString();
}

void readOption(const JsonValue &value, const OptionRule &rule, RequestOptions &options, Problems &problems)
{
    if (const auto *text = std::get_if<OptionRule::Member<QString>>(&rule.member)) {
        options.**text = readFilledText(value, problems);
        return;
    }
    const std::optional<double> number = value.asNumber();
    if (!number) {
        reportType(value, rule.isWhole() ? u"a whole number" : u"a number", problems);
        return;
    }
    const auto set = setOption(options, rule, *number);
    if (!set)
        problems.addError(value, set.error().message);
}

RequestOptions readOptions(const JsonValue &value, Problems &problems)
{
    RequestOptions options;
    if (!requireObject(value, problems))
        return options;
    for (const OptionRule &rule : optionRules()) {
        const Field field = value.member(QString(rule.name));
        if (isGiven(field))
            readOption(*field, rule, options, problems);
    }
    return options;
}

WebhookEndpoints readWebhooks(const JsonValue &value, Problems &problems)
{
    if (!requireObject(value, problems))
        return {};
    const auto [result, progress] = value.pick(webhookFields);
    return {.resultUrl = optionalText(result, problems), .progressUrl = optionalText(progress, problems)};
}

/// Reads the transcript; its rules are checked only when it could be read, so that nothing is reported twice.
Transcript readCheckedTranscript(const JsonValue &parent, const Field &field, const QString &base, Problems &problems)
{
    if (!isThere(parent, field, "transcript", problems))
        return {};
    const qsizetype before = problems.errorCount();
    Transcript transcript = readTranscript(*field, problems);
    if (problems.errorCount() == before)
        checkTranscript(transcript, base, problems);
    return transcript;
}

Request readBareRequest(const JsonValue &value, const QString &base, Problems &problems)
{
    const auto [jobId, key, transcript, metadata, options, webhooks] = value.pick(requestFields);
    Request request{.jobId = optionalText(jobId, problems),
                    .openAiApiKey = Secret(optionalText(key, problems)),
                    .transcript = readCheckedTranscript(value, transcript, base, problems)};
    if (isGiven(metadata) && requireObject(*metadata, problems))
        request.metadata = metadata->rawMembers();
    if (isGiven(options)) {
        const qsizetype before = problems.errorCount();
        request.options = readOptions(*options, problems);
        if (problems.errorCount() == before)
            checkOptions(request.options, base, problems);
    }
    if (isGiven(webhooks))
        request.webhooks = readWebhooks(*webhooks, problems);
    checkWebhooks(request.webhooks, base, problems);
    return request;
}

void writeOption(JsonWriter &writer, const RequestOptions &options, const OptionRule &rule)
{
    const auto write = [&](auto member) {
        const auto &value = options.*member;
        if (!value)
            return;
        if constexpr (std::is_same_v<decltype(value), const std::optional<Milliseconds> &>)
            writer.member(rule.name, value->count());
        else
            writer.member(rule.name, *value);
    };
    std::visit(write, rule.member);
}

void writeWebhooks(JsonWriter &writer, const WebhookEndpoints &webhooks)
{
    writer.key("webhook_endpoints"_L1).beginObject();
    if (!webhooks.resultUrl.isEmpty())
        writer.member("result_webhook_url"_L1, webhooks.resultUrl);
    if (!webhooks.progressUrl.isEmpty())
        writer.member("progress_webhook_url"_L1, webhooks.progressUrl);
    writer.endObject();
}

void writeBareRequest(JsonWriter &writer, const Request &request, KeyInPayload key)
{
    writer.beginObject();
    if (!request.jobId.isEmpty())
        writer.member("job_id"_L1, request.jobId);
    if (key == KeyInPayload::Include && !request.openAiApiKey.isEmpty())
        writer.member("openai_api_key"_L1, request.openAiApiKey.reveal());
    writer.key("transcript"_L1);
    writeTranscript(writer, request.transcript);
    if (!request.metadata.isEmpty())
        writer.key("metadata"_L1).beginObject().members(request.metadata).endObject();
    if (request.options != RequestOptions{}) {
        writer.key("options"_L1).beginObject();
        for (const OptionRule &rule : optionRules())
            writeOption(writer, request.options, rule);
        writer.endObject();
    }
    if (request.webhooks != WebhookEndpoints{})
        writeWebhooks(writer, request.webhooks);
    writer.endObject();
}

} // namespace

Request readRequest(const JsonValue &root, Problems &problems)
{
    if (!requireObject(root, problems))
        return {};
    const Field input = root.member(u"input");
    if (!input || root.member(u"transcript"))
        return readBareRequest(root, QString(), problems);
    if (!requireObject(*input, problems))
        return {};
    return readBareRequest(*input, u"/input"_s, problems);
}

Result<Request> parseRequest(const QByteArray &bytes)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected<Error>(document.error());
    Problems problems;
    Request request = readRequest(document->root(), problems);
    if (problems.hasErrors())
        return tl::unexpected<Error>(problems.asError());
    return request;
}

QByteArray writeRequest(const Request &request, JsonWriter::Layout layout, bool wrapped, KeyInPayload key)
{
    JsonWriter writer(layout);
    if (wrapped)
        writer.beginObject().key("input"_L1);
    writeBareRequest(writer, request, key);
    if (wrapped)
        writer.endObject();
    return writer.take();
}

} // namespace Viral
