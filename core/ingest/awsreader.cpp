// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/awsreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <QHash>

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

/// Speakers by the start of their words, written as the items write it: older files name them only there.
using Labels = QHash<QString, QString>;

Labels labelsOf(const Field &speakerLabels, const JsonPieces &pieces)
{
    Labels labels;
    pieces.forEachObject(memberOf(speakerLabels, u"segments"), [&](const JsonValue &segment) {
        pieces.forEachObject(segment.member(u"items"), [&](const JsonValue &item) {
            const auto [start, label] = item.pick(std::array{"start_time"sv, "speaker_label"sv});
            const QString speaker = pieces.speaker(label);
            if (!speaker.isEmpty())
                labels.insert(pieces.text(start), speaker);
        });
    });
    return labels;
}

class ItemReader
{
public:
    ItemReader(const JsonPieces &pieces, const Labels &labels)
        : m_pieces(pieces)
        , m_labels(labels)
    {}

    void addItems(const Field &items, const QString &channel);
    QList<RawUnit> take() { return m_builder.takeSorted(); }

private:
    void addItem(const JsonValue &item, const QString &channel);

    const JsonPieces &m_pieces;
    const Labels &m_labels;
    UnitBuilder m_builder;
};

void ItemReader::addItem(const JsonValue &item, const QString &channel)
{
    const auto [type, alternatives, start, end, label] =
        item.pick(std::array{"type"sv, "alternatives"sv, "start_time"sv, "end_time"sv, "speaker_label"sv});
    const QString text = m_pieces.text(memberOf(firstOf(alternatives), u"content"));
    if (m_pieces.text(type) == u"punctuation") {
        m_builder.addMark(text);
        return;
    }
    QString speaker = m_pieces.speaker(label);
    const auto startText = start && speaker.isEmpty() ? start->asString() : std::nullopt;
    if (startText)
        speaker = m_labels.value(*startText);
    m_builder.addWord({.text = text, .start = m_pieces.time(start), .end = m_pieces.time(end)},
                      speaker.isEmpty() ? channel : speaker);
}

void ItemReader::addItems(const Field &items, const QString &channel)
{
    m_pieces.forEachObject(items, [&](const JsonValue &item) { addItem(item, channel); });
    m_builder.endUnit();
}

QList<RawUnit> unitsOfResults(const Field &results, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    const Labels labels = labelsOf(memberOf(results, u"speaker_labels"), pieces);
    ItemReader reader(pieces, labels);
    const Field channels = memberOf(memberOf(results, u"channel_labels"), u"channels");
    if (channels && channels->size() > 1)
        pieces.forEachObject(channels, [&](const JsonValue &channel) {
            reader.addItems(channel.member(u"items"), pieces.speaker(channel.member(u"channel_label")));
        });
    else
        reader.addItems(memberOf(results, u"items"), {});
    return reader.take();
}

void addCallTurn(const JsonValue &turn, const JsonPieces &pieces, UnitBuilder &builder)
{
    const auto [role, start, end, content, items] =
        turn.pick(std::array{"ParticipantRole"sv, "BeginOffsetMillis"sv, "EndOffsetMillis"sv, "Content"sv, "Items"sv});
    const QString speaker = pieces.speaker(role);
    builder.beginPhrase(pieces.time(start), pieces.time(end));
    if (!items || items->size() == 0)
        builder.addUnit(
            {.text = pieces.text(content), .start = pieces.time(start), .end = pieces.time(end), .speaker = speaker});
    pieces.forEachObject(items, [&](const JsonValue &item) {
        const auto [type, text, from, to] =
            item.pick(std::array{"Type"sv, "Content"sv, "BeginOffsetMillis"sv, "EndOffsetMillis"sv});
        if (pieces.text(type) == u"punctuation")
            builder.addMark(pieces.text(text));
        else
            builder.addWord({.text = pieces.text(text), .start = pieces.time(from), .end = pieces.time(to)}, speaker);
    });
    builder.endUnit();
}

QList<RawUnit> unitsOfCall(const Field &turns, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Millisecond, problems);
    UnitBuilder builder;
    pieces.forEachObject(turns, [&](const JsonValue &turn) { addCallTurn(turn, pieces, builder); });
    return builder.takeSorted();
}

Result<Content> read(const Source &source, Problems &problems)
{
    const auto [results, turns, callLanguage] =
        source.json->pick(std::array{"results"sv, "Transcript"sv, "LanguageCode"sv});
    const JsonPieces pieces(TimeUnit::Second, problems);
    const Field language = callLanguage ? callLanguage : memberOf(results, u"language_code");
    return RawTranscript{.language = pieces.text(language),
                         .units = turns ? unitsOfCall(turns, problems) : unitsOfResults(results, problems)};
}

} // namespace

FormatReader awsReader()
{
    return {"Amazon Transcribe JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::Aws>, read};
}

} // namespace Viral
