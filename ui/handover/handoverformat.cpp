// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverformat.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using enum HandOverGroup;

constexpr auto clipsKey = "clips"_L1;

/// What the window knows about a format besides what core says.
struct KnownFormat
{
    QLatin1StringView key;
    HandOverGroup group = Sheets;
    /// Writes places as timecode where the rate is known.
    bool writesTimecode = false;
    /// Bytes that are no text.
    bool isBinary = false;
    const char *name = "";
    const char *takers = "";
};

constexpr std::array known{
    KnownFormat{"fcpxml"_L1, EditingPrograms, true, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Final Cut Pro XML"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Final Cut Pro, DaVinci Resolve")},
    KnownFormat{"premiere-xml"_L1, EditingPrograms, true, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Premiere Pro XML"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Premiere Pro, DaVinci Resolve")},
    KnownFormat{"resolve-markers"_L1, EditingPrograms, true, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "DaVinci Resolve markers"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Timelines → Import → Timeline Markers")},
    KnownFormat{"otio"_L1, EditingPrograms, true, false, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "OpenTimelineIO"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "DaVinci Resolve, Kdenlive, tools of studios")},
    KnownFormat{"edl"_L1, EditingPrograms, true, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "CMX 3600 edit list"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Avid and nearly every editing program")},
    KnownFormat{"losslesscut-csv"_L1, EditingPrograms, false, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "LosslessCut segments (CSV)"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "LosslessCut: Import project")},
    KnownFormat{"audacity-labels"_L1, EditingPrograms, false, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Audacity labels"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Audacity: Import → Labels")},
    KnownFormat{"srt"_L1, Captions, false, false, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Captions (SubRip)"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Editing programs, YouTube, LinkedIn; a file per clip")},
    KnownFormat{"vtt"_L1, Captions, false, false, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Captions (WebVTT)"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Web players; a file per clip")},
    KnownFormat{"csv"_L1, Sheets, true, false, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Table (CSV)"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Excel, Numbers, Google Sheets")},
    KnownFormat{"markdown"_L1, Sheets, true, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Review sheet (Markdown)"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Notes, wikis, issue trackers")},
    KnownFormat{"html"_L1, Sheets, true, false, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Review sheet (HTML)"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Any browser; to be mailed or printed")},
    KnownFormat{"pdf"_L1, Sheets, true, true, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Review sheet (PDF)"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Anyone; to be signed off or printed")},
    KnownFormat{"youtube-chapters"_L1, Sheets, false, false,
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "YouTube chapters"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "The description of the video on YouTube")},
    KnownFormat{"json"_L1, Sheets, false, false, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Result JSON"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Publishing systems; opens in Viral Moments again")},
    KnownFormat{clipsKey, Clips, true, true, QT_TRANSLATE_NOOP("Viral::HandOverFormat", "Cut clips"),
                QT_TRANSLATE_NOOP("Viral::HandOverFormat", "A media file per clip, cut by ffmpeg")},
};

const KnownFormat *knownFormat(QStringView key)
{
    const auto *found = std::ranges::find_if(known, [key](const KnownFormat &format) { return format.key == key; });
    return found == known.end() ? nullptr : found;
}

/// The place in the list: that of the table, and after it what the table does not know.
qsizetype placeOf(const HandOverFormat &format)
{
    const KnownFormat *found = knownFormat(QString(format.key));
    return found ? found - known.data() : qsizetype(known.size());
}

QList<HandOverFormat> inOrder()
{
    QList<HandOverFormat> formats{{.key = clipsKey, .group = Clips}};
    for (const ExportFormat &format : exportFormats()) {
        const KnownFormat *found = knownFormat(QString(format.key));
        formats.append({.key = format.key, .group = found ? found->group : Sheets, .writer = &format});
    }
    std::ranges::stable_sort(formats, [](const HandOverFormat &one, const HandOverFormat &other) {
        return std::pair(one.group, placeOf(one)) < std::pair(other.group, placeOf(other));
    });
    return formats;
}

} // namespace

bool HandOverFormat::isText() const
{
    const KnownFormat *found = knownFormat(key);
    return writer && !writer->isFolder && found && !found->isBinary;
}

HeededOptions HandOverFormat::heeds(TimelineShape shape) const
{
    const KnownFormat *found = knownFormat(key);
    const bool hasShapes = writer && writer->hasShapes;
    return {.shape = hasShapes,
            .handles = isClips() || (hasShapes && shape != TimelineShape::Markers),
            .gap = hasShapes && shape == TimelineShape::Reel,
            .rate = found ? found->writesTimecode : needsRate(),
            .mediaElsewhere = writer && writer->needsMedia,
            .cutStyle = isClips()};
}

QString HandOverFormat::suffix() const
{
    return writer ? QString(writer->suffix) : QString();
}

QString HandOverFormat::name() const
{
    const KnownFormat *found = knownFormat(key);
    return found ? tr(found->name) : writer ? QString(writer->name) : key;
}

QString HandOverFormat::takers() const
{
    const KnownFormat *found = knownFormat(key);
    return found ? tr(found->takers) : QString();
}

QString HandOverFormat::groupName(HandOverGroup group)
{
    switch (group) {
    case EditingPrograms:
        return tr("Editing programs");
    case Captions:
        return tr("Captions");
    case Sheets:
        return tr("Lists and sheets");
    case Clips:
        break;
    }
    return tr("Clips");
}

const QList<HandOverFormat> &handOverFormats()
{
    static const QList<HandOverFormat> formats = inOrder();
    return formats;
}

const HandOverFormat *handOverFormat(QStringView key)
{
    const auto &formats = handOverFormats();
    const auto found = std::ranges::find_if(formats, [key](const HandOverFormat &format) { return format.key == key; });
    return found == formats.end() ? nullptr : &*found;
}

} // namespace Viral
