// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sbvreader.h"

#include "core/ingest/captions.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

/// The first line that is not blank is a timing line.
bool recognises(const Source &source)
{
    for (LineCursor lines(source.text); !lines.atEnd();) {
        const QStringView line = lines.next().trimmed();
        if (!line.isEmpty())
            return parseCommaLine(line).has_value();
    }
    return false;
}

Result<Content> read(const Source &source, Problems &)
{
    return transcriptOfCues(parseCues(source.text, {.parseTiming = parseCommaLine}));
}

} // namespace

FormatReader sbvReader()
{
    return {"SubViewer (SBV)"_L1, SourceKind::Text, recognises, read};
}

} // namespace Viral
