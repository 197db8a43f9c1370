// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/messagemodel.h"

#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using Severity = Message::Severity;

class MessageModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatedMessagesCountUp();
    void anotherTargetIsAnotherMessage();
    void theOldestGoFirst();
    void endlessTextsAreCut();
    void tellsWhatEachColumnHolds();
    void textToBePassedOn();
};

VIRAL_TEST(MessageModelTest)

void MessageModelTest::repeatedMessagesCountUp()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
    for (int i = 0; i < 3; ++i)
        model.add({.severity = Severity::Warning, .text = u"Disk almost full"_s, .when = noon.addSecs(i)});
    model.add({.text = u"Saved"_s, .when = noon});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, MessageModel::TextColumn).data().toString(), u"Disk almost full"_s);
    QCOMPARE(model.index(0, MessageModel::CountColumn).data().toString(), u"3"_s);
    QCOMPARE(model.index(1, MessageModel::CountColumn).data().toString(), QString());
    QCOMPARE(model.messages().constFirst().when, noon.addSecs(2));
    QCOMPARE(model.problemCount(), 1);
    QCOMPARE(model.countOf(Severity::Note), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.problemCount(), 0);
}

void MessageModelTest::anotherTargetIsAnotherMessage()
{
    MessageModel model;
    const auto failed = [](const QString &run) {
        return Message{.severity = Severity::Error,
                       .text = u"The service is not there."_s,
                       .target = {.kind = MessageTarget::Kind::Run, .id = run}};
    };
    model.add(failed(u"one"_s));
    model.add(failed(u"two"_s));
    model.add(failed(u"two"_s));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.messages().constLast().count, 2);
}

void MessageModelTest::theOldestGoFirst()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < MessageModel::mostKept + 10; ++i)
        model.add({.text = QString::number(i)});
    QCOMPARE(model.rowCount(), MessageModel::mostKept);
    QCOMPARE(model.index(0, MessageModel::TextColumn).data().toString(), u"10"_s);
}

void MessageModelTest::endlessTextsAreCut()
{
    MessageModel model;
    for (int i = 0; i < 2; ++i)
        model.add({.text = QString(1'000'000, u'x')});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.messages().constFirst().text.size(), MessageModel::longestText + 1);
    QCOMPARE(model.messages().constFirst().count, 2);
}

void MessageModelTest::tellsWhatEachColumnHolds()
{
    MessageModel model;
    model.add({.severity = Severity::Error, .text = u"First line\nsecond line"_s, .whatToDo = u"Try again."_s});
    QCOMPARE(model.index(0, MessageModel::SeverityColumn).data().toString(), u"Error"_s);
    QCOMPARE(model.index(0, MessageModel::TextColumn).data().toString(), u"First line second line"_s);
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"First line\nsecond line\n\nTry again."_s);
    QCOMPARE(model.index(0, 0).data(MessageModel::SeverityRole).toInt(), static_cast<int>(Severity::Error));
    for (int column = 0; column < MessageModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void MessageModelTest::textToBePassedOn()
{
    MessageModel model;
    const QDateTime noon(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
    model.add({.severity = Severity::Error, .text = u"No line."_s, .whatToDo = u"Try again."_s, .when = noon});
    model.add({.text = u"Saved"_s, .when = noon});
    QCOMPARE(model.textOf({0, 1, 7, -1}), u"2026-11-21T12:00:00.000Z\tError\tNo line.\tTry again.\n"
                                          "2026-11-21T12:00:00.000Z\tNote\tSaved"_s);
}

#include "tst_messagemodel.moc"
