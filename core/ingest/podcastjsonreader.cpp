// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/podcastjsonreader.h"

#include "core/ingest/jsonforms.h"
#include "core/ingest/jsonpieces.h"
#include "core/ingest/unitbuilder.h"

#include <array>
#include <string_view>

namespace Viral {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

QList<RawUnit> segmentsOf(const Field &segments, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Second, problems);
    QList<RawUnit> units;
    pieces.forEachObject(segments, [&](const JsonValue &segment) {
        const auto [speaker, start, end, body] =
            segment.pick(std::array{"speaker"sv, "startTime"sv, "endTime"sv, "body"sv});
        units.append({.text = pieces.text(body),
                      .start = pieces.time(start),
                      .end = pieces.time(end),
                      .speaker = pieces.speaker(speaker)});
    });
    return units;
}

/// Podlove: milliseconds, a number and a name for each voice.
QList<RawUnit> partsOf(const JsonValue &list, Problems &problems)
{
    const JsonPieces pieces(TimeUnit::Millisecond, problems);
    QList<RawUnit> units;
    pieces.forEachObject(list, [&](const JsonValue &part) {
        const auto [speaker, voice, start, end, text] =
            part.pick(std::array{"speaker"sv, "voice"sv, "start_ms"sv, "end_ms"sv, "text"sv});
        const QString name = pieces.speaker(voice);
        units.append({.text = pieces.text(text),
                      .start = pieces.time(start),
                      .end = pieces.time(end),
                      .speaker = name.isEmpty() ? pieces.speaker(speaker) : name});
    });
    return units;
}

Result<Content> read(const Source &source, Problems &problems)
{
    const JsonValue &root = *source.json;
    QList<RawUnit> units = root.isArray() ? partsOf(root, problems) : segmentsOf(root.member(u"segments"), problems);
    return RawTranscript{.units = unitsOfPhrases(std::move(units))};
}

} // namespace

FormatReader podcastJsonReader()
{
    return {"podcast JSON"_L1, SourceKind::Json, isJsonForm<JsonForm::PodcastJson>, read};
}

} // namespace Viral
