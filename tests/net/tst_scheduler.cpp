// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/scheduler.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace std::chrono_literals;

class SchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionComesOnceAndNotEarly();
    void destroyedActionNeverComes();
    void actionMayDestroyItself();
    void negativeDelayIsAtOnceButNotInside();
    void fakeKeepsTheOrderOfTime();
    void fakeActionMayDestroyItself();
};

void SchedulerTest::actionComesOnceAndNotEarly()
{
    EventLoopScheduler scheduler;
    const Milliseconds start = scheduler.now();
    QList<Milliseconds> calls;
    const auto action = scheduler.after(20ms, [&] { calls.append(scheduler.now() - start); });
    QVERIFY(calls.isEmpty());
    QTRY_COMPARE(calls.size(), 1);
    QVERIFY(calls.constFirst() >= 19ms);
    bool later = false;
    const auto second = scheduler.after(60ms, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(calls.size(), 1);
}

void SchedulerTest::destroyedActionNeverComes()
{
    EventLoopScheduler scheduler;
    bool first = false;
    bool second = false;
    auto doomed = scheduler.after(1ms, [&] { first = true; });
    const auto witness = scheduler.after(10ms, [&] { second = true; });
    doomed.reset();
    QTRY_VERIFY(second);
    QVERIFY(!first);
}

void SchedulerTest::actionMayDestroyItself()
{
    EventLoopScheduler scheduler;
    std::unique_ptr<ScheduledAction> action;
    const auto guard = std::make_shared<int>(7);
    int seen = 0;
    action = scheduler.after(0ms, [&action, &seen, guard] {
        action.reset();
        seen = *guard;
    });
    QTRY_COMPARE(seen, 7);
    QVERIFY(!action);
}

void SchedulerTest::negativeDelayIsAtOnceButNotInside()
{
    EventLoopScheduler scheduler;
    bool came = false;
    const auto action = scheduler.after(-5s, [&] { came = true; });
    QVERIFY(!came);
    QTRY_VERIFY(came);
}

void SchedulerTest::fakeKeepsTheOrderOfTime()
{
    FakeScheduler scheduler;
    QStringList order;
    const auto c = scheduler.after(30ms, [&] { order.append(QStringLiteral("c")); });
    const auto a = scheduler.after(10ms, [&] { order.append(QStringLiteral("a%1").arg(scheduler.now().count())); });
    const auto b = scheduler.after(10ms, [&] { order.append(QStringLiteral("b")); });
    scheduler.advance(9ms);
    QVERIFY(order.isEmpty());
    scheduler.advance(20ms);
    QCOMPARE(order, (QStringList{QStringLiteral("a10"), QStringLiteral("b")}));
    QCOMPARE(scheduler.untilNext(), std::optional(Milliseconds{1}));
    QVERIFY(scheduler.runAll());
    QCOMPARE(order.size(), 3);
    QCOMPARE(scheduler.pending(), 0);
}

void SchedulerTest::fakeActionMayDestroyItself()
{
    FakeScheduler scheduler;
    std::unique_ptr<ScheduledAction> action;
    int rounds = 0;
    std::function<void()> step = [&] {
        if (++rounds < 3)
            action = scheduler.after(1ms, step);
        else
            action.reset();
    };
    action = scheduler.after(1ms, step);
    QVERIFY(scheduler.runAll());
    QCOMPARE(rounds, 3);
    QCOMPARE(scheduler.now(), Milliseconds{3});
}

VIRAL_TEST(SchedulerTest)
#include "tst_scheduler.moc"
