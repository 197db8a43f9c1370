// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/player/picturetimes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class PictureTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printed_data();
    void printed();
    void steps_data();
    void steps();
    void withoutFfprobe();
    void whatIsNoFilmTellsNothing();
};

VIRAL_TEST(PictureTimesTest)

Q_DECLARE_METATYPE(Viral::PictureTimeList)

void PictureTimesTest::printed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<TimeSpan>("asked");
    QTest::addColumn<PictureTimeList>("list");
    const std::vector<Milliseconds> three{0ms, 34ms, 84ms};
    QTest::newRow("out of order, to the end")
        << QByteArray("packet,0.000000\npacket,0.083333\npacket,0.033333\nformat,0.000000\n") << spanMs(0, 10'000)
        << PictureTimeList{three, true, true};
    QTest::newRow("the file begins later")
        << QByteArray("packet,101.4\r\npacket,101.483333\r\npacket,101.433333\r\nformat,101.400000\r\n")
        << spanMs(0, 10'000) << PictureTimeList{three, true, true};
    QTest::newRow("goes on behind") << QByteArray("packet,0.000000\npacket,1.5\npacket,5.000\npacket,9.9\n")
                                    << spanMs(0, 8'000) << PictureTimeList{{0ms, 1500ms, 5000ms}, true, false};
    QTest::newRow("begins before") << QByteArray("packet,4.0\npacket,3.9\npacket,4.1\n") << spanMs(4'500, 24'500)
                                   << PictureTimeList{{4000ms, 4100ms}, false, true};
    QTest::newRow("without times") << QByteArray("packet,N/A\npacket,\nformat,N/A\n") << spanMs(500, 9'000)
                                   << PictureTimeList{};
    QTest::newRow("nonsense") << QByteArray("packet\n,,,\npacket,1e400\nno such file\n") << spanMs(500, 9'000)
                              << PictureTimeList{};
    QTest::newRow("twice the same") << QByteArray("packet,0\npacket,0\npacket,0.0001\n") << spanMs(0, 9'000)
                                    << PictureTimeList{{0ms, 1ms}, true, true};
}

void PictureTimesTest::printed()
{
    QFETCH(const QByteArray, text);
    QFETCH(const TimeSpan, asked);
    QTEST(pictureTimesFrom(text, asked), "list");
}

void PictureTimesTest::steps_data()
{
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<int>("time");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("place");
    for (const bool isWhole : {false, true}) {
        const char *name = isWhole ? "whole" : "part";
        const int outside = -1;
        QTest::addRow("%s, %s", name, "next") << isWhole << 1000 << 1 << 1034;
        QTest::addRow("%s, %s", name, "from the middle of a picture") << isWhole << 1033 << 1 << 1034;
        QTest::addRow("%s, %s", name, "back") << isWhole << 1034 << -1 << 1000;
        QTest::addRow("%s, %s", name, "back from the middle") << isWhole << 1500 << -1 << 1034;
        QTest::addRow("%s, %s", name, "several") << isWhole << 1000 << 3 << 3000;
        QTest::addRow("%s, %s", name, "over the end") << isWhole << 1100 << 9 << (isWhole ? 3000 : outside);
        QTest::addRow("%s, %s", name, "over the beginning") << isWhole << 1100 << -9 << (isWhole ? 1000 : outside);
        QTest::addRow("%s, %s", name, "before the first") << isWhole << 500 << 1 << (isWhole ? 1034 : outside);
    }
}

void PictureTimesTest::steps()
{
    QFETCH(const bool, isWhole);
    QFETCH(const int, time);
    QFETCH(const int, count);
    const PictureTimeList list{{1000ms, 1034ms, 1100ms, 3000ms}, isWhole, isWhole};
    QTEST(int(list.stepped(Milliseconds{time}, count).value_or(-1ms).count()), "place");
    QVERIFY(!PictureTimeList{}.stepped(Milliseconds{time}, count));
}

void PictureTimesTest::withoutFfprobe()
{
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    PictureTimes times(u"/nowhere/film.mp4"_s);
    QSignalSpy known(&times, &PictureTimes::known);
    QVERIFY(!times.stepped(1s, 1));
    QTRY_COMPARE(known.size(), 1);
    qputenv("PATH", before);
    QVERIFY(!times.canTell());
    QVERIFY(!times.stepped(1s, 1));
}

void PictureTimesTest::whatIsNoFilmTellsNothing()
{
    PictureTimes times(u"/nowhere/film.mp4"_s);
    QSignalSpy known(&times, &PictureTimes::known);
    QVERIFY(!times.stepped(1s, 1));
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, 20'000);
    QVERIFY(!times.canTell());
}

#include "tst_picturetimes.moc"
