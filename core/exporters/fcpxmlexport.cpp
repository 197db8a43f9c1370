// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/fcpxmlexport.h"

#include "core/exporters/cutplan.h"
#include "core/exporters/exporttext.h"
#include "core/exporters/fileurl.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/onefile.h"
#include "core/exporters/pixelaspect.h"
#include "core/exporters/rationaltime.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr auto suffix = ".fcpxml"_L1;
constexpr auto formatId = "r1"_L1;
constexpr auto assetId = "r2"_L1;

struct NamedSize
{
    int width;
    int height;
    QLatin1StringView name;
};

struct NamedRate
{
    FrameRate rate;
    QLatin1StringView name;
};

struct NamedSoundRate
{
    int rate;
    QLatin1StringView name;
};

constexpr std::array namedSizes{
    NamedSize{1280, 720, "720p"_L1},
    NamedSize{1920, 1080, "1080p"_L1},
    NamedSize{3840, 2160, "3840x2160p"_L1},
    NamedSize{4096, 2160, "4096x2160p"_L1},
};

constexpr std::array namedRates{
    NamedRate{{24'000, 1001}, "2398"_L1}, NamedRate{{24, 1}, "24"_L1}, NamedRate{{25, 1}, "25"_L1},
    NamedRate{{30'000, 1001}, "2997"_L1}, NamedRate{{30, 1}, "30"_L1}, NamedRate{{50, 1}, "50"_L1},
    NamedRate{{60'000, 1001}, "5994"_L1}, NamedRate{{60, 1}, "60"_L1},
};

constexpr std::array namedSoundRates{
    NamedSoundRate{32'000, "32k"_L1},   NamedSoundRate{44'100, "44.1k"_L1}, NamedSoundRate{48'000, "48k"_L1},
    NamedSoundRate{88'200, "88.2k"_L1}, NamedSoundRate{96'000, "96k"_L1},   NamedSoundRate{176'400, "176.4k"_L1},
    NamedSoundRate{192'000, "192k"_L1},
};

/// What Final Cut Pro calls this format; empty for one it has no name for.
QString formatName(const MediaFacts &facts)
{
    const auto size = std::ranges::find_if(namedSizes, [&facts](const NamedSize &named) {
        return named.width == facts.width && named.height == facts.height;
    });
    const auto rate = std::ranges::find(namedRates, facts.rate, &NamedRate::rate);
    if (size == namedSizes.end() || rate == namedRates.end() || !pixelShape(facts).isSquare())
        return {};
    return u"FFVideoFormat"_s + size->name + rate->name;
}

/// A timeline knows these only; others are converted to 48 kHz.
QString timelineSoundRate(int rate)
{
    const auto named = std::ranges::find(namedSoundRates, rate, &NamedSoundRate::rate);
    return named == namedSoundRates.end() ? u"48k"_s : QString(named->name);
}

/// Commas part keywords.
QString keyword(const QString &text)
{
    return oneLine(text).replace(u',', u' ').simplified();
}

QString keywordsOf(const ReviewedMoment &moment)
{
    const int band = static_cast<int>(std::clamp(std::floor(moment.current.scorecard.average()), 0.0, 10.0));
    QStringList keywords{decisionWord(moment.decision), u"Score %1+"_s.arg(band), keyword(moment.current.category)};
    if (moment.starred)
        keywords.append(u"Starred"_s);
    keywords.removeAll(QString());
    return keywords.join(u", "_s);
}

class FcpxmlWriter
{
public:
    explicit FcpxmlWriter(const CutPlan &plan)
        : m_plan(plan)
        , m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    QByteArray write(const QString &eventName, const QString &path);

private:
    void attribute(QLatin1StringView name, const QString &value) { m_xml.writeAttribute(QString(name), value); }
    void timeAttribute(QLatin1StringView name, qint64 frames)
    {
        attribute(name, rationalTime(frames, m_plan.facts.rate));
    }
    /// Picture \a frame of the media in the media's own time.
    void sourceAttribute(QLatin1StringView name, qint64 frame) { timeAttribute(name, m_plan.facts.startFrame + frame); }
    void tcFormat() { attribute("tcFormat"_L1, m_plan.dropsFrames ? u"DF"_s : u"NDF"_s); }

    void resources(const QString &path);
    void asset(const QString &path);
    void project(const CutTimeline &timeline);
    void pieces(const CutTimeline &timeline);
    void gap(qint64 at, qint64 count);
    void clip(const Piece &piece);
    void marks(const Cut &cut);
    void range(const Cut &cut);

    const CutPlan &m_plan;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

QByteArray FcpxmlWriter::write(const QString &eventName, const QString &path)
{
    m_xml.writeStartDocument();
    m_xml.writeDTD(u"<!DOCTYPE fcpxml>"_s);
    m_xml.writeStartElement(u"fcpxml"_s);
    attribute("version"_L1, u"1.9"_s);
    resources(path);
    m_xml.writeStartElement(u"library"_s);
    m_xml.writeStartElement(u"event"_s);
    attribute("name"_L1, eventName);
    for (const CutTimeline &timeline : m_plan.timelines)
        project(timeline);
    m_xml.writeEndDocument();
    return m_bytes;
}

void FcpxmlWriter::resources(const QString &path)
{
    const MediaFacts &facts = m_plan.facts;
    m_xml.writeStartElement(u"resources"_s);
    m_xml.writeStartElement(u"format"_s);
    attribute("id"_L1, formatId);
    if (const QString name = formatName(facts); !name.isEmpty())
        attribute("name"_L1, name);
    timeAttribute("frameDuration"_L1, 1);
    attribute("width"_L1, QString::number(facts.width));
    attribute("height"_L1, QString::number(facts.height));
    if (const PixelShape shape = pixelShape(facts); !shape.isSquare()) {
        attribute("paspH"_L1, QString::number(shape.wide));
        attribute("paspV"_L1, QString::number(shape.high));
    }
    attribute("colorSpace"_L1, u"1-1-1 (Rec. 709)"_s);
    m_xml.writeEndElement();
    asset(path);
    m_xml.writeEndElement();
}

void FcpxmlWriter::asset(const QString &path)
{
    const MediaFacts &facts = m_plan.facts;
    m_xml.writeStartElement(u"asset"_s);
    attribute("id"_L1, assetId);
    attribute("name"_L1, m_plan.fileName);
    sourceAttribute("start"_L1, 0);
    timeAttribute("duration"_L1, m_plan.mediaLength);
    if (facts.hasVideo) {
        attribute("hasVideo"_L1, u"1"_s);
        attribute("format"_L1, formatId);
        attribute("videoSources"_L1, u"1"_s);
    }
    if (facts.soundChannels > 0) {
        attribute("hasAudio"_L1, u"1"_s);
        attribute("audioSources"_L1, u"1"_s);
        attribute("audioChannels"_L1, QString::number(facts.soundChannels));
        attribute("audioRate"_L1, QString::number(facts.soundRate));
    }
    m_xml.writeEmptyElement(u"media-rep"_s);
    attribute("kind"_L1, u"original-media"_s);
    attribute("src"_L1, fileUrl(path));
    m_xml.writeEndElement();
}

void FcpxmlWriter::project(const CutTimeline &timeline)
{
    m_xml.writeStartElement(u"project"_s);
    attribute("name"_L1, timeline.name);
    m_xml.writeStartElement(u"sequence"_s);
    attribute("format"_L1, formatId);
    timeAttribute("duration"_L1, timeline.length);
    timeAttribute("tcStart"_L1, 0);
    tcFormat();
    // Final Cut Pro refuses mono, although the grammar has it.
    attribute("audioLayout"_L1, u"stereo"_s);
    attribute("audioRate"_L1, timelineSoundRate(m_plan.facts.soundRate));
    m_xml.writeStartElement(u"spine"_s);
    pieces(timeline);
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void FcpxmlWriter::pieces(const CutTimeline &timeline)
{
    qint64 end = 0;
    for (const Piece &piece : timeline.pieces) {
        if (piece.at > end)
            gap(end, piece.at - end);
        clip(piece);
        end = piece.end();
    }
}

void FcpxmlWriter::gap(qint64 at, qint64 count)
{
    m_xml.writeEmptyElement(u"gap"_s);
    attribute("name"_L1, u"Gap"_s);
    timeAttribute("offset"_L1, at);
    timeAttribute("start"_L1, 0);
    timeAttribute("duration"_L1, count);
}

void FcpxmlWriter::clip(const Piece &piece)
{
    m_xml.writeStartElement(u"asset-clip"_s);
    attribute("ref"_L1, assetId);
    timeAttribute("offset"_L1, piece.at);
    attribute("name"_L1, piece.name);
    sourceAttribute("start"_L1, piece.source.first);
    timeAttribute("duration"_L1, piece.source.count());
    tcFormat();
    if (m_plan.facts.soundChannels > 0)
        attribute("audioRole"_L1, u"dialogue"_s);
    if (piece.cuts.size() == 1)
        m_xml.writeTextElement(u"note"_s, momentNote(*piece.cuts.constFirst().moment).join(u'\n'));
    for (const Cut &cut : piece.cuts)
        marks(cut);
    m_xml.writeEndElement();
}

void FcpxmlWriter::marks(const Cut &cut)
{
    m_xml.writeEmptyElement(u"marker"_s);
    sourceAttribute("start"_L1, cut.marked.first);
    timeAttribute("duration"_L1, 1);
    attribute("value"_L1, cut.title);
    attribute("note"_L1, momentNote(*cut.moment).join(u" · "_s));
    if (cut.moment->starred || cut.moment->decision == Decision::Kept) {
        m_xml.writeEmptyElement(u"rating"_s);
        attribute("name"_L1, u"Favorite"_s);
        range(cut);
        attribute("value"_L1, u"favorite"_s);
    }
    m_xml.writeEmptyElement(u"keyword"_s);
    range(cut);
    attribute("value"_L1, keywordsOf(*cut.moment));
    attribute("note"_L1, cut.title);
}

void FcpxmlWriter::range(const Cut &cut)
{
    sourceAttribute("start"_L1, cut.marked.first);
    timeAttribute("duration"_L1, cut.marked.count());
}

Result<Exported> write(const Selects &selects, const ExportOptions &options)
{
    const CutPlan plan = cutPlan(selects, options, true);
    const QByteArray bytes = FcpxmlWriter(plan).write(oneLine(selects.name), selects.media.path);
    return oneFile(selects, suffix, bytes, plan.warnings);
}

} // namespace

ExportFormat fcpxmlExport()
{
    return {.key = "fcpxml"_L1,
            .name = "Final Cut Pro XML"_L1,
            .suffix = suffix,
            .needsRate = true,
            .needsMedia = true,
            .hasShapes = true,
            .write = write};
}

} // namespace Viral
