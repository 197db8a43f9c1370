// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportformat.h"

#include "core/base/files.h"
#include "core/exporters/audacitylabels.h"
#include "core/exporters/captionfiles.h"
#include "core/exporters/contractexport.h"
#include "core/exporters/csvexport.h"
#include "core/exporters/edlexport.h"
#include "core/exporters/fcpxmlexport.h"
#include "core/exporters/htmlsheet.h"
#include "core/exporters/losslesscutcsv.h"
#include "core/exporters/markdownsheet.h"
#include "core/exporters/otioexport.h"
#include "core/exporters/pdfsheet.h"
#include "core/exporters/premiereexport.h"
#include "core/exporters/resolvemarkers.h"
#include "core/exporters/youtubechapters.h"

#include <algorithm>
#include <array>

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

struct ShapeWord
{
    TimelineShape shape;
    QLatin1StringView key;
};

constexpr std::array shapeWords{
    ShapeWord{TimelineShape::Reel, "reel"_L1},
    ShapeWord{TimelineShape::PerMoment, "moments"_L1},
    ShapeWord{TimelineShape::Markers, "markers"_L1},
};

tl::unexpected<Error> missing(const QString &message)
{
    return failure(ErrorKind::Usage, message);
}

} // namespace

QLatin1StringView shapeKey(TimelineShape shape)
{
    return std::ranges::find(shapeWords, shape, &ShapeWord::shape)->key;
}

std::optional<TimelineShape> shapeFromKey(QStringView key)
{
    for (const ShapeWord &word : shapeWords) {
        if (word.key == key)
            return word.shape;
    }
    return std::nullopt;
}

std::span<const ExportFormat> exportFormats()
{
    static const std::array formats{
        contractExport(), csvExport(),    markdownSheet(),   htmlSheet(),      pdfSheet(),
        srtExport(),      webVttExport(), edlExport(),       resolveMarkers(), fcpxmlExport(),
        premiereExport(), otioExport(),   youTubeChapters(), audacityLabels(), losslessCutCsv(),
    };
    return formats;
}

const ExportFormat *exportFormat(QStringView key)
{
    for (const ExportFormat &format : exportFormats()) {
        if (format.key == key)
            return &format;
    }
    return nullptr;
}

Result<Exported> exportSelects(const ExportFormat &format, const Selects &selects, const ExportOptions &options)
{
    if (selects.moments.isEmpty())
        return missing(u"There is no moment to hand over."_s);
    if (format.needsMedia && selects.media.path.isEmpty()) {
        return missing(u"%1 points at the media file: name it (--media FILE)."_s.arg(format.name));
    }
    if (format.needsRate && !selects.media.facts.rate.isKnown()) {
        return missing(u"%1 counts pictures, and their rate is not known: give it (--fps 25, --fps 30000/1001)."_s.arg(
            format.name));
    }
    if (format.needsTranscript && selects.transcript.isEmpty()) {
        return missing(u"%1 writes what is said, and this result carries no words: name its transcript "
                       "(--transcript FILE)."_s.arg(format.name));
    }
    return format.write(selects, options);
}

QString momentFileName(int number, qsizetype count, const QString &title, QLatin1StringView suffix)
{
    const int width = std::max<int>(2, static_cast<int>(QString::number(count).size()));
    const QString digits = QString::number(number).rightJustified(width, u'0');
    return digits + u' ' + safeFileName(title, u"moment"_s) + suffix;
}

} // namespace Viral
