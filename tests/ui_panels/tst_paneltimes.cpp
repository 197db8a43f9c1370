// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/models/momentlistmodel.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/costpanel.h"
#include "ui/panels/evidenceview.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/historypanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/wordspanel.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Viral;
using namespace Qt::StringLiterals;

// Times in the panels are written as the editor has chosen for the whole window.
class PanelTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void momentsList();
    void scores();
    void words();
    void why();
    void cost();
    void history();
    void compare();

private:
    template <typename Panel>
    std::unique_ptr<Panel> shown();

    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
};

VIRAL_TEST(PanelTimesTest)

namespace {

/// 25 pictures a second, the camera began at one hour.
const TimecodeFormat frames{.style = TimeStyle::Frames, .rate = {25, 1}, .startFrame = 90'000};

QString cellsOf(const QWidget &panel)
{
    QStringList texts;
    for (const QTableView *table : panel.findChildren<QTableView *>()) {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                texts.append(table->model()->index(row, column).data().toString());
        }
    }
    for (const QLabel *label : panel.findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

Work sampleWork()
{
    Work work = ViralTest::evenWork(2);
    work.outcome.funnel.entries = {
        {.number = 0, .candidate = {.title = u"Kept"_s}, .proposed = spanMs(100'000, 150'480)}};
    work.secondOpinion = work.outcome;
    return work;
}

} // namespace

void PanelTimesTest::init()
{
    m_document.reset();
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
}

template <typename Panel>
std::unique_ptr<Panel> PanelTimesTest::shown()
{
    auto panel = std::make_unique<Panel>(*m_document);
    panel->resize(800, 600);
    panel->show();
    m_document->open(sampleWork());
    m_document->setCurrentMoment(m_document->review().moments().at(1).id);
    return panel;
}

void PanelTimesTest::momentsList()
{
    const auto panel = shown<MomentsPanel>();
    const QModelIndex second = panel->findChild<QListView *>()->model()->index(1, 0);
    QCOMPARE(second.data(MomentListModel::TimesTextRole).toString(), u"1:40   50.0 s"_s);
    panel->setTimes(frames);
    QCOMPARE(second.data(MomentListModel::TimesTextRole).toString(), u"01:01:40:00   50.0 s"_s);
    QVERIFY(second.data(Qt::AccessibleTextRole).toString().contains(u"01:01:40:00"_s));
}

void PanelTimesTest::scores()
{
    const auto panel = shown<ScoresPanel>();
    panel->setTimes(frames);
    auto *view = panel->findChildren<EvidenceView *>().at(static_cast<int>(Metric::Shareability));
    QHelpEvent help(QEvent::ToolTip, QPoint(90, 8), view->mapToGlobal(QPoint(90, 8)));
    QVERIFY(QApplication::sendEvent(view, &help));
    QVERIFY2(QToolTip::text().startsWith(u"01:01:4"_s), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void PanelTimesTest::words()
{
    const auto panel = shown<WordsPanel>();
    QVERIFY(cellsOf(*panel).contains(u"00:01:40.000 – 00:02:30.000  50.0 s"_s));
    panel->setTimes(frames);
    QVERIFY(cellsOf(*panel).contains(u"01:01:40:00 – 01:02:30:00  50.0 s"_s));
}

void PanelTimesTest::why()
{
    const auto panel = shown<FunnelPanel>();
    panel->select(0);
    QVERIFY(cellsOf(*panel).contains(u"\n1:40\n"_s));
    QVERIFY(cellsOf(*panel).contains(u"Proposed: 1:40–2:30 (50.5 s)"_s));
    panel->setTimes(frames);
    QVERIFY(cellsOf(*panel).contains(u"\n01:01:40:00\n"_s));
    QVERIFY(cellsOf(*panel).contains(u"Proposed: 01:01:40:00–01:02:30:12 (50.5 s)"_s));
}

void PanelTimesTest::cost()
{
    const auto panel = shown<CostPanel>();
    panel->setTimes(frames);
    QVERIFY2(cellsOf(*panel).contains(u"01:00:00:00–"_s), qPrintable(cellsOf(*panel)));
    QVERIFY(!cellsOf(*panel).contains(u"\n0:00–"_s));
}

void PanelTimesTest::history()
{
    const auto panel = shown<HistoryPanel>();
    QVERIFY(m_document->apply({SpanEdit{m_document->currentMoment(), spanMs(100'040, 150'000)}}));
    QVERIFY(cellsOf(*panel).contains(u"00:01:40.000 → 00:01:40.040"_s));
    panel->setTimes(frames);
    QVERIFY(cellsOf(*panel).contains(u"01:01:40:00 → 01:01:40:01"_s));
}

void PanelTimesTest::compare()
{
    const auto panel = shown<ComparePanel>();
    QVERIFY(cellsOf(*panel).contains(u"1:40–2:30"_s));
    panel->setTimes(frames);
    QVERIFY(cellsOf(*panel).contains(u"01:01:40:00–01:02:30:00"_s));
}

#include "tst_paneltimes.moc"
