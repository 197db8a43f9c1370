// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/openairequest.h"

#include "core/json/jsonwriter.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr QLatin1StringView schemaName = "viral_moments"_L1;
/// The service refuses less.
constexpr int smallestOutputLimit = 16;
/// Shorter static parts cannot be cached, and a breakpoint would only cost.
constexpr qsizetype shortestCachedRules = 1024 * 4;

QByteArray digest(const QList<QByteArray> &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts) {
        // With its length in front, so that no two lists of parts look alike.
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result();
}

/// Requests with the same static part share it, so that they reach the machine that has it.
QString cacheKey(const RequestShape &shape, const Prompt &prompt)
{
    const QByteArray hash = digest({shape.model.toUtf8(), prompt.rules.toUtf8(), prompt.schema});
    return u"viral-moments-"_s + QString::fromLatin1(hash.toHex().left(32));
}

/// Without a schema that the server enforces, the rules show it.
QString rulesText(const RequestShape &shape, const Prompt &prompt)
{
    if (shape.format == RequestShape::Format::JsonSchema)
        return prompt.rules;
    return prompt.rules + u"\n\nThe answer is JSON that fits this schema:\n"_s + QString::fromUtf8(prompt.schema);
}

QLatin1StringView rulesRole(const RequestShape &shape)
{
    return shape.usesDeveloperRole ? "developer"_L1 : "system"_L1;
}

void writeInput(JsonWriter &writer, const RequestShape &shape, const Prompt &prompt)
{
    const QString rules = rulesText(shape, prompt);
    writer.key("input"_L1).beginArray();
    writer.beginObject().member("type"_L1, "message"_L1).member("role"_L1, rulesRole(shape));
    writer.key("content"_L1).beginArray().beginObject();
    writer.member("type"_L1, "input_text"_L1).member("text"_L1, QStringView(rules));
    if (shape.sendsCacheOptions && rules.size() >= shortestCachedRules)
        writer.key("prompt_cache_breakpoint"_L1).beginObject().member("mode"_L1, "explicit"_L1).endObject();
    writer.endObject().endArray().endObject();

    writer.beginObject().member("type"_L1, "message"_L1).member("role"_L1, "user"_L1);
    writer.key("content"_L1).beginArray().beginObject();
    writer.member("type"_L1, "input_text"_L1).member("text"_L1, QStringView(prompt.chunk));
    writer.endObject().endArray().endObject().endArray();
}

void writeTextFormat(JsonWriter &writer, const RequestShape &shape, const Prompt &prompt)
{
    if (shape.format == RequestShape::Format::Text && !shape.sendsVerbosity)
        return;
    writer.key("text"_L1).beginObject();
    if (shape.format == RequestShape::Format::JsonSchema) {
        writer.key("format"_L1).beginObject().member("type"_L1, "json_schema"_L1).member("name"_L1, schemaName);
        writer.member("strict"_L1, true).key("schema"_L1).raw(prompt.schema).endObject();
    } else if (shape.format == RequestShape::Format::JsonObject) {
        writer.key("format"_L1).beginObject().member("type"_L1, "json_object"_L1).endObject();
    }
    if (shape.sendsVerbosity)
        writer.member("verbosity"_L1, "low"_L1);
    writer.endObject();
}

/// Fields that both interfaces call the same.
void writeShared(JsonWriter &writer, const RequestShape &shape, const Prompt &prompt)
{
    if (shape.temperature)
        writer.member("temperature"_L1, *shape.temperature);
    if (shape.sendsStore)
        writer.member("store"_L1, false);
    if (shape.sendsCacheKey)
        writer.member("prompt_cache_key"_L1, QStringView(cacheKey(shape, prompt)));
    if (shape.streams)
        writer.member("stream"_L1, true);
}

QByteArray responsesBody(const RequestShape &shape, const Prompt &prompt)
{
    JsonWriter writer;
    writer.beginObject().member("model"_L1, QStringView(shape.model));
    writeInput(writer, shape, prompt);
    writeTextFormat(writer, shape, prompt);
    if (!shape.effort.isEmpty())
        writer.key("reasoning"_L1).beginObject().member("effort"_L1, QStringView(shape.effort)).endObject();
    if (shape.outputLimit > 0)
        writer.member("max_output_tokens"_L1, std::max(shape.outputLimit, smallestOutputLimit));
    writeShared(writer, shape, prompt);
    // Explicit without a breakpoint means that nothing is cached, and nothing is charged for caching.
    if (shape.sendsCacheOptions) {
        writer.key("prompt_cache_options"_L1).beginObject();
        writer.member("mode"_L1, "explicit"_L1).member("ttl"_L1, "30m"_L1).endObject();
    }
    if (shape.asksForStreamUsage)
        writer.key("stream_options"_L1).beginObject().member("include_obfuscation"_L1, false).endObject();
    return writer.endObject().take();
}

void writeMessage(JsonWriter &writer, QLatin1StringView role, const QString &content)
{
    writer.beginObject().member("role"_L1, role).member("content"_L1, QStringView(content)).endObject();
}

void writeResponseFormat(JsonWriter &writer, const RequestShape &shape, const Prompt &prompt)
{
    if (shape.format == RequestShape::Format::Text)
        return;
    writer.key("response_format"_L1).beginObject();
    if (shape.format == RequestShape::Format::JsonSchema) {
        writer.member("type"_L1, "json_schema"_L1).key("json_schema"_L1).beginObject().member("name"_L1, schemaName);
        writer.member("strict"_L1, true).key("schema"_L1).raw(prompt.schema).endObject();
    } else {
        writer.member("type"_L1, "json_object"_L1);
    }
    writer.endObject();
}

QByteArray chatBody(const RequestShape &shape, const Prompt &prompt)
{
    JsonWriter writer;
    writer.beginObject().member("model"_L1, QStringView(shape.model));
    writer.key("messages"_L1).beginArray();
    writeMessage(writer, rulesRole(shape), rulesText(shape, prompt));
    writeMessage(writer, "user"_L1, prompt.chunk);
    writer.endArray();
    writeResponseFormat(writer, shape, prompt);
    if (shape.sendsVerbosity)
        writer.member("verbosity"_L1, "low"_L1);
    if (!shape.effort.isEmpty())
        writer.member("reasoning_effort"_L1, QStringView(shape.effort));
    if (shape.outputLimit > 0) {
        writer.member(shape.usesCompletionTokensName ? "max_completion_tokens"_L1 : "max_tokens"_L1,
                      std::max(shape.outputLimit, smallestOutputLimit));
    }
    writeShared(writer, shape, prompt);
    if (shape.asksForStreamUsage)
        writer.key("stream_options"_L1).beginObject().member("include_usage"_L1, true).endObject();
    return writer.endObject().take();
}

HttpRequest baseRequest(const OpenAiSettings &settings, QLatin1StringView endpoint)
{
    HttpRequest request{.url = settings.base.endpoint(endpoint),
                        .headers = settings.furtherHeaders,
                        .deadlines = deadlinesFor(settings.longestSilence)};
    if (!settings.organization.isEmpty())
        request.headers.append(HttpHeader{"OpenAI-Organization", settings.organization.toUtf8()});
    if (!settings.project.isEmpty())
        request.headers.append(HttpHeader{"OpenAI-Project", settings.project.toUtf8()});
    if (settings.key.isEmpty())
        return request;
    const bool isAzure = settings.base.host == OpenAiHost::Azure;
    if (settings.auth == AuthStyle::ApiKey || (settings.auth == AuthStyle::Auto && isAzure))
        request.secretHeaders.append({"api-key", {}, settings.key});
    else
        request.secretHeaders.append({"Authorization", "Bearer ", settings.key});
    return request;
}

} // namespace

QByteArray openAiBody(const RequestShape &shape, const Prompt &prompt)
{
    return shape.isChat ? chatBody(shape, prompt) : responsesBody(shape, prompt);
}

HttpRequest openAiRequest(const OpenAiSettings &settings, const RequestShape &shape, const QByteArray &body)
{
    HttpRequest request = baseRequest(settings, shape.isChat ? "chat/completions"_L1 : "responses"_L1);
    request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.headers.append(HttpHeader{"Accept", shape.streams ? "text/event-stream" : "application/json"});
    // A proxy that packs a stream holds it back until there is enough to pack.
    if (shape.streams)
        request.headers.append(HttpHeader{"Accept-Encoding", "identity"});
    request.body = body;
    return request;
}

HttpRequest modelsRequest(const OpenAiSettings &settings)
{
    HttpRequest request = baseRequest(settings, "models"_L1);
    request.method = "GET";
    return request;
}

QByteArray answerKey(const OpenAiSettings &settings, const Prompt &prompt)
{
    const auto number = [](const auto &wish) { return wish ? QByteArray::number(*wish) : QByteArray(); };
    return digest({"answer 1", settings.base.url.toEncoded(), settings.model.toUtf8(), prompt.version.toUtf8(),
                   prompt.rules.toUtf8(), prompt.chunk.toUtf8(), prompt.schema, number(settings.temperature),
                   settings.effort.toUtf8(), number(settings.maxOutputTokens)});
}

} // namespace Viral
