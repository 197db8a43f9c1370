// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/whenshown.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/copypanel.h"
#include "ui/panels/costpanel.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/wordspanel.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Panels that nobody sees do no work, and are right when they are looked at.
class WhenShownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sleepsAndWakes();
    void aPageOfTabsSleeps();
    void panelsAreRightWhenShown_data();
    void panelsAreRightWhenShown();
    void commandsReachAHiddenPanel();
    void comparesOnlyWhatIsSeen();

private:
    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
};

VIRAL_TEST(WhenShownTest)

namespace {

/// Everything that a panel says.
QString words(const QWidget &panel)
{
    QStringList all;
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel))
            all.append(label->text());
    }
    for (const QPlainTextEdit *edit : panel.findChildren<QPlainTextEdit *>())
        all.append(edit->toPlainText());
    return all.join(u'\n');
}

} // namespace

void WhenShownTest::init()
{
    m_document.reset();
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_document->open(ViralTest::evenWork(2));
}

void WhenShownTest::sleepsAndWakes()
{
    QWidget panel;
    int count = 0;
    WhenShown shown([&count] { ++count; }, panel, &panel);
    panel.show();
    QCOMPARE(count, 0);
    shown.ask();
    QCOMPARE(count, 1);
    panel.hide();
    shown.ask();
    shown.ask();
    QCOMPARE(count, 1);
    panel.show();
    QCOMPARE(count, 2);
    panel.hide();
    panel.show();
    QCOMPARE(count, 2);
    panel.hide();
    shown.ask();
    shown.catchUp();
    shown.catchUp();
    QCOMPARE(count, 3);
}

void WhenShownTest::aPageOfTabsSleeps()
{
    QTabWidget tabs;
    tabs.addTab(new QWidget, u"first"_s);
    auto *second = new QWidget;
    tabs.addTab(second, u"second"_s);
    int count = 0;
    WhenShown shown([&count] { ++count; }, *second, second);
    tabs.show();
    shown.ask();
    QCOMPARE(count, 0);
    tabs.setCurrentIndex(1);
    QCOMPARE(count, 1);
}

void WhenShownTest::panelsAreRightWhenShown_data()
{
    QTest::addColumn<std::function<QWidget *(ReviewDocument &)>>("make");
    using Make = std::function<QWidget *(ReviewDocument &)>;
    QTest::newRow("scores") << Make([](ReviewDocument &document) { return new ScoresPanel(document); });
    QTest::newRow("posts") << Make([](ReviewDocument &document) { return new CopyPanel(document); });
    QTest::newRow("words") << Make([](ReviewDocument &document) { return new WordsPanel(document); });
    QTest::newRow("cost") << Make([](ReviewDocument &document) { return new CostPanel(document); });
    QTest::newRow("why") << Make([](ReviewDocument &document) { return new FunnelPanel(document); });
    QTest::newRow("history") << Make([](ReviewDocument &document) { return new HistoryPanel(document); });
}

void WhenShownTest::panelsAreRightWhenShown()
{
    QFETCH(std::function<QWidget *(ReviewDocument &)>, make);
    const std::unique_ptr<QWidget> panel(make(*m_document));
    panel->resize(500, 800);
    panel->show();
    panel->hide();
    const QString before = words(*panel);
    const MomentId second = m_document->review().moments().at(1).id;
    Work other = ViralTest::evenWork(3);
    other.outcome.result.moments[1].engagementValue = u"Everybody asks this"_s;
    other.outcome.result.moments[1].socialCopy = {{Platform::Twitter, u"A post of its own"_s}};
    other.outcome.result.metadata.model = u"another"_s;
    other.outcome.funnel.entries = {FunnelEntry{.number = 0, .candidate = {.title = u"Dropped"_s}}};
    m_document->open(std::move(other));
    m_document->setCurrentMoment(second);
    QVERIFY(m_document->apply({DecisionEdit{second, Decision::Kept}}));
    QCOMPARE(words(*panel), before);
    panel->show();
    QVERIFY(words(*panel) != before);
    const std::unique_ptr<QWidget> fresh(make(*m_document));
    fresh->resize(500, 800);
    fresh->show();
    // Labels that were made anew show themselves when the loop comes round.
    QTRY_COMPARE(words(*panel), words(*fresh));
}

void WhenShownTest::commandsReachAHiddenPanel()
{
    WordsPanel panel(*m_document);
    const MomentId second = m_document->review().moments().at(1).id;
    m_document->setCurrentMoment(second);
    const TimeSpan span = m_document->current()->current.span;
    const SpokenText &spoken = m_document->work().index.spoken();
    const QString said = spoken.verbatim(m_document->work().index.transcript(), spoken.unitsIn(span));
    panel.takeSpokenQuote();
    const QString quote = m_document->current()->current.quote.value_or(QString());
    QVERIFY(!quote.isEmpty());
    QVERIFY(said.contains(quote));
}

void WhenShownTest::comparesOnlyWhatIsSeen()
{
    ComparePanel panel(*m_document);
    panel.resize(900, 300);
    Work work = ViralTest::evenWork(2);
    work.secondOpinion = work.outcome;
    m_document->open(std::move(work));
    const auto *table = panel.findChild<QTableView *>();
    QCOMPARE(panel.findChild<QComboBox *>()->count(), 0);
    QCOMPARE(table->model()->rowCount(), 0);
    panel.show();
    QCOMPARE(panel.findChild<QComboBox *>()->count(), 1);
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(words(panel).contains(u"2 the same"_s));
    panel.hide();
    const MomentId first = m_document->currentMoment();
    const TimeSpan span = m_document->current()->current.span;
    QVERIFY(m_document->apply({SpanEdit{first, TimeSpan{span.start, span.end - Milliseconds{1'500}}}}));
    QVERIFY(words(panel).contains(u"2 the same"_s));
    panel.show();
    QVERIFY(words(panel).contains(u"1 the same"_s));
    // Asked for while nobody looks, it is there with the second opinion.
    panel.hide();
    m_document->open(m_document->work());
    panel.addOther(u"mine"_s, std::make_shared<AnalysisOutcome>(m_document->work().outcome));
    panel.show();
    QVERIFY(panel.findChild<QComboBox *>()->currentText() == u"mine"_s);
}

#include "tst_whenshown.moc"
