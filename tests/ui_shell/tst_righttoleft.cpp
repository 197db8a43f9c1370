// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/scorebar.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDockWidget>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;

// The window of somebody who reads from right to left: it is mirrored, but time still runs to the right.
class RightToLeftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void panelsChangeSides();
    void timeRunsToTheRight();
    void cardsAreMirrored();
    void scoresAreCountedFromTheRight();

private:
    int middleOf(const QString &dock) const;

    std::unique_ptr<Theme> m_theme;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(RightToLeftTest)

void RightToLeftTest::initTestCase()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    m_theme = std::make_unique<Theme>(*qApp);
}

void RightToLeftTest::cleanupTestCase()
{
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void RightToLeftTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(
        Surroundings{.journal = *m_journal, .clock = m_clock, .theme = *m_theme, .remembersLayout = false});
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->open(QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document().isOpen() && m_window->isSettled(), 20'000);
    m_window->document().setMediaPath({});
}

void RightToLeftTest::cleanup()
{
    m_window.reset();
}

int RightToLeftTest::middleOf(const QString &dock) const
{
    const auto *found = m_window->findChild<QDockWidget *>(dock);
    return found ? found->mapTo(m_window.get(), found->rect().center()).x() : -1;
}

void RightToLeftTest::panelsChangeSides()
{
    QCOMPARE(m_window->layoutDirection(), Qt::RightToLeft);
    QTRY_VERIFY(middleOf(u"dock.moments"_s) > m_window->width() / 2);
    QVERIFY(middleOf(u"dock.inspector"_s) >= 0);
    QVERIFY(middleOf(u"dock.inspector"_s) < m_window->width() / 2);
}

void RightToLeftTest::timeRunsToTheRight()
{
    auto *timeline = m_window->findChild<TimelineView *>();
    QVERIFY(timeline);
    QCOMPARE(timeline->layoutDirection(), Qt::LeftToRight);
    const QRect track = timeline->viewport()->rect();
    QVERIFY(timeline->timeAt({track.width() / 3, track.height() / 2}) <
            timeline->timeAt({track.width() * 2 / 3, track.height() / 2}));
    // What steps through time stands in time's order as well.
    const QToolButton *back = nullptr;
    const QToolButton *forward = nullptr;
    for (const QToolButton *button : m_window->findChildren<QToolButton *>()) {
        if (!button->defaultAction() || !button->isVisible())
            continue;
        if (button->defaultAction()->objectName() == "play.frameBack"_L1)
            back = button;
        if (button->defaultAction()->objectName() == "play.frameForward"_L1)
            forward = button;
    }
    QVERIFY(back && forward);
    QVERIFY(back->mapToGlobal(QPoint()).x() < forward->mapToGlobal(QPoint()).x());
}

void RightToLeftTest::cardsAreMirrored()
{
    auto *list = m_window->findChild<QDockWidget *>(u"dock.moments"_s)->findChild<QListView *>();
    QVERIFY(list && list->model()->rowCount() > 0);
    const QRect card = list->visualRect(list->model()->index(1, 0));
    const QImage picture = list->viewport()->grab(card).toImage();
    // The stripe in the colour of the score stands where reading begins, and nowhere else.
    const int middle = picture.height() / 2;
    const QColor ground = picture.pixelColor(picture.width() / 2, 2);
    QVERIFY(picture.pixelColor(picture.width() - 2, middle) != ground);
    QCOMPARE(picture.pixelColor(1, middle), ground);
}

void RightToLeftTest::scoresAreCountedFromTheRight()
{
    // The window's own arrow keys are not meant here.
    m_window.reset();
    ScoreBar bar(u"Emotional impact"_s);
    bar.setScore(5);
    bar.resize(300, 28);
    bar.show();
    const QSignalSpy chosen(&bar, &ScoreBar::scoreChosen);
    QTest::keyClick(&bar, Qt::Key_Left);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).at(0).toInt(), 6);
    QCOMPARE(chosen.at(1).at(0).toInt(), 4);
    // The name is at the right, the most at the left end behind the number.
    QTest::mouseClick(&bar, Qt::LeftButton, {}, {40, 14});
    QCOMPARE(chosen.size(), 3);
    QVERIFY(chosen.at(2).at(0).toInt() >= 9);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, {295, 14});
    QCOMPARE(chosen.size(), 3);
}

#include "tst_righttoleft.moc"
