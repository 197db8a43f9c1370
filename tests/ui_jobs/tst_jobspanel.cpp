// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobspanel.h"

#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/jobs/monthcostview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// The list of runs over a real desk and library, by keys and mouse.
class JobsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyAtFirst();
    void opensWithReturn();
    void searchNarrowsTheList();
    void columnsHoldWhatUsuallyStandsInThem();
    void twoRunsCanBeCompared();
    void deletedAndBroughtBack();
    void notesAreKept();
    void costByMonth();

private:
    void makeRuns(int count);
    QPushButton *button(const QString &text) const;
    QTableView &table() const { return *m_panel->findChild<QTableView *>(); }

    SystemClock m_clock;
    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<JobsPanel> m_panel;
};

VIRAL_TEST(JobsPanelTest)

void JobsPanelTest::init()
{
    m_bench = std::make_unique<DeskBench>([](int, const ReceivedRequest &request) { return goodReply(request); });
    m_panel = std::make_unique<JobsPanel>(m_bench->desk(), m_clock);
    m_panel->resize(1200, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void JobsPanelTest::cleanup()
{
    m_panel.reset();
    m_bench.reset();
}

void JobsPanelTest::makeRuns(int count)
{
    for (int i = 0; i < count; ++i) {
        RunPlan plan = m_bench->plan(2);
        plan.title = u"Talk %1"_s.arg(i + 1);
        const auto run = m_bench->desk().start(plan);
        QVERIFY(run);
        QVERIFY(m_bench->waitForEnd(**run));
    }
    QTRY_COMPARE(table().model()->rowCount(), count);
}

QPushButton *JobsPanelTest::button(const QString &text) const
{
    for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void JobsPanelTest::emptyAtFirst()
{
    QVERIFY(!table().isVisible());
    QVERIFY(!button(u"Open"_s)->isEnabled());
    QSignalSpy follow(m_panel.get(), &JobsPanel::followRequested);
    QTest::mouseClick(button(u"Follow a RunPod job…"_s), Qt::LeftButton);
    QCOMPARE(follow.size(), 1);
}

void JobsPanelTest::opensWithReturn()
{
    makeRuns(2);
    QSignalSpy opened(m_panel.get(), &JobsPanel::openRequested);
    table().setFocus();
    table().selectRow(0);
    const QList<RunId> chosen = m_panel->selected();
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<RunId>(), chosen.at(0));
    QVERIFY(button(u"Run again"_s));
}

void JobsPanelTest::columnsHoldWhatUsuallyStandsInThem()
{
    makeRuns(1);
    for (const int column : {JobListModel::NumberColumn, JobListModel::StateColumn, JobListModel::EngineColumn,
                             JobListModel::PriceColumn, JobListModel::StartedColumn, JobListModel::TookColumn})
        QVERIFY2(table().columnWidth(column) >= table().sizeHintForIndex(table().model()->index(0, column)).width(),
                 qPrintable(table().model()->index(0, column).data().toString()));
}

void JobsPanelTest::searchNarrowsTheList()
{
    makeRuns(3);
    auto *search = m_panel->findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, u"talk 2"_s);
    QCOMPARE(table().model()->rowCount(), 1);
    QTest::keyClicks(search, u"x"_s);
    QCOMPARE(table().model()->rowCount(), 0);
    QVERIFY(!table().isVisible());
    search->clear();
    QVERIFY(table().isVisible());
    QCOMPARE(table().model()->rowCount(), 3);
}

void JobsPanelTest::twoRunsCanBeCompared()
{
    makeRuns(2);
    table().selectAll();
    QSignalSpy compared(m_panel.get(), &JobsPanel::compareRequested);
    QTest::mouseClick(button(u"Compare"_s), Qt::LeftButton);
    QCOMPARE(compared.size(), 1);
    // The older first, whatever the order of the list.
    const auto number = [this](const QVariant &id) {
        for (const RunRecord &run : m_bench->desk().runs()) {
            if (run.id == id.value<RunId>())
                return run.number;
        }
        return qint64(-1);
    };
    QVERIFY(number(compared.at(0).at(0)) < number(compared.at(0).at(1)));
}

void JobsPanelTest::deletedAndBroughtBack()
{
    makeRuns(2);
    table().setFocus();
    table().selectRow(0);
    const RunId gone = m_panel->selected().constFirst();
    QTest::keyClick(&table(), Qt::Key_Delete);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QVERIFY(button(u"Undo"_s)->isVisible());
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    m_panel->select(gone);
    QCOMPARE(m_panel->selected(), QList<RunId>{gone});
}

void JobsPanelTest::notesAreKept()
{
    makeRuns(1);
    const QModelIndex notes = table().model()->index(0, JobListModel::NotesColumn);
    table().setCurrentIndex(notes);
    table().edit(notes);
    auto *editor = qobject_cast<QLineEdit *>(table().indexWidget(notes) ? table().indexWidget(notes)
                                                                        : table().viewport()->focusWidget());
    if (!editor)
        editor = table().viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"for Monday"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_bench->desk().runs().constFirst().notes, u"for Monday"_s);
    m_bench->desk().refresh();
    QTRY_COMPARE(m_bench->desk().allRuns().constFirst().notes, u"for Monday"_s);
}

void JobsPanelTest::costByMonth()
{
    makeRuns(1);
    const MonthCostDialog dialog(m_bench->desk());
    QCOMPARE(dialog.findChild<QTableView *>()->model()->rowCount(), 2);
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *label) { return label->text().contains(u"spent this month"_s); }));
}

#include "tst_jobspanel.moc"
