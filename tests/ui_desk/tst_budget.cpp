// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"
#include "core/library/library.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/desk/budget.h"
#include "ui/desk/remotebudget.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Budgets: before a run, within it, over all runs of a month.
class BudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void monthsAreCounted();
    void mayStart_data();
    void mayStart();
    void whatIsOnItsWayCounts();
    void runsShareTheMonth();
    void aGuardGivesBackWhatItSetAside();
    void noBudgetLetsEverythingThrough();
    void aRunStopsBeforeItIsExceeded_data();
    void aRunStopsBeforeItIsExceeded();
    void askingOnceMoreCostsAsWell_data();
    void askingOnceMoreCostsAsWell();
    void aRunPodRunIsHeldToItAtTheStart();
    void aRemoteRunIsReckonedByItsQuote();
    void whatIsNotToldIsGuessed();
    void aRunPodJobIsCancelledBeforeItIsExceeded_data();
    void aRunPodJobIsCancelledBeforeItIsExceeded();
    void aJobThatIsTakenUpIsOnlyWarnedOf();
    void aRaisedBudgetGoesOn();
    void goingOnIsMeasuredByWhatIsMissing();
    void tooDearIsRefusedAtTheStart();
    void whoWantsItAllTheSameGetsIt();
};

VIRAL_TEST(BudgetTest)

namespace {

constexpr auto dollar = MicroDollars{1'000'000};

/// What the service reports for an answer: 1200 tokens in, 1024 of them cached, 90 out, with gpt-4o-mini.
constexpr qint64 billedAnswer = 157;

ModelForecast quoteOf(qint64 perChunk, int chunks)
{
    return {.model = u"gpt-4o-mini"_s, .chunks = chunks, .price = PriceRange{{perChunk * chunks}, {perChunk * chunks}}};
}

/// A job of six chunks that goes on until it is cancelled, two of them done; whether that is told is up to it.
struct RunPodJobScript
{
    explicit RunPodJobScript(bool tellsProgress)
        : tells(tellsProgress)
    {}

    LoopbackServer::Responder responder()
    {
        return [this](int, const ReceivedRequest &request) {
            if (request.path.contains("/cancel/"))
                ++cancels;
            if (request.path.contains("/stream/") && tells)
                return jsonReply(200, R"({"status":"IN_PROGRESS","stream":[{"output":)" + ended(0) + R"(},{"output":)" +
                                          ended(1) + "}]}");
            const QByteArray state = cancels > 0                     ? "CANCELLED"
                                     : request.path.endsWith("/run") ? "IN_QUEUE"
                                                                     : "IN_PROGRESS";
            return jsonReply(200, R"({"id":"rp-1","status":")" + state + R"("})");
        };
    }
    static QByteArray ended(int chunk)
    {
        return writeProgressEvent(
            {.kind = ProgressKind::ChunkCompleted, .jobId = u"job"_s, .chunkIndex = chunk, .totalChunks = 6});
    }

    bool tells;
    std::atomic<int> cancels = 0;
};

} // namespace

void BudgetTest::monthsAreCounted()
{
    const auto run = [](const QString &time, qint64 price) {
        return RunRecord{.createdAt = QDateTime::fromString(time, Qt::ISODate), .price = MicroDollars{price}};
    };
    const QList<RunRecord> runs{run(u"2026-10-31T23:30:00Z"_s, 1),
                                run(u"2026-11-01T00:00:00Z"_s, 2),
                                run(u"2026-11-30T23:59:59Z"_s, 4),
                                run(u"2026-12-01T00:00:00Z"_s, 8),
                                run(u"2025-11-10T00:00:00Z"_s, 16),
                                RunRecord{.createdAt = QDateTime::fromString(u"2026-11-10T00:00:00Z"_s, Qt::ISODate)}};
    QCOMPARE(spentInMonth(runs, QDate(2026, 11, 21), QTimeZone::utc()), MicroDollars{6});
    QCOMPARE(spentInMonth(runs, QDate(2026, 11, 21), QTimeZone(3600)), MicroDollars{3});
    QCOMPARE(spentInMonth(runs, QDate(2024, 1, 1), QTimeZone::utc()), MicroDollars{});
}

void BudgetTest::mayStart_data()
{
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("spent");
    QTest::addColumn<qint64>("perRun");
    QTest::addColumn<qint64>("perMonth");
    QTest::addColumn<QString>("refusal");

    QTest::newRow("no limits") << qint64{1} << qint64{1} << qint64{-1} << qint64{-1} << QString();
    QTest::newRow("just enough") << qint64{500'000} << qint64{500'000} << qint64{500'000} << qint64{1'000'000}
                                 << QString();
    QTest::newRow("one more") << qint64{500'001} << qint64{0} << qint64{500'000} << qint64{-1} << u"$0.50"_s;
    QTest::newRow("month") << qint64{500'001} << qint64{500'000} << qint64{-1} << qint64{1'000'000} << u"$0.50 left"_s;
    QTest::newRow("month overdrawn") << qint64{1} << qint64{2'000'000} << qint64{-1} << qint64{1'000'000}
                                     << u"$0.00 left"_s;
    QTest::newRow("a budget of nothing") << qint64{1} << qint64{0} << qint64{0} << qint64{-1} << u"$0.00"_s;
}

void BudgetTest::mayStart()
{
    QFETCH(qint64, price);
    QFETCH(qint64, spent);
    QFETCH(qint64, perRun);
    QFETCH(qint64, perMonth);
    QFETCH(QString, refusal);
    Budgets budgets;
    if (perRun >= 0)
        budgets.perRun = MicroDollars{perRun};
    if (perMonth >= 0)
        budgets.perMonth = MicroDollars{perMonth};
    const Result<void> allowed = Viral::mayStart({price}, {spent}, budgets);
    QCOMPARE(allowed.has_value(), refusal.isEmpty());
    if (!allowed) {
        QCOMPARE(allowed.error().kind, ErrorKind::Refused);
        QVERIFY2(allowed.error().message.contains(refusal), qPrintable(allowed.error().message));
    }
}

void BudgetTest::whatIsOnItsWayCounts()
{
    const auto purse = std::make_shared<MonthPurse>();
    BudgetGuard guard({.perRun = MicroDollars{100}}, MicroDollars{30}, purse);
    QVERIFY(guard.ask(0));
    QVERIFY(guard.ask(1));
    QVERIFY(guard.ask(2));
    QVERIFY(!guard.ask(3));
    // One came back for less than was feared.
    guard.notePaid({10});
    guard.settle(0);
    QVERIFY(guard.ask(3));
    QVERIFY(!guard.ask(4));
    QCOMPARE(guard.setAside(), MicroDollars{90});
    QCOMPARE(purse->setAside, MicroDollars{90});
    QCOMPARE(purse->spent, MicroDollars{10});
}

void BudgetTest::runsShareTheMonth()
{
    const auto purse = std::make_shared<MonthPurse>(MonthPurse{.spent = {40}});
    const Budgets budgets{.perMonth = MicroDollars{100}};
    BudgetGuard one(budgets, MicroDollars{25}, purse);
    BudgetGuard other(budgets, MicroDollars{25}, purse);
    QVERIFY(one.ask(0));
    QVERIFY(other.ask(0));
    const Result<void> third = one.ask(1);
    QVERIFY(!third);
    QVERIFY(third.error().message.contains(u"month"_s));
}

void BudgetTest::aGuardGivesBackWhatItSetAside()
{
    const auto purse = std::make_shared<MonthPurse>();
    {
        BudgetGuard guard({}, MicroDollars{25}, purse);
        QVERIFY(guard.ask(0));
        QVERIFY(guard.ask(1));
        // The second question about a chunk takes the place of the first.
        QVERIFY(guard.ask(1));
        QCOMPARE(purse->setAside, MicroDollars{50});
        guard.notePaid({7});
    }
    QCOMPARE(purse->setAside, MicroDollars{});
    QCOMPARE(purse->spent, MicroDollars{7});
}

void BudgetTest::noBudgetLetsEverythingThrough()
{
    BudgetGuard guard({}, dollar, std::make_shared<MonthPurse>());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(guard.ask(i));
}

void BudgetTest::aRunStopsBeforeItIsExceeded_data()
{
    QTest::addColumn<bool>("isMonth");
    QTest::addColumn<int>("concurrency");
    QTest::addColumn<int>("affordable");
    for (const int concurrency : {1, 2, 4}) {
        for (const bool isMonth : {false, true})
            QTest::addRow("%s, %d at once", isMonth ? "month" : "run", concurrency) << isMonth << concurrency << 5;
    }
}

void BudgetTest::aRunStopsBeforeItIsExceeded()
{
    QFETCH(bool, isMonth);
    QFETCH(int, concurrency);
    QFETCH(int, affordable);
    const MicroDollars limit{billedAnswer * affordable};
    DeskBench bench([](int, const ReceivedRequest &request) { return slowReply(request, 20ms); },
                    isMonth ? Budgets{.perMonth = limit} : Budgets{.perRun = limit});
    EngineSettings settings = bench.setup().settings;
    settings.maxConcurrency = concurrency;
    bench.desk().setSettings(settings);
    RunPlan plan = bench.plan(10);
    // Half of what the chunks together cost, so that it may start.
    plan.quote = quoteOf(billedAnswer, 10);
    plan.quote->price->low = {1};
    const auto run = bench.desk().start(plan);
    QVERIFY2(run, run ? "" : qPrintable(run.error().text()));
    QVERIFY(bench.waitForEnd(**run));
    const LiveEnding ending = *(*run)->ending();
    QCOMPARE(ending.state, RunState::Failed);
    QCOMPARE(ending.error.kind, ErrorKind::Refused);
    QVERIFY2(ending.error.message.contains(isMonth ? u"month"_s : u"one run"_s), qPrintable(ending.error.message));
    QCOMPARE(bench.server().requestCount(), affordable);
    QVERIFY((*run)->totals().price <= limit);
    QCOMPARE((*run)->totals().done, affordable);
    // What is there can be used.
    QCOMPARE(ending.canDo, (QList{WhatNow::GoOn, WhatNow::UseWhatIsThere, WhatNow::SeeError}));
    QCOMPARE((*run)->outcome()->result.moments.size(), affordable);
}

void BudgetTest::askingOnceMoreCostsAsWell_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("affordable");
    QTest::addColumn<int>("asked");
    const QByteArray broken = OpenAi::answer("{\"moments\": [{\"startSen");
    const QByteArray cut = OpenAi::truncated("{\"moments\": [");
    QTest::newRow("unreadable, money for one") << broken << 1 << 1;
    QTest::newRow("unreadable, money for two") << broken << 2 << 2;
    QTest::newRow("cut, money for one") << cut << 1 << 1;
    QTest::newRow("cut, money for two") << cut << 2 << 2;
}

void BudgetTest::askingOnceMoreCostsAsWell()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, affordable);
    QFETCH(const int, asked);
    DeskBench bench([answer](int, const ReceivedRequest &) { return jsonReply(200, answer); },
                    {.perRun = MicroDollars{billedAnswer * affordable}});
    RunPlan plan = bench.plan(1);
    plan.quote = quoteOf(billedAnswer, 1);
    plan.quote->price->low = {1};
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Failed);
    QCOMPARE(bench.server().requestCount(), asked);
    QVERIFY((*run)->totals().price <= MicroDollars{billedAnswer * affordable});
    if (affordable == 1) {
        QCOMPARE((*run)->ending()->error.kind, ErrorKind::Refused);
        QVERIFY2((*run)->ending()->error.message.contains(u"budget"_s), qPrintable((*run)->ending()->error.message));
    }
}

void BudgetTest::aRunPodRunIsHeldToItAtTheStart()
{
    DeskBench bench([](int, const ReceivedRequest &request) { return goodReply(request); },
                    {.perRun = MicroDollars{1}});
    RunPlan plan = bench.plan(3);
    plan.engine = RunKind::RunPod;
    plan.quote = quoteOf(600'000, 3);
    const auto refused = bench.desk().start(plan);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"one run"_s), qPrintable(refused.error().message));
    // Without a quote it is reckoned first.
    plan.quote.reset();
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->error.kind, ErrorKind::Refused);
    QCOMPARE(bench.server().requestCount(), 0);
}

void BudgetTest::aRemoteRunIsReckonedByItsQuote()
{
    const auto purse = std::make_shared<MonthPurse>();
    ModelForecast quote = quoteOf(30, 10);
    quote.price->low = {10 * 10};
    // A chunk costs 20 as a rule and 30 at the worst; two are asked at once.
    RemoteBudget budget({.perRun = MicroDollars{100}}, quote, 2, purse);
    QVERIFY(budget.begin());
    QCOMPARE(purse->setAside, MicroDollars{60});
    QVERIFY(budget.noteEnded(1));
    QVERIFY(budget.noteEnded(1));
    QCOMPARE(purse->spent, MicroDollars{20});
    QVERIFY(budget.noteEnded(0));
    // 60 are spent, 30 are on their way, and a further chunk may cost 30.
    const Result<void> fourth = budget.noteEnded(7);
    QVERIFY(!fourth);
    QCOMPARE(fourth.error().kind, ErrorKind::Refused);
    QVERIFY2(fourth.error().message.contains(u"one run"_s), qPrintable(fourth.error().message));
    budget.close(MicroDollars{55});
    QCOMPARE(*purse, (MonthPurse{.spent = {55}}));
}

void BudgetTest::whatIsNotToldIsGuessed()
{
    const auto purse = std::make_shared<MonthPurse>();
    ModelForecast quote = quoteOf(30, 5);
    quote.chunkTime = {8s, 12s};
    RemoteBudget budget({.perMonth = MicroDollars{100}}, quote, 2, purse);
    QVERIFY(budget.begin());
    QCOMPARE(budget.guessEvery(), Milliseconds{10s});
    QVERIFY(budget.guess(9'999ms));
    QCOMPARE(purse->spent, MicroDollars{});
    QVERIFY(!budget.guess(10s));
    QCOMPARE(purse->spent, MicroDollars{60});
    // Whoever tells is believed, and not taken back.
    QVERIFY(!budget.noteEnded(0));
    QCOMPARE(purse->spent, MicroDollars{60});
    QCOMPARE(budget.guessEvery(), Milliseconds{0});
    QVERIFY(budget.guess(1h));

    RemoteBudget rich({.perRun = MicroDollars{150}}, quote, 2, std::make_shared<MonthPurse>());
    QVERIFY(rich.begin());
    QVERIFY(rich.guess(std::chrono::hours(1'000'000)));
    quote.price.reset();
    RemoteBudget priceless({.perRun = MicroDollars{0}}, quote, 2, purse);
    QVERIFY(priceless.begin());
    QVERIFY(priceless.noteEnded(0));
}

void BudgetTest::aRunPodJobIsCancelledBeforeItIsExceeded_data()
{
    QTest::addColumn<bool>("tells");
    QTest::addColumn<bool>("mayExceed");
    QTest::newRow("by what it tells") << true << false;
    QTest::newRow("by the time it takes") << false << false;
    QTest::newRow("all the same") << true << true;
}

void BudgetTest::aRunPodJobIsCancelledBeforeItIsExceeded()
{
    QFETCH(const bool, tells);
    QFETCH(const bool, mayExceed);
    RunPodJobScript script(tells);
    DeskBench bench(script.responder(), {.perRun = MicroDollars{250}});
    bench.restart([tells](DeskSetup &setup) { setup.runPodPatience.usesStream = tells; });
    RunPlan plan = bench.plan(6);
    plan.engine = RunKind::RunPod;
    plan.mayExceedBudget = mayExceed;
    plan.quote = quoteOf(100, 6);
    plan.quote->price->low = {1};
    if (!tells)
        plan.quote->chunkTime = {20ms, 20ms};
    const auto run = bench.desk().start(plan);
    QVERIFY2(run, run ? "" : qPrintable(run.error().text()));
    if (mayExceed) {
        QTRY_COMPARE((*run)->record().finishedChunks, 2);
        QCOMPARE(script.cancels, 0);
        QVERIFY(!(*run)->isFinished());
        return;
    }
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE(script.cancels, 1);
    const LiveEnding ending = *(*run)->ending();
    QCOMPARE(ending.state, RunState::Failed);
    QCOMPARE(ending.error.kind, ErrorKind::Refused);
    QVERIFY2(ending.error.message.contains(u"for one run would be exceeded"_s), qPrintable(ending.error.message));
    QVERIFY(ending.canDo.contains(WhatNow::GoOn));
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->runs().run((*run)->id()).value()->state, RunState::Failed);
}

void BudgetTest::aJobThatIsTakenUpIsOnlyWarnedOf()
{
    RunPodJobScript script(true);
    DeskBench bench(script.responder());
    RunPlan plan = bench.plan(6);
    plan.engine = RunKind::RunPod;
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QTRY_COMPARE((*run)->record().remoteJobId, u"rp-1"_s);
    const RunId id = (*run)->id();
    bench.restart([](DeskSetup &setup) {
        setup.runPodPatience.usesStream = true;
        setup.budgets = {.perRun = MicroDollars{1}};
    });
    QStringList told;
    connect(&bench.desk(), &RunDesk::runStarted, this, [&told](LiveRun *taken) {
        connect(taken, &LiveRun::told, taken, [&told](const QString &message) { told.append(message); });
    });
    bench.desk().followOpenJobs();
    QTRY_VERIFY(bench.desk().live(id) && bench.desk().live(id)->record().finishedChunks == 2);
    QVERIFY(bench.desk().live(id)->isTakenUp());
    QTRY_COMPARE(told.filter(u"would be exceeded"_s).size(), 1);
    QVERIFY2(told.join(u' ').contains(u"goes on"_s), qPrintable(told.join(u'\n')));
    QCOMPARE(script.cancels, 0);
}

void BudgetTest::aRaisedBudgetGoesOn()
{
    DeskBench bench([](int, const ReceivedRequest &request) { return goodReply(request); },
                    {.perRun = MicroDollars{billedAnswer * 3}});
    RunPlan plan = bench.plan(6);
    plan.quote = quoteOf(billedAnswer, 6);
    plan.quote->price->low = {1};
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE(bench.server().requestCount(), 3);
    bench.desk().setBudgets({.perRun = dollar});
    const auto more = bench.desk().goOn((*run)->id());
    QVERIFY2(more, more ? "" : qPrintable(more.error().text()));
    QVERIFY(bench.waitForEnd(**more));
    QCOMPARE((*more)->ending()->state, RunState::Succeeded);
    QCOMPARE(bench.server().requestCount(), 6);
    QCOMPARE((*more)->totals().kept, 3);
}

void BudgetTest::goingOnIsMeasuredByWhatIsMissing()
{
    std::atomic<bool> isOpen = false;
    DeskBench bench([&isOpen](int number, const ReceivedRequest &request) {
        return number < 7 || isOpen ? goodReply(request) : jsonReply(401, R"({"error":{"message":"No"}})");
    });
    EngineSettings one = bench.setup().settings;
    one.maxConcurrency = 1;
    bench.desk().setSettings(one);
    const auto run = bench.desk().start(bench.plan(8));
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->totals().done, 7);
    // Enough for the chunk that is missing, not for all eight anew.
    const Request request = (*run)->request();
    const Forecast forecast = forecastFor(request, withOptions({.model = one.model}, request.options),
                                          {.templates = bench.desk().templates(),
                                           .prices = bench.desk().prices(),
                                           .samples = bench.desk().experience(),
                                           .concurrency = 1});
    const ModelForecast *quote = forecast.find(one.model);
    QVERIFY(quote);
    bench.desk().setBudgets({.perRun = quote->dearestChunk()});
    QVERIFY(quote->priceWithCache->low > *quote->dearestChunk());
    isOpen = true;
    const auto more = bench.desk().goOn((*run)->id());
    QVERIFY2(more, more ? "" : qPrintable(more.error().text()));
    QVERIFY(bench.waitForEnd(**more));
    QCOMPARE((*more)->ending()->state, RunState::Succeeded);
    QCOMPARE(bench.server().requestCount(), 8 + 1);
}

void BudgetTest::tooDearIsRefusedAtTheStart()
{
    DeskBench bench([](int, const ReceivedRequest &request) { return goodReply(request); }, {.perRun = dollar});
    RunPlan plan = bench.plan(2);
    plan.quote = quoteOf(600'000, 2);
    const auto refused = bench.desk().start(plan);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"$1.20"_s));
    // Without a quote it is reckoned first.
    bench.desk().setBudgets({.perRun = MicroDollars{1}});
    plan.quote.reset();
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->error.kind, ErrorKind::Refused);
    QCOMPARE(bench.server().requestCount(), 0);
}

void BudgetTest::whoWantsItAllTheSameGetsIt()
{
    DeskBench bench([](int, const ReceivedRequest &request) { return goodReply(request); },
                    {.perRun = MicroDollars{1}, .perMonth = MicroDollars{1}});
    RunPlan plan = bench.plan(3);
    plan.quote = quoteOf(600'000, 3);
    plan.mayExceedBudget = true;
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QTRY_VERIFY(bench.desk().spentThisMonth() > MicroDollars{1});
}

#include "tst_budget.moc"
