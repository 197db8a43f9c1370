// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/desk/runtotals.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a run came to, and how long it will take.
class RunTotalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEveryState();
    void takesTheCountersOfTheService();
    void timeLeft_data();
    void timeLeft();
};

VIRAL_TEST(RunTotalsTest)

void RunTotalsTest::countsEveryState()
{
    using State = ChunkProgress::State;
    const auto in = [](State state) { return LiveChunk{.progress = {.state = state}, .inputTokens = 10}; };
    LiveChunk kept = in(State::Done);
    kept.progress.wasKept = true;
    kept.cachedTokens = 4;
    kept.outputTokens = 7;
    const RunTotals totals = countChunks(
        {in(State::Queued), in(State::Sent), in(State::Retrying), in(State::Done), kept, in(State::Failed)});
    QCOMPARE(totals.chunks, 6);
    QCOMPARE(totals.onTheirWay, 2);
    QCOMPARE(totals.done, 2);
    QCOMPARE(totals.kept, 1);
    QCOMPARE(totals.failed, 1);
    QCOMPARE(totals.ended(), 3);
    QCOMPARE(totals.inputTokens, 60);
    QCOMPARE(totals.cachedTokens, 4);
    QCOMPARE(totals.outputTokens, 7);
    QCOMPARE(countChunks({}), RunTotals{});
}

void RunTotalsTest::takesTheCountersOfTheService()
{
    const ChunkUsage usage{.counts = {{u"input_tokens"_s, 1200},
                                      {u"output_tokens"_s, 90},
                                      {u"input_cached_tokens"_s, 1024},
                                      {u"output_reasoning_tokens"_s, 30}},
                           .responseTime = 800ms};
    const LiveChunk chunk = withUsage({.retries = 2}, usage);
    QCOMPARE(chunk.inputTokens, 1200);
    QCOMPARE(chunk.cachedTokens, 1024);
    QCOMPARE(chunk.outputTokens, 90);
    QCOMPARE(chunk.reasoningTokens, 30);
    QCOMPARE(chunk.responseTime, std::optional(Milliseconds{800}));
    QCOMPARE(chunk.retries, 2);
}

void RunTotalsTest::timeLeft_data()
{
    QTest::addColumn<int>("waiting");
    QTest::addColumn<QList<qint64>>("ages");
    QTest::addColumn<QList<qint64>>("took");
    QTest::addColumn<int>("concurrency");
    QTest::addColumn<qint64>("expected");
    QTest::addColumn<qint64>("left");

    QTest::newRow("nothing is left") << 0 << QList<qint64>{} << QList<qint64>{} << 4 << -1LL << 0LL;
    QTest::newRow("nothing is known") << 5 << QList<qint64>{} << QList<qint64>{} << 4 << -1LL << -1LL;
    QTest::newRow("by the quote") << 4 << QList<qint64>{} << QList<qint64>{} << 2 << 1000LL << 2000LL;
    QTest::newRow("experience beats the quote") << 4 << QList<qint64>{} << QList<qint64>{500} << 2 << 9000LL << 1000LL;
    QTest::newRow("an odd one takes a round") << 3 << QList<qint64>{} << QList<qint64>{1000} << 2 << -1LL << 2000LL;
    QTest::newRow("on their way") << 0 << QList<qint64>{400, 700} << QList<qint64>{1000} << 2 << -1LL << 600LL;
    QTest::newRow("overdue") << 0 << QList<qint64>{5000} << QList<qint64>{1000} << 2 << -1LL << 100LL;
    QTest::newRow("behind what is on its way")
        << 2 << QList<qint64>{400, 700} << QList<qint64>{900, 1100} << 2 << -1LL << 1600LL;
    QTest::newRow("a free lane") << 1 << QList<qint64>{0} << QList<qint64>{1000} << 2 << -1LL << 1000LL;
    QTest::newRow("no lanes is one") << 2 << QList<qint64>{} << QList<qint64>{1000} << 0 << -1LL << 2000LL;
}

void RunTotalsTest::timeLeft()
{
    QFETCH(int, waiting);
    QFETCH(QList<qint64>, ages);
    QFETCH(QList<qint64>, took);
    QFETCH(int, concurrency);
    QFETCH(qint64, expected);
    QFETCH(qint64, left);
    RunPace pace{.waiting = waiting, .concurrency = concurrency};
    for (const qint64 age : ages)
        pace.ages.append(Milliseconds{age});
    for (const qint64 time : took)
        pace.took.append(Milliseconds{time});
    if (expected >= 0)
        pace.expected = Milliseconds{expected};
    const std::optional<Milliseconds> wanted = left < 0 ? std::nullopt : std::optional(Milliseconds{left});
    QCOMPARE(Viral::timeLeft(pace), wanted);
}

#include "tst_runtotals.moc"
