// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/review/reviewid.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The list of runs: read, loaded, deleted and brought back, noted, shared by several desks.
class DeskLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAreThereAfterARestart();
    void aRunIsLoadedAsItWas();
    void theQuoteStaysWithItsRun();
    void answersInVainAreKnown();
    void aRunThatWasCutOffIsLoadedFromItsAnswers();
    void aRunWithoutAnswersSaysSo();
    void anUnknownRunSaysSo();
    void deletedAndBroughtBack();
    void deletedRunsHaveCostTheSame();
    void notesStay();
    void abandonedRunsAreClosed();
    void twoDesksPayOnce();
    void theOtherDesksRunsAreSeen();
};

VIRAL_TEST(DeskLibraryTest)

namespace {

LoopbackServer::Responder good(std::chrono::milliseconds delay = 0ms)
{
    return [delay](int, const ReceivedRequest &request) { return slowReply(request, delay); };
}

std::shared_ptr<Work> loaded(RunDesk &desk, const RunId &id, Error *error = nullptr)
{
    std::shared_ptr<Work> work;
    bool isOver = false;
    QObject context;
    QObject::connect(&desk, &RunDesk::workLoaded, &context, [&](const RunId &, const std::shared_ptr<Work> &made) {
        work = made;
        isOver = true;
    });
    QObject::connect(&desk, &RunDesk::workFailed, &context, [&](const RunId &, const Error &why) {
        if (error)
            *error = why;
        isOver = true;
    });
    desk.loadRun(id);
    return QTest::qWaitFor([&isOver] { return isOver; }, 10'000) ? work : nullptr;
}

} // namespace

void DeskLibraryTest::runsAreThereAfterARestart()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(2));
    QVERIFY(bench.waitForEnd(**run));
    const RunRecord record = (*run)->record();
    bench.restart();
    QTRY_COMPARE(bench.desk().runs(), QList{record});
    QVERIFY(bench.desk().running().isEmpty());
    QCOMPARE(bench.desk().live(record.id), nullptr);
}

void DeskLibraryTest::aRunIsLoadedAsItWas()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    const AnalysisOutcome outcome = *(*run)->outcome();
    bench.restart();
    const std::shared_ptr<Work> work = loaded(bench.desk(), id);
    QVERIFY(work);
    QCOMPARE(work->outcome.result, outcome.result);
    QCOMPARE(work->outcome.funnel.entries.size(), outcome.funnel.entries.size());
    QCOMPARE(work->request.transcript.sentences.size(), 36);
    QCOMPARE(work->chunks.size(), 3);
    QCOMPARE(work->review, reviewIdOf(id));
    QCOMPARE(work->path, u"/tmp/interview.srt"_s);
}

void DeskLibraryTest::theQuoteStaysWithItsRun()
{
    DeskBench bench(good());
    RunPlan plan = bench.plan(3);
    plan.quote = ModelForecast{.model = u"gpt-4o-mini"_s,
                               .chunks = 3,
                               .input = {1, 2},
                               .output = {1, 1'000'000},
                               .price = PriceRange{{1}, {2}},
                               .time = {0ms, 1h}};
    const auto run = bench.desk().start(plan);
    QVERIFY2(run, run ? "" : qPrintable(run.error().text()));
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    const std::optional<ForecastCheck> told = (*run)->quoteCheck();
    QVERIFY(told);
    QCOMPARE(told->input, ForecastCheck::Verdict::Above);
    QCOMPARE(told->output, ForecastCheck::Verdict::Within);
    bench.restart();
    const std::shared_ptr<Work> work = loaded(bench.desk(), id);
    QVERIFY(work && work->quoteCheck);
    QCOMPARE(work->quoteCheck->quoted, *plan.quote);
    QCOMPARE(work->quoteCheck->input, told->input);
    QCOMPARE(work->quoteCheck->output, told->output);
    QCOMPARE(work->quoteCheck->price, told->price);
    QCOMPARE(work->quoteCheck->truth.price, told->truth.price);
    QCOMPARE(work->quoteCheck->truth.inputTokens, told->truth.inputTokens);
    // A run of an earlier version has none.
    {
        const auto library = Library::open(bench.libraryFolder()).value();
        RunRecord earlier = library->runs().run(id).value().value();
        earlier.id = {u"earlier"_s};
        QVERIFY(library->runs().saveRun(earlier));
        QVERIFY(library->runs().keepRequest(earlier.id, work->request));
        QVERIFY(library->runs().keepResult(earlier.id, work->outcome.result));
    }
    const std::shared_ptr<Work> earlier = loaded(bench.desk(), {u"earlier"_s});
    QVERIFY(earlier && !earlier->quoteCheck);
}

void DeskLibraryTest::answersInVainAreKnown()
{
    // The second question gets an answer that nobody can read, and is asked again.
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number == 1 ? jsonReply(200, OpenAi::answer("{\"moments\": [{\"startSen")) : goodReply(request);
    });
    EngineSettings settings = bench.setup().settings;
    settings.maxConcurrency = 1;
    bench.desk().setSettings(settings);
    const auto run = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    const QList<ChunkPayment> payments = (*run)->outcome()->payments;
    QCOMPARE(payments.size(), 3);
    QCOMPARE(payments.at(0), (ChunkPayment{.chunkIndex = 0, .answers = 1}));
    QCOMPARE(payments.at(1).answers, 2);
    QCOMPARE(payments.at(1).inVain, 1);
    QVERIFY(tokenCount(payments.at(1).inVainCounts, u"input_tokens") > 0);
    // Run again with kept answers, the figures are those of what was paid then.
    const auto again = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**again));
    QCOMPARE((*again)->totals().kept, 3);
    QCOMPARE((*again)->outcome()->payments, payments);
    const RunId first = (*run)->id();
    const RunId second = (*again)->id();
    bench.restart();
    for (const RunId &id : {first, second}) {
        const std::shared_ptr<Work> work = loaded(bench.desk(), id);
        QVERIFY(work);
        QCOMPARE(work->outcome.payments, payments);
    }
}

void DeskLibraryTest::aRunThatWasCutOffIsLoadedFromItsAnswers()
{
    DeskBench bench([](int number, const ReceivedRequest &request) {
        return number < 3 ? goodReply(request) : Reply{.course = Reply::Course::NeverAnswer};
    });
    const auto run = bench.desk().start(bench.plan(5));
    const RunId id = (*run)->id();
    QTRY_COMPARE((*run)->totals().done, 3);
    // No result was kept: the desk is gone before.
    bench.restart();
    const std::shared_ptr<Work> work = loaded(bench.desk(), id);
    QVERIFY(work);
    QCOMPARE(work->outcome.result.moments.size(), 3);
    QCOMPARE(work->outcome.result.totalChunks, 5);
    QCOMPARE(work->outcome.result.successfulChunks, 3);
}

void DeskLibraryTest::aRunWithoutAnswersSaysSo()
{
    DeskBench bench([](int, const ReceivedRequest &) { return jsonReply(401, OpenAi::error("No")); });
    const auto run = bench.desk().start(bench.plan(2));
    QVERIFY(bench.waitForEnd(**run));
    Error error;
    QVERIFY(!loaded(bench.desk(), (*run)->id(), &error));
    QVERIFY2(error.message.contains(u"nothing to show"_s), qPrintable(error.text()));
}

void DeskLibraryTest::anUnknownRunSaysSo()
{
    DeskBench bench(good());
    Error error;
    QVERIFY(!loaded(bench.desk(), {u"nobody"_s}, &error));
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!bench.desk().goOn({u"nobody"_s}));
}

void DeskLibraryTest::deletedAndBroughtBack()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(1));
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    bench.desk().setDeleted(id, true);
    QTRY_VERIFY(bench.desk().runs().isEmpty());
    QCOMPARE(bench.desk().allRuns().size(), 1);
    bench.desk().setDeleted(id, false);
    QTRY_COMPARE(bench.desk().runs().size(), 1);
    QVERIFY(loaded(bench.desk(), id));
}

void DeskLibraryTest::deletedRunsHaveCostTheSame()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(2));
    QVERIFY(bench.waitForEnd(**run));
    const MicroDollars spent = bench.desk().spentThisMonth();
    QCOMPARE(spent, MicroDollars{2 * 157});
    bench.desk().setDeleted((*run)->id(), true);
    QTRY_VERIFY(bench.desk().runs().isEmpty());
    QCOMPARE(bench.desk().spentThisMonth(), spent);
    bench.restart();
    QTRY_COMPARE(bench.desk().spentThisMonth(), spent);
}

void DeskLibraryTest::notesStay()
{
    DeskBench bench(good(30ms));
    const auto run = bench.desk().start(bench.plan(6));
    const RunId id = (*run)->id();
    QTRY_VERIFY((*run)->totals().done > 0);
    // While it goes on, and saves itself.
    bench.desk().setNotes(id, u"for the spring issue"_s);
    QVERIFY(bench.waitForEnd(**run));
    QTRY_COMPARE(bench.desk().runs().constFirst().notes, u"for the spring issue"_s);
    bench.restart();
    QTRY_COMPARE(bench.desk().runs().size(), 1);
    QCOMPARE(bench.desk().runs().constFirst().notes, u"for the spring issue"_s);
    QCOMPARE(bench.desk().runs().constFirst().state, RunState::Succeeded);
}

void DeskLibraryTest::abandonedRunsAreClosed()
{
    DeskBench bench(good());
    bench.close();
    {
        const auto library = Library::open(bench.libraryFolder()).value();
        const QDateTime earlier = QDateTime::currentDateTimeUtc().addSecs(-600);
        QVERIFY(library->runs().saveRun({.id = {u"old"_s},
                                         .kind = RunKind::OpenAi,
                                         .state = RunState::Running,
                                         .createdAt = earlier,
                                         .updatedAt = earlier}));
    }
    bench.restart();
    QTRY_COMPARE(bench.desk().runs().size(), 1);
    QCOMPARE(bench.desk().runs().constFirst().state, RunState::Interrupted);
}

void DeskLibraryTest::twoDesksPayOnce()
{
    DeskBench bench(good(20ms));
    RunDesk other(bench.setup());
    QTRY_COMPARE(other.libraryState(), LibraryState::Open);
    const auto one = bench.desk().start(bench.plan(6));
    const auto two = other.start(bench.plan(6));
    QVERIFY(bench.waitForEnd(**one));
    QVERIFY(bench.waitForEnd(**two));
    QCOMPARE((*one)->ending()->state, RunState::Succeeded);
    QCOMPARE((*two)->ending()->state, RunState::Succeeded);
    QCOMPARE(bench.server().requestCount(), 6);
    QCOMPARE((*one)->outcome()->result.moments, (*two)->outcome()->result.moments);
}

void DeskLibraryTest::theOtherDesksRunsAreSeen()
{
    DeskBench bench(good());
    RunDesk other(bench.setup());
    QTRY_COMPARE(other.libraryState(), LibraryState::Open);
    const auto run = bench.desk().start(bench.plan(1));
    QVERIFY(bench.waitForEnd(**run));
    other.refresh();
    QTRY_COMPARE(other.runs().size(), 1);
    QCOMPARE(other.runs().constFirst(), (*run)->record());
}

#include "tst_desklibrary.moc"
