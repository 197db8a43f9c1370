// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limiter.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <array>

using namespace Viral;
using namespace ViralTest;
using namespace std::chrono_literals;

namespace {

struct Guest final : Limiter::Waiter
{
    void granted() override { ++grants; }
    int grants = 0;
};

} // namespace

class LimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMoreThanTheCeiling();
    void placesGoInTheOrderOfComing();
    void whoLeavesTheQueueIsForgotten();
    void leavingTwiceFreesOnePlace();
    void pressureHalvesOnceForAllThatWereOnTheirWay();
    void pressureLeavesOnePlace();
    void growsByOneAfterEachCleanMinute();
    void pressureStartsTheMinuteAnew();
    void pauseHoldsEverythingUp();
    void shorterPauseDoesNotCutALongerOne();
    void ceilingCanChange();
    void nothingIsSentWhereNothingRemains();
    void oneGoesForEachThatIsRefilled();
    void whatWasSentSinceIsTakenOff();
    void whatWasRefilledSinceIsAdded();
    void aLaterAnswerOpensAgain();
    void anOlderAnswerIsNotListenedTo();
    void roomDoesNotShortenAPause();
    void whoHasNoPlaceTellsNothing();
    void manyStartOneAfterTheOther();
    void startsComeBackWithTime();
    void whoComesWhileOthersWaitDoesNotStopThem();
};

void LimiterTest::noMoreThanTheCeiling()
{
    FakeScheduler scheduler;
    Limiter limiter(2, scheduler);
    Guest a, b, c;
    QVERIFY(limiter.enter(a));
    QVERIFY(limiter.enter(b));
    QVERIFY(!limiter.enter(c));
    QCOMPARE(limiter.inFlight(), 2);
    QCOMPARE(limiter.waiting(), 1);
    limiter.leave(a);
    QCOMPARE(c.grants, 1);
    QCOMPARE(limiter.inFlight(), 2);
    QCOMPARE(Limiter(0, scheduler).limit(), 1);
}

void LimiterTest::placesGoInTheOrderOfComing()
{
    FakeScheduler scheduler;
    Limiter limiter(1, scheduler);
    Guest first, second, third;
    QVERIFY(limiter.enter(first));
    limiter.enter(second);
    limiter.enter(third);
    limiter.leave(first);
    QCOMPARE(second.grants, 1);
    QCOMPARE(third.grants, 0);
    limiter.leave(second);
    QCOMPARE(third.grants, 1);
}

void LimiterTest::whoLeavesTheQueueIsForgotten()
{
    FakeScheduler scheduler;
    Limiter limiter(1, scheduler);
    Guest first, second;
    limiter.enter(first);
    limiter.enter(second);
    limiter.leave(second);
    limiter.leave(first);
    QCOMPARE(second.grants, 0);
    QCOMPARE(limiter.inFlight(), 0);
}

void LimiterTest::leavingTwiceFreesOnePlace()
{
    FakeScheduler scheduler;
    Limiter limiter(1, scheduler);
    Guest first, second, third;
    limiter.enter(first);
    limiter.enter(second);
    limiter.enter(third);
    limiter.leave(first);
    limiter.leave(first);
    QCOMPARE(second.grants + third.grants, 1);
}

void LimiterTest::pressureHalvesOnceForAllThatWereOnTheirWay()
{
    FakeScheduler scheduler;
    Limiter limiter(16, scheduler);
    const Milliseconds sentAt = scheduler.now();
    scheduler.advance(1s);
    for (int i = 0; i < 16; ++i)
        limiter.pressed(sentAt, 0ms);
    QCOMPARE(limiter.limit(), 8);
    scheduler.advance(1s);
    limiter.pressed(scheduler.now() - 500ms, 0ms);
    QCOMPARE(limiter.limit(), 4);
}

void LimiterTest::pressureLeavesOnePlace()
{
    FakeScheduler scheduler;
    Limiter limiter(3, scheduler);
    for (int i = 0; i < 10; ++i) {
        scheduler.advance(1s);
        limiter.pressed(scheduler.now(), 0ms);
        scheduler.advance(1s);
    }
    QCOMPARE(limiter.limit(), 1);
    Guest guest;
    QVERIFY(limiter.enter(guest));
}

void LimiterTest::growsByOneAfterEachCleanMinute()
{
    FakeScheduler scheduler;
    Limiter limiter(4, scheduler);
    Guest a, b, c, d;
    limiter.pressed(scheduler.now(), 0ms);
    QCOMPARE(limiter.limit(), 2);
    limiter.enter(a);
    limiter.enter(b);
    limiter.enter(c);
    limiter.enter(d);
    scheduler.advance(59'999ms);
    QCOMPARE(limiter.limit(), 2);
    scheduler.advance(1ms);
    QCOMPARE(limiter.limit(), 3);
    QCOMPARE(c.grants, 1);
    QVERIFY(scheduler.runAll());
    QCOMPARE(limiter.limit(), 4);
    QCOMPARE(d.grants, 1);
}

void LimiterTest::pressureStartsTheMinuteAnew()
{
    FakeScheduler scheduler;
    Limiter limiter(8, scheduler);
    limiter.pressed(scheduler.now(), 0ms);
    scheduler.advance(50s);
    limiter.pressed(0ms, 0ms);
    scheduler.advance(50s);
    QCOMPARE(limiter.limit(), 4);
    scheduler.advance(10s);
    QCOMPARE(limiter.limit(), 5);
}

void LimiterTest::pauseHoldsEverythingUp()
{
    FakeScheduler scheduler;
    Limiter limiter(4, scheduler);
    Guest a, b;
    limiter.pressed(scheduler.now(), 20s);
    QVERIFY(!limiter.enter(a));
    QVERIFY(!limiter.enter(b));
    scheduler.advance(19'999ms);
    QCOMPARE(a.grants, 0);
    scheduler.advance(1ms);
    QCOMPARE(a.grants + b.grants, 2);
}

void LimiterTest::shorterPauseDoesNotCutALongerOne()
{
    FakeScheduler scheduler;
    Limiter limiter(4, scheduler);
    Guest guest;
    limiter.pressed(scheduler.now(), 20s);
    limiter.pressed(scheduler.now(), 2s);
    QVERIFY(!limiter.enter(guest));
    scheduler.advance(19s);
    QCOMPARE(guest.grants, 0);
    scheduler.advance(1s);
    QCOMPARE(guest.grants, 1);
}

void LimiterTest::ceilingCanChange()
{
    FakeScheduler scheduler;
    Limiter limiter(1, scheduler);
    Guest a, b;
    limiter.enter(a);
    limiter.enter(b);
    limiter.setCeiling(3);
    QCOMPARE(b.grants, 1);
    QCOMPARE(limiter.limit(), 3);
    limiter.pressed(scheduler.now(), 0ms);
    limiter.setCeiling(10);
    QCOMPARE(limiter.limit(), 1);
    QVERIFY(scheduler.runAll());
    QCOMPARE(limiter.limit(), 10);
}

void LimiterTest::nothingIsSentWhereNothingRemains()
{
    FakeScheduler scheduler;
    Limiter limiter(4, scheduler);
    Guest a, b;
    QVERIFY(limiter.enter(a));
    limiter.told(a, {.calls = 0, .refill = 5s});
    limiter.leave(a);
    QVERIFY(!limiter.enter(b));
    QCOMPARE(limiter.pausedUntil(), Milliseconds(5s));
    scheduler.advance(4'999ms);
    QCOMPARE(b.grants, 0);
    scheduler.advance(1ms);
    QCOMPARE(b.grants, 1);
}

void LimiterTest::oneGoesForEachThatIsRefilled()
{
    FakeScheduler scheduler;
    Limiter limiter(16, scheduler);
    Guest first;
    std::array<Guest, 6> guests;
    QVERIFY(limiter.enter(first));
    limiter.told(first, {.calls = 2, .refill = 1s});
    for (Guest &guest : guests)
        limiter.enter(guest);
    // Two there was room for, the others one after the other.
    QCOMPARE(limiter.inFlight(), 3);
    for (int more = 1; more <= 4; ++more) {
        scheduler.advance(999ms);
        QCOMPARE(limiter.inFlight(), 3 + more - 1);
        scheduler.advance(1ms);
        QCOMPARE(limiter.inFlight(), 3 + more);
    }
    QCOMPARE(limiter.waiting(), 0);
    QCOMPARE(scheduler.pending(), 0);
}

void LimiterTest::whatWasSentSinceIsTakenOff()
{
    FakeScheduler scheduler;
    Limiter limiter(16, scheduler);
    Guest first, second, third, fourth;
    limiter.enter(first);
    limiter.enter(second);
    limiter.enter(third);
    // Of the two calls after the first one, both are on their way already.
    limiter.told(first, {.calls = 2, .refill = 10s});
    QVERIFY(!limiter.enter(fourth));
    scheduler.advance(10s);
    QCOMPARE(fourth.grants, 1);
    // One too many was sent: that has to be refilled first.
    Guest fifth;
    limiter.told(second, {.calls = 1, .refill = 10s});
    QVERIFY(!limiter.enter(fifth));
    QCOMPARE(limiter.pausedUntil(), Milliseconds(20s));
}

void LimiterTest::whatWasRefilledSinceIsAdded()
{
    FakeScheduler scheduler;
    Limiter limiter(16, scheduler);
    Guest slow, a, b, c;
    limiter.enter(slow);
    scheduler.advance(2'500ms);
    limiter.told(slow, {.calls = 0, .refill = 1s});
    QVERIFY(limiter.enter(a));
    QVERIFY(limiter.enter(b));
    QVERIFY(!limiter.enter(c));
}

void LimiterTest::aLaterAnswerOpensAgain()
{
    FakeScheduler scheduler;
    Limiter limiter(16, scheduler);
    Guest first, second, third;
    limiter.enter(first);
    limiter.enter(second);
    limiter.told(first, {.calls = 0, .refill = 60s});
    QVERIFY(!limiter.enter(third));
    limiter.told(second, {.calls = 9, .refill = 1s});
    QCOMPARE(third.grants, 1);
}

void LimiterTest::anOlderAnswerIsNotListenedTo()
{
    FakeScheduler scheduler;
    Limiter limiter(16, scheduler);
    Guest first, second, third;
    limiter.enter(first);
    limiter.enter(second);
    limiter.told(second, {.calls = 0, .refill = 60s});
    limiter.told(first, {.calls = 9, .refill = 1s});
    QVERIFY(!limiter.enter(third));
}

void LimiterTest::roomDoesNotShortenAPause()
{
    FakeScheduler scheduler;
    Limiter limiter(4, scheduler);
    Guest a, b;
    limiter.enter(a);
    limiter.pressed(scheduler.now(), 20s);
    limiter.told(a, {.calls = 100, .refill = 1s});
    QVERIFY(!limiter.enter(b));
    scheduler.advance(20s);
    QCOMPARE(b.grants, 1);
}

void LimiterTest::whoHasNoPlaceTellsNothing()
{
    FakeScheduler scheduler;
    Limiter limiter(4, scheduler);
    Guest a, b;
    limiter.told(a, {.calls = 0, .refill = 60s});
    QVERIFY(limiter.enter(b));
}

void LimiterTest::manyStartOneAfterTheOther()
{
    FakeScheduler scheduler;
    Limiter limiter(64, scheduler);
    std::array<Guest, 20> guests;
    for (Guest &guest : guests)
        limiter.enter(guest);
    QCOMPARE(limiter.inFlight(), int(Limiter::startsAtOnce));
    int expected = limiter.inFlight();
    while (expected < 20) {
        scheduler.advance(1ms);
        expected = std::min(20, expected + int(Limiter::startsPerMillisecond));
        QCOMPARE(limiter.inFlight(), expected);
    }
    QCOMPARE(scheduler.pending(), 0);
    // In the order of coming.
    QCOMPARE(guests.at(7).grants, 0);
    QCOMPARE(guests.at(8).grants, 1);
    QCOMPARE(guests.at(19).grants, 1);
}

void LimiterTest::startsComeBackWithTime()
{
    FakeScheduler scheduler;
    Limiter limiter(64, scheduler);
    std::array<Guest, 8> early;
    for (Guest &guest : early)
        QVERIFY(limiter.enter(guest));
    scheduler.advance(1ms);
    Guest a, b, c;
    QVERIFY(limiter.enter(a));
    QVERIFY(limiter.enter(b));
    QVERIFY(!limiter.enter(c));
    scheduler.advance(1h);
    std::array<Guest, 8> late;
    for (Guest &guest : late)
        QVERIFY(limiter.enter(guest));
    Guest last;
    QVERIFY(!limiter.enter(last));
}

void LimiterTest::whoComesWhileOthersWaitDoesNotStopThem()
{
    FakeScheduler scheduler;
    Limiter limiter(64, scheduler);
    std::array<Guest, 9> guests;
    for (Guest &guest : guests)
        limiter.enter(guest);
    QCOMPARE(limiter.waiting(), 1);
    // The time for the next has come, but nobody has looked yet.
    Guest newcomer;
    QVERIFY(!limiter.enter(newcomer));
    limiter.leave(newcomer);
    scheduler.advance(1ms);
    QCOMPARE(guests.at(8).grants, 1);
    QCOMPARE(newcomer.grants, 0);
}

VIRAL_TEST(LimiterTest)
#include "tst_limiter.moc"
