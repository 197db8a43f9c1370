// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/desk/monthlycost.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

// The table of months.
class MonthlyCostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWithoutRuns();
    void monthsOfTheCalendarThatIsAskedFor();
    void quietMonthsAreThereToo();
    void partsByKindAndModel();
    void noMoreThanTenYears();
};

VIRAL_TEST(MonthlyCostTest)

namespace {

RunRecord runOf(const QString &time, std::optional<qint64> price, const QString &model = u"gpt-4o-mini"_s,
                RunKind kind = RunKind::OpenAi)
{
    RunRecord run{.kind = kind, .createdAt = QDateTime::fromString(time, Qt::ISODate), .model = model};
    if (price)
        run.price = MicroDollars{*price};
    return run;
}

} // namespace

void MonthlyCostTest::nothingWithoutRuns()
{
    QVERIFY(monthlyCosts({}, QTimeZone::utc()).isEmpty());
    QVERIFY(monthlyCosts({RunRecord{}}, QTimeZone::utc()).isEmpty());
}

void MonthlyCostTest::monthsOfTheCalendarThatIsAskedFor()
{
    const QList<RunRecord> runs{runOf(u"2026-10-31T23:30:00Z"_s, 5)};
    QCOMPARE(monthlyCosts(runs, QTimeZone::utc()).constFirst().month, QDate(2026, 10, 1));
    QCOMPARE(monthlyCosts(runs, QTimeZone(3600)).constFirst().month, QDate(2026, 11, 1));
}

void MonthlyCostTest::quietMonthsAreThereToo()
{
    const QList<MonthCost> months =
        monthlyCosts({runOf(u"2026-01-15T12:00:00Z"_s, 1), runOf(u"2025-11-15T12:00:00Z"_s, 2)}, QTimeZone::utc());
    QCOMPARE(months.size(), 3);
    QCOMPARE(months.at(0).month, QDate(2026, 1, 1));
    QCOMPARE(months.at(1), (MonthCost{.month = QDate(2025, 12, 1)}));
    QCOMPARE(months.at(2).price, MicroDollars{2});
}

void MonthlyCostTest::partsByKindAndModel()
{
    const QList<MonthCost> months =
        monthlyCosts({runOf(u"2026-01-15T12:00:00Z"_s, 10), runOf(u"2026-01-16T12:00:00Z"_s, 20),
                      runOf(u"2026-01-17T12:00:00Z"_s, {}), runOf(u"2026-01-17T12:00:00Z"_s, 500, u"gpt-5"_s),
                      runOf(u"2026-01-17T12:00:00Z"_s, 30, u"gpt-4o-mini"_s, RunKind::RunPod)},
                     QTimeZone::utc());
    QCOMPARE(months.size(), 1);
    QCOMPARE(months.constFirst().runs, 5);
    QCOMPARE(months.constFirst().price, MicroDollars{560});
    const QList<CostPart> wanted{
        {RunKind::OpenAi, u"gpt-5"_s, 1, 0, {500}},
        {RunKind::OpenAi, u"gpt-4o-mini"_s, 3, 1, {30}},
        {RunKind::RunPod, u"gpt-4o-mini"_s, 1, 0, {30}},
    };
    QCOMPARE(months.constFirst().parts, wanted);
}

void MonthlyCostTest::noMoreThanTenYears()
{
    const QList<MonthCost> months =
        monthlyCosts({runOf(u"2026-01-15T12:00:00Z"_s, 1), runOf(u"1970-01-15T12:00:00Z"_s, 2)}, QTimeZone::utc());
    QCOMPARE(months.size(), 120);
    QCOMPARE(months.constFirst().month, QDate(2026, 1, 1));
}

#include "tst_monthlycost.moc"
