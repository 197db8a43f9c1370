// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/peaks.h"
#include "core/analysis/offline/ranks.h"
#include "tests/support/testregistry.h"

#include <QtTest>

using namespace Viral;
using namespace Viral::Offline;

using namespace Qt::StringLiterals;

class TestRanks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesRanksOfEqualValues();
    void placesValuesInAPopulation();
    void wantsMoreClipsOfLongerTalks_data();
    void wantsMoreClipsOfLongerTalks();
    void keepsPeaksApart();
};

void TestRanks::sharesRanksOfEqualValues()
{
    QCOMPARE(meanRanks({3, 1, 2}), (std::vector<double>{1, 0, 0.5}));
    QCOMPARE(meanRanks({5, 5, 9}), (std::vector<double>{0.25, 0.25, 1}));
    QCOMPARE(meanRanks({7}), (std::vector<double>{0}));
    QCOMPARE(meanRanks({}), std::vector<double>{});
}

void TestRanks::placesValuesInAPopulation()
{
    const Population population({0, 1, 2, 2});
    QCOMPARE(population.standing(0), 0.0);
    QCOMPARE(population.standing(-1), 0.0);
    QCOMPARE(population.standing(1), 0.375);
    QCOMPARE(population.standing(2), 0.75);
    QCOMPARE(population.standing(3), 1.0);
    QCOMPARE(Population({}).standing(3), 0.0);
}

void TestRanks::wantsMoreClipsOfLongerTalks_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("clips");
    QTest::newRow("nothing") << 0 << 3;
    QTest::newRow("short") << 7 << 3;
    QTest::newRow("a quarter of an hour") << 16 << 8;
    QTest::newRow("an hour") << 60 << 10;
    QTest::newRow("ten hours") << 600 << 100;
}

void TestRanks::wantsMoreClipsOfLongerTalks()
{
    QFETCH(int, minutes);
    QTEST(wantedClips(std::chrono::minutes(minutes)), "clips");
}

void TestRanks::keepsPeaksApart()
{
    std::vector<Window> windows;
    for (int number = 0; number < 40; ++number) {
        const Milliseconds start{number * 15'000};
        windows.push_back({{start, start + windowLength}, number, number + 4, (number * 7 % 40) / 40.0});
    }
    const std::vector<int> peaks = pickPeaks(windows, 100);
    QVERIFY(peaks.size() >= 8);
    QCOMPARE(windows[static_cast<std::size_t>(peaks.front())].score, 39 / 40.0);
    for (const int a : peaks) {
        for (const int b : peaks)
            QVERIFY(a == b || std::abs(a - b) >= 3);
    }
    QCOMPARE(pickPeaks(windows, 2).size(), std::size_t(2));
    QVERIFY(pickPeaks({}, 5).empty());
}

VIRAL_TEST(TestRanks)
#include "tst_ranks.moc"
