// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "tests/support/testregistry.h"

#include <QAbstractEventDispatcher>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// 2 000 sentences of five words of a second each; words are named after sentence and place: "s12w3".
class TranscriptViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void clickOnAWordSeeks();
    void clickOnTheTimeSeeksTheSentence();
    void dragSelectsWholeWords();
    void dragBackwards();
    void dragOverSentences();
    void dragBelowTheViewScrolls();
    void clickClearsTheSelection();
    void rangeFromOutside();
    void copies();
    void sentencesWithoutWords();

    void playingWordIsMarked();
    void aTextThatComesLateShowsWhatPlays();
    void estimatedTimesMarkNoWord();
    void playheadPaintsOnlyItsSentence();
    void follows();
    void scrollingSuspendsFollowing();
    void followingCanBeOff();

    void findShowsTheFirst();
    void findGoesRound();
    void findNothing();
    void findSurvivesANewTranscript();

    void momentsAreTinted();
    void selectedMomentHasEdges();
    void rejectedMomentsAreNotShown();

    void scrollsToBothEnds();
    void keysScroll();
    void wheelScrollsWithoutJumps();
    void farJumpsLandThere();
    void resizeKeepsTheTopSentence();
    void speakerNames();
    void otherScriptsStayInside();
    void emptyView();
    void hostileTranscript();
    void followsThePalette();

private:
    void press(const QPoint &place);
    void move(const QPoint &place);
    void release(const QPoint &place);
    /// A point on word \a word of sentence \a sentence, which must be on the screen.
    QPoint on(int sentence, int word) const;
    bool isOnScreen(int sentence) const { return !m_view->sentenceRect(sentence).isEmpty(); }
    QImage picture() const { return m_view->viewport()->grab().toImage(); }
    int count(const QColor &colour, const QRect &area) const;

    std::unique_ptr<TranscriptView> m_view;
};

VIRAL_TEST(TranscriptViewTest)

namespace {

constexpr int sentenceCount = 2000;

Transcript interview(int sentences = sentenceCount)
{
    Transcript transcript{.language = u"en"_s};
    for (int i = 0; i < sentences; ++i) {
        Sentence sentence{.text = QString(),
                          .span = spanMs(i * 5000, i * 5000 + 5000),
                          .speakerId = i % 10 < 3 ? u"host"_s : u"guest"_s};
        for (int w = 0; w < 5; ++w) {
            const QString text = u"s%1w%2"_s.arg(i).arg(w);
            const qint64 start = i * 5000 + w * 1000;
            transcript.words.append({.text = text, .span = spanMs(start, start + 1000), .sentenceIndex = i});
            sentence.text += (w == 0 ? QString() : u" "_s) + text;
        }
        transcript.sentences.append(sentence);
    }
    return transcript;
}

Milliseconds startOf(int sentence, int word = 0)
{
    return Milliseconds{sentence * 5000 + word * 1000};
}

} // namespace

void TranscriptViewTest::init()
{
    m_view = std::make_unique<TranscriptView>();
    m_view->setPalette(paletteOf(darkColours()));
    m_view->resize(700, 500);
    m_view->setTranscript(TranscriptIndex(interview()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TranscriptViewTest::cleanup()
{
    m_view.reset();
}

QPoint TranscriptViewTest::on(int sentence, int word) const
{
    const QRect box = m_view->sentenceRect(sentence);
    for (int x = 96; x < 600; ++x) {
        const QPoint place(x, box.bottom() - 8);
        if (m_view->timeAt(place) == startOf(sentence, word))
            return place + QPoint(3, 0);
    }
    return {};
}

void TranscriptViewTest::press(const QPoint &place)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, place);
}

void TranscriptViewTest::move(const QPoint &place)
{
    QMouseEvent event(QEvent::MouseMove, place, m_view->viewport()->mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                      {});
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

void TranscriptViewTest::release(const QPoint &place)
{
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, place);
}

int TranscriptViewTest::count(const QColor &colour, const QRect &area) const
{
    const QImage image = picture();
    int found = 0;
    for (int y = std::max(0, area.top()); y <= std::min(area.bottom(), image.height() - 1); ++y) {
        for (int x = area.left(); x <= std::min(area.right(), image.width() - 1); ++x)
            found += image.pixelColor(x, y) == colour;
    }
    return found;
}

void TranscriptViewTest::clickOnAWordSeeks()
{
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    for (const int word : {0, 2, 4}) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, on(3, word));
        QCOMPARE(seeks.last().first().value<Milliseconds>(), startOf(3, word));
    }
    QCOMPARE(seeks.count(), 3);
    QCOMPARE(ranges.count(), 0);
}

void TranscriptViewTest::clickOnTheTimeSeeksTheSentence()
{
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(40, on(4, 0).y()));
    QCOMPARE(seeks.last().first().value<Milliseconds>(), startOf(4));
}

void TranscriptViewTest::dragSelectsWholeWords()
{
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    press(on(3, 1));
    move(on(3, 3));
    QCOMPARE(ranges.count(), 0);
    QCOMPARE(*m_view->range(), (TimeSpan{startOf(3, 1), startOf(3, 4)}));
    release(on(3, 3));
    QCOMPARE(ranges.count(), 1);
    QCOMPARE(ranges.last().first().value<TimeSpan>(), (TimeSpan{startOf(3, 1), startOf(3, 4)}));
    QCOMPARE(seeks.count(), 0);
    QCOMPARE(m_view->selectedText(), u"s3w1 s3w2 s3w3"_s);
}

void TranscriptViewTest::dragBackwards()
{
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    press(on(3, 3));
    move(on(3, 1));
    release(on(3, 1));
    QCOMPARE(ranges.last().first().value<TimeSpan>(), (TimeSpan{startOf(3, 1), startOf(3, 4)}));
}

void TranscriptViewTest::dragOverSentences()
{
    press(on(2, 4));
    move(on(5, 0));
    release(on(5, 0));
    QCOMPARE(*m_view->range(), (TimeSpan{startOf(2, 4), startOf(5, 1)}));
    QVERIFY(m_view->selectedText().startsWith(u"s2w4 s3w0 s3w1"_s));
    QVERIFY(m_view->selectedText().endsWith(u"s4w4 s5w0"_s));
}

void TranscriptViewTest::dragBelowTheViewScrolls()
{
    const auto timers = [this] { return QAbstractEventDispatcher::instance()->registeredTimers(m_view.get()).size(); };
    const qsizetype before = timers();
    press(on(3, 1));
    move({200, 560});
    QTRY_VERIFY(!isOnScreen(3));
    QTRY_VERIFY(m_view->range()->end > startOf(30));
    QCOMPARE(timers(), before + 1);
    release({200, 560});
    QCOMPARE(m_view->range()->start, startOf(3, 1));
    // Nothing is left that would scroll on.
    QCOMPARE(timers(), before);
}

void TranscriptViewTest::clickClearsTheSelection()
{
    m_view->setRange(TimeSpan{startOf(1), startOf(2)});
    QVERIFY(m_view->range());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, on(3, 1));
    QVERIFY(!m_view->range());
    QCOMPARE(m_view->selectedText(), QString());
}

void TranscriptViewTest::rangeFromOutside()
{
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    m_view->setRange(TimeSpan{startOf(1, 2), startOf(1, 4)});
    QCOMPARE(m_view->selectedText(), u"s1w2 s1w3"_s);
    QCOMPARE(ranges.count(), 0);
    m_view->setRange(TimeSpan{-5s, -1s});
    QVERIFY(!m_view->range());
    m_view->setRange({});
    QVERIFY(!m_view->range());
}

void TranscriptViewTest::copies()
{
    QGuiApplication::clipboard()->setText(u"before"_s);
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    m_view->setRange(TimeSpan{startOf(1, 3), startOf(2, 1)});
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"s1w3 s1w4 s2w0"_s);
}

void TranscriptViewTest::sentencesWithoutWords()
{
    Transcript transcript = interview(30);
    transcript.words.clear();
    transcript.wordTimes = TimeOrigin::None;
    m_view->setTranscript(TranscriptIndex(transcript));
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    const QPoint second(150, m_view->sentenceRect(2).bottom() - 8);
    const QPoint fourth(150, m_view->sentenceRect(4).bottom() - 8);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(seeks.last().first().value<Milliseconds>(), startOf(2));
    press(second);
    move(fourth);
    release(fourth);
    QCOMPARE(ranges.last().first().value<TimeSpan>(), (TimeSpan{startOf(2), startOf(5)}));
    m_view->setRange(TimeSpan{startOf(3), startOf(4)});
    QCOMPARE(m_view->selectedText(), u"s3w0 s3w1 s3w2 s3w3 s3w4"_s);
    m_view->setPlayhead(startOf(4));
    QVERIFY(count(darkColours().accent, QRect(0, m_view->sentenceRect(4).top(), 80, 60)) > 0);
}

void TranscriptViewTest::playingWordIsMarked()
{
    const QRect box = m_view->sentenceRect(3);
    QCOMPARE(count(darkColours().accent, box), 0);
    m_view->setPlayhead(startOf(3, 2) + 500ms);
    QVERIFY(count(darkColours().accent, box) > 200);
    const QImage there = picture();
    QCOMPARE(there.pixelColor(on(3, 2) - QPoint(2, 8)), darkColours().accent);
    m_view->setPlayhead(startOf(3, 3));
    QVERIFY(picture().pixelColor(on(3, 2) - QPoint(2, 8)) != darkColours().accent);
}

void TranscriptViewTest::aTextThatComesLateShowsWhatPlays()
{
    const TranscriptIndex index = m_view->index();
    m_view->setTranscript({});
    m_view->setPlayhead(startOf(28, 2));
    m_view->setTranscript(index);
    const QRect box = m_view->sentenceRect(28);
    QVERIFY(m_view->viewport()->rect().contains(box.center()));
    QVERIFY(count(darkColours().accent, box) > 200);
}

void TranscriptViewTest::estimatedTimesMarkNoWord()
{
    Transcript transcript = interview(30);
    transcript.wordTimes = TimeOrigin::Estimated;
    m_view->setTranscript(TranscriptIndex(transcript));
    m_view->setPlayhead(startOf(3, 2));
    // The sentence is marked in the margin, no word is.
    const QRect box = m_view->sentenceRect(3);
    QVERIFY(count(darkColours().accent, QRect(0, box.top(), 90, box.height())) > 0);
    QCOMPARE(count(darkColours().accent, box.adjusted(96, 0, 0, 0)), 0);
}

void TranscriptViewTest::playheadPaintsOnlyItsSentence()
{
    class PaintedArea : public QObject
    {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                region += static_cast<QPaintEvent *>(event)->region();
            return false;
        }
        QRegion region;
    } painted;
    m_view->setPlayhead(startOf(3, 1));
    QCoreApplication::processEvents();
    m_view->viewport()->installEventFilter(&painted);
    m_view->setPlayhead(startOf(3, 2));
    QTRY_VERIFY(!painted.region.isEmpty());
    QVERIFY(m_view->sentenceRect(3).contains(painted.region.boundingRect()));
    painted.region = {};
    m_view->setPlayhead(startOf(3, 2) + 100ms);
    QCoreApplication::processEvents();
    QVERIFY(painted.region.isEmpty());
}

void TranscriptViewTest::follows()
{
    m_view->setPlaying(true);
    m_view->setPlayhead(startOf(2));
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    m_view->setPlayhead(startOf(1000));
    QVERIFY(isOnScreen(1000));
    const QRect box = m_view->sentenceRect(1000);
    QVERIFY(box.top() >= 0 && box.bottom() < m_view->viewport()->height() / 2);
    m_view->setPlayhead(startOf(10));
    QVERIFY(isOnScreen(10));
}

void TranscriptViewTest::scrollingSuspendsFollowing()
{
    m_view->setPlaying(true);
    QWheelEvent event(QPointF(200, 200), m_view->viewport()->mapToGlobal(QPointF(200, 200)), {}, {0, -120},
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QVERIFY(m_view->isFollowSuspended());
    m_view->setPlayhead(startOf(1000));
    QVERIFY(!isOnScreen(1000));
    m_view->setPlaying(true);
    QVERIFY(!m_view->isFollowSuspended());
    QVERIFY(isOnScreen(1000));
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QVERIFY(m_view->isFollowSuspended());
}

void TranscriptViewTest::followingCanBeOff()
{
    m_view->setFollowing(false);
    m_view->setPlayhead(startOf(1000));
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    m_view->setFollowing(true);
    QVERIFY(isOnScreen(1000));
}

void TranscriptViewTest::findShowsTheFirst()
{
    QSignalSpy changes(m_view.get(), &TranscriptView::matchesChanged);
    QCOMPARE(m_view->find(u"S1500W"_s), 5);
    QVERIFY(isOnScreen(1500));
    QCOMPARE(m_view->currentMatch(), 0);
    QCOMPARE(changes.last(), (QVariantList{0, 5}));
    QVERIFY(count(darkColours().findArea, m_view->sentenceRect(1500)) > 200);
    QCOMPARE(count(darkColours().findArea, m_view->sentenceRect(1501)), 0);
    // From what is on the screen on, not from the beginning.
    m_view->find(u"w4"_s);
    QVERIFY(m_view->currentMatch() > 1400);
    QVERIFY(isOnScreen(1500));
}

void TranscriptViewTest::findGoesRound()
{
    m_view->find(u"s77w"_s);
    QCOMPARE(m_view->matchCount(), 5);
    m_view->findPrevious();
    QCOMPARE(m_view->currentMatch(), 4);
    m_view->findNext();
    QCOMPARE(m_view->currentMatch(), 0);
    m_view->findNext();
    QCOMPARE(m_view->currentMatch(), 1);
}

void TranscriptViewTest::findNothing()
{
    QSignalSpy changes(m_view.get(), &TranscriptView::matchesChanged);
    QCOMPARE(m_view->find(u"nowhere"_s), 0);
    QCOMPARE(changes.last(), (QVariantList{-1, 0}));
    m_view->findNext();
    m_view->findPrevious();
    QCOMPARE(m_view->currentMatch(), -1);
    m_view->find(u"s7w0"_s);
    QCOMPARE(m_view->find(QString()), 0);
    QCOMPARE(count(darkColours().findArea, m_view->viewport()->rect()), 0);
}

void TranscriptViewTest::findSurvivesANewTranscript()
{
    m_view->find(u"s20w"_s);
    m_view->setTranscript(TranscriptIndex(interview(30)));
    QCOMPARE(m_view->matchCount(), 5);
    m_view->setTranscript(TranscriptIndex());
    QCOMPARE(m_view->matchCount(), 0);
    QCOMPARE(m_view->currentMatch(), -1);
    m_view->findNext();
}

void TranscriptViewTest::momentsAreTinted()
{
    const QImage before = picture();
    m_view->setMoments({{.id = {u"a"_s}, .span = {startOf(2, 1), startOf(4)}, .decision = Decision::Kept}});
    const QImage after = picture();
    const auto ground = [&](const QImage &image, int sentence, int word) {
        return image.pixelColor(on(sentence, word) - QPoint(2, 10));
    };
    QCOMPARE(ground(after, 2, 0), ground(before, 2, 0));
    QVERIFY(ground(after, 2, 1) != ground(before, 2, 1));
    QVERIFY(ground(after, 3, 4) != ground(before, 3, 4));
    QCOMPARE(ground(after, 4, 0), ground(before, 4, 0));
    // Kept is also told by a line beside the text.
    QVERIFY(count(darkColours().good, m_view->sentenceRect(3)) > 20);
    QCOMPARE(count(darkColours().good, m_view->sentenceRect(4)), 0);
}

void TranscriptViewTest::selectedMomentHasEdges()
{
    m_view->setSelected(TimeSpan{startOf(2, 1), startOf(4, 3)});
    const auto edgePixels = [this](int sentence) {
        return count(darkColours().accent, m_view->sentenceRect(sentence));
    };
    QVERIFY(edgePixels(2) >= 30);
    QCOMPARE(edgePixels(3), 0);
    QVERIFY(edgePixels(4) >= 30);
    QVERIFY(count(darkColours().accentArea, m_view->sentenceRect(3)) > 500);
    QCOMPARE(count(darkColours().accentArea, m_view->sentenceRect(5)), 0);
    m_view->setSelected({});
    QCOMPARE(count(darkColours().accentArea, m_view->viewport()->rect()), 0);
}

void TranscriptViewTest::rejectedMomentsAreNotShown()
{
    const QImage before = picture();
    m_view->setMoments({{.id = {u"a"_s}, .span = {startOf(2, 1), startOf(4)}, .decision = Decision::Rejected}});
    QCOMPARE(picture(), before);
}

void TranscriptViewTest::scrollsToBothEnds()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->setValue(bar->maximum());
    QVERIFY(isOnScreen(sentenceCount - 1));
    QVERIFY(m_view->sentenceRect(sentenceCount - 1).bottom() <= m_view->viewport()->height());
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(0);
    QVERIFY(isOnScreen(0));
    QCOMPARE(m_view->sentenceRect(0).top(), 0);
}

void TranscriptViewTest::keysScroll()
{
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(isOnScreen(sentenceCount - 1));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->sentenceRect(0).top(), 0);
    const int before = m_view->sentenceRect(5).top();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->sentenceRect(5).top(), before - m_view->verticalScrollBar()->singleStep());
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->sentenceRect(5).top(), before);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QVERIFY(!isOnScreen(2));
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(isOnScreen(2));
}

void TranscriptViewTest::wheelScrollsWithoutJumps()
{
    // Guessed heights become exact above and below; what can be seen moves by the step and nothing else.
    m_view->resize(260, 500);
    m_view->reveal(startOf(1000));
    QScrollBar *bar = m_view->verticalScrollBar();
    for (int i = 0; i < 60; ++i) {
        const int step = i < 30 ? -37 : 41;
        const auto [first, end] = m_view->visibleSentences();
        const int middle = (first + end) / 2;
        const int before = m_view->sentenceRect(middle).bottom();
        bar->setValue(bar->value() + step);
        QCOMPARE(m_view->sentenceRect(middle).bottom(), before - step);
    }
}

void TranscriptViewTest::farJumpsLandThere()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    for (const int percent : {80, 20, 55, 3, 97}) {
        bar->setValue(int(qint64(bar->maximum()) * percent / 100));
        const auto [first, end] = m_view->visibleSentences();
        QVERIFY(std::abs(first - sentenceCount * percent / 100) < sentenceCount / 25);
        QVERIFY(end > first + 3);
    }
}

void TranscriptViewTest::resizeKeepsTheTopSentence()
{
    m_view->reveal(startOf(1000));
    const int first = m_view->visibleSentences().first;
    m_view->resize(300, 500);
    QCOMPARE(m_view->visibleSentences().first, first);
    m_view->resize(900, 400);
    QCOMPARE(m_view->visibleSentences().first, first);
}

void TranscriptViewTest::speakerNames()
{
    QCOMPARE(m_view->speakerName(0), u"host"_s);
    m_view->setSpeakerNames({{u"host"_s, u"Anna"_s}});
    QCOMPARE(m_view->speakerName(0), u"Anna"_s);
    QCOMPARE(m_view->speakerName(5), u"guest"_s);
    // Without a name there is no line for it.
    const int named = m_view->sentenceRect(0).height();
    m_view->setSpeakerNames({{u"host"_s, QString()}});
    QVERIFY(m_view->sentenceRect(0).height() < named);
}

void TranscriptViewTest::otherScriptsStayInside()
{
    Transcript transcript = interview(4);
    transcript.sentences[0].text = u"Verantwortungsübernahmegesellschaftsvorstandsvorsitzender"_s.repeated(4);
    transcript.sentences[1].text = u"静かな立ち上げが成功した理由は、誰も値段を聞かなかったからです。"_s.repeated(4);
    transcript.sentences[2].text = u"لماذا أغلقنا الشركة في يوم واحد ولم يسأل أحد عن السبب"_s.repeated(3);
    m_view->setTranscript(TranscriptIndex(transcript));
    m_view->resize(400, 500);
    QCoreApplication::processEvents();
    const QImage image = picture();
    const int edge = m_view->viewport()->width() - 12;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = edge; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, y), darkColours().base);
    }
}

void TranscriptViewTest::emptyView()
{
    TranscriptView view;
    view.resize(300, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy seeks(&view, &TranscriptView::seekRequested);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(150, 50));
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End, Qt::Key_Down, Qt::Key_PageDown})
        QTest::keyClick(&view, key);
    view.setPlayhead(5s);
    view.setRange(spanMs(0, 1000));
    view.setSelected(spanMs(0, 1000));
    QCOMPARE(view.find(u"a"_s), 0);
    view.reveal(3s);
    QVERIFY(!view.timeAt({5, 5}));
    QCOMPARE(view.visibleSentences(), std::pair(0, 0));
    QCOMPARE(seeks.count(), 0);
    QVERIFY(!view.grab().isNull());
}

void TranscriptViewTest::hostileTranscript()
{
    Transcript transcript;
    transcript.sentences = {{.text = QString(300000, u'W'), .span = spanMs(0, 10)},
                            {.text = QString(), .span = spanMs(10, 5), .speakerId = QString(5000, u'x')},
                            {.text = u"a\nb\u2028c\0d <b>e</b> \u202e f"_s, .span = spanMs(20, 20)},
                            {.text = QString(u"ab "_s).repeated(100000), .span = spanMs(30, 40)}};
    for (int i = 0; i < 50000; ++i)
        transcript.words.append({.text = u"ab"_s, .span = spanMs(30, 30), .sentenceIndex = 3});
    m_view->setTranscript(TranscriptIndex(transcript));
    m_view->setMoments({{.id = {u"a"_s}, .span = spanMs(-100, 1000000)}, {.id = {u"b"_s}, .span = spanMs(35, 5)}});
    m_view->setSelected(spanMs(-100, 1000000));
    // More places than anybody walks through are not counted.
    QCOMPARE(m_view->find(u"b"_s), 100000);
    QScrollBar *bar = m_view->verticalScrollBar();
    for (int i = 0; i <= 20; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * i / 20));
        QVERIFY(!m_view->grab().isNull());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(200, 20 * i));
    }
}

void TranscriptViewTest::followsThePalette()
{
    QCOMPARE(picture().pixelColor(2, 2), darkColours().base);
    m_view->setPalette(paletteOf(lightColours()));
    QCOMPARE(picture().pixelColor(2, 2), lightColours().base);
}

#include "tst_transcriptview.moc"
