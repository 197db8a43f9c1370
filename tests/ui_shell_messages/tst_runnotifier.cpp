// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/runnotifier.h"

#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/shell/desktopsignals.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the desktop hears about runs: progress, and the end of a long one that nobody watches.
class RunNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void progressGrowsAndGoesAway();
    void aLongRunThatNobodyWatchesIsTold();
    void nobodyIsTold_data();
    void nobodyIsTold();
    void aFailureIsToldWithItsReason();
    void runsThatAreThereAlreadyCount();
    void withoutABusNothingHappens();
};

VIRAL_TEST(RunNotifierTest)

namespace {

class FakeDesktop final : public DesktopSignals
{
public:
    void showProgress(std::optional<double> share) override { shares.append(share); }
    void notify(const QString &title, const QString &text) override { notes.append(title + u'|' + text); }

    QList<std::optional<double>> shares;
    QStringList notes;
};

LoopbackServer::Responder good(std::chrono::milliseconds delay = 0ms)
{
    return [delay](int, const ReceivedRequest &request) { return slowReply(request, delay); };
}

bool nobodyLooks()
{
    return false;
}

} // namespace

void RunNotifierTest::progressGrowsAndGoesAway()
{
    DeskBench bench(good(300ms));
    FakeDesktop desktop;
    const RunNotifier notifier(bench.desk(), desktop, nobodyLooks);
    const auto run = bench.desk().start(bench.plan(6));
    QVERIFY(bench.waitForEnd(**run));
    QVERIFY(desktop.shares.size() >= 3);
    QCOMPARE(desktop.shares.constFirst(), std::optional(0.0));
    QCOMPARE(desktop.shares.constLast(), std::nullopt);
    for (qsizetype i = 1; i + 1 < desktop.shares.size(); ++i)
        QVERIFY(*desktop.shares.at(i) > *desktop.shares.at(i - 1) && *desktop.shares.at(i) <= 1);
}

void RunNotifierTest::aLongRunThatNobodyWatchesIsTold()
{
    DeskBench bench(good());
    FakeDesktop desktop;
    const RunNotifier notifier(bench.desk(), desktop, nobodyLooks, 0ms);
    RunPlan plan = bench.plan(2);
    plan.title = u"Talk"_s;
    const auto run = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE(desktop.notes.size(), 1);
    QVERIFY2(desktop.notes.constFirst().startsWith(u"The moments are found|Talk: 2"_s),
             qPrintable(desktop.notes.constFirst()));
}

void RunNotifierTest::nobodyIsTold_data()
{
    QTest::addColumn<bool>("isLookedAt");
    QTest::addColumn<int>("longRunMs");
    QTest::addColumn<bool>("cancels");
    QTest::newRow("a window is in use") << true << 0 << false;
    QTest::newRow("the run was short") << false << 20'000 << false;
    QTest::newRow("it was cancelled") << false << 0 << true;
}

void RunNotifierTest::nobodyIsTold()
{
    QFETCH(const bool, isLookedAt);
    QFETCH(const int, longRunMs);
    QFETCH(const bool, cancels);
    DeskBench bench(good(cancels ? 5000ms : 0ms));
    FakeDesktop desktop;
    const RunNotifier notifier(
        bench.desk(), desktop, [isLookedAt] { return isLookedAt; }, Milliseconds{longRunMs});
    const auto run = bench.desk().start(bench.plan(2));
    if (cancels) {
        QTRY_COMPARE((*run)->totals().onTheirWay, 2);
        (*run)->cancel();
    }
    QVERIFY(bench.waitForEnd(**run));
    QVERIFY2(desktop.notes.isEmpty(), qPrintable(desktop.notes.join(u'\n')));
    QCOMPARE(desktop.shares.constLast(), std::nullopt);
}

void RunNotifierTest::aFailureIsToldWithItsReason()
{
    DeskBench bench([](int, const ReceivedRequest &) { return jsonReply(401, OpenAi::error("No such key")); });
    FakeDesktop desktop;
    const RunNotifier notifier(bench.desk(), desktop, nobodyLooks, 0ms);
    const auto run = bench.desk().start(bench.plan(2));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE(desktop.notes.size(), 1);
    QVERIFY(desktop.notes.constFirst().startsWith(u"A run failed|"_s));
    QVERIFY(desktop.notes.constFirst().contains((*run)->ending()->error.message));
}

void RunNotifierTest::runsThatAreThereAlreadyCount()
{
    DeskBench bench(good(300ms));
    const auto run = bench.desk().start(bench.plan(2));
    FakeDesktop desktop;
    const RunNotifier notifier(bench.desk(), desktop, nobodyLooks, 0ms);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE(desktop.notes.size(), 1);
    QVERIFY(desktop.shares.constFirst().has_value());
}

void RunNotifierTest::withoutABusNothingHappens()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    qunsetenv("XDG_RUNTIME_DIR");
    // No bus, and one that nobody listens at.
    for (const char *bus : {"", "unix:path=/nowhere/at/all"}) {
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
        const std::unique_ptr<DesktopSignals> desktop = makeDesktopSignals();
        QVERIFY(desktop);
        desktop->showProgress(0.5);
        desktop->notify(u"a"_s, u"b"_s);
        desktop->showProgress(std::nullopt);
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qputenv("XDG_RUNTIME_DIR", folder);
}

#include "tst_runnotifier.moc"
