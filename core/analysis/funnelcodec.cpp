// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/funnelcodec.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array stages{FunnelStage::Parsing,    FunnelStage::Ranking, FunnelStage::Placing, FunnelStage::Edges,
                            FunnelStage::Hook,       FunnelStage::Text,    FunnelStage::Copy,    FunnelStage::Scores,
                            FunnelStage::Duplicates, FunnelStage::Kept};

void writeSpan(JsonWriter &writer, QLatin1StringView name, const std::optional<TimeSpan> &span)
{
    if (!span)
        return;
    writer.key(name).beginObject();
    writer.member("start"_L1, span->start.count()).member("end"_L1, span->end.count());
    writer.endObject();
}

template <typename Number>
void writeNumber(JsonWriter &writer, QLatin1StringView name, const std::optional<Number> &number)
{
    if (number)
        writer.member(name, *number);
}

void writeTime(JsonWriter &writer, QLatin1StringView name, const std::optional<Milliseconds> &time)
{
    if (time)
        writer.member(name, time->count());
}

void writePlatforms(JsonWriter &writer, const std::optional<QStringList> &platforms)
{
    if (!platforms)
        return;
    writer.key("platforms"_L1).beginArray();
    for (const QString &platform : *platforms)
        writer.value(platform);
    writer.endArray();
}

void writePosts(JsonWriter &writer, const QList<ProposedPost> &posts)
{
    writer.key("socialCopy"_L1).beginArray();
    for (const ProposedPost &post : posts) {
        writer.beginObject();
        writer.member("platform"_L1, post.platform).member("text"_L1, post.text);
        writer.endObject();
    }
    writer.endArray();
}

void writeScores(JsonWriter &writer, const Candidate &candidate)
{
    writer.key("scorecard"_L1).beginObject();
    for (const Metric metric : allMetrics)
        writeNumber(writer, metricKey(metric), candidate.scores[static_cast<std::size_t>(metric)]);
    writer.endObject();
    writer.key("furtherMetrics"_L1).beginObject().members(candidate.furtherMetrics).endObject();
}

void writeCandidate(JsonWriter &writer, const Candidate &candidate)
{
    writer.key("candidate"_L1).beginObject();
    writeNumber(writer, "startSentence"_L1, candidate.startSentence);
    writeNumber(writer, "endSentence"_L1, candidate.endSentence);
    writeTime(writer, "startTime"_L1, candidate.startTime);
    writeTime(writer, "endTime"_L1, candidate.endTime);
    writer.member("title"_L1, candidate.title).member("hook"_L1, candidate.hook);
    writer.member("category"_L1, candidate.category).member("engagementValue"_L1, candidate.engagementValue);
    writer.member("quote"_L1, candidate.quote);
    writePlatforms(writer, candidate.platforms);
    writePosts(writer, candidate.socialCopy);
    writeScores(writer, candidate);
    writer.endObject();
}

void writeAdjustments(JsonWriter &writer, const QList<Adjustment> &adjustments)
{
    writer.key("adjustments"_L1).beginArray();
    for (const Adjustment &adjustment : adjustments) {
        writer.beginObject();
        writer.member("what"_L1, adjustment.what).member("why"_L1, adjustment.why);
        writeTime(writer, "from"_L1, adjustment.from);
        writeTime(writer, "to"_L1, adjustment.to);
        writer.endObject();
    }
    writer.endArray();
}

void writeEntry(JsonWriter &writer, const FunnelEntry &entry)
{
    writer.beginObject();
    writer.member("number"_L1, entry.number);
    writer.member("chunk"_L1, entry.candidate.chunkIndex).member("position"_L1, entry.candidate.position);
    writer.member("stage"_L1, stageKey(entry.stage));
    if (!entry.isKept()) {
        writer.member("rule"_L1, entry.rule).member("measured"_L1, entry.measured);
        writer.member("reason"_L1, entry.reason);
    }
    writeSpan(writer, "proposed"_L1, entry.proposed);
    writeSpan(writer, "refined"_L1, entry.refined);
    writeNumber(writer, "moment"_L1, entry.momentIndex);
    writeAdjustments(writer, entry.adjustments);
    writeCandidate(writer, entry.candidate);
    writer.endObject();
}

void writeCounts(JsonWriter &writer, const Funnel &funnel)
{
    std::array<int, stages.size()> counts{};
    for (const FunnelEntry &entry : funnel.entries)
        ++counts[static_cast<std::size_t>(entry.stage)];
    writer.key("counts"_L1).beginObject();
    for (const FunnelStage stage : stages)
        writer.member(stageKey(stage), counts[static_cast<std::size_t>(stage)]);
    writer.endObject();
}

/// Reads a funnel; a value of the wrong type is a problem, a missing one is not.
class FunnelReader
{
public:
    Funnel read(const JsonValue &root)
    {
        Funnel funnel;
        const auto candidates = root.member(u"candidates");
        if (!candidates || !candidates->isArray()) {
            m_problems.addError(u"/candidates"_s, u"needs a list of candidates"_s);
            return funnel;
        }
        candidates->forEachElement([&](std::size_t, const JsonValue &value) { funnel.entries.append(entry(value)); });
        if (const auto notes = root.member(u"notes"))
            notes->forEachElement(
                [&](std::size_t, const JsonValue &note) { funnel.notes.append(note.asString().value_or(QString())); });
        return funnel;
    }

    const Problems &problems() const { return m_problems; }

private:
    FunnelEntry entry(const JsonValue &value)
    {
        FunnelEntry entry;
        if (const auto own = value.member(u"candidate"))
            entry.candidate = candidate(*own);
        entry.number = number(value, u"number").value_or(0);
        entry.candidate.chunkIndex = number(value, u"chunk").value_or(0);
        entry.candidate.position = number(value, u"position").value_or(0);
        const QString stage = text(value, u"stage");
        if (const auto known = stageFromKey(stage))
            entry.stage = *known;
        else
            m_problems.addError(value.pointer() + u"/stage"_s, u"is no stage of the funnel: "_s + stage.left(40));
        entry.rule = text(value, u"rule");
        entry.measured = text(value, u"measured");
        entry.reason = text(value, u"reason");
        entry.proposed = span(value, u"proposed");
        entry.refined = span(value, u"refined");
        entry.momentIndex = number(value, u"moment");
        if (const auto list = value.member(u"adjustments"))
            list->forEachElement(
                [&](std::size_t, const JsonValue &item) { entry.adjustments.append(adjustment(item)); });
        return entry;
    }

    Adjustment adjustment(const JsonValue &value)
    {
        return {text(value, u"what"), text(value, u"why"), time(value, u"from"), time(value, u"to")};
    }

    Candidate candidate(const JsonValue &value)
    {
        Candidate candidate;
        candidate.startSentence = number(value, u"startSentence");
        candidate.endSentence = number(value, u"endSentence");
        candidate.startTime = time(value, u"startTime");
        candidate.endTime = time(value, u"endTime");
        candidate.title = text(value, u"title");
        candidate.hook = text(value, u"hook");
        candidate.category = text(value, u"category");
        candidate.engagementValue = text(value, u"engagementValue");
        candidate.quote = text(value, u"quote");
        if (const auto platforms = value.member(u"platforms")) {
            candidate.platforms = QStringList();
            platforms->forEachElement([&](std::size_t, const JsonValue &name) {
                candidate.platforms->append(name.asString().value_or(QString()));
            });
        }
        if (const auto posts = value.member(u"socialCopy"))
            posts->forEachElement([&](std::size_t, const JsonValue &post) {
                candidate.socialCopy.append({text(post, u"platform"), text(post, u"text")});
            });
        readScores(value, candidate);
        return candidate;
    }

    void readScores(const JsonValue &value, Candidate &candidate)
    {
        if (const auto card = value.member(u"scorecard")) {
            for (const Metric metric : allMetrics)
                candidate.scores[static_cast<std::size_t>(metric)] = number(*card, QString(metricKey(metric)));
        }
        if (const auto further = value.member(u"furtherMetrics"))
            candidate.furtherMetrics = further->rawMembers();
    }

    std::optional<std::int64_t> integer(const JsonValue &parent, QStringView name)
    {
        const auto value = parent.member(name);
        if (!value)
            return std::nullopt;
        const auto integer = value->asInteger();
        if (!integer)
            m_problems.addError(value->pointer(), u"must be a whole number, not "_s + value->typeName());
        return integer;
    }

    std::optional<int> number(const JsonValue &parent, QStringView name)
    {
        const auto value = integer(parent, name);
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    }

    std::optional<Milliseconds> time(const JsonValue &parent, QStringView name)
    {
        const auto value = integer(parent, name);
        return value ? std::optional(Milliseconds{*value}) : std::nullopt;
    }

    std::optional<TimeSpan> span(const JsonValue &parent, QStringView name)
    {
        const auto value = parent.member(name);
        if (!value)
            return std::nullopt;
        const auto start = time(*value, u"start");
        const auto end = time(*value, u"end");
        return start && end ? std::optional(TimeSpan{*start, *end}) : std::nullopt;
    }

    QString text(const JsonValue &parent, QStringView name)
    {
        const auto value = parent.member(name);
        if (!value)
            return {};
        if (!value->isString())
            m_problems.addError(value->pointer(), u"must be text, not "_s + value->typeName());
        return value->asString().value_or(QString());
    }

    Problems m_problems;
};

} // namespace

QByteArray writeFunnel(const Funnel &funnel, JsonWriter::Layout layout)
{
    JsonWriter writer(layout);
    writer.beginObject().key("candidates"_L1).beginArray();
    for (const FunnelEntry &entry : funnel.entries)
        writeEntry(writer, entry);
    writer.endArray();
    writeCounts(writer, funnel);
    writer.key("notes"_L1).beginArray();
    for (const QString &note : funnel.notes)
        writer.value(note);
    writer.endArray().endObject();
    return writer.take();
}

Result<Funnel> parseFunnel(const QByteArray &bytes)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return tl::unexpected(document.error());
    FunnelReader reader;
    Funnel funnel = reader.read(document->root());
    if (reader.problems().hasErrors())
        return tl::unexpected(reader.problems().asError());
    return funnel;
}

} // namespace Viral
