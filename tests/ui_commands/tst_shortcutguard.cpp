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
#include <QSignalSpy>
#include <QTest>
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

#include "tst_shortcutguard.moc"
