// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/papereditreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

/// Who speaks from which time on.
using Turns = std::map<Milliseconds, QString>;

Turns turnsOf(const Field &paragraphs, const JsonPieces &pieces)
{
    Turns turns;
    pieces.forEachObject(paragraphs, [&](const JsonValue &paragraph) {
        const auto [start, speaker] = paragraph.pick(std::array{"start"sv, "speaker"sv});
        if (const auto time = pieces.time(start))
            turns.insert_or_assign(*time, pieces.speaker(speaker));
    });
    return turns;
}

/// Words without a time belong to whoever spoke before.
QString speakerAt(std::optional<Milliseconds> time, const Turns &turns, const QString &before)
{
    if (!time)
        return before;
    const auto next = turns.upper_bound(*time);
    return next == turns.begin() ? QString() : std::prev(next)->second;
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    const auto [words, paragraphs, language] = source.json->pick(std::array{"words"sv, "paragraphs"sv, "language"sv});
    const Turns turns = turnsOf(paragraphs, pieces);
    UnitBuilder builder;
    QString speaker;
    pieces.forEachObject(words, [&](const JsonValue &word) {
        const auto [text, start, end] = word.pick(std::array{"text"sv, "start"sv, "end"sv});
        const RawWord raw{.text = pieces.text(text), .start = pieces.time(start), .end = pieces.time(end)};
        speaker = speakerAt(raw.start, turns, speaker);
        builder.addWord(raw, speaker);
    });
    return RawTranscript{.language = pieces.text(language), .units = builder.take()};
}

} // namespace

FormatReader paperEditReader()
{
    return {"digital-paper-edit JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::PaperEdit>, read};
}

} // namespace Viral
