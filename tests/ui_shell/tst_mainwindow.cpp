// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/contract/serviceresultcodec.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/momentspanel.h"
#include "ui/shell/filecommands.h"
#include "ui/shell/screenshot.h"
#include "ui/commands/shortcutguard.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// The whole window over the sample interview, driven by keys and mouse as an editor does.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void startsWithAWelcome();
    void decidingGoesOnAndCanBeUndone();
    void upAndDownPlayTheMoment();
    void edgesFollowThePlayheadAndTheWords();
    void docksStayAsTheEditorLeftThem();
    void theMomentPlayedKeepsToItsEdges();
    void everyKeyGivesItsCommand();
    void typingIsNotDeciding();
    void aMomentFromASelection();
    void findsInTheTranscript();
    void timelineAndListAgree();
    void savesAndExports();
    void whatIsDecidedWhileSavingIsNotSaved();
    void closingWaitsForTheFile();
    void aBadFileLeavesTheWorkAlone();
    void filesCanBeDropped();
    void panelsComeToTheFront();
    void everyOpeningInARow();
    void closingGoesBackToTheWelcome();
    void takesItsPicture();

private:
    void openSample();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    const ReviewedMoment &current() const { return *m_window->document().current(); }
    const Review &review() const { return m_window->document().review(); }
    bool trigger(const char *id) const;

    std::unique_ptr<Theme> m_theme;
    ShortcutGuard m_guard;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(MainWindowTest)

namespace {

const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");

} // namespace

void MainWindowTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_guard);
}

void MainWindowTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(Surroundings{
        .journal = *m_journal, .clock = m_clock, .theme = *m_theme, .samplePath = sample, .remembersLayout = false});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
}

void MainWindowTest::openSample()
{
    m_window->open(sample);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document().isOpen() && m_window->isSettled(), 20'000);
    QVERIFY(review().moments().size() >= 5);
    // The transcript's clock keeps these tests away from media back ends.
    m_window->document().setMediaPath({});
}

bool MainWindowTest::trigger(const char *id) const
{
    auto *action = m_window->findChild<QAction *>(QString::fromLatin1(id));
    if (!action || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

void MainWindowTest::startsWithAWelcome()
{
    QVERIFY(!m_window->document().isOpen());
    QVERIFY(!trigger("moment.keep"));
    for (const QDockWidget *dock : m_window->findChildren<QDockWidget *>())
        QVERIFY(!dock->isVisible());
    press(Qt::Key_A);
    press(Qt::Key_Space);
    QVERIFY(!m_window->document().isOpen());
}

void MainWindowTest::decidingGoesOnAndCanBeUndone()
{
    openSample();
    const QList<ReviewedMoment> before = review().moments();
    press(Qt::Key_A);
    QCOMPARE(review().moments().at(0).decision, Decision::Kept);
    QCOMPARE(current().id, before.at(1).id);
    press(Qt::Key_X);
    press(Qt::Key_H);
    QCOMPARE(review().moments().at(1).decision, Decision::Rejected);
    QCOMPARE(review().moments().at(2).decision, Decision::Held);
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(review().count(Decision::Undecided), before.size());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(review().moments().at(0).decision, Decision::Kept);
}

void MainWindowTest::upAndDownPlayTheMoment()
{
    openSample();
    press(Qt::Key_Down);
    QCOMPARE(current().id, review().moments().at(1).id);
    QVERIFY(m_window->transport().isPlaying());
    QCOMPARE(*m_window->transport().playedSpan(), current().current.span);
    press(Qt::Key_K);
    QVERIFY(!m_window->transport().isPlaying());
    press(Qt::Key_Up);
    QCOMPARE(current().id, review().moments().at(0).id);
    press(Qt::Key_Space);
    QVERIFY(!m_window->transport().isPlaying());
    press(Qt::Key_L);
    press(Qt::Key_L);
    QCOMPARE(m_window->transport().rate(), 1.5);
    press(Qt::Key_K);
}

void MainWindowTest::edgesFollowThePlayheadAndTheWords()
{
    openSample();
    const TimeSpan before = current().current.span;
    m_window->transport().seek(before.start + Milliseconds{2000});
    press(Qt::Key_I);
    QCOMPARE(current().current.span, TimeSpan(before.start + Milliseconds{2000}, before.end));
    m_window->transport().seek(before.end - Milliseconds{3000});
    press(Qt::Key_O);
    QCOMPARE(current().current.span.end, before.end - Milliseconds{3000});
    press(Qt::Key_Period);
    QVERIFY(current().current.span.end > before.end - Milliseconds{3000});
    press(Qt::Key_Comma, Qt::ShiftModifier);
    QVERIFY(current().isEdited());
    // Repeated nudges of one edge are one step; then the two edges.
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(current().current.span, before);
    // On the wrong side of the other edge nothing happens, and it is said.
    m_window->transport().seek(before.end + Milliseconds{5000});
    press(Qt::Key_I);
    QCOMPARE(current().current.span, before);
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
}

void MainWindowTest::docksStayAsTheEditorLeftThem()
{
    openSample();
    auto *timeline = m_window->findChild<QDockWidget *>(u"dock.timeline"_s);
    QVERIFY(timeline->isVisible());
    timeline->hide();
    m_window->document().close();
    openSample();
    QVERIFY(!timeline->isVisible());
    QVERIFY(m_window->findChild<QDockWidget *>(u"dock.moments"_s)->isVisible());
    QVERIFY(m_window->showPanel(u"timeline"_s));
    QVERIFY(timeline->isVisible());
}

void MainWindowTest::theMomentPlayedKeepsToItsEdges()
{
    openSample();
    press(Qt::Key_Return);
    const TimeSpan before = current().current.span;
    m_window->transport().seek(before.start + Milliseconds{3000});
    press(Qt::Key_O);
    QCOMPARE(m_window->transport().playedSpan().value_or(before).end, current().current.span.end);
    press(Qt::Key_Return);
    // Chosen with the mouse while another one plays: what is current is what is heard.
    m_window->findChild<TimelineView *>()->chooseMoment(2);
    QCOMPARE(*m_window->transport().playedSpan(), current().current.span);
    press(Qt::Key_K);
}

void MainWindowTest::everyKeyGivesItsCommand()
{
    openSample();
    for (const CommandEntry &entry : commandTable()) {
        for (const QString &key : entry.keys) {
            const QKeySequence sequence = QKeySequence::fromString(key);
            auto *action = m_window->findChild<QAction *>(QString::fromLatin1(entry.id));
            // The action itself must not run: dialogs, and the end of the program, are among them.
            action->disconnect(SIGNAL(triggered(bool)));
            const bool wasEnabled = action->isEnabled();
            action->setEnabled(true);
            // Hidden where this window lacks what it needs.
            action->setVisible(true);
            int given = 0;
            const auto connection = connect(action, &QAction::triggered, this, [&given] { ++given; });
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(sequence[0].key()), sequence[0].keyboardModifiers());
            QVERIFY2(given == 1, qPrintable(key));
            disconnect(connection);
            action->setEnabled(wasEnabled);
        }
    }
}

void MainWindowTest::typingIsNotDeciding()
{
    openSample();
    QVERIFY(m_window->showPanel(u"words"_s));
    QPlainTextEdit *title = nullptr;
    for (auto *edit : m_window->findChildren<QPlainTextEdit *>()) {
        if (edit->isVisible() && edit->accessibleName() == u"Title"_s)
            title = edit;
    }
    QVERIFY(title);
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, u"Ahxjkl i,o. u"_s);
    QCOMPARE(current().current.title, u"Ahxjkl i,o. u"_s);
    QCOMPARE(review().count(Decision::Undecided), review().moments().size());
    QVERIFY(!m_window->transport().isPlaying());
}

void MainWindowTest::aMomentFromASelection()
{
    openSample();
    const qsizetype count = review().moments().size();
    auto *transcript = m_window->findChild<TranscriptView *>();
    transcript->setRange(spanMs(600'000, 650'000));
    const TimeSpan drawn = *transcript->range();
    press(Qt::Key_N);
    QCOMPARE(review().moments().size(), count + 1);
    QCOMPARE(current().origin, MomentOrigin::Editor);
    QCOMPARE(current().current.span, drawn);
    QVERIFY(!current().current.title.isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(review().moments().size(), count);
    // The selection was used up.
    press(Qt::Key_N);
    QCOMPARE(review().moments().size(), count);
    m_window->findChild<TimelineView *>()->setRange(spanMs(700'000, 750'000));
    press(Qt::Key_N);
    QCOMPARE(current().current.span, spanMs(700'000, 750'000));
}

void MainWindowTest::findsInTheTranscript()
{
    openSample();
    auto *transcript = m_window->findChild<TranscriptView *>();
    press(Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QTest::keyClicks(field, u"bread"_s);
    QVERIFY(transcript->matchCount() > 3);
    const int first = transcript->currentMatch();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(transcript->currentMatch() != first);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QCOMPARE(transcript->matchCount(), 0);
}

void MainWindowTest::timelineAndListAgree()
{
    openSample();
    auto *timeline = m_window->findChild<TimelineView *>();
    QCOMPARE(timeline->selected(), current().id);
    timeline->chooseMoment(3);
    QCOMPARE(current().id, review().moments().at(3).id);
    QCOMPARE(m_window->findChild<MomentsPanel *>()->selectedMoments().constFirst(), current().id);
    const TimeSpan before = current().current.span;
    Q_EMIT timeline->edgeDragFinished(current().id, Edge::End, before.end - Milliseconds{5000});
    QCOMPARE(current().current.span.end, before.end - Milliseconds{5000});
    QCOMPARE(m_window->transport().position(), before.start);
}

void MainWindowTest::savesAndExports()
{
    openSample();
    press(Qt::Key_A);
    press(Qt::Key_X);
    QVERIFY(m_window->isWindowModified());
    const QTemporaryDir folder;
    auto *files = m_window->findChild<FileCommands *>();
    const auto written = [&](const QString &name, HandOver handOver) {
        const QString path = folder.filePath(name);
        QFile file(path);
        files->write(path, handOver);
        if (!files->finish() || !file.open(QIODevice::ReadOnly))
            return ServiceResult{};
        return parseServiceResult(file.readAll()).value_or(ServiceResult{});
    };
    const ServiceResult kept = written(u"kept.json"_s, HandOver::KeptOnly);
    QCOMPARE(kept.moments.size(), 1);
    QVERIFY(m_window->isWindowModified());
    const ServiceResult all = written(u"all.json"_s, HandOver::All);
    QCOMPARE(all.moments.size(), review().moments().size() - 1);
    QCOMPARE(all.metadata.momentsAfterDedup, static_cast<int>(all.moments.size()));
    QVERIFY(!m_window->isWindowModified());
    files->write(u"/nowhere/at/all.json"_s, HandOver::All);
    QVERIFY(!files->finish());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"/nowhere"_s));
}

void MainWindowTest::whatIsDecidedWhileSavingIsNotSaved()
{
    openSample();
    press(Qt::Key_A);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"all.json"_s);
    auto *files = m_window->findChild<FileCommands *>();
    const qsizetype count = review().moments().size();
    files->write(path, HandOver::All);
    press(Qt::Key_X);
    QVERIFY(files->finish());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(parseServiceResult(file.readAll()).value_or(ServiceResult{}).moments.size(), count);
    QVERIFY(m_window->isWindowModified());
    files->write(path, HandOver::All);
    QTRY_VERIFY(!m_window->isWindowModified());
}

void MainWindowTest::closingWaitsForTheFile()
{
    openSample();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"all.json"_s);
    auto *files = m_window->findChild<FileCommands *>();
    files->write(u"/nowhere/at/all.json"_s, HandOver::All);
    QVERIFY(!m_window->close());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"/nowhere"_s));
    files->write(path, HandOver::All);
    QVERIFY(m_window->close());
    QVERIFY(QFile::exists(path));
}

void MainWindowTest::aBadFileLeavesTheWorkAlone()
{
    openSample();
    const QString title = m_window->document().work().title();
    const QTemporaryDir folder;
    QFile bad(folder.filePath(u"broken.json"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(R"({"transcript": {"sentences": [{"text": "Hel)");
    bad.close();
    m_window->open(bad.fileName());
    QTRY_VERIFY(m_window->isSettled() && m_window->statusBar()->currentMessage().contains(u"broken.json"_s));
    QCOMPARE(m_window->document().work().title(), title);
}

void MainWindowTest::filesCanBeDropped()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(sample)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document().isOpen(), 20'000);

    const QTemporaryDir folder;
    const QString video = folder.filePath(u"other.mp4"_s);
    data.setUrls({QUrl::fromLocalFile(video)});
    QDragEnterEvent enterAgain(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enterAgain);
    QDropEvent media(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &media);
    QCOMPARE(m_window->document().work().mediaPath, video);
    QVERIFY(m_window->document().isOpen());
}

void MainWindowTest::panelsComeToTheFront()
{
    openSample();
    auto *tabs = m_window->findChild<QTabWidget *>();
    for (const QString &name : {u"why"_s, u"cost"_s, u"words"_s, u"posts"_s, u"scores"_s}) {
        const int before = tabs->currentIndex();
        QVERIFY(m_window->showPanel(name));
        QVERIFY(tabs->currentIndex() != before);
    }
    QVERIFY(!m_window->showPanel(u"cellar"_s));
}

void MainWindowTest::everyOpeningInARow()
{
    openSample();
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->transport().isPlaying());
    QCOMPARE(*m_window->transport().playedSpan(),
             TimeSpan(current().current.span.start, current().current.span.start + Milliseconds{3000}));
    m_window->transport().seek(current().current.span.start + Milliseconds{2950});
    QTRY_COMPARE(current().id, review().moments().at(1).id);
    press(Qt::Key_K);
}

void MainWindowTest::closingGoesBackToTheWelcome()
{
    openSample();
    press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_window->document().isOpen());
    QVERIFY(!m_window->transport().isPlaying());
    QVERIFY(m_window->transport().isEmpty());
}

void MainWindowTest::takesItsPicture()
{
    QCOMPARE(sizeFromText(u"1600x1000"_s), QSize(1600, 1000));
    for (const QString &wrong : {u""_s, u"1600"_s, u"x"_s, u"-1x5"_s, u"1600x1000x3"_s, u"999999x10"_s})
        QVERIFY2(!sizeFromText(wrong).isValid(), qPrintable(wrong));
}

#include "tst_mainwindow.moc"
