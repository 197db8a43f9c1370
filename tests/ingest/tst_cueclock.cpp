// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/cueclock.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class CueClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void marksOddFields();
    void readsArrowLines_data();
    void readsArrowLines();
    void refusesLinesOfText_data();
    void refusesLinesOfText();
    void readsCommaLines();
};

VIRAL_TEST(CueClockTest)

void CueClockTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("comma") << u"01:02:03,456"_s << qint64(3723456);
    QTest::newRow("point") << u"01:02:03.456"_s << qint64(3723456);
    QTest::newRow("colon") << u"01:02:03:456"_s << qint64(3723456);
    QTest::newRow("no hours") << u"02:03.456"_s << qint64(123456);
    QTest::newRow("no fraction") << u"1:02:03"_s << qint64(3723000);
    QTest::newRow("one digit is tenths") << u"0:0:0,5"_s << qint64(500);
    QTest::newRow("two digits are hundredths") << u"0:0:0,05"_s << qint64(50);
    QTest::newRow("fourth digit rounds up") << u"0:0:0,0005"_s << qint64(1);
    QTest::newRow("fourth digit rounds down") << u"0:0:0,00049"_s << qint64(0);
    QTest::newRow("bare seconds") << u"3.480"_s << qint64(3480);
    QTest::newRow("many hours") << u"123456:00:00.000"_s << qint64(444441600000);
    QTest::newRow("over 59") << u"00:75:61,000"_s << qint64(4561000);
    QTest::newRow("negative") << u"-00:00:02,500"_s << qint64(-2500);
}

void CueClockTest::reads()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, milliseconds);
    const auto clock = parseClock(text);
    QVERIFY(clock.has_value());
    QCOMPARE(qint64(clock->time.count()), milliseconds);
}

void CueClockTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a number is no time") << u"12"_s;
    QTest::newRow("words") << u"soon"_s;
    QTest::newRow("doubled colon") << u"00::00.000"_s;
    QTest::newRow("doubled point") << u"00:00:00..000"_s;
    QTest::newRow("nothing behind the point") << u"00:00:00."_s;
    QTest::newRow("letters behind") << u"00:00:00.000x"_s;
    QTest::newRow("space inside") << u"00:00: 00.000"_s;
    QTest::newRow("five fields") << u"1:2:3:4:5"_s;
    QTest::newRow("too many digits") << u"12345678901:00:00.000"_s;
    QTest::newRow("other digits") << u"٠٠:٠٠:٠١.٠٠٠"_s;
}

void CueClockTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!parseClock(text));
}

void CueClockTest::marksOddFields()
{
    QVERIFY(parseClock(u"00:75:00,000")->isOdd);
    QVERIFY(parseClock(u"00:00:60,000")->isOdd);
    QVERIFY(!parseClock(u"75:59:59,999")->isOdd);
    QVERIFY(!parseClock(u"75:59.000")->isOdd);
    QCOMPARE(parseArrowLine(u"00:75:00,000 --> 00:76:00,000")->oddTimes, 2);
}

void CueClockTest::readsArrowLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::newRow("SRT") << u"00:00:01,000 --> 00:00:02,500"_s << qint64(1000) << qint64(2500);
    QTest::newRow("settings") << u"00:01.000 --> 00:02.500 align:start position:0%"_s << qint64(1000) << qint64(2500);
    QTest::newRow("coordinates") << u"00:00:01,0 --> 00:00:02,5 X1:40 Y1:20"_s << qint64(1000) << qint64(2500);
    QTest::newRow("white space") << u"\t 00:00:01.000 \f-->\t00:00:02.500  "_s << qint64(1000) << qint64(2500);
    QTest::newRow("no spaces") << u"00:00:01.000-->00:00:02.500"_s << qint64(1000) << qint64(2500);
    QTest::newRow("short arrow") << u"00:00:01.000 -> 00:00:02.500"_s << qint64(1000) << qint64(2500);
    QTest::newRow("broken arrow") << u"00:00:01.000 -- > 00:00:02.500"_s << qint64(1000) << qint64(2500);
    QTest::newRow("long dash") << u"00:00:01.000 –> 00:00:02.500"_s << qint64(1000) << qint64(2500);
    QTest::newRow("negative end") << u"-00:00:03,000 --> -00:00:02,500"_s << qint64(-3000) << qint64(-2500);
    QTest::newRow("backwards") << u"00:00:03,000 --> 00:00:02,500"_s << qint64(3000) << qint64(2500);
}

void CueClockTest::readsArrowLines()
{
    QFETCH(const QString, line);
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    const auto timing = parseArrowLine(line);
    QVERIFY(timing.has_value());
    QCOMPARE(qint64(timing->start.count()), start);
    QCOMPARE(qint64(timing->end.count()), end);
}

void CueClockTest::refusesLinesOfText_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("empty") << QString();
    QTest::newRow("no arrow") << u"00:00:01,000 00:00:02,000"_s;
    QTest::newRow("no end") << u"00:00:00.000 -->"_s;
    QTest::newRow("no start") << u"--> 00:00:02.000"_s;
    QTest::newRow("no dash") << u"00:00:01.000 > 00:00:02.000"_s;
    QTest::newRow("speech") << u"2 --> 3 is an arrow"_s;
    QTest::newRow("words in front") << u"at 00:00:01.000 --> 00:00:02.000"_s;
}

void CueClockTest::refusesLinesOfText()
{
    QFETCH(const QString, line);
    QVERIFY(!parseArrowLine(line));
}

void CueClockTest::readsCommaLines()
{
    const auto timing = parseCommaLine(u"0:00:01.000,1:00:02.500 ");
    QVERIFY(timing.has_value());
    QCOMPARE(qint64(timing->start.count()), qint64(1000));
    QCOMPARE(qint64(timing->end.count()), qint64(3602500));
    QVERIFY(!parseCommaLine(u"00:00:01,000 --> 00:00:02,000"));
    QVERIFY(!parseCommaLine(u"1,000,000,000"));
    QVERIFY(!parseCommaLine(u"0:00:01.000"));
}

#include "tst_cueclock.moc"
