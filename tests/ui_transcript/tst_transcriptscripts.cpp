// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_transcript/transcriptfixture.h"

#include "tests/support/testregistry.h"

#include <QSignalSpy>

using namespace Viral;
using namespace Qt::StringLiterals;

/// Words chosen, found and followed in writing that runs from the right or has no spaces.
class TranscriptScriptsTest : public QObject, private ViralTest::TranscriptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_view.reset(); }

    void everyWordCanBeClicked_data() { scripts(); }
    void everyWordCanBeClicked();
    void wordsAreDrawnOver_data() { scripts(); }
    void wordsAreDrawnOver();
    void thePlayingWordIsMarkedAlone_data() { scripts(); }
    void thePlayingWordIsMarkedAlone();
    void wordsAreFoundAndMarked_data() { scripts(); }
    void wordsAreFoundAndMarked();
    void wordsStandInReadingOrder_data() { scripts(); }
    void wordsStandInReadingOrder();
    void mixedDirectionsInOneSentence();

private:
    static void scripts();
    void open();
};

VIRAL_TEST(TranscriptScriptsTest)

void TranscriptScriptsTest::scripts()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("between");
    QTest::addColumn<bool>("isRightToLeft");
    QTest::newRow("Latin") << QStringList{u"The"_s, u"quiet"_s, u"launch"_s, u"worked."_s} << u" "_s << false;
    QTest::newRow("Arabic") << QStringList{u"لماذا"_s, u"أغلقنا"_s, u"الشركة"_s, u"اليوم؟"_s} << u" "_s << true;
    QTest::newRow("Hebrew") << QStringList{u"למה"_s, u"סגרנו"_s, u"את"_s, u"החברה?"_s} << u" "_s << true;
    QTest::newRow("Japanese") << QStringList{u"静かな"_s, u"立ち上げ"_s, u"が"_s, u"成功した。"_s} << QString()
                              << false;
    QTest::newRow("Chinese") << QStringList{u"我们"_s, u"为什么"_s, u"关闭"_s, u"公司？"_s} << QString() << false;
    QTest::newRow("Thai") << QStringList{u"ทำไม"_s, u"เรา"_s, u"ปิด"_s, u"บริษัท"_s} << QString() << false;
    QTest::newRow("beyond the first plane") << QStringList{u"𠮷野"_s, u"𩸽"_s, u"が"_s, u"🎉。"_s} << QString() << false;
}

void TranscriptScriptsTest::open()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, between);
    makeView(ViralTest::transcriptOf({words, words}, between));
}

void TranscriptScriptsTest::everyWordCanBeClicked()
{
    open();
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    for (int word = 0; word < 8; ++word) {
        QVERIFY(m_view->wordRect(word).width() > 3);
        for (const bool isSecondHalf : {false, true}) {
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, on(word, isSecondHalf));
            QCOMPARE(seeks.last().first().value<Milliseconds>(), Milliseconds{word * 1000});
        }
    }
}

void TranscriptScriptsTest::wordsAreDrawnOver()
{
    open();
    QFETCH(const QStringList, words);
    QFETCH(const QString, between);
    QSignalSpy ranges(m_view.get(), &TranscriptView::rangeSelected);
    press(on(1));
    move(on(2));
    release(on(2));
    QCOMPARE(ranges.last().first().value<TimeSpan>(), spanMs(1000, 3000));
    QCOMPARE(m_view->selectedText(), words.mid(1, 2).join(between));
    press(on(6));
    move(on(3));
    release(on(3));
    QCOMPARE(m_view->range(), spanMs(3000, 7000));
}

void TranscriptScriptsTest::thePlayingWordIsMarkedAlone()
{
    open();
    const QColor accent = coloursFor(m_view->palette()).accent;
    for (int word = 0; word < 4; ++word) {
        m_view->setPlayhead(Milliseconds{word * 1000 + 500});
        const QRect own = m_view->wordRect(word);
        QVERIFY(count(accent, own) > own.width() * own.height() / 4);
        for (int other = 0; other < 4; ++other) {
            if (other != word)
                QVERIFY(count(accent, m_view->wordRect(other).adjusted(2, 0, -2, 0)) == 0);
        }
    }
}

void TranscriptScriptsTest::wordsAreFoundAndMarked()
{
    open();
    QFETCH(const QStringList, words);
    QCOMPARE(m_view->find(words.at(1)), 2);
    const QColor found = coloursFor(m_view->palette()).findArea;
    for (const int word : {1, 5})
        QVERIFY(count(found, m_view->wordRect(word)) > 20);
    for (const int word : {0, 3})
        QCOMPARE(count(found, m_view->wordRect(word).adjusted(3, 0, -3, 0)), 0);
    m_view->findNext();
    QCOMPARE(m_view->currentMatch(), 1);
}

void TranscriptScriptsTest::wordsStandInReadingOrder()
{
    open();
    QFETCH(const bool, isRightToLeft);
    for (int word = 0; word < 3; ++word) {
        const bool isAfter = m_view->wordRect(word + 1).center().x() > m_view->wordRect(word).center().x();
        QCOMPARE(isAfter, !isRightToLeft);
    }
    m_view->startCaret();
    for (int word = 1; word < 6; ++word) {
        key(isRightToLeft ? Qt::Key_Left : Qt::Key_Right);
        QCOMPARE(m_view->caretWord(), word);
    }
}

void TranscriptScriptsTest::mixedDirectionsInOneSentence()
{
    makeView(ViralTest::transcriptOf({{u"قال"_s, u"OpenAI"_s, u"GPT"_s, u"جيد"_s}}));
    QSignalSpy seeks(m_view.get(), &TranscriptView::seekRequested);
    for (int word = 0; word < 4; ++word) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, on(word));
        QCOMPARE(seeks.last().first().value<Milliseconds>(), Milliseconds{word * 1000});
    }
    m_view->startCaret();
    m_view->setSelected(spanMs(1000, 3000));
    QVERIFY(!m_view->edgeLine(Edge::Start).isNull());
    QVERIFY(!m_view->edgeLine(Edge::End).isNull());
}

#include "tst_transcriptscripts.moc"
