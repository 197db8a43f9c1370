// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/servedrunkeeper.h"
#include "tests/support/fakescheduler.h"
#include "tests/support/memorystores.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// When served runs are marked and old ones looked for.
class ServedRunKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRunIsMarkedOnce();
    void whatCannotBeMarkedIsNotSaved();
    void marksThatWereNotKeptAreMadeAgain();
    void tidiesInStepsAndThenEveryHour();
    void troubleIsToldAndTriedAgain();
};

VIRAL_TEST(ServedRunKeeperTest)

namespace {

class FakeServed final : public ServedRuns
{
public:
    Result<void> markServed(const RunId &run) override
    {
        if (fails)
            return failure(ErrorKind::Storage, u"full"_s);
        marked.append(run.value);
        return {};
    }
    Result<int> prune(const ServedRunRules &, const QDateTime &, int most) override
    {
        if (fails)
            return failure(ErrorKind::Storage, u"full"_s);
        ++asked;
        const int removed = std::min(most, old);
        old -= removed;
        return removed;
    }

    QStringList marked;
    int old = 0;
    int asked = 0;
    bool fails = false;
};

} // namespace

void ServedRunKeeperTest::everyRunIsMarkedOnce()
{
    MemoryRuns runs;
    FakeServed served;
    ServedRunStore store(runs, served);
    for (const RunState state : {RunState::Queued, RunState::Running, RunState::Running, RunState::Succeeded})
        QVERIFY(store.saveRun({.id = {u"a"_s}, .state = state}));
    QCOMPARE(served.marked, QStringList{u"a"_s});
    QVERIFY(store.saveRun({.id = {u"b"_s}, .state = RunState::Failed}));
    QCOMPARE(served.marked, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(store.run({u"b"_s}).value()->state, RunState::Failed);
}

void ServedRunKeeperTest::whatCannotBeMarkedIsNotSaved()
{
    MemoryRuns runs;
    FakeServed served;
    served.fails = true;
    ServedRunStore store(runs, served);
    QVERIFY(!store.saveRun({.id = {u"a"_s}}));
}

void ServedRunKeeperTest::marksThatWereNotKeptAreMadeAgain()
{
    MemoryRuns runs;
    FakeServed served;
    ServedRunStore store(runs, served);
    QVERIFY(!store.together([&]() -> Result<void> {
        const auto saved = store.saveRun({.id = {u"a"_s}, .state = RunState::Running});
        return saved ? Result<void>(failure(ErrorKind::Storage, u"full"_s)) : tl::unexpected(saved.error());
    }));
    QCOMPARE(served.marked.size(), 1);
    QVERIFY(store.saveRun({.id = {u"a"_s}, .state = RunState::Running}));
    QCOMPARE(served.marked.size(), 2);
    QVERIFY(store.saveRun({.id = {u"a"_s}, .state = RunState::Running}));
    QCOMPARE(served.marked.size(), 2);
}

void ServedRunKeeperTest::tidiesInStepsAndThenEveryHour()
{
    FakeScheduler scheduler;
    SystemClock clock;
    FakeServed served;
    served.old = ServedRunKeeper::atOnce * 2 + 1;
    ServedRunKeeper keeper(served, {}, scheduler, clock);
    QSignalSpy tidied(&keeper, &ServedRunKeeper::tidied);
    keeper.start();
    QCOMPARE(served.asked, 0);
    scheduler.advance(1s);
    QCOMPARE(served.asked, 4);
    QCOMPARE(tidied.size(), 1);
    QCOMPARE(tidied.constFirst().constFirst().toInt(), ServedRunKeeper::atOnce * 2 + 1);
    scheduler.advance(ServedRunKeeper::period - 1s);
    QCOMPARE(served.asked, 4);
    scheduler.advance(2s);
    QCOMPARE(served.asked, 5);
    QCOMPARE(tidied.constLast().constFirst().toInt(), 0);
}

void ServedRunKeeperTest::troubleIsToldAndTriedAgain()
{
    FakeScheduler scheduler;
    SystemClock clock;
    FakeServed served;
    served.fails = true;
    ServedRunKeeper keeper(served, {}, scheduler, clock);
    QSignalSpy failed(&keeper, &ServedRunKeeper::failed);
    keeper.start();
    scheduler.advance(10min);
    QCOMPARE(failed.size(), 1);
    served.fails = false;
    scheduler.advance(1h);
    QCOMPARE(served.asked, 1);
}

#include "tst_servedrunkeeper.moc"
