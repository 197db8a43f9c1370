// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/funnelcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// One run from request to result: fan-out, keeping, resuming, ending exactly once.
class AnalysisRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChunkBecomesPartOfTheResult();
    void theOrderOfAnswersDoesNotMatter();
    void neverMoreAtOnceThanWanted_data();
    void neverMoreAtOnceThanWanted();
    void eventsComeInOrder();
    void statesOfAChunkThatWaits();
    void theRecordFollowsTheRun();
    void aSecondRunPaysNothing();
    void freshAsksAnew();
    void freshChunksAreAskedAnew_data();
    void freshChunksAreAskedAnew();
    void anotherQuestionIsAsked_data();
    void anotherQuestionIsAsked();
    void answersAreKeptBeforeAnythingElse();
    void aFullDiskDoesNotThrowAnswersAway();
    void cancelAtEveryStep();
    void cancelBeforeTheStart();
    void cancelFromInsideASlot();
    void aDestroyedRunIsInterrupted();
    void abandonedRunsAreClosed();
    void partialOutcomeGrows();
    void theKeyIsNeverKept();
    void aJobWithoutANameGetsOne();
    void emptyTranscriptEndsAtOnce();
};

VIRAL_TEST(AnalysisRunTest)

namespace {

QByteArray bytesOf(const RunOutcome &outcome)
{
    return outcome ? writeServiceResult(outcome->result, JsonWriter::Layout::Compact) : QByteArray();
}

} // namespace

void AnalysisRunTest::everyChunkBecomesPartOfTheResult()
{
    RunBench bench;
    const RunOutcome outcome = bench.complete(RunBench::setup(5));
    QVERIFY(outcome);
    const ServiceResult &result = outcome->result;
    QCOMPARE(result.jobId, u"job"_s);
    QCOMPARE(result.totalChunks, 5);
    QCOMPARE(result.successfulChunks, 5);
    QCOMPARE(result.failedChunks, 0);
    QCOMPARE(result.moments.size(), 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(result.moments.at(i).span, spanMs(i * 60'000, i * 60'000 + 45'000));
    QCOMPARE(result.metadata.model, u"gpt-4o-mini"_s);
    QCOMPARE(tokenCount(result.usage->totals, u"input_tokens"), 5 * 1200);
    QCOMPARE(tokenCount(result.usage->totals, u"output_tokens"), 5 * 90);
    QCOMPARE(result.usage->byChunk.size(), 5);
    QVERIFY(result.metadata.pricing);
    QCOMPARE(bench.transport.requestCount(), 5);
    QCOMPARE(bench.answers.kept.size(), 5);
}

void AnalysisRunTest::theOrderOfAnswersDoesNotMatter()
{
    RunBench straight;
    const RunOutcome inOrder = straight.complete(RunBench::setup(4, 4));

    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    AnalysisRun run(bench.services(), RunBench::setup(4, 4));
    RunOutcome reversed;
    connect(&run, &AnalysisRun::finished, this, [&](const RunOutcome &outcome) { reversed = outcome; });
    run.start();
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.transport.requestCount(), 4);
    for (int i = 3; i >= 0; --i) {
        QVERIFY(!run.isFinished());
        bench.transport.call(i)->end(goodAnswer(bench.transport.requests().at(i)));
    }
    QVERIFY(run.isFinished());
    QVERIFY(reversed);
    QCOMPARE(reversed->result.moments, inOrder->result.moments);
    QCOMPARE(reversed->funnel, inOrder->funnel);
}

void AnalysisRunTest::neverMoreAtOnceThanWanted_data()
{
    QTest::addColumn<int>("chunks");
    QTest::addColumn<int>("concurrency");
    QTest::newRow("one") << 5 << 1;
    QTest::newRow("two") << 5 << 2;
    QTest::newRow("more than there are") << 3 << 16;
    QTest::newRow("many") << 40 << 16;
}

void AnalysisRunTest::neverMoreAtOnceThanWanted()
{
    QFETCH(const int, chunks);
    QFETCH(const int, concurrency);
    RunBench bench;
    QVERIFY(bench.complete(RunBench::setup(chunks, concurrency)));
    QCOMPARE(bench.transport.peakInFlight(), std::min(chunks, concurrency));
    QCOMPARE(bench.transport.requestCount(), chunks);
}

void AnalysisRunTest::eventsComeInOrder()
{
    RunBench bench;
    AnalysisRun run(bench.services(), RunBench::setup(3));
    QStringList order;
    QList<ProgressEvent> events;
    connect(&run, &AnalysisRun::progress, this, [&](const ProgressEvent &event) {
        events.append(event);
        order.append(u"event"_s);
    });
    connect(&run, &AnalysisRun::finished, this, [&] { order.append(u"finished"_s); });
    run.start();
    QVERIFY(order.isEmpty());
    QVERIFY(bench.finish(run));
    QCOMPARE(order, (QStringList{u"event"_s, u"event"_s, u"event"_s, u"event"_s, u"finished"_s}));
    QCOMPARE(events.constFirst().kind, ProgressKind::ChunksScheduled);
    QVERIFY(!events.constFirst().chunkIndex);
    QSet<int> completed;
    for (const ProgressEvent &event : events) {
        QCOMPARE(event.jobId, u"job"_s);
        QCOMPARE(event.totalChunks, 3);
        if (event.kind != ProgressKind::ChunkCompleted)
            continue;
        completed.insert(*event.chunkIndex);
        QCOMPARE(event.startedAt.msecsTo(event.completedAt), 200);
    }
    QCOMPARE(completed, (QSet<int>{0, 1, 2}));
}

void AnalysisRunTest::statesOfAChunkThatWaits()
{
    RunBench bench;
    bench.answerWith([](int number, const HttpRequest &request) {
        return number == 0 ? answered(429, OpenAi::error("Slow down", "requests", "rate_limit_exceeded"),
                                      {{"Retry-After", "7"}})
                           : goodAnswer(request);
    });
    AnalysisRun run(bench.services(), RunBench::setup(1));
    QList<ChunkProgress> states;
    connect(&run, &AnalysisRun::chunkStateChanged, this,
            [&](int, const ChunkProgress &state) { states.append(state); });
    run.start();
    QVERIFY(bench.finish(run));
    using State = ChunkProgress::State;
    QCOMPARE(states.size(), 4);
    QCOMPARE(states.at(0).state, State::Sent);
    QCOMPARE(states.at(1).state, State::Retrying);
    QCOMPARE(states.at(1).reason, u"Slow down"_s);
    QVERIFY(states.at(1).wait >= 7s);
    QCOMPARE(states.at(2).state, State::Sent);
    QCOMPARE(states.at(3).state, State::Done);
    QVERIFY(!states.at(3).wasKept);
}

void AnalysisRunTest::theRecordFollowsTheRun()
{
    RunBench bench;
    RunSetup setup = RunBench::setup(3);
    setup.source = u"/some/talk.srt"_s;
    AnalysisRun run(bench.services(), setup);
    QCOMPARE(run.record().state, RunState::Queued);
    run.start();
    QVERIFY(bench.finish(run));
    const RunRecord record = bench.runs.records.value(run.record().id);
    QCOMPARE(record.kind, RunKind::OpenAi);
    QCOMPARE(record.state, RunState::Succeeded);
    QCOMPARE(record.title, u"talk.srt"_s);
    QCOMPARE(record.jobId, u"job"_s);
    QCOMPARE(record.model, u"gpt-4o-mini"_s);
    QCOMPARE(record.totalChunks, 3);
    QCOMPARE(record.finishedChunks, 3);
    QCOMPARE(record.momentCount, 3);
    QVERIFY(record.price && record.price->value > 0);
    QVERIFY(bench.runs.states.contains(RunState::Running));
    QCOMPARE(bench.runs.results.value(record.id).moments.size(), 3);
    const Result<Funnel> funnel = parseFunnel(bench.runs.funnels.value(record.id));
    QVERIFY(funnel);
    QCOMPARE(funnel->entries.size(), 3);
}

void AnalysisRunTest::aSecondRunPaysNothing()
{
    RunBench bench;
    const RunOutcome first = bench.complete(RunBench::setup(4));
    AnalysisRun again(bench.services(), RunBench::setup(4));
    RunOutcome second;
    QList<ChunkProgress> states;
    connect(&again, &AnalysisRun::finished, this, [&](const RunOutcome &outcome) { second = outcome; });
    connect(&again, &AnalysisRun::chunkStateChanged, this,
            [&](int, const ChunkProgress &state) { states.append(state); });
    again.start();
    QVERIFY(bench.finish(again));
    QCOMPARE(bench.transport.requestCount(), 4);
    QCOMPARE(again.keptChunks(), 4);
    QCOMPARE(again.paidAnswers(), 0);
    QVERIFY(!again.record().price);
    QCOMPARE(bytesOf(second), bytesOf(first));
    QCOMPARE(states.size(), 4);
    for (const ChunkProgress &state : states)
        QVERIFY(state.state == ChunkProgress::State::Done && state.wasKept);
}

void AnalysisRunTest::freshAsksAnew()
{
    RunBench bench;
    QVERIFY(bench.complete(RunBench::setup(3)));
    RunSetup setup = RunBench::setup(3);
    setup.fresh = true;
    const RunOutcome fresh = bench.complete(setup);
    QVERIFY(fresh);
    QCOMPARE(bench.transport.requestCount(), 6);
    // What the earlier run paid is not counted again.
    QCOMPARE(tokenCount(fresh->result.usage->totals, u"output_tokens"), 3 * 90);
    const RunOutcome after = bench.complete(RunBench::setup(3));
    QCOMPARE(bench.transport.requestCount(), 6);
    QCOMPARE(tokenCount(after->result.usage->totals, u"output_tokens"), 3 * 90);
}

void AnalysisRunTest::freshChunksAreAskedAnew_data()
{
    QTest::addColumn<QSet<int>>("chunks");
    QTest::addColumn<int>("keptBefore");
    QTest::addColumn<int>("calls");
    QTest::newRow("none") << QSet<int>{} << 4 << 0;
    QTest::newRow("one") << QSet<int>{2} << 4 << 1;
    QTest::newRow("two") << QSet<int>{0, 3} << 4 << 2;
    QTest::newRow("that are not there") << QSet<int>{-1, 4, 99} << 4 << 0;
    QTest::newRow("the others where nothing is kept") << QSet<int>{0} << 2 << 3;
}

void AnalysisRunTest::freshChunksAreAskedAnew()
{
    QFETCH(const QSet<int>, chunks);
    QFETCH(const int, keptBefore);
    QFETCH(const int, calls);
    RunBench bench;
    QVERIFY(bench.complete(RunBench::setup(4, 1)));
    bench.answers.kept.resize(keptBefore);
    RunSetup setup = RunBench::setup(4, 1);
    setup.freshChunks = chunks;
    const RunOutcome outcome = bench.complete(setup);
    QVERIFY(outcome);
    QCOMPARE(outcome->result.successfulChunks, 4);
    QCOMPARE(bench.transport.requestCount(), 4 + calls);
    QSet<int> asked;
    for (int i = 4; i < bench.transport.requestCount(); ++i)
        asked.insert(askedFor(bench.transport.requests().at(i).body).first / 12);
    for (const int chunk : chunks)
        QCOMPARE(asked.contains(chunk), chunk >= 0 && chunk < 4);
}

void AnalysisRunTest::anotherQuestionIsAsked_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("calls");
    QTest::newRow("nothing") << u"nothing"_s << 0;
    QTest::newRow("model") << u"model"_s << 3;
    QTest::newRow("temperature") << u"temperature"_s << 3;
    QTest::newRow("one sentence") << u"sentence"_s << 1;
    QTest::newRow("audience") << u"audience"_s << 3;
    QTest::newRow("webhook") << u"webhook"_s << 0;
    QTest::newRow("at once") << u"concurrency"_s << 0;
    QTest::newRow("timeout") << u"timeout"_s << 0;
    QTest::newRow("key") << u"key"_s << 0;
}

void AnalysisRunTest::anotherQuestionIsAsked()
{
    QFETCH(const QString, change);
    QFETCH(const int, calls);
    RunBench bench;
    QVERIFY(bench.complete(RunBench::setup(3)));
    RunSetup setup = RunBench::setup(3);
    if (change == "model"_L1)
        setup.settings.model = u"gpt-4o"_s;
    else if (change == "temperature"_L1)
        setup.settings.temperature = 0.7;
    else if (change == "sentence"_L1)
        setup.request.transcript.sentences[20].text = u"Something else was said."_s;
    else if (change == "audience"_L1)
        setup.request.metadata = {{u"audience"_s, "\"Bakers\""}};
    else if (change == "webhook"_L1)
        setup.request.webhooks.resultUrl = u"https://example.com/x"_s;
    else if (change == "concurrency"_L1)
        setup.settings.maxConcurrency = 1;
    else if (change == "timeout"_L1)
        setup.settings.requestTimeout = 5s;
    else if (change == "key"_L1)
        setup.settings.openAiKey = Secret(u"sk-other-1234567890"_s);
    QVERIFY(bench.complete(setup));
    QCOMPARE(bench.transport.requestCount(), 3 + calls);
}

void AnalysisRunTest::answersAreKeptBeforeAnythingElse()
{
    RunBench bench;
    AnalysisRun run(bench.services(), RunBench::setup(2, 1));
    int told = 0;
    connect(&run, &AnalysisRun::progress, this,
            [&](const ProgressEvent &event) { told += event.kind == ProgressKind::ChunkCompleted ? 1 : 0; });
    QList<int> toldWhenKept;
    QList<qsizetype> takenWhenKept;
    bench.answers.onKept = [&](const StoredAnswer &answer) {
        toldWhenKept.append(told);
        takenWhenKept.append(run.answers().size());
        QCOMPARE(answer.run, run.record().id);
        QCOMPARE(answer.key.size(), 32);
        QVERIFY(!answer.text.isEmpty());
        QVERIFY(answer.usage.contains("input_tokens"));
        QVERIFY(answer.receivedAt.isValid());
        QVERIFY(answer.responseTime);
    };
    run.start();
    QVERIFY(bench.finish(run));
    QCOMPARE(toldWhenKept, (QList<int>{0, 1}));
    QCOMPARE(takenWhenKept, (QList<qsizetype>{0, 1}));
}

void AnalysisRunTest::aFullDiskDoesNotThrowAnswersAway()
{
    RunBench bench;
    bench.answers.fails = true;
    bench.runs.fails = true;
    AnalysisRun run(bench.services(), RunBench::setup(3));
    const QSignalSpy warnings(&run, &AnalysisRun::warned);
    RunOutcome outcome;
    connect(&run, &AnalysisRun::finished, this, [&](const RunOutcome &ended) { outcome = ended; });
    run.start();
    QVERIFY(bench.finish(run));
    QVERIFY(outcome);
    QCOMPARE(outcome->result.moments.size(), 3);
    QCOMPARE(warnings.size(), 1);
    QVERIFY(outcome->funnel.notes.join(u' ').contains(u"disk is full"_s));
}

void AnalysisRunTest::cancelAtEveryStep()
{
    constexpr int chunks = 4;
    bool completed = false;
    int step = 0;
    for (; !completed; ++step) {
        QVERIFY(step < 100);
        RunBench bench;
        // The second request fails once, so that a wait is among the steps.
        bench.answerWith(
            [](int number, const HttpRequest &request) { return number == 1 ? answered(500) : goodAnswer(request); });
        {
            AnalysisRun run(bench.services(), RunBench::setup(chunks));
            const QSignalSpy finished(&run, &AnalysisRun::finished);
            run.start();
            for (int i = 0; i < step && !run.isFinished(); ++i)
                bench.scheduler.advance(*bench.scheduler.untilNext());
            completed = run.isFinished();
            run.cancel();
            run.cancel();
            QCOMPARE(finished.size(), 1);
            QCOMPARE(bench.transport.inFlight(), 0);
            QCOMPARE(run.record().state, completed ? RunState::Succeeded : RunState::Cancelled);
            QCOMPARE(bench.scheduler.pending(), 0);
            QCOMPARE(bench.answers.kept.size(), bench.answered);
        }
        // Whatever had come is not asked for again.
        QVERIFY(bench.complete(RunBench::setup(chunks)));
        QCOMPARE(bench.answered, chunks);
        QCOMPARE(bench.answers.kept.size(), chunks);
    }
    QVERIFY(step > chunks);
}

void AnalysisRunTest::cancelBeforeTheStart()
{
    RunBench bench;
    AnalysisRun run(bench.services(), RunBench::setup(2));
    const QSignalSpy finished(&run, &AnalysisRun::finished);
    run.cancel();
    run.start();
    QVERIFY(bench.scheduler.runAll());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.transport.requestCount(), 0);
    const auto outcome = finished.constFirst().constFirst().value<RunOutcome>();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().error.kind, ErrorKind::Cancelled);
}

void AnalysisRunTest::cancelFromInsideASlot()
{
    for (const ProgressKind kind : {ProgressKind::ChunksScheduled, ProgressKind::ChunkCompleted}) {
        RunBench bench;
        AnalysisRun run(bench.services(), RunBench::setup(4));
        const QSignalSpy finished(&run, &AnalysisRun::finished);
        connect(&run, &AnalysisRun::progress, &run, [&](const ProgressEvent &event) {
            if (event.kind == kind)
                run.cancel();
        });
        run.start();
        QVERIFY(bench.scheduler.runAll());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(bench.transport.inFlight(), 0);
        QCOMPARE(bench.transport.requestCount(), kind == ProgressKind::ChunksScheduled ? 0 : 2);
    }
}

void AnalysisRunTest::aDestroyedRunIsInterrupted()
{
    RunBench bench;
    RunId id;
    {
        AnalysisRun run(bench.services(), RunBench::setup(4));
        id = run.record().id;
        run.start();
        bench.scheduler.advance(0ms);
        QCOMPARE(bench.transport.inFlight(), 2);
    }
    QCOMPARE(bench.transport.inFlight(), 0);
    QCOMPARE(bench.runs.records.value(id).state, RunState::Interrupted);
    QCOMPARE(bench.scheduler.pending(), 0);
}

void AnalysisRunTest::abandonedRunsAreClosed()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 10min,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    AnalysisRun alive(bench.services(), RunBench::setup(1));
    alive.start();
    bench.scheduler.advance(0ms);
    const RunRecord record = alive.record();
    RunRecord dead = record;
    dead.id = {u"dead"_s};
    RunRecord remote = dead;
    remote.id = {u"remote"_s};
    remote.kind = RunKind::RunPod;
    QVERIFY(bench.runs.saveRun(dead));
    QVERIFY(bench.runs.saveRun(remote));

    bench.scheduler.advance(119s);
    QCOMPARE(closeAbandonedRuns(bench.runs, bench.clock.now()).value_or(-1), 0);
    bench.scheduler.advance(2s);
    QCOMPARE(closeAbandonedRuns(bench.runs, bench.clock.now()).value_or(-1), 1);
    QCOMPARE(bench.runs.records.value({u"dead"_s}).state, RunState::Interrupted);
    QCOMPARE(bench.runs.records.value({u"remote"_s}).state, RunState::Running);
    QCOMPARE(bench.runs.records.value(record.id).state, RunState::Running);
}

void AnalysisRunTest::partialOutcomeGrows()
{
    RunBench bench;
    AnalysisRun run(bench.services(), RunBench::setup(3, 1));
    QList<qsizetype> moments;
    connect(&run, &AnalysisRun::chunkStateChanged, this, [&](int, const ChunkProgress &state) {
        if (state.state == ChunkProgress::State::Done)
            moments.append(run.partialOutcome().result.moments.size());
    });
    run.start();
    QVERIFY(bench.finish(run));
    QCOMPARE(moments, (QList<qsizetype>{1, 2, 3}));
}

void AnalysisRunTest::theKeyIsNeverKept()
{
    for (const QString &key : {u"sk-test-1234567890"_s, u"plain0key0without0prefix"_s}) {
        RunBench bench;
        const QByteArray bytes = key.toUtf8();
        bench.answerWith([&](int number, const HttpRequest &request) {
            const QByteArray text = oneMoment(askedFor(request.body).first).replace("Because.", "Your key is " + bytes);
            return number == 0 ? answered(200, OpenAi::answer(text))
                               : answered(401, OpenAi::error("Incorrect API key provided: " + bytes));
        });
        RunSetup setup = RunBench::setup(2, 1);
        setup.settings.openAiKey = Secret(key);
        setup.request.openAiApiKey = Secret(key);
        const RunOutcome outcome = bench.complete(setup);
        QVERIFY(!outcome);
        QVERIFY(!outcome.error().error.message.contains(key));
        QVERIFY(!outcome.error().payload.error.contains(key));
        QVERIFY(outcome.error().payload.error.contains(u"[key]"_s));
        QCOMPARE(bench.answers.kept.size(), 1);
        QVERIFY(!bench.answers.kept.constFirst().text.contains(key));
        for (const RunRecord &record : std::as_const(bench.runs.records))
            QVERIFY(!record.error.contains(key));
        // It goes out in its own header and nowhere else.
        for (const HttpRequest &request : bench.transport.requests()) {
            QVERIFY(!request.body.contains(bytes));
            QVERIFY(!request.url.toString().contains(key));
            QCOMPARE(request.secretHeaders.size(), 1);
        }
    }
}

void AnalysisRunTest::aJobWithoutANameGetsOne()
{
    RunBench bench;
    RunSetup setup = RunBench::setup(1);
    setup.request.jobId.clear();
    const RunOutcome outcome = bench.complete(setup);
    QVERIFY(outcome);
    QVERIFY(!outcome->result.jobId.isEmpty());
    QCOMPARE(bench.runs.records.constBegin()->jobId, outcome->result.jobId);
}

void AnalysisRunTest::emptyTranscriptEndsAtOnce()
{
    RunBench bench;
    RunSetup setup = RunBench::setup(1);
    setup.request.transcript = {};
    const RunOutcome outcome = bench.complete(setup);
    QVERIFY(outcome);
    QCOMPARE(outcome->result.totalChunks, 0);
    QCOMPARE(bench.transport.requestCount(), 0);
}

#include "tst_analysisrun.moc"
