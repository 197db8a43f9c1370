// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/sourcelabel.h"
#include "tests/exporters/edlreader.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class EditListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsOnWholePictures_data();
    void cutsOnWholePictures();
    void addsTheStartTimecodeOnTheSourceSideOnly();
    void beginsAgainAfterMidnight();
    void namesTheChannels_data();
    void namesTheChannels();
    void dropsNothingAtARateThatCannot();
    void leavesGapsAndAddsHandles();
    void keepsHandlesInsideTheMedia();
    void writesAListForEachMoment();
    void writesLocatorsOnTheWholeSource();
    void splitsAFullReel();
    void splitsAReelThatPassesMidnight();
    void refusesRatesThatDoNotFitTheColumns();
    void marksForResolve();
    void splitsManyMarkers();
};

VIRAL_TEST(EditListsTest)

namespace {

EditList listOf(const Exported &made, const FrameRate &rate, qsizetype index = 0)
{
    return readEditList(made.files.value(index).bytes, rate);
}

QList<ReviewedMoment> manyMoments(int count, qint64 lengthMs)
{
    QList<ReviewedMoment> moments;
    for (int i = 0; i < count; ++i)
        moments.append(selectedMoment(u"Moment number %1"_s.arg(i + 1), i * 1000, i * 1000 + lengthMs));
    return moments;
}

} // namespace

void EditListsTest::cutsOnWholePictures_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<qint64>("start");
    QTest::addColumn<bool>("drops");

    QTest::newRow("23.976") << 24'000LL << 1001LL << 0LL << false;
    QTest::newRow("24") << 24LL << 1LL << 86'400LL << false;
    QTest::newRow("25") << 25LL << 1LL << 90'000LL << false;
    QTest::newRow("29.97 without a start") << 30'000LL << 1001LL << 0LL << true;
    QTest::newRow("29.97 drop") << 30'000LL << 1001LL << 107'892LL << true;
    QTest::newRow("29.97 non-drop") << 30'000LL << 1001LL << 108'000LL << false;
    QTest::newRow("30") << 30LL << 1LL << 0LL << false;
    QTest::newRow("47.952") << 48'000LL << 1001LL << 0LL << false;
    QTest::newRow("50") << 50LL << 1LL << 17LL << false;
    QTest::newRow("59.94 drop") << 60'000LL << 1001LL << 215'784LL << true;
    QTest::newRow("60") << 60LL << 1LL << 0LL << false;
}

void EditListsTest::cutsOnWholePictures()
{
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QFETCH(qint64, start);
    QFETCH(bool, drops);
    const FrameRate rate{numerator, denominator};
    const SourceMedia media = sampleMedia(rate, start, drops);
    QRandomGenerator random(20);
    QList<ReviewedMoment> moments;
    for (int i = 0; i < 200; ++i) {
        const qint64 at = random.bounded(3'500'000);
        moments.append(selectedMoment(u"T"_s, at, at + 1 + random.bounded(90'000)));
    }
    const EditList list = listOf(exported("edl", selectsOf(moments, media)), rate);
    QCOMPARE(list.wrongLine, QString());
    QCOMPARE(list.dropsFrames, drops);
    QCOMPARE(list.events.size(), moments.size());
    qint64 record = hourFrame(rate, drops);
    for (qsizetype i = 0; i < moments.size(); ++i) {
        const FrameSpan cut = frameSpan(moments[i].current.span, media.facts);
        QCOMPARE(list.events[i].source, (FrameSpan{start + cut.first, start + cut.end}));
        QCOMPARE(list.events[i].record, (FrameSpan{record, record + cut.count()}));
        record += cut.count();
    }
}

void EditListsTest::addsTheStartTimecodeOnTheSourceSideOnly()
{
    const Exported made = exported("edl", sampleSelects(sampleMedia({25, 1}, 10LL * 90'000)));
    const QString text = QString::fromUtf8(made.files.value(0).bytes);
    QVERIFY2(text.contains(u"10:00:10:00 10:01:10:13 01:00:00:00 01:01:00:13\r\n"_s), qPrintable(text));
    QCOMPARE(made.files.value(0).name, u"Talk One.edl"_s);
    QCOMPARE(made.warnings, QStringList());
}

void EditListsTest::beginsAgainAfterMidnight()
{
    // 23:59:50:00, so the first moment begins at midnight.
    const EditList list = listOf(exported("edl", sampleSelects(sampleMedia({25, 1}, 86'390LL * 25))), {25, 1});
    QCOMPARE(list.wrongLine, QString());
    QCOMPARE(list.events[0].source.first, 0);
    QCOMPARE(list.events[0].record.first, 90'000);

    const FrameRate ntsc{30'000, 1001};
    const qint64 lastSeconds = *frameFromLabel(u"23:59:50;00", ntsc);
    const QString text =
        QString::fromUtf8(exported("edl", sampleSelects(sampleMedia(ntsc, lastSeconds, true))).files.value(0).bytes);
    QVERIFY2(text.contains(u" 00:00:00;00 00:01:00;"_s), qPrintable(text));
}

void EditListsTest::namesTheChannels_data()
{
    QTest::addColumn<bool>("hasVideo");
    QTest::addColumn<int>("channels");
    QTest::addColumn<QString>("word");

    QTest::newRow("stereo") << true << 2 << u"AA/V"_s;
    QTest::newRow("many") << true << 6 << u"AA/V"_s;
    QTest::newRow("mono") << true << 1 << u"B"_s;
    QTest::newRow("silent") << true << 0 << u"V"_s;
    QTest::newRow("sound alone") << false << 2 << u"AA"_s;
    QTest::newRow("mono alone") << false << 1 << u"A"_s;
}

void EditListsTest::namesTheChannels()
{
    QFETCH(bool, hasVideo);
    QFETCH(int, channels);
    QFETCH(QString, word);
    SourceMedia media = sampleMedia();
    media.facts.hasVideo = hasVideo;
    media.facts.soundChannels = channels;
    const Exported made = exported("edl", sampleSelects(media));
    const EditList list = listOf(made, {25, 1});
    QCOMPARE(list.wrongLine, QString());
    QCOMPARE(list.events[0].channels, word);
    QCOMPARE(made.warnings.isEmpty(), channels > 0);
}

void EditListsTest::dropsNothingAtARateThatCannot()
{
    const EditList list = listOf(exported("edl", sampleSelects(sampleMedia({25, 1}, 107'892, true))), {25, 1});
    QCOMPARE(list.wrongLine, QString());
    QVERIFY(!list.dropsFrames);
    QCOMPARE(list.events[0].record.first, 90'000);
}

void EditListsTest::leavesGapsAndAddsHandles()
{
    const EditList list = listOf(exported("edl", sampleSelects(sampleMedia()), {.handles = 12, .gap = 50}), {25, 1});
    QCOMPARE(list.events[0].source, (FrameSpan{250 - 12, 1763 + 12}));
    QCOMPARE(list.events[1].record.first, list.events[0].record.end + 50);
    QCOMPARE(list.events[1].record.count(), list.events[1].source.count());
}

void EditListsTest::keepsHandlesInsideTheMedia()
{
    const Selects selects = selectsOf(
        {selectedMoment(u"First"_s, 200, 40'000), selectedMoment(u"Last"_s, 3'550'000, 3'599'900)}, sampleMedia());
    const EditList list = listOf(exported("edl", selects, {.handles = 100}), {25, 1});
    QCOMPARE(list.events[0].source, (FrameSpan{0, 1100}));
    QCOMPARE(list.events[1].source, (FrameSpan{88'650, 90'000}));
}

void EditListsTest::writesAListForEachMoment()
{
    const Exported made = exported("edl", sampleSelects(sampleMedia()), {.shape = TimelineShape::PerMoment});
    QCOMPARE(made.files.size(), 3);
    QCOMPARE(made.files[0].name, u"01 The Three-Hour Rule.edl"_s);
    for (qsizetype i = 0; i < 3; ++i) {
        const EditList list = listOf(made, {25, 1}, i);
        QCOMPARE(list.wrongLine, QString());
        QCOMPARE(list.events.size(), 1);
        QCOMPARE(list.events[0].record.first, 90'000);
        QCOMPARE(list.events[0].comments[0], u"FROM CLIP NAME: Talk One.mp4"_s);
        QCOMPARE(list.events[0].comments[1], u"COMMENT: "_s + list.title);
    }
}

void EditListsTest::writesLocatorsOnTheWholeSource()
{
    const EditList list = listOf(
        exported("edl", sampleSelects(sampleMedia()), {.shape = TimelineShape::Markers, .handles = 40}), {25, 1});
    QCOMPARE(list.wrongLine, QString());
    QCOMPARE(list.events.size(), 1);
    QCOMPARE(list.events[0].source, (FrameSpan{0, 90'000}));
    QCOMPARE(list.events[0].comments.sliced(1), (QStringList{u"LOC: 01:00:10:00 GREEN     The Three-Hour Rule"_s,
                                                             u"LOC: 01:01:10:13 BLUE      Why Nobody Listens"_s,
                                                             u"LOC: 01:30:00:18 YELLOW    An Honest Number"_s}));
}

void EditListsTest::splitsAFullReel()
{
    const Exported made = exported("edl", selectsOf(manyMoments(2000, 2000), sampleMedia()));
    QCOMPARE(made.files.size(), 3);
    QCOMPARE(made.files[0].name, u"Talk One 1 of 3.edl"_s);
    QCOMPARE(made.files[2].name, u"Talk One 3 of 3.edl"_s);
    QCOMPARE(made.warnings.size(), 1);
    qsizetype events = 0;
    for (qsizetype i = 0; i < 3; ++i) {
        const EditList list = listOf(made, {25, 1}, i);
        QCOMPARE(list.wrongLine, QString());
        QVERIFY(list.events.size() <= 999);
        QCOMPARE(list.events.constFirst().record.first, 90'000);
        events += list.events.size();
    }
    QCOMPARE(events, 2000);
}

void EditListsTest::splitsAReelThatPassesMidnight()
{
    // 920 times a minute and a half fill the 23 hours from 01:00 on.
    const Exported made = exported("edl", selectsOf(manyMoments(998, 90'000), sampleMedia()));
    QCOMPARE(made.files.size(), 2);
    const EditList first = listOf(made, {25, 1});
    QCOMPARE(first.events.size(), 920);
    // The last one ends at midnight itself.
    QCOMPARE(first.events.constLast().record.end, 0);
    QCOMPARE(listOf(made, {25, 1}, 1).events.size(), 78);
}

void EditListsTest::refusesRatesThatDoNotFitTheColumns()
{
    for (const char *format : {"edl", "resolve-markers"}) {
        const auto made =
            exportSelects(*exportFormat(QString::fromLatin1(format)), sampleSelects(sampleMedia({120, 1})), {});
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Usage);
        QVERIFY(exportSelects(*exportFormat(QString::fromLatin1(format)), sampleSelects(sampleMedia({100, 1})), {}));
    }
}

void EditListsTest::marksForResolve()
{
    Selects selects = sampleSelects(sampleMedia({30'000, 1001}, 107'892, true));
    selects.moments[0].current.title = u"A|B\n|D:9"_s;
    const Exported made = exported("resolve-markers", selects);
    const EditList list = listOf(made, {30'000, 1001});
    QCOMPARE(list.wrongLine, QString());
    QVERIFY(list.dropsFrames);
    QCOMPARE(made.files.value(0).name, u"Talk One markers.edl"_s);
    // Ten seconds in, on a timeline that starts at one o'clock, whatever the media's own timecode.
    QCOMPARE(list.events[0].record, (FrameSpan{107'892 + 300, 107'892 + 301}));
    QCOMPARE(list.events[0].source, list.events[0].record);
    QCOMPARE(list.events[0].comments[0],
             u"Score 7.0. Hook: Nobody tells you this |C:ResolveColorGreen |M:A/B /D:9 |D:1813"_s);
    QVERIFY(list.events[1].comments[0].contains(u"|C:ResolveColorBlue "_s));
    QVERIFY(list.events[2].comments[0].contains(u"|C:ResolveColorYellow "_s));
    QCOMPARE(made.warnings, QStringList());
    const auto warningsFrom = [](qint64 start) {
        return exported("resolve-markers", sampleSelects(sampleMedia({25, 1}, start))).warnings.size();
    };
    QCOMPARE(warningsFrom(0), 0);
    QCOMPARE(warningsFrom(90'000), 0);
    QCOMPARE(warningsFrom(90'001), 1);
}

void EditListsTest::splitsManyMarkers()
{
    const Exported made = exported("resolve-markers", selectsOf(manyMoments(1000, 2000), sampleMedia()));
    QCOMPARE(made.files.size(), 2);
    QCOMPARE(listOf(made, {25, 1}, 0).events.size(), 999);
    QCOMPARE(listOf(made, {25, 1}, 1).events.size(), 1);
    QCOMPARE(made.files[1].name, u"Talk One markers 2 of 2.edl"_s);
}

#include "tst_editlists.moc"
