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

void takeVideo(MediaFacts &facts, const Section &stream)
{
    const FrameRate usual = frameRateFromText(stream.value(u"avg_frame_rate"_s));
    const FrameRate real = frameRateFromText(stream.value(u"r_frame_rate"_s));
    facts.hasVideo = true;
    // The two agree only where every picture lasts as long as the others.
    facts.hasVaryingRate = usual != real || !usual.isKnown();
    facts.rate = facts.hasVaryingRate ? FrameRate{} : usual;
    facts.height = stream.value(u"height"_s).toInt();
}

} // namespace

MediaFacts mediaFactsFrom(const QByteArray &printed)
{
    MediaFacts facts;
    QString label;
    for (const Section &section : sectionsOf(printed)) {
        if (isVideo(section) && !facts.hasVideo)
            takeVideo(facts, section);
        if (label.isEmpty())
            label = section.value(u"TAG:timecode"_s);
        if (!section.contains(u"codec_type"_s))
            facts.duration = secondsValue(section.value(u"duration"_s));
    }
    facts.startFrame = frameFromLabel(label, facts.rate).value_or(0);
    return facts;
}

MediaProbe::MediaProbe(const QString &path, QObject *parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::finished, this,
            [this] { Q_EMIT finished(mediaFactsFrom(m_process.readAllStandardOutput())); });
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-show_entries"_s,
                                   u"stream=codec_type,height,r_frame_rate,avg_frame_rate:stream_tags=timecode:"
                                   "stream_disposition=attached_pic:format=duration:format_tags=timecode"_s,
                                   u"-of"_s, u"default"_s, u"-i"_s, u"file:"_s + path});
}

MediaProbe::~MediaProbe()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

} // namespace Viral
