// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include "tests/support/testregistry.h"

#include <QTest>

#include <limits>

using namespace Viral;
using namespace Qt::StringLiterals;

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixDecimals_data();
    void sixDecimals();
    void forPeople_data();
    void forPeople();
    void costOf_data();
    void costOf();
    void rateFromText_data();
    void rateFromText();
};

VIRAL_TEST(MoneyTest)

void MoneyTest::sixDecimals_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << u"0.000000"_s;
    QTest::newRow("one micro") << qint64(1) << u"0.000001"_s;
    QTest::newRow("seed total") << qint64(1653694) << u"1.653694"_s;
    QTest::newRow("negative") << qint64(-1500000) << u"-1.500000"_s;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << u"-9223372036854.775808"_s;
}

void MoneyTest::sixDecimals()
{
    QFETCH(const qint64, micros);
    QTEST(MicroDollars{micros}.sixDecimals(), "text");
}

void MoneyTest::forPeople_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"$0.00"_s;
    QTest::newRow("below a cent") << qint64(3100) << u"$0.0031"_s;
    QTest::newRow("a cent") << qint64(10000) << u"$0.01"_s;
    QTest::newRow("half a cent up") << qint64(1655000) << u"$1.66"_s;
    QTest::newRow("just below half") << qint64(1654999) << u"$1.65"_s;
}

void MoneyTest::forPeople()
{
    QFETCH(const qint64, micros);
    QTEST(MicroDollars{micros}.forPeople(), "text");
}

void MoneyTest::costOf_data()
{
    QTest::addColumn<QString>("rate");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<qint64>("micros");
    // The seed's own example, to the last digit.
    QTest::newRow("seed input") << u"1.25"_s << qint64(220312) << qint64(275390);
    QTest::newRow("seed cached") << u"0.125"_s << qint64(218752) << qint64(27344);
    QTest::newRow("seed output") << u"10"_s << qint64(135096) << qint64(1350960);
    QTest::newRow("half rounds up") << u"0.5"_s << qint64(1) << qint64(1);
    QTest::newRow("below half") << u"0.499999"_s << qint64(1) << qint64(0);
    QTest::newRow("nothing used") << u"10"_s << qint64(0) << qint64(0);
    QTest::newRow("saturates") << u"999999"_s << std::numeric_limits<qint64>::max()
                               << std::numeric_limits<qint64>::max();
}

void MoneyTest::costOf()
{
    QFETCH(const QString, rate);
    QFETCH(const qint64, tokens);
    const auto parsed = TokenRate::fromText(rate);
    QVERIFY(parsed);
    QTEST(qint64(parsed->costOf(tokens).value), "micros");
}

void MoneyTest::rateFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("shortest");
    QTest::newRow("whole") << u"10"_s << true << u"10.0"_s;
    QTest::newRow("fraction") << u"0.125"_s << true << u"0.125"_s;
    QTest::newRow("six decimals") << u"0.000001"_s << true << u"0.000001"_s;
    QTest::newRow("seven decimals") << u"0.0000001"_s << false << QString();
    QTest::newRow("negative") << u"-1"_s << false << QString();
    QTest::newRow("empty") << QString() << false << QString();
    QTest::newRow("only a point") << u"."_s << false << QString();
    QTest::newRow("no fraction after the point") << u"1."_s << false << QString();
    QTest::newRow("exponent") << u"1e3"_s << false << QString();
    QTest::newRow("other digits") << u"١"_s << false << QString();
    QTest::newRow("seven whole digits") << u"1000000"_s << false << QString();
}

void MoneyTest::rateFromText()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    const auto rate = TokenRate::fromText(text);
    QCOMPARE(rate.has_value(), valid);
    if (rate)
        QTEST(rate->shortest(), "shortest");
}

#include "tst_money.moc"
