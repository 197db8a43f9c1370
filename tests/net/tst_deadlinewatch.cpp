// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/deadlinewatch.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace std::chrono_literals;

namespace {

using Wait = DeadlineWatch::Wait;

struct Watched
{
    explicit Watched(const HttpDeadlines &deadlines)
        : watch(scheduler, deadlines, [this](Wait wait) {
            expired.append({wait, scheduler.now()});
        })
    {}

    FakeScheduler scheduler;
    QList<std::pair<Wait, Milliseconds>> expired;
    DeadlineWatch watch;
};

using Expired = QList<std::pair<Wait, Milliseconds>>;

constexpr HttpDeadlines limits{.connect = 10s, .firstByte = 30s, .silence = 20s, .total = 100s};

} // namespace

class DeadlineWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionTooLate();
    void firstByteTooLate();
    void shorterWaitAfterALongerOneIsKept();
    void bytesKeepItAlive();
    void drippingEndsAtTheTotal();
    void graceEndsAnswerThatIsComplete();
    void zeroMeansTheDefault();
    void manyPiecesNeedFewTimers();
};

void DeadlineWatchTest::connectionTooLate()
{
    Watched test(limits);
    test.scheduler.advance(200s);
    QCOMPARE(test.expired, (Expired{{Wait::Connect, 10s}}));
}

void DeadlineWatchTest::firstByteTooLate()
{
    Watched test(limits);
    test.scheduler.advance(3s);
    test.watch.requestFlows();
    test.scheduler.advance(200s);
    QCOMPARE(test.expired, (Expired{{Wait::FirstByte, 33s}}));
}

void DeadlineWatchTest::shorterWaitAfterALongerOneIsKept()
{
    Watched test({.connect = 50s, .firstByte = 5s, .silence = 1s, .total = 100s});
    test.watch.requestFlows();
    test.scheduler.advance(4s);
    test.watch.answerFlows();
    test.scheduler.advance(200s);
    QCOMPARE(test.expired, (Expired{{Wait::Silence, 5s}}));
}

void DeadlineWatchTest::bytesKeepItAlive()
{
    Watched test(limits);
    test.watch.requestFlows();
    for (int i = 0; i < 4; ++i) {
        test.scheduler.advance(19s);
        test.watch.answerFlows();
    }
    QVERIFY(test.expired.isEmpty());
    test.scheduler.advance(20s);
    QCOMPARE(test.expired, (Expired{{Wait::Silence, 96s}}));
}

void DeadlineWatchTest::drippingEndsAtTheTotal()
{
    Watched test(limits);
    for (int i = 0; i < 110 && test.expired.isEmpty(); ++i) {
        test.watch.answerFlows();
        test.scheduler.advance(1s);
    }
    QCOMPARE(test.expired, (Expired{{Wait::Total, 100s}}));
}

void DeadlineWatchTest::graceEndsAnswerThatIsComplete()
{
    Watched test(limits);
    test.watch.answerFlows();
    test.watch.expectEnd(2s);
    test.watch.expectEnd(9s);
    test.scheduler.advance(50s);
    QCOMPARE(test.expired, (Expired{{Wait::Grace, 2s}}));

    Watched impatient({.silence = 1s});
    impatient.watch.answerFlows();
    impatient.watch.expectEnd(2s);
    impatient.scheduler.advance(50s);
    QCOMPARE(impatient.expired, (Expired{{Wait::Grace, 2s}}));
}

void DeadlineWatchTest::zeroMeansTheDefault()
{
    Watched test({.connect = 0s, .firstByte = -1s, .silence = 0s, .total = 0s});
    test.scheduler.advance(9'999ms);
    QVERIFY(test.expired.isEmpty());
    test.scheduler.advance(1ms);
    QCOMPARE(test.expired, (Expired{{Wait::Connect, 10s}}));
}

void DeadlineWatchTest::manyPiecesNeedFewTimers()
{
    Watched test(limits);
    for (int i = 0; i < 10'000; ++i)
        test.watch.answerFlows();
    QCOMPARE(test.scheduler.pending(), 1);
}

VIRAL_TEST(DeadlineWatchTest)
#include "tst_deadlinewatch.moc"
