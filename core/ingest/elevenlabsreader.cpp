// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/elevenlabsreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

void addItem(const JsonValue &item, const QString &channel, const JsonPieces &pieces, UnitBuilder &builder)
{
    const auto [text, start, end, type, speaker] =
        item.pick(std::array{"text"sv, "start"sv, "end"sv, "type"sv, "speaker_id"sv});
    const QString kind = pieces.text(type);
    if (kind == u"spacing")
        return;
    const QString label = pieces.speaker(speaker);
    if (kind == u"audio_event")
        builder.addSound(pieces.text(text), pieces.time(start), pieces.time(end));
    else
        builder.addWord({.text = pieces.text(text), .start = pieces.time(start), .end = pieces.time(end)},
                        label.isEmpty() ? channel : label);
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    const JsonValue &root = *source.json;
    UnitBuilder builder;
    Field language = root.member(u"language_code");
    const auto addWords = [&](const Field &words, const QString &channel) {
        pieces.forEachObject(words, [&](const JsonValue &item) { addItem(item, channel, pieces, builder); });
        builder.endUnit();
    };
    int number = 0;
    pieces.forEachObject(root.member(u"transcripts"), [&](const JsonValue &channel) {
        language = language ? language : channel.member(u"language_code");
        addWords(channel.member(u"words"), u"Channel %1"_s.arg(++number));
    });
    addWords(root.member(u"words"), {});
    return RawTranscript{.language = pieces.text(language), .units = builder.takeSorted()};
}

} // namespace

FormatReader elevenLabsReader()
{
    return {"ElevenLabs JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::ElevenLabs>, read};
}

} // namespace Viral
