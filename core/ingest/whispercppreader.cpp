// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/whispercppreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <QRegularExpression>

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

/// Marks of the model that some writers leave in the text: "[_BEG_]", "[_TT_150]", "<|endoftext|>".
QString withoutModelMarks(QString text)
{
    static const QRegularExpression marks(u"\\[_[A-Z]{2,10}_?\\d{0,6}\\]|<\\|[^|<>]{0,40}\\|>"_s);
    return text.contains(u"[_"_s) || text.contains(u"<|"_s) ? text.remove(marks) : text;
}

class WhisperCppReader
{
public:
    explicit WhisperCppReader(Problems &problems)
        : m_milliseconds(TimeUnit::Millisecond, problems)
        , m_seconds(TimeUnit::Second, problems)
    {}

    QList<RawUnit> units(const Field &list);

private:
    void addSegment(const JsonValue &segment);
    void addTokens(const JsonValue &tokens, const RawUnit &segment);

    JsonPieces m_milliseconds;
    JsonPieces m_seconds;
    QList<RawUnit> m_phrases;
    UnitBuilder m_builder;
    bool m_hasTokens = false;
    bool m_turnIsNext = false;
};

/// Tokens carry their space; those without times share the time of the word that they belong to.
void WhisperCppReader::addTokens(const JsonValue &tokens, const RawUnit &segment)
{
    m_builder.beginPhrase(segment.start, segment.end);
    m_milliseconds.forEachObject(tokens, [this, &segment](const JsonValue &token) {
        const QString text = withoutModelMarks(m_milliseconds.text(token.member(u"text")));
        const Field offsets = token.member(u"offsets");
        if (!text.isEmpty())
            m_builder.addPiece({.text = text,
                                .start = m_milliseconds.time(memberOf(offsets, u"from")),
                                .end = m_milliseconds.time(memberOf(offsets, u"to"))},
                               segment.speaker);
    });
    m_builder.endUnit();
    m_hasTokens = true;
}

void WhisperCppReader::addSegment(const JsonValue &segment)
{
    const auto [text, offsets, startMs, endMs, startInSeconds, speaker, turn, tokens] =
        segment.pick(std::array{"text"sv, "offsets"sv, "startMs"sv, "endMs"sv, "startInSeconds"sv, "speaker"sv,
                                "speaker_turn_next"sv, "tokens"sv});
    RawUnit unit{.text = withoutModelMarks(m_milliseconds.text(text)), .speaker = m_milliseconds.speaker(speaker)};
    unit.start = m_milliseconds.time(offsets ? memberOf(offsets, u"from") : startMs);
    unit.end = m_milliseconds.time(offsets ? memberOf(offsets, u"to") : endMs);
    if (!unit.start)
        unit.start = m_seconds.time(startInSeconds);
    if (m_turnIsNext)
        unit.text.prepend(u">> "_s);
    m_turnIsNext = turn && turn->asBoolean().value_or(false);
    if (tokens && tokens->isArray() && memberOf(firstOf(tokens), u"offsets"))
        addTokens(*tokens, unit);
    else
        m_builder.addUnit(unit);
    m_phrases.append(std::move(unit));
}

QList<RawUnit> WhisperCppReader::units(const Field &list)
{
    m_milliseconds.forEachObject(list, [this](const JsonValue &segment) { addSegment(segment); });
    return m_hasTokens ? m_builder.take() : unitsOfPhrases(std::move(m_phrases));
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonValue &root = *source.json;
    const JsonPieces pieces(TimeUnit::Millisecond, problems);
    RawTranscript transcript{.language = pieces.text(memberOf(root.member(u"result"), u"language"))};
    transcript.units = WhisperCppReader(problems).units(root.isArray() ? Field(root) : root.member(u"transcription"));
    return transcript;
}

} // namespace

FormatReader whisperCppReader()
{
    return {"whisper.cpp JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::WhisperCpp>, read};
}

} // namespace Viral
