// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ttmltime.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class TtmlTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void clocks();
};

VIRAL_TEST(TtmlTimeTest)

void TtmlTimeTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("clock") << u"01:02:03.5"_s << 3723500;
    QTest::newRow("clock without fraction") << u"00:00:02"_s << 2000;
    QTest::newRow("minutes") << u"1:23.060"_s << 83060;
    QTest::newRow("bare seconds") << u"4.940"_s << 4940;
    QTest::newRow("bare whole seconds") << u"12"_s << 12000;
    QTest::newRow("seconds") << u"12.5s"_s << 12500;
    QTest::newRow("milliseconds") << u"500ms"_s << 500;
    QTest::newRow("minutes with metric") << u"1.5m"_s << 90000;
    QTest::newRow("hours") << u"1.5h"_s << 5400000;
    QTest::newRow("frames") << u"25f"_s << 1000;
    QTest::newRow("ticks") << u"25000t"_s << 2500;
    QTest::newRow("clock with frames") << u"00:00:01:05"_s << 1200;
    QTest::newRow("spaces") << u" 2s "_s << 2000;
    QTest::newRow("last time") << u"10000000s"_s << -1;
}

void TtmlTimeTest::reads()
{
    QFETCH(const QString, text);
    QFETCH(const int, expected);
    const auto time = parseTtmlTime(text, {.framesPerSecond = 25, .ticksPerSecond = 10000});
    QVERIFY(time.has_value());
    QCOMPARE(time->count(), expected < 0 ? 10'000'000'000 : expected);
}

void TtmlTimeTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "s", "abc", "1:2:3:4:5", "-5s", "nan", "inf", "1e300h", "10000001s", "1:xx", "00:00:01:xx"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TtmlTimeTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!parseTtmlTime(text, {}));
}

void TtmlTimeTest::clocks()
{
    QCOMPARE(ttmlClock({}, {}, {}), (TtmlClock{30, 1}));
    QCOMPARE(ttmlClock(u"25", {}, {}), (TtmlClock{25, 25}));
    QCOMPARE(ttmlClock(u"25", {}, u"1000"), (TtmlClock{25, 1000}));
    QVERIFY(std::abs(ttmlClock(u"24", u"1000 1001", {}).framesPerSecond - 23.976) < 0.001);
    QCOMPARE(ttmlClock(u"0", u"0 0", u"-3"), (TtmlClock{30, 30}));
    QCOMPARE(ttmlClock(u"x", u"x", u"1e999"), (TtmlClock{30, 30}));
}

#include "tst_ttmltime.moc"
