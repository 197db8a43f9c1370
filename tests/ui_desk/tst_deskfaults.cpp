// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/desk/runreport.h"

#include <QFile>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QtConcurrentRun>

#include <csignal>
#include <sys/resource.h>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What can go wrong around a run: the line, the disk, the library. Each is told, and nothing that was paid is lost.
class DeskFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNetworkGoesAndComesBack();
    void theNetworkStaysAway();
    void theLaptopSleepsForAnHour();
    void theDiskIsFull();
    void theFolderCannotBeMade();
    void aRunInMemoryGoesIntoAReport();
    void whatTheProgramHasToldIsNotToldAgain();
    void aNewerLibraryIsOnlyRead();
    void aDamagedLibraryIsRecoveredAndSaid();
    void noLibraryAtAll();
};

VIRAL_TEST(DeskFaultsTest)

namespace {

LoopbackServer::Responder good()
{
    return [](int, const ReceivedRequest &request) { return goodReply(request); };
}

/// No file of this process grows beyond a limit while it lives: what a full disk does.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before = {};
};

/// A clock whose date jumps while its time does not pass: what a computer has after a sleep.
class SleepyClock final : public Clock
{
public:
    explicit SleepyClock(const FakeScheduler &scheduler)
        : m_scheduler(scheduler)
    {}
    QDateTime now() const override { return m_scheduler.wallTime().addSecs(m_slept); }
    QString newId() override { return u"id-%1"_s.arg(++m_count); }
    void sleep(qint64 seconds) { m_slept += seconds; }

private:
    const FakeScheduler &m_scheduler;
    qint64 m_slept = 0;
    int m_count = 0;
};

QStringList texts(const QSignalSpy &told)
{
    QStringList all;
    for (const QList<QVariant> &one : told)
        all.append(one.constFirst().toString());
    return all;
}

QStringList errors(const QSignalSpy &failed)
{
    QStringList all;
    for (const QList<QVariant> &one : failed)
        all.append(one.constFirst().value<Error>().text());
    return all;
}

} // namespace

void DeskFaultsTest::theNetworkGoesAndComesBack()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number >= 2 && number < 6 ? Reply{.course = Reply::Course::CloseBeforeAnswer} : goodReply(request);
    });
    const auto run = bench.desk().start(bench.plan(6));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QCOMPARE((*run)->outcome()->result.moments.size(), 6);
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->answers().answersOf((*run)->id()).value().size(), 6);
}

void DeskFaultsTest::theNetworkStaysAway()
{
    std::atomic<bool> isBack = false;
    DeskBench bench([&isBack](int number, const ReceivedRequest &request) {
        return number < 2 || isBack ? goodReply(request) : Reply{.course = Reply::Course::CloseBeforeAnswer};
    });
    const auto run = bench.desk().start(bench.plan(6));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Failed);
    QVERIFY(!(*run)->ending()->error.message.isEmpty());
    QVERIFY((*run)->ending()->canDo.contains(WhatNow::GoOn));
    isBack = true;
    const int before = bench.server().requestCount();
    const auto more = bench.desk().goOn((*run)->id());
    QVERIFY(bench.waitForEnd(**more));
    QCOMPARE((*more)->ending()->state, RunState::Succeeded);
    QCOMPARE(bench.server().requestCount() - before, 6 - (*more)->totals().kept);
    QVERIFY((*more)->totals().kept >= 2);
}

void DeskFaultsTest::theLaptopSleepsForAnHour()
{
    RunBench bench;
    SleepyClock clock(bench.scheduler);
    int asked = 0;
    bench.answerWith([&](int, const HttpRequest &request) -> HttpOutcome {
        // The lines that were open when it fell asleep are dead when it wakes up.
        ++asked;
        if (asked == 3 || asked == 4) {
            if (asked == 3)
                clock.sleep(3600);
            return faulted(HttpFault::ConnectionLost);
        }
        return goodAnswer(request);
    });
    AnalysisRun run(bench.services().withClock(clock), RunBench::setup(6));
    std::optional<RunOutcome> ended;
    connect(&run, &AnalysisRun::finished, this, [&ended](const RunOutcome &outcome) { ended = outcome; });
    run.start();
    QVERIFY(bench.finish(run));
    QVERIFY(ended->has_value());
    QCOMPARE(bench.answers.kept.size(), 6);
    QCOMPARE(run.record().state, RunState::Succeeded);
    QVERIFY(run.record().createdAt.secsTo(run.record().updatedAt) >= 3600);
    // Another program that looked in meanwhile took it for dead; it is not, and says so with its next sign of life.
    QCOMPARE(closeAbandonedRuns(bench.runs, clock.now()).value(), 0);
    QCOMPARE(bench.runs.records.value(run.record().id).state, RunState::Succeeded);
}

void DeskFaultsTest::theDiskIsFull()
{
    std::atomic<bool> isOpen = false;
    DeskBench bench([&isOpen](int number, const ReceivedRequest &request) {
        return number < 1 || isOpen ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    EngineSettings one = bench.setup().settings;
    one.maxConcurrency = 1;
    one.requestTimeout = 500ms;
    bench.desk().setSettings(one);
    const auto run = bench.desk().start(bench.plan(6));
    QSignalSpy told(*run, &LiveRun::told);
    QTRY_COMPARE((*run)->totals().done, 1);
    {
        const FullDisk full(1);
        isOpen = true;
        QVERIFY(bench.waitForEnd(**run));
        QCOMPARE((*run)->ending()->state, RunState::Succeeded);
        QCOMPARE((*run)->outcome()->result.moments.size(), 6);
        QVERIFY2(texts(told).join(u' ').contains(u"could not keep"_s), qPrintable(texts(told).join(u'\n')));
        // In the same program nothing is paid twice.
        const int before = bench.server().requestCount();
        const auto again = bench.desk().start(bench.plan(6));
        QVERIFY(bench.waitForEnd(**again));
        QCOMPARE((*again)->totals().kept, 6);
        QCOMPARE(bench.server().requestCount(), before);
        // And the list shows both.
        QCOMPARE(bench.desk().runs().size(), 2);
    }
    // There is room again: what was held is written with the next change.
    const auto last = bench.desk().start(bench.plan(6));
    QVERIFY(bench.waitForEnd(**last));
    const RunId id = (*run)->id();
    bench.restart();
    QTRY_COMPARE(bench.desk().runs().size(), 3);
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->answers().answersOf(id).value().size(), 6);
    QCOMPARE(library->runs().run(id).value()->state, RunState::Succeeded);
    QVERIFY(library->runs().result(id).value());
}

void DeskFaultsTest::theFolderCannotBeMade()
{
    DeskBench bench(good());
    QFile file(bench.libraryFolder() + u"/a-file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    DeskSetup setup = bench.setup();
    setup.libraryFolder = file.fileName() + u"/below"_s;
    RunDesk desk(setup);
    QSignalSpy failed(&desk, &RunDesk::failed);
    QSignalSpy warned(&desk, &RunDesk::warned);
    QTRY_COMPARE(desk.libraryState(), LibraryState::Missing);
    QVERIFY(!failed.isEmpty());
    QVERIFY2(texts(warned).join(u' ').contains(u"memory only"_s), qPrintable(texts(warned).join(u'\n')));
    const auto run = desk.start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QVERIFY((*run)->ending()->kept.contains(u"All 3"_s));
    // Run again, it is not paid again, and it can be opened.
    const auto again = desk.goOn((*run)->id());
    QVERIFY(bench.waitForEnd(**again));
    QCOMPARE(bench.server().requestCount(), 3);
    QSignalSpy loaded(&desk, &RunDesk::workLoaded);
    desk.loadRun((*run)->id());
    QTRY_COMPARE(loaded.size(), 1);
}

void DeskFaultsTest::aRunInMemoryGoesIntoAReport()
{
    DeskBench bench(good());
    DeskSetup setup = bench.setup();
    setup.libraryFolder.clear();
    RunDesk desk(setup);
    const auto run = desk.start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**run));
    const auto read = [&desk](const RunId &id) {
        QFutureWatcher<std::shared_ptr<Result<ReportedRun>>> watcher;
        watcher.setFuture(QtConcurrent::run(
            [reader = desk.reportReader(), id] { return std::make_shared<Result<ReportedRun>>(reader(id)); }));
        (void)QTest::qWaitFor([&watcher] { return watcher.isFinished(); }, 20'000);
        return *watcher.result();
    };
    const Result<ReportedRun> reported = read((*run)->id());
    QVERIFY2(reported, reported ? "" : qPrintable(reported.error().text()));
    QCOMPARE(reported->answers.size(), 3);
    const Result<Work> work = workOfReport(*reported);
    QVERIFY2(work, work ? "" : qPrintable(work.error().text()));
    QCOMPARE(work->outcome.result, (*run)->outcome()->result);
    QVERIFY(work->problems.all().isEmpty());
    QVERIFY(!read({u"nobody's"_s}));
}

void DeskFaultsTest::whatTheProgramHasToldIsNotToldAgain()
{
    DeskBench bench(good());
    QFile file(bench.libraryFolder() + u"/a-file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    DeskSetup setup = bench.setup();
    setup.libraryFolder = file.fileName() + u"/below"_s;
    const auto library = Library::open(setup.libraryFolder);
    QVERIFY(!library);
    setup.knownTrouble = library.error();
    RunDesk desk(setup);
    QSignalSpy failed(&desk, &RunDesk::failed);
    QSignalSpy warned(&desk, &RunDesk::warned);
    QTRY_COMPARE(desk.libraryState(), LibraryState::Missing);
    QCOMPARE(failed.size(), 0);
    // What follows from it for runs is the desk's own to say.
    QCOMPARE(warned.size(), 1);
}

void DeskFaultsTest::aNewerLibraryIsOnlyRead()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    bench.close();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(bench.libraryFolder() + u"/library.sqlite"_s);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"PRAGMA user_version=999"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    RunDesk desk(bench.setup());
    QSignalSpy failed(&desk, &RunDesk::failed);
    QTRY_COMPARE(desk.libraryState(), LibraryState::ReadOnly);
    QVERIFY2(errors(failed).join(u' ').contains(u"newer version"_s), qPrintable(errors(failed).join(u'\n')));
    QTRY_COMPARE(desk.runs().size(), 1);
    QSignalSpy loaded(&desk, &RunDesk::workLoaded);
    desk.loadRun(id);
    QTRY_COMPARE(loaded.size(), 1);
    // What is kept is used, and what is new is paid once.
    const auto more = desk.start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**more));
    QCOMPARE((*more)->totals().kept, 3);
    QCOMPARE(bench.server().requestCount(), 3);
    QCOMPARE(desk.runs().size(), 2);
}

void DeskFaultsTest::aDamagedLibraryIsRecoveredAndSaid()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**run));
    bench.close();
    QFile file(bench.libraryFolder() + u"/library.sqlite"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(QByteArray(100, 'x')) == 100);
    file.close();
    RunDesk desk(bench.setup());
    QSignalSpy warned(&desk, &RunDesk::warned);
    QTRY_COMPARE(desk.libraryState(), LibraryState::Open);
    QVERIFY2(!warned.isEmpty(), "the recovery is said");
    const auto more = desk.start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**more));
    QCOMPARE((*more)->ending()->state, RunState::Succeeded);
}

void DeskFaultsTest::noLibraryAtAll()
{
    DeskBench bench(good());
    DeskSetup setup = bench.setup();
    setup.libraryFolder.clear();
    RunDesk desk(setup);
    QSignalSpy failed(&desk, &RunDesk::failed);
    const auto run = desk.start(bench.plan(2));
    QSignalSpy told(*run, &LiveRun::told);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QCOMPARE(failed.size(), 0);
    QVERIFY(texts(told).join(u' ').contains(u"no library"_s));
}

#include "tst_deskfaults.moc"
