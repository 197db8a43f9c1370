// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspectordesk.h"

#include "tests/support/testregistry.h"
#include "ui/commands/shortcutguard.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/quoteview.h"
#include "ui/panels/wordspanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// List, inspector and "why" in the window over the sample interview, by keys.
class InspectorDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void escapeLeavesEveryField();
    void filesDroppedOnFieldsAreOpened();
    void filtersOpenAndClearByKey();
    void decisionsOnSeveralAreOneStep();
    void whyShowsTheMomentsStory();
    void aCandidateComesBackByKey();
    void quoteAndEdgesByKey();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    const Review &review() const { return m_window->document().review(); }
    QListView *list() const { return m_window->findChild<MomentsPanel *>()->findChild<QListView *>(); }

    std::unique_ptr<Theme> m_theme;
    ShortcutGuard m_guard;
    SystemClock m_clock;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

VIRAL_TEST(InspectorDeskTest)

namespace {

const QString sample = QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json");

} // namespace

void InspectorDeskTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_guard);
}

void InspectorDeskTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(Surroundings{
        .journal = *m_journal, .clock = m_clock, .theme = *m_theme, .samplePath = sample, .remembersLayout = false});
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->open(sample);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document().isOpen() && m_window->isSettled(), 20'000);
    m_window->document().setMediaPath({});
}

void InspectorDeskTest::cleanup()
{
    m_window.reset();
}

void InspectorDeskTest::escapeLeavesEveryField()
{
    for (const char *panel : {"words", "posts", "moments", "why", "history"}) {
        QVERIFY(m_window->showPanel(QString::fromLatin1(panel)));
        int fields = 0;
        for (QWidget *field : m_window->findChildren<QWidget *>()) {
            const bool isField = qobject_cast<QPlainTextEdit *>(field) || qobject_cast<QLineEdit *>(field) ||
                                 qobject_cast<QTableView *>(field);
            const bool isInDock =
                field->parentWidget() && m_window->centralWidget() && !m_window->centralWidget()->isAncestorOf(field);
            if (!isField || !isInDock || !field->isVisible() || !field->isEnabled() ||
                field->window() != m_window.get())
                continue;
            field->setFocus();
            QTRY_COMPARE(QApplication::focusWidget(), field);
            QTest::keyClick(field, Qt::Key_Escape);
            QCOMPARE(QApplication::focusWidget(), list());
            ++fields;
        }
        QVERIFY2(fields > 0, panel);
    }
}

void InspectorDeskTest::filesDroppedOnFieldsAreOpened()
{
    QVERIFY(m_window->showPanel(u"words"_s));
    auto *field = m_window->findChild<WordsPanel *>()->findChild<QPlainTextEdit *>();
    const QString before = field->toPlainText();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(sample)});
    data.setText(u"file://"_s + sample);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(field->viewport(), &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    drop.setAccepted(true);
    QSignalSpy changed(&m_window->document(), &ReviewDocument::changed);
    QCoreApplication::sendEvent(field->viewport(), &drop);
    QCOMPARE(field->toPlainText(), before);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 20'000);
    QVERIFY(std::holds_alternative<WorkReplaced>(changed.constFirst().constFirst().value<DocumentChange>()));
    // Text is still text.
    QMimeData words;
    words.setText(u"new words "_s);
    QDragEnterEvent enterText(QPoint(5, 5), Qt::CopyAction, &words, Qt::LeftButton, {});
    QCoreApplication::sendEvent(field->viewport(), &enterText);
    QVERIFY(enterText.isAccepted());
}

void InspectorDeskTest::filtersOpenAndClearByKey()
{
    auto *panel = m_window->findChild<MomentsPanel *>();
    const auto all = panel->shownMoments().size();
    press(Qt::Key_F, Qt::ShiftModifier);
    QPointer<QMenu> menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Escape);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"zzzz"_s);
    QCOMPARE(panel->shownMoments().size(), 0);
    press(Qt::Key_Escape, Qt::ShiftModifier);
    QCOMPARE(panel->shownMoments().size(), all);
    QCOMPARE(QApplication::focusWidget(), list());
}

void InspectorDeskTest::decisionsOnSeveralAreOneStep()
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_X);
    QCOMPARE(review().count(Decision::Rejected), review().moments().size());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(review().count(Decision::Rejected), 0);
}

void InspectorDeskTest::whyShowsTheMomentsStory()
{
    auto *funnel = m_window->findChild<FunnelPanel *>();
    press(Qt::Key_Y);
    QVERIFY(funnel->isVisible());
    auto *table = funnel->findChild<QTableView *>();
    QVERIFY(table->model()->rowCount() >= 1);
    QVERIFY(table->model()->rowCount() < m_window->document().work().outcome.funnel.entries.size());
    QVERIFY(table->currentIndex().data(FunnelModel::KeptRole).toBool());
}

void InspectorDeskTest::aCandidateComesBackByKey()
{
    const auto before = review().moments().size();
    auto *funnel = m_window->findChild<FunnelPanel *>();
    press(Qt::Key_B);
    QCOMPARE(review().moments().size(), before);
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"Why"_s));
    for (const FunnelEntry &entry : m_window->document().work().outcome.funnel.entries) {
        if (entry.isKept())
            continue;
        funnel->select(entry.number);
        press(Qt::Key_B);
        if (review().moments().size() > before)
            break;
    }
    QCOMPARE(review().moments().size(), before + 1);
    QCOMPARE(m_window->document().current()->origin, MomentOrigin::Promoted);
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"Brought back"_s));
}

void InspectorDeskTest::quoteAndEdgesByKey()
{
    ReviewDocument &document = m_window->document();
    QVERIFY(document.apply({TextEdit{document.currentMoment(), TextField::Quote, u"never said by anyone"_s}}));
    press(Qt::Key_T);
    QVERIFY(document.current()->current.quote != u"never said by anyone"_s);
    const TimeSpan span = document.current()->current.span;
    QVERIFY(document.apply({SpanEdit{document.currentMoment(), {span.start + Milliseconds{3'000}, span.end}}}));
    const TimeSpan cut = document.current()->current.span;
    press(Qt::Key_R);
    QVERIFY(document.current()->current.span != cut || !m_window->statusBar()->currentMessage().isEmpty());
}

#include "tst_inspectordesk.moc"
