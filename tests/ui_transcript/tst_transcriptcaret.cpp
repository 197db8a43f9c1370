// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_transcript/transcriptfixture.h"

#include "tests/support/testregistry.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The keyboard in the transcript: 400 sentences of five words; word n is spoken in second n.
class TranscriptCaretTest : public QObject, private ViralTest::TranscriptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void comesWithTab();
    void theMouseBringsNoCaret();
    void beginsWhereItPlays();
    void keysGo_data();
    void keysGo();
    void linesAndPages();
    void allTheWayAndBack();
    void shiftDrawsOverWords();
    void enterAsksForAMoment();
    void nAsksForAMoment();
    void enterSeeksWithoutASelection();
    void escapeGivesTheKeysBack();
    void theWindowsKeysStayWhereTheyAre();
    void playingGoesOnAndTheViewStays();
    void isDrawn();
    void isHeard();
    void rightToLeft();
    void sentencesWithoutWords();
    void wordsOfTwoAtOnce();
    void emptyView();
    void shiftClickDrawsOn();

private:
    int caret() const { return m_view->caretWord().value_or(-1); }
    void go(int word);
};

VIRAL_TEST(TranscriptCaretTest)

void TranscriptCaretTest::init()
{
    makeView(ViralTest::interview(400));
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->clearFocus();
    m_view->setFocus(Qt::TabFocusReason);
    QVERIFY(m_view->hasFocus());
}

void TranscriptCaretTest::cleanup()
{
    m_view.reset();
}

void TranscriptCaretTest::go(int word)
{
    m_view->reveal(Milliseconds{word * 1000});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, on(word));
    QCOMPARE(caret(), word);
}

void TranscriptCaretTest::comesWithTab()
{
    QVERIFY(m_view->isCaretShown());
    QCOMPARE(caret(), 0);
    m_view->clearFocus();
    QVERIFY(!m_view->isCaretShown());
    QCOMPARE(caret(), -1);
}

void TranscriptCaretTest::theMouseBringsNoCaret()
{
    m_view->clearFocus();
    m_view->setFocus(Qt::MouseFocusReason);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, on(7));
    QVERIFY(!m_view->isCaretShown());
    // Called for, it stands where was clicked.
    m_view->startCaret();
    QCOMPARE(caret(), 7);
}

void TranscriptCaretTest::beginsWhereItPlays()
{
    m_view->clearFocus();
    m_view->setTranscript(TranscriptIndex(ViralTest::interview(400)));
    m_view->setPlayhead(1203s);
    m_view->setFocus(Qt::BacktabFocusReason);
    QCOMPARE(caret(), 1203);
}

void TranscriptCaretTest::keysGo_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("isControl");
    QTest::addColumn<int>("to");
    QTest::newRow("a word on") << 12 << Qt::Key_Right << false << 13;
    QTest::newRow("a word back") << 12 << Qt::Key_Left << false << 11;
    QTest::newRow("into the next sentence") << 14 << Qt::Key_Right << false << 15;
    QTest::newRow("into the one before") << 15 << Qt::Key_Left << false << 14;
    QTest::newRow("not before the first") << 0 << Qt::Key_Left << false << 0;
    QTest::newRow("a sentence on") << 12 << Qt::Key_Right << true << 15;
    QTest::newRow("to the sentence's start") << 12 << Qt::Key_Left << true << 10;
    QTest::newRow("to the sentence before") << 10 << Qt::Key_Left << true << 5;
    QTest::newRow("a line on") << 12 << Qt::Key_Down << false << 17;
    QTest::newRow("a line back") << 12 << Qt::Key_Up << false << 7;
    QTest::newRow("up from the first line") << 2 << Qt::Key_Up << false << 0;
    QTest::newRow("start of the line") << 12 << Qt::Key_Home << false << 10;
    QTest::newRow("end of the line") << 12 << Qt::Key_End << false << 14;
    QTest::newRow("start of all") << 12 << Qt::Key_Home << true << 0;
    QTest::newRow("end of all") << 12 << Qt::Key_End << true << 1999;
}

void TranscriptCaretTest::keysGo()
{
    QFETCH(const int, from);
    QFETCH(const Qt::Key, key);
    QFETCH(const bool, isControl);
    go(from);
    this->key(key, isControl ? Qt::ControlModifier : Qt::NoModifier);
    QTEST(caret(), "to");
    // The word is on the screen.
    QVERIFY(m_view->viewport()->rect().contains(m_view->wordRect(caret())));
    QVERIFY(!m_view->range());
}

void TranscriptCaretTest::linesAndPages()
{
    // One sentence over several lines; up and down keep their column.
    QStringList words;
    for (int i = 0; i < 80; ++i)
        words.append(u"word%1"_s.arg(i, 2, 10, QChar(u'0')));
    m_view->setTranscript(TranscriptIndex(ViralTest::transcriptOf({words, {u"next"_s, u"one"_s}})));
    m_view->startCaret();
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    const int column = m_view->wordRect(2).center().x();
    key(Qt::Key_Down);
    QVERIFY(caret() > 5 && caret() < 20);
    QVERIFY(std::abs(m_view->wordRect(caret()).center().x() - column) < 40);
    key(Qt::Key_Up);
    QCOMPARE(caret(), 2);
    key(Qt::Key_PageDown);
    QCOMPARE(caret(), 81);
    key(Qt::Key_PageUp);
    QCOMPARE(caret(), 0);

    m_view->setTranscript(TranscriptIndex(ViralTest::interview(400)));
    m_view->startCaret();
    key(Qt::Key_PageDown);
    const int page = caret();
    QVERIFY(page > 30 && page < 150);
    QVERIFY(m_view->viewport()->rect().contains(m_view->wordRect(page)));
    key(Qt::Key_PageDown);
    QVERIFY(std::abs(caret() - 2 * page) <= 10);
    key(Qt::Key_PageUp);
    key(Qt::Key_PageUp);
    QCOMPARE(caret(), 0);
}

void TranscriptCaretTest::allTheWayAndBack()
{
    go(1);
    for (int word = 2; word < 60; ++word) {
        key(Qt::Key_Right);
        QCOMPARE(caret(), word);
    }
    for (int word = 58; word >= 0; --word) {
        key(Qt::Key_Left);
        QCOMPARE(caret(), word);
    }
}

void TranscriptCaretTest::shiftDrawsOverWords()
{
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    go(12);
    seeks.clear();
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->range(), spanMs(12000, 14000));
    key(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(m_view->range(), spanMs(12000, 16000));
    QCOMPARE(m_view->selectedText(), u"s2w2 s2w3 s2w4 s3w0"_s);
    // Back over where it began.
    key(Qt::Key_Home, Qt::ShiftModifier);
    key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->range(), spanMs(10000, 13000));
    QCOMPARE(ranges.size(), 4);
    QCOMPARE(ranges.last().first().value<TimeSpan>(), spanMs(10000, 13000));
    key(Qt::Key_Right);
    QVERIFY(!m_view->range());
    QVERIFY(seeks.isEmpty());
}

void TranscriptCaretTest::enterAsksForAMoment()
{
    QSignalSpy wanted(m_view.get(), &TranscriptView::momentRequested);
    go(12);
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Return);
    key(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(m_view->range(), spanMs(12000, 14000));
}

void TranscriptCaretTest::nAsksForAMoment()
{
    QSignalSpy wanted(m_view.get(), &TranscriptView::momentRequested);
    go(12);
    key(Qt::Key_N);
    QCOMPARE(wanted.size(), 1);
    m_view->leaveCaret();
    key(Qt::Key_N);
    QCOMPARE(wanted.size(), 1);
}

void TranscriptCaretTest::enterSeeksWithoutASelection()
{
    go(12);
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    QSignalSpy wanted(m_view.get(), &TranscriptView::momentRequested);
    key(Qt::Key_Right);
    key(Qt::Key_Return);
    QCOMPARE(seeks.size(), 1);
    QCOMPARE(seeks.last().first().value<Milliseconds>(), Milliseconds{13s});
    QVERIFY(wanted.isEmpty());
}

void TranscriptCaretTest::escapeGivesTheKeysBack()
{
    key(Qt::Key_Escape);
    QVERIFY(!m_view->isCaretShown());
    const QRect before = m_view->sentenceRect(3);
    key(Qt::Key_Down);
    QVERIFY(m_view->sentenceRect(3).top() < before.top());
}

void TranscriptCaretTest::theWindowsKeysStayWhereTheyAre()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *other = new QWidget;
    other->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(other);
    layout->addWidget(m_view.get());
    const auto owned = qScopeGuard([this] { m_view->setParent(nullptr); });
    int frames = 0;
    int played = 0;
    for (const auto &[shortcut, counter] : {std::pair{u"Right"_s, &frames}, std::pair{u"Space"_s, &played}}) {
        auto *action = new QAction(&window);
        action->setShortcut(QKeySequence(shortcut));
        connect(action, &QAction::triggered, this, [counter = counter] { ++*counter; });
        window.addAction(action);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    QTest::keyClick(&window, Qt::Key_Right);
    QCOMPARE(frames, 1);
    // Clicked: the arrows are still the window's.
    m_view->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(frames, 2);
    // With the caret they go by words, and only they.
    m_view->startCaret();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(frames, 2);
    QCOMPARE(played, 1);
    QCOMPARE(caret(), 1);
    m_view->leaveCaret();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(frames, 3);
}

void TranscriptCaretTest::playingGoesOnAndTheViewStays()
{
    m_view->setPlaying(true);
    m_view->setPlayhead(0s);
    go(12);
    m_view->setPlaying(true);
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m_view->isFollowSuspended());
    m_view->setPlayhead(1500s);
    QVERIFY(!m_view->wordRect(13).isEmpty());
    QVERIFY(seeks.isEmpty());
    QCOMPARE(m_view->range(), spanMs(12000, 14000));
}

void TranscriptCaretTest::isDrawn()
{
    go(12);
    const QColor ink = coloursFor(m_view->palette()).text;
    const QRect around = m_view->wordRect(12).adjusted(-3, 0, 3, 0);
    const int with = count(ink, around);
    key(Qt::Key_Right);
    QVERIFY(with > count(ink, around) + around.width());
    // Who comes by keys sees where he is.
    QCOMPARE(count(coloursFor(m_view->palette()).accent, QRect(0, 0, m_view->viewport()->width(), 1)),
             m_view->viewport()->width());
}

void TranscriptCaretTest::isHeard()
{
    go(12);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QAccessibleInterface *word = list->focusChild();
    QVERIFY(word);
    QCOMPARE(word->text(QAccessible::Name), u"s2w2"_s);
    QVERIFY(word->state().focused);
    QCOMPARE(word->parent(), list->child(2));
    QCOMPARE(list->child(2)->childCount(), 5);
    QCOMPARE(list->child(2)->indexOfChild(word), 2);
    QVERIFY(!list->child(2)->child(5));
    QVERIFY(word->rect().contains(m_view->viewport()->mapToGlobal(on(12))));
    key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(!word->state().focused);
    QVERIFY(word->state().selected);
    QCOMPARE(list->focusChild()->text(QAccessible::Name), u"s2w3"_s);
    m_view->setTranscript({});
    QVERIFY(!word->isValid());
    QCOMPARE(word->text(QAccessible::Name), QString());
}

void TranscriptCaretTest::rightToLeft()
{
    m_view->setTranscript(TranscriptIndex(
        ViralTest::transcriptOf({{u"لماذا"_s, u"أغلقنا"_s, u"الشركة"_s, u"اليوم؟"_s}, {u"لأننا"_s, u"تعبنا."_s}})));
    m_view->startCaret();
    QCOMPARE(caret(), 0);
    // The first word stands on the right, so Left goes on.
    QVERIFY(m_view->wordRect(0).left() > m_view->wordRect(1).left());
    key(Qt::Key_Left);
    QCOMPARE(caret(), 1);
    key(Qt::Key_End);
    QCOMPARE(caret(), 3);
    key(Qt::Key_Left);
    QCOMPARE(caret(), 4);
    key(Qt::Key_Right);
    QCOMPARE(caret(), 3);
    key(Qt::Key_Home);
    QCOMPARE(caret(), 0);
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), u"لماذا أغلقنا"_s);
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(caret(), 4);
}

void TranscriptCaretTest::sentencesWithoutWords()
{
    Transcript transcript = ViralTest::interview(50);
    transcript.words.clear();
    transcript.wordTimes = TimeOrigin::None;
    m_view->setTranscript(TranscriptIndex(transcript));
    m_view->startCaret();
    QVERIFY(m_view->isCaretShown());
    key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->range(), spanMs(5000, 15000));
    QCOMPARE(caret(), -1);
    for (const Qt::Key every : {Qt::Key_Home, Qt::Key_End, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Up})
        key(every);
    QVERIFY(m_view->isCaretShown());
}

void TranscriptCaretTest::wordsOfTwoAtOnce()
{
    // The second sentence is spoken into the first.
    Transcript transcript = ViralTest::transcriptOf({{u"one"_s, u"two"_s, u"three"_s}, {u"yes"_s}});
    transcript.sentences[1].span = transcript.words[3].span = spanMs(1500, 1900);
    m_view->setTranscript(TranscriptIndex(transcript));
    m_view->startCaret();
    QStringList read;
    for (int i = 0; i < 4; ++i) {
        read.append(m_view->index().transcript().words[caret()].text);
        key(Qt::Key_Right);
    }
    QCOMPARE(read, (QStringList{u"one"_s, u"two"_s, u"three"_s, u"yes"_s}));
}

void TranscriptCaretTest::emptyView()
{
    m_view->setTranscript({});
    m_view->startCaret();
    QVERIFY(!m_view->isCaretShown());
    for (const Qt::Key every : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Home, Qt::Key_PageDown, Qt::Key_Return})
        key(every, Qt::ShiftModifier);
    QVERIFY(!m_view->range());
}

void TranscriptCaretTest::shiftClickDrawsOn()
{
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    go(12);
    seeks.clear();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, on(21));
    QCOMPARE(m_view->range(), spanMs(12000, 22000));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, on(8));
    QCOMPARE(m_view->range(), spanMs(8000, 13000));
    QVERIFY(seeks.isEmpty());
}

#include "tst_transcriptcaret.moc"
