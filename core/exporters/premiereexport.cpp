// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/premiereexport.h"

#include "core/exporters/cutplan.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/fileurl.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/onefile.h"
#include "core/exporters/pixelaspect.h"
#include "core/exporters/sourcelabel.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr auto suffix = ".xml"_L1;
/// More channels than these are no speakers' microphones.
constexpr int mostChannels = 8;
constexpr PixelName squarePixels{.name = "square"_L1};

/// Premiere Pro's own marker colours, in its order: alpha, blue, green, red.
quint32 colourOf(Decision decision)
{
    switch (decision) {
    case Decision::Kept:
        return 0xff378671;
    case Decision::Held:
        return 0xff2ba1d0;
    case Decision::Rejected:
        return 0xff362cd2;
    case Decision::Undecided:
        break;
    }
    return 0xfffc8d42;
}

/// A track of a sequence that carries the same clips as all the others.
struct Track
{
    bool isVideo = true;
    /// From 1, among the tracks of its kind.
    int index = 1;

    QString mediaType() const { return isVideo ? u"video"_s : u"audio"_s; }
};

class XmemlWriter
{
public:
    XmemlWriter(const CutPlan &plan, const QString &path)
        : m_plan(plan)
        , m_path(path)
        , m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        if (plan.facts.hasVideo)
            m_tracks.append(Track{});
        for (int channel = 1; channel <= std::min(plan.facts.soundChannels, mostChannels); ++channel)
            m_tracks.append({.isVideo = false, .index = channel});
    }

    /// One sequence stands alone, several lie in a bin called \a name.
    QByteArray write(const QString &name, bool inBin);

private:
    void begin(QLatin1StringView element) { m_xml.writeStartElement(QString(element)); }
    void end() { m_xml.writeEndElement(); }
    void text(QLatin1StringView element, const QString &content) { m_xml.writeTextElement(QString(element), content); }
    void number(QLatin1StringView element, qint64 content) { text(element, QString::number(content)); }
    void id(const QString &value) { m_xml.writeAttribute(u"id"_s, value); }
    QString clipId(const Track &track, qsizetype piece) const;

    void rate();
    void timecode(qint64 frame);
    void sequence(const CutTimeline &timeline);
    void videoFormat();
    void pictureCharacteristics();
    void soundCharacteristics();
    void tracks(const CutTimeline &timeline, bool video);
    void clip(const Track &track, const Piece &piece, qsizetype index);
    void links(qsizetype index);
    void file();
    void markers(const CutTimeline &timeline);

    const CutPlan &m_plan;
    QString m_path;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    QList<Track> m_tracks;
    int m_sequence = 0;
    bool m_hasFile = false;
};

QByteArray XmemlWriter::write(const QString &name, bool inBin)
{
    m_xml.writeStartDocument();
    m_xml.writeDTD(u"<!DOCTYPE xmeml>"_s);
    begin("xmeml"_L1);
    m_xml.writeAttribute(u"version"_s, u"4"_s);
    if (inBin) {
        begin("project"_L1);
        text("name"_L1, name);
        begin("children"_L1);
        begin("bin"_L1);
        text("name"_L1, name);
        begin("children"_L1);
    }
    for (const CutTimeline &timeline : m_plan.timelines)
        sequence(timeline);
    m_xml.writeEndDocument();
    return m_bytes;
}

QString XmemlWriter::clipId(const Track &track, qsizetype piece) const
{
    return u"clip-%1-%2-%3%4"_s.arg(QString::number(m_sequence), QString::number(piece + 1),
                                    track.isVideo ? u"v"_s : u"a"_s, QString::number(track.index));
}

void XmemlWriter::rate()
{
    begin("rate"_L1);
    number("timebase"_L1, m_plan.facts.rate.nominal());
    text("ntsc"_L1, m_plan.facts.rate.denominator == 1001 ? u"TRUE"_s : u"FALSE"_s);
    end();
}

void XmemlWriter::timecode(qint64 frame)
{
    begin("timecode"_L1);
    rate();
    text("string"_L1, frameLabel(frame, m_plan.facts.rate, m_plan.dropsFrames));
    number("frame"_L1, frame);
    text("displayformat"_L1, m_plan.dropsFrames ? u"DF"_s : u"NDF"_s);
    end();
}

void XmemlWriter::sequence(const CutTimeline &timeline)
{
    ++m_sequence;
    begin("sequence"_L1);
    id(u"sequence-"_s + QString::number(m_sequence));
    text("name"_L1, timeline.name);
    number("duration"_L1, timeline.length);
    rate();
    timecode(0);
    begin("media"_L1);
    begin("video"_L1);
    videoFormat();
    tracks(timeline, true);
    end();
    begin("audio"_L1);
    number("numOutputChannels"_L1, 2);
    begin("format"_L1);
    soundCharacteristics();
    end();
    tracks(timeline, false);
    end();
    end();
    markers(timeline);
    end();
}

void XmemlWriter::videoFormat()
{
    // Without it DaVinci Resolve shows black.
    begin("format"_L1);
    pictureCharacteristics();
    end();
}

void XmemlWriter::pictureCharacteristics()
{
    begin("samplecharacteristics"_L1);
    rate();
    number("width"_L1, m_plan.facts.width);
    number("height"_L1, m_plan.facts.height);
    const PixelName pixels = pixelName(m_plan.facts).value_or(squarePixels);
    text("anamorphic"_L1, pixels.isAnamorphic ? u"TRUE"_s : u"FALSE"_s);
    text("pixelaspectratio"_L1, pixels.name);
    text("fielddominance"_L1, u"none"_s);
    end();
}

void XmemlWriter::soundCharacteristics()
{
    begin("samplecharacteristics"_L1);
    number("depth"_L1, 16);
    number("samplerate"_L1, m_plan.facts.soundRate);
    end();
}

void XmemlWriter::tracks(const CutTimeline &timeline, bool video)
{
    for (const Track &track : m_tracks) {
        if (track.isVideo != video)
            continue;
        begin("track"_L1);
        for (qsizetype i = 0; i < timeline.pieces.size(); ++i)
            clip(track, timeline.pieces[i], i);
        if (!video)
            number("outputchannelindex"_L1, 2 - track.index % 2);
        end();
    }
}

void XmemlWriter::clip(const Track &track, const Piece &piece, qsizetype index)
{
    begin("clipitem"_L1);
    id(clipId(track, index));
    text("masterclipid"_L1, u"master-1"_s);
    text("name"_L1, piece.name);
    text("enabled"_L1, u"TRUE"_s);
    number("duration"_L1, m_plan.mediaLength);
    rate();
    number("start"_L1, piece.at);
    number("end"_L1, piece.end());
    number("in"_L1, piece.source.first);
    number("out"_L1, piece.source.end);
    file();
    begin("sourcetrack"_L1);
    text("mediatype"_L1, track.mediaType());
    number("trackindex"_L1, track.index);
    end();
    links(index);
    end();
}

void XmemlWriter::links(qsizetype index)
{
    if (m_tracks.size() < 2)
        return;
    for (const Track &track : m_tracks) {
        begin("link"_L1);
        text("linkclipref"_L1, clipId(track, index));
        text("mediatype"_L1, track.mediaType());
        number("trackindex"_L1, track.index);
        number("clipindex"_L1, index + 1);
        end();
    }
}

void XmemlWriter::file()
{
    if (std::exchange(m_hasFile, true)) {
        m_xml.writeEmptyElement(u"file"_s);
        id(u"file-1"_s);
        return;
    }
    begin("file"_L1);
    id(u"file-1"_s);
    text("name"_L1, m_plan.fileName);
    text("pathurl"_L1, fileUrl(m_path, u"localhost"_s));
    rate();
    number("duration"_L1, m_plan.mediaLength);
    timecode(m_plan.facts.startFrame);
    begin("media"_L1);
    if (m_plan.facts.hasVideo) {
        begin("video"_L1);
        pictureCharacteristics();
        end();
    }
    if (m_plan.facts.soundChannels > 0) {
        begin("audio"_L1);
        soundCharacteristics();
        number("channelcount"_L1, m_plan.facts.soundChannels);
        end();
    }
    end();
    end();
}

void XmemlWriter::markers(const CutTimeline &timeline)
{
    for (const Piece &piece : timeline.pieces) {
        for (const Cut &cut : piece.cuts) {
            begin("marker"_L1);
            text("comment"_L1, momentNote(*cut.moment).join(u'\n'));
            text("name"_L1, cut.title);
            number("in"_L1, piece.place(cut.marked.first));
            number("out"_L1, piece.place(cut.marked.end));
            number("pproColor"_L1, colourOf(cut.moment->decision));
            end();
        }
    }
}

Result<Exported> write(const Selects &selects, const ExportOptions &options)
{
    const CutPlan plan = cutPlan(selects, options, true);
    const QByteArray bytes =
        XmemlWriter(plan, selects.media.path).write(oneLine(selects.name), options.shape == TimelineShape::PerMoment);
    Exported exported = oneFile(selects, suffix, bytes, plan.warnings);
    if (plan.facts.hasVideo && !pixelName(plan.facts))
        exported.warnings.append(u"The media's pixels are not square, and this format has no name for their shape: set "
                                 "it in the editing program."_s);
    return exported;
}

} // namespace

ExportFormat premiereExport()
{
    return {.key = "premiere-xml"_L1,
            .name = "Premiere Pro XML"_L1,
            .suffix = suffix,
            .needsRate = true,
            .needsMedia = true,
            .hasShapes = true,
            .write = write};
}

} // namespace Viral
