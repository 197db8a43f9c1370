// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowlayout.h"

#include "tests/support/testregistry.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace Viral;
using namespace Qt::StringLiterals;

// The first window fits on its screen, whether or not a window manager sees to it.
class WindowLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstWindowFits_data();
    void theFirstWindowFits();
    void docksGrowWithTheWindowThatIsWanted();
    void barsAreNotRemembered();
};

VIRAL_TEST(WindowLayoutTest)

void WindowLayoutTest::theFirstWindowFits_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<bool>("isUsual");
    QTest::newRow("1280x720") << QSize(1280, 720) << false;
    QTest::newRow("1366x768") << QSize(1366, 768) << false;
    QTest::newRow("1920x1080") << QSize(1920, 1080) << true;
    QTest::newRow("high and narrow") << QSize(1080, 1920) << false;
    QTest::newRow("3840x2160") << QSize(3840, 2160) << true;
    QTest::newRow("none") << QSize(0, 0) << false;
}

void WindowLayoutTest::theFirstWindowFits()
{
    QFETCH(const QSize, screen);
    QFETCH(const bool, isUsual);
    const QSize size = firstSize(screen);
    QVERIFY(size.isValid());
    QVERIFY(size.width() <= std::max(1, screen.width()));
    QVERIFY(size.height() <= std::max(1, screen.height()));
    QCOMPARE(size == firstSize({10000, 10000}), isUsual);
}

namespace {

/// As far as its layout is concerned.
struct Window : QMainWindow
{
    Window()
        : strip(addToolBar(u"Run"_s))
    {
        strip->setObjectName(u"strip"_s);
        for (const QString &id : {u"dock.moments"_s, u"dock.inspector"_s, u"dock.timeline"_s}) {
            auto *dock = new QDockWidget;
            dock->setObjectName(id);
            addDockWidget(Qt::LeftDockWidgetArea, dock);
        }
        show();
    }

    QToolBar *strip;
};

} // namespace

void WindowLayoutTest::docksGrowWithTheWindowThatIsWanted()
{
    const auto timelineOf = [](const QSize &wanted) {
        Window window;
        window.addDockWidget(Qt::BottomDockWidgetArea, window.findChild<QDockWidget *>(u"dock.timeline"_s));
        window.setCentralWidget(new QWidget);
        restoreLayout(window, false, wanted);
        [&] { QTRY_COMPARE(window.size(), wanted); }();
        return window.findChild<QDockWidget *>(u"dock.timeline"_s)->height();
    };
    QVERIFY(timelineOf({1200, 800}) > timelineOf({600, 400}));
}

void WindowLayoutTest::barsAreNotRemembered()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    Window withRun;
    withRun.findChild<QDockWidget *>(u"dock.inspector"_s)->hide();
    rememberLayout(withRun, true);
    // The strip of a run that ended long ago.
    Window next;
    next.strip->hide();
    restoreLayout(next, true);
    QVERIFY(next.strip->isHidden());
    QVERIFY(next.findChild<QDockWidget *>(u"dock.inspector"_s)->isHidden());
    // And of one that goes on.
    next.strip->show();
    next.findChild<QDockWidget *>(u"dock.inspector"_s)->show();
    rememberLayout(next, true);
    withRun.strip->hide();
    rememberLayout(withRun, true);
    restoreLayout(next, true);
    QVERIFY(!next.strip->isHidden());
}

#include "tst_windowlayout.moc"
