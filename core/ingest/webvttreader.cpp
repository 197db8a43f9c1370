// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/webvttreader.h"

#include "core/ingest/captions.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

bool recognises(const Source &source)
{
    constexpr qsizetype signatureSize = 6;
    return source.text.startsWith("WEBVTT"_L1) &&
           (source.text.size() == signatureSize || source.text[signatureSize].isSpace());
}

/// "Language: ru" of the header, or "language:en-us" in a note.
QString languageOf(const std::vector<QStringView> &header)
{
    for (QStringView line : header) {
        line = line.trimmed();
        if (line.startsWith("NOTE "_L1))
            line = line.sliced(5).trimmed();
        if (line.startsWith("language:"_L1, Qt::CaseInsensitive))
            return line.sliced(9).trimmed().toString();
    }
    return {};
}

Result<Content> read(const Source &source, Problems &)
{
    const CueFile file = parseCues(source.text, {.parseTiming = parseArrowLine, .isWebVtt = true});
    Result<RawTranscript> transcript = transcriptOfCues(file);
    if (transcript)
        transcript->language = languageOf(file.header);
    return transcript;
}

} // namespace

FormatReader webVttReader()
{
    return {"WebVTT"_L1, SourceKind::Text, recognises, read};
}

} // namespace Viral
