// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_transcript/transcriptfixture.h"

#include "tests/support/testregistry.h"

#include <QPainter>
#include <QSignalSpy>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The selected moment in the transcript: words 10 to 24 of a word a second.
class TranscriptEdgesTest : public QObject, private ViralTest::TranscriptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theStartIsDragged();
    void theEndIsDragged();
    void theHalfOfAWordDecides_data();
    void theHalfOfAWordDecides();
    void neverShorterThanASecond();
    void escapeLeavesIt();
    void anotherMomentEndsTheDrag();
    void aClickOnAnEdgeGoesThere();
    void thePointerTells();
    void nothingMovesWithoutASelection();
    void lengthIsShown();
    void softEdgesAreShown();
    void cutWordsAreMarked();
    void sentencesWithoutWords();
    void rightToLeft();
    void draggingBelowTheViewScrolls();

private:
    void drag(Edge edge, const QPoint &to);
};

VIRAL_TEST(TranscriptEdgesTest)

void TranscriptEdgesTest::init()
{
    makeView(ViralTest::interview(400));
    m_view->setSelected(spanMs(10000, 25000));
}

void TranscriptEdgesTest::cleanup()
{
    m_view.reset();
}

void TranscriptEdgesTest::drag(Edge edge, const QPoint &to)
{
    const QPoint from = this->edge(edge);
    press(from);
    move((from + to) / 2);
    move(to);
    release(to);
}

void TranscriptEdgesTest::theStartIsDragged()
{
    QSignalSpy moves(m_view.get(), &TranscriptView::edgeDragMoved);
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    drag(Edge::Start, on(6));
    QVERIFY(!moves.isEmpty());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.last().first().value<Edge>(), Edge::Start);
    QCOMPARE(finished.last().last().value<Milliseconds>(), Milliseconds{6s});
    QVERIFY(seeks.isEmpty());
    QVERIFY(ranges.isEmpty());
    // Nobody took it, so it is where it was.
    QVERIFY(std::abs(edge(Edge::Start).x() - m_view->wordRect(10).left()) <= 1);
}

void TranscriptEdgesTest::theEndIsDragged()
{
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    // Longer than the model wanted: the source alone is the limit.
    drag(Edge::End, on(38, true));
    QCOMPARE(finished.last().first().value<Edge>(), Edge::End);
    QCOMPARE(finished.last().last().value<Milliseconds>(), Milliseconds{39s});
}

void TranscriptEdgesTest::theHalfOfAWordDecides_data()
{
    QTest::addColumn<bool>("isEnd");
    QTest::addColumn<bool>("isSecondHalf");
    QTest::addColumn<int>("second");
    QTest::newRow("start, first half") << false << false << 7;
    QTest::newRow("start, second half") << false << true << 8;
    QTest::newRow("end, first half") << true << false << 17;
    QTest::newRow("end, second half") << true << true << 18;
}

void TranscriptEdgesTest::theHalfOfAWordDecides()
{
    QFETCH(const bool, isEnd);
    QFETCH(const bool, isSecondHalf);
    QFETCH(const int, second);
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    drag(isEnd ? Edge::End : Edge::Start, on(isEnd ? 17 : 7, isSecondHalf));
    QCOMPARE(finished.last().last().value<Milliseconds>(), Milliseconds{second * 1000});
}

void TranscriptEdgesTest::neverShorterThanASecond()
{
    m_view->setSelected(spanMs(10000, 11500));
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    drag(Edge::Start, on(40));
    for (const auto &arguments : finished)
        QVERIFY(arguments.last().value<Milliseconds>() <= 10500ms);
}

void TranscriptEdgesTest::escapeLeavesIt()
{
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    QSignalSpy cancelled(m_view.get(), &TranscriptView::edgeDragCancelled);
    press(edge(Edge::Start));
    move(on(2));
    QVERIFY(std::abs(edge(Edge::Start).x() - m_view->wordRect(2).left()) <= 1);
    key(Qt::Key_Escape);
    release(on(2));
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(finished.isEmpty());
    QVERIFY(std::abs(edge(Edge::Start).x() - m_view->wordRect(10).left()) <= 1);
}

void TranscriptEdgesTest::anotherMomentEndsTheDrag()
{
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    QSignalSpy cancelled(m_view.get(), &TranscriptView::edgeDragCancelled);
    press(edge(Edge::Start));
    move(on(2));
    // The same again changes nothing.
    m_view->setSelected(spanMs(10000, 25000));
    QVERIFY(cancelled.isEmpty());
    m_view->setSelected(spanMs(15000, 30000));
    QCOMPARE(cancelled.size(), 1);
    release(on(2));
    QVERIFY(finished.isEmpty());
    QVERIFY(std::abs(edge(Edge::Start).x() - m_view->wordRect(15).left()) <= 1);
}

void TranscriptEdgesTest::aClickOnAnEdgeGoesThere()
{
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, edge(Edge::End));
    QCOMPARE(seeks.size(), 1);
    QCOMPARE(seeks.last().first().value<Milliseconds>(), Milliseconds{25s});
    QVERIFY(finished.isEmpty());
}

void TranscriptEdgesTest::thePointerTells()
{
    move(edge(Edge::Start), Qt::NoButton);
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::SizeHorCursor);
    move(on(12, true), Qt::NoButton);
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::IBeamCursor);
}

void TranscriptEdgesTest::nothingMovesWithoutASelection()
{
    const QPoint start = edge(Edge::Start);
    m_view->setSelected({});
    QVERIFY(m_view->edgeLine(Edge::Start).isNull());
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    press(start);
    move(on(2));
    release(on(2));
    QVERIFY(finished.isEmpty());
    // Far away: nothing to take on the screen.
    m_view->setSelected(spanMs(1500000, 1560000));
    QVERIFY(m_view->edgeLine(Edge::Start).isNull());
}

void TranscriptEdgesTest::lengthIsShown()
{
    const Colours colours = coloursFor(m_view->palette());
    const QRect all = m_view->viewport()->rect();
    const int before = count(colours.caution, all);
    press(edge(Edge::End));
    move(on(26, true));
    QVERIFY(count(colours.caution, all) > before + 100);
    // Between the limits it is not warned of.
    m_view->setLimits({10s, 30s});
    move(on(24, true));
    QCOMPARE(count(colours.caution, all), before);
    release(on(24, true));
}

void TranscriptEdgesTest::softEdgesAreShown()
{
    const QImage plain = picture();
    // The model had begun two words earlier and ended three words earlier.
    m_view->setSelected(spanMs(10000, 25000), spanMs(8000, 22000));
    const QImage soft = picture();
    const auto differs = [&](int word) {
        const QRect rect = m_view->wordRect(word);
        return plain.copy(rect) != soft.copy(rect);
    };
    for (const int word : {8, 9, 22, 23, 24})
        QVERIFY2(differs(word), qPrintable(QString::number(word)));
    for (const int word : {6, 7, 10, 15, 21, 25})
        QVERIFY2(!differs(word), qPrintable(QString::number(word)));
}

void TranscriptEdgesTest::cutWordsAreMarked()
{
    QImage before = picture();
    m_view->setSelected(spanMs(10000, 24400));
    QImage after = picture();
    QVERIFY(before != after);
    // The same words are in it; only the cut one looks otherwise.
    for (QImage *image : {&before, &after}) {
        QPainter painter(image);
        painter.fillRect(m_view->wordRect(24), Qt::black);
    }
    QCOMPARE(after, before);
}

void TranscriptEdgesTest::sentencesWithoutWords()
{
    Transcript transcript = ViralTest::interview(50);
    transcript.words.clear();
    transcript.wordTimes = TimeOrigin::None;
    m_view->setTranscript(TranscriptIndex(transcript));
    m_view->setSelected(spanMs(10000, 25000));
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    const QRect first = m_view->sentenceRect(1);
    drag(Edge::Start, QPoint(120, first.center().y()));
    QCOMPARE(finished.last().last().value<Milliseconds>(), Milliseconds{5s});
}

void TranscriptEdgesTest::rightToLeft()
{
    m_view->setTranscript(TranscriptIndex(
        ViralTest::transcriptOf({{u"لماذا"_s, u"أغلقنا"_s, u"الشركة"_s, u"في"_s, u"يوم"_s, u"واحد؟"_s}})));
    m_view->setSelected(spanMs(1000, 4000));
    QSignalSpy finished(m_view.get(), &TranscriptView::edgeDragFinished);
    // The start stands on the right of its word.
    QVERIFY(std::abs(edge(Edge::Start).x() - m_view->wordRect(1).right()) <= 2);
    QVERIFY(edge(Edge::End).x() < edge(Edge::Start).x());
    drag(Edge::End, on(4, false));
    QCOMPARE(finished.last().last().value<Milliseconds>(), Milliseconds{5s});
    drag(Edge::Start, on(0, true));
    QCOMPARE(finished.last().last().value<Milliseconds>(), Milliseconds{0s});
}

void TranscriptEdgesTest::draggingBelowTheViewScrolls()
{
    QSignalSpy moves(m_view.get(), &TranscriptView::edgeDragMoved);
    press(edge(Edge::End));
    move(QPoint(300, m_view->viewport()->height() + 60));
    QTRY_VERIFY(!moves.isEmpty() && moves.last().last().value<Milliseconds>() > 150s);
    release(QPoint(300, m_view->viewport()->height() + 60));
}

#include "tst_transcriptedges.moc"
