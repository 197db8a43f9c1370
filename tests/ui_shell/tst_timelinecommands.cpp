// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timelinecommands.h"

#include "tests/support/testregistry.h"
#include "tests/ui_transcript/transcriptfixture.h"
#include "ui/commands/actions.h"

#include <QApplication>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Snapping, following, the caret, and the menus of timeline and transcript.
class TimelineCommandsTest : public QObject, private ViralTest::TranscriptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void snappingIsSwitchedAndRemembered();
    void followingIsChosenAndRemembered();
    void aSpoiledSettingIsNoTrouble();
    void theCaretIsCalled();
    void aMomentOfTheWordsChosen();
    void menus_data();
    void menus();
    void aRowOfAMenuDoesItsCommand();

private:
    void make(QSettings *settings = nullptr);
    QAction *action(Command command) const { return m_actions->of(command); }
    QStringList rowsOfMenu(const std::function<void()> &ask, Command chosen = Command::About);

    std::unique_ptr<QWidget> m_window;
    Actions *m_actions = nullptr;
    TimelineView *m_timeline = nullptr;
};

VIRAL_TEST(TimelineCommandsTest)

void TimelineCommandsTest::init()
{
    makeView(ViralTest::interview(60));
    make();
}

void TimelineCommandsTest::make(QSettings *settings)
{
    if (m_view->parentWidget())
        m_view->setParent(nullptr);
    m_window = std::make_unique<QWidget>();
    m_actions = new Actions(m_window.get());
    m_timeline = new TimelineView;
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_timeline);
    layout->addWidget(m_view.get());
    new TimelineCommands({*m_timeline, *m_view, settings}, *m_actions, m_window.get());
    m_window->resize(800, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TimelineCommandsTest::cleanup()
{
    m_view->setParent(nullptr);
    m_window.reset();
    m_view.reset();
}

void TimelineCommandsTest::snappingIsSwitchedAndRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    make(&settings);
    QVERIFY(action(Command::Snapping)->isChecked());
    m_view->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(!m_timeline->isSnapping());
    make(&settings);
    QVERIFY(!m_timeline->isSnapping());
    QVERIFY(!action(Command::Snapping)->isChecked());
}

void TimelineCommandsTest::followingIsChosenAndRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    make(&settings);
    QVERIFY(action(Command::FollowPage)->isChecked());
    action(Command::FollowOff)->trigger();
    QCOMPARE(m_timeline->followMode(), FollowMode::None);
    QVERIFY(!action(Command::FollowPage)->isChecked());
    // The transcript stays where it is as well.
    m_view->setPlayhead(290s);
    QVERIFY(!m_view->sentenceRect(0).isEmpty());
    action(Command::FollowCentre)->trigger();
    QVERIFY(m_view->sentenceRect(0).isEmpty());
    make(&settings);
    QCOMPARE(m_timeline->followMode(), FollowMode::Centre);
    QVERIFY(action(Command::FollowCentre)->isChecked());
}

void TimelineCommandsTest::aSpoiledSettingIsNoTrouble()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.setValue(u"timeline/follow"_s, 4711);
    settings.setValue(u"timeline/snapping"_s, QByteArray("\xff\x00", 2));
    make(&settings);
    QCOMPARE(m_timeline->followMode(), FollowMode::Centre);
}

void TimelineCommandsTest::theCaretIsCalled()
{
    m_timeline->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F7);
    QVERIFY(m_view->hasFocus());
    QVERIFY(m_view->isCaretShown());
}

void TimelineCommandsTest::aMomentOfTheWordsChosen()
{
    QSignalSpy wanted(action(Command::NewMoment), &QAction::triggered);
    QTest::keyClick(m_window.get(), Qt::Key_F7);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    // The window's own key does the same.
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(m_view->range(), spanMs(0, 6000));
}

QStringList TimelineCommandsTest::rowsOfMenu(const std::function<void()> &ask, Command chosen)
{
    QStringList rows;
    QTimer::singleShot(0, this, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (const QAction *row : menu->actions())
            rows.append(row->isSeparator() ? u"-"_s : row->objectName());
        if (chosen == Command::About)
            return void(menu->close());
        menu->setActiveAction(action(chosen));
        QTest::keyClick(menu, Qt::Key_Return);
    });
    ask();
    return rows;
}

void TimelineCommandsTest::menus_data()
{
    QTest::addColumn<int>("menu");
    QTest::addColumn<QStringList>("some");
    QTest::newRow("on a moment") << 0
                                 << QStringList{u"moment.keep"_s, u"moment.reject"_s, u"play.moment"_s,
                                                u"moment.startHere"_s, u"view.zoomMoment"_s};
    QTest::newRow("beside") << 1
                            << QStringList{u"moment.new"_s, u"view.zoomAll"_s, u"view.snapping"_s,
                                           u"view.followPage"_s};
    QTest::newRow("in the transcript") << 2
                                       << QStringList{u"moment.new"_s, u"play.moment"_s, u"edit.find"_s,
                                                      u"edit.caret"_s};
}

void TimelineCommandsTest::menus()
{
    QFETCH(const int, menu);
    QFETCH(const QStringList, some);
    const QStringList rows = rowsOfMenu([&] {
        if (menu == 2)
            Q_EMIT m_view->menuRequested(m_view->mapToGlobal(QPoint(50, 50)));
        else
            Q_EMIT m_timeline->menuRequested(m_timeline->mapToGlobal(QPoint(50, 50)), menu == 0);
    });
    for (const QString &row : some)
        QVERIFY2(rows.contains(row), qPrintable(row));
    // Every row is one of the window's commands.
    for (const QString &row : rows)
        QVERIFY2(row == u"-" || m_window->findChild<QAction *>(row), qPrintable(row));
    QCOMPARE(QSet<QString>(rows.begin(), rows.end()).size(), rows.size() - rows.count(u"-"_s) + 1);
}

void TimelineCommandsTest::aRowOfAMenuDoesItsCommand()
{
    QSignalSpy kept(action(Command::Keep), &QAction::triggered);
    m_timeline->setDuration(1000s);
    m_timeline->setMoments({{.id = {u"a"_s}, .span = spanMs(100000, 400000), .title = u"A"_s}});
    const QPoint place = m_timeline->momentRect(0).center();
    rowsOfMenu(
        [&] {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_timeline->viewport()->mapToGlobal(place));
            QCoreApplication::sendEvent(m_timeline->viewport(), &event);
        },
        Command::Keep);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(m_timeline->selected().value, u"a"_s);
}

#include "tst_timelinecommands.moc"
