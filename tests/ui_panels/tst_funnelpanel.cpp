// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/funnelpanel.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class FunnelPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsDroppedOnlyAndBringsBack();
    void saysWhyItCannotComeBack();
};

VIRAL_TEST(FunnelPanelTest)

namespace {

Work workWithFunnel(bool withScores)
{
    Work work = ViralTest::evenWork(2);
    FunnelEntry kept{.number = 0, .candidate = {.title = u"Kept"_s}, .proposed = spanMs(0, 50'000)};
    FunnelEntry dropped{.number = 1, .stage = FunnelStage::Duplicates, .reason = u"The same stretch."_s};
    dropped.candidate = {.startSentence = 22, .endSentence = 31, .title = u"Dropped"_s, .hook = u"Look"_s};
    dropped.candidate.category = u"Story"_s;
    if (withScores)
        dropped.candidate.scores.fill(6);
    work.outcome.funnel.entries = {kept, dropped};
    return work;
}

} // namespace

void FunnelPanelTest::showsDroppedOnlyAndBringsBack()
{
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    FunnelPanel panel(document);
    panel.resize(400, 500);
    panel.show();
    document.open(workWithFunnel(true));
    auto *table = panel.findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 2);
    auto *button = panel.findChild<QPushButton *>();
    panel.select(0);
    QVERIFY(!button->isEnabled());
    QTest::mouseClick(panel.findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(table->model()->rowCount(), 1);
    panel.select(1);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(document.review().moments().size(), 3);
    QCOMPARE(document.current()->current.title, u"Dropped"_s);
}

void FunnelPanelTest::saysWhyItCannotComeBack()
{
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    FunnelPanel panel(document);
    panel.show();
    document.open(workWithFunnel(false));
    QSignalSpy message(&panel, &FunnelPanel::message);
    panel.select(1);
    QTest::mouseClick(panel.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(message.size(), 1);
    QVERIFY(message.constFirst().constFirst().toString().size() > 40);
    QCOMPARE(document.review().moments().size(), 2);
}

#include "tst_funnelpanel.moc"
