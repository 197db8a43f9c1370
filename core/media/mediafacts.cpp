// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mediafacts.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using Section = QHash<QString, QString>;

/// Sections in the order they are printed; a key that comes again inside a section keeps its first value.
QList<Section> sectionsOf(const QByteArray &printed)
{
    QList<Section> sections;
    for (const QByteArray &line : printed.left(256 * 1024).split('\n')) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (text == "[STREAM]"_L1 || text == "[FORMAT]"_L1)
            sections.append(Section());
        const qsizetype at = text.indexOf(u'=');
        if (at > 0 && !sections.isEmpty() && !sections.constLast().contains(text.first(at)))
            sections.last().insert(text.first(at), text.sliced(at + 1));
    }
    return sections;
}

bool isVideo(const Section &section)
{
    return section.value(u"codec_type"_s) == "video"_L1 && section.value(u"DISPOSITION:attached_pic"_s) != "1"_L1;
}

Milliseconds secondsValue(const QString &text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    return isNumber && seconds > 0 && seconds < 3.6e6 ? Milliseconds{qRound64(seconds * 1000)} : Milliseconds{0};
}

/// "4:3"; 1 for anything that is no shape of a pixel.
double aspectValue(const QString &text)
{
    const double wide = text.section(u':', 0, 0).toDouble();
    const double high = text.section(u':', 1).toDouble();
    const double aspect = high > 0 ? wide / high : 0;
    return aspect >= 0.1 && aspect <= 10 ? aspect : 1;
}

void takeVideo(MediaFacts &facts, const Section &stream)
{
    const FrameRate usual = frameRateFromText(stream.value(u"avg_frame_rate"_s));
    const FrameRate real = frameRateFromText(stream.value(u"r_frame_rate"_s));
    facts.hasVideo = true;
    // The two agree only where every picture lasts as long as the others.
    facts.hasVaryingRate = usual != real || !usual.isKnown();
    facts.rate = facts.hasVaryingRate ? FrameRate{} : usual;
    facts.width = stream.value(u"width"_s).toInt();
    facts.height = stream.value(u"height"_s).toInt();
    facts.pixelAspect = aspectValue(stream.value(u"sample_aspect_ratio"_s));
}

void takeSound(MediaFacts &facts, const Section &stream)
{
    facts.soundChannels = stream.value(u"channels"_s).toInt();
    facts.soundRate = stream.value(u"sample_rate"_s).toInt();
}

void takeFormat(MediaFacts &facts, const Section &format)
{
    facts.duration = secondsValue(format.value(u"duration"_s));
    facts.start = secondsValue(format.value(u"start_time"_s));
    const QString name = format.value(u"format_name"_s);
    facts.isStream = name == "mpegts"_L1 || name == "mpeg"_L1;
}

} // namespace

QStringList mediaFactsQuestion()
{
    return {u"-v"_s,
            u"error"_s,
            u"-show_entries"_s,
            u"stream=codec_type,width,height,sample_aspect_ratio,r_frame_rate,avg_frame_rate,channels,sample_rate:"
            "stream_tags=timecode:stream_disposition=attached_pic:format=format_name,start_time,duration:"
            "format_tags=timecode"_s,
            u"-of"_s,
            u"default"_s};
}

MediaFacts mediaFactsFrom(const QByteArray &printed)
{
    MediaFacts facts;
    QString label;
    for (const Section &section : sectionsOf(printed)) {
        if (isVideo(section) && !facts.hasVideo)
            takeVideo(facts, section);
        if (section.value(u"codec_type"_s) == "audio"_L1 && facts.soundChannels == 0)
            takeSound(facts, section);
        if (label.isEmpty())
            label = section.value(u"TAG:timecode"_s);
        if (!section.contains(u"codec_type"_s))
            takeFormat(facts, section);
    }
    facts.dropsFrames = facts.rate.canDropFrames() && label.contains(u';');
    facts.startFrame = frameFromLabel(label, facts.rate).value_or(0);
    // Any rate tells whether this is a label at all.
    if (frameFromLabel(label, facts.rate.isKnown() ? facts.rate : FrameRate{60, 1}))
        facts.startTimecode = label.trimmed();
    return facts;
}

} // namespace Viral
