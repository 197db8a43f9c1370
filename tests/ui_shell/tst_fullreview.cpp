// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"
#include "core/library/library.h"
#include "tests/support/testregistry.h"
#include "ui/commands/shortcutguard.h"
#include "ui/models/funnelmodel.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/reasonpopup.h"
#include "ui/panels/scorebar.h"
#include "ui/shell/filecommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;

// The whole work on the sample, from opening to handing over and opening again: once by keys, once by the mouse.
class FullReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void byKeysAlone();
    void byMouseAlone();

private:
    void openWindow();
    void waitForSample();
    /// To whoever has the keys.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    void decideByKeys();
    void moveEdgesByKeys();
    void editByKeys();
    void promoteByKeys();
    void click(QWidget *widget, const QPoint &place);
    void click(QWidget *widget) { click(widget, widget->rect().center()); }
    void clickTool(const char *command);
    void clickCard(int row);
    void clickTab(const QString &title);
    void chooseInMenu(const char *command);
    void decideByMouse();
    void dragEdgeByMouse();
    void editByMouse();
    void promoteByMouse();
    /// As soon as a dialog has the keys.
    void inNextDialog(const std::function<void(QWidget &)> &act);
    /// The next file dialog gets \a name, by keys; or its own name is taken with a click.
    void answerFileDialog(const QString &name);
    void takeOfferedFile();
    void openSampleByKeys();
    ServiceResult written(const QString &name) const;

    ReviewDocument &document() { return m_window->document(); }
    const Review &review() { return document().review(); }
    const ReviewedMoment &moment(int row) { return review().moments().at(row); }
    template <typename Panel>
    Panel *panel() const
    {
        return m_window->findChild<Panel *>();
    }

    std::unique_ptr<Theme> m_theme;
    ShortcutGuard m_guard;
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(FullReviewTest)

void FullReviewTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_guard);
}

void FullReviewTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json"),
                        m_folder->filePath(u"interview.payload.json"_s)));
    openWindow();
}

void FullReviewTest::cleanup()
{
    m_window.reset();
    m_library.reset();
    m_folder.reset();
}

void FullReviewTest::openWindow()
{
    m_window.reset();
    auto library = Library::open(m_folder->filePath(u"library"_s));
    QVERIFY(library);
    m_library = std::move(*library);
    m_window = std::make_unique<MainWindow>(Surroundings{.journal = m_library->journal(),
                                                         .clock = m_clock,
                                                         .theme = *m_theme,
                                                         .samplePath = m_folder->filePath(u"interview.payload.json"_s),
                                                         .remembersLayout = false});
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void FullReviewTest::waitForSample()
{
    QTRY_VERIFY_WITH_TIMEOUT(document().isOpen() && m_window->isSettled(), 20'000);
    QVERIFY(review().moments().size() >= 8);
}

void FullReviewTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // Without a window manager nobody gives the keys back when a dialog or popup is closed.
    if (!QApplication::activePopupWidget() && !QApplication::activeModalWidget() && !m_window->isActiveWindow()) {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    QWidget *receiver = QApplication::activePopupWidget() ? QApplication::activePopupWidget()->focusWidget()
                                                          : QApplication::focusWidget();
    QTest::keyClick(receiver ? receiver : m_window.get(), key, modifiers);
}

void FullReviewTest::type(const QString &text)
{
    QWidget *receiver = QApplication::activePopupWidget() ? QApplication::activePopupWidget()->focusWidget()
                                                          : QApplication::focusWidget();
    QVERIFY(receiver);
    QTest::keyClicks(receiver, text);
}

void FullReviewTest::inNextDialog(const std::function<void(QWidget &)> &act)
{
    auto *looking = new QTimer(m_window.get());
    connect(looking, &QTimer::timeout, this, [looking, act] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog || !QApplication::focusWidget() || QApplication::focusWidget()->window() != dialog)
            return;
        looking->stop();
        looking->deleteLater();
        act(*dialog);
    });
    looking->start(10);
}

void FullReviewTest::answerFileDialog(const QString &name)
{
    inNextDialog([this, name](QWidget &dialog) {
        auto *field = dialog.findChild<QLineEdit *>(u"fileNameEdit"_s);
        field->selectAll();
        QTest::keyClicks(field, m_folder->filePath(name));
        QTest::keyClick(field, Qt::Key_Return);
    });
}

void FullReviewTest::takeOfferedFile()
{
    inNextDialog([this](QWidget &dialog) {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault()) {
                click(button);
                return;
            }
        }
        dialog.close();
    });
}

void FullReviewTest::openSampleByKeys()
{
    QTRY_VERIFY(QApplication::focusWidget());
    for (int i = 0; i < 10 && QApplication::focusWidget()->objectName() != u"welcome.sample"_s; ++i)
        press(Qt::Key_Tab);
    press(Qt::Key_Space);
    waitForSample();
}

ServiceResult FullReviewTest::written(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    if (!m_window->findChild<FileCommands *>()->finish() || !file.open(QIODevice::ReadOnly))
        return {};
    return parseServiceResult(file.readAll()).value_or(ServiceResult());
}

void FullReviewTest::decideByKeys()
{
    press(Qt::Key_Return);
    QVERIFY(m_window->transport().isPlaying());
    QCOMPARE(*m_window->transport().playedSpan(), moment(0).current.span);
    press(Qt::Key_A);
    QCOMPARE(moment(0).decision, Decision::Kept);
    QCOMPARE(document().currentMoment(), moment(1).id);
    press(Qt::Key_X, Qt::ShiftModifier);
    QTRY_VERIFY(panel<ReasonPopup>()->isVisible());
    press(Qt::Key_6);
    QCOMPARE(moment(1).decision, Decision::Rejected);
    QCOMPARE(moment(1).reason, u"weak-hook"_s);
    press(Qt::Key_N, Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    type(u"Ask her first"_s);
    press(Qt::Key_Return);
    QCOMPARE(moment(2).note, u"Ask her first"_s);
    press(Qt::Key_H);
    QCOMPARE(moment(2).decision, Decision::Held);
    press(Qt::Key_K);
    QVERIFY(!m_window->transport().isPlaying());
}

void FullReviewTest::moveEdgesByKeys()
{
    const MomentId id = document().currentMoment();
    const TimeSpan before = document().current()->current.span;
    press(Qt::Key_I, Qt::ShiftModifier);
    press(Qt::Key_Period);
    const TimeSpan later = document().current()->current.span;
    QVERIFY(later.start > before.start);
    press(Qt::Key_O, Qt::ShiftModifier);
    press(Qt::Key_Comma, Qt::ShiftModifier);
    const TimeSpan shorter = document().current()->current.span;
    QVERIFY(shorter.end < before.end);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(review().find(id)->current.span, before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(review().find(id)->current.span, shorter);
    press(Qt::Key_S);
    QVERIFY(review().find(id)->starred);
}

void FullReviewTest::editByKeys()
{
    press(Qt::Key_3, Qt::ControlModifier);
    for (int i = 0; i < 20 && QApplication::focusWidget()->accessibleName() != u"Title"_s; ++i)
        press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Title"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Hxjk, a better title."_s);
    QCOMPARE(document().current()->current.title, u"Hxjk, a better title."_s);
    press(Qt::Key_Escape);
    press(Qt::Key_2, Qt::ControlModifier);
    auto *post = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    for (int i = 0; i < 5 && !post; ++i) {
        press(Qt::Key_Tab);
        post = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    }
    QVERIFY(post);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"A post by hand."_s);
    QCOMPARE(document().current()->current.socialCopy.constFirst().text, u"A post by hand."_s);
    press(Qt::Key_Escape);
    press(Qt::Key_1, Qt::ControlModifier);
    const int before = document().current()->current.scorecard.score(Metric::Shareability);
    QVERIFY(qobject_cast<ScoreBar *>(QApplication::focusWidget()));
    press(before < 10 ? Qt::Key_Right : Qt::Key_Left);
    QCOMPARE(document().current()->current.scorecard.score(Metric::Shareability),
             before < 10 ? before + 1 : before - 1);
}

void FullReviewTest::promoteByKeys()
{
    const qsizetype before = review().moments().size();
    press(Qt::Key_5, Qt::ControlModifier);
    auto *table = panel<FunnelPanel>()->findChild<QTableView *>();
    for (int i = 0; i < 20 && QApplication::focusWidget() != table; ++i)
        press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), table);
    for (int row = 0; row < table->model()->rowCount() && review().moments().size() == before; ++row) {
        press(Qt::Key_Down);
        if (!table->currentIndex().data(FunnelModel::KeptRole).toBool())
            press(Qt::Key_B);
    }
    QCOMPARE(review().moments().size(), before + 1);
    QCOMPARE(document().current()->origin, MomentOrigin::Promoted);
}

void FullReviewTest::byKeysAlone()
{
    openSampleByKeys();
    decideByKeys();
    moveEdgesByKeys();
    editByKeys();
    promoteByKeys();

    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"zzzz"_s);
    QCOMPARE(panel<MomentsPanel>()->shownMoments().size(), 0);
    press(Qt::Key_Escape, Qt::ShiftModifier);
    QCOMPARE(panel<MomentsPanel>()->shownMoments().size(), review().moments().size());

    inNextDialog([this](QWidget &) {
        type(u"compare"_s);
        press(Qt::Key_Return);
    });
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(panel<ComparePanel>()->isVisible());

    while (review().count(Decision::Undecided) > 0) {
        const int left = review().count(Decision::Undecided);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(left % 2 ? Qt::Key_A : Qt::Key_X);
        if (review().count(Decision::Undecided) == left)
            press(Qt::Key_A);
        QVERIFY(review().count(Decision::Undecided) < left);
    }
    press(Qt::Key_K);
    answerFileDialog(u"all.json"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(written(u"all.json"_s).moments.size(), review().moments().size() - review().count(Decision::Rejected));
    QVERIFY(!m_window->isWindowModified());
    answerFileDialog(u"kept.json"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(written(u"kept.json"_s).moments.size(), review().count(Decision::Kept));

    const Review before = review();
    press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!document().isOpen());
    openWindow();
    openSampleByKeys();
    QCOMPARE(review(), before);
    QVERIFY(document().history().canUndo());
}

void FullReviewTest::click(QWidget *widget, const QPoint &place)
{
    QTest::mouseClick(widget, Qt::LeftButton, {}, place);
}

void FullReviewTest::clickTool(const char *command)
{
    for (auto *button : m_window->findChildren<QToolButton *>()) {
        const QAction *action = button->defaultAction();
        if (action && action->objectName() == QLatin1StringView(command) && button->isVisible()) {
            click(button);
            return;
        }
    }
    QFAIL(command);
}

void FullReviewTest::clickCard(int row)
{
    auto *list = panel<MomentsPanel>()->findChild<QListView *>();
    list->scrollTo(list->model()->index(row, 0));
    click(list->viewport(), list->visualRect(list->model()->index(row, 0)).center());
}

void FullReviewTest::clickTab(const QString &title)
{
    for (auto *bar : m_window->findChildren<QTabBar *>()) {
        for (int i = 0; bar->isVisible() && i < bar->count(); ++i) {
            if (bar->tabText(i) == title) {
                click(bar, bar->tabRect(i).center());
                return;
            }
        }
    }
    QFAIL(qPrintable(title));
}

void FullReviewTest::chooseInMenu(const char *command)
{
    for (QAction *top : m_window->menuBar()->actions()) {
        for (QAction *action : top->menu()->actions()) {
            if (action->objectName() != QLatin1StringView(command))
                continue;
            click(m_window->menuBar(), m_window->menuBar()->actionGeometry(top).center());
            QTRY_VERIFY(top->menu()->isVisible());
            click(top->menu(), top->menu()->actionGeometry(action).center());
            return;
        }
    }
    QFAIL(command);
}

void FullReviewTest::decideByMouse()
{
    auto *list = panel<MomentsPanel>()->findChild<QListView *>();
    clickCard(0);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QVERIFY(m_window->transport().isPlaying());
    clickTool("play.toggle");
    QVERIFY(!m_window->transport().isPlaying());
    clickTool("moment.keep");
    QCOMPARE(moment(0).decision, Decision::Kept);
    clickCard(1);
    chooseInMenu("moment.rejectWithReason");
    QTRY_VERIFY(panel<ReasonPopup>()->isVisible());
    auto *reasons = panel<ReasonPopup>()->findChild<QListWidget *>();
    click(reasons->viewport(), reasons->visualItemRect(reasons->item(2)).center());
    QCOMPARE(moment(1).decision, Decision::Rejected);
    QVERIFY(!moment(1).reason.isEmpty());
    clickCard(2);
    clickTool("moment.hold");
    QCOMPARE(moment(2).decision, Decision::Held);
    clickTool("edit.undo");
    QCOMPARE(moment(2).decision, Decision::Undecided);
    clickTool("edit.redo");
    QCOMPARE(moment(2).decision, Decision::Held);
    clickTool("play.toggle");
}

void FullReviewTest::dragEdgeByMouse()
{
    clickCard(3);
    chooseInMenu("view.zoomMoment");
    auto *timeline = panel<TimelineView>();
    const TimeSpan before = moment(3).current.span;
    const QRect box = timeline->momentRect(3);
    const QPoint grip(box.right() + 1, box.center().y());
    QTest::mousePress(timeline->viewport(), Qt::LeftButton, {}, grip);
    for (int step = 1; step <= 4; ++step)
        QTest::mouseMove(timeline->viewport(), grip - QPoint(20 * step, 0));
    QTest::mouseRelease(timeline->viewport(), Qt::LeftButton, {}, grip - QPoint(80, 0));
    QVERIFY(moment(3).current.span.end < before.end);
    QCOMPARE(moment(3).current.span.start, before.start);
    chooseInMenu("view.zoomAll");
}

void FullReviewTest::editByMouse()
{
    clickTab(u"Scores"_s);
    auto *bar = panel<ScoreBar>();
    const int before = bar->score();
    for (int x = bar->width() - 4; x > 0 && bar->score() == before; x -= 8)
        click(bar, QPoint(x, bar->height() / 2));
    QVERIFY(bar->score() != before);
    QVERIFY(document().current()->isEdited());
    auto *show = panel<MomentsPanel>()->findChild<QComboBox *>();
    const qsizetype all = panel<MomentsPanel>()->shownMoments().size();
    // A release that comes within a double click is taken for the one that opened the list.
    const int interval = QApplication::doubleClickInterval();
    QApplication::setDoubleClickInterval(0);
    click(show);
    QTRY_VERIFY(show->view()->isVisible());
    QCoreApplication::processEvents();
    click(show->view()->viewport(), show->view()->visualRect(show->model()->index(1, 0)).center());
    QTRY_VERIFY(!show->view()->isVisible());
    QApplication::setDoubleClickInterval(interval);
    QVERIFY(panel<MomentsPanel>()->shownMoments().size() < all);
    chooseInMenu("edit.clearFilters");
    QCOMPARE(panel<MomentsPanel>()->shownMoments().size(), all);
}

void FullReviewTest::promoteByMouse()
{
    const qsizetype before = review().moments().size();
    clickTab(u"Why"_s);
    auto *table = panel<FunnelPanel>()->findChild<QTableView *>();
    auto *back = panel<FunnelPanel>()->findChild<QPushButton *>();
    for (int row = 0; row < table->model()->rowCount() && review().moments().size() == before; ++row) {
        const QModelIndex index = table->model()->index(row, FunnelModel::TitleColumn);
        if (index.data(FunnelModel::KeptRole).toBool())
            continue;
        table->scrollTo(index);
        click(table->viewport(), table->visualRect(index).center());
        click(back);
    }
    QCOMPARE(review().moments().size(), before + 1);
}

void FullReviewTest::byMouseAlone()
{
    click(m_window->findChild<QPushButton *>(u"welcome.sample"_s));
    waitForSample();
    decideByMouse();
    dragEdgeByMouse();
    editByMouse();
    promoteByMouse();
    chooseInMenu("view.compare");
    QTRY_VERIFY(panel<ComparePanel>()->isVisible());
    clickTab(u"Timeline"_s);

    auto *list = panel<MomentsPanel>()->findChild<QListView *>();
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        clickCard(row);
        if (document().current()->decision == Decision::Undecided)
            clickTool(row % 2 ? "moment.keep" : "moment.reject");
    }
    QCOMPARE(review().count(Decision::Undecided), 0);
    clickTool("play.toggle");
    takeOfferedFile();
    clickTool("file.save");
    QTRY_VERIFY(!m_window->isWindowModified());
    takeOfferedFile();
    clickTool("file.exportKept");
    QVERIFY(m_window->findChild<FileCommands *>()->finish());
    const QStringList files = QDir(m_folder->path()).entryList({u"*.result.json"_s, u"*.kept.json"_s}, QDir::Files);
    QCOMPARE(files.size(), 2);
    QCOMPARE(written(files.at(0)).moments.size(), review().count(Decision::Kept));

    const Review before = review();
    chooseInMenu("file.close");
    QVERIFY(!document().isOpen());
    openWindow();
    click(m_window->findChild<QPushButton *>(u"welcome.sample"_s));
    waitForSample();
    QCOMPARE(review(), before);
}

#include "tst_fullreview.moc"
