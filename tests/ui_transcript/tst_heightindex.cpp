// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/heightindex.h"

#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Viral;

class HeightIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void topsAndRows_data();
    void topsAndRows();
    void agreesWithPlainSums();
    void hugeSums();
};

VIRAL_TEST(HeightIndexTest)

void HeightIndexTest::empty()
{
    const HeightIndex index;
    QCOMPARE(index.count(), 0);
    QCOMPARE(index.total(), 0);
    QCOMPARE(index.rowAt(10), 0);
}

void HeightIndexTest::topsAndRows_data()
{
    QTest::addColumn<qint64>("place");
    QTest::addColumn<int>("row");
    // Heights 10, 20, 0, 5.
    QTest::newRow("above") << qint64(-1) << 0;
    QTest::newRow("first") << qint64(0) << 0;
    QTest::newRow("first's last") << qint64(9) << 0;
    QTest::newRow("second") << qint64(10) << 1;
    QTest::newRow("second's last") << qint64(29) << 1;
    QTest::newRow("over the one without height") << qint64(30) << 3;
    QTest::newRow("last") << qint64(34) << 3;
    QTest::newRow("below") << qint64(35) << 3;
}

void HeightIndexTest::topsAndRows()
{
    QFETCH(const qint64, place);
    const HeightIndex index({10, 20, 0, 5});
    QTEST(index.rowAt(place), "row");
    QCOMPARE(index.top(0), 0);
    QCOMPARE(index.top(3), 30);
    QCOMPARE(index.total(), 35);
}

void HeightIndexTest::agreesWithPlainSums()
{
    QRandomGenerator random(5);
    for (const int count : {1, 2, 3, 7, 8, 9, 100, 255, 256, 257}) {
        std::vector<int> heights;
        for (int i = 0; i < count; ++i)
            heights.push_back(random.bounded(1, 60));
        HeightIndex index(heights);
        for (int change = 0; change < 50; ++change) {
            const int row = random.bounded(count);
            heights[std::size_t(row)] = random.bounded(1, 90);
            index.setHeight(row, heights[std::size_t(row)]);
        }
        qint64 sum = 0;
        for (int row = 0; row < count; ++row) {
            QCOMPARE(index.top(row), sum);
            QCOMPARE(index.height(row), heights[std::size_t(row)]);
            QCOMPARE(index.rowAt(sum), row);
            sum += heights[std::size_t(row)];
            QCOMPARE(index.rowAt(sum - 1), row);
        }
        QCOMPARE(index.total(), sum);
    }
}

void HeightIndexTest::hugeSums()
{
    const HeightIndex index(std::vector<int>(100000, 1000000));
    QCOMPARE(index.total(), qint64(100000) * 1000000);
    QCOMPARE(index.rowAt(qint64(54321) * 1000000), 54321);
}

#include "tst_heightindex.moc"
