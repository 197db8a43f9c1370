// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/copypanel.h"
#include "ui/panels/costpanel.h"
#include "ui/panels/posteditor.h"
#include "ui/panels/scorebar.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/wordspanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;

class EditPanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scoresChangeByClickAndKey();
    void typingATitleIsOneUndoStep();
    void theCaretStaysWhileTyping();
    void postsCountAndCopy();
    void hiddenPlatforms();
    void panelsWithoutAMoment();
    void costOfAPaidRun();
    void costOfTheMomentsChunk();

private:
    const Moment &current() const { return m_document->current()->current; }

    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
};

VIRAL_TEST(EditPanelsTest)

namespace {

bool showsText(const QWidget &panel, const QString &part)
{
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->text().contains(part))
            return true;
    }
    return false;
}

} // namespace

void EditPanelsTest::init()
{
    m_document.reset();
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_document->open(ViralTest::evenWork(2));
}

void EditPanelsTest::scoresChangeByClickAndKey()
{
    ScoresPanel panel(*m_document);
    panel.resize(360, 500);
    panel.show();
    auto *bar = panel.findChildren<ScoreBar *>().at(static_cast<int>(Metric::SurpriseFactor));
    QCOMPARE(bar->score(), 1);
    QTest::keyClick(bar, Qt::Key_Right);
    QTest::keyClick(bar, Qt::Key_Right);
    QCOMPARE(current().scorecard.score(Metric::SurpriseFactor), 3);
    QCOMPARE(bar->score(), 3);
    QTest::keyClick(bar, Qt::Key_Left);
    QCOMPARE(current().scorecard.score(Metric::SurpriseFactor), 2);
    QVERIFY(m_document->undo());
    QCOMPARE(bar->score(), 1);
    QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(bar->width() - 40, bar->height() / 2));
    QVERIFY(bar->score() >= 9);
    QCOMPARE(current().scorecard.score(Metric::SurpriseFactor), bar->score());
}

void EditPanelsTest::typingATitleIsOneUndoStep()
{
    WordsPanel panel(*m_document);
    panel.show();
    auto *title = panel.findChildren<QPlainTextEdit *>().constFirst();
    QCOMPARE(title->toPlainText(), u"Moment 1"_s);
    title->selectAll();
    QTest::keyClicks(title, u"Better"_s);
    QCOMPARE(current().title, u"Better"_s);
    QVERIFY(m_document->undo());
    QCOMPARE(current().title, u"Moment 1"_s);
    QCOMPARE(title->toPlainText(), u"Moment 1"_s);
    m_document->setCurrentMoment(m_document->review().moments().at(1).id);
    QCOMPARE(title->toPlainText(), u"Moment 2"_s);
}

void EditPanelsTest::theCaretStaysWhileTyping()
{
    WordsPanel panel(*m_document);
    panel.show();
    auto *title = panel.findChildren<QPlainTextEdit *>().constFirst();
    title->moveCursor(QTextCursor::Start);
    QTest::keyClicks(title, u"My "_s);
    QCOMPARE(title->toPlainText(), u"My Moment 1"_s);
    QCOMPARE(title->textCursor().position(), 3);
}

void EditPanelsTest::postsCountAndCopy()
{
    CopyPanel panel(*m_document);
    panel.show();
    auto *editor = panel.findChildren<PostEditor *>().constFirst();
    QCOMPARE(editor->platform(), Platform::Twitter);
    QVERIFY(showsText(*editor, u"/ 280"_s));
    auto *edit = editor->findChild<QPlainTextEdit *>();
    edit->setPlainText(QString(279, u'x') + u"😀"_s);
    QVERIFY(showsText(*editor, u"280 / 280"_s));
    QTest::keyClicks(edit, u"y"_s);
    QVERIFY(showsText(*editor, u"1 too many"_s));
    QCOMPARE(codePointCount(current().post(Platform::Twitter)->text), 281);
    const QList<QToolButton *> buttons = editor->findChildren<QToolButton *>();
    const auto copy = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *button) {
        return button->toolTip().startsWith(u"Copy the post"_s);
    });
    QVERIFY(copy != buttons.end());
    // Whatever others have left there.
    QGuiApplication::clipboard()->setText(u"something else"_s);
    QTest::mouseClick(*copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), editor->text());
    QCOMPARE(codePointCount(editor->text()), 281);
    edit->clear();
    QVERIFY(current().post(Platform::Twitter));
    QCOMPARE(current().post(Platform::Twitter)->text, QString());
}

void EditPanelsTest::hiddenPlatforms()
{
    CopyPanel panel(*m_document);
    panel.show();
    QVERIFY(m_document->apply({PostEdit{m_document->currentMoment(), Platform::Tiktok, QString()}}));
    for (const PostEditor *editor : panel.findChildren<PostEditor *>())
        QCOMPARE(editor->isVisible(), editor->platform() != Platform::Tiktok);
}

void EditPanelsTest::panelsWithoutAMoment()
{
    ScoresPanel scores(*m_document);
    WordsPanel words(*m_document);
    CopyPanel copy(*m_document);
    CostPanel cost(*m_document);
    for (QWidget *panel : QList<QWidget *>{&scores, &words, &copy, &cost})
        panel->show();
    m_document->close();
    for (const QWidget *panel : QList<QWidget *>{&scores, &words, &copy})
        QVERIFY(showsText(*panel, u"Nothing is open."_s));
    m_document->open(ViralTest::evenWork(1));
    QVERIFY(!showsText(scores, u"Nothing is open."_s));
    QVERIFY(showsText(cost, u"Nothing was paid"_s));
}

void EditPanelsTest::costOfAPaidRun()
{
    CostPanel panel(*m_document);
    panel.show();
    Work work = ViralTest::evenWork(1);
    work.outcome.result.usage = Usage{};
    work.outcome.result.metadata.pricing = Pricing{.model = u"gpt-5"_s,
                                                   .rates = {{1'250'000}, {125'000}, {10'000'000}},
                                                   .inputTokens = 220312,
                                                   .cachedTokens = 218752,
                                                   .outputTokens = 135096,
                                                   .inputCost = {275'390},
                                                   .cachedCost = {27'344},
                                                   .outputCost = {1'350'960},
                                                   .totalCost = {1'653'694}};
    m_document->open(std::move(work));
    QVERIFY(showsText(panel, u"gpt-5"_s));
    QVERIFY(showsText(panel, u"$1.653694"_s));
    QVERIFY(showsText(panel, u"$0.027344"_s));
    m_document->open(ViralTest::evenWork(2));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!showsText(panel, u"$1.653694"_s));
}

void EditPanelsTest::costOfTheMomentsChunk()
{
    Work work = ViralTest::evenWork(2);
    ServiceResult &result = work.outcome.result;
    result.totalChunks = 7;
    result.moments[0].chunkIndex = 3;
    result.moments[1].chunkIndex = std::nullopt;
    ChunkUsage usage{.chunkIndex = 3, .responseTime = Milliseconds{4'200}};
    usage.counts = {{u"input_tokens"_s, 10'000}, {u"output_tokens"_s, 1'000}, {u"input_cached_tokens"_s, 0}};
    result.usage = Usage{.byChunk = {usage}};
    result.metadata.pricing =
        Pricing{.model = u"gpt-5"_s, .rates = {{1'000'000}, {100'000}, {10'000'000}}, .totalCost = {500'000}};
    m_document->open(std::move(work));
    CostPanel panel(*m_document);
    panel.show();
    QVERIFY(showsText(panel, u"chunk 4 of 7"_s));
    QVERIFY(showsText(panel, u"$0.02 of $0.50"_s));
    QVERIFY(showsText(panel, u"answered in 4.2 s"_s));
    QVERIFY(showsText(panel, u"1 moments came"_s));
    m_document->setCurrentMoment(m_document->review().moments().at(1).id);
    QVERIFY(showsText(panel, u"does not say which chunk"_s));
}

#include "tst_editpanels.moc"
