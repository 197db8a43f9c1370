// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_timeline/timelinefixture.h"

#include "tests/support/testregistry.h"

#include <QScrollBar>

#include <cmath>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Wheel, gestures, keys, scroll bars, and going along with the playhead.
class TimelineNavigationTest : public QObject, private ViralTest::TimelineFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void wheelPans_data();
    void wheelPans();
    void controlWheelZoomsAtThePointer();
    void smallWheelStepsAddUp();
    void wildWheelIsTamed();
    void altWheelScrollsRows();
    void controlShiftWheelEnlargesSound();
    void middleButtonPans();
    void overviewMovesTheView();
    void pinchZooms();
    void twoFingersZoom();
    void hoverTellsTheTime();
    void scrollBarMovesTheView();
    void zoomKeys();
    void homeAndEnd();
    void arrows();
    void enterPlays();
    void keysWithoutMoments();
    void followsByPages();
    void followsCentred();
    void scrollingSuspendsFollowing();
    void playheadIsAThinStrip();
    void revealScrollsAsLittleAsNeeded();
    void resizeKeepsTheWhole();
};

VIRAL_TEST(TimelineNavigationTest)

void TimelineNavigationTest::init()
{
    makeView();
}

void TimelineNavigationTest::cleanup()
{
    m_view.reset();
}

void TimelineNavigationTest::wheelPans_data()
{
    QTest::addColumn<QPoint>("angle");
    QTest::addColumn<QPoint>("pixels");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<double>("moved");
    const int none = int(Qt::NoModifier);
    QTest::newRow("down goes on") << QPoint(0, -120) << QPoint() << none << 100.0;
    QTest::newRow("up goes back") << QPoint(0, 120) << QPoint() << none << -100.0;
    QTest::newRow("shift") << QPoint(0, -120) << QPoint() << int(Qt::ShiftModifier) << 100.0;
    QTest::newRow("sideways") << QPoint(-120, 0) << QPoint() << none << 100.0;
    QTest::newRow("touch pad by pixels") << QPoint(-40, 8) << QPoint(-31, 3) << none << 31.0;
    QTest::newRow("a fine step") << QPoint(0, -15) << QPoint() << none << 12.5;
}

void TimelineNavigationTest::wheelPans()
{
    QFETCH(const QPoint, angle);
    QFETCH(const QPoint, pixels);
    QFETCH(const int, modifiers);
    QFETCH(const double, moved);
    m_view->setAxis(m_view->axis().fittedTo(spanMs(400000, 500000), 0));
    const double before = m_view->axis().x(450s);
    wheel(sound(300), angle, Qt::KeyboardModifiers(modifiers), pixels);
    QVERIFY(std::abs(before - m_view->axis().x(450s) - moved) < 1e-6);
}

void TimelineNavigationTest::controlWheelZoomsAtThePointer()
{
    const Milliseconds time = m_view->axis().time(300);
    wheel(sound(300), {0, 240}, Qt::ControlModifier);
    QVERIFY(std::abs(m_view->axis().millisecondsPerPixel() - 500) < 1e-6);
    QVERIFY(std::abs(m_view->axis().x(time) - 300) < 1e-6);
    wheel(sound(300), {0, -240}, Qt::ControlModifier);
    QVERIFY(m_view->axis().showsWholeSource());
}

void TimelineNavigationTest::smallWheelStepsAddUp()
{
    for (int i = 0; i < 30; ++i)
        wheel(sound(300), {0, 8}, Qt::ControlModifier);
    QVERIFY(std::abs(m_view->axis().millisecondsPerPixel() - 500) < 1e-6);
}

void TimelineNavigationTest::wildWheelIsTamed()
{
    wheel(sound(300), {0, 120000}, Qt::ControlModifier);
    QVERIFY(m_view->axis().millisecondsPerPixel() > 170);
}

void TimelineNavigationTest::altWheelScrollsRows()
{
    QList<TimelineMoment> moments;
    for (int i = 0; i < 20; ++i)
        moments.append({.id = {QString::number(i)}, .span = spanMs(100000, 160000)});
    m_view->setMoments(moments);
    QCoreApplication::processEvents();
    const int top = m_view->momentRect(0).top();
    // Qt hands the step over on the other axis while Alt is down.
    wheel(sound(300), {-120, 0}, Qt::AltModifier);
    QCOMPARE(m_view->momentRect(0).top(), top - 28);
    QVERIFY(m_view->axis().showsWholeSource());
}

void TimelineNavigationTest::controlShiftWheelEnlargesSound()
{
    auto peaks = std::make_shared<PeakPyramid>();
    peaks->append(std::vector<Peak>(100000, Peak{-30, 30}));
    m_view->setPeaks(peaks);
    const auto heightOfSound = [this] {
        const QImage image = m_view->viewport()->grab().toImage();
        int count = 0;
        for (int y = 61; y < 115; ++y)
            count += image.pixel(88 + 500, y) != image.pixel(88 + 500, 60);
        return count;
    };
    const int before = heightOfSound();
    wheel(sound(300), {0, 240}, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(heightOfSound() > before * 3 / 2);
    QVERIFY(m_view->axis().showsWholeSource());
}

void TimelineNavigationTest::middleButtonPans()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(400000, 500000), 0));
    const double before = m_view->axis().x(450s);
    QTest::mousePress(m_view->viewport(), Qt::MiddleButton, {}, lane(500));
    move(lane(460));
    QVERIFY(std::abs(before - m_view->axis().x(450s) - 40) < 1e-6);
    QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, {}, lane(460));
    move(lane(300));
    QVERIFY(std::abs(before - m_view->axis().x(450s) - 40) < 1e-6);
}

void TimelineNavigationTest::overviewMovesTheView()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    press({88 + 700, 10});
    QCOMPARE(m_view->axis().visible(), spanMs(650000, 750000));
    move({88 + 300, 10});
    QCOMPARE(m_view->axis().visible(), spanMs(250000, 350000));
    release({88 + 300, 10});
    QCOMPARE(m_view->axis().visible(), spanMs(250000, 350000));
}

void TimelineNavigationTest::pinchZooms()
{
    const QPoint place = sound(300);
    QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, place, place,
                              m_view->viewport()->mapToGlobal(place), 0.25, {});
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QVERIFY(std::abs(m_view->axis().millisecondsPerPixel() - 800) < 1e-6);
    QVERIFY(std::abs(m_view->axis().x(300s) - 300) < 1e-6);
}

void TimelineNavigationTest::twoFingersZoom()
{
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QWidget *viewport = m_view->viewport();
    const auto touch = [&] { return QTest::touchEvent(viewport, screen.get()); };
    touch().press(0, QPoint(480, 80), viewport).press(1, QPoint(520, 80), viewport);
    for (int apart = 30; apart <= 100; apart += 10)
        touch().move(0, QPoint(500 - apart, 80), viewport).move(1, QPoint(500 + apart, 80), viewport);
    touch().release(0, QPoint(400, 80), viewport).release(1, QPoint(600, 80), viewport);
    QVERIFY(m_view->axis().millisecondsPerPixel() < 600);
    QVERIFY(m_view->axis().millisecondsPerPixel() > 100);
    // About the middle of the fingers.
    QVERIFY(std::abs(m_view->axis().x(Milliseconds{412s}) - 412) < 60);
}

void TimelineNavigationTest::hoverTellsTheTime()
{
    const QImage before = m_view->viewport()->grab().toImage();
    QTest::mouseMove(m_view->viewport(), sound(300));
    const QImage clock = m_view->viewport()->grab().toImage();
    QVERIFY(clock != before);
    // In the way of writing times that was chosen.
    m_view->setTimes({.style = TimeStyle::Frames, .rate = {25, 1}});
    const QRect label(88 + 300, 32, 100, 20);
    QVERIFY(m_view->viewport()->grab().toImage().copy(label) != clock.copy(label));
    QEvent leave(QEvent::Leave);
    m_view->setTimes({});
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QCOMPARE(m_view->viewport()->grab().toImage(), before);
}

void TimelineNavigationTest::scrollBarMovesTheView()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    QScrollBar *bar = m_view->horizontalScrollBar();
    QCOMPARE(bar->maximum(), 9000);
    QCOMPARE(bar->pageStep(), 1000);
    bar->setValue(2500);
    QCOMPARE(m_view->axis().visible(), spanMs(250000, 350000));
    m_view->setAxis(m_view->axis().withStart(600s));
    QCOMPARE(bar->value(), 6000);
}

void TimelineNavigationTest::zoomKeys()
{
    m_view->setPlayhead(200s);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(std::abs(m_view->axis().millisecondsPerPixel() - 1000 / 1.5) < 1e-6);
    QVERIFY(std::abs(m_view->axis().x(200s) - 200) < 1e-6);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(m_view->axis().showsWholeSource());
    QTest::keyClick(m_view.get(), Qt::Key_Equal);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QVERIFY(m_view->axis().showsWholeSource());
}

void TimelineNavigationTest::homeAndEnd()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(400000, 500000), 0));
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->axis().visible().end, Milliseconds{1000s});
    QCOMPARE(lastTime(seeks), Milliseconds{1000s});
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->axis().visible().start, 0ms);
    QCOMPARE(lastTime(seeks), 0ms);
}

void TimelineNavigationTest::arrows()
{
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selected().value, u"a"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selected().value, u"c"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selected().value, u"b"_s);
    QCOMPARE(chosen.count(), 5);
    m_view->setAxis(m_view->axis().fittedTo(spanMs(400000, 500000), 0));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->axis().visible(), spanMs(410000, 510000));
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_view->axis().visible(), spanMs(320000, 420000));
}

void TimelineNavigationTest::enterPlays()
{
    QSignalSpy played(m_view.get(), &TimelineView::momentActivated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(played.count(), 0);
    m_view->setSelected({u"b"_s});
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(played.last().first().value<MomentId>().value, u"b"_s);
}

void TimelineNavigationTest::keysWithoutMoments()
{
    m_view->setMoments({});
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(chosen.count(), 0);
}

void TimelineNavigationTest::followsByPages()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    m_view->setPlaying(true);
    m_view->setPlayhead(99s);
    QCOMPARE(m_view->axis().visible().start, 0ms);
    m_view->setPlayhead(100s);
    QCOMPARE(m_view->axis().visible(), spanMs(90000, 190000));
    m_view->setFollowMode(FollowMode::None);
    m_view->setPlayhead(500s);
    QCOMPARE(m_view->axis().visible(), spanMs(90000, 190000));
}

void TimelineNavigationTest::followsCentred()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    m_view->setFollowMode(FollowMode::Centre);
    m_view->setPlayhead(300s);
    QCOMPARE(m_view->axis().visible(), spanMs(250000, 350000));
}

void TimelineNavigationTest::scrollingSuspendsFollowing()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    m_view->setPlaying(true);
    m_view->setPlayhead(50s);
    wheel(sound(300), {0, -120});
    wheel(sound(300), {0, -120});
    QVERIFY(m_view->isFollowSuspended());
    const TimeSpan visible = m_view->axis().visible();
    m_view->setPlayhead(500s);
    QCOMPARE(m_view->axis().visible(), visible);
    m_view->setPlaying(true);
    QVERIFY(!m_view->isFollowSuspended());
    QVERIFY(m_view->axis().shows(500s));
}

void TimelineNavigationTest::playheadIsAThinStrip()
{
    class PaintedArea : public QObject
    {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                region += static_cast<QPaintEvent *>(event)->region();
            return false;
        }
        QRegion region;
    } painted;
    QCoreApplication::processEvents();
    m_view->viewport()->installEventFilter(&painted);
    m_view->setPlayhead(400s);
    QTRY_VERIFY(!painted.region.isEmpty());
    int area = 0;
    for (const QRect &part : painted.region)
        area += part.width() * part.height();
    QVERIFY(painted.region.contains(QPoint(88 + 400, 200)));
    QVERIFY2(area < 1088 * 260 / 20, qPrintable(QString::number(area)));
}

void TimelineNavigationTest::revealScrollsAsLittleAsNeeded()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    m_view->reveal(spanMs(20000, 60000));
    QCOMPARE(m_view->axis().visible().start, 0ms);
    m_view->reveal(spanMs(80000, 120000));
    QVERIFY(std::abs(m_view->axis().x(120s) - 952) < 1e-6);
    m_view->reveal(spanMs(500000, 900000));
    QVERIFY(std::abs(m_view->axis().x(500s) - 48) < 1e-6);
}

void TimelineNavigationTest::resizeKeepsTheWhole()
{
    m_view->resize(1488, 260);
    QCOMPARE(m_view->axis().width(), 1400);
    QVERIFY(m_view->axis().showsWholeSource());
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    m_view->resize(788, 260);
    QCOMPARE(m_view->axis().visible(), spanMs(0, 50000));
}

#include "tst_timelinenavigation.moc"
