// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_timeline/timelinefixture.h"

#include "tests/support/testregistry.h"

#include <QAbstractEventDispatcher>
#include <QContextMenuEvent>

#include <cmath>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Clicking and dragging; content of every kind.
class TimelineViewTest : public QObject, private ViralTest::TimelineFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void clickSeeks_data();
    void clickSeeks();
    void rulerScrubs();
    void headerDoesNothing();
    void clickSelectsAMoment();
    void clickOnSelectedTellsAgain();
    void doubleClickPlays();
    void droppedIsActivated();

    void dragsAnEdge();
    void dragStaysInTheSource();
    void dragKeepsAShortestLength();
    void dragSnapsToSentences();
    void dragSnapsToPausesAndSpeakers();
    void snapDistanceIsTheSameAtEveryZoom();
    void shiftFrees();
    void snappingCanBeOff();
    void dragDoesNotSnapToItself();
    void dragSnapsToOtherMoments();
    void escapeCancelsADrag();
    void vanishingMomentCancelsADrag();
    void edgeOfAnotherMomentSelectsIt();
    void grabbingBesideTheEdgeDoesNotMoveIt();
    void cursorTellsOfEdges();
    void narrowMomentsAreClickedNotTrimmed();

    void rightButtonAsksForAMenu();
    void menuKeyAsksForAMenu();

    void dragOnEmptyGroundSelectsARange();
    void rangeBackwards();
    void clickClearsTheRange();
    void dragBeyondTheBorderScrolls();

    void selectionSurvivesNewMoments();
    void unknownSelection();
    void emptyView();
    void hostileContent();
};

VIRAL_TEST(TimelineViewTest)

void TimelineViewTest::init()
{
    makeView();
}

void TimelineViewTest::cleanup()
{
    m_view.reset();
}

void TimelineViewTest::clickSeeks_data()
{
    QTest::addColumn<QPoint>("place");
    QTest::newRow("ruler") << ruler(250);
    QTest::newRow("sound") << sound(250);
    QTest::newRow("free place among the moments") << lane(250);
    QTest::newRow("below everything") << QPoint(88 + 250, 240);
}

void TimelineViewTest::clickSeeks()
{
    QFETCH(const QPoint, place);
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    QSignalSpy ranges(m_view.get(), &TimelineView::rangeSelected);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(seeks.count(), 1);
    QCOMPARE(lastTime(seeks), Milliseconds{250s});
    QCOMPARE(ranges.count(), 0);
}

void TimelineViewTest::rulerScrubs()
{
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    press(ruler(100));
    move(ruler(150));
    move(ruler(300));
    release(ruler(300));
    QCOMPARE(seeks.count(), 3);
    QCOMPARE(lastTime(seeks), Milliseconds{300s});
    move(ruler(400));
    QCOMPARE(seeks.count(), 3);
}

void TimelineViewTest::headerDoesNothing()
{
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(40, 80));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(40, 132));
    QCOMPARE(seeks.count(), 0);
    QVERIFY(m_view->selected().isEmpty());
}

void TimelineViewTest::clickSelectsAMoment()
{
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, lane(130));
    QCOMPARE(m_view->selected().value, u"a"_s);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, lane(170, 1));
    QCOMPARE(m_view->selected().value, u"b"_s);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.last().first().value<MomentId>().value, u"b"_s);
    QCOMPARE(seeks.count(), 0);
}

void TimelineViewTest::clickOnSelectedTellsAgain()
{
    m_view->setSelected({u"a"_s});
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, lane(130));
    QCOMPARE(chosen.count(), 1);
}

void TimelineViewTest::doubleClickPlays()
{
    QSignalSpy played(m_view.get(), &TimelineView::momentActivated);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, lane(130));
    QCOMPARE(played.count(), 1);
    QCOMPARE(played.last().first().value<MomentId>().value, u"a"_s);
}

void TimelineViewTest::droppedIsActivated()
{
    m_view->setDropped({{.number = 12, .span = spanMs(300000, 330000), .label = u"too short"_s}});
    QSignalSpy activated(m_view.get(), &TimelineView::droppedActivated);
    // Below two lanes of moments: 56 + 4 + 56 + 4 + 52 + 4.
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(88 + 310, 184));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.last().first().toInt(), 12);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(88 + 400, 184));
    QCOMPARE(activated.count(), 1);
}

void TimelineViewTest::dragsAnEdge()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    press(lane(670));
    QCOMPARE(moved.count(), 0);
    move(lane(680));
    QCOMPARE(moved.last()[0].value<MomentId>().value, u"c"_s);
    QCOMPARE(moved.last()[1].value<Edge>(), Edge::End);
    move(lane(690));
    QCOMPARE(moved.count(), 2);
    QCOMPARE(lastTime(moved), Milliseconds{690s});
    release(lane(690));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.last()[1].value<Edge>(), Edge::End);
    QCOMPARE(lastTime(finished), Milliseconds{690s});
    move(lane(700));
    QCOMPARE(moved.count(), 2);
    // The view itself changed nothing.
    QCOMPARE(m_view->scene().moments()[2].span, spanMs(600000, 670000));
}

void TimelineViewTest::dragStaysInTheSource()
{
    m_view->setSelected({u"a"_s});
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    press(lane(100));
    move(lane(-70));
    release(lane(-70));
    QCOMPARE(lastTime(finished), 0ms);
    m_view->setSelected({u"c"_s});
    press(lane(670));
    move(lane(5000));
    release(lane(5000));
    QCOMPARE(lastTime(finished), Milliseconds{1000s});
}

void TimelineViewTest::dragKeepsAShortestLength()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    press(lane(600));
    move(lane(900));
    release(lane(900));
    QCOMPARE(lastTime(finished), Milliseconds{669s});
}

void TimelineViewTest::dragSnapsToSentences()
{
    m_view->setTranscript(TranscriptIndex(Transcript{.language = u"en"_s,
                                                     .sentences = {{.text = u"One."_s, .span = spanMs(680500, 690000)}},
                                                     .words = {{.text = u"One."_s, .span = spanMs(680500, 690000)}}}));
    m_view->setSelected({u"c"_s});
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    // The speakers' row pushes the moments down.
    const int y = m_view->momentRect(2).center().y();
    press({88 + 670, y});
    move({88 + 675, y});
    QCOMPARE(lastTime(moved), 680500ms);
    move({88 + 704, y});
    QCOMPARE(lastTime(moved), Milliseconds{704s});
    move({88 + 695, y});
    QCOMPARE(lastTime(moved), Milliseconds{690s});
    release({88 + 695, y});
}

void TimelineViewTest::dragSnapsToPausesAndSpeakers()
{
    const auto word = [](qint64 start, qint64 end) { return Word{.text = u"word"_s, .span = spanMs(start, end)}; };
    // A pause of 400 ms, one of 200 ms, then somebody else.
    m_view->setTranscript(TranscriptIndex(
        Transcript{.language = u"en"_s,
                   .sentences = {{.text = u"word word word"_s, .span = spanMs(680000, 700000), .speakerId = u"a"_s},
                                 {.text = u"word"_s, .span = spanMs(700100, 710000), .speakerId = u"b"_s}},
                   .words = {word(680000, 684800), word(685200, 690000), word(690200, 700000)}}));
    m_view->setAxis(m_view->axis().fittedTo(spanMs(660000, 720000), 0));
    m_view->setSelected({u"c"_s});
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    const int y = m_view->momentRect(2).center().y();
    const auto at = [&](Milliseconds time) { return QPoint(88 + int(std::lround(m_view->axis().x(time))), y); };
    press(at(670s));
    move(at(685000ms));
    QCOMPARE(lastTime(moved), 685000ms);
    // Within eight pixels (480 ms) of a change of speakers that goes before.
    move(at(700100ms) + QPoint(7, 0));
    QCOMPARE(lastTime(moved), 700100ms);
    move(at(690100ms));
    QVERIFY(lastTime(moved) != 690100ms);
    release(at(690100ms));
}

void TimelineViewTest::snapDistanceIsTheSameAtEveryZoom()
{
    m_view->setSelected({u"c"_s});
    m_view->setPlayhead(690s);
    for (const Milliseconds shown : {Milliseconds{1000s}, Milliseconds{200s}}) {
        m_view->setAxis(m_view->axis().fittedTo({690s - shown / 2, 690s + shown / 2}, 0));
        const QPoint head(88 + int(std::lround(m_view->axis().x(690s))), m_view->momentRect(2).center().y());
        QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
        press({88 + int(std::lround(m_view->axis().x(670s))), head.y()});
        move(head + QPoint(snapDistance, 0));
        QCOMPARE(lastTime(moved), Milliseconds{690s});
        move(head + QPoint(snapDistance + 2, 0));
        QVERIFY(lastTime(moved) > 690s);
        release(head);
    }
}

void TimelineViewTest::shiftFrees()
{
    m_view->setSelected({u"c"_s});
    m_view->setPlayhead(690s);
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    press(lane(670));
    move(lane(687));
    QCOMPARE(lastTime(moved), Milliseconds{690s});
    move(lane(687), Qt::ShiftModifier);
    QCOMPARE(lastTime(moved), Milliseconds{687s});
    release(lane(687));
}

void TimelineViewTest::snappingCanBeOff()
{
    m_view->setSnapping(false);
    m_view->setSelected({u"c"_s});
    m_view->setPlayhead(690s);
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    press(lane(670));
    move(lane(687));
    QCOMPARE(lastTime(moved), Milliseconds{687s});
    release(lane(687));
}

void TimelineViewTest::dragDoesNotSnapToItself()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    press(lane(670));
    move(lane(673));
    QCOMPARE(lastTime(moved), Milliseconds{673s});
    release(lane(673));
}

void TimelineViewTest::dragSnapsToOtherMoments()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    press(lane(600));
    move(lane(208));
    QCOMPARE(lastTime(moved), Milliseconds{200s});
    release(lane(208));
}

void TimelineViewTest::escapeCancelsADrag()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    QSignalSpy cancelled(m_view.get(), &TimelineView::edgeDragCancelled);
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    press(lane(670));
    move(lane(690));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
    move(lane(699));
    release(lane(699));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(finished.count(), 0);
}

void TimelineViewTest::vanishingMomentCancelsADrag()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    QSignalSpy cancelled(m_view.get(), &TimelineView::edgeDragCancelled);
    press(lane(670));
    move(lane(690));
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 160000)}});
    QCOMPARE(cancelled.count(), 1);
    move(lane(699));
    release(lane(699));
    QCOMPARE(finished.count(), 0);
    QVERIFY(m_view->selected().isEmpty());
}

void TimelineViewTest::edgeOfAnotherMomentSelectsIt()
{
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    press(lane(601));
    release(lane(601));
    QCOMPARE(m_view->selected().value, u"c"_s);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.last()[1].value<Edge>(), Edge::Start);
}

void TimelineViewTest::grabbingBesideTheEdgeDoesNotMoveIt()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy moved(m_view.get(), &TimelineView::edgeDragMoved);
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    press(lane(675));
    release(lane(675));
    QCOMPARE(moved.count(), 0);
    QCOMPARE(lastTime(finished), Milliseconds{670s});
    press(lane(675));
    move(lane(685));
    QCOMPARE(lastTime(moved), Milliseconds{680s});
    release(lane(685));
}

void TimelineViewTest::cursorTellsOfEdges()
{
    m_view->setSelected({u"c"_s});
    QTest::mouseMove(m_view->viewport(), lane(676));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::SizeHorCursor);
    QTest::mouseMove(m_view->viewport(), lane(640));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::ArrowCursor);
    QTest::mouseMove(m_view->viewport(), lane(680));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::ArrowCursor);
}

void TimelineViewTest::narrowMomentsAreClickedNotTrimmed()
{
    m_view->setMoments({{.id = {u"n"_s}, .span = spanMs(300000, 312000)}});
    QSignalSpy finished(m_view.get(), &TimelineView::edgeDragFinished);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, lane(301));
    QCOMPARE(finished.count(), 0);
    QCOMPARE(m_view->selected().value, u"n"_s);
    // Once selected, its middle third is still for clicking.
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, lane(306));
    QCOMPARE(finished.count(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, lane(296));
    QCOMPARE(finished.count(), 1);
}

void TimelineViewTest::rightButtonAsksForAMenu()
{
    QSignalSpy menus(m_view.get(), &TimelineView::menuRequested);
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    const auto ask = [this](const QPoint &place) {
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_view->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    };
    ask(lane(630));
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.last().last().toBool(), true);
    QCOMPARE(m_view->selected().value, u"c"_s);
    QCOMPARE(chosen.size(), 1);
    ask(sound(400));
    QCOMPARE(menus.last().last().toBool(), false);
    QCOMPARE(m_view->selected().value, u"c"_s);
    QVERIFY(seeks.isEmpty());
}

void TimelineViewTest::menuKeyAsksForAMenu()
{
    QSignalSpy menus(m_view.get(), &TimelineView::menuRequested);
    m_view->setSelected({u"c"_s});
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(3, 3), m_view->mapToGlobal(QPoint(3, 3)));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.last().last().toBool(), true);
    QCOMPARE(menus.last().first().toPoint(), m_view->viewport()->mapToGlobal(m_view->momentRect(2).center()));
}

void TimelineViewTest::dragOnEmptyGroundSelectsARange()
{
    QSignalSpy ranges(m_view.get(), &TimelineView::rangeSelected);
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    press(sound(300));
    move(sound(302));
    QVERIFY(!m_view->range());
    move(sound(360));
    QCOMPARE(*m_view->range(), spanMs(300000, 360000));
    QCOMPARE(ranges.count(), 0);
    release(sound(360));
    QCOMPARE(ranges.count(), 1);
    QCOMPARE(ranges.last().first().value<TimeSpan>(), spanMs(300000, 360000));
    QCOMPARE(seeks.count(), 0);
}

void TimelineViewTest::rangeBackwards()
{
    QSignalSpy ranges(m_view.get(), &TimelineView::rangeSelected);
    press(sound(400));
    move(sound(360));
    release(sound(360));
    QCOMPARE(ranges.last().first().value<TimeSpan>(), spanMs(360000, 400000));
}

void TimelineViewTest::clickClearsTheRange()
{
    m_view->setRange(spanMs(10000, 20000));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, sound(400));
    QVERIFY(!m_view->range());
}

void TimelineViewTest::dragBeyondTheBorderScrolls()
{
    m_view->setAxis(m_view->axis().fittedTo(spanMs(0, 100000), 0));
    const auto timers = [this] { return QAbstractEventDispatcher::instance()->registeredTimers(m_view.get()).size(); };
    const qsizetype before = timers();
    press(sound(500));
    move(sound(1100));
    QTRY_VERIFY(m_view->axis().visible().start > 5s);
    QTRY_VERIFY(m_view->range()->end > 105s);
    QCOMPARE(timers(), before + 1);
    release(sound(1100));
    // Nothing is left that would scroll on.
    QCOMPARE(timers(), before);
}

void TimelineViewTest::selectionSurvivesNewMoments()
{
    m_view->setSelected({u"c"_s});
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    m_view->setMoments({{.id = {u"c"_s}, .span = spanMs(5000, 60000)}, {.id = {u"z"_s}, .span = spanMs(0, 60000)}});
    QCOMPARE(m_view->selected().value, u"c"_s);
    QCOMPARE(chosen.count(), 0);
    m_view->setMoments({});
    QVERIFY(m_view->selected().isEmpty());
}

void TimelineViewTest::unknownSelection()
{
    m_view->setSelected({u"a"_s});
    m_view->setSelected({u"nobody"_s});
    QVERIFY(m_view->selected().isEmpty());
}

void TimelineViewTest::emptyView()
{
    TimelineView view;
    view.resize(50, 20);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy seeks(&view, &TimelineView::seekRequested);
    for (const QPoint &place : {QPoint(10, 5), QPoint(100, 5), QPoint(100, 40), QPoint(100, 130)}) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseMove(view.viewport(), place);
    }
    for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Down, Qt::Key_End, Qt::Key_Return})
        QTest::keyClick(&view, key);
    view.resize(600, 300);
    QVERIFY(!view.grab().isNull());
    QCOMPARE(view.axis().visible(), TimeSpan{});
}

void TimelineViewTest::hostileContent()
{
    const QString endless(200000, u'W');
    m_view->setMoments(
        {{.id = {u"1"_s}, .span = spanMs(-50000, 5000000), .title = endless, .score = 1e300},
         {.id = {u"2"_s}, .span = spanMs(70000, 60000), .title = u"<b>backwards\n\u202e</b>"_s, .score = -4},
         {.id = {u"3"_s},
          .span = spanMs(std::numeric_limits<qint64>::min() / 4, std::numeric_limits<qint64>::max() / 4),
          .title = QString(),
          .score = std::nan("")},
         {.id = {u"1"_s}, .span = spanMs(0, 1)}});
    m_view->setChunks({{.index = -1, .span = spanMs(0, 1), .state = ChunkState::Failed, .tokens = endless}});
    m_view->setDropped({{.number = 1, .span = spanMs(0, 900000), .label = endless}});
    m_view->setRibbon({{.span = spanMs(0, 500000), .score = std::nan("")}, {.span = spanMs(1, 2), .score = -1e300}});
    m_view->setUsed({spanMs(90, 10), spanMs(-5, 5)});
    m_view->setSelected({u"3"_s});
    QVERIFY(!m_view->grab().isNull());
    m_view->setAxis(m_view->axis().zoomed(1e6, 500));
    QVERIFY(!m_view->grab().isNull());
    for (int y = 0; y < 260; y += 6)
        QTest::mouseMove(m_view->viewport(), QPoint(500, y));
}

#include "tst_timelineview.moc"
