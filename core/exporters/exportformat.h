// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exporters/selects.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringList>

#include <span>

namespace Viral {

/// How clips lie on the timeline that an editing program opens.
enum class TimelineShape
{
    Reel,      ///< one after the other
    PerMoment, ///< each on a timeline of its own
    Markers,   ///< the whole source with a marker for each
};

/// "reel", "moments", "markers": the words of --shape.
QLatin1StringView shapeKey(TimelineShape shape);
std::optional<TimelineShape> shapeFromKey(QStringView key);

/// What can be asked of a hand-over besides its format.
struct ExportOptions
{
    TimelineShape shape = TimelineShape::Reel;
    /// Pictures added before and after each clip.
    int handles = 0;
    /// Pictures left empty between the clips of a reel.
    int gap = 0;

    bool operator==(const ExportOptions &) const = default;
};

/// A file to be written; its name holds no folder and no character that a file system refuses.
struct ExportedFile
{
    QString name = {};
    QByteArray bytes = {};

    bool operator==(const ExportedFile &) const = default;
};

struct Exported
{
    /// One, or as many as there are moments where the format has one for each.
    QList<ExportedFile> files = {};
    /// What the format could not hold or an editing program may take amiss: whole sentences for people.
    QStringList warnings = {};

    bool operator==(const Exported &) const = default;
};

/// One hand-over format (interface.md section 7). To add one: write it in a file of its own and put it into the table
/// in exportformat.cpp.
struct ExportFormat
{
    /// The word of --format: "edl".
    QLatin1StringView key;
    /// For people: "CMX 3600 edit list".
    QLatin1StringView name;
    /// With its dot: ".edl".
    QLatin1StringView suffix;
    /// Cuts on pictures: nothing can be written without a known rate (the media's, or one given by hand).
    bool needsRate = false;
    /// Points at the media: useless without its name.
    bool needsMedia = false;
    /// Writes what was said in each clip.
    bool needsTranscript = false;
    /// One file for each moment whatever the options say: a folder is written, not a file.
    bool isFolder = false;
    /// Heeds ExportOptions::shape and the rest.
    bool hasShapes = false;
    /// Pure: same values, same bytes. Fails with what is missing and how to give it.
    Result<Exported> (*write)(const Selects &selects, const ExportOptions &options) = nullptr;
};

/// All formats in the order of interface.md section 7.
std::span<const ExportFormat> exportFormats();

/// Null for a word that is no format.
const ExportFormat *exportFormat(QStringView key);

/// Writes \a selects in \a format once everything it needs is there; fails with what is missing and how to give it.
Result<Exported> exportSelects(const ExportFormat &format, const Selects &selects, const ExportOptions &options);

/// A name for the file of moment \a number (from 1) of \a count: "03 The 3-Hour Rule.srt". Different for different
/// numbers.
QString momentFileName(int number, qsizetype count, const QString &title, QLatin1StringView suffix);

} // namespace Viral
