// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/rates.h"
#include "tests/exporters/xmltree.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class PremiereXmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsOnWholePictures_data();
    void cutsOnWholePictures();
    void linksPictureAndSound();
    void tellsOfTheFileOnce();
    void momentsAreASequenceEach();
    void markersLieOnTheWholeSource();
    void soundAloneHasNoPicture();
    void tracksForEveryChannel();
};

VIRAL_TEST(PremiereXmlTest)

namespace {

XmlElement written(const Selects &selects, const ExportOptions &options = {})
{
    return xmlTree(exported("premiere-xml", selects, options).files.value(0).bytes).value_or(XmlElement());
}

qint64 numberAt(const XmlElement &element, const QString &path)
{
    bool isNumber = false;
    const qint64 number = element.at(path).text.toLongLong(&isNumber);
    return isNumber ? number : -99;
}

} // namespace

void PremiereXmlTest::cutsOnWholePictures_data()
{
    addRateRows();
}

void PremiereXmlTest::cutsOnWholePictures()
{
    QFETCH(int, index);
    const SampleRate &sample = sampleRates[std::size_t(index)];
    const Selects selects = randomSelects(sample);
    const XmlElement sequence = written(selects, {.handles = 5, .gap = 2}).child(u"sequence"_s);
    for (const XmlElement &rate : sequence.all(u"rate"_s)) {
        QCOMPARE(numberAt(rate, u"timebase"_s), sample.rate.nominal());
        QCOMPARE(rate.child(u"ntsc"_s).text, sample.rate.denominator == 1001 ? u"TRUE"_s : u"FALSE"_s);
    }
    QCOMPARE(sequence.at(u"timecode/displayformat"_s).text, sample.drops ? u"DF"_s : u"NDF"_s);
    const QList<XmlElement> tracks = sequence.all(u"track"_s);
    QCOMPARE(tracks.size(), 3);
    for (const XmlElement &track : tracks) {
        const QList<XmlElement> clips = track.childrenCalled(u"clipitem"_s);
        QCOMPARE(clips.size(), selects.moments.size());
        qint64 at = 0;
        for (qsizetype i = 0; i < clips.size(); ++i) {
            const FrameSpan cut = frameSpan(selects.moments[i].current.span, selects.media.facts, 5);
            QCOMPARE(numberAt(clips[i], u"in"_s), cut.first);
            QCOMPARE(numberAt(clips[i], u"out"_s), cut.end);
            QCOMPARE(numberAt(clips[i], u"start"_s), at);
            QCOMPARE(numberAt(clips[i], u"end"_s), at + cut.count());
            at += cut.count() + 2;
        }
        QCOMPARE(numberAt(sequence, u"duration"_s), at - 2);
    }
}

void PremiereXmlTest::linksPictureAndSound()
{
    const XmlElement root = written(sampleSelects(sampleMedia()));
    QSet<QString> ids;
    for (const XmlElement &clip : root.all(u"clipitem"_s)) {
        QVERIFY(!ids.contains(clip.attributes.value(u"id"_s)));
        ids.insert(clip.attributes.value(u"id"_s));
    }
    QCOMPARE(ids.size(), 9);
    const QList<XmlElement> tracks = root.all(u"track"_s);
    for (qsizetype i = 0; i < 3; ++i) {
        const QList<XmlElement> links = tracks[0].children[i].childrenCalled(u"link"_s);
        QCOMPARE(links.size(), 3);
        for (qsizetype t = 0; t < 3; ++t) {
            const XmlElement partner = tracks[t].childrenCalled(u"clipitem"_s)[i];
            QCOMPARE(links[t].child(u"linkclipref"_s).text, partner.attributes.value(u"id"_s));
            QCOMPARE(links[t].child(u"mediatype"_s).text, t == 0 ? u"video"_s : u"audio"_s);
            QCOMPARE(numberAt(links[t], u"trackindex"_s), t == 0 ? 1 : t);
            QCOMPARE(numberAt(links[t], u"clipindex"_s), i + 1);
        }
    }
}

void PremiereXmlTest::tellsOfTheFileOnce()
{
    const XmlElement root =
        written(sampleSelects(sampleMedia({30'000, 1001}, 107'892, true)), {.shape = TimelineShape::PerMoment});
    const QList<XmlElement> files = root.all(u"file"_s);
    QCOMPARE(files.size(), 9);
    for (qsizetype i = 0; i < files.size(); ++i) {
        QCOMPARE(files[i].attributes.value(u"id"_s), u"file-1"_s);
        QCOMPARE(files[i].children.isEmpty(), i > 0);
    }
    QCOMPARE(files[0].child(u"pathurl"_s).text, u"file://localhost/media/Talk%20One.mp4"_s);
    QCOMPARE(files[0].at(u"timecode/string"_s).text, u"01:00:00;00"_s);
    QCOMPARE(numberAt(files[0], u"timecode/frame"_s), 107'892);
    QCOMPARE(numberAt(files[0], u"duration"_s), 107'892);
    QCOMPARE(numberAt(files[0], u"media/audio/channelcount"_s), 2);
    QCOMPARE(numberAt(files[0], u"media/audio/samplecharacteristics/samplerate"_s), 48'000);
}

void PremiereXmlTest::momentsAreASequenceEach()
{
    const XmlElement root = written(sampleSelects(sampleMedia()), {.shape = TimelineShape::PerMoment});
    const XmlElement bin = root.at(u"project/children/bin"_s);
    QCOMPARE(bin.child(u"name"_s).text, u"Talk One"_s);
    const QList<XmlElement> sequences = bin.child(u"children"_s).childrenCalled(u"sequence"_s);
    QCOMPARE(sequences.size(), 3);
    QCOMPARE(sequences[2].child(u"name"_s).text, u"3 An Honest Number"_s);
    for (const XmlElement &sequence : sequences) {
        QCOMPARE(sequence.at(u"media/video/track"_s).children.size(), 1);
        QVERIFY(!sequence.at(u"media/video/format/samplecharacteristics/width"_s).text.isEmpty());
        QCOMPARE(numberAt(sequence, u"media/video/track/clipitem/start"_s), 0);
        QCOMPARE(numberAt(sequence, u"media/video/track/clipitem/end"_s), numberAt(sequence, u"duration"_s));
    }
}

void PremiereXmlTest::markersLieOnTheWholeSource()
{
    const XmlElement sequence =
        written(sampleSelects(sampleMedia({25, 1}, 90'000)), {.shape = TimelineShape::Markers, .handles = 9})
            .child(u"sequence"_s);
    QCOMPARE(numberAt(sequence, u"duration"_s), 90'000);
    QCOMPARE(sequence.at(u"media/video/track"_s).children.size(), 1);
    const QList<XmlElement> markers = sequence.childrenCalled(u"marker"_s);
    QCOMPARE(markers.size(), 3);
    // The start timecode is no part of places on the timeline.
    QCOMPARE(numberAt(markers[0], u"in"_s), 250);
    QCOMPARE(numberAt(markers[0], u"out"_s), 1763);
    QCOMPARE(markers[0].child(u"name"_s).text, u"The Three-Hour Rule"_s);
    QVERIFY(markers[0].child(u"comment"_s).text.contains("\nHook: Nobody tells you this\n"_L1));
    QSet<QString> colours;
    for (const XmlElement &marker : markers)
        colours.insert(marker.child(u"pproColor"_s).text);
    QCOMPARE(colours.size(), 3);
}

void PremiereXmlTest::soundAloneHasNoPicture()
{
    SourceMedia media = sampleMedia();
    media.facts = {.rate = {25, 1}, .duration = Milliseconds{3'600'000}, .soundChannels = 1, .soundRate = 44'100};
    const XmlElement sequence = written(sampleSelects(media)).child(u"sequence"_s);
    QVERIFY(sequence.at(u"media/video"_s).childrenCalled(u"track"_s).isEmpty());
    QCOMPARE(sequence.at(u"media/audio"_s).childrenCalled(u"track"_s).size(), 1);
    QVERIFY(sequence.all(u"link"_s).isEmpty());
    const XmlElement file = sequence.all(u"file"_s).constFirst();
    QVERIFY(file.at(u"media/video"_s).name.isEmpty());
    QCOMPARE(numberAt(file, u"media/audio/samplecharacteristics/samplerate"_s), 44'100);
}

void PremiereXmlTest::tracksForEveryChannel()
{
    SourceMedia media = sampleMedia();
    media.facts.soundChannels = 4;
    QCOMPARE(written(sampleSelects(media)).at(u"sequence/media/audio"_s).childrenCalled(u"track"_s).size(), 4);
    media.facts.soundChannels = 1'000'000;
    QCOMPARE(written(sampleSelects(media)).at(u"sequence/media/audio"_s).childrenCalled(u"track"_s).size(), 8);
    media.facts.soundChannels = 0;
    const Exported made = exported("premiere-xml", sampleSelects(media));
    QCOMPARE(made.warnings.size(), 1);
    QVERIFY(!made.files.value(0).bytes.contains("channelcount"));
}

#include "tst_premierexml.moc"
