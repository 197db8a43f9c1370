// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reviewdesk.h"

#include "core/review/reason.h"
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/commands/shortcutguard.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/noteeditor.h"
#include "ui/panels/reasonpopup.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Reasons, notes, the history and the comparison in the window, by keys and mouse.
class ReviewDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aDigitGivesTheReason_data();
    void aDigitGivesTheReason();
    void theReasonIsForWhatWasAsked();
    void ownWordsAreAReason();
    void escapeDecidesNothing();
    void aClickGivesTheReason();
    void theFastWayAsksNothing();
    void aNoteIsWritten();
    void aNoteIsLeftAsItWas();
    void theHistoryGoesBackAndForward();
    void theSecondOpinionIsThereToCompare();
    void anotherResultIsComparedAndTaken();
    void anotherWindowIsFollowed();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    /// To the popup that is open.
    void pressInPopup(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), key, modifiers);
    }
    const Review &review() const { return m_window->document().review(); }
    const ReviewedMoment &moment(int row) const { return review().moments().at(row); }
    template <typename Panel>
    Panel *panel() const
    {
        return m_window->findChild<Panel *>();
    }

    std::unique_ptr<Theme> m_theme;
    ShortcutGuard m_guard;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(ReviewDeskTest)

namespace {

std::shared_ptr<AnalysisOutcome> otherOutcome()
{
    auto other = std::make_shared<AnalysisOutcome>();
    other->result.moments = {ViralTest::validMoment(u"Same"_s, 0, 50'000, 1),
                             ViralTest::validMoment(u"Moved"_s, 98'500, 150'000, 9),
                             ViralTest::validMoment(u"New"_s, 400'000, 450'000, 7)};
    return other;
}

} // namespace

void ReviewDeskTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_guard);
}

void ReviewDeskTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(
        Surroundings{.journal = *m_journal, .clock = m_clock, .theme = *m_theme, .remembersLayout = false});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    Work work = ViralTest::evenWork(4);
    work.secondOpinion = *otherOutcome();
    m_window->document().open(std::move(work));
}

void ReviewDeskTest::cleanup()
{
    m_window.reset();
}

void ReviewDeskTest::aDigitGivesTheReason_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Decision>("decision");
    QTest::addColumn<int>("digit");
    QTest::addColumn<QString>("reason");
    QTest::newRow("keep") << int(Qt::Key_A) << Decision::Kept << int(Qt::Key_1) << u"late-start"_s;
    QTest::newRow("reject") << int(Qt::Key_X) << Decision::Rejected << int(Qt::Key_6) << u"weak-hook"_s;
    QTest::newRow("hold") << int(Qt::Key_H) << Decision::Held << int(Qt::Key_7) << u"legal"_s;
}

void ReviewDeskTest::aDigitGivesTheReason()
{
    QFETCH(const int, key);
    QFETCH(const Decision, decision);
    QFETCH(const int, digit);
    QFETCH(const QString, reason);
    press(static_cast<Qt::Key>(key), Qt::ShiftModifier);
    QTRY_VERIFY(panel<ReasonPopup>()->isVisible());
    QCOMPARE(review().count(Decision::Undecided), 4);
    pressInPopup(static_cast<Qt::Key>(digit));
    QVERIFY(!panel<ReasonPopup>()->isVisible());
    QCOMPARE(moment(0).decision, decision);
    QCOMPARE(moment(0).reason, reason);
    // It goes on like a decision without a reason.
    QCOMPARE(m_window->document().currentMoment(), moment(1).id);
}

void ReviewDeskTest::theReasonIsForWhatWasAsked()
{
    press(Qt::Key_X, Qt::ShiftModifier);
    QTRY_VERIFY(panel<ReasonPopup>()->isVisible());
    // As a reel does that plays on.
    m_window->document().setCurrentMoment(moment(2).id);
    pressInPopup(Qt::Key_6);
    QCOMPARE(moment(0).decision, Decision::Rejected);
    QCOMPARE(moment(2).decision, Decision::Undecided);
}

void ReviewDeskTest::ownWordsAreAReason()
{
    press(Qt::Key_H, Qt::ShiftModifier);
    QTRY_VERIFY(panel<ReasonPopup>()->isVisible());
    // Letters begin the editor's own words and are no commands.
    for (const char letter : {'a', 's', 'k', ' ', 'x'})
        QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), letter);
    QCOMPARE(review().count(Decision::Undecided), 4);
    pressInPopup(Qt::Key_Return);
    QCOMPARE(moment(0).decision, Decision::Held);
    QCOMPARE(moment(0).reason, u"ask x"_s);
}

void ReviewDeskTest::escapeDecidesNothing()
{
    press(Qt::Key_X, Qt::ShiftModifier);
    QTRY_VERIFY(panel<ReasonPopup>()->isVisible());
    pressInPopup(Qt::Key_Escape);
    QVERIFY(!panel<ReasonPopup>()->isVisible());
    QCOMPARE(review().count(Decision::Undecided), 4);
    QVERIFY(!m_window->document().history().canUndo());
}

void ReviewDeskTest::aClickGivesTheReason()
{
    press(Qt::Key_X, Qt::ShiftModifier);
    QTRY_VERIFY(panel<ReasonPopup>()->isVisible());
    auto *list = panel<ReasonPopup>()->findChild<QListWidget *>();
    const QRect row = list->visualItemRect(list->item(static_cast<int>(Reason::Duplicate)));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(moment(0).decision, Decision::Rejected);
    QCOMPARE(moment(0).reason, u"duplicate"_s);
}

void ReviewDeskTest::theFastWayAsksNothing()
{
    press(Qt::Key_A);
    press(Qt::Key_X);
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(moment(0).decision, Decision::Kept);
    QCOMPARE(moment(1).decision, Decision::Rejected);
}

void ReviewDeskTest::aNoteIsWritten()
{
    press(Qt::Key_N, Qt::ShiftModifier);
    QTRY_VERIFY(panel<NoteEditor>()->isVisible());
    QTest::keyClicks(QApplication::activePopupWidget()->focusWidget(), u"Ask about a"_s);
    pressInPopup(Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(QApplication::activePopupWidget()->focusWidget(), u"second"_s);
    pressInPopup(Qt::Key_Return);
    QVERIFY(!panel<NoteEditor>()->isVisible());
    QCOMPARE(moment(0).note, u"Ask about a\nsecond"_s);
    QCOMPARE(review().count(Decision::Undecided), 4);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(moment(0).note.isEmpty());
}

void ReviewDeskTest::aNoteIsLeftAsItWas()
{
    press(Qt::Key_N, Qt::ShiftModifier);
    QTRY_VERIFY(panel<NoteEditor>()->isVisible());
    QTest::keyClicks(QApplication::activePopupWidget()->focusWidget(), u"no"_s);
    pressInPopup(Qt::Key_Escape);
    QVERIFY(moment(0).note.isEmpty());
    QVERIFY(!m_window->document().history().canUndo());
    // What was written is not lost by a click elsewhere.
    press(Qt::Key_N, Qt::ShiftModifier);
    QTRY_VERIFY(panel<NoteEditor>()->isVisible());
    QTest::keyClicks(QApplication::activePopupWidget()->focusWidget(), u"yes"_s);
    panel<NoteEditor>()->close();
    QCOMPARE(moment(0).note, u"yes"_s);
}

void ReviewDeskTest::theHistoryGoesBackAndForward()
{
    press(Qt::Key_A);
    press(Qt::Key_X);
    press(Qt::Key_H);
    QVERIFY(!panel<HistoryPanel>()->isVisible());
    press(Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(panel<HistoryPanel>()->isVisible());
    auto *table = panel<HistoryPanel>()->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 4);
    const QRect first = table->visualRect(table->model()->index(1, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, first.center());
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(review().count(Decision::Undecided), 3);
    QCOMPARE(moment(0).decision, Decision::Kept);
    QCOMPARE(table->model()->rowCount(), 4);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(review().count(Decision::Undecided), 1);
    QCOMPARE(moment(2).decision, Decision::Held);
    QCOMPARE(m_window->document().currentMoment(), moment(2).id);
}

void ReviewDeskTest::theSecondOpinionIsThereToCompare()
{
    QVERIFY(m_window->showPanel(u"compare"_s));
    auto *compare = panel<ComparePanel>();
    QTRY_VERIFY(compare->isVisible());
    QCOMPARE(compare->findChild<QComboBox *>()->count(), 1);
    auto *table = compare->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 5);
    m_window->document().close();
    QCOMPARE(compare->findChild<QComboBox *>()->count(), 0);
    QCOMPARE(table->model()->rowCount(), 0);
}

void ReviewDeskTest::anotherResultIsComparedAndTaken()
{
    auto *desk = m_window->findChild<ReviewDesk *>();
    desk->compareWith(u"Other"_s, otherOutcome());
    auto *compare = panel<ComparePanel>();
    QTRY_VERIFY(compare->isVisible());
    QCOMPARE(compare->findChild<QComboBox *>()->currentText(), u"Other"_s);
    auto *table = compare->findChild<QTableView *>();
    const auto buttons = compare->findChildren<QPushButton *>();
    const auto button = [&buttons](const QString &text) {
        return *std::find_if(buttons.begin(), buttons.end(), [&text](auto *each) { return each->text() == text; });
    };
    QVERIFY(!button(u"Take over"_s)->isEnabled());
    const int last = table->model()->rowCount() - 1;
    table->setCurrentIndex(table->model()->index(last, 0));
    QTest::mouseClick(button(u"Take over"_s), Qt::LeftButton);
    QCOMPARE(review().moments().size(), 5);
    QCOMPARE(moment(4).current.title, u"New"_s);
    QVERIFY(!button(u"Take over"_s)->isEnabled());
    QTest::mouseClick(button(u"Take the best of both"_s), Qt::LeftButton);
    QCOMPARE(review().moments().size(), 6);
    QCOMPARE(review().count(Decision::Rejected), 1);
    QVERIFY(!button(u"Take the best of both"_s)->isEnabled());
    QVERIFY(m_window->document().undo());
    QCOMPARE(review().moments().size(), 5);
}

void ReviewDeskTest::anotherWindowIsFollowed()
{
    MainWindow other(
        Surroundings{.journal = *m_journal, .clock = m_clock, .theme = *m_theme, .remembersLayout = false});
    other.document().open(m_window->document().work());
    QVERIFY(other.document().apply({DecisionEdit{moment(2).id, Decision::Kept, {}}}));
    QTRY_COMPARE(moment(2).decision, Decision::Kept);
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"Another window"_s));
}

#include "tst_reviewdesk.moc"
