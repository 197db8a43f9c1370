// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formatreader.h"

#include "core/ingest/assemblyaireader.h"
#include "core/ingest/awsreader.h"
#include "core/ingest/azurereader.h"
#include "core/ingest/contractreader.h"
#include "core/ingest/deepgramreader.h"
#include "core/ingest/elevenlabsreader.h"
#include "core/ingest/papereditreader.h"
#include "core/ingest/podcasthtmlreader.h"
#include "core/ingest/podcastjsonreader.h"
#include "core/ingest/revreader.h"
#include "core/ingest/sbvreader.h"
#include "core/ingest/speechmaticsreader.h"
#include "core/ingest/srtreader.h"
#include "core/ingest/stampedtextreader.h"
#include "core/ingest/ttmlreader.h"
#include "core/ingest/webvttreader.h"
#include "core/ingest/whispercppreader.h"
#include "core/ingest/whisperreader.h"

#include <array>

namespace Viral {

using namespace Qt::StringLiterals;

std::span<const FormatReader> formatReaders()
{
    static const std::array readers{
        serviceResultReader(), requestReader(),      contractTranscriptReader(),
        whisperReader(),       whisperCppReader(),   assemblyAiReader(),
        deepgramReader(),      awsReader(),          elevenLabsReader(),
        revReader(),           speechmaticsReader(), azureReader(),
        podcastJsonReader(),   paperEditReader(),    webVttReader(),
        sbvReader(),           srtReader(),          ttmlReader(),
        podcastHtmlReader(),   stampedTextReader(),
    };
    return readers;
}

const FormatReader *readerFor(SourceKind kind, const Source &source)
{
    for (const FormatReader &reader : formatReaders()) {
        if (reader.kind == kind && reader.recognises(source))
            return &reader;
    }
    return nullptr;
}

QString knownFormats(SourceKind kind)
{
    QStringList names;
    for (const FormatReader &reader : formatReaders()) {
        if (reader.kind == kind)
            names.append(reader.name);
    }
    const QString last = names.takeLast();
    return names.isEmpty() ? last : names.join(u", "_s) + u" and "_s + last;
}

} // namespace Viral
