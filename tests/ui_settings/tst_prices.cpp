// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/pricebook.h"
#include "tests/support/testregistry.h"
#include "ui/settings/pricetablemodel.h"
#include "ui/settings/userprices.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Viral;

class PricesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileComesBack();
    void noPricesMeanNoFile();
    void ownPricesWin();
    void modelIsSound();
    void changesAreChecked_data();
    void changesAreChecked();
    void pointsStandBelowEachOther();
    void builtInPricesCannotBeChanged();
    void namelessRowsAreNotKept();
};

namespace {

const QDate today(2026, 11, 21);

ModelPrice price(const QString &model, const QString &input = u"1.5"_s)
{
    ModelPrice made{.model = model, .source = u"my contract \"A\""_s, .checkedOn = today};
    made.rates = {*TokenRate::fromText(input), *TokenRate::fromText(u"0.000001"_s), *TokenRate::fromText(u"10"_s)};
    made.cacheWrite = TokenRate::fromText(u"2.5"_s);
    made.shutdownDate = QDate(2027, 1, 2);
    return made;
}

} // namespace

void PricesTest::fileComesBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deeper/pricing.json"_s);
    QCOMPARE(*readUserPrices(path), QList<ModelPrice>());
    const QList<ModelPrice> prices{price(u"llama-3"_s), price(u"模型"_s, u"0"_s)};
    QVERIFY(writeUserPrices(path, prices));
    QCOMPARE(*readUserPrices(path), prices);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    QVERIFY(!readUserPrices(path));
}

void PricesTest::noPricesMeanNoFile()
{
    const QTemporaryDir folder;
    const QString path = userPricesPath(folder.path());
    QVERIFY(writeUserPrices(path, {}));
    QVERIFY(writeUserPrices(path, {price(u"m"_s)}));
    QVERIFY(QFile::exists(path));
    QVERIFY(writeUserPrices(path, {}));
    QVERIFY(!QFile::exists(path));
    QFile inTheWay(folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!writeUserPrices(inTheWay.fileName() + u"/pricing.json"_s, {price(u"m"_s)}));
}

void PricesTest::ownPricesWin()
{
    const QTemporaryDir folder;
    const QString path = userPricesPath(folder.path());
    QVERIFY(writeUserPrices(path, {price(u"gpt-4o-mini"_s, u"99"_s)}));
    const Result<PriceTable> all = pricesWithUser(path);
    QVERIFY(all);
    QCOMPARE(all->find(u"gpt-4o-mini")->rates.input, *TokenRate::fromText(u"99"_s));
}

void PricesTest::modelIsSound()
{
    PriceTableModel model({price(u"mine"_s)}, builtInPrices().models, today);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int before = model.rowCount();
    QVERIFY(model.isOwn(0));
    QVERIFY(!model.isOwn(1));
    const int row = model.addOwn(before - 1);
    QCOMPARE(row, 1);
    QCOMPARE(model.rowCount(), before + 1);
    QCOMPARE(model.ownPrices().at(1).model, builtInPrices().models.constLast().model);
    QCOMPARE(model.ownPrices().at(1).checkedOn, today);
    model.removeOwn(0);
    model.removeOwn(5);
    QCOMPARE(model.rowCount(), before);
    QVERIFY(!model.data(model.index(0, PriceTableModel::Input), Qt::DisplayRole).toString().isEmpty());
}

void PricesTest::changesAreChecked_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("name") << int(PriceTableModel::Model) << u"  new name "_s << u"new name"_s;
    QTest::newRow("no name") << int(PriceTableModel::Model) << u"  "_s << QString();
    QTest::newRow("long name") << int(PriceTableModel::Model) << QString(201, u'x') << QString();
    QTest::newRow("rate") << int(PriceTableModel::Output) << u"3.25"_s << u"3.25"_s;
    QTest::newRow("comma") << int(PriceTableModel::Output) << u"3,25"_s << u"3.25"_s;
    QTest::newRow("negative") << int(PriceTableModel::Output) << u"-3"_s << QString();
    QTest::newRow("words") << int(PriceTableModel::Input) << u"cheap"_s << QString();
    QTest::newRow("seven decimals") << int(PriceTableModel::Input) << u"0.0000001"_s << QString();
    QTest::newRow("date") << int(PriceTableModel::AsOf) << u"2020-01-01"_s << QString();
}

void PricesTest::changesAreChecked()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, kept);
    PriceTableModel model({price(u"mine"_s)}, {}, today);
    const QSignalSpy changed(&model, &PriceTableModel::ownChanged);
    const QModelIndex index = model.index(0, column);
    const QString before = index.data(Qt::EditRole).toString();
    QCOMPARE(model.setData(index, text, Qt::EditRole), !kept.isEmpty());
    QCOMPARE(index.data(Qt::EditRole).toString(), kept.isEmpty() ? before : kept);
    QCOMPARE(changed.size(), kept.isEmpty() ? 0 : 1);
}

void PricesTest::pointsStandBelowEachOther()
{
    PriceTableModel model({}, builtInPrices().models, today);
    QSet<qsizetype> decimals;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString shown = model.index(row, PriceTableModel::Cached).data().toString();
        decimals.insert(shown.size() - shown.indexOf(QLocale().decimalPoint()));
    }
    QCOMPARE(decimals.size(), 1);
}

void PricesTest::builtInPricesCannotBeChanged()
{
    PriceTableModel model({}, builtInPrices().models, today);
    const QModelIndex index = model.index(0, PriceTableModel::Input);
    QVERIFY(!model.flags(index).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(index, u"1"_s, Qt::EditRole));
    model.removeOwn(0);
    QCOMPARE(model.rowCount(), int(builtInPrices().models.size()));
}

void PricesTest::namelessRowsAreNotKept()
{
    PriceTableModel model({}, {}, today);
    model.addOwn(-1);
    QVERIFY(model.ownPrices().isEmpty());
    QVERIFY(model.setData(model.index(0, 0), u"m"_s, Qt::EditRole));
    QCOMPARE(model.ownPrices().size(), 1);
}

VIRAL_TEST(PricesTest)
#include "tst_prices.moc"
