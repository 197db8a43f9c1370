// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/serviceresultcodec.h"
#include "core/library/library.h"
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Runs from the desk to their end, against a server of this machine and a real library.
class RunDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsSeenThrough();
    void theOutcomeGrowsOnTheWay();
    void offlineRunsAreTheSame();
    void aRetryIsSeen();
    void cancelIsInstantAndSaysWhatIsKept();
    void cancelBeforeAnythingWasSent();
    void aFailedRunCanBeGoneOnWith();
    void goingOnPaysOnlyForWhatIsMissing();
    void freshChunksAreAskedAnewOnce();
    void freshChunksOutliveTheProgram_data();
    void freshChunksOutliveTheProgram();
    void onlyARange();
    void severalRunsShareOneLimiter();
    void theQuoteMeetsTheTruth();
    void whatRunsTeachIsRemembered();
    void aFinishedRunIsLetGo();
    void nobodyWaitsForADeskThatCloses();
    void theKeyIsNowhere();
    void settingsHoldForTheNextRun();
};

VIRAL_TEST(RunDeskTest)

namespace {

LoopbackServer::Responder good(std::chrono::milliseconds delay = 0ms)
{
    return [delay](int, const ReceivedRequest &request) { return slowReply(request, delay); };
}

} // namespace

void RunDeskTest::aRunIsSeenThrough()
{
    DeskBench bench(good(20ms));
    QSignalSpy startedSpy(&bench.desk(), &RunDesk::runStarted);
    QSignalSpy finishedSpy(&bench.desk(), &RunDesk::runFinished);
    const auto started = bench.desk().start(bench.plan(5));
    QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
    LiveRun &run = **started;
    QCOMPARE(startedSpy.size(), 1);
    QCOMPARE(bench.desk().running(), QList{&run});
    QCOMPARE(bench.desk().runs().constFirst().id, run.id());
    QSignalSpy totals(&run, &LiveRun::totalsChanged);
    QSignalSpy chunks(&run, &LiveRun::chunkChanged);
    QVERIFY(bench.waitForEnd(run));
    QCOMPARE(finishedSpy.size(), 1);
    QCOMPARE(run.ending()->state, RunState::Succeeded);
    QVERIFY(run.ending()->canDo.isEmpty());
    QVERIFY(bench.desk().running().isEmpty());
    QCOMPARE(run.chunks().size(), 5);
    QCOMPARE(run.outcome()->result.moments.size(), 5);
    QVERIFY(totals.size() >= 1);
    // Sent and done, each.
    QVERIFY(chunks.size() >= 10);
    const RunTotals end = run.totals();
    QCOMPARE(end.done, 5);
    QCOMPARE(end.kept, 0);
    QCOMPARE(end.inputTokens, 5 * 1200);
    QCOMPARE(end.cachedTokens, 5 * 1024);
    QCOMPARE(end.outputTokens, 5 * 90);
    QCOMPARE(end.price, std::optional(MicroDollars{5 * 157}));
    QCOMPARE(end.moments, 5);
    QVERIFY(!end.left);
    QVERIFY(end.elapsed > 0ms);
    QCOMPARE(run.chunkStates().at(0).inputTokens, 1200);
    QCOMPARE(run.record().state, RunState::Succeeded);
    QCOMPARE(run.record().title, u"interview.srt"_s);
    QVERIFY(run.record().number > 0);
    // In the library it stands the same.
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->runs().run(run.id()).value().value(), run.record());
    QCOMPARE(library->runs().result(run.id()).value().value(), run.outcome()->result);
    QCOMPARE(bench.desk().runs().constFirst(), run.record());
}

void RunDeskTest::theOutcomeGrowsOnTheWay()
{
    std::atomic<bool> isOpen = false;
    DeskBench bench([&isOpen](int number, const ReceivedRequest &request) {
        return number < 2 || isOpen ? goodReply(request) : Reply{.body = "{}", .course = Reply::Course::NeverAnswer};
    });
    const auto run = bench.desk().start(bench.plan(4));
    QVERIFY(run);
    QSignalSpy grew(*run, &LiveRun::outcomeGrew);
    QTRY_VERIFY((*run)->outcome() && (*run)->outcome()->result.moments.size() == 2);
    QVERIFY(!(*run)->isFinished());
    QCOMPARE((*run)->totals().moments, 2);
    QVERIFY((*run)->totals().left);
    QVERIFY((*run)->stateText().contains(u"2 of 4"_s));
    (*run)->cancel();
    QVERIFY(bench.waitForEnd(**run));
}

void RunDeskTest::offlineRunsAreTheSame()
{
    DeskBench bench(good());
    RunPlan plan = bench.plan(4);
    plan.engine = RunKind::Offline;
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QCOMPARE((*run)->totals().done, 4);
    QVERIFY((*run)->outcome());
    QVERIFY(!(*run)->totals().price);
    QCOMPARE(bench.server().requestCount(), 0);
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QVERIFY(library->runs().request((*run)->id()).value());
    QCOMPARE(library->runs().run((*run)->id()).value()->state, RunState::Succeeded);
}

void RunDeskTest::aRetryIsSeen()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number == 0 ? jsonReply(429, OpenAi::error("Slow down", "requests", "rate_limit_exceeded"))
                           : goodReply(request);
    });
    QStringList texts;
    const auto run = bench.desk().start(bench.plan(1));
    QVERIFY(run);
    connect(*run, &LiveRun::chunkChanged, this, [&] { texts.append((*run)->stateText()); });
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    QCOMPARE((*run)->chunkStates().constFirst().retries, 1);
    QVERIFY2(texts.join(u'\n').contains(u"Slow down"_s), qPrintable(texts.join(u'\n')));
}

void RunDeskTest::cancelIsInstantAndSaysWhatIsKept()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number < 3 ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    const auto run = bench.desk().start(bench.plan(6));
    QVERIFY(run);
    QTRY_COMPARE((*run)->totals().done, 3);
    QTRY_COMPARE(bench.server().requestCount(), 5);
    (*run)->cancel();
    QVERIFY((*run)->isCancelling());
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Cancelled);
    QCOMPARE((*run)->ending()->canDo, (QList{WhatNow::GoOn, WhatNow::UseWhatIsThere}));
    QVERIFY2((*run)->ending()->kept.contains(u"3 of 6"_s), qPrintable((*run)->ending()->kept));
    QCOMPARE((*run)->outcome()->result.moments.size(), 3);
    // The requests on their way ended with it.
    QTRY_COMPARE(bench.server().abortsSeen(), 2);
    QCOMPARE((*run)->record().momentCount, 3);
    // What is there is there for a later start as well.
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->runs().result((*run)->id()).value()->moments.size(), 3);
    QCOMPARE(library->runs().run((*run)->id()).value()->state, RunState::Cancelled);
}

void RunDeskTest::cancelBeforeAnythingWasSent()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(run);
    (*run)->cancel();
    (*run)->cancel();
    QSignalSpy finishedSpy(*run, &LiveRun::finished);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE(finishedSpy.size(), 1);
    QCOMPARE((*run)->ending()->state, RunState::Cancelled);
    QVERIFY(!(*run)->ending()->canDo.contains(WhatNow::UseWhatIsThere));
}

void RunDeskTest::aFailedRunCanBeGoneOnWith()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number == 2 ? jsonReply(401, OpenAi::error("Incorrect API key")) : goodReply(request);
    });
    EngineSettings one = bench.setup().settings;
    one.maxConcurrency = 1;
    bench.desk().setSettings(one);
    const auto run = bench.desk().start(bench.plan(5));
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Failed);
    QCOMPARE((*run)->ending()->canDo, (QList{WhatNow::GoOn, WhatNow::UseWhatIsThere, WhatNow::SeeError}));
    QVERIFY((*run)->ending()->error.text().contains(u"Incorrect API key"_s));
    QCOMPARE((*run)->outcome()->result.moments.size(), 2);
    const auto more = bench.desk().goOn((*run)->id());
    QVERIFY(more);
    QVERIFY(bench.waitForEnd(**more));
    QCOMPARE((*more)->ending()->state, RunState::Succeeded);
    QCOMPARE((*more)->totals().kept, 2);
    QCOMPARE(bench.server().requestCount(), 3 + 3);
}

void RunDeskTest::goingOnPaysOnlyForWhatIsMissing()
{
    std::atomic<bool> isOpen = false;
    DeskBench bench([&isOpen](int number, const ReceivedRequest &request) {
        return number < 4 || isOpen ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    RunPlan plan = bench.plan(8);
    plan.request.openAiApiKey = Secret(u"sk-of-the-payload-123"_s);
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QTRY_COMPARE((*run)->totals().done, 4);
    (*run)->cancel();
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    isOpen = true;
    const int before = bench.server().requestCount();
    // The program is started anew: nothing of the run is in memory.
    bench.restart([](DeskSetup &setup) { setup.settings.model = u"another-model"_s; });
    QTRY_VERIFY(!bench.desk().runs().isEmpty());
    const auto more = bench.desk().goOn(id);
    QVERIFY2(more, more ? "" : qPrintable(more.error().text()));
    QVERIFY(bench.waitForEnd(**more));
    QCOMPARE((*more)->ending()->state, RunState::Succeeded);
    QCOMPARE((*more)->totals().kept, 4);
    QCOMPARE(bench.server().requestCount(), before + 4);
    QCOMPARE((*more)->record().model, u"gpt-4o-mini"_s);
    QCOMPARE((*more)->record().title, u"interview.srt"_s);
    QCOMPARE((*more)->outcome()->result.moments.size(), 8);
}

void RunDeskTest::freshChunksAreAskedAnewOnce()
{
    std::atomic<int> failAt = -1;
    DeskBench bench([&failAt](int number, const ReceivedRequest &request) {
        return number == failAt ? jsonReply(401, OpenAi::error("No")) : goodReply(request);
    });
    EngineSettings one = bench.setup().settings;
    one.maxConcurrency = 1;
    bench.desk().setSettings(one);
    RunPlan plan = bench.plan(4);
    const auto first = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**first));
    QCOMPARE(bench.server().requestCount(), 4);
    plan.freshChunks = {1, 3};
    failAt = 5;
    const auto second = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**second));
    QCOMPARE((*second)->ending()->state, RunState::Failed);
    QCOMPARE(bench.server().requestCount(), 6);
    // Chunk 1 was asked anew; only chunk 3 is left.
    const auto third = bench.desk().goOn((*second)->id());
    QVERIFY(bench.waitForEnd(**third));
    QCOMPARE((*third)->ending()->state, RunState::Succeeded);
    QCOMPARE((*third)->totals().kept, 3);
    QCOMPARE(bench.server().requestCount(), 7);
}

void RunDeskTest::freshChunksOutliveTheProgram_data()
{
    QTest::addColumn<bool>("all");
    QTest::addColumn<QSet<int>>("chunks");
    /// Answers before the service refuses.
    QTest::addColumn<int>("answers");
    QTest::addColumn<int>("left");
    QTest::newRow("two, one answered") << false << QSet<int>{1, 3} << 1 << 1;
    QTest::newRow("two, none answered") << false << QSet<int>{1, 3} << 0 << 2;
    QTest::newRow("all, three answered") << true << QSet<int>() << 3 << 1;
    QTest::newRow("none") << false << QSet<int>() << 0 << 0;
}

void RunDeskTest::freshChunksOutliveTheProgram()
{
    QFETCH(const bool, all);
    QFETCH(const QSet<int>, chunks);
    QFETCH(const int, answers);
    QFETCH(const int, left);
    std::atomic<int> failAt = -1;
    DeskBench bench([&failAt](int number, const ReceivedRequest &request) {
        return number == failAt ? jsonReply(401, OpenAi::error("No")) : goodReply(request);
    });
    EngineSettings one = bench.setup().settings;
    one.maxConcurrency = 1;
    bench.desk().setSettings(one);
    RunPlan plan = bench.plan(4);
    QVERIFY(bench.waitForEnd(*bench.desk().start(plan).value()));
    QCOMPARE(bench.server().requestCount(), 4);
    plan.fresh = all;
    plan.freshChunks = chunks;
    failAt = 4 + answers;
    const auto second = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**second));
    const RunId id = (*second)->id();
    failAt = -1;
    // Nothing of the run is in memory any more; twice, as each run hands on what it leaves.
    bench.restart();
    QTRY_COMPARE(bench.desk().runs().size(), 2);
    const int before = bench.server().requestCount();
    const auto third = bench.desk().goOn(id);
    QVERIFY2(third, third ? "" : qPrintable(third.error().text()));
    QVERIFY(bench.waitForEnd(**third));
    QCOMPARE((*third)->ending()->state, RunState::Succeeded);
    QCOMPARE((*third)->record().freshChunks.size(), left);
    QCOMPARE(bench.server().requestCount() - before, left);
    const RunId last = (*third)->id();
    bench.restart();
    QTRY_COMPARE(bench.desk().runs().size(), 3);
    const auto fourth = bench.desk().goOn(last);
    QVERIFY(bench.waitForEnd(**fourth));
    QCOMPARE(bench.server().requestCount() - before, left);
    QCOMPARE((*fourth)->totals().kept, 4);
}

void RunDeskTest::onlyARange()
{
    DeskBench bench(good());
    RunPlan plan = bench.plan(6);
    plan.range = spanMs(120'000, 240'000);
    const auto run = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->chunks().size(), 2);
    QCOMPARE(bench.server().requestCount(), 2);
    for (const Moment &moment : (*run)->outcome()->result.moments)
        QVERIFY(plan.range->contains(moment.span));
    QVERIFY(!(*run)->outcome()->result.moments.isEmpty());
}

void RunDeskTest::severalRunsShareOneLimiter()
{
    DeskBench bench(good(15ms));
    QList<LiveRun *> runs;
    for (int i = 0; i < 3; ++i) {
        RunPlan plan = bench.plan(6);
        plan.request.metadata.append({u"video_title"_s, "\"Talk " + QByteArray::number(i) + '"'});
        runs.append(bench.desk().start(plan).value());
    }
    QCOMPARE(bench.desk().running().size(), 3);
    for (LiveRun *run : runs)
        QVERIFY(bench.waitForEnd(*run));
    QCOMPARE(bench.server().requestCount(), 18);
    QVERIFY(bench.server().peakInFlight() <= 2);
}

void RunDeskTest::theQuoteMeetsTheTruth()
{
    DeskBench bench(good());
    RunPlan plan = bench.plan(3);
    plan.quote = ModelForecast{.model = u"gpt-4o-mini"_s,
                               .chunks = 3,
                               .input = {3000, 4000},
                               .output = {400, 500},
                               .price = PriceRange{{100}, {1000}},
                               .time = {0ms, 1h}};
    const auto run = bench.desk().start(plan);
    QVERIFY(!(*run)->quoteCheck());
    QVERIFY(bench.waitForEnd(**run));
    const std::optional<ForecastCheck> check = (*run)->quoteCheck();
    QVERIFY(check);
    QCOMPARE(check->input, ForecastCheck::Verdict::Within);
    QCOMPARE(check->output, ForecastCheck::Verdict::Below);
    QCOMPARE(check->price, ForecastCheck::Verdict::Within);
    QCOMPARE(check->time, ForecastCheck::Verdict::Within);
    // Who asks nothing compares with nothing.
    const auto again = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**again));
    QCOMPARE((*again)->quoteCheck()->input, ForecastCheck::Verdict::Unknown);
}

void RunDeskTest::whatRunsTeachIsRemembered()
{
    DeskBench bench(good());
    QVERIFY(bench.desk().experience().isEmpty());
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE(bench.desk().experience().size(), 1);
    const UsageSample sample = bench.desk().experience().constFirst();
    QCOMPARE(sample.chunks, 3);
    QCOMPARE(sample.reportedInput, 3600);
    QCOMPARE(sample.reportedCached, 3072);
    QVERIFY(sample.estimatedInput > 0);
    QCOMPARE(sample.language, u"en"_s);
    bench.restart();
    QTRY_COMPARE(bench.desk().experience(), QList{sample});
}

void RunDeskTest::aFinishedRunIsLetGo()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(1));
    const RunId id = (*run)->id();
    bench.desk().release(id);
    QCOMPARE(bench.desk().live(id), *run);
    QVERIFY(bench.waitForEnd(**run));
    bench.desk().release(id);
    QCOMPARE(bench.desk().live(id), nullptr);
    QCOMPARE(bench.desk().runs().size(), 1);
}

void RunDeskTest::nobodyWaitsForADeskThatCloses()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number < 2 ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    const auto run = bench.desk().start(bench.plan(4));
    const RunId id = (*run)->id();
    QTRY_COMPARE((*run)->totals().done, 2);
    bench.close();
    const auto library = Library::open(bench.libraryFolder(), Library::Access::ReadOnly).value();
    QCOMPARE(library->runs().run(id).value()->state, RunState::Interrupted);
    QCOMPARE(library->answers().answersOf(id).value().size(), 2);
}

void RunDeskTest::theKeyIsNowhere()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number == 1 ? jsonReply(401, OpenAi::error("Incorrect API key provided: " + flowKey))
                           : goodReply(request);
    });
    QStringList said;
    RunPlan plan = bench.plan(3);
    plan.request.openAiApiKey = Secret(QString::fromLatin1(flowKey));
    const auto run = bench.desk().start(plan);
    connect(*run, &LiveRun::told, this, [&said](const QString &text) { said.append(text); });
    QVERIFY(bench.waitForEnd(**run));
    said << (*run)->ending()->error.text() << (*run)->stateText() << (*run)->record().error;
    QVERIFY(!said.join(u' ').contains(QString::fromLatin1(flowKey)));
    bench.close();
    QDir folder(bench.libraryFolder());
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(flowKey), qPrintable(name));
    }
}

void RunDeskTest::settingsHoldForTheNextRun()
{
    DeskBench bench(good(20ms));
    EngineSettings wide = bench.setup().settings;
    wide.maxConcurrency = 5;
    wide.model = u"gpt-4.1-mini"_s;
    bench.desk().setSettings(wide);
    const auto run = bench.desk().start(bench.plan(10));
    QCOMPARE((*run)->record().model, u"gpt-4.1-mini"_s);
    QVERIFY(bench.waitForEnd(**run));
    QVERIFY(bench.server().peakInFlight() > 2);
    QVERIFY(bench.server().requests().constFirst().body.contains("gpt-4.1-mini"));
    wide.openAiKey = {};
    wide.openAiBase = officialBase();
    bench.desk().setSettings(wide);
    QVERIFY(!bench.desk().start(bench.plan(1)));
}

#include "tst_rundesk.moc"
