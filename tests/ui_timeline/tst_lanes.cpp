// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanes.h"
#include "ui/timeline/spanindex.h"

#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Viral;

class LanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanes_data();
    void lanes();
    void noTwoInOneLaneOverlap();
    void asFewAsPossible();
    void indexFindsWhatBruteForceFinds();
    void indexBoundaries_data();
    void indexBoundaries();
};

VIRAL_TEST(LanesTest)

using Spans = std::vector<TimeSpan>;
using Numbers = std::vector<int>;

namespace {

Spans randomSpans(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    Spans spans;
    for (int i = 0; i < count; ++i) {
        const qint64 start = random.bounded(100000);
        spans.push_back(spanMs(start, start + random.bounded(3000)));
    }
    std::ranges::sort(spans, {}, &TimeSpan::start);
    return spans;
}

} // namespace

void LanesTest::lanes_data()
{
    QTest::addColumn<Spans>("spans");
    QTest::addColumn<Numbers>("laneOf");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << Spans{} << Numbers{} << 0;
    QTest::newRow("one") << Spans{spanMs(0, 10)} << Numbers{0} << 1;
    QTest::newRow("touching share") << Spans{spanMs(0, 10), spanMs(10, 20)} << Numbers{0, 0} << 1;
    QTest::newRow("overlapping part") << Spans{spanMs(0, 10), spanMs(9, 20)} << Numbers{0, 1} << 2;
    QTest::newRow("topmost free") << Spans{spanMs(0, 30), spanMs(5, 40), spanMs(6, 10), spanMs(32, 50), spanMs(33, 60)}
                                  << Numbers{0, 1, 2, 0, 2} << 3;
    QTest::newRow("same span") << Spans{spanMs(5, 9), spanMs(5, 9), spanMs(5, 9)} << Numbers{0, 1, 2} << 3;
    QTest::newRow("without length") << Spans{spanMs(5, 5), spanMs(5, 5), spanMs(6, 6)} << Numbers{0, 1, 0} << 2;
}

void LanesTest::lanes()
{
    QFETCH(const Spans, spans);
    const Lanes lanes = assignLanes(spans);
    QTEST(lanes.laneOf, "laneOf");
    QTEST(lanes.count, "count");
}

void LanesTest::noTwoInOneLaneOverlap()
{
    const Spans spans = randomSpans(500, 3);
    const Lanes lanes = assignLanes(spans);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        for (std::size_t j = i + 1; j < spans.size(); ++j)
            QVERIFY(lanes.laneOf[i] != lanes.laneOf[j] || !spans[i].overlaps(spans[j]));
    }
}

void LanesTest::asFewAsPossible()
{
    const Spans spans = randomSpans(500, 4);
    int most = 0;
    for (const TimeSpan &at : spans) {
        most = std::max(most, int(std::ranges::count_if(spans, [&at](const TimeSpan &span) {
                            return span.contains(at.start) || (span.isEmpty() && span.start == at.start);
                        })));
    }
    QCOMPARE(assignLanes(spans).count, most);
}

void LanesTest::indexFindsWhatBruteForceFinds()
{
    const Spans spans = randomSpans(400, 5);
    const SpanIndex index(spans);
    for (qint64 from = -500; from < 104000; from += 777) {
        const TimeSpan window = spanMs(from, from + 1500);
        const SpanIndex::Range range = index.touching(window);
        for (int i = 0; i < int(spans.size()); ++i) {
            if (spans[std::size_t(i)].overlaps(window))
                QVERIFY(i >= range.first && i < range.end);
        }
        // Tight at the front as far as one sorted order allows, exact at the back.
        QVERIFY(range.end == int(spans.size()) || spans[std::size_t(range.end)].start >= window.end);
    }
}

void LanesTest::indexBoundaries_data()
{
    QTest::addColumn<TimeSpan>("window");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    // Over [0, 10), [10, 20), [20, 20), [30, 40).
    QTest::newRow("before") << spanMs(-10, 0) << 0 << 0;
    QTest::newRow("first millisecond") << spanMs(0, 1) << 0 << 1;
    QTest::newRow("between two") << spanMs(10, 11) << 1 << 2;
    QTest::newRow("without length") << spanMs(20, 21) << 2 << 3;
    QTest::newRow("gap") << spanMs(22, 30) << 3 << 3;
    QTest::newRow("everything") << spanMs(0, 99) << 0 << 4;
    QTest::newRow("after") << spanMs(40, 99) << 4 << 4;
}

void LanesTest::indexBoundaries()
{
    QFETCH(const TimeSpan, window);
    const SpanIndex index({spanMs(0, 10), spanMs(10, 20), spanMs(20, 20), spanMs(30, 40)});
    QTEST(index.touching(window).first, "first");
    QTEST(index.touching(window).end, "end");
    QCOMPARE(SpanIndex().touching(window), SpanIndex::Range{});
}

#include "tst_lanes.moc"
