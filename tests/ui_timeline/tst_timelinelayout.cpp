// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinelayout.h"

#include "tests/support/testregistry.h"
#include "ui/style/metrics.h"

#include <QTest>

using namespace Viral;

class TimelineLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingOnTheGrid();
    void absentRowsTakeNoRoom();
    void rowAt_data();
    void rowAt();
    void scrolledRows();
    void largerTextHasRoom();
    void theSoundGivesWay();
    void momentLanes();
};

VIRAL_TEST(TimelineLayoutTest)

namespace {

const TimelineParts everything{
    .speakerLanes = 2, .momentLanes = 3, .hasChunks = true, .hasDropped = true, .hasRibbon = true};

} // namespace

void TimelineLayoutTest::everythingOnTheGrid()
{
    const TimelineLayout layout = layoutOf(everything);
    for (const RowPlace &row :
         {layout.waveform, layout.speakers, layout.chunks, layout.ribbon, layout.moments, layout.dropped}) {
        QVERIFY(row.isPresent());
        QCOMPARE(row.top % gridStep, 0);
        QCOMPARE(row.height % gridStep, 0);
    }
    QCOMPARE(layout.moments.height, 3 * 24 + 2 * 4);
    QCOMPARE(layout.scrolledHeight % gridStep, 0);
    QCOMPARE(TimelineMetrics().headerWidth % gridStep, 0);
}

void TimelineLayoutTest::absentRowsTakeNoRoom()
{
    const TimelineLayout bare = layoutOf({});
    QVERIFY(bare.waveform.isPresent());
    QVERIFY(bare.moments.isPresent());
    QVERIFY(!bare.speakers.isPresent());
    QVERIFY(!bare.chunks.isPresent());
    QVERIFY(!bare.dropped.isPresent());
    QVERIFY(!bare.ribbon.isPresent());
    QCOMPARE(bare.scrolledHeight, 4 + 56 + 4 + 24 + 4);
    // A hundred speakers do not push the moments off the screen.
    QCOMPARE(layoutOf({.speakerLanes = 100}).speakers.height, 4 * 8);
}

void TimelineLayoutTest::rowAt_data()
{
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("row");
    const auto row = [](const char *name, int y, TimelineRow expected) { QTest::newRow(name) << y << int(expected); };
    row("above", -1, TimelineRow::None);
    row("overview", 0, TimelineRow::Overview);
    row("overview's last", 31, TimelineRow::Overview);
    row("ruler", 32, TimelineRow::Ruler);
    row("ruler's last", 55, TimelineRow::Ruler);
    row("gap", 56, TimelineRow::None);
    row("waveform", 60, TimelineRow::Waveform);
    row("waveform's last", 115, TimelineRow::Waveform);
    row("speakers", 120, TimelineRow::Speakers);
    row("chunks", 140, TimelineRow::Chunks);
    row("ribbon", 168, TimelineRow::Ribbon);
    row("moments", 188, TimelineRow::Moments);
    row("dropped", 272, TimelineRow::Dropped);
    row("below", 288, TimelineRow::None);
}

void TimelineLayoutTest::rowAt()
{
    QFETCH(const int, y);
    QTEST(int(layoutOf(everything).rowAt(y, 0)), "row");
}

void TimelineLayoutTest::scrolledRows()
{
    const TimelineLayout layout = layoutOf(everything);
    QCOMPARE(layout.rowAt(60, 60), TimelineRow::Speakers);
    QCOMPARE(layout.rowAt(40, 60), TimelineRow::Ruler);
}

void TimelineLayoutTest::momentLanes()
{
    const TimelineLayout layout = layoutOf(everything);
    QCOMPARE(layout.momentLaneAt(187, 0), -1);
    QCOMPARE(layout.momentLaneAt(188, 0), 0);
    QCOMPARE(layout.momentLaneAt(211, 0), 0);
    QCOMPARE(layout.momentLaneAt(212, 0), -1);
    QCOMPARE(layout.momentLaneAt(216, 0), 1);
    QCOMPARE(layout.momentLaneAt(267, 0), 2);
    QCOMPARE(layout.momentLaneAt(268, 0), -1);
    QCOMPARE(layout.momentLaneAt(188, 28), 1);
}

void TimelineLayoutTest::largerTextHasRoom()
{
    QCOMPARE(timelineMetrics(13, 60), TimelineMetrics{});
    const TimelineMetrics large = timelineMetrics(21, 130);
    for (const int height : {large.rulerHeight, large.chunkHeight, large.momentHeight})
        QVERIFY(height >= 21 + 8);
    for (const int height : {large.droppedHeight, large.ribbonHeight})
        QVERIFY(height >= 21);
    QVERIFY(large.headerWidth >= 130 + 12);
    const TimelineLayout layout = layoutOf({.speakerLanes = 1, .hasChunks = true}, large);
    // A row and the gaps around it hold its header.
    QVERIFY(layout.speakers.height + 2 * TimelineMetrics::rowGap >= 21);
    for (const int pixels : {layout.waveform.top, layout.chunks.top, layout.moments.top, large.headerWidth})
        QCOMPARE(pixels % gridStep, 0);
    QCOMPARE(layout.rowAt(large.fixedHeight() - 1, 0), TimelineRow::Ruler);
    QCOMPARE(layout.rowAt(large.fixedHeight() + layout.moments.top, 0), TimelineRow::Moments);
}

void TimelineLayoutTest::theSoundGivesWay()
{
    // Ruler and overview, four rows above the moments, the first lane, gaps.
    const int enough = 56 + 132 + 24 + 4;
    QCOMPARE(fittedLayoutOf(everything, {}, enough), layoutOf(everything));
    QCOMPARE(fittedLayoutOf(everything, {}, 2000), layoutOf(everything));
    // Before anything has to be scrolled, the sound gives way.
    for (const int missing : {1, 4, 10, 32}) {
        const int whole = 56 + layoutOf(everything).scrolledHeight;
        const TimelineLayout low = fittedLayoutOf(everything, {}, whole - missing);
        QVERIFY(56 + low.scrolledHeight <= whole - missing);
        QVERIFY(low.waveform.height > 56 - missing - gridStep);
    }
    for (const int missing : {1, 4, 10, 32}) {
        const TimelineLayout low = fittedLayoutOf(everything, {}, enough - missing);
        QVERIFY(low.moments.top + 24 + 4 + 56 <= enough - missing);
        QVERIFY(low.waveform.height > 56 - missing - gridStep);
        QCOMPARE(low.waveform.height % gridStep, 0);
    }
    QCOMPARE(fittedLayoutOf(everything, {}, 10).waveform.height, 24);
    // Then the offline score, so that the moments stay in sight.
    QVERIFY(fittedLayoutOf(everything, {}, enough - 32).ribbon.height > 0);
    const TimelineLayout lowest = fittedLayoutOf(everything, {}, enough - 40);
    QCOMPARE(lowest.ribbon.height, 0);
    QVERIFY(lowest.moments.top + 24 + 4 + 56 <= enough - 40);
}

#include "tst_timelinelayout.moc"
