// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/srtreader.h"

#include "core/ingest/captions.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// A timing line near the beginning.
bool recognises(const Source &source)
{
    constexpr qsizetype look = 64 * 1024;
    for (LineCursor lines(source.text.left(look)); !lines.atEnd();) {
        if (parseArrowLine(lines.next()))
            return true;
    }
    return false;
}

Result<Content> read(const Source &source, Problems &)
{
    return transcriptOfCues(parseCues(source.text, {.parseTiming = parseArrowLine}));
}

} // namespace

FormatReader srtReader()
{
    return {"SubRip (SRT)"_L1, SourceKind::Text, recognises, read};
}

} // namespace Viral
