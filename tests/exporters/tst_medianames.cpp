// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/fileurl.h"
#include "core/exporters/momentnote.h"
#include "core/exporters/rationaltime.h"
#include "core/exporters/reelname.h"
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

#include "tst_medianames.moc"
