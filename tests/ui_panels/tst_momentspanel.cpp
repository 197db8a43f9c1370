// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentspanel.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class MomentsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clicksChooseTheCurrentMoment();
    void keysWalkTheList();
    void nextUndecidedGoesAround();
    void searchAndFilterNarrow();
    void whatIsFilteredOutIsNotSelected();
    void orderByScore();
    void saysWhyItIsEmpty();

private:
    QString currentTitle() const { return m_document->current() ? m_document->current()->current.title : QString(); }

    std::unique_ptr<MemoryJournal> m_journal;
    SystemClock m_clock;
    std::unique_ptr<ReviewDocument> m_document;
    std::unique_ptr<MomentsPanel> m_panel;
};

VIRAL_TEST(MomentsPanelTest)

void MomentsPanelTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_document = std::make_unique<ReviewDocument>(*m_journal, m_clock);
    m_panel = std::make_unique<MomentsPanel>(*m_document);
    m_panel->resize(320, 600);
    m_panel->show();
    m_document->open(ViralTest::evenWork(4));
}

void MomentsPanelTest::cleanup()
{
    m_panel.reset();
    m_document.reset();
}

void MomentsPanelTest::clicksChooseTheCurrentMoment()
{
    auto *list = m_panel->findChild<QListView *>();
    const QRect third = list->visualRect(list->model()->index(2, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, third.center());
    QCOMPARE(currentTitle(), u"Moment 3"_s);
    QSignalSpy activated(m_panel.get(), &MomentsPanel::activated);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    m_document->setCurrentMoment(m_document->review().moments().at(0).id);
    QCOMPARE(list->currentIndex().row(), 0);
}

void MomentsPanelTest::keysWalkTheList()
{
    m_panel->goBy(1);
    QCOMPARE(currentTitle(), u"Moment 2"_s);
    m_panel->goBy(10);
    QCOMPARE(currentTitle(), u"Moment 4"_s);
    m_panel->goBy(-1);
    QCOMPARE(currentTitle(), u"Moment 3"_s);
}

void MomentsPanelTest::nextUndecidedGoesAround()
{
    const auto decide = [&](int row) {
        QVERIFY(m_document->apply({DecisionEdit{m_document->review().moments().at(row).id, Decision::Kept, {}}}));
    };
    decide(1);
    const auto goOn = [&] { m_document->setCurrentMoment(m_panel->nextUndecided()); };
    goOn();
    QCOMPARE(currentTitle(), u"Moment 3"_s);
    decide(3);
    goOn();
    QCOMPARE(currentTitle(), u"Moment 1"_s);
    QCOMPARE(m_panel->nextUndecided({m_document->review().moments().at(2).id}), m_document->currentMoment());
    decide(0);
    decide(2);
    QVERIFY(m_panel->nextUndecided().isEmpty());
}

void MomentsPanelTest::searchAndFilterNarrow()
{
    auto *search = m_panel->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"moment 2"_s);
    QCOMPARE(m_panel->shownMoments().size(), 1);
    search->clear();
    auto *show = m_panel->findChildren<QComboBox *>().at(0);
    show->setCurrentIndex(2);
    QCOMPARE(m_panel->shownMoments().size(), 0);
    QVERIFY(m_document->apply({DecisionEdit{m_document->currentMoment(), Decision::Kept, {}}}));
    QCOMPARE(m_panel->shownMoments().size(), 1);
}

void MomentsPanelTest::whatIsFilteredOutIsNotSelected()
{
    const QList<ReviewedMoment> moments = m_document->review().moments();
    QVERIFY(m_document->apply({DecisionEdit{moments.at(0).id, Decision::Kept, {}}}));
    m_panel->findChildren<QComboBox *>().at(0)->setCurrentIndex(2);
    QCOMPARE(m_panel->selectedMoments(), QList<MomentId>{moments.at(0).id});
    // Chosen elsewhere, on the timeline say: the kept one in the list must not be decided along with it.
    m_document->setCurrentMoment(moments.at(2).id);
    QCOMPARE(m_panel->selectedMoments(), QList<MomentId>{moments.at(2).id});
    m_panel->findChildren<QComboBox *>().at(0)->setCurrentIndex(0);
    QCOMPARE(m_panel->findChild<QListView *>()->currentIndex().row(), 2);
}

void MomentsPanelTest::orderByScore()
{
    m_panel->findChildren<QComboBox *>().at(1)->setCurrentIndex(1);
    const MomentId best = m_panel->shownMoments().constFirst();
    QCOMPARE(m_document->review().find(best)->current.title, u"Moment 4"_s);
}

void MomentsPanelTest::saysWhyItIsEmpty()
{
    const auto shown = [&] {
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                return label->text();
        }
        return QString();
    };
    QCOMPARE(shown(), QString());
    QTest::keyClicks(m_panel->findChild<QLineEdit *>(), u"zzz"_s);
    QVERIFY(!shown().isEmpty());
    Work empty = ViralTest::evenWork(1);
    empty.outcome.result.moments.clear();
    empty.outcome.funnel.entries.resize(7);
    m_document->open(std::move(empty));
    QVERIFY(shown().contains(u'7'));
    m_document->close();
    QVERIFY(!shown().isEmpty());
}

#include "tst_momentspanel.moc"
