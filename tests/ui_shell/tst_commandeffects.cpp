// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/editcodec.h"
#include "tests/support/samplework.h"
#include "tests/support/settingsbench.h"
#include "tests/support/testregistry.h"
#include "ui/commands/keymapstore.h"
#include "ui/commands/shortcutguard.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelineview.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QTimer>
#include <QUrl>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Every command of the table, by its real key: something is another way afterwards.
class CommandEffectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyCommandDoesSomething_data();
    void everyCommandDoesSomething();
    void everyFurtherKeyDoesTheSame_data();
    void everyFurtherKeyDoesTheSame();
    void theLogIsShown();
    void noteUrl(const QUrl &url) { m_url = url; }
    void aSearchWithoutMatchesKeepsItsKeys();
    void selectingByKeys();
    void anEdgeDrawnInOneViewMovesInTheOther();
    void aPanelAskedForEarlyComesToTheFront();

private:
    void prepare(Command command);
    void press(Command command);
    QStringList shown();
    void noteAndCloseDialogs();
    ReviewDocument &document() { return m_window->document(); }
    PlayerTransport &transport() { return m_window->transport(); }

    std::unique_ptr<Theme> m_theme;
    ShortcutGuard m_guard;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<ViralTest::SettingsBench> m_settings;
    std::unique_ptr<KeyMapStore> m_keys;
    std::unique_ptr<MainWindow> m_window;
    /// What was opened and closed again.
    QStringList m_opened;
    int m_windows = 0;
    /// What the desktop was asked to open.
    QUrl m_url;
};

VIRAL_TEST(CommandEffectsTest)

void CommandEffectsTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_guard);
}

void CommandEffectsTest::init()
{
    m_theme->setChoice(ThemeChoice::System);
    m_opened.clear();
    m_windows = 0;
    m_journal = std::make_unique<MemoryJournal>();
    m_settings = std::make_unique<ViralTest::SettingsBench>();
    m_keys = std::make_unique<KeyMapStore>(m_settings->folder.filePath(u"keys.json"_s));
    m_window = std::make_unique<MainWindow>(Surroundings{.journal = *m_journal,
                                                         .clock = m_clock,
                                                         .theme = *m_theme,
                                                         .keys = m_keys.get(),
                                                         .connections = &m_settings->connections,
                                                         .remembersLayout = false,
                                                         .openWindow = [this] { ++m_windows; }});
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    document().open(ViralTest::evenWork(6));
    QTRY_VERIFY(m_window->isSettled());
    m_window->timeDisplay().setSource({25, 1}, 0);
    // In the first moment, nearer to its end, away from every edge.
    transport().seek(30s);
}

void CommandEffectsTest::cleanup()
{
    m_window.reset();
    m_keys.reset();
    m_settings.reset();
}

void CommandEffectsTest::everyCommandDoesSomething_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < commandTable().size(); ++i) {
        // What starts and keeps runs needs a desk and has tests of its own, and so has the log.
        if (commandTable().at(i).menu != MenuName::Run && commandTable().at(i).command != Command::ShowLog)
            QTest::newRow(commandTable().at(i).id) << i;
    }
}

void CommandEffectsTest::prepare(Command command)
{
    using enum Command;
    auto *list = m_window->findChild<MomentsPanel *>();
    auto *timeline = m_window->findChild<TimelineView *>();
    const MomentId first = document().currentMoment();
    switch (command) {
    case AddTranscript: {
        Work work = ViralTest::evenWork(2);
        work.request.transcript = {};
        work.index = {};
        document().open(std::move(work));
        break;
    }
    case Undo:
    case Redo:
    case Undecide:
    case PlayKept:
        QVERIFY(document().apply({DecisionEdit{first, Decision::Kept, {}}}));
        if (command == Redo)
            QVERIFY(document().undo());
        break;
    case ClearFilters:
        list->focusSearch();
        QTest::keyClicks(QApplication::focusWidget(), u"Moment 3"_s);
        break;
    case FindNext:
        press(FindInTranscript);
        QTest::keyClicks(QApplication::focusWidget(), u"word1"_s);
        break;
    case PreviousMoment:
    case SelectPrevious:
        list->goBy(1);
        break;
    case NewMoment:
        timeline->setRange(TimeSpan{60s, 110s});
        break;
    case TakeSpokenQuote:
        QVERIFY(document().apply({TextEdit{first, TextField::Quote, u"never said"_s}}));
        break;
    case ZoomOut:
    case ZoomAll:
        timeline->zoomIn();
        break;
    case ShuttleStop:
        transport().play();
        break;
    case FollowPage:
        timeline->setFollowMode(FollowMode::None);
        break;
    case ThemeSystem:
        m_theme->setChoice(ThemeChoice::Light);
        break;
    default:
        break;
    }
}

void CommandEffectsTest::press(Command command)
{
    const auto entry = std::ranges::find(commandTable(), command, &CommandEntry::command);
    if (entry->keys.isEmpty()) {
        m_window->actions().of(command)->trigger();
        return;
    }
    const QKeySequence sequence = QKeySequence::fromString(entry->keys.constFirst());
    QWidget *focus = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
    QTest::keyClick(focus, static_cast<Qt::Key>(sequence[0].key()), sequence[0].keyboardModifiers());
}

/// Everything an editor could notice, as lines.
QStringList CommandEffectsTest::shown()
{
    const auto *timeline = m_window->findChild<TimelineView *>();
    const auto *transcript = m_window->findChild<TranscriptView *>();
    const auto *list = m_window->findChild<MomentsPanel *>();
    const auto number = [](Milliseconds time) { return QString::number(time.count()); };
    QStringList lines{document().isOpen() ? u"open"_s : u"closed"_s, document().currentMoment().value,
                      m_window->statusBar()->currentMessage(), m_window->isVisible() ? u"window"_s : u"gone"_s};
    for (const ReviewedMoment &moment : document().review().moments()) {
        JsonWriter writer(JsonWriter::Layout::Compact);
        writeReviewedMoment(writer, moment);
        lines.append(QString::fromUtf8(writer.take()));
    }
    for (const MomentId &id : list->shownMoments() + list->selectedMoments())
        lines.append(id.value);
    const TimeSpan played = transport().playedSpan().value_or(TimeSpan());
    lines << number(transport().position()) << number(played.start) << number(played.end)
          << QString::number(transport().rate()) << QString::number(transport().isPlaying())
          << QString::number(transport().isLooping()) << QString::number(transcript->currentMatch())
          << QString::number(transcript->isCaretShown()) << number(timeline->axis().visible().start)
          << number(timeline->axis().visible().end) << QString::number(timeline->isSnapping())
          << QString::number(int(timeline->followMode())) << QString::number(int(m_theme->choice()))
          << QString::number(int(m_window->timeDisplay().style())) << QString::number(m_windows);
    lines.append(QString::number(m_window->findChild<QTabWidget *>()->currentIndex()));
    const QWidget *focus = QApplication::focusWidget();
    lines.append(focus ? QString::number(quintptr(focus)) : QString());
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->objectName().isEmpty() && widget->isVisible())
            lines.append(widget->objectName());
    }
    return lines + m_opened;
}

/// What runs an event loop of its own is noted and closed, so that the key comes back.
void CommandEffectsTest::noteAndCloseDialogs()
{
    QWidget *top = QApplication::activePopupWidget();
    top = top ? top : QApplication::activeModalWidget();
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (!top && each != m_window.get() && each->isVisible() && qobject_cast<QDialog *>(each))
            top = each;
    }
    if (!top)
        return;
    m_opened.append(QString::fromLatin1(top->metaObject()->className()));
    top->close();
}

void CommandEffectsTest::everyCommandDoesSomething()
{
    QFETCH(const int, number);
    const CommandEntry &entry = commandTable().at(number);
    prepare(entry.command);
    QVERIFY2(m_window->actions().of(entry.command)->isEnabled(), entry.id);
    QTimer closing;
    connect(&closing, &QTimer::timeout, this, &CommandEffectsTest::noteAndCloseDialogs);
    const QStringList before = shown();
    closing.start(20);
    press(entry.command);
    QTRY_VERIFY2(shown() != before, entry.id);
}

void CommandEffectsTest::everyFurtherKeyDoesTheSame_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("key");
    for (int i = 0; i < commandTable().size(); ++i) {
        for (const QString &key : commandTable().at(i).keys.mid(1))
            QTest::addRow("%s %s", commandTable().at(i).id, qPrintable(key)) << i << key;
    }
}

void CommandEffectsTest::everyFurtherKeyDoesTheSame()
{
    QFETCH(const int, number);
    QFETCH(const QString, key);
    const CommandEntry &entry = commandTable().at(number);
    prepare(entry.command);
    QTimer closing;
    connect(&closing, &QTimer::timeout, this, &CommandEffectsTest::noteAndCloseDialogs);
    closing.start(20);
    const QSignalSpy taken(m_window->actions().of(entry.command), &QAction::triggered);
    const QKeySequence sequence = QKeySequence::fromString(key);
    QWidget *focus = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
    QTest::keyClick(focus, static_cast<Qt::Key>(sequence[0].key()), sequence[0].keyboardModifiers());
    QTRY_COMPARE(taken.count(), 1);
}

void CommandEffectsTest::theLogIsShown()
{
    const QString folder = m_settings->folder.path();
    m_window = std::make_unique<MainWindow>(Surroundings{
        .journal = *m_journal, .clock = m_clock, .theme = *m_theme, .logFolder = folder, .remembersLayout = false});
    QDesktopServices::setUrlHandler(u"file"_s, this, "noteUrl");
    press(Command::ShowLog);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(m_url, QUrl::fromLocalFile(folder));
}

void CommandEffectsTest::aSearchWithoutMatchesKeepsItsKeys()
{
    auto *list = m_window->findChild<MomentsPanel *>();
    press(Command::SearchMoments);
    QTest::keyClicks(QApplication::focusWidget(), u"zzz"_s);
    QVERIFY(list->shownMoments().isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    press(Command::SearchMoments);
    // The list comes back while this is typed, and A would keep a moment.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
    QCOMPARE(document().review().count(Decision::Kept), 0);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"ma"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QVERIFY(!list->shownMoments().isEmpty());
    // Enter goes to what was found.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QVERIFY(list->isAncestorOf(QApplication::focusWidget()));
}

void CommandEffectsTest::selectingByKeys()
{
    const auto *list = m_window->findChild<MomentsPanel *>();
    press(Command::SelectNext);
    press(Command::SelectNext);
    QCOMPARE(list->selectedMoments().size(), 3);
    QVERIFY(!transport().isPlaying());
    // Back again lets the last one go.
    press(Command::SelectPrevious);
    QCOMPARE(list->selectedMoments().size(), 2);
    press(Command::Reject);
    QCOMPARE(document().review().count(Decision::Rejected), 2);
    press(Command::Undo);
    QCOMPARE(document().review().count(Decision::Rejected), 0);
    // At the end of the list nothing is lost.
    for (int i = 0; i < 10; ++i)
        press(Command::SelectNext);
    QCOMPARE(document().currentMoment(), document().review().moments().constLast().id);
}

void CommandEffectsTest::anEdgeDrawnInOneViewMovesInTheOther()
{
    auto *text = m_window->findChild<TranscriptView *>();
    auto *timeline = m_window->findChild<TimelineView *>();
    const MomentId id = document().currentMoment();
    const TimeSpan span = document().current()->current.span;
    const auto shownTimeline = [timeline] { return timeline->viewport()->grab().toImage(); };
    const QImage before = shownTimeline();
    Q_EMIT text->edgeDragMoved(Edge::End, span.end - 20s);
    QVERIFY(shownTimeline() != before);
    Q_EMIT text->edgeDragCancelled(Edge::End);
    QCOMPARE(shownTimeline(), before);
    text->reveal(span.start);
    const QLineF line = text->edgeLine(Edge::Start);
    Q_EMIT timeline->edgeDragMoved(id, Edge::Start, span.start + 5s);
    QVERIFY(text->edgeLine(Edge::Start) != line);
    Q_EMIT timeline->edgeDragCancelled(id, Edge::Start);
    QCOMPARE(text->edgeLine(Edge::Start), line);
    QCOMPARE(document().current()->current.span, span);
}

void CommandEffectsTest::aPanelAskedForEarlyComesToTheFront()
{
    document().close();
    QVERIFY(m_window->showPanel(u"history"_s));
    QVERIFY(!m_window->findChild<HistoryPanel *>()->isVisible());
    document().open(ViralTest::evenWork(2));
    QTRY_VERIFY(m_window->findChild<HistoryPanel *>()->isVisible());
}

#include "tst_commandeffects.moc"
