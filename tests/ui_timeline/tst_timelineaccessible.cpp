// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TimelineAccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isAListOfMoments();
    void placesAndHits();
    void selection();
    void actions();
    void goneMomentsAreInvalid();
    void manyAreNoList();

private:
    std::unique_ptr<TimelineView> m_view;
    QAccessibleInterface *m_list = nullptr;
};

VIRAL_TEST(TimelineAccessibleTest)

void TimelineAccessibleTest::init()
{
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1088, 260);
    m_view->setDuration(1000s);
    m_view->setMoments({{.id = {u"b"_s}, .span = spanMs(500000, 560000), .title = u"Second"_s, .score = 6.5},
                        {.id = {u"a"_s},
                         .span = spanMs(100000, 152000),
                         .title = u"First"_s,
                         .score = 7.8,
                         .decision = Decision::Kept}});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(m_list);
}

void TimelineAccessibleTest::cleanup()
{
    m_view.reset();
}

void TimelineAccessibleTest::isAListOfMoments()
{
    QCOMPARE(m_list->text(QAccessible::Name), u"Timeline"_s);
    QCOMPARE(m_list->childCount(), 2);
    QCOMPARE(m_list->child(0)->role(), QAccessible::ListItem);
    QCOMPARE(m_list->child(0)->text(QAccessible::Name), u"1. First, 1:40, 52 s, score 7.8, kept"_s);
    QCOMPARE(m_list->child(1)->text(QAccessible::Name), u"2. Second, 8:20, 60 s, score 6.5, undecided"_s);
    QCOMPARE(m_list->child(1)->parent(), m_list);
    QCOMPARE(m_list->indexOfChild(m_list->child(1)), 1);
    QVERIFY(!m_list->child(2));
    QVERIFY(!m_list->child(-1));
}

void TimelineAccessibleTest::placesAndHits()
{
    const QRect box = m_list->child(1)->rect();
    QCOMPARE(box.left(), m_view->viewport()->mapToGlobal(QPoint(88 + 500, 0)).x());
    QCOMPARE(m_list->childAt(box.center().x(), box.center().y()), m_list->child(1));
    QVERIFY(!m_list->childAt(box.right() + 100, box.center().y()));
}

void TimelineAccessibleTest::selection()
{
    QVERIFY(!m_list->child(0)->state().selected);
    m_view->setSelected({u"a"_s});
    QVERIFY(m_list->child(0)->state().selected);
    QVERIFY(!m_list->child(1)->state().selected);
    QCOMPARE(m_list->focusChild(), m_list->child(0));
}

void TimelineAccessibleTest::actions()
{
    QSignalSpy chosen(m_view.get(), &TimelineView::momentSelected);
    QSignalSpy played(m_view.get(), &TimelineView::momentActivated);
    QAccessibleActionInterface *action = m_list->child(1)->actionInterface();
    QVERIFY(action);
    action->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(m_view->selected().value, u"b"_s);
    action->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(played.count(), 1);
}

void TimelineAccessibleTest::goneMomentsAreInvalid()
{
    QAccessibleInterface *second = m_list->child(1);
    QVERIFY(second->isValid());
    m_view->setMoments({});
    QVERIFY(!second->isValid());
    QCOMPARE(second->text(QAccessible::Name), QString());
    QCOMPARE(m_list->childCount(), 0);
}

void TimelineAccessibleTest::manyAreNoList()
{
    QList<TimelineMoment> moments;
    for (int i = 0; i < 2000; ++i)
        moments.append({.id = {QString::number(i)}, .span = spanMs(i * 400, i * 400 + 300), .title = u"Moment"_s});
    m_view->setMoments(moments);
    // Readers look through the whole of a list for what has the keys.
    QVERIFY(m_list->role() != QAccessible::List);
    QCOMPARE(m_list->childCount(), 2000);
    QCOMPARE(m_list->indexOfChild(m_list->child(1999)), 1999);
}

#include "tst_timelineaccessible.moc"
