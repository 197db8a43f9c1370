// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/timedisplay.h"

#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class TimeDisplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithMilliseconds();
    void keepsTheWishOverASourceThatCannot();
    void sourceTimeIsShownOnDemand();
    void tellsOnlyChanges();
    void stylesComeRound();
};

VIRAL_TEST(TimeDisplayTest)

void TimeDisplayTest::beginsWithMilliseconds()
{
    const TimeDisplay display;
    QCOMPARE(display.text(Milliseconds{750'500}), u"00:12:30.500");
    QCOMPARE(display.shortText(Milliseconds{750'500}), u"12:30");
    QVERIFY(!display.hasSourceTime());
}

void TimeDisplayTest::keepsTheWishOverASourceThatCannot()
{
    TimeDisplay display;
    display.setStyle(TimeStyle::DropFrame);
    QCOMPARE(display.format().style, TimeStyle::Clock);
    display.setSource({25, 1}, 0);
    QCOMPARE(display.text(Milliseconds{1000}), u"00:00:01:00");
    display.setSource({30'000, 1001}, 0);
    QCOMPARE(display.text(Milliseconds{60'060}), u"00:01:00;02");
    QCOMPARE(display.shortText(Milliseconds{60'060}), u"01:00;02");
    display.setSource({}, 0);
    QCOMPARE(display.text(Milliseconds{1000}), u"00:00:01.000");
    QCOMPARE(display.style(), TimeStyle::DropFrame);
}

void TimeDisplayTest::sourceTimeIsShownOnDemand()
{
    TimeDisplay display;
    display.setStyle(TimeStyle::Frames);
    display.setSource({25, 1}, 90'000);
    QVERIFY(display.hasSourceTime());
    QCOMPARE(display.text(Milliseconds{40}), u"00:00:00:01");
    display.setShowsSourceTime(true);
    QCOMPARE(display.text(Milliseconds{40}), u"01:00:00:01");
    QCOMPARE(display.shortText(Milliseconds{40}), u"01:00:00:01");
}

void TimeDisplayTest::tellsOnlyChanges()
{
    TimeDisplay display;
    QSignalSpy changed(&display, &TimeDisplay::changed);
    display.setStyle(TimeStyle::Clock);
    display.setSource({}, 0);
    QCOMPARE(changed.size(), 0);
    display.setStyle(TimeStyle::Frames);
    display.setFormat({TimeStyle::Frames, {25, 1}, 0});
    display.setFormat({TimeStyle::Frames, {25, 1}, 0});
    QCOMPARE(changed.size(), 2);
}

void TimeDisplayTest::stylesComeRound()
{
    TimeDisplay display;
    display.chooseNextStyle();
    QCOMPARE(display.format().style, TimeStyle::Clock);
    display.setSource({25, 1}, 0);
    display.chooseNextStyle();
    QCOMPARE(display.format().style, TimeStyle::Frames);
    display.chooseNextStyle();
    QCOMPARE(display.format().style, TimeStyle::Clock);
    display.setSource({30'000, 1001}, 0);
    display.setStyle(TimeStyle::Frames);
    display.chooseNextStyle();
    QCOMPARE(display.format().style, TimeStyle::DropFrame);
    display.chooseNextStyle();
    QCOMPARE(display.format().style, TimeStyle::Clock);
}

#include "tst_timedisplay.moc"
