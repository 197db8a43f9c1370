// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Runs of the same request at the same time: one asks, the others wait for its answers.
class ClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoRunsPayOnce();
    void theSecondSaysWhatItWaitsFor();
    void aDeadOwnerIsReplaced();
    void aCancelledOwnerIsReplacedAtOnce();
    void aDestroyedOwnerIsReplacedAtOnce();
    void aFailedOwnerIsReplaced();
    void aLivingOwnerIsWaitedForAsLongAsItTakes();
    void freshDoesNotWait();
    void whoWaitsCanBeCancelled();
    void whoWaitsIsSparedWhenTheJobFails();
    void halvesAreClaimedToo();
    void nothingIsLeftClaimed();
    void aLibraryThatCannotNoteItDoesNotStopTheRun();
    void whatWasPaidInVainCountsOnce();
};

VIRAL_TEST(ClaimsTest)

namespace {

/// A run and what it said.
struct Watched
{
    Watched(RunBench &bench, const RunSetup &setup)
        : run(bench.services(), setup)
    {
        QObject::connect(&run, &AnalysisRun::finished, &run, [this](const RunOutcome &ended) { outcome = ended; });
        QObject::connect(&run, &AnalysisRun::chunkStateChanged, &run,
                         [this](int, const ChunkProgress &state) { states.append(state); });
        run.start();
    }

    int count(ChunkProgress::State state) const
    {
        return static_cast<int>(std::count_if(states.cbegin(), states.cend(),
                                              [state](const ChunkProgress &entry) { return entry.state == state; }));
    }

    AnalysisRun run;
    std::optional<RunOutcome> outcome;
    QList<ChunkProgress> states;
};

/// The key of the only question in \a bench.
QByteArray onlyClaim(const RunBench &bench)
{
    return bench.answers.claims.size() == 1 ? bench.answers.claims.firstKey() : QByteArray();
}

} // namespace

void ClaimsTest::twoRunsPayOnce()
{
    RunBench bench;
    Watched first(bench, RunBench::setup(5, 2));
    Watched second(bench, RunBench::setup(5, 3));
    QVERIFY(bench.finish(first.run));
    QVERIFY(bench.finish(second.run));
    QVERIFY(first.outcome->has_value() && second.outcome->has_value());
    QCOMPARE(bench.transport.requestCount(), 5);
    QCOMPARE(bench.answers.kept.size(), 5);
    QCOMPARE(first.run.paidAnswers() + second.run.paidAnswers(), 5);
    QCOMPARE((*first.outcome)->result.moments, (*second.outcome)->result.moments);
    QCOMPARE((*first.outcome)->result.usage, (*second.outcome)->result.usage);
}

void ClaimsTest::theSecondSaysWhatItWaitsFor()
{
    RunBench bench;
    Watched first(bench, RunBench::setup(1));
    Watched second(bench, RunBench::setup(1));
    QVERIFY(bench.finish(second.run));
    using State = ChunkProgress::State;
    QCOMPARE(second.states.size(), 2);
    QCOMPARE(second.states.at(0).state, State::Retrying);
    QVERIFY(second.states.at(0).isAskedElsewhere);
    QVERIFY(second.states.at(0).reason.contains(u"nother run"_s));
    QCOMPARE(second.states.at(1).state, State::Done);
    QVERIFY(second.states.at(1).wasKept);
    QCOMPARE(second.run.keptChunks(), 1);
    QVERIFY(!second.run.record().price);
}

void ClaimsTest::aDeadOwnerIsReplaced()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 200ms,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    QByteArray key;
    {
        Watched run(bench, RunBench::setup(1));
        bench.scheduler.advance(0ms);
        key = onlyClaim(bench);
    }
    QVERIFY(!key.isEmpty());
    QVERIFY(bench.answers.claim(key, {u"killed"_s}, bench.clock.now()).value_or(false));
    const int before = bench.transport.requestCount();
    Watched second(bench, RunBench::setup(1));
    bench.scheduler.advance(claimLife - 1s);
    QCOMPARE(bench.transport.requestCount(), before);
    bench.scheduler.advance(2s);
    QCOMPARE(bench.transport.requestCount(), before + 1);
    QVERIFY(bench.finish(second.run));
    QVERIFY(second.outcome->has_value());
    QCOMPARE(second.run.keptChunks(), 0);
}

void ClaimsTest::aCancelledOwnerIsReplacedAtOnce()
{
    RunBench bench;
    Watched first(bench, RunBench::setup(1));
    Watched second(bench, RunBench::setup(1));
    bench.scheduler.advance(100ms);
    first.run.cancel();
    QVERIFY(bench.answers.claims.isEmpty());
    bench.scheduler.advance(500ms);
    QCOMPARE(bench.transport.requestCount(), 2);
    QVERIFY(bench.finish(second.run));
    QVERIFY(second.outcome->has_value());
}

void ClaimsTest::aDestroyedOwnerIsReplacedAtOnce()
{
    RunBench bench;
    auto first = std::make_unique<Watched>(bench, RunBench::setup(2, 2));
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.answers.claims.size(), 2);
    first.reset();
    QVERIFY(bench.answers.claims.isEmpty());
}

void ClaimsTest::aFailedOwnerIsReplaced()
{
    RunBench bench;
    bench.answerWith([](int number, const HttpRequest &request) {
        return number == 0 ? answered(400, OpenAi::error("Odd")) : goodAnswer(request);
    });
    Watched first(bench, RunBench::setup(1));
    Watched second(bench, RunBench::setup(1));
    QVERIFY(bench.finish(second.run));
    QVERIFY(!first.outcome->has_value());
    QVERIFY(second.outcome->has_value());
    QCOMPARE(bench.transport.requestCount(), 2);
}

void ClaimsTest::aLivingOwnerIsWaitedForAsLongAsItTakes()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 10 * claimLife,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    Watched first(bench, RunBench::setup(1));
    Watched second(bench, RunBench::setup(1));
    QVERIFY(bench.finish(second.run));
    QCOMPARE(bench.transport.requestCount(), 1);
    QCOMPARE(second.count(ChunkProgress::State::Retrying), 1);
    QVERIFY(second.outcome->has_value());
}

void ClaimsTest::freshDoesNotWait()
{
    RunBench bench;
    Watched first(bench, RunBench::setup(1));
    RunSetup setup = RunBench::setup(1);
    setup.fresh = true;
    Watched second(bench, setup);
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.transport.inFlight(), 2);
    QVERIFY(bench.finish(second.run));
    QVERIFY(bench.finish(first.run));
    QCOMPARE(bench.answers.kept.size(), 2);
    QVERIFY(bench.answers.claims.isEmpty());
}

void ClaimsTest::whoWaitsCanBeCancelled()
{
    RunBench bench;
    Watched first(bench, RunBench::setup(1));
    Watched second(bench, RunBench::setup(1));
    bench.scheduler.advance(100ms);
    second.run.cancel();
    QVERIFY(!second.outcome->has_value());
    QVERIFY(bench.finish(first.run));
    QVERIFY(first.outcome->has_value());
    QCOMPARE(bench.scheduler.pending(), 0);
}

void ClaimsTest::whoWaitsIsSparedWhenTheJobFails()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    Watched first(bench, RunBench::setup(2, 1));
    bench.scheduler.advance(0ms);
    // The second run waits for the first chunk and asks for the second one itself.
    Watched second(bench, RunBench::setup(2, 2));
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.transport.requestCount(), 2);
    bench.transport.call(1)->end(answered(400));
    QVERIFY(second.outcome && !second.outcome->has_value());
    QVERIFY(!first.outcome);
}

void ClaimsTest::halvesAreClaimedToo()
{
    RunBench bench;
    bench.answerWith([](int, const HttpRequest &request) {
        const AskedFor asked = askedFor(request.body);
        return asked.last - asked.first == 11 ? answered(400, OpenAi::error("Too long", "x", "context_length_exceeded"))
                                              : goodAnswer(request);
    });
    Watched first(bench, RunBench::setup(1));
    Watched second(bench, RunBench::setup(1));
    QVERIFY(bench.finish(first.run));
    QVERIFY(bench.finish(second.run));
    QVERIFY(first.outcome->has_value() && second.outcome->has_value());
    QCOMPARE(bench.answers.kept.size(), 2);
    QVERIFY(bench.answers.claims.isEmpty());
}

void ClaimsTest::nothingIsLeftClaimed()
{
    RunBench bench;
    bool wasClaimed = false;
    bench.answers.onKept = [&](const StoredAnswer &answer) {
        // Kept first, let go of afterwards.
        wasClaimed = bench.answers.claims.contains(answer.key);
    };
    QVERIFY(bench.complete(RunBench::setup(3)));
    QVERIFY(wasClaimed);
    QVERIFY(bench.answers.claims.isEmpty());
}

void ClaimsTest::aLibraryThatCannotNoteItDoesNotStopTheRun()
{
    RunBench bench;
    bench.answers.fails = true;
    const RunOutcome outcome = bench.complete(RunBench::setup(2));
    QVERIFY(outcome);
    QCOMPARE(bench.transport.requestCount(), 2);
}

void ClaimsTest::whatWasPaidInVainCountsOnce()
{
    RunBench bench;
    bench.answerWith([](int number, const HttpRequest &request) {
        return number < 2 ? answered(200, OpenAi::answer("no JSON at all")) : goodAnswer(request);
    });
    QVERIFY(!bench.complete(RunBench::setup(1)));
    QCOMPARE(bench.answers.kept.size(), 2);
    const RunOutcome outcome = bench.complete(RunBench::setup(1));
    QVERIFY(outcome);
    QCOMPARE(tokenCount(outcome->result.usage->totals, u"output_tokens"), 3 * 90);
}

#include "tst_claims.moc"
