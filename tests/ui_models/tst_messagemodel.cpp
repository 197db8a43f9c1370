// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/messagemodel.h"

#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class MessageModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatedMessagesCountUp();
    void theOldestGoFirst();
};

VIRAL_TEST(MessageModelTest)

void MessageModelTest::repeatedMessagesCountUp()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 3; ++i)
        model.add(Message::Severity::Warning, u"Disk almost full"_s, {});
    model.add(Message::Severity::Note, u"Saved"_s, {});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), u"Disk almost full (3 times)"_s);
    QCOMPARE(model.problemCount(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void MessageModelTest::theOldestGoFirst()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < MessageModel::mostKept + 10; ++i)
        model.add(Message::Severity::Note, QString::number(i), {});
    QCOMPARE(model.rowCount(), MessageModel::mostKept);
    QCOMPARE(model.index(0).data().toString(), u"10"_s);
}

#include "tst_messagemodel.moc"
