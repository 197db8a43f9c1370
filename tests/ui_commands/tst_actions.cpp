// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/actions.h"

#include "tests/support/testregistry.h"
#include "ui/commands/commandpalette.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandIsInAMenu();
    void noKeyMeansTwoThings();
    void idsAreDistinct();
    void thePaletteGivesCommands();
    void thePalettePassesOverWhatCannotBeGiven();
};

VIRAL_TEST(ActionsTest)

void ActionsTest::everyCommandIsInAMenu()
{
    QMainWindow window;
    Actions actions(&window);
    actions.fillMenus(window.menuBar());
    QSet<QAction *> shown;
    for (const QAction *top : window.menuBar()->actions()) {
        for (QAction *action : top->menu()->actions())
            shown.insert(action);
    }
    for (const CommandEntry &entry : commandTable()) {
        QVERIFY2(actions.of(entry.command), entry.id);
        QVERIFY2(shown.contains(actions.of(entry.command)), entry.id);
    }
    QCOMPARE(commandTable().size(), static_cast<int>(Command::About) + 1);
}

void ActionsTest::noKeyMeansTwoThings()
{
    QHash<QString, QString> owner;
    for (const CommandEntry &entry : commandTable()) {
        for (const QString &key : entry.keys) {
            const QString portable = QKeySequence::fromString(key).toString();
            QVERIFY2(!portable.isEmpty(), qPrintable(key));
            QVERIFY2(!owner.contains(portable), qPrintable(key + u' ' + owner.value(portable)));
            owner.insert(portable, QString::fromLatin1(entry.id));
        }
    }
}

void ActionsTest::idsAreDistinct()
{
    QSet<QString> ids;
    for (const CommandEntry &entry : commandTable())
        ids.insert(QString::fromLatin1(entry.id));
    QCOMPARE(ids.size(), commandTable().size());
}

void ActionsTest::thePaletteGivesCommands()
{
    QMainWindow window;
    Actions actions(&window);
    CommandPalette palette(actions, &window);
    palette.show();
    auto *text = palette.findChild<QLineEdit *>();
    auto *list = palette.findChild<QListWidget *>();
    QCOMPARE(list->count(), commandTable().size() - 1);
    QSignalSpy kept(actions.of(Command::PlayKept), &QAction::triggered);
    QTest::keyClicks(text, u"kept play"_s);
    QCOMPARE(list->count(), 1);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(kept.size(), 1);
    QVERIFY(!palette.isVisible());

    palette.show();
    actions.setWorkOpen(false);
    text->clear();
    QTest::keyClicks(text, u"kept play"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(kept.size(), 1);
    QVERIFY(palette.isVisible());
    text->clear();
    QTest::keyClick(text, Qt::Key_Down);
    QVERIFY(list->currentRow() > 0);
}

void ActionsTest::thePalettePassesOverWhatCannotBeGiven()
{
    QMainWindow window;
    Actions actions(&window);
    actions.setWorkOpen(false);
    actions.of(Command::NewWindow)->setVisible(false);
    CommandPalette palette(actions, &window);
    palette.show();
    auto *text = palette.findChild<QLineEdit *>();
    auto *list = palette.findChild<QListWidget *>();
    QCOMPARE(list->count(), commandTable().size() - 2);
    int given = 0;
    for (int last = -1; list->currentRow() != last; ++given) {
        QVERIFY(list->currentItem()->flags().testFlag(Qt::ItemIsEnabled));
        last = list->currentRow();
        QTest::keyClick(text, Qt::Key_Down);
    }
    QVERIFY(given > 3);
    const int end = list->currentRow();
    QTest::keyClick(text, Qt::Key_PageUp);
    QVERIFY(list->currentRow() < end);
    QTest::keyClicks(text, u"nothing is called so"_s);
    QVERIFY(!list->isVisible());
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(palette.isVisible());
}

#include "tst_actions.moc"
