// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/comparison.h"

#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAndNothing();
    void matchesByOverlap();
    void eachMomentOnce();
    void theThreshold_data();
    void theThreshold();
    void agreement();
    void manyEqualClips();
    void pricesAndTheBest();
};

VIRAL_TEST(ComparisonTest)

void ComparisonTest::nothingAndNothing()
{
    QVERIFY(comparedMoments({}, {}).isEmpty());
    const QList<Moment> one{validMoment(u"A"_s, 0, 50'000)};
    QCOMPARE(comparedMoments(one, {}), (QList<ComparedMoment>{{.difference = Difference::Lost, .ours = 0}}));
    QCOMPARE(comparedMoments({}, one), (QList<ComparedMoment>{{.difference = Difference::Gained, .theirs = 0}}));
    const QList<Moment> empty{validMoment(u"No length"_s, 10'000, 10'000)};
    QCOMPARE(comparedMoments(empty, empty).size(), 2);
}

void ComparisonTest::matchesByOverlap()
{
    const QList<Moment> ours{validMoment(u"A"_s, 0, 50'000, 5), validMoment(u"B"_s, 100'000, 150'000, 5),
                             validMoment(u"C"_s, 200'000, 250'000, 5)};
    const QList<Moment> theirs{validMoment(u"b"_s, 105'000, 155'000, 8), validMoment(u"a"_s, 0, 50'000, 4),
                               validMoment(u"d"_s, 150'000, 199'000)};
    const QList<ComparedMoment> rows = comparedMoments(ours, theirs);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(
        rows.at(0),
        (ComparedMoment{.difference = Difference::Same, .ours = 0, .theirs = 1, .overlap = 1000, .scoreShift = -1}));
    QCOMPARE(rows.at(1), (ComparedMoment{.difference = Difference::Moved,
                                         .ours = 1,
                                         .theirs = 0,
                                         .overlap = 818,
                                         .startShift = Milliseconds{5000},
                                         .endShift = Milliseconds{5000},
                                         .scoreShift = 3}));
    QCOMPARE(rows.at(2), (ComparedMoment{.difference = Difference::Gained, .theirs = 2}));
    QCOMPARE(rows.at(3), (ComparedMoment{.difference = Difference::Lost, .ours = 2}));
}

void ComparisonTest::eachMomentOnce()
{
    // Both of theirs overlap ours: the nearer one is its match, the other one is new.
    const QList<Moment> ours{validMoment(u"A"_s, 10'000, 60'000)};
    const QList<Moment> theirs{validMoment(u"far"_s, 0, 50'000), validMoment(u"near"_s, 11'000, 60'000)};
    const QList<ComparedMoment> rows = comparedMoments(ours, theirs);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).difference, Difference::Gained);
    QCOMPARE(rows.at(0).theirs, std::optional(0));
    QCOMPARE(rows.at(1).difference, Difference::Moved);
    QCOMPARE(rows.at(1).theirs, std::optional(1));
}

void ComparisonTest::theThreshold_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("two thirds of each") << 20'000LL << 80'000LL << true;
    QTest::newRow("0.6 of the shorter") << 24'000LL << 84'000LL << true;
    QTest::newRow("just less") << 24'001LL << 84'001LL << false;
    QTest::newRow("touching") << 60'000LL << 120'000LL << false;
    QTest::newRow("inside") << 10'000LL << 50'000LL << true;
}

void ComparisonTest::theThreshold()
{
    QFETCH(const qint64, start);
    QFETCH(const qint64, end);
    QFETCH(const bool, isSame);
    const QList<Moment> ours{validMoment(u"A"_s, 0, 60'000)};
    const QList<Moment> theirs{validMoment(u"B"_s, start, end)};
    QCOMPARE(comparedMoments(ours, theirs).size(), isSame ? 1 : 2);
    QCOMPARE(ClipSet(ours).same(spanMs(start, end)).size(), isSame ? 1 : 0);
}

void ComparisonTest::agreement()
{
    QCOMPARE(agreementOn(spanMs(0, 50'000), std::nullopt), Agreement::NotAsked);
    const std::optional<ClipSet> opinion(std::in_place, QList<Moment>{validMoment(u"A"_s, 5'000, 55'000)});
    QCOMPARE(agreementOn(spanMs(0, 50'000), opinion), Agreement::Both);
    QCOMPARE(agreementOn(spanMs(50'000, 100'000), opinion), Agreement::ModelOnly);
    QCOMPARE(agreementOn(spanMs(0, 50'000), ClipSet()), Agreement::ModelOnly);
}

void ComparisonTest::manyEqualClips()
{
    // Every clip is the same as every other; each is matched once and the work stays in proportion.
    const QList<Moment> many(3000, validMoment(u"A"_s, 0, 50'000));
    const QList<ComparedMoment> rows = comparedMoments(many, many);
    const auto matched = std::count_if(rows.begin(), rows.end(),
                                       [](const ComparedMoment &row) { return row.difference == Difference::Same; });
    QVERIFY(matched > 0);
    QCOMPARE(rows.size(), 6000 - matched);
}

void ComparisonTest::pricesAndTheBest()
{
    ServiceResult ours;
    ServiceResult theirs;
    QVERIFY(!priceShift(ours, theirs));
    ours.metadata.pricing = Pricing{.totalCost = {310'000}};
    QVERIFY(!priceShift(ours, theirs));
    theirs.metadata.pricing = Pricing{.totalCost = {250'000}};
    QCOMPARE(priceShift(ours, theirs), std::optional(MicroDollars{-60'000}));
    const QList<ComparedMoment> rows{{.difference = Difference::Same, .ours = 0, .theirs = 0, .scoreShift = 0},
                                     {.difference = Difference::Moved, .ours = 1, .theirs = 1, .scoreShift = 0.2},
                                     {.difference = Difference::Moved, .ours = 2, .theirs = 2, .scoreShift = -1},
                                     {.difference = Difference::Gained, .theirs = 3},
                                     {.difference = Difference::Lost, .ours = 3}};
    QCOMPARE(bestOfTheirs(rows), (QList<int>{1, 3}));
}

#include "tst_comparison.moc"
