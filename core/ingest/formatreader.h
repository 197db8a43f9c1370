// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/request.h"
#include "core/contract/serviceresult.h"
#include "core/ingest/rawunits.h"
#include "core/json/jsonreader.h"

#include <QLatin1StringView>
#include <QStringView>

#include <span>
#include <variant>

namespace Viral {

enum class SourceKind
{
    Text,
    Json,
};

/// A decoded file, as the readers look at it; lives only during the call.
struct Source
{
    /// The whole text; empty for JSON.
    QStringView text = {};
    /// The root of the document; null for text.
    const JsonValue *json = nullptr;
};

/// What a file can hold.
using Content = std::variant<RawTranscript, Transcript, Request, ServiceResult>;

/// One format. To add one: write its reader in a file of its own and put it into the table in formatreader.cpp.
struct FormatReader
{
    /// For people: "WebVTT".
    QLatin1StringView name;
    SourceKind kind = SourceKind::Text;
    /// Looks at the content only, never at a file name; cheap against reading.
    bool (*recognises)(const Source &source) = nullptr;
    /// Reads all of it. Oddities that are read all the same are warnings in \a problems.
    Result<Content> (*read)(const Source &source, Problems &problems) = nullptr;
};

/// All formats, in the order in which they are tried.
std::span<const FormatReader> formatReaders();

/// The first reader that recognises \a source; null when none does.
const FormatReader *readerFor(SourceKind kind, const Source &source);

/// "A, B and C": the names of the readers of one kind, for messages.
QString knownFormats(SourceKind kind);

} // namespace Viral
