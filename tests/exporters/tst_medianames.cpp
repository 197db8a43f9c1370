// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/fileurl.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/rationaltime.h"
#include "core/exporters/reelname.h"
#include "core/exporters/sourcelabel.h"
#include "tests/exporters/exportsamples.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class MediaNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void reelsKeepCameraNames_data();
    void reelsKeepCameraNames();
    void reelsAreStableAndApart();
    void rationalTimesAreNotReduced();
    void notesAreShortLines();
    void startTimecodes_data();
    void startTimecodes();
    void shapesOfPixels_data();
    void shapesOfPixels();
    void listsAndMarkersHaveNamesOfTheirOwn();
    void sheetsNameTheMediaOfOtherSystems();
};

VIRAL_TEST(MediaNamesTest)

void MediaNamesTest::addresses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("name");

    QTest::newRow("plain") << u"/media/a.mp4"_s << QString() << u"file:///media/a.mp4"_s << u"a.mp4"_s;
    QTest::newRow("host") << u"/media/a.mp4"_s << u"localhost"_s << u"file://localhost/media/a.mp4"_s << u"a.mp4"_s;
    QTest::newRow("characters") << u"/Volumes/A B/50% #1 & \"c\"?.mp4"_s << QString()
                                << u"file:///Volumes/A%20B/50%25%20%231%20%26%20%22c%22%3F.mp4"_s
                                << u"50% #1 & \"c\"?.mp4"_s;
    QTest::newRow("other scripts") << u"/m/é日.mp4"_s << QString() << u"file:///m/%C3%A9%E6%97%A5.mp4"_s
                                   << u"é日.mp4"_s;
    QTest::newRow("drive") << u"D:\\My Films\\a:b.mov"_s << u"localhost"_s
                           << u"file://localhost/D:/My%20Films/a:b.mov"_s << u"a:b.mov"_s;
    QTest::newRow("drive with slashes") << u"c:/x/a.mov"_s << QString() << u"file:///c:/x/a.mov"_s << u"a.mov"_s;
    QTest::newRow("share") << u"\\\\nas\\film\\a b.mov"_s << u"localhost"_s << u"file://nas/film/a%20b.mov"_s
                           << u"a b.mov"_s;
    QTest::newRow("backslash elsewhere") << u"/m/a\\b.mov"_s << QString() << u"file:///m/a%5Cb.mov"_s << u"a\\b.mov"_s;
    QTest::newRow("line break") << u"/m/a\nb.mov"_s << QString() << u"file:///m/a%0Ab.mov"_s << u"a b.mov"_s;
}

void MediaNamesTest::addresses()
{
    QFETCH(QString, path);
    QFETCH(QString, host);
    QTEST(fileUrl(path, host), "url");
    QTEST(mediaFileName(path), "name");
}

void MediaNamesTest::reelsKeepCameraNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reel");

    QTest::newRow("camera") << u"A001C003.mov"_s << u"A001C003"_s;
    QTest::newRow("lower case") << u"c0012.MP4"_s << u"C0012"_s;
    QTest::newRow("no ending") << u"TAPE7"_s << u"TAPE7"_s;
}

void MediaNamesTest::reelsKeepCameraNames()
{
    QFETCH(QString, name);
    QTEST(reelName(name), "reel");
}

void MediaNamesTest::reelsAreStableAndApart()
{
    static const QRegularExpression form(u"^[A-Z0-9]{1,8}$"_s);
    QSet<QString> reels;
    const QStringList names{u"Interview Anna 2024.mp4"_s,
                            u"Interview Anna 2025.mp4"_s,
                            u"Interview Anna 2024.mov"_s,
                            u"Интервью.mp4"_s,
                            u"対談.mp4"_s,
                            u"ax.mov"_s,
                            u"BL.mov"_s,
                            u"a-1.mp4"_s,
                            u"a1.mp4"_s,
                            u".mp4"_s,
                            QString(),
                            u"straße.mp4"_s};
    for (const QString &name : names) {
        const QString reel = reelName(name);
        QVERIFY2(form.match(reel).hasMatch(), qPrintable(reel));
        QVERIFY2(!reels.contains(reel), qPrintable(name));
        reels.insert(reel);
        QCOMPARE(reelName(name), reel);
    }
    QVERIFY(!reels.contains(u"AX"_s) && !reels.contains(u"BL"_s));
    QVERIFY(reelName(u"Interview Anna 2024.mp4"_s).startsWith("INTE"_L1));
    // The same name from two systems.
    QCOMPARE(reelName(u"caf\u00e9.mp4"_s), reelName(u"cafe\u0301.mp4"_s));
}

void MediaNamesTest::rationalTimesAreNotReduced()
{
    QCOMPARE(rationalTime(0, {25, 1}), u"0/25s"_s);
    QCOMPARE(rationalTime(7630, {25, 1}), u"7630/25s"_s);
    QCOMPARE(rationalTime(30'000, {30'000, 1001}), u"30030000/30000s"_s);
}

void MediaNamesTest::notesAreShortLines()
{
    ReviewedMoment moment = selectedMoment(u" A\r\ntitle\t"_s, 0, 1000);
    QCOMPARE(clipTitle(moment, 3), u"A title"_s);
    QCOMPARE(momentNote(moment),
             (QStringList{u"Score 7.0"_s, u"Hook: Nobody tells you this"_s, u"Category: Growth / Mindset"_s,
                          u"Value: It surprises."_s, u"Note: Start with the laugh"_s}));
    moment.current.title = QString(QChar(0xfffe));
    moment.current.hook = u"\U0001F600"_s.repeated(3000);
    moment.current.category.clear();
    moment.note = u"\u2028\u0001"_s;
    QCOMPARE(clipTitle(moment, 3), u"Moment 3"_s);
    const QStringList note = momentNote(moment);
    QCOMPARE(note.size(), 3);
    QCOMPARE(note[1].toUcs4().size(), 400);
    QVERIFY(note[1].endsWith(u'…'));
    moment.current.title = u"x"_s.repeated(161);
    QCOMPARE(clipTitle(moment, 3), u"x"_s.repeated(159) + u'…');
}

void MediaNamesTest::startTimecodes_data()
{
    QTest::addColumn<QString>("timecode");
    QTest::addColumn<FrameRate>("own");
    QTest::addColumn<FrameRate>("byHand");
    QTest::addColumn<QString>("label");
    const FrameRate ntsc{30'000, 1001};
    QTest::newRow("none") << QString() << ntsc << ntsc << u"00:00:10;00"_s;
    QTest::newRow("0 without dropping") << u"00:00:00:00"_s << ntsc << ntsc << u"00:00:10:00"_s;
    QTest::newRow("0 with dropping") << u"00:00:00;00"_s << ntsc << ntsc << u"00:00:10;00"_s;
    QTest::newRow("varying") << u"10:00:00:00"_s << FrameRate() << FrameRate{25, 1} << u"10:00:10:00"_s;
    QTest::newRow("varying and dropping") << u"10:00:00;00"_s << FrameRate() << ntsc << u"10:00:10;00"_s;
    QTest::newRow("dropping by hand at 25") << u"10:00:00;00"_s << ntsc << FrameRate{25, 1} << u"10:00:10:00"_s;
    QTest::newRow("at another rate") << u"10:00:00:12"_s << FrameRate{25, 1} << FrameRate{50, 1} << u"10:00:10:12"_s;
}

void MediaNamesTest::startTimecodes()
{
    QFETCH(const QString, timecode);
    QFETCH(const FrameRate, own);
    QFETCH(const FrameRate, byHand);
    const QByteArray rate = own.isKnown()
                                ? QByteArray::number(own.numerator) + '/' + QByteArray::number(own.denominator)
                                : QByteArray("0/0");
    const QByteArray line = timecode.isEmpty() ? QByteArray() : "TAG:timecode=" + timecode.toLatin1() + '\n';
    const MediaFacts facts =
        mediaFactsFrom("[STREAM]\ncodec_type=video\nr_frame_rate=" + rate + "\navg_frame_rate=" + rate + '\n' + line);
    const MediaFacts counted = countedAt(facts, byHand);
    QTEST(sourceLabel(frameSpan(spanMs(10'000, 11'000), counted).first, counted), "label");
}

void MediaNamesTest::shapesOfPixels_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<double>("aspect");
    QTest::addColumn<QByteArray>("fcpxml");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("anamorphic");
    QTest::addColumn<int>("warnings");
    QTest::newRow("square") << 1920 << 1080 << 1.0 << QByteArray() << QByteArray("square") << false << 0;
    QTest::newRow("wide PAL") << 720 << 576 << 64.0 / 45 << QByteArray("paspH=\"64\" paspV=\"45\"")
                              << QByteArray("PAL-601") << true << 0;
    QTest::newRow("PAL") << 720 << 576 << 16.0 / 15 << QByteArray("paspH=\"16\" paspV=\"15\"") << QByteArray("PAL-601")
                         << false << 0;
    QTest::newRow("NTSC") << 720 << 480 << 8.0 / 9 << QByteArray("paspH=\"8\" paspV=\"9\"") << QByteArray("NTSC-601")
                          << false << 0;
    QTest::newRow("HDV") << 1440 << 1080 << 4.0 / 3 << QByteArray("paspH=\"4\" paspV=\"3\"")
                         << QByteArray("HD-(1440x1080)") << false << 0;
    QTest::newRow("a wide lens") << 1920 << 1080 << 1.5 << QByteArray("paspH=\"3\" paspV=\"2\"") << QByteArray("square")
                                 << false << 1;
}

void MediaNamesTest::shapesOfPixels()
{
    QFETCH(const QByteArray, fcpxml);
    QFETCH(const QByteArray, name);
    QFETCH(const bool, anamorphic);
    QFETCH(const int, warnings);
    QFETCH(const int, width);
    QFETCH(const int, height);
    QFETCH(const double, aspect);
    SourceMedia media = sampleMedia();
    media.facts.width = width;
    media.facts.height = height;
    media.facts.pixelAspect = aspect;
    const QByteArray final = exported("fcpxml", sampleSelects(media)).files.at(0).bytes;
    QCOMPARE(final.contains("paspH"), !fcpxml.isEmpty());
    QVERIFY2(final.contains(fcpxml), final.first(600).constData());
    // Such a name means square pixels.
    QCOMPARE(final.contains("FFVideoFormat"), fcpxml.isEmpty());
    const Exported premiere = exported("premiere-xml", sampleSelects(media));
    QVERIFY(premiere.files.at(0).bytes.contains("<pixelaspectratio>" + name + "</pixelaspectratio>"));
    QCOMPARE(premiere.files.at(0).bytes.contains("<anamorphic>TRUE</anamorphic>"), anamorphic);
    QCOMPARE(premiere.warnings.size(), warnings);
}

void MediaNamesTest::listsAndMarkersHaveNamesOfTheirOwn()
{
    Selects selects = sampleSelects(sampleMedia());
    selects.name = u"A very long name "_s.repeated(20);
    QSet<QString> names;
    for (const char *format : {"edl", "resolve-markers"})
        names.insert(exported(format, selects).files.at(0).name);
    QCOMPARE(names.size(), 2);
}

void MediaNamesTest::sheetsNameTheMediaOfOtherSystems()
{
    SourceMedia media = sampleMedia();
    media.path = u"D:\\Films\\a.mov"_s;
    const QByteArray sheet = exported("html", sampleSelects(media)).files.at(0).bytes;
    QVERIFY(sheet.contains(" · a.mov<"));
}

#include "tst_medianames.moc"
