// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/shortcutguard.h"

#include "tests/support/testregistry.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Viral;
using namespace Qt::StringLiterals;

// The window's plain keys against widgets that live by the same keys.
class ShortcutGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoGetsTheKey_data();
    void whoGetsTheKey();
    void enterPressesButtons();
};

VIRAL_TEST(ShortcutGuardTest)

void ShortcutGuardTest::whoGetsTheKey_data()
{
    QTest::addColumn<QString>("widget");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("windowGetsIt");
    QTest::newRow("letter in a text") << u"text"_s << int(Qt::Key_A) << false;
    QTest::newRow("space in a text") << u"text"_s << int(Qt::Key_Space) << false;
    QTest::newRow("enter in a text") << u"text"_s << int(Qt::Key_Return) << false;
    QTest::newRow("enter elsewhere") << u"plain"_s << int(Qt::Key_Return) << true;
    QTest::newRow("space on a check box") << u"check"_s << int(Qt::Key_Space) << false;
    QTest::newRow("letter on a check box") << u"check"_s << int(Qt::Key_A) << true;
    QTest::newRow("down in a list") << u"list"_s << int(Qt::Key_Down) << false;
    QTest::newRow("letter in a list") << u"list"_s << int(Qt::Key_A) << true;
    QTest::newRow("down in a box of choices") << u"combo"_s << int(Qt::Key_Down) << false;
    QTest::newRow("down in the list of moments") << u"moments"_s << int(Qt::Key_Down) << true;
    QTest::newRow("space elsewhere") << u"plain"_s << int(Qt::Key_Space) << true;
}

void ShortcutGuardTest::whoGetsTheKey()
{
    QFETCH(const QString, widget);
    QFETCH(const int, key);
    QFETCH(const bool, windowGetsIt);

    ShortcutGuard guard;
    qApp->installEventFilter(&guard);
    QMainWindow window;
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    const auto add = [&](QWidget *child, const QString &name) {
        child->setObjectName(name);
        child->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(child);
    };
    add(new QLineEdit, u"text"_s);
    add(new QCheckBox, u"check"_s);
    auto *list = new QListWidget;
    list->addItems({u"one"_s, u"two"_s});
    add(list, u"list"_s);
    auto *moments = new QListWidget;
    moments->setProperty("leavesKeysToWindow", true);
    add(moments, u"moments"_s);
    auto *combo = new QComboBox;
    combo->addItems({u"one"_s, u"two"_s});
    add(combo, u"combo"_s);
    add(new QWidget, u"plain"_s);
    window.setCentralWidget(content);
    QAction action;
    action.setShortcuts({QKeySequence(Qt::Key_A), QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_Down),
                         QKeySequence(Qt::Key_Return)});
    window.addAction(&action);
    QSignalSpy triggered(&action, &QAction::triggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    auto *target = window.findChild<QWidget *>(widget);
    target->setFocus();
    QTest::keyClick(target, static_cast<Qt::Key>(key));
    QCOMPARE(!triggered.isEmpty(), windowGetsIt);
    qApp->removeEventFilter(&guard);
}

void ShortcutGuardTest::enterPressesButtons()
{
    ShortcutGuard guard;
    qApp->installEventFilter(&guard);
    QMainWindow window;
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    auto *button = new QPushButton;
    auto *tool = new QToolButton;
    auto *check = new QCheckBox;
    auto *menuButton = new QToolButton;
    auto *menu = new QMenu(menuButton);
    menu->addAction(u"One"_s);
    menuButton->setMenu(menu);
    menuButton->setPopupMode(QToolButton::InstantPopup);
    for (QAbstractButton *each : std::initializer_list<QAbstractButton *>{button, tool, check, menuButton}) {
        each->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(each);
    }
    window.setCentralWidget(content);
    QAction action;
    action.setShortcut(QKeySequence(Qt::Key_Return));
    window.addAction(&action);
    QSignalSpy windowsOwn(&action, &QAction::triggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    QSignalSpy pressed(button, &QAbstractButton::clicked);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(pressed.count(), 2);
    QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(pressed.count(), 2);
    QSignalSpy toolPressed(tool, &QAbstractButton::clicked);
    tool->setFocus();
    QTest::keyClick(tool, Qt::Key_Return);
    QCOMPARE(toolPressed.count(), 1);
    // A box is ticked by the space bar alone, as everywhere.
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Return);
    QVERIFY(!check->isChecked());
    bool wasShown = false;
    connect(menu, &QMenu::aboutToShow, menu, [&wasShown, menu] {
        wasShown = true;
        QTimer::singleShot(0, menu, &QWidget::close);
    });
    menuButton->setFocus();
    QTest::keyClick(menuButton, Qt::Key_Return);
    QVERIFY(wasShown);
    button->setEnabled(false);
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(pressed.count(), 2);
    QCOMPARE(windowsOwn.count(), 0);
}

#include "tst_shortcutguard.moc"
