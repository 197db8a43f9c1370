// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/messagespanel.h"

#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Viral;
using namespace Qt::StringLiterals;
using Severity = Message::Severity;
using Kind = MessageTarget::Kind;

// The list of messages by keys and mouse.
class MessagesPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysThatThereIsNothing();
    void theNewestComesFirst();
    void kindsAreHiddenAndShown();
    void theWholeTextAndTheNextStepAreBelow();
    void leadsToItsPlace();
    void withoutAPlaceItLeadsNowhere();
    void copiesWhatIsSelectedOrShown();
    void clears();
    void theCurrentOneStaysWhenOthersCome();
    void everyControlHasAName();

private:
    QTableView &table() const { return *m_panel->findChild<QTableView *>(); }
    QAbstractItemModel &shown() const { return *table().model(); }
    QString text(int row) const { return shown().index(row, MessageModel::TextColumn).data().toString(); }
    template <typename Button>
    Button *button(const QString &beginning) const;
    bool isSeen(const QString &words) const;
    void addThree();

    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<MessagesPanel> m_panel;
};

VIRAL_TEST(MessagesPanelTest)

void MessagesPanelTest::init()
{
    m_model = std::make_unique<MessageModel>();
    m_panel = std::make_unique<MessagesPanel>(*m_model);
    m_panel->resize(900, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    new QAbstractItemModelTester(&shown(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_panel.get());
}

void MessagesPanelTest::cleanup()
{
    m_panel.reset();
    m_model.reset();
}

template <typename Button>
Button *MessagesPanelTest::button(const QString &beginning) const
{
    for (Button *candidate : m_panel->findChildren<Button *>()) {
        if (candidate->text().startsWith(beginning))
            return candidate;
    }
    return nullptr;
}

bool MessagesPanelTest::isSeen(const QString &words) const
{
    const QList<QLabel *> labels = m_panel->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->isVisible() && label->text() == words; });
}

void MessagesPanelTest::addThree()
{
    m_model->add({.text = u"Saved"_s});
    m_model->add({.severity = Severity::Warning, .text = u"A word overlaps"_s, .target = {.kind = Kind::Place}});
    m_model->add({.severity = Severity::Error,
                  .text = u"The run failed.\nNobody answered."_s,
                  .whatToDo = u"Try again."_s,
                  .target = {.kind = Kind::Run, .id = u"run-1"_s}});
}

void MessagesPanelTest::saysThatThereIsNothing()
{
    QVERIFY(isSeen(u"Nothing to report."_s));
    QVERIFY(!table().isVisible());
    QVERIFY(!button<QPushButton>(u"Clear"_s)->isEnabled());
    QVERIFY(!button<QPushButton>(u"Copy"_s)->isEnabled());
    m_panel->begin();
}

void MessagesPanelTest::theNewestComesFirst()
{
    addThree();
    QVERIFY(table().isVisible());
    QCOMPARE(text(0), u"The run failed. Nobody answered."_s);
    QCOMPARE(text(2), u"Saved"_s);
    m_model->add({.text = u"Later"_s});
    QCOMPARE(text(0), u"Later"_s);
}

void MessagesPanelTest::kindsAreHiddenAndShown()
{
    addThree();
    auto *notes = button<QToolButton>(u"Notes: 1"_s);
    auto *warnings = button<QToolButton>(u"Warnings: 1"_s);
    auto *errors = button<QToolButton>(u"Errors: 1"_s);
    QVERIFY(notes && warnings && errors);
    QTest::mouseClick(notes, Qt::LeftButton);
    QCOMPARE(shown().rowCount(), 2);
    QTest::mouseClick(errors, Qt::LeftButton);
    QCOMPARE(shown().rowCount(), 1);
    QCOMPARE(text(0), u"A word overlaps"_s);
    // What comes while it is hidden counts.
    m_model->add({.severity = Severity::Error, .text = u"Another"_s});
    QCOMPARE(errors->text(), u"Errors: 2"_s);
    QCOMPARE(shown().rowCount(), 1);
    QTest::mouseClick(warnings, Qt::LeftButton);
    QCOMPARE(shown().rowCount(), 0);
    QVERIFY(isSeen(u"No message of the kinds chosen above."_s));
    QTest::mouseClick(errors, Qt::LeftButton);
    QCOMPARE(shown().rowCount(), 2);
}

void MessagesPanelTest::theWholeTextAndTheNextStepAreBelow()
{
    addThree();
    m_panel->begin();
    QVERIFY(table().hasFocus());
    QVERIFY(table().selectionModel()->isRowSelected(0));
    QVERIFY(isSeen(u"The run failed.\nNobody answered."_s));
    QVERIFY(isSeen(u"Try again."_s));
    QTest::keyClick(&table(), Qt::Key_Down);
    QVERIFY(isSeen(u"A word overlaps"_s));
    QVERIFY(!isSeen(u"Try again."_s));
}

void MessagesPanelTest::leadsToItsPlace()
{
    addThree();
    m_panel->begin();
    QSignalSpy wanted(m_panel.get(), &MessagesPanel::targetRequested);
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.takeFirst().constFirst().value<MessageTarget>(),
             (MessageTarget{.kind = Kind::Run, .id = u"run-1"_s}));
    QTest::mouseClick(button<QPushButton>(u"Show the run"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    wanted.clear();
    const QPoint second = table().visualRect(shown().index(1, MessageModel::TextColumn)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().value<MessageTarget>().kind, Kind::Place);
}

void MessagesPanelTest::withoutAPlaceItLeadsNowhere()
{
    m_model->add({.text = u"Saved"_s});
    m_panel->begin();
    QSignalSpy wanted(m_panel.get(), &MessagesPanel::targetRequested);
    QTest::keyClick(&table(), Qt::Key_Return);
    QVERIFY(wanted.isEmpty());
    for (const QPushButton *candidate : m_panel->findChildren<QPushButton *>())
        QVERIFY(!candidate->isVisible() || candidate->text() == u"Copy"_s || candidate->text() == u"Clear"_s);
}

void MessagesPanelTest::copiesWhatIsSelectedOrShown()
{
    addThree();
    QTest::mouseClick(button<QPushButton>(u"Copy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u"\tNote\t"_s), 1);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Try again."_s));
    m_panel->begin();
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"\tWarning\tA word overlaps"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u'\n'));
}

void MessagesPanelTest::clears()
{
    addThree();
    m_panel->begin();
    QTest::mouseClick(button<QPushButton>(u"Clear"_s), Qt::LeftButton);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(isSeen(u"Nothing to report."_s));
    QVERIFY(!isSeen(u"Try again."_s));
}

void MessagesPanelTest::theCurrentOneStaysWhenOthersCome()
{
    addThree();
    m_panel->begin();
    QTest::keyClick(&table(), Qt::Key_Down);
    m_model->add({.text = u"Later"_s});
    QVERIFY(isSeen(u"A word overlaps"_s));
    QCOMPARE(table().currentIndex().row(), 2);
}

void MessagesPanelTest::everyControlHasAName()
{
    addThree();
    QVERIFY(!table().accessibleName().isEmpty());
    for (const QAbstractButton *control : m_panel->findChildren<QAbstractButton *>()) {
        // The corner of a table is no control of its own.
        if (control->isVisible() && control->parentWidget() != &table())
            QVERIFY(!control->accessibleName().isEmpty() || !control->text().isEmpty());
    }
}

#include "tst_messagespanel.moc"
