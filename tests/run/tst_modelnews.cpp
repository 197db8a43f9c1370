// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/modelnews.h"
#include "tests/run/runbench.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a run learns about its model beside the work. The fake clock stands at 2026-01-01.
class ModelNewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereItIsAsked_data();
    void whereItIsAsked();
    void whatIsTold_data();
    void whatIsTold();
    void oneRequestBesideTheChunks();
    void neverDelaysTheRun();
    void neverFailsTheRun_data();
    void neverFailsTheRun();
    void takesNoPlaceOfTheLimiter();
    void keptAnswersAskNothing();
    void endsWithTheRun();
    void canEndTheRun();
    void aServerWithoutAListIsRemembered_data();
    void aServerWithoutAListIsRemembered();
    void whatTheTableKnowsIsNotRepeated();
};

VIRAL_TEST(ModelNewsTest)

namespace {

bool asksForModels(const HttpRequest &request)
{
    return request.method == "GET" && request.url.path().endsWith("/models"_L1);
}

/// Answers chunks well and the question for models with \a models.
void answerModelsWith(RunBench &bench, const HttpOutcome &models)
{
    bench.answerWith(
        [models](int, const HttpRequest &request) { return asksForModels(request) ? models : goodAnswer(request); });
}

int modelRequests(const RunBench &bench)
{
    return static_cast<int>(
        std::count_if(bench.transport.requests().cbegin(), bench.transport.requests().cend(), asksForModels));
}

/// With the default the answer about models comes before the last chunk's.
RunSetup curious(int chunks = 3, int concurrency = 1)
{
    RunSetup setup = RunBench::setup(chunks, concurrency);
    setup.settings.model = u"gpt-9-nova"_s;
    setup.asksForModelNews = true;
    return setup;
}

HttpOutcome list(const QByteArray &entries)
{
    return answered(200, "{\"data\":[" + entries + "]}");
}

} // namespace

void ModelNewsTest::whereItIsAsked_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("official") << u"https://api.openai.com/v1"_s << true;
    QTest::newRow("official, a region") << u"https://eu.api.openai.com/v1"_s << true;
    QTest::newRow("gateway") << u"https://openrouter.ai/api/v1"_s << true;
    QTest::newRow("Azure") << u"https://me.openai.azure.com/openai/v1"_s << false;
    QTest::newRow("this machine") << u"http://127.0.0.1:8080/v1"_s << false;
    QTest::newRow("in the house") << u"http://192.168.1.7:8000/v1"_s << false;
}

void ModelNewsTest::whereItIsAsked()
{
    QFETCH(const QString, base);
    QFETCH(const bool, isAsked);
    RunBench bench;
    answerModelsWith(bench, list(R"({"id":"gpt-9-nova"})"));
    RunSetup setup = curious();
    setup.settings.openAiBase = *parseBaseUrl(base);
    QVERIFY(bench.complete(setup));
    QCOMPARE(modelRequests(bench), isAsked ? 1 : 0);
}

void ModelNewsTest::whatIsTold_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<QString>("words");
    QTest::newRow("all is well") << R"({"id":"gpt-9-nova","shutdown_date":null})"_ba << QString();
    QTest::newRow("far away") << R"({"id":"gpt-9-nova","shutdown_date":"2026-12-11"})"_ba << QString();
    QTest::newRow("soon") << R"({"id":"gpt-9-nova","shutdown_date":"2026-02-01"})"_ba << u"2026-02-01"_s;
    QTest::newRow("over") << R"({"id":"gpt-9-nova","shutdown_date":"2025-12-31"})"_ba << u"2025-12-31"_s;
    QTest::newRow("not there") << R"({"id":"gpt-9"},{"id":"other"})"_ba << u"gpt-9-nova"_s;
    QTest::newRow("an empty list") << ""_ba << u"gpt-9-nova"_s;
}

void ModelNewsTest::whatIsTold()
{
    QFETCH(const QByteArray, entries);
    QFETCH(const QString, words);
    RunBench bench;
    answerModelsWith(bench, list(entries));
    AnalysisRun run(bench.services(), curious());
    const QSignalSpy warnings(&run, &AnalysisRun::warned);
    run.start();
    QVERIFY(bench.finish(run));
    QCOMPARE(warnings.size(), words.isEmpty() ? 0 : 1);
    if (!words.isEmpty())
        QVERIFY2(warnings.at(0).at(0).toString().contains(words), qPrintable(warnings.at(0).at(0).toString()));
    QCOMPARE(run.record().state, RunState::Succeeded);
}

void ModelNewsTest::oneRequestBesideTheChunks()
{
    RunBench bench;
    answerModelsWith(bench, list(R"({"id":"gpt-9-nova"})"));
    QVERIFY(bench.complete(curious(5, 2)));
    QCOMPARE(bench.transport.requestCount(), 6);
    QCOMPARE(modelRequests(bench), 1);
    // The chunks are asked first.
    QVERIFY(!asksForModels(bench.transport.requests().at(0)));
    QVERIFY(!asksForModels(bench.transport.requests().at(1)));
    QVERIFY(asksForModels(bench.transport.requests().at(2)));
    QCOMPARE(bench.transport.requests().at(2).secretHeaders.size(), 1);
}

void ModelNewsTest::neverDelaysTheRun()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    AnalysisRun run(bench.services(), curious(1));
    run.start();
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.transport.requestCount(), 2);
    bench.transport.call(0)->end(goodAnswer(bench.transport.requests().at(0)));
    QVERIFY(run.isFinished());
    QCOMPARE(bench.transport.inFlight(), 0);
}

void ModelNewsTest::neverFailsTheRun_data()
{
    QTest::addColumn<HttpOutcome>("models");
    QTest::newRow("no line") << faulted(HttpFault::Unreachable);
    QTest::newRow("refused") << answered(401, OpenAi::error("Who are you?"));
    QTest::newRow("billing") << answered(429, OpenAi::error("No money", "insufficient_quota"));
    QTest::newRow("down") << answered(503);
    QTest::newRow("another world") << answered(200, "<html>");
    QTest::newRow("no list") << answered(200, R"({"data":7})");
}

void ModelNewsTest::neverFailsTheRun()
{
    QFETCH(const HttpOutcome, models);
    RunBench bench;
    answerModelsWith(bench, models);
    AnalysisRun run(bench.services(), curious());
    const QSignalSpy warnings(&run, &AnalysisRun::warned);
    run.start();
    QVERIFY(bench.finish(run));
    QCOMPARE(run.record().state, RunState::Succeeded);
    QCOMPARE(warnings.size(), 0);
    QCOMPARE(modelRequests(bench), 1);
    QCOMPARE(bench.limiter.limit(), 64);
}

void ModelNewsTest::takesNoPlaceOfTheLimiter()
{
    RunBench bench;
    bench.limiter.setCeiling(2);
    answerModelsWith(bench, list(R"({"id":"gpt-9-nova"})"));
    AnalysisRun run(bench.services(), curious(4, 4));
    run.start();
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.transport.inFlight(), 3);
    QCOMPARE(bench.limiter.inFlight(), 2);
    QVERIFY(bench.finish(run));
}

void ModelNewsTest::keptAnswersAskNothing()
{
    RunBench bench;
    QVERIFY(bench.complete(curious()));
    const int before = bench.transport.requestCount();
    QVERIFY(bench.complete(curious()));
    QCOMPARE(bench.transport.requestCount(), before);
}

void ModelNewsTest::endsWithTheRun()
{
    RunBench bench;
    bench.transport.answerWith(bench.scheduler, 1h,
                               [](int, const HttpRequest &request) { return goodAnswer(request); });
    AnalysisRun run(bench.services(), curious(2, 2));
    run.start();
    bench.scheduler.advance(0ms);
    QCOMPARE(bench.transport.inFlight(), 3);
    run.cancel();
    QCOMPARE(bench.transport.inFlight(), 0);
    QCOMPARE(bench.scheduler.pending(), 0);
}

void ModelNewsTest::canEndTheRun()
{
    RunBench bench;
    answerModelsWith(bench, list("{}"));
    AnalysisRun run(bench.services(), curious(6, 1));
    connect(&run, &AnalysisRun::warned, &run, &AnalysisRun::cancel);
    run.start();
    QVERIFY(bench.finish(run));
    QCOMPARE(run.record().state, RunState::Cancelled);
    QCOMPARE(bench.transport.inFlight(), 0);
}

void ModelNewsTest::aServerWithoutAListIsRemembered_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::newRow("not found") << 404 << 1;
    QTest::newRow("not allowed") << 405 << 1;
    QTest::newRow("not made") << 501 << 1;
    QTest::newRow("down for now") << 503 << 2;
}

void ModelNewsTest::aServerWithoutAListIsRemembered()
{
    QFETCH(const int, status);
    QFETCH(const int, requests);
    RunBench bench;
    answerModelsWith(bench, answered(status));
    RunSetup setup = curious();
    setup.settings.openAiBase = *parseBaseUrl(u"https://gateway.example.com/v1"_s);
    QVERIFY(bench.complete(setup));
    setup.fresh = true;
    QVERIFY(bench.complete(setup));
    QCOMPARE(modelRequests(bench), requests);
}

void ModelNewsTest::whatTheTableKnowsIsNotRepeated()
{
    for (const bool isKnown : {true, false}) {
        RunBench bench;
        ModelPrice entry{.model = u"gpt-9-nova"_s};
        entry.shutdownDate = QDate(2026, 2, isKnown ? 1 : 2);
        bench.prices.models.prepend(entry);
        answerModelsWith(bench, list(R"({"id":"gpt-9-nova","shutdown_date":"2026-02-01"})"));
        AnalysisRun run(bench.services(), curious());
        const QSignalSpy warnings(&run, &AnalysisRun::warned);
        run.start();
        QVERIFY(bench.finish(run));
        QCOMPARE(warnings.size(), isKnown ? 0 : 1);
    }
}

#include "tst_modelnews.moc"
