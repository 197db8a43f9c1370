// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keymapdialog.h"

#include "tests/support/testregistry.h"
#include "ui/commands/actions.h"
#include "ui/commands/keymapstore.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// Changing keys with the keyboard: search, press, take over, presets, files.
class KeyMapDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theModelIsSound();
    void aPressedKeyIsAdded();
    void anothersKeyIsTakenOver();
    void keysAreRemovedAndReset();
    void presetsReplaceEverything();
    void nothingHoldsBeforeOk();
    void filesCarryKeys();
    void actionsFollow();

private:
    QPushButton *button(const QString &text) const;
    void choose(const QString &search) const;
    void pressNewKey(Qt::Key key, Qt::KeyboardModifiers modifiers) const;

    std::unique_ptr<KeyMapStore> m_store;
    std::unique_ptr<KeyMapDialog> m_dialog;
};

VIRAL_TEST(KeyMapDialogTest)

void KeyMapDialogTest::init()
{
    m_store = std::make_unique<KeyMapStore>(QString());
    m_dialog = std::make_unique<KeyMapDialog>(*m_store);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void KeyMapDialogTest::cleanup()
{
    m_dialog.reset();
}

QPushButton *KeyMapDialogTest::button(const QString &text) const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void KeyMapDialogTest::choose(const QString &search) const
{
    auto *field = m_dialog->findChild<QLineEdit *>();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, search);
}

void KeyMapDialogTest::pressNewKey(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    auto *field = m_dialog->findChild<QKeySequenceEdit *>();
    field->setFocus();
    QTest::keyClick(field, key, modifiers);
}

void KeyMapDialogTest::theModelIsSound()
{
    KeyMapModel model{KeyMap()};
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setKeys(presetKeys(KeyPreset::Premiere));
    QCOMPARE(model.rowCount(), static_cast<int>(commandTable().size()));
}

void KeyMapDialogTest::aPressedKeyIsAdded()
{
    choose(u"hold"_s);
    pressNewKey(Qt::Key_F8, Qt::ControlModifier);
    QTRY_VERIFY(button(u"Add"_s) && button(u"Add"_s)->isEnabled());
    QTest::mouseClick(button(u"Add"_s), Qt::LeftButton);
    QCOMPARE(m_dialog->keys().ownerOf(u"Ctrl+F8"_s), u"moment.hold"_s);
    QCOMPARE(m_dialog->keys().ownerOf(u"H"_s), u"moment.hold"_s);
}

void KeyMapDialogTest::anothersKeyIsTakenOver()
{
    choose(u"hold"_s);
    pressNewKey(Qt::Key_A, {});
    QTRY_VERIFY(button(u"Take over"_s));
    QPushButton *take = button(u"Take over"_s);
    const auto labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *label) { return label->text().contains(u"“Keep”"_s); }));
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(m_dialog->keys().ownerOf(u"A"_s), u"moment.hold"_s);
    QVERIFY(m_dialog->keys().keysOf(u"moment.keep"_s).isEmpty());
}

void KeyMapDialogTest::keysAreRemovedAndReset()
{
    choose(u"hold"_s);
    QVERIFY(!button(u"As usual"_s)->isEnabled());
    QTest::mouseClick(button(u"Remove all"_s), Qt::LeftButton);
    QVERIFY(m_dialog->keys().keysOf(u"moment.hold"_s).isEmpty());
    QTest::mouseClick(button(u"As usual"_s), Qt::LeftButton);
    QCOMPARE(m_dialog->keys(), KeyMap());
}

void KeyMapDialogTest::presetsReplaceEverything()
{
    auto *preset = m_dialog->findChild<QComboBox *>();
    preset->setFocus();
    QTest::keyClick(preset, Qt::Key_Down);
    QTest::keyClick(preset, Qt::Key_Down);
    QCOMPARE(m_dialog->keys(), presetKeys(KeyPreset::Resolve));
    choose(u"hold"_s);
    QTest::mouseClick(button(u"Remove all"_s), Qt::LeftButton);
    QCOMPARE(preset->currentText(), u"My own"_s);
}

void KeyMapDialogTest::nothingHoldsBeforeOk()
{
    choose(u"hold"_s);
    QTest::mouseClick(button(u"Remove all"_s), Qt::LeftButton);
    QCOMPARE(m_store->keys(), KeyMap());
    m_dialog->accept();
    QVERIFY(m_store->keys().keysOf(u"moment.hold"_s).isEmpty());
    QVERIFY(!m_dialog->isVisible());
}

void KeyMapDialogTest::filesCarryKeys()
{
    const QTemporaryDir folder;
    choose(u"hold"_s);
    QTest::mouseClick(button(u"Remove all"_s), Qt::LeftButton);
    QVERIFY(m_dialog->exportTo(folder.filePath(u"keys.json"_s)));
    KeyMapDialog other(*m_store);
    QVERIFY(other.importFrom(folder.filePath(u"keys.json"_s)));
    QCOMPARE(other.keys(), m_dialog->keys());
    QVERIFY(!other.importFrom(folder.filePath(u"missing.json"_s)));
    QCOMPARE(other.keys(), m_dialog->keys());
}

void KeyMapDialogTest::actionsFollow()
{
    QMainWindow window;
    Actions actions(&window);
    int kept = 0;
    actions.on(Command::Keep, &window, [&kept] { ++kept; });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_A);
    actions.setKeys(presetKeys(KeyPreset::FinalCut));
    QTest::keyClick(&window, Qt::Key_F);
    QCOMPARE(kept, 2);
    QVERIFY(actions.of(Command::Keep)->toolTip().contains(u"(F)"_s));
}

#include "tst_keymapdialog.moc"
