// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"

#include "core/base/timetext.h"
#include "core/contract/fields.h"
#include "core/contract/serviceresultcodec.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

struct EventName
{
    ProgressKind kind;
    QLatin1StringView name;
};

constexpr std::array eventNames{
    EventName{ProgressKind::ChunksScheduled, "chunks_scheduled"_L1},
    EventName{ProgressKind::ChunkCompleted, "chunk_completed"_L1},
    EventName{ProgressKind::ChunkFailed, "chunk_failed"_L1},
};

std::optional<ProgressKind> kindCalled(const QString &name)
{
    for (const EventName &event : eventNames) {
        if (name == event.name)
            return event.kind;
    }
    return std::nullopt;
}

QString textMember(const JsonValue &value, QStringView name)
{
    const Field field = value.member(name);
    return field ? field->asString().value_or(QString()) : QString();
}

std::optional<int> countMember(const JsonValue &value, QStringView name)
{
    const Field field = value.member(name);
    const auto number = field ? field->asInteger() : std::nullopt;
    return number && *number >= 0 && *number <= highestCount ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

QDateTime timeMember(const JsonValue &value, QStringView name)
{
    return QDateTime::fromString(textMember(value, name), Qt::ISODateWithMs).toUTC();
}

void writeTime(JsonWriter &writer, QLatin1StringView name, const QDateTime &time)
{
    if (time.isValid())
        writer.member(name, isoUtcText(time));
}

} // namespace

QByteArray writeProgressEvent(const ProgressEvent &event)
{
    JsonWriter writer;
    writer.beginObject().member("status"_L1, "in_progress"_L1);
    writer.member("event"_L1, eventNames[static_cast<std::size_t>(event.kind)].name);
    writer.member("job_id"_L1, event.jobId).key("data"_L1).beginObject();
    if (event.chunkIndex)
        writer.member("chunk_index"_L1, *event.chunkIndex);
    writer.member("total_chunks"_L1, event.totalChunks);
    writeTime(writer, "started_at"_L1, event.startedAt);
    writeTime(writer, "completed_at"_L1, event.completedAt);
    if (event.kind == ProgressKind::ChunkFailed)
        writer.member("error"_L1, event.error);
    return writer.endObject().endObject().take();
}

QByteArray writeCompletionPayload(const ServiceResult &result)
{
    JsonWriter writer;
    writer.beginObject().member("status"_L1, "completed"_L1).member("job_id"_L1, result.jobId).key("result"_L1);
    writeServiceResult(writer, result);
    return writer.endObject().take();
}

QByteArray writeFailurePayload(const FailurePayload &failure)
{
    JsonWriter writer;
    writer.beginObject().member("status"_L1, "failed"_L1).member("job_id"_L1, failure.jobId);
    writer.member("error"_L1, failure.error).key("data"_L1).beginObject();
    if (failure.failedChunk)
        writer.member("failed_chunk"_L1, *failure.failedChunk);
    return writer.member("total_chunks"_L1, failure.totalChunks).endObject().endObject().take();
}

std::optional<ProgressEvent> readProgressEvent(const JsonValue &value)
{
    const std::optional<ProgressKind> kind = kindCalled(textMember(value, u"event"));
    const Field data = value.member(u"data");
    if (textMember(value, u"status") != "in_progress"_L1 || !kind || !data || !data->isObject())
        return std::nullopt;
    ProgressEvent event{.kind = *kind,
                        .jobId = textMember(value, u"job_id"),
                        .chunkIndex = countMember(*data, u"chunk_index"),
                        .totalChunks = countMember(*data, u"total_chunks").value_or(0),
                        .startedAt = timeMember(*data, u"started_at"),
                        .completedAt = timeMember(*data, u"completed_at"),
                        .error = textMember(*data, u"error")};
    if (event.kind != ProgressKind::ChunksScheduled && !event.chunkIndex)
        return std::nullopt;
    return event;
}

std::optional<FailurePayload> readFailurePayload(const JsonValue &value)
{
    const Field error = value.member(u"error");
    if (textMember(value, u"status") != "failed"_L1 || !error || !error->isString())
        return std::nullopt;
    const Field data = value.member(u"data");
    return FailurePayload{.jobId = textMember(value, u"job_id"),
                          .error = *error->asString(),
                          .failedChunk = data ? countMember(*data, u"failed_chunk") : std::nullopt,
                          .totalChunks = data ? countMember(*data, u"total_chunks").value_or(0) : 0};
}

} // namespace Viral
