// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelineview.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

namespace ViralTest {

/// A view of a source of 1 000 s on a track of 1 000 pixels: a second is a pixel, and pixel x of the track is x + 88.
/// Moments a and b overlap near the beginning, c stands alone.
class TimelineFixture
{
protected:
    void makeView()
    {
        using namespace std::chrono_literals;
        m_view = std::make_unique<Viral::TimelineView>();
        m_view->resize(1088, 260);
        m_view->setDuration(1000s);
        m_view->setMoments({moment(u"a", 100, 160, 7), moment(u"b", 140, 200, 8), moment(u"c", 600, 670, 9)});
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QCOMPARE(m_view->axis().width(), 1000);
    }

    QPoint ruler(int x) const { return {88 + x, 40}; }
    QPoint sound(int x) const { return {88 + x, 80}; }
    QPoint lane(int x, int number = 0) const { return {88 + x, 132 + 28 * number}; }

    void press(const QPoint &place) { QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, place); }
    void release(const QPoint &place) { QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, place); }
    void move(const QPoint &place, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, place, m_view->viewport()->mapToGlobal(place), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }
    void wheel(const QPoint &place, const QPoint &angle, Qt::KeyboardModifiers modifiers = {},
               const QPoint &pixels = {})
    {
        QWheelEvent event(place, m_view->viewport()->mapToGlobal(place), pixels, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QVERIFY(event.isAccepted());
    }
    static Viral::Milliseconds lastTime(const QSignalSpy &spy)
    {
        return spy.last().last().value<Viral::Milliseconds>();
    }

    std::unique_ptr<Viral::TimelineView> m_view;

private:
    static Viral::TimelineMoment moment(QStringView id, qint64 start, qint64 end, double score)
    {
        return {.id = {id.toString()},
                .span = Viral::spanMs(start * 1000, end * 1000),
                .title = QStringLiteral("Title"),
                .score = score};
    }
};

} // namespace ViralTest
