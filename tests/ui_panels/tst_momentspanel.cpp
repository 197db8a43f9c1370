// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/momentspanel.h"

#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/document/memoryjournal.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

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
    void chipsNarrowAndGo_data();
    void chipsNarrowAndGo();
    void menuChoosesFilters();
    void clearShowsAllAgain();
    void advanceKeepsToTheFilter();
    void severalAreSelectedByMouseAndKey();
    void menuOfACard();
    void cardsTellWhatWasSaid();
    void longListsAndWordsStayInside();
    void cardsAreReadAloud();
    void manyCardsAreNoList();

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
        const auto *label = m_panel->findChild<QLabel *>(u"empty"_s);
        return label->isVisible() ? label->text() : QString();
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

namespace {

QToolButton *chip(const QWidget &panel)
{
    for (QToolButton *button : panel.findChildren<QToolButton *>(u"chip"_s)) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

/// Gives the entry of a menu by the beginnings of its words, through keys as an editor would.
void choose(QMenu *menu, const QStringList &path)
{
    for (const QString &text : path) {
        QVERIFY(menu);
        QAction *found = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(text))
                found = action;
        }
        QVERIFY2(found, qPrintable(text));
        menu->setActiveAction(found);
        QMenu *next = found->menu();
        QTest::keyClick(menu, next ? Qt::Key_Right : Qt::Key_Return);
        menu = next;
    }
}

Work variedWork()
{
    Work work = ViralTest::evenWork(4);
    QList<Moment> &moments = work.outcome.result.moments;
    moments[0].category = u"Money / Story"_s;
    moments[1].category = u"Money"_s;
    moments[2].category = u"Health / Lessons"_s;
    moments[3].category = u"Health"_s;
    moments[0].platforms = {Platform::Twitter};
    moments[0].socialCopy = {{Platform::Twitter, u"a post about tulips"_s}};
    moments[1].scorecard.core.fill(9);
    moments[2].hook.clear();
    QList<Sentence> &sentences = work.request.transcript.sentences;
    for (Sentence &sentence : sentences)
        sentence.speakerId = sentence.span.start < Milliseconds{150'000} ? u"S0"_s : u"S1"_s;
    work.index = TranscriptIndex(work.request.transcript);
    work.speakers = {u"Ada"_s, u"Grace"_s};
    return work;
}

} // namespace

void MomentsPanelTest::chipsNarrowAndGo_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QString>("chipText");
    QTest::addColumn<QStringList>("shown");
    const auto row = [](const char *name, const QStringList &path, const QString &chipText, const QStringList &shown) {
        QTest::newRow(name) << path << chipText << shown;
    };
    row("score", {u"Score"_s, u"8"_s}, u"Score ≥ 8"_s, {u"Moment 2"_s});
    row("platform", {u"Platform"_s, u"LinkedIn"_s}, u"LinkedIn"_s, {u"Moment 2"_s, u"Moment 3"_s, u"Moment 4"_s});
    row("category", {u"Category"_s, u"Story"_s}, u"Story"_s, {u"Moment 1"_s});
    row("shared category", {u"Category"_s, u"Health"_s}, u"Health"_s, {u"Moment 3"_s, u"Moment 4"_s});
    row("speaker", {u"Speaker"_s, u"Grace"_s}, u"Grace"_s, {u"Moment 3"_s, u"Moment 4"_s});
    row("warnings", {u"Only with warnings"_s}, u"With warnings"_s, {u"Moment 3"_s});
}

void MomentsPanelTest::chipsNarrowAndGo()
{
    QFETCH(QStringList, path);
    QFETCH(QString, chipText);
    QFETCH(QStringList, shown);
    m_document->open(variedWork());
    m_panel->openFilters();
    choose(m_panel->findChild<QMenu *>(), path);
    const auto titles = [&] {
        QStringList names;
        for (const MomentId &id : m_panel->shownMoments())
            names.append(m_document->review().find(id)->current.title);
        return names;
    };
    QCOMPARE(titles(), shown);
    QVERIFY(chip(*m_panel));
    QCOMPARE(chip(*m_panel)->text(), chipText);
    QTest::mouseClick(chip(*m_panel), Qt::LeftButton);
    QTRY_COMPARE(m_panel->shownMoments().size(), 4);
    QVERIFY(!chip(*m_panel));
}

void MomentsPanelTest::menuChoosesFilters()
{
    m_document->open(variedWork());
    QVERIFY(m_document->apply({StarEdit{m_document->review().moments().at(3).id, true}}));
    m_panel->openFilters();
    choose(m_panel->findChild<QMenu *>(), {u"Only starred"_s});
    QCOMPARE(m_panel->shownMoments().size(), 1);
    // A search in the posts, together with the filter.
    QTest::keyClicks(m_panel->findChild<QLineEdit *>(), u"tulips"_s);
    QCOMPARE(m_panel->shownMoments().size(), 0);
    m_panel->openFilters();
    choose(m_panel->findChild<QMenu *>(), {u"Only starred"_s});
    QCOMPARE(m_panel->shownMoments().size(), 1);
}

void MomentsPanelTest::clearShowsAllAgain()
{
    m_document->open(variedWork());
    m_panel->findChildren<QComboBox *>().at(0)->setCurrentIndex(2);
    QTest::keyClicks(m_panel->findChild<QLineEdit *>(), u"zzz"_s);
    QCOMPARE(m_panel->shownMoments().size(), 0);
    m_panel->clearFilters();
    QCOMPARE(m_panel->shownMoments().size(), 4);
    QCOMPARE(m_panel->findChild<QLineEdit *>()->text(), QString());
    QCOMPARE(m_panel->findChildren<QComboBox *>().at(0)->currentIndex(), 0);
    QCOMPARE(m_panel->findChildren<QComboBox *>().at(0)->itemText(1), u"Undecided (4)"_s);
}

void MomentsPanelTest::advanceKeepsToTheFilter()
{
    m_document->open(variedWork());
    m_panel->openFilters();
    choose(m_panel->findChild<QMenu *>(), {u"Category"_s, u"Money"_s});
    m_document->setCurrentMoment(m_panel->shownMoments().at(0));
    QCOMPARE(m_panel->nextUndecided(), m_panel->shownMoments().at(1));
    QVERIFY(m_panel->nextUndecided(m_panel->shownMoments()).isEmpty());
}

void MomentsPanelTest::severalAreSelectedByMouseAndKey()
{
    auto *list = m_panel->findChild<QListView *>();
    const auto at = [&](int row) { return list->visualRect(list->model()->index(row, 0)).center(); };
    const QList<ReviewedMoment> moments = m_document->review().moments();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ControlModifier, at(2));
    QCOMPARE(m_panel->selectedMoments(), (QList<MomentId>{moments.at(2).id, moments.at(0).id}));
    // Taken out again: it is current, but not meant.
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ControlModifier, at(2));
    QCOMPARE(m_panel->selectedMoments(), QList<MomentId>{moments.at(0).id});
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at(1));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ShiftModifier, at(3));
    QCOMPARE(m_panel->selectedMoments().size(), 3);
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_panel->selectedMoments().size(), 4);
}

void MomentsPanelTest::menuOfACard()
{
    QAction keep(u"Keep"_s);
    m_panel->setMenuActions({&keep, nullptr});
    auto *list = m_panel->findChild<QListView *>();
    const QPoint second = list->visualRect(list->model()->index(1, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second);
    QContextMenuEvent event(QContextMenuEvent::Mouse, second, list->viewport()->mapToGlobal(second));
    QCoreApplication::sendEvent(list->viewport(), &event);
    QPointer<QMenu> menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QSignalSpy kept(&keep, &QAction::triggered);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(kept.size(), 1);
    QTRY_VERIFY(!menu);
}

void MomentsPanelTest::cardsTellWhatWasSaid()
{
    auto *list = m_panel->findChild<QListView *>();
    const MomentId first = m_document->review().moments().at(0).id;
    const auto picture = [&] { return list->viewport()->grab(list->visualRect(list->model()->index(0, 0))).toImage(); };
    QImage before = picture();
    const auto changes = [&](const Edit &edit) {
        if (!m_document->apply({edit}))
            return false;
        const QImage now = picture();
        return std::exchange(before, now) != now;
    };
    QVERIFY(changes(TextEdit{first, TextField::Note, u"Check the name"_s}));
    QVERIFY(changes(DecisionEdit{first, Decision::Held, u"needs-context"_s}));
    QVERIFY(changes(StarEdit{first, true}));
    QVERIFY(changes(TextEdit{first, TextField::Hook, {}}));
}

void MomentsPanelTest::longListsAndWordsStayInside()
{
    Work work = variedWork();
    work.outcome.result.moments[0].category = QString(300, u'W') + u" / Donaudampfschifffahrtsgesellschaft"_s;
    m_document->open(std::move(work));
    m_panel->resize(280, 500);
    m_panel->openFilters();
    choose(m_panel->findChild<QMenu *>(), {u"Category"_s, u"WWW"_s});
    QCOMPARE(m_panel->shownMoments().size(), 1);
    QCOMPARE(m_panel->width(), 280);
    QTRY_VERIFY(chip(*m_panel)->geometry().right() <= m_panel->width());
}

void MomentsPanelTest::cardsAreReadAloud()
{
    auto *list = m_panel->findChild<QListView *>();
    QAccessibleInterface *read = QAccessible::queryAccessibleInterface(list);
    QCOMPARE(read->text(QAccessible::Name), u"Moments"_s);
    QCOMPARE(read->childCount(), 4);
    QAccessibleInterface *second = read->child(1);
    QCOMPARE(second->role(), QAccessible::ListItem);
    QCOMPARE(second->parent(), read);
    QCOMPARE(read->indexOfChild(second), 1);
    QVERIFY(second->text(QAccessible::Name).startsWith(u"Moment 2, score "_s));
    QVERIFY(second->text(QAccessible::Name).endsWith(u", undecided"_s));
    const MomentId id = m_document->review().moments().at(1).id;
    QVERIFY(m_document->apply({StarEdit{id, true}}));
    QVERIFY(m_document->apply({TextEdit{id, TextField::Note, u"Look again"_s}}));
    QVERIFY2(second->text(QAccessible::Name).contains(u"starred"_s) &&
                 second->text(QAccessible::Name).contains(u"with a note"_s),
             qPrintable(second->text(QAccessible::Name)));
    QCOMPARE(second->rect().size(), list->visualRect(list->model()->index(1, 0)).size());
    QCOMPARE(read->childAt(second->rect().center().x(), second->rect().center().y()), second);

    QVERIFY(!second->state().selected);
    QSignalSpy played(m_panel.get(), &MomentsPanel::activated);
    second->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(currentTitle(), u"Moment 2"_s);
    QVERIFY(second->state().selected);
    QCOMPARE(read->focusChild(), second);
    QCOMPARE(played.size(), 0);
    second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(played.size(), 1);

    QAccessibleInterface *last = read->child(3);
    QTest::keyClicks(m_panel->findChild<QLineEdit *>(), u"moment 2"_s);
    QVERIFY(!last->isValid());
    QCOMPARE(last->text(QAccessible::Name), QString());
    QVERIFY(!read->child(1));
    QVERIFY(!read->child(-1));
}

void MomentsPanelTest::manyCardsAreNoList()
{
    m_document->open(ViralTest::evenWork(300));
    QAccessibleInterface *read = QAccessible::queryAccessibleInterface(m_panel->findChild<QListView *>());
    // Readers look through the whole of a list for what has the keys, and remember what a thing is.
    QVERIFY(read->role() != QAccessible::List);
    QCOMPARE(read->childCount(), 300);
    QVERIFY(read->child(299)->state().offscreen);
}

#include "tst_momentspanel.moc"
