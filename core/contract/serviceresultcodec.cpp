// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"

#include "core/contract/fields.h"
#include "core/contract/momentcodec.h"
#include "core/contract/usagecodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array<std::string_view, 7> resultFields{
    "job_id", "total_chunks", "successful_chunks", "failed_chunks", "moments", "metadata", "usage"};
constexpr std::array<std::string_view, 7> metadataFields{
    "chunk_duration_ms",   "overlap_ms",   "model",  "moments_before_dedup",
    "moments_after_dedup", "usage_totals", "pricing"};

/// Fields of the metadata may be missing: the seed's own completion payload leaves most of them out.
bool isGivenOrWarn(const JsonValue &parent, const Field &field, std::string_view name, Problems &problems)
{
    if (!isGiven(field))
        problems.addWarning(parent,
                            u"has no %1"_s.arg(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size()))));
    return isGiven(field);
}

class MetadataReader
{
public:
    MetadataReader(const JsonValue &value, Problems &problems)
        : m_value(value)
        , m_fields(value.pick(metadataFields))
        , m_problems(problems)
    {}

    ResultMetadata read();

private:
    Milliseconds time(std::size_t index);
    int count(std::size_t index);
    QString text(std::size_t index);
    bool isThere(std::size_t index)
    {
        return isGivenOrWarn(m_value, m_fields[index], metadataFields[index], m_problems);
    }

    JsonValue m_value;
    std::array<Field, metadataFields.size()> m_fields;
    Problems &m_problems;
};

Milliseconds MetadataReader::time(std::size_t index)
{
    return isThere(index) ? readTime(*m_fields[index], m_problems).value_or(Milliseconds{0}) : Milliseconds{0};
}

int MetadataReader::count(std::size_t index)
{
    if (!isThere(index))
        return 0;
    return static_cast<int>(readInteger(*m_fields[index], 0, highestCount, m_problems).value_or(0));
}

QString MetadataReader::text(std::size_t index)
{
    return isThere(index) ? readText(*m_fields[index], m_problems).value_or(QString()) : QString();
}

ResultMetadata MetadataReader::read()
{
    ResultMetadata metadata{.chunkDuration = time(0),
                            .overlap = time(1),
                            .model = text(2),
                            .momentsBeforeDedup = count(3),
                            .momentsAfterDedup = count(4)};
    if (isThere(5))
        metadata.usageTotals = readTokenCounts(*m_fields[5], m_problems);
    if (isThere(6))
        metadata.pricing = readPricing(*m_fields[6], m_problems);
    metadata.custom = m_value.rawMembers();
    metadata.custom.removeIf([](const RawMember &member) { return isServiceMetadata(member.name); });
    return metadata;
}

QList<Moment> readMoments(const JsonValue &value, Problems &problems, Promises promises)
{
    QList<Moment> moments;
    if (!requireArray(value, problems))
        return moments;
    value.forEachElement(
        [&](std::size_t, const JsonValue &element) { moments.append(readMoment(element, problems, promises)); });
    const auto isEarlier = [](const Moment &a, const Moment &b) { return a.span.start < b.span.start; };
    if (!std::is_sorted(moments.cbegin(), moments.cend(), isEarlier)) {
        problems.addWarning(value, u"were not in order of start and have been sorted"_s);
        std::stable_sort(moments.begin(), moments.end(), isEarlier);
    }
    return moments;
}

/// \a outerId stands in for a job_id that a surrounding payload carries instead.
ServiceResult readBareResult(const JsonValue &value, const QString &outerId, Problems &problems, Promises promises)
{
    ServiceResult result{.jobId = outerId, .moments = {}, .metadata = {}, .usage = {}};
    if (!requireObject(value, problems))
        return result;
    const auto [jobId, total, successful, failed, moments, metadata, usage] = value.pick(resultFields);
    if (isGiven(jobId) || outerId.isEmpty())
        result.jobId = requiredText(value, jobId, "job_id", problems);
    result.totalChunks = requiredCount(value, total, "total_chunks", problems);
    result.successfulChunks = requiredCount(value, successful, "successful_chunks", problems);
    result.failedChunks = requiredCount(value, failed, "failed_chunks", problems);
    if (isThere(value, moments, "moments", problems))
        result.moments = readMoments(*moments, problems, promises);
    if (isThere(value, metadata, "metadata", problems) && requireObject(*metadata, problems))
        result.metadata = MetadataReader(*metadata, problems).read();
    if (isGiven(usage))
        result.usage = readUsage(*usage, problems);
    return result;
}

QString textMember(const JsonValue &value, QStringView name)
{
    const Field field = value.member(name);
    return field ? field->asString().value_or(QString()) : QString();
}

bool holdsMoments(const JsonValue &value)
{
    const Field moments = value.member(u"moments");
    return moments && moments->isArray();
}

/// The seed's completion payload.
bool isCompletion(const JsonValue &value)
{
    const Field result = value.member(u"result");
    return result && result->isObject() && !holdsMoments(value);
}

ServiceResult readPayload(const JsonValue &value, const QString &outerId, Problems &problems, Promises promises)
{
    if (!isCompletion(value))
        return readBareResult(value, outerId, problems, promises);
    const QString jobId = textMember(value, u"job_id");
    return readBareResult(*value.member(u"result"), jobId.isEmpty() ? outerId : jobId, problems, promises);
}

/// RunPod passes on whatever the worker returned; some workers return text that holds JSON.
ServiceResult readTextOutput(const JsonValue &output, const QString &outerId, Problems &problems, Promises promises)
{
    const auto document = JsonDocument::parse(output.asString()->toUtf8());
    if (!document) {
        problems.addError(output, u"is text that is not JSON (%1)"_s.arg(document.error().text()));
        return {};
    }
    Problems inner;
    ServiceResult result = readPayload(document->root(), outerId, inner, promises);
    if (!inner.all().isEmpty())
        problems.addBelow(output.pointer(), inner);
    return result;
}

} // namespace

ServiceResult readServiceResult(const JsonValue &root, Problems &problems, Promises promises)
{
    if (!requireObject(root, problems))
        return {};
    const Field output = root.member(u"output");
    if (!isGiven(output) || holdsMoments(root) || isCompletion(root))
        return readPayload(root, QString(), problems, promises);
    const QString jobId = textMember(root, u"id");
    return output->isString() ? readTextOutput(*output, jobId, problems, promises)
                              : readPayload(*output, jobId, problems, promises);
}

Result<ServiceResult> parseServiceResult(const QByteArray &bytes, Promises promises)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected<Error>(document.error());
    Problems problems;
    ServiceResult result = readServiceResult(document->root(), problems, promises);
    if (problems.hasErrors())
        return tl::unexpected<Error>(problems.asError());
    return result;
}

bool looksLikeServiceResult(const JsonValue &root)
{
    const auto isResult = [](const JsonValue &value) {
        const Field result = value.member(u"result");
        return holdsMoments(value) || (result && holdsMoments(*result));
    };
    if (isResult(root))
        return true;
    const Field output = root.member(u"output");
    if (!output || !output->isString())
        return output && isResult(*output);
    const auto document = JsonDocument::parse(output->asString()->toUtf8());
    return document && isResult(document->root());
}

void writeServiceResult(JsonWriter &writer, const ServiceResult &result)
{
    const ResultMetadata &metadata = result.metadata;
    writer.beginObject();
    writer.member("job_id"_L1, result.jobId);
    writer.member("total_chunks"_L1, result.totalChunks);
    writer.member("successful_chunks"_L1, result.successfulChunks);
    writer.member("failed_chunks"_L1, result.failedChunks);
    writer.key("moments"_L1).beginArray();
    for (const Moment &moment : result.moments)
        writeMoment(writer, moment);
    writer.endArray();
    writer.key("metadata"_L1).beginObject();
    writer.member("chunk_duration_ms"_L1, metadata.chunkDuration.count());
    writer.member("overlap_ms"_L1, metadata.overlap.count());
    writer.member("model"_L1, metadata.model);
    writer.member("moments_before_dedup"_L1, metadata.momentsBeforeDedup);
    writer.member("moments_after_dedup"_L1, metadata.momentsAfterDedup);
    writer.key("usage_totals"_L1);
    writeTokenCounts(writer, metadata.usageTotals);
    writer.key("pricing"_L1);
    writePricing(writer, metadata.pricing);
    for (const RawMember &member : metadata.custom) {
        if (!isServiceMetadata(member.name))
            writer.key(member.name).raw(member.value);
    }
    writer.endObject().key("usage"_L1);
    if (result.usage)
        writeUsage(writer, *result.usage);
    else
        writer.null();
    writer.endObject();
}

QByteArray writeServiceResult(const ServiceResult &result, JsonWriter::Layout layout)
{
    JsonWriter writer(layout);
    writeServiceResult(writer, result);
    return writer.take();
}

bool isServiceMetadata(QStringView name)
{
    return std::any_of(metadataFields.begin(), metadataFields.end(), [&](std::string_view field) {
        return name == QLatin1StringView(field.data(), static_cast<qsizetype>(field.size()));
    });
}

} // namespace Viral
