// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/rates.h"
#include "tests/exporters/xmltree.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <numeric>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class FcpxmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTimeIsAWholeNumberOfPictures_data();
    void everyTimeIsAWholeNumberOfPictures();
    void reelIsWithoutSeams_data();
    void reelIsWithoutSeams();
    void momentsAreAProjectEach();
    void markersLieOnTheWholeSource();
    void describesTheMedia();
    void soundAloneHasNoPicture();
    void sizesWithoutANameHaveNone();
    void saysWhatWasAssumed();
};

VIRAL_TEST(FcpxmlTest)

namespace {

/// Exact, as one fraction; nothing when it is not written as "k/ns".
struct Seconds
{
    qint64 numerator = 0;
    qint64 denominator = 1;
};

std::optional<Seconds> secondsOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d+)/(\\d+)s$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || match.captured(2).toLongLong() <= 0)
        return std::nullopt;
    return Seconds{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
}

/// How many times \a frame goes into \a text; -1 when it does not without rest.
qint64 framesOf(const QString &text, const Seconds &frame)
{
    const auto time = secondsOf(text);
    if (!time)
        return -1;
    const qint64 over = time->numerator * frame.denominator;
    const qint64 under = time->denominator * frame.numerator;
    return over % under == 0 ? over / under : -1;
}

qint64 frames(const XmlElement &element, const QString &attribute, const FrameRate &rate)
{
    return framesOf(element.attributes.value(attribute), {rate.denominator, rate.numerator});
}

XmlElement written(const Selects &selects, const ExportOptions &options)
{
    return xmlTree(exported("fcpxml", selects, options).files.value(0).bytes).value_or(XmlElement());
}

/// Every attribute that is a time, below \a element.
void collectTimes(const XmlElement &element, QStringList &times)
{
    for (const QString &name : {u"start"_s, u"duration"_s, u"offset"_s, u"tcStart"_s, u"frameDuration"_s}) {
        if (element.attributes.contains(name))
            times.append(element.attributes.value(name));
    }
    for (const XmlElement &child : element.children)
        collectTimes(child, times);
}

} // namespace

void FcpxmlTest::everyTimeIsAWholeNumberOfPictures_data()
{
    addRateRows();
}

void FcpxmlTest::everyTimeIsAWholeNumberOfPictures()
{
    QFETCH(int, index);
    const SampleRate &sample = sampleRates[std::size_t(index)];
    for (const TimelineShape shape : {TimelineShape::Reel, TimelineShape::PerMoment, TimelineShape::Markers}) {
        const XmlElement root = written(randomSelects(sample), {.shape = shape, .handles = 7, .gap = 3});
        QCOMPARE(root.name, u"fcpxml"_s);
        const QString frame = root.at(u"resources/format"_s).attributes.value(u"frameDuration"_s);
        QCOMPARE(frame, u"%1/%2s"_s.arg(sample.rate.denominator).arg(sample.rate.numerator));
        QStringList times;
        collectTimes(root, times);
        QVERIFY(times.size() > 600);
        for (const QString &time : times)
            QVERIFY2(framesOf(time, *secondsOf(frame)) >= 0, qPrintable(time));
    }
}

void FcpxmlTest::reelIsWithoutSeams_data()
{
    addRateRows();
}

void FcpxmlTest::reelIsWithoutSeams()
{
    QFETCH(int, index);
    const SampleRate &sample = sampleRates[std::size_t(index)];
    const Selects selects = randomSelects(sample);
    const XmlElement root = written(selects, {.handles = 5, .gap = 4});
    const XmlElement sequence = root.at(u"library/event/project/sequence"_s);
    const QList<XmlElement> items = sequence.child(u"spine"_s).children;
    QCOMPARE(items.size(), 2 * selects.moments.size() - 1);
    qint64 at = 0;
    for (qsizetype i = 0; i < items.size(); ++i) {
        QCOMPARE(items[i].name, i % 2 == 0 ? u"asset-clip"_s : u"gap"_s);
        QCOMPARE(frames(items[i], u"offset"_s, sample.rate), at);
        at += frames(items[i], u"duration"_s, sample.rate);
        if (i % 2 == 1)
            continue;
        const TimeSpan &span = selects.moments[i / 2].current.span;
        const FrameSpan cut = frameSpan(span, selects.media.facts, 5);
        QCOMPARE(frames(items[i], u"start"_s, sample.rate), sample.start + cut.first);
        QCOMPARE(frames(items[i], u"duration"_s, sample.rate), cut.count());
        const XmlElement keyword = items[i].child(u"keyword"_s);
        QCOMPARE(frames(keyword, u"duration"_s, sample.rate), frameSpan(span, selects.media.facts).count());
    }
    QCOMPARE(frames(sequence, u"duration"_s, sample.rate), at);
    QCOMPARE(frames(sequence, u"tcStart"_s, sample.rate), 0);
    QCOMPARE(sequence.attributes.value(u"tcFormat"_s), sample.drops ? u"DF"_s : u"NDF"_s);
}

void FcpxmlTest::momentsAreAProjectEach()
{
    const XmlElement root = written(sampleSelects(sampleMedia()), {.shape = TimelineShape::PerMoment});
    const QList<XmlElement> projects = root.at(u"library/event"_s).childrenCalled(u"project"_s);
    QCOMPARE(projects.size(), 3);
    QCOMPARE(projects[1].attributes.value(u"name"_s), u"2 Why Nobody Listens"_s);
    QCOMPARE(root.all(u"asset"_s).size(), 1);
    for (const XmlElement &project : projects) {
        const QList<XmlElement> clips = project.at(u"sequence/spine"_s).children;
        QCOMPARE(clips.size(), 1);
        QCOMPARE(clips[0].attributes.value(u"offset"_s), u"0/25s"_s);
        QCOMPARE(clips[0].attributes.value(u"duration"_s),
                 project.child(u"sequence"_s).attributes.value(u"duration"_s));
    }
}

void FcpxmlTest::markersLieOnTheWholeSource()
{
    Selects selects = sampleSelects(sampleMedia({25, 1}, 90'000));
    selects.moments[1].starred = true;
    selects.moments[2].current.category = u"One, two"_s;
    const XmlElement root = written(selects, {.shape = TimelineShape::Markers, .handles = 50});
    const QList<XmlElement> clips = root.at(u"library/event/project/sequence/spine"_s).children;
    QCOMPARE(clips.size(), 1);
    QCOMPARE(clips[0].attributes.value(u"start"_s), u"90000/25s"_s);
    QCOMPARE(clips[0].attributes.value(u"duration"_s), u"90000/25s"_s);
    const QList<XmlElement> markers = clips[0].childrenCalled(u"marker"_s);
    QCOMPARE(markers.size(), 3);
    QCOMPARE(markers[0].attributes.value(u"start"_s), u"90250/25s"_s);
    QCOMPARE(markers[0].attributes.value(u"value"_s), u"The Three-Hour Rule"_s);
    QVERIFY(markers[0].attributes.value(u"note"_s).startsWith(u"Score 7.0 · Hook: "_s));
    // What is kept and what is starred.
    QCOMPARE(clips[0].childrenCalled(u"rating"_s).size(), 2);
    const QList<XmlElement> keywords = clips[0].childrenCalled(u"keyword"_s);
    QCOMPARE(keywords[0].attributes.value(u"value"_s), u"Kept, Score 7+, Growth / Mindset"_s);
    QCOMPARE(keywords[1].attributes.value(u"value"_s), u"Undecided, Score 7+, Growth / Mindset, Starred"_s);
    QCOMPARE(keywords[2].attributes.value(u"value"_s), u"Held, Score 7+, One two"_s);
}

void FcpxmlTest::describesTheMedia()
{
    const XmlElement root = written(sampleSelects(sampleMedia({30'000, 1001})), {});
    QCOMPARE(root.attributes.value(u"version"_s), u"1.9"_s);
    QCOMPARE(root.at(u"resources/format"_s).attributes.value(u"name"_s), u"FFVideoFormat1080p2997"_s);
    const XmlElement asset = root.at(u"resources/asset"_s);
    QCOMPARE(asset.attributes.value(u"name"_s), u"Talk One.mp4"_s);
    // 3600 s hold 107 892.1 pictures.
    QCOMPARE(asset.attributes.value(u"duration"_s), u"107999892/30000s"_s);
    QVERIFY(!asset.attributes.contains(u"src"_s));
    QCOMPARE(asset.child(u"media-rep"_s).attributes.value(u"src"_s), u"file:///media/Talk%20One.mp4"_s);
    QCOMPARE(asset.attributes.value(u"audioChannels"_s), u"2"_s);
    QCOMPARE(asset.attributes.value(u"audioRate"_s), u"48000"_s);
    QCOMPARE(root.all(u"sequence"_s)[0].attributes.value(u"audioRate"_s), u"48k"_s);
    QCOMPARE(root.all(u"asset-clip"_s)[0].attributes.value(u"ref"_s), asset.attributes.value(u"id"_s));
}

void FcpxmlTest::soundAloneHasNoPicture()
{
    SourceMedia media = sampleMedia();
    media.facts = {.rate = {25, 1}, .duration = Milliseconds{3'600'000}, .soundChannels = 1, .soundRate = 44'100};
    const XmlElement root = written(sampleSelects(media), {});
    const XmlElement asset = root.at(u"resources/asset"_s);
    QVERIFY(!asset.attributes.contains(u"hasVideo"_s));
    QVERIFY(!asset.attributes.contains(u"format"_s));
    QCOMPARE(asset.attributes.value(u"audioChannels"_s), u"1"_s);
    QCOMPARE(root.all(u"sequence"_s)[0].attributes.value(u"audioRate"_s), u"44.1k"_s);
    // A timeline needs a size all the same, and one of stereo sound at least.
    QCOMPARE(root.at(u"resources/format"_s).attributes.value(u"width"_s), u"1920"_s);
    QCOMPARE(root.all(u"sequence"_s)[0].attributes.value(u"audioLayout"_s), u"stereo"_s);
    QCOMPARE(exported("fcpxml", sampleSelects(media)).warnings, QStringList());
}

void FcpxmlTest::sizesWithoutANameHaveNone()
{
    SourceMedia media = sampleMedia();
    media.facts.width = 1080;
    media.facts.height = 1920;
    const XmlElement format = written(sampleSelects(media), {}).at(u"resources/format"_s);
    QVERIFY(!format.attributes.contains(u"name"_s));
    QCOMPARE(format.attributes.value(u"width"_s), u"1080"_s);
    media.facts = sampleMedia({48, 1}).facts;
    QVERIFY(!written(sampleSelects(media), {}).at(u"resources/format"_s).attributes.contains(u"name"_s));
}

void FcpxmlTest::saysWhatWasAssumed()
{
    SourceMedia media = sampleMedia();
    media.facts = {.rate = {25, 1}};
    const Selects unknown = sampleSelects(media);
    const Exported made = exported("fcpxml", unknown);
    QCOMPARE(made.warnings.size(), 4);
    const XmlElement root = written(unknown, {});
    QCOMPARE(root.at(u"resources/format"_s).attributes.value(u"height"_s), u"1080"_s);
    // The last moment ends at 1850.02 s.
    QCOMPARE(root.at(u"resources/asset"_s).attributes.value(u"duration"_s), u"46251/25s"_s);

    media = sampleMedia();
    media.facts.hasVaryingRate = true;
    media.facts.duration = Milliseconds{60'000};
    const QStringList warnings = exported("fcpxml", sampleSelects(media)).warnings;
    QCOMPARE(warnings.size(), 2);
    QVERIFY2(warnings[0].contains("varying"_L1) && warnings[0].contains("25 per second"_L1), qPrintable(warnings[0]));
    QVERIFY2(warnings[1].startsWith("3 moments reach behind the end of the media at 1:00"_L1), qPrintable(warnings[1]));
}

#include "tst_fcpxml.moc"
