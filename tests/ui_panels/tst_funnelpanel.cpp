// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/funnelpanel.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/clipcheck.h"
#include "ui/panels/rulebar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;

class FunnelPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsDroppedOnlyAndBringsBack();
    void saysWhyItCannotComeBack();
    void rulesCountAndFilter();
    void searchesTitlesAndReasons();
    void tellsWhatWouldChange();
    void goesToTheMomentThatCameBack();
    void equalTitlesAreToldApart();
    void followsTheCurrentMoment();
    void emptyFunnelSaysSo();
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

namespace {

/// Ten candidates: two in the result, two too short, the others of the same stretch.
Work manyCandidates()
{
    Work work = workWithFunnel(true);
    QList<FunnelEntry> &entries = work.outcome.funnel.entries;
    entries[0].refined = work.outcome.result.moments.at(0).span;
    entries[0].momentIndex = 0;
    for (int number = 2; number < 10; ++number) {
        FunnelEntry entry = entries.at(1);
        entry.number = number;
        entry.candidate.position = number;
        entry.candidate.title = u"Candidate %1"_s.arg(number);
        entry.rule = number < 4 ? u"duration-minimum"_s : u"duplicate-iou"_s;
        entry.stage = number < 4 ? FunnelStage::Edges : FunnelStage::Duplicates;
        entry.reason = number < 4 ? u"Far too short."_s : u"The same stretch."_s;
        entry.proposed = entry.refined = number == 5 ? spanMs(20'000, 70'000) : spanMs(400'000, 450'000);
        entry.momentIndex = 0;
        entries.append(entry);
    }
    return work;
}

struct Shown
{
    Shown()
        : document(journal, clock)
        , panel(document)
    {
        panel.resize(420, 700);
        panel.show();
        document.open(manyCandidates());
        table = panel.findChild<QTableView *>();
    }

    QToolButton *rule(const QString &name) const
    {
        for (QToolButton *button : panel.findChildren<QToolButton *>(u"rule"_s)) {
            if (button->text().startsWith(name) && !button->isHidden())
                return button;
        }
        return nullptr;
    }
    bool tells(const QString &part) const
    {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->text().contains(part))
                return true;
        }
        return false;
    }
    int rows() const { return table->model()->rowCount(); }

    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document;
    FunnelPanel panel;
    QTableView *table = nullptr;
};

} // namespace

void FunnelPanelTest::rulesCountAndFilter()
{
    Shown shown;
    QVERIFY(shown.tells(u"1 of 10 candidates"_s));
    QTRY_VERIFY(shown.rule(u"Too short"_s));
    QToolButton *tooShort = shown.rule(u"Too short"_s);
    QCOMPARE(tooShort->text(), u"Too short 2"_s);
    QTest::mouseClick(tooShort, Qt::LeftButton);
    QCOMPARE(shown.rows(), 2);
    QVERIFY(tooShort->isChecked());
    QTest::mouseClick(tooShort, Qt::LeftButton);
    QCOMPARE(shown.rows(), 10);
    // The first part of the bar are those in the result.
    auto *bar = shown.panel.findChild<RuleBar *>();
    QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(4, bar->height() / 2));
    QCOMPARE(shown.rows(), 1);
    // Asked for on the timeline, say: a filter does not hide it.
    shown.panel.select(5);
    QCOMPARE(shown.table->currentIndex().data(FunnelModel::NumberRole).toInt(), 5);
}

void FunnelPanelTest::searchesTitlesAndReasons()
{
    Shown shown;
    auto *search = shown.panel.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"too SHORT"_s);
    QCOMPARE(shown.rows(), 2);
    search->clear();
    QTest::keyClicks(search, u"candidate 7"_s);
    QCOMPARE(shown.rows(), 1);
}

void FunnelPanelTest::tellsWhatWouldChange()
{
    Shown shown;
    shown.panel.select(5);
    QVERIFY(shown.tells(u"stays in its place"_s));
    QVERIFY(shown.tells(u"Brought back it is"_s));
    QVERIFY(shown.tells(u"Changed"_s));
}

void FunnelPanelTest::goesToTheMomentThatCameBack()
{
    Shown shown;
    auto *button = shown.panel.findChild<QPushButton *>();
    QSignalSpy message(&shown.panel, &FunnelPanel::message);
    shown.panel.select(5);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(message.constFirst().constFirst().toString().contains(u"Brought back"_s));
    const MomentId back = shown.document.currentMoment();
    QCOMPARE(shown.document.review().moments().size(), 3);
    shown.document.setCurrentMoment(shown.document.review().moments().at(0).id);
    QCOMPARE(button->text(), u"Go to the moment"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(shown.document.currentMoment(), back);
    QCOMPARE(shown.document.review().moments().size(), 3);
}

void FunnelPanelTest::equalTitlesAreToldApart()
{
    MemoryJournal journal;
    SystemClock clock;
    ReviewDocument document(journal, clock);
    FunnelPanel panel(document);
    panel.show();
    Work work = manyCandidates();
    work.outcome.funnel.entries[6].candidate.title = work.outcome.funnel.entries[7].candidate.title = u"Same"_s;
    document.open(std::move(work));
    auto *button = panel.findChild<QPushButton *>();
    panel.select(7);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(document.current()->current.title, u"Same"_s);
    QCOMPARE(button->text(), u"Go to the moment"_s);
    panel.select(6);
    QCOMPARE(button->text(), u"Bring back"_s);
    const Funnel &funnel = document.work().outcome.funnel;
    QCOMPARE(candidateOf(*document.current(), funnel), &funnel.entries.at(7));
}

void FunnelPanelTest::followsTheCurrentMoment()
{
    Shown shown;
    shown.panel.showCurrentMoment();
    // Its own candidate and the two of the same place.
    QCOMPARE(shown.table->currentIndex().data(FunnelModel::NumberRole).toInt(), 0);
    QVERIFY(shown.rows() < 10);
    QVERIFY(shown.rows() >= 2);
    QSignalSpy message(&shown.panel, &FunnelPanel::message);
    shown.document.setCurrentMoment(shown.document.review().moments().at(1).id);
    QCOMPARE(message.size(), 1);
    shown.panel.findChildren<QCheckBox *>().at(1)->click();
    QCOMPARE(shown.rows(), 10);
}

void FunnelPanelTest::emptyFunnelSaysSo()
{
    Shown shown;
    shown.document.open(ViralTest::evenWork(2));
    QVERIFY(shown.tells(u"without its candidates"_s));
    QVERIFY(!shown.panel.findChild<QPushButton *>()->isVisible());
    QVERIFY(!shown.panel.findChild<RuleBar *>()->isVisible());
}

#include "tst_funnelpanel.moc"
