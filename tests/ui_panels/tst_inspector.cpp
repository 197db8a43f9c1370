// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/clipcheck.h"
#include "ui/panels/copypanel.h"
#include "ui/panels/evidenceview.h"
#include "ui/panels/furthermetrics.h"
#include "ui/panels/notice.h"
#include "ui/panels/posteditor.h"
#include "ui/panels/quoteview.h"
#include "ui/panels/scorebar.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/wordspanel.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;

// What the inspector tells of a moment's words: evidence, quote, names and numbers, edges.
class InspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scoresShowTheirWords();
    void evidenceIsReachedByKey();
    void evidenceIsReadAloud();
    void evidenceNeedsTheHeightItTakes_data();
    void evidenceNeedsTheHeightItTakes();
    void noTranscriptNoClaims();
    void scoreBarsSpeakTheirValue();
    void quoteSaysHowItStands();
    void spokenQuoteIsTaken();
    void unsaidFactsAreMarked();
    void brandOfTheRequestIsKnown();
    void xCountsItsOwnWay();
    void whatIsCutIsShownAndCut();
    void edgesTellTheirStory();
    void repairTakesTheQuestionIn();
    void repairSaysWhyNot();
    void furtherMetricsAreEdited();
    void furtherMetricKeepsItsKind();

private:
    void edit(const Edit &edit) { QVERIFY(m_document->apply({edit})); }
    MomentId id() const { return m_document->currentMoment(); }
    const Moment &current() const { return m_document->current()->current; }

    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
};

VIRAL_TEST(InspectorTest)

namespace {

/// A question, its answer from 10 to 60 s (the moment), and more; ten seconds a sentence.
Work answerWork()
{
    Work work = ViralTest::evenWork(1);
    Transcript transcript;
    transcript.language = u"en"_s;
    const QStringList texts{
        u"Why did the shop close in March?"_s,      u"That was the rent, eleven thousand dollars."_s,
        u"We were terrified of the landlord."_s,    u"You should never sign in a hurry."_s,
        u"Nobody in Paris told us about it."_s,     u"It turns out the bank knew."_s,
        u"So we sold the chairs and the tables."_s, u"Then we left."_s};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qint64 start = i * 10'000;
        transcript.sentences.append({texts.at(i), spanMs(start, start + 10'000), i == 0 ? u"S0"_s : u"S1"_s});
        const QStringList words = texts.at(i).split(u' ');
        for (qsizetype w = 0; w < words.size(); ++w)
            transcript.words.append({words.at(w),
                                     spanMs(start + 10'000 * w / words.size(), start + 10'000 * (w + 1) / words.size()),
                                     static_cast<int>(i)});
    }
    work.request.transcript = transcript;
    work.index = TranscriptIndex(transcript);
    Moment &moment = work.outcome.result.moments[0];
    moment.span = spanMs(10'000, 60'000);
    moment.title = u"The Rent That Closed The Shop"_s;
    moment.hook = u"That was the rent"_s;
    moment.quote = u"We were terrified of the landlady"_s;
    moment.scorecard.further = {{u"pace_score"_s, "7"}, {u"mood"_s, "\"tense\""}, {u"parts"_s, "[1,2]"}};
    FunnelEntry entry{.number = 0, .proposed = spanMs(12'000, 58'000), .refined = moment.span};
    entry.adjustments = {{u"start"_s, u"to the start of a sentence"_s}, {u"end"_s, u"to the end of a sentence"_s}};
    work.outcome.funnel.entries = {entry};
    return work;
}

bool shows(const QWidget &panel, const QString &part)
{
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel) && label->text().contains(part))
            return true;
    }
    return false;
}

/// The words that speak for some score, by those told by weight.
QStringList weightyWords(const QWidget &panel)
{
    QStringList words;
    for (const EvidenceView *view : panel.findChildren<EvidenceView *>()) {
        for (const Evidence &each : view->isVisibleTo(&panel) ? view->evidence() : QList<Evidence>())
            words.append(each.quote.mid(each.begin, each.length));
    }
    return words;
}

QStringList textsOfEvidence(const QWidget &panel)
{
    QStringList texts;
    for (const EvidenceView *view : panel.findChildren<EvidenceView *>()) {
        if (view->isVisibleTo(&panel))
            texts.append(view->text());
    }
    return texts;
}

QPlainTextEdit *field(const QWidget &panel, const QString &name)
{
    for (QPlainTextEdit *edit : panel.findChildren<QPlainTextEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

QString notices(const QWidget &panel)
{
    QStringList texts;
    for (const Notice *notice : panel.findChildren<Notice *>()) {
        if (notice->isVisibleTo(&panel))
            texts.append(notice->text());
    }
    return texts.join(u'\n');
}

/// Where the words of a link stand.
QPoint placeOfLink(QWidget &label)
{
    for (int y = 2; y < label.height(); y += 4) {
        for (int x = 2; x < label.width(); x += 8) {
            QMouseEvent move(QEvent::MouseMove, QPointF(x, y), label.mapToGlobal(QPointF(x, y)), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&label, &move);
            if (label.cursor().shape() == Qt::PointingHandCursor)
                return {x, y};
        }
    }
    return {-1, -1};
}

} // namespace

void InspectorTest::init()
{
    m_document.reset();
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_document->open(answerWork());
}

void InspectorTest::scoresShowTheirWords()
{
    ScoresPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    QVERIFY(weightyWords(panel).contains(u"terrified"_s));
    QVERIFY(weightyWords(panel).contains(u"eleven thousand dollars"_s));
    QVERIFY(weightyWords(panel).contains(u"turns out"_s));
    QVERIFY(textsOfEvidence(panel).contains(u"No words in the clip speak for this score."_s));
    QVERIFY(textsOfEvidence(panel).join(u'\n').contains(u"feeling “We were terrified of the landlord"_s));
    QSignalSpy chosen(&panel, &ScoresPanel::wordsChosen);
    auto *emotion = panel.findChildren<EvidenceView *>().at(static_cast<int>(Metric::EmotionalImpact));
    const QPoint link = placeOfLink(*emotion);
    QVERIFY(link.x() >= 0);
    QTest::mouseClick(emotion, Qt::LeftButton, {}, link);
    QCOMPARE(chosen.size(), 1);
    const auto span = chosen.constFirst().constFirst().value<TimeSpan>();
    QVERIFY(current().span.contains(span.start));
    // Another clip has other words.
    edit(SpanEdit{id(), spanMs(60'000, 80'000)});
    QVERIFY(!weightyWords(panel).contains(u"terrified"_s));
}

void InspectorTest::evidenceIsReachedByKey()
{
    ScoresPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    auto *emotion = panel.findChildren<EvidenceView *>().at(static_cast<int>(Metric::EmotionalImpact));
    QSignalSpy chosen(&panel, &ScoresPanel::wordsChosen);
    QApplication::setActiveWindow(&panel);
    emotion->setFocus(Qt::TabFocusReason);
    QCOMPARE(emotion->focusedQuote(), 0);
    QTest::keyClick(emotion, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<TimeSpan>(), emotion->evidence().constFirst().span);
    // Tab goes from quote to quote and on to what comes behind them.
    for (int number = 1; number < emotion->evidence().size(); ++number) {
        QTest::keyClick(emotion, Qt::Key_Tab);
        QCOMPARE(emotion->focusedQuote(), number);
    }
    QTest::keyClick(emotion, Qt::Key_Tab);
    QVERIFY(!emotion->hasFocus());
    emotion->setFocus(Qt::BacktabFocusReason);
    QCOMPARE(emotion->focusedQuote(), int(emotion->evidence().size()) - 1);
}

void InspectorTest::evidenceIsReadAloud()
{
    ScoresPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    auto *emotion = panel.findChildren<EvidenceView *>().at(static_cast<int>(Metric::EmotionalImpact));
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(emotion);
    QVERIFY(access);
    QCOMPARE(access->text(QAccessible::Name), u"Words behind Emotional impact"_s);
    QCOMPARE(access->text(QAccessible::Description), emotion->text());
    QCOMPARE(access->childCount(), int(emotion->evidence().size()));
    QVERIFY(access->childCount() > 0);
    QAccessibleInterface *quote = access->child(0);
    QCOMPARE(quote->role(), QAccessible::Link);
    QVERIFY(emotion->text().startsWith(quote->text(QAccessible::Name)));
    QCOMPARE(access->childAt(quote->rect().center().x(), quote->rect().center().y()), quote);
    QSignalSpy chosen(&panel, &ScoresPanel::wordsChosen);
    quote->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(chosen.size(), 1);
    edit(SpanEdit{id(), spanMs(60'000, 80'000)});
    QVERIFY(!access->child(9));
}

void InspectorTest::evidenceNeedsTheHeightItTakes_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const char *window = direction == Qt::LeftToRight ? "" : ", mirrored";
        QTest::addRow("a few words%s", window) << u"So it was"_s << direction;
        QTest::addRow("many words%s", window) << u"and so it was said again "_s.repeated(12) << direction;
        QTest::addRow("one long word%s", window) << QString(200, u'w') << direction;
        QTest::addRow("right to left%s", window) << u"הדירה הייתה גדולה "_s.repeated(12) << direction;
        QTest::addRow("without spaces%s", window) << u"家賃は高かった"_s.repeated(12) << direction;
        QTest::addRow("a line break%s", window) << u"one\ntwo\u2028three"_s << direction;
    }
}

void InspectorTest::evidenceNeedsTheHeightItTakes()
{
    QFETCH(const QString, quote);
    QFETCH(const Qt::LayoutDirection, direction);
    EvidenceView view;
    view.setLayoutDirection(direction);
    view.setContentsMargins(0, 0, 0, 8);
    view.setEvidence({{.quote = quote, .begin = 0, .length = 3, .span = spanMs(0, 5)},
                      {.quote = quote, .begin = 0, .length = int(quote.size()), .span = spanMs(5, 9)}});
    int before = 0;
    for (const int width : {600, 300, 150, 600, 80}) {
        view.resize(width, view.heightForWidth(width));
        const QRect inside = view.contentsRect();
        QVERIFY(inside.contains(view.quoteRect(0)));
        QVERIFY(inside.contains(view.quoteRect(1)));
        QVERIFY(!view.quoteRect(0).intersects(view.quoteRect(1)));
        if (width < 600)
            QVERIFY(view.height() >= before);
        before = view.height();
    }
    // Nothing of what it was tried at before is left.
    EvidenceView anew;
    anew.setLayoutDirection(direction);
    anew.setContentsMargins(0, 0, 0, 8);
    anew.setEvidence(view.evidence());
    QCOMPARE(anew.heightForWidth(80), view.height());
    view.setEvidence({});
    QCOMPARE(view.focusPolicy(), Qt::NoFocus);
    QVERIFY(view.heightForWidth(600) < anew.heightForWidth(600));
}

void InspectorTest::noTranscriptNoClaims()
{
    Work work = answerWork();
    work.request.transcript = {};
    work.index = {};
    m_document->open(std::move(work));
    ScoresPanel scores(*m_document);
    WordsPanel words(*m_document);
    CopyPanel posts(*m_document);
    for (QWidget *panel : QList<QWidget *>{&scores, &words, &posts})
        panel->show();
    QVERIFY(shows(scores, u"transcript is not here"_s));
    QVERIFY(!shows(scores, u"No words in the clip"_s));
    QVERIFY(shows(words, u"Without the transcript"_s));
    edit(TextEdit{id(), TextField::Hook, u"They went to Berlin with 7 bags"_s});
    QCOMPARE(notices(words), QString());
    QCOMPARE(notices(posts), QString());
    m_document->close();
    QVERIFY(shows(scores, u"Nothing is open."_s));
    QVERIFY(shows(posts, u"Nothing is open."_s));
}

void InspectorTest::scoreBarsSpeakTheirValue()
{
    ScoresPanel panel(*m_document);
    panel.show();
    auto *bar = panel.findChildren<ScoreBar *>().constFirst();
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(bar);
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Slider);
    QAccessibleValueInterface *value = access->valueInterface();
    QVERIFY(value);
    QCOMPARE(value->minimumValue().toInt(), 1);
    QCOMPARE(value->maximumValue().toInt(), 10);
    value->setCurrentValue(8);
    QCOMPARE(current().scorecard.score(Metric::Shareability), 8);
    QCOMPARE(value->currentValue().toInt(), 8);
    value->setCurrentValue(99);
    QCOMPARE(current().scorecard.score(Metric::Shareability), 10);
}

void InspectorTest::quoteSaysHowItStands()
{
    WordsPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    QVERIFY(shows(panel, u"Nearly"_s));
    QVERIFY(shows(panel, u"landlady</s>"_s));
    QPlainTextEdit *quote = field(panel, u"Quote"_s);
    quote->selectAll();
    QTest::keyClicks(quote, u"nobody in paris told us"_s);
    QVERIFY(shows(panel, u"word for word"_s));
    quote->selectAll();
    QTest::keyClicks(quote, u"A completely different line about whales"_s);
    QVERIFY(shows(panel, u"Not said in the clip"_s));
}

void InspectorTest::spokenQuoteIsTaken()
{
    WordsPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    auto *take = panel.findChild<QuoteView *>()->findChild<QPushButton *>();
    QVERIFY(take->isVisible());
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(*current().quote, u"We were terrified of the landlord."_s);
    QVERIFY(!take->isVisible());
    QVERIFY(shows(panel, u"word for word"_s));
    QVERIFY(m_document->undo());
    QCOMPARE(*current().quote, u"We were terrified of the landlady"_s);
}

void InspectorTest::unsaidFactsAreMarked()
{
    WordsPanel words(*m_document);
    CopyPanel posts(*m_document);
    words.resize(400, 900);
    words.show();
    posts.show();
    QPlainTextEdit *hook = field(words, u"Hook"_s);
    hook->selectAll();
    QTest::keyClicks(hook, u"They paid 11,000 in Paris and 12 in Rome"_s);
    QCOMPARE(notices(words), u"Not said in the clip: “12”, “Rome”"_s);
    QCOMPARE(hook->extraSelections().size(), 2);
    QCOMPARE(hook->extraSelections().constFirst().cursor.selectedText(), u"12"_s);
    auto *post = posts.findChildren<PostEditor *>().constFirst()->findChild<QPlainTextEdit *>();
    post->setPlainText(u"how Acme lost it"_s);
    QVERIFY(notices(posts).contains(u"“Acme”"_s));
    post->setPlainText(u"how they lost it"_s);
    QVERIFY(!notices(posts).contains(u"“Acme”"_s));
}

void InspectorTest::brandOfTheRequestIsKnown()
{
    Work work = answerWork();
    work.request.metadata = {{u"brand"_s, "\"Acme\""}};
    work.speakers = {u"Ada Lovelace"_s};
    work.outcome.result.moments[0].hook = u"at Acme, with Ada Lovelace and Bob"_s;
    m_document->open(std::move(work));
    WordsPanel words(*m_document);
    QCOMPARE(notices(words), u"Not said in the clip: “Bob”"_s);
}

void InspectorTest::xCountsItsOwnWay()
{
    CopyPanel panel(*m_document);
    panel.show();
    auto *editor = panel.findChildren<PostEditor *>().constFirst();
    editor->findChild<QPlainTextEdit *>()->setPlainText(u"日本 https://example.com/a/very/long/address/that/counts"_s);
    QVERIFY(shows(*editor, u"28 / 280 as X counts"_s));
    QVERIFY(shows(*editor, u"/ 280 ·"_s));
    // 200 characters that count twice.
    editor->findChild<QPlainTextEdit *>()->setPlainText(QString(200, u'日'));
    QVERIFY(shows(*editor, u"200 / 280 · 400 / 280"_s));
    QVERIFY(editor->findChild<QPlainTextEdit *>()->extraSelections().size() == 1);
    auto *other = panel.findChildren<PostEditor *>().at(1);
    QVERIFY(!shows(*other, u"as X counts"_s));
}

void InspectorTest::whatIsCutIsShownAndCut()
{
    CopyPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    auto *editor = panel.findChildren<PostEditor *>().constFirst();
    auto *edit = editor->findChild<QPlainTextEdit *>();
    const QString sentence = u"We were terrified of the landlord. "_s;
    edit->setPlainText(sentence.repeated(9));
    const QList<QTextEdit::ExtraSelection> marks = edit->extraSelections();
    QCOMPARE(marks.size(), 1);
    QVERIFY(marks.constFirst().format.fontStrikeOut());
    const QString kept = edit->toPlainText().left(marks.constFirst().cursor.selectionStart());
    QVERIFY(kept.endsWith(u'.'));
    QToolButton *cut = nullptr;
    for (QToolButton *button : editor->findChildren<QToolButton *>()) {
        if (button->text() == u"Cut")
            cut = button;
    }
    QVERIFY(cut && cut->isVisible());
    QTest::mouseClick(cut, Qt::LeftButton);
    QCOMPARE(edit->toPlainText(), kept);
    QCOMPARE(current().post(Platform::Twitter)->text, kept);
    QVERIFY(!cut->isVisible());
    QVERIFY(edit->extraSelections().isEmpty());
}

void InspectorTest::edgesTellTheirStory()
{
    WordsPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    QVERIFY(shows(panel, u"00:00:12.000 – 00:00:58.000"_s));
    QVERIFY(shows(panel, u"Start: to the start of a sentence"_s));
    QVERIFY(!shows(panel, u"Edited"_s));
    edit(SpanEdit{id(), spanMs(10'000, 65'000)});
    QTRY_VERIFY(shows(panel, u"Edited"_s));
    QVERIFY(shows(panel, u"00:00:10.000 – 00:01:05.000"_s));
}

void InspectorTest::repairTakesTheQuestionIn()
{
    WordsPanel panel(*m_document);
    panel.resize(400, 900);
    panel.show();
    QVERIFY(shows(panel, u"Answers a question that is not in it"_s));
    QVERIFY(shows(panel, u"Opens pointing back"_s));
    auto *mend = panel.findChild<ClipCheck *>()->findChild<QPushButton *>();
    QVERIFY(mend->isVisible());
    QTest::mouseClick(mend, Qt::LeftButton);
    QCOMPARE(current().span, spanMs(0, 60'000));
    QVERIFY(shows(panel, u"Stands alone"_s));
    QVERIFY(!mend->isVisible());
    QVERIFY(m_document->undo());
    QCOMPARE(current().span, spanMs(10'000, 60'000));
    panel.repairEdges();
    QCOMPARE(current().span, spanMs(0, 60'000));
    QSignalSpy message(&panel, &WordsPanel::message);
    panel.repairEdges();
    QCOMPARE(message.size(), 1);
}

void InspectorTest::repairSaysWhyNot()
{
    Work work = answerWork();
    Transcript transcript = work.request.transcript;
    for (Sentence &sentence : transcript.sentences)
        sentence.span = spanMs(sentence.span.start.count() * 2, sentence.span.end.count() * 2);
    for (Word &word : transcript.words)
        word.span = spanMs(word.span.start.count() * 2, word.span.end.count() * 2);
    work.index = TranscriptIndex(transcript);
    work.outcome.result.moments[0].span = spanMs(20'000, 100'000);
    m_document->open(std::move(work));
    WordsPanel panel(*m_document);
    QVERIFY(shows(panel, u"100.0 s long"_s));
    QSignalSpy message(&panel, &WordsPanel::message);
    panel.repairEdges();
    QCOMPARE(current().span, spanMs(20'000, 100'000));
    QVERIFY(message.constFirst().constFirst().toString().contains(u"90"_s));
}

void InspectorTest::furtherMetricsAreEdited()
{
    FurtherMetrics panel(*m_document);
    panel.show();
    QVERIFY(shows(panel, u"Pace score"_s));
    QVERIFY(shows(panel, u"[1,2]"_s));
    const QList<QLineEdit *> fields = panel.findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields.at(1)->text(), u"tense"_s);
    fields.at(0)->selectAll();
    QTest::keyClicks(fields.at(0), u"8.5"_s);
    QCOMPARE(current().scorecard.further.at(0).value, QByteArray("8.5"));
    QTest::keyClicks(fields.at(1), u" \"a\""_s);
    QCOMPARE(current().scorecard.further.at(1).value, QByteArray("\"tense \\\"a\\\"\""));
    QVERIFY(m_document->undo());
    QVERIFY(m_document->undo());
    QCOMPARE(current().scorecard.further, answerWork().outcome.result.moments.at(0).scorecard.further);
}

void InspectorTest::furtherMetricKeepsItsKind()
{
    FurtherMetrics panel(*m_document);
    panel.show();
    auto *number = panel.findChildren<QLineEdit *>().constFirst();
    number->selectAll();
    QTest::keyClicks(number, u"[2]"_s);
    QCOMPARE(current().scorecard.further.at(0).value, QByteArray("\"[2]\""));
    QCOMPARE(furtherMetricName(u"confidenceScore"_s), u"Confidence score"_s);
    QCOMPARE(furtherMetricName(u"a-b_c"_s), u"A b c"_s);
    m_document->close();
    QVERIFY(panel.isHidden());
}

#include "tst_inspector.moc"
