// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/editcodec.h"

#include "core/contract/momentcodec.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

template <typename Value>
struct Named
{
    Value value;
    QLatin1StringView name;
};

// Words of the journal: files hold them, so they never change.

constexpr std::array fieldNames{
    Named{TextField::Title, "title"_L1},       Named{TextField::Hook, "hook"_L1},
    Named{TextField::Category, "category"_L1}, Named{TextField::EngagementValue, "engagementValue"_L1},
    Named{TextField::Quote, "quote"_L1},       Named{TextField::Note, "note"_L1},
};

constexpr std::array originNames{
    Named{MomentOrigin::Result, "result"_L1},
    Named{MomentOrigin::Promoted, "promoted"_L1},
    Named{MomentOrigin::Editor, "editor"_L1},
    Named{MomentOrigin::EarlierResult, "earlier"_L1},
};

template <typename Value, std::size_t count>
QLatin1StringView nameOf(const std::array<Named<Value>, count> &names, Value value)
{
    for (const Named<Value> &each : names) {
        if (each.value == value)
            return each.name;
    }
    return {};
}

template <typename Value, std::size_t count>
std::optional<Value> valueOf(const std::array<Named<Value>, count> &names, const QString &name)
{
    for (const Named<Value> &each : names) {
        if (name == each.name)
            return each.value;
    }
    return std::nullopt;
}

std::optional<Metric> metricOf(const QString &name)
{
    for (const Metric metric : allMetrics) {
        if (name == metricKey(metric))
            return metric;
    }
    return std::nullopt;
}

std::optional<Platform> platformOf(const QString &name)
{
    for (const Platform platform : allPlatforms) {
        if (name == platformKey(platform))
            return platform;
    }
    return std::nullopt;
}

void writeNullable(JsonWriter &writer, QLatin1StringView name, const QString &text)
{
    writer.key(name);
    if (text.isNull())
        writer.null();
    else
        writer.value(QStringView(text));
}

/// Reads the parts of one object; what is missing or of another type is a problem and a default.
class PartReader
{
public:
    PartReader(const JsonValue &object, Problems &problems)
        : m_object(object)
        , m_problems(problems)
    {}

    std::optional<JsonValue> part(QStringView name)
    {
        std::optional<JsonValue> found = m_object.member(name);
        if (!found)
            complain(name, u"is missing"_s);
        return found;
    }

    QString text(QStringView name)
    {
        const std::optional<JsonValue> found = part(name);
        if (!found)
            return {};
        const std::optional<QString> read = found->asString();
        if (!read)
            complain(name, u"must be text"_s);
        return read.value_or(QString());
    }

    /// Null for null, never null for text.
    QString nullableText(QStringView name)
    {
        const std::optional<JsonValue> found = part(name);
        if (!found || found->isNull())
            return {};
        const QString read = text(name);
        return read.isNull() ? u""_s : read;
    }

    bool flag(QStringView name)
    {
        const std::optional<JsonValue> found = part(name);
        const std::optional<bool> read = found ? found->asBoolean() : std::nullopt;
        if (found && !read)
            complain(name, u"must be true or false"_s);
        return read.value_or(false);
    }

    std::int64_t number(QStringView name)
    {
        const std::optional<JsonValue> found = part(name);
        const std::optional<std::int64_t> read = found ? found->asInteger() : std::nullopt;
        if (found && !read)
            complain(name, u"must be a whole number"_s);
        return read.value_or(0);
    }

    int smallNumber(QStringView name)
    {
        const std::int64_t read = number(name);
        if (read != static_cast<int>(read))
            complain(name, u"is too large"_s);
        return static_cast<int>(read);
    }

    Milliseconds time(QStringView name) { return Milliseconds{number(name)}; }

    template <typename Find>
    auto word(QStringView name, const Find &find) -> typename decltype(find(QString()))::value_type
    {
        const QString read = text(name);
        const auto found = find(read);
        if (!found)
            complain(name, u"is not a known word"_s);
        return found ? *found : typename decltype(find(QString()))::value_type{};
    }

    MomentId moment() { return {text(u"moment")}; }

private:
    void complain(QStringView name, const QString &what)
    {
        m_problems.addError(u"%1/%2"_s.arg(m_object.pointer(), name), u"%1 %2."_s.arg(name, what));
    }

    const JsonValue &m_object;
    Problems &m_problems;
};

// Kinds: one write and one read for each.

void begin(JsonWriter &writer, QLatin1StringView kind, const MomentId &moment)
{
    writer.member("kind"_L1, kind).member("moment"_L1, QStringView(moment.value));
}

void writeParts(JsonWriter &writer, const DecisionEdit &edit)
{
    begin(writer, "decision"_L1, edit.moment);
    writer.member("decision"_L1, decisionKey(edit.decision)).member("reason"_L1, QStringView(edit.reason));
}

void writeParts(JsonWriter &writer, const SpanEdit &edit)
{
    begin(writer, "span"_L1, edit.moment);
    writer.member("start"_L1, std::int64_t{edit.span.start.count()});
    writer.member("end"_L1, std::int64_t{edit.span.end.count()});
}

void writeParts(JsonWriter &writer, const TextEdit &edit)
{
    begin(writer, "text"_L1, edit.moment);
    writer.member("field"_L1, nameOf(fieldNames, edit.field));
    writeNullable(writer, "text"_L1, edit.text);
}

void writeParts(JsonWriter &writer, const PostEdit &edit)
{
    begin(writer, "post"_L1, edit.moment);
    writer.member("platform"_L1, platformKey(edit.platform));
    writeNullable(writer, "text"_L1, edit.text);
    writer.member("position"_L1, edit.position);
}

void writeParts(JsonWriter &writer, const ScoreEdit &edit)
{
    begin(writer, "score"_L1, edit.moment);
    writer.member("metric"_L1, metricKey(edit.metric)).member("score"_L1, edit.score);
}

void writeParts(JsonWriter &writer, const FurtherMetricEdit &edit)
{
    begin(writer, "furtherMetric"_L1, edit.moment);
    // The value as text: it comes back with the same bytes.
    writer.member("name"_L1, QStringView(edit.name)).member("value"_L1, QStringView(QString::fromUtf8(edit.value)));
}

void writeParts(JsonWriter &writer, const StarEdit &edit)
{
    begin(writer, "star"_L1, edit.moment);
    writer.member("starred"_L1, edit.starred);
}

void writeParts(JsonWriter &writer, const AddEdit &edit)
{
    begin(writer, "add"_L1, edit.moment.id);
    writer.key("added"_L1);
    writeReviewedMoment(writer, edit.moment);
}

void writeParts(JsonWriter &writer, const RemoveEdit &edit)
{
    begin(writer, "remove"_L1, edit.moment);
}

Edit readDecision(PartReader &parts)
{
    const auto find = [](const QString &name) { return decisionFromKey(name); };
    return DecisionEdit{
        .moment = parts.moment(), .decision = parts.word(u"decision", find), .reason = parts.text(u"reason")};
}

Edit readSpan(PartReader &parts)
{
    return SpanEdit{.moment = parts.moment(), .span = {parts.time(u"start"), parts.time(u"end")}};
}

Edit readText(PartReader &parts)
{
    const auto find = [](const QString &name) { return valueOf(fieldNames, name); };
    return TextEdit{.moment = parts.moment(), .field = parts.word(u"field", find), .text = parts.nullableText(u"text")};
}

Edit readPost(PartReader &parts)
{
    return PostEdit{.moment = parts.moment(),
                    .platform = parts.word(u"platform", platformOf),
                    .text = parts.nullableText(u"text"),
                    .position = parts.smallNumber(u"position")};
}

Edit readScore(PartReader &parts)
{
    return ScoreEdit{
        .moment = parts.moment(), .metric = parts.word(u"metric", metricOf), .score = parts.smallNumber(u"score")};
}

std::optional<Edit> readAdd(PartReader &parts, Problems &problems)
{
    const std::optional<JsonValue> added = parts.part(u"added");
    if (!added)
        return std::nullopt;
    return AddEdit{.moment = readReviewedMoment(*added, problems)};
}

std::optional<Edit> readKind(const QString &kind, PartReader &parts, Problems &problems)
{
    if (kind == "decision"_L1)
        return readDecision(parts);
    if (kind == "span"_L1)
        return readSpan(parts);
    if (kind == "text"_L1)
        return readText(parts);
    if (kind == "post"_L1)
        return readPost(parts);
    if (kind == "score"_L1)
        return readScore(parts);
    if (kind == "furtherMetric"_L1)
        return FurtherMetricEdit{
            .moment = parts.moment(), .name = parts.text(u"name"), .value = parts.text(u"value").toUtf8()};
    if (kind == "star"_L1)
        return StarEdit{.moment = parts.moment(), .starred = parts.flag(u"starred")};
    if (kind == "add"_L1)
        return readAdd(parts, problems);
    if (kind == "remove"_L1)
        return RemoveEdit{.moment = parts.moment()};
    return std::nullopt;
}

/// A moment in the making may lack a hook, a platform or the length of a clip, and its decisions must not be lost for
/// that: only what is no object at all is refused.
Moment readMomentPart(PartReader &parts, QStringView name, Problems &problems)
{
    const std::optional<JsonValue> value = parts.part(name);
    if (!value)
        return {};
    if (!value->isObject())
        problems.addError(value->pointer(), u"This must be a moment."_s);
    Problems departures;
    return readMoment(*value, departures, Promises::Noted);
}

} // namespace

void writeEdit(JsonWriter &writer, const Edit &edit)
{
    writer.beginObject();
    std::visit([&writer](const auto &each) { writeParts(writer, each); }, edit);
    writer.endObject();
}

std::optional<Edit> readEdit(const JsonValue &value, Problems &problems)
{
    const qsizetype errorsBefore = problems.errorCount();
    PartReader parts(value, problems);
    const QString kind = parts.text(u"kind");
    std::optional<Edit> edit = readKind(kind, parts, problems);
    if (!edit && problems.errorCount() == errorsBefore)
        problems.addError(value.pointer() + u"/kind"_s, u"This kind of edit is not known."_s);
    return problems.errorCount() == errorsBefore ? edit : std::nullopt;
}

void writeReviewedMoment(JsonWriter &writer, const ReviewedMoment &moment)
{
    writer.beginObject();
    writer.member("id"_L1, QStringView(moment.id.value)).member("origin"_L1, nameOf(originNames, moment.origin));
    writer.key("original"_L1);
    writeMoment(writer, moment.original);
    writer.key("current"_L1);
    writeMoment(writer, moment.current);
    writer.member("decision"_L1, decisionKey(moment.decision)).member("reason"_L1, QStringView(moment.reason));
    writer.member("note"_L1, QStringView(moment.note)).member("starred"_L1, moment.starred);
    writer.endObject();
}

ReviewedMoment readReviewedMoment(const JsonValue &value, Problems &problems)
{
    PartReader parts(value, problems);
    const auto findOrigin = [](const QString &name) { return valueOf(originNames, name); };
    const auto findDecision = [](const QString &name) { return decisionFromKey(name); };
    return {.id = {parts.text(u"id")},
            .origin = parts.word(u"origin", findOrigin),
            .original = readMomentPart(parts, u"original", problems),
            .current = readMomentPart(parts, u"current", problems),
            .decision = parts.word(u"decision", findDecision),
            .reason = parts.text(u"reason"),
            .note = parts.text(u"note"),
            .starred = parts.flag(u"starred")};
}

void writeNotedOriginal(JsonWriter &writer, const NotedOriginal &noted)
{
    writer.beginObject().member("id"_L1, QStringView(noted.id.value)).key("original"_L1);
    writeMoment(writer, noted.original);
    writer.endObject();
}

NotedOriginal readNotedOriginal(const JsonValue &value, Problems &problems)
{
    PartReader parts(value, problems);
    return {.id = {parts.text(u"id")}, .original = readMomentPart(parts, u"original", problems)};
}

} // namespace Viral
