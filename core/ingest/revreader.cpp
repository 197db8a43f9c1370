// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/revreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/spokenword.h"
#include "core/ingest/unitbuilder.h"

#include <QHash>

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

using Names = QHash<QString, QString>;

/// The editor keeps the names in a list of their own.
Names namesOf(const Field &speakers, const JsonPieces &pieces)
{
    Names names;
    pieces.forEachObject(speakers, [&](const JsonValue &speaker) {
        const QString name = pieces.speaker(speaker.member(u"name"));
        if (!name.isEmpty())
            names.insert(pieces.speaker(speaker.member(u"id")), name);
    });
    return names;
}

class MonologueReader
{
public:
    MonologueReader(const JsonPieces &pieces, Names names)
        : m_pieces(pieces)
        , m_names(std::move(names))
    {}

    void add(const JsonValue &monologue);
    QList<RawUnit> take() { return m_builder.take(); }

private:
    void addPiece(const JsonValue &piece, const QString &speaker);
    void addUntimed(const QString &text, const QString &speaker);

    const JsonPieces &m_pieces;
    Names m_names;
    UnitBuilder m_builder;
};

/// A sentence that a person typed in, or punctuation with its spaces.
void MonologueReader::addUntimed(const QString &text, const QString &speaker)
{
    for (const QStringView word : QStringView(text).tokenize(u' ', Qt::SkipEmptyParts)) {
        if (isSpeakable(word))
            m_builder.addWord({.text = word.toString()}, speaker);
        else
            m_builder.addMark(word.toString());
    }
}

void MonologueReader::addPiece(const JsonValue &piece, const QString &speaker)
{
    const auto [value, type, start, end, otherEnd] =
        piece.pick(std::array{"value"sv, "type"sv, "ts"sv, "end_ts"sv, "endTs"sv});
    const QString text = m_pieces.text(value);
    const auto from = m_pieces.time(start);
    const auto to = m_pieces.time(end ? end : otherEnd);
    if (type && type->asString() == u"unknown"_s)
        m_builder.addSound(text, from, to);
    else if (from)
        m_builder.addWord({.text = text, .start = from, .end = to}, speaker);
    else
        addUntimed(text, speaker);
}

void MonologueReader::add(const JsonValue &monologue)
{
    const auto [speaker, info, elements, spans] =
        monologue.pick(std::array{"speaker"sv, "speaker_info"sv, "elements"sv, "spans"sv});
    const QString label = m_pieces.speaker(speaker);
    const QString name = m_pieces.speaker(memberOf(info, u"display_name"));
    const QString known = name.isEmpty() ? m_names.value(label, label) : name;
    m_pieces.forEachObject(elements ? elements : spans, [&](const JsonValue &piece) { addPiece(piece, known); });
    m_builder.endUnit();
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    const auto [monologues, speakers, language] =
        source.json->pick(std::array{"monologues"sv, "speakers"sv, "language"sv});
    MonologueReader reader(pieces, namesOf(speakers, pieces));
    pieces.forEachObject(monologues, [&reader](const JsonValue &monologue) { reader.add(monologue); });
    return RawTranscript{.language = pieces.text(language), .units = reader.take()};
}

} // namespace

FormatReader revReader()
{
    return {"Rev JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::Rev>, read};
}

} // namespace Viral
