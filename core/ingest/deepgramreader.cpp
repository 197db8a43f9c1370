// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/deepgramreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

void addWord(const JsonValue &word, const QString &channel, const JsonPieces &pieces, UnitBuilder &builder)
{
    const auto [plain, punctuated, start, end, speaker] =
        word.pick(std::array{"word"sv, "punctuated_word"sv, "start"sv, "end"sv, "speaker"sv});
    const QString label = pieces.speaker(speaker);
    const bool isBoth = !channel.isEmpty() && !label.isEmpty();
    builder.addWord(
        {.text = pieces.text(punctuated ? punctuated : plain), .start = pieces.time(start), .end = pieces.time(end)},
        isBoth ? channel + u", "_s + label : channel + label);
}

/// Phrases of an answer without words.
void addUtterances(const Field &utterances, const JsonPieces &pieces, UnitBuilder &builder)
{
    pieces.forEachObject(utterances, [&](const JsonValue &utterance) {
        const auto [text, start, end, speaker] =
            utterance.pick(std::array{"transcript"sv, "start"sv, "end"sv, "speaker"sv});
        builder.addUnit({.text = pieces.text(text),
                         .start = pieces.time(start),
                         .end = pieces.time(end),
                         .speaker = pieces.speaker(speaker)});
    });
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    const Field results = source.json->member(u"results");
    const Field channels = memberOf(results, u"channels");
    const bool areMany = channels->size() > 1;
    UnitBuilder builder;
    QString language;
    int number = 0;
    pieces.forEachObject(channels, [&](const JsonValue &channel) {
        const QString label = areMany ? u"Channel %1"_s.arg(++number) : QString();
        if (language.isEmpty())
            language = pieces.text(channel.member(u"detected_language"));
        const Field words = memberOf(firstOf(channel.member(u"alternatives")), u"words");
        pieces.forEachObject(words, [&](const JsonValue &word) { addWord(word, label, pieces, builder); });
        builder.endUnit();
    });
    QList<RawUnit> units = builder.takeSorted();
    if (units.isEmpty()) {
        addUtterances(memberOf(results, u"utterances"), pieces, builder);
        units = builder.takeSorted();
    }
    return RawTranscript{.language = language, .units = std::move(units)};
}

} // namespace

FormatReader deepgramReader()
{
    return {"Deepgram JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::Deepgram>, read};
}

} // namespace Viral
