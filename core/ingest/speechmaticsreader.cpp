// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/speechmaticsreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

/// Punctuation says itself where it belongs.
void addMark(const QString &mark, const QString &attachesTo, bool endsSentence, UnitBuilder &builder)
{
    if (attachesTo == u"next") {
        builder.addMarkBeforeNext(mark);
        return;
    }
    builder.addMark(mark, endsSentence);
    if (attachesTo == u"both")
        builder.joinNext();
}

void addResult(const JsonValue &result, const JsonPieces &pieces, UnitBuilder &builder)
{
    const auto [type, start, end, alternatives, attachesTo, isEnd, channel] = result.pick(
        std::array{"type"sv, "start_time"sv, "end_time"sv, "alternatives"sv, "attaches_to"sv, "is_eos"sv, "channel"sv});
    const Field best = firstOf(alternatives);
    const QString kind = pieces.text(type);
    const QString text = pieces.text(memberOf(best, u"content"));
    const bool endsSentence = isEnd && isEnd->asBoolean().value_or(false);
    const QString speaker = pieces.speaker(memberOf(best, u"speaker"));
    if (kind == u"punctuation")
        addMark(text, pieces.text(attachesTo), endsSentence, builder);
    else if (kind != u"speaker_change")
        builder.addWord({.text = text, .start = pieces.time(start), .end = pieces.time(end)},
                        speaker.isEmpty() ? pieces.speaker(channel) : speaker);
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    const auto [results, metadata] = source.json->pick(std::array{"results"sv, "metadata"sv});
    UnitBuilder builder;
    pieces.forEachObject(results, [&](const JsonValue &result) { addResult(result, pieces, builder); });
    const Field language = memberOf(memberOf(metadata, u"transcription_config"), u"language");
    return RawTranscript{.language = pieces.text(language), .units = builder.takeSorted()};
}

} // namespace

FormatReader speechmaticsReader()
{
    return {"Speechmatics JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::Speechmatics>, read};
}

} // namespace Viral
