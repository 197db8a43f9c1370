// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/reportcodec.h"

#include "core/base/log.h"
#include "core/base/timetext.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int reportVersion = 1;
/// A run of a hundred hours with every chunk asked three times stays below.
constexpr qsizetype mostAnswers = 10'000;
constexpr auto reportName = "viral_moments_report"_L1;

/// Names of the kinds and states in a report; in the order of allRunKinds and allRunStates.
constexpr std::array kindNames{"openai"_L1, "offline"_L1, "runpod"_L1};
constexpr std::array stateNames{"queued"_L1, "running"_L1,   "succeeded"_L1,
                                "failed"_L1, "cancelled"_L1, "interrupted"_L1};
static_assert(kindNames.size() == allRunKinds.size() && stateNames.size() == allRunStates.size());

QString say(const char *text)
{
    return QCoreApplication::translate("Viral::RunReport", text);
}

template <typename Value, std::size_t count>
QLatin1StringView nameOf(Value value, const std::array<Value, count> &values,
                         const std::array<QLatin1StringView, count> &names)
{
    const auto found = std::find(values.begin(), values.end(), value);
    return names.at(static_cast<std::size_t>(found - values.begin()));
}

template <typename Value, std::size_t count>
std::optional<Value> valueOf(const QString &name, const std::array<Value, count> &values,
                             const std::array<QLatin1StringView, count> &names)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt
                                : std::optional(values.at(static_cast<std::size_t>(found - names.begin())));
}

/// Bytes that came from elsewhere go in as JSON only when they are.
void writeJson(JsonWriter &writer, QLatin1StringView name, const QByteArray &json)
{
    if (!json.isEmpty() && JsonDocument::parse(json))
        writer.key(name).raw(json.trimmed());
}

void writePairs(JsonWriter &writer, QLatin1StringView name, const QList<QPair<QString, QString>> &pairs)
{
    writer.key(name).beginObject();
    for (const auto &[key, value] : pairs)
        writer.member(QStringView(key), QStringView(value));
    writer.endObject();
}

void writeMessages(JsonWriter &writer, const QList<ReportedMessage> &messages)
{
    writer.key("messages"_L1).beginArray();
    for (const ReportedMessage &message : messages) {
        writer.beginObject();
        writer.member("at"_L1, QStringView(isoUtcText(message.when)));
        writer.member("severity"_L1, QStringView(message.severity));
        writer.member("text"_L1, QStringView(message.text));
        if (message.count > 1)
            writer.member("count"_L1, message.count);
        writer.endObject();
    }
    writer.endArray();
}

void writeRecord(JsonWriter &writer, const RunRecord &record)
{
    const auto text = [&writer](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            writer.member(name, QStringView(value));
    };
    text("id"_L1, record.id.value);
    writer.member("number"_L1, record.number);
    writer.member("kind"_L1, nameOf(record.kind, allRunKinds, kindNames));
    writer.member("state"_L1, nameOf(record.state, allRunStates, stateNames));
    writer.member("created_at"_L1, QStringView(isoUtcText(record.createdAt)));
    writer.member("updated_at"_L1, QStringView(isoUtcText(record.updatedAt)));
    text("title"_L1, record.title);
    text("job_id"_L1, record.jobId);
    text("model"_L1, record.model);
    text("source"_L1, record.source);
    text("endpoint"_L1, record.endpointId);
    text("remote_job_id"_L1, record.remoteJobId);
    writer.member("total_chunks"_L1, record.totalChunks);
    writer.member("finished_chunks"_L1, record.finishedChunks);
    writer.member("moments"_L1, record.momentCount);
    if (record.price)
        writer.member("price_micro_dollars"_L1, record.price->value);
    text("error"_L1, record.error);
}

void writeAnswer(JsonWriter &writer, const StoredAnswer &answer)
{
    writer.beginObject();
    writer.member("key"_L1, QStringView(QString::fromLatin1(answer.key.toHex())));
    writer.member("run"_L1, QStringView(answer.run.value));
    writer.member("chunk_index"_L1, answer.chunkIndex);
    writer.member("text"_L1, QStringView(answer.text));
    writer.member("usage"_L1, QStringView(QString::fromUtf8(answer.usage)));
    writer.member("model"_L1, QStringView(answer.model));
    writer.member("end_reason"_L1, QStringView(answer.endReason));
    if (answer.responseTime)
        writer.member("response_ms"_L1, static_cast<std::int64_t>(answer.responseTime->count()));
    writer.member("received_at"_L1, QStringView(isoUtcText(answer.receivedAt)));
    writer.endObject();
}

void writeRun(JsonWriter &writer, const ReportedRun &run)
{
    writer.key("run"_L1).beginObject();
    writeRecord(writer, run.record);
    writer.member("base_url"_L1, QStringView(run.baseUrl));
    writeJson(writer, "prices"_L1, run.prices);
    if (run.request)
        writeJson(writer, "request"_L1, writeRequest(*run.request, JsonWriter::Layout::Compact));
    if (!run.answers.isEmpty()) {
        writer.key("answers"_L1).beginArray();
        for (const StoredAnswer &answer : run.answers)
            writeAnswer(writer, answer);
        writer.endArray();
    }
    if (run.result) {
        writer.key("result"_L1);
        writeServiceResult(writer, *run.result);
    }
    writeJson(writer, "funnel"_L1, run.funnel);
    writer.endObject();
}

QString textAt(const JsonValue &object, QStringView name)
{
    const auto value = object.member(name);
    return value ? value->asString().value_or(QString()) : QString();
}

int numberAt(const JsonValue &object, QStringView name)
{
    const auto value = object.member(name);
    const std::int64_t number = value ? value->asInteger().value_or(0) : 0;
    return number >= 0 && number <= std::numeric_limits<int>::max() ? static_cast<int>(number) : 0;
}

QDateTime timeAt(const JsonValue &object, QStringView name)
{
    return QDateTime::fromString(textAt(object, name), Qt::ISODateWithMs);
}

QByteArray jsonAt(const JsonValue &object, QStringView name)
{
    const auto value = object.member(name);
    return value ? value->rawText() : QByteArray();
}

Result<RunRecord> readRecord(const JsonValue &run)
{
    const auto kind = valueOf(textAt(run, u"kind"), allRunKinds, kindNames);
    const auto state = valueOf(textAt(run, u"state"), allRunStates, stateNames);
    RunRecord record{.id = {textAt(run, u"id")},
                     .number = numberAt(run, u"number"),
                     .createdAt = timeAt(run, u"created_at"),
                     .updatedAt = timeAt(run, u"updated_at"),
                     .title = textAt(run, u"title"),
                     .jobId = textAt(run, u"job_id"),
                     .model = textAt(run, u"model"),
                     .source = textAt(run, u"source"),
                     .endpointId = textAt(run, u"endpoint"),
                     .remoteJobId = textAt(run, u"remote_job_id"),
                     .totalChunks = numberAt(run, u"total_chunks"),
                     .finishedChunks = numberAt(run, u"finished_chunks"),
                     .momentCount = numberAt(run, u"moments"),
                     .error = textAt(run, u"error")};
    if (!kind || !state || record.id.isEmpty())
        return failure(ErrorKind::Input, say("The run of this report cannot be read."), u"/run"_s);
    record.kind = *kind;
    record.state = *state;
    return record;
}

StoredAnswer readAnswer(const JsonValue &value)
{
    StoredAnswer answer{.key = QByteArray::fromHex(textAt(value, u"key").toLatin1()),
                        .run = {textAt(value, u"run")},
                        .chunkIndex = numberAt(value, u"chunk_index"),
                        .text = textAt(value, u"text"),
                        .usage = textAt(value, u"usage").toUtf8(),
                        .model = textAt(value, u"model"),
                        .endReason = textAt(value, u"end_reason"),
                        .receivedAt = timeAt(value, u"received_at")};
    if (value.member(u"response_ms"))
        answer.responseTime = Milliseconds{numberAt(value, u"response_ms")};
    return answer;
}

/// The parts of the run that hold words; those that are missing stay empty.
Result<void> readWords(const JsonValue &value, ReportedRun &run)
{
    Problems problems;
    if (const auto request = value.member(u"request"))
        run.request = readRequest(*request, problems);
    if (problems.hasErrors())
        return tl::unexpected(problems.asError());
    if (const auto result = value.member(u"result"))
        run.result = readServiceResult(*result, problems, Promises::Noted);
    if (problems.hasErrors())
        return tl::unexpected(problems.asError());
    if (const auto answers = value.member(u"answers")) {
        answers->forEachElement([&run](std::size_t, const JsonValue &answer) {
            if (run.answers.size() <= mostAnswers)
                run.answers.append(readAnswer(answer));
        });
    }
    if (run.answers.size() > mostAnswers)
        return failure(ErrorKind::Input, say("This report holds more answers than a run can have."), u"/run/answers"_s);
    return {};
}

} // namespace

bool looksLikeReport(const QByteArray &beginning)
{
    const QByteArray text = beginning.trimmed();
    return text.startsWith('{') && text.mid(1).trimmed().startsWith("\"" + QByteArray(reportName.data()) + "\"");
}

QByteArray writeReport(const ProblemReport &report)
{
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginObject();
    writer.member(reportName, reportVersion);
    writer.member("made_at"_L1, QStringView(isoUtcText(report.madeAt)));
    writePairs(writer, "system"_L1, report.system);
    writePairs(writer, "settings"_L1, report.settings);
    writeMessages(writer, report.messages);
    writer.key("log"_L1).beginArray();
    for (const QString &line : report.log)
        writer.value(QStringView(line));
    writer.endArray();
    if (report.run)
        writeRun(writer, *report.run);
    writer.endObject();
    return redacted(QString::fromUtf8(writer.take())).toUtf8();
}

Result<ReportedRun> readReportedRun(const QByteArray &bytes)
{
    const Result<JsonDocument> document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected(document.error());
    const JsonValue root = document->root();
    if (const int version = numberAt(root, QString(reportName)); version != reportVersion) {
        return failure(ErrorKind::Input, version > reportVersion ? say("This report was made by a newer version.")
                                                                 : say("This is no report."));
    }
    const auto value = root.member(u"run");
    if (!value)
        return failure(ErrorKind::Input, say("This report holds no run: there is nothing to show."));
    Result<RunRecord> record = readRecord(*value);
    if (!record)
        return tl::unexpected(record.error());
    ReportedRun run{.record = std::move(*record), .baseUrl = textAt(*value, u"base_url")};
    run.prices = jsonAt(*value, u"prices");
    run.funnel = jsonAt(*value, u"funnel");
    if (const Result<void> words = readWords(*value, run); !words)
        return tl::unexpected(words.error());
    return run;
}

} // namespace Viral
