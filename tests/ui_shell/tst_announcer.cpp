// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"
#include "ui/commands/shortcutguard.h"
#include "ui/document/memoryjournal.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/reasonpopup.h"
#include "ui/shell/announcer.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;

// What a screen reader is told without being asked, in the words it gets.
class AnnouncerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void stepsAreSaid();
    void whatIsTakenBackIsSaid();
    void whatAControlMakesItTellsItself();
    void messagesAreSaid();
    void manyMessagesAreNotReadOut();
    void aMomentOutOfTheListIsSaid();
    void matchesAreCounted();
    void theFirstReasonIsSaid();
    void partsAreNoWindows();

private:
    ReviewDocument &document() { return m_window->document(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    ShortcutGuard m_guard;
    SystemClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_said;
};

VIRAL_TEST(AnnouncerTest)

void AnnouncerTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_guard);
}

void AnnouncerTest::init()
{
    m_journal = std::make_unique<MemoryJournal>();
    m_window = std::make_unique<MainWindow>(
        Surroundings{.journal = *m_journal, .clock = m_clock, .theme = *m_theme, .remembersLayout = false});
    m_window->resize(1600, 1000);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    document().open(ViralTest::evenWork(6));
    QTRY_VERIFY(m_window->isSettled());
    m_said.clear();
    connect(m_window->findChild<Announcer *>(), &Announcer::said, this, [this](const QString &text) {
        m_said.append(text);
        // It is where readers find it.
        QAccessibleInterface *note =
            QAccessible::queryAccessibleInterface(m_window->findChild<QWidget *>(u"announcer"_s));
        QCOMPARE(note->role(), QAccessible::Notification);
        QCOMPARE(note->text(QAccessible::Name), text);
    });
}

void AnnouncerTest::cleanup()
{
    m_window.reset();
}

void AnnouncerTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
    QTest::keyClick(focus, key, modifiers);
}

void AnnouncerTest::stepsAreSaid()
{
    const QString title = document().current()->current.title;
    press(Qt::Key_A);
    QTRY_COMPARE(m_said, QStringList{u"Kept “%1”"_s.arg(title)});
    press(Qt::Key_S);
    QTRY_COMPARE(m_said.size(), 2);
    QVERIFY(m_said.constLast().startsWith(u"Star on"));
}

void AnnouncerTest::whatIsTakenBackIsSaid()
{
    const QString title = document().current()->current.title;
    press(Qt::Key_X);
    QTRY_COMPARE(m_said.size(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_said.value(m_said.size() - 1), u"Taken back: Rejected “%1”"_s.arg(title));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_said.value(m_said.size() - 1), u"Rejected “%1”"_s.arg(title));
}

void AnnouncerTest::whatAControlMakesItTellsItself()
{
    const MomentId id = document().currentMoment();
    m_window->findChild<QAction *>(u"view.scores"_s)->trigger();
    QVERIFY(QApplication::focusWidget()->property("usesArrowKeys").toBool());
    // The page is filled when the loop comes round.
    QCoreApplication::processEvents();
    const int before = document().current()->current.scorecard.sum();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(document().current()->current.scorecard.sum() != before);
    // Said by nobody, a score changed from elsewhere would be missed.
    m_window->findChild<MomentsPanel *>()->focusList();
    QVERIFY(document().apply({StarEdit{id, true}}));
    QTRY_COMPARE(m_said.size(), 1);
    QVERIFY(m_said.constFirst().startsWith(u"Star on"));
}

void AnnouncerTest::messagesAreSaid()
{
    m_window->tell(u"Saved to there"_s);
    QTRY_COMPARE(m_said, QStringList{u"Saved to there"_s});
    // The same again is one row in the list, and news all the same.
    m_window->tell(u"Saved to there"_s);
    QTRY_COMPARE(m_said.size(), 2);
    m_window->tellError({ErrorKind::Io, u"The disk is full."_s, {}});
    QTRY_COMPARE(m_said.value(m_said.size() - 1), u"The disk is full."_s);
}

void AnnouncerTest::manyMessagesAreNotReadOut()
{
    for (int i = 0; i < 20; ++i)
        m_window->tell(u"Message %1."_s.arg(i));
    QTRY_COMPARE(m_said, QStringList{u"Message 0.\nMessage 1.\nMessage 2.\nand 17 more message(s)"_s});
}

void AnnouncerTest::aMomentOutOfTheListIsSaid()
{
    const QList<ReviewedMoment> moments = document().review().moments();
    document().setCurrentMoment(moments.at(2).id);
    m_window->tell(u"After"_s);
    QTRY_COMPARE(m_said, QStringList{u"After"_s});
    m_window->findChild<MomentsPanel *>()->hide();
    document().setCurrentMoment(moments.at(4).id);
    QTRY_COMPARE(m_said.size(), 2);
    QCOMPARE(m_said.constLast().section(u", score"_s, 0, 0), moments.at(4).current.title);
}

void AnnouncerTest::matchesAreCounted()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"word"_s);
    QTRY_VERIFY(!m_said.isEmpty() && m_said.constLast().contains(u" of "));
    m_said.clear();
    QTest::keyClicks(QApplication::focusWidget(), u"qqq"_s);
    QTRY_COMPARE(m_said.join(u'\n').section(u'\n', -1), u"Not found"_s);
    m_said.clear();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    m_window->tell(u"After"_s);
    QTRY_COMPARE(m_said, QStringList{u"After"_s});
}

void AnnouncerTest::theFirstReasonIsSaid()
{
    press(Qt::Key_X, Qt::ShiftModifier);
    auto *popup = m_window->findChild<ReasonPopup *>();
    QTRY_VERIFY(popup->isVisible());
    auto *list = popup->findChild<QListWidget *>();
    QCOMPARE(list->currentRow(), 0);
    popup->hide();
    // Readers are told of a row that is chosen while the list has the keys, and not before.
    QList<bool> hadKeys;
    connect(list, &QListWidget::currentRowChanged, this, [&hadKeys, list](int row) {
        if (row >= 0)
            hadKeys.append(list->hasFocus());
    });
    press(Qt::Key_X, Qt::ShiftModifier);
    QTRY_COMPARE(hadKeys, QList<bool>{true});
    popup->hide();
}

void AnnouncerTest::partsAreNoWindows()
{
    for (QDockWidget *dock : m_window->findChildren<QDockWidget *>()) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(dock);
        QCOMPARE(interface->role(), QAccessible::Grouping);
        QCOMPARE(interface->text(QAccessible::Name), dock->windowTitle());
        QVERIFY(interface->indexOfChild(QAccessible::queryAccessibleInterface(dock->widget())) >= 0);
    }
    for (QStackedWidget *pages : m_window->findChildren<QStackedWidget *>())
        QCOMPARE(QAccessible::queryAccessibleInterface(pages)->role(), QAccessible::Grouping);
    for (const QLineEdit *field : m_window->findChildren<QLineEdit *>()) {
        for (QToolButton *button : field->findChildren<QToolButton *>())
            QVERIFY(!QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name).isEmpty());
    }
    auto *search = m_window->findChild<MomentsPanel *>()->findChild<QLineEdit *>();
    search->setText(u"word"_s);
    QAccessibleInterface *clearing = nullptr;
    for (QToolButton *button : search->findChildren<QToolButton *>()) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(button);
        if (interface->role() == QAccessible::Button)
            clearing = interface;
    }
    QVERIFY(clearing);
    QCOMPARE(clearing->text(QAccessible::Name), u"Clear the search"_s);
    clearing->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(search->text(), QString());
    // The keys do not stop at what only scrolls.
    for (const QScrollArea *area : m_window->findChildren<QScrollArea *>()) {
        if (area->focusPolicy() & Qt::TabFocus)
            QVERIFY2(!area->accessibleName().isEmpty(), area->parentWidget()->metaObject()->className());
    }
}

#include "tst_announcer.moc"
