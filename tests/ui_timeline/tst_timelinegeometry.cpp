// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinegeometry.h"

#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Viral;
using namespace std::chrono_literals;

class TimelineGeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesOfTheWholeSource_data();
    void placesOfTheWholeSource();
    void timeUnderPixels_data();
    void timeUnderPixels();
    void zoomKeepsThePoint_data();
    void zoomKeepsThePoint();
    void zoomStopsAtBothEnds();
    void zoomRefusesNonsense();
    void zoomInAndOutComesBack();
    void panStopsAtBothEnds();
    void panAddsUpPartsOfPixels();
    void hundredHoursAreExact();
    void longerSourcesAreCut();
    void fitsARange();
    void fitsAnEmptyRange();
    void newWidthKeepsScaleOrWhole();
    void newDurationKeepsScaleOrWhole();
    void centres();
    void scrollBarGoesThereAndBack_data();
    void scrollBarGoesThereAndBack();
    void emptySource();
    void shortSource();
};

VIRAL_TEST(TimelineGeometryTest)

void TimelineGeometryTest::placesOfTheWholeSource_data()
{
    QTest::addColumn<qint64>("duration");
    QTest::addColumn<int>("width");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<double>("x");
    QTest::newRow("start") << qint64(60000) << 600 << qint64(0) << 0.0;
    QTest::newRow("middle") << qint64(60000) << 600 << qint64(30000) << 300.0;
    QTest::newRow("end") << qint64(60000) << 600 << qint64(60000) << 600.0;
    QTest::newRow("ten hours") << qint64(36000000) << 1800 << qint64(18000000) << 900.0;
    QTest::newRow("before the start") << qint64(60000) << 600 << qint64(-1000) << -10.0;
}

void TimelineGeometryTest::placesOfTheWholeSource()
{
    QFETCH(const qint64, duration);
    QFETCH(const int, width);
    QFETCH(const qint64, time);
    QTEST(TimelineGeometry(Milliseconds{duration}, width).x(Milliseconds{time}), "x");
}

void TimelineGeometryTest::timeUnderPixels_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<qint64>("time");
    QTest::newRow("start") << 0.0 << qint64(0);
    QTest::newRow("inside") << 12.5 << qint64(1250);
    QTest::newRow("rounds") << 0.006 << qint64(1);
    QTest::newRow("left of it") << -50.0 << qint64(0);
    QTest::newRow("right of it") << 900.0 << qint64(60000);
}

void TimelineGeometryTest::timeUnderPixels()
{
    QFETCH(const double, x);
    QTEST(qint64(TimelineGeometry(60s, 600).time(x).count()), "time");
}

void TimelineGeometryTest::zoomKeepsThePoint_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<double>("x");
    for (const double factor : {1.1, 2.0, 10.0, 0.9, 0.5}) {
        for (const double x : {1.0, 333.0, 960.0, 1919.0})
            QTest::addRow("%g at %g", factor, x) << factor << x;
    }
}

void TimelineGeometryTest::zoomKeepsThePoint()
{
    QFETCH(const double, factor);
    QFETCH(const double, x);
    // In the middle of a long source, where no end is in the way.
    const TimelineGeometry before = TimelineGeometry(10h, 1920).fittedTo({4h, 5h}, 0);
    const TimelineGeometry after = before.zoomed(factor, x);
    const Milliseconds time = before.time(x);
    QVERIFY(std::abs(after.x(time) - x) < 1 / after.millisecondsPerPixel() + 1e-6);
    QVERIFY(std::abs(after.millisecondsPerPixel() * factor - before.millisecondsPerPixel()) < 1e-6);
}

void TimelineGeometryTest::zoomStopsAtBothEnds()
{
    TimelineGeometry geometry(10h, 1000);
    QCOMPARE(geometry.zoomed(0.1, 500), geometry);
    for (int i = 0; i < 200; ++i)
        geometry = geometry.zoomed(2, 500);
    QCOMPARE(geometry.millisecondsPerPixel(), TimelineGeometry::closestScale);
    for (int i = 0; i < 200; ++i)
        geometry = geometry.zoomed(0.5, 500);
    QVERIFY(geometry.showsWholeSource());
    QCOMPARE(geometry.visible(), (TimeSpan{0h, 10h}));
}

void TimelineGeometryTest::zoomRefusesNonsense()
{
    const TimelineGeometry geometry(1h, 800);
    for (const double factor :
         {0.0, -2.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
        QCOMPARE(geometry.zoomed(factor, 10), geometry);
    QCOMPARE(geometry.panned(std::numeric_limits<double>::quiet_NaN()), geometry);
}

void TimelineGeometryTest::zoomInAndOutComesBack()
{
    const TimelineGeometry before = TimelineGeometry(10h, 1920).fittedTo({4h, 5h}, 0);
    const TimelineGeometry after = before.zoomed(1.37, 400).zoomed(1 / 1.37, 400);
    QVERIFY(std::abs(after.x(4h + 30min) - before.x(4h + 30min)) < 1e-6);
}

void TimelineGeometryTest::panStopsAtBothEnds()
{
    const TimelineGeometry geometry = TimelineGeometry(1h, 1000).zoomed(10, 500);
    QCOMPARE(geometry.panned(-1e9).visible().start, 0ms);
    QCOMPARE(geometry.panned(1e9).visible().end, Milliseconds{1h});
    QCOMPARE(TimelineGeometry(1h, 1000).panned(300).visible(), (TimeSpan{0h, 1h}));
}

void TimelineGeometryTest::panAddsUpPartsOfPixels()
{
    const TimelineGeometry start = TimelineGeometry(10h, 1000).fittedTo(spanMs(3600000, 3601000), 0);
    TimelineGeometry geometry = start;
    for (int i = 0; i < 100; ++i)
        geometry = geometry.panned(0.1);
    QVERIFY(std::abs(start.x(1h) - geometry.x(1h) - 10) < 1e-6);
}

void TimelineGeometryTest::hundredHoursAreExact()
{
    const TimelineGeometry whole(100h, 1920);
    TimelineGeometry geometry = whole.zoomed(1e9, 1920);
    QCOMPARE(geometry.millisecondsPerPixel(), 1.0);
    QCOMPARE(geometry.visible().end, Milliseconds{100h});
    QCOMPARE(geometry.time(1919.0), 100h - 1ms);
    QCOMPARE(geometry.x(100h - 1920ms), 0.0);
    geometry = geometry.withStart(Milliseconds{123456789});
    QCOMPARE(geometry.time(0), Milliseconds{123456789});
    QCOMPARE(geometry.time(1), Milliseconds{123456790});
}

void TimelineGeometryTest::longerSourcesAreCut()
{
    QCOMPARE(TimelineGeometry(Milliseconds::max(), 100).duration(), TimelineGeometry::longestSource);
    QCOMPARE(TimelineGeometry(-5h, 100).duration(), 0ms);
}

void TimelineGeometryTest::fitsARange()
{
    const TimelineGeometry geometry = TimelineGeometry(2h, 1096).fittedTo(spanMs(1000000, 1050000), 48);
    QVERIFY(std::abs(geometry.x(1000000ms) - 48) < 0.001);
    QVERIFY(std::abs(geometry.x(1050000ms) - 1048) < 0.001);
    // At the start there is no room for the left margin.
    QCOMPARE(TimelineGeometry(2h, 1096).fittedTo(spanMs(0, 50000), 48).visible().start, 0ms);
    QVERIFY(TimelineGeometry(2h, 1096).fittedTo(spanMs(-99, 36000000), 0).showsWholeSource());
}

void TimelineGeometryTest::fitsAnEmptyRange()
{
    const TimelineGeometry geometry = TimelineGeometry(2h, 1000).fittedTo(spanMs(60000, 60000), 0);
    QCOMPARE(geometry.millisecondsPerPixel(), TimelineGeometry::closestScale);
    QVERIFY(geometry.shows(60s));
}

void TimelineGeometryTest::newWidthKeepsScaleOrWhole()
{
    QVERIFY(TimelineGeometry(1h, 500).withWidth(900).showsWholeSource());
    const TimelineGeometry near = TimelineGeometry(1h, 500).zoomed(20, 250);
    const TimelineGeometry wider = near.withWidth(900);
    QCOMPARE(wider.millisecondsPerPixel(), near.millisecondsPerPixel());
    QCOMPARE(wider.visible().start, near.visible().start);
    QVERIFY(near.withWidth(100000).showsWholeSource());
    QCOMPARE(near.withWidth(-3).width(), 1);
}

void TimelineGeometryTest::newDurationKeepsScaleOrWhole()
{
    QCOMPARE(TimelineGeometry(1h, 500).withDuration(2h).visible().end, Milliseconds{2h});
    const TimelineGeometry near = TimelineGeometry(1h, 500).zoomed(20, 500);
    QCOMPARE(near.withDuration(2h).visible(), near.visible());
    QVERIFY(near.withDuration(1min).visible().end <= 1min);
}

void TimelineGeometryTest::centres()
{
    const TimelineGeometry geometry = TimelineGeometry(2h, 1000).zoomed(100, 0).centredOn(1h);
    QVERIFY(std::abs(geometry.x(1h) - 500) < 1e-6);
    QCOMPARE(geometry.centredOn(0h).visible().start, 0ms);
}

void TimelineGeometryTest::scrollBarGoesThereAndBack_data()
{
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 1.5, 7.0, 300.0, 1e9})
        QTest::addRow("%g", zoom) << zoom;
}

void TimelineGeometryTest::scrollBarGoesThereAndBack()
{
    QFETCH(const double, zoom);
    const TimelineGeometry geometry = TimelineGeometry(100h, 1920).zoomed(zoom, 700);
    QVERIFY(geometry.scrollMaximum() >= 0);
    QCOMPARE(geometry.withScrollValue(geometry.scrollMaximum()).visible().end, Milliseconds{100h});
    QCOMPARE(geometry.withScrollValue(0).visible().start, 0ms);
    const int value = geometry.scrollMaximum() / 3;
    QCOMPARE(geometry.withScrollValue(value).scrollValue(), value);
}

void TimelineGeometryTest::emptySource()
{
    const TimelineGeometry geometry(0ms, 300);
    QCOMPARE(geometry.time(150), 0ms);
    QVERIFY(std::isfinite(geometry.x(0ms)));
    QCOMPARE(geometry.zoomed(2, 20).visible(), TimeSpan{});
    QCOMPARE(geometry.scrollMaximum(), 0);
    QCOMPARE(TimelineGeometry().visible(), TimeSpan{});
}

void TimelineGeometryTest::shortSource()
{
    // Half a second on a thousand pixels is closer than the closest zoom already.
    const TimelineGeometry geometry(500ms, 1000);
    QVERIFY(geometry.showsWholeSource());
    QCOMPARE(geometry.zoomed(4, 500), geometry);
}

#include "tst_timelinegeometry.moc"
