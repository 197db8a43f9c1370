// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/desk/runplan.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What is sent for a plan, and what stands in its way.
class RunPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overridesAreStronger();
    void theQuestionIsWrittenDown();
    void theWorkersSettingsAreItsOwn();
    void onlyTheRangeIsSent();
    void refused_data();
    void refused();
    void aServerNearbyNeedsNoKey();
    void theRequestsOwnKeyIsEnough();
};

VIRAL_TEST(RunPlanTest)

namespace {

EngineSettings complete()
{
    EngineSettings settings;
    settings.openAiKey = Secret(u"sk-1234567890"_s);
    settings.runPodKey = Secret(u"rp-1234567890"_s);
    settings.runPodEndpoint = u"ep1"_s;
    return settings;
}

} // namespace

void RunPlanTest::overridesAreStronger()
{
    const RequestOptions given{.chunkDuration = 60s, .openAiModel = u"gpt-5"_s, .openAiTemperature = 0.5};
    const RequestOptions merged = mergedOptions(given, {.openAiModel = u"gpt-4o-mini"_s});
    QCOMPARE(merged.openAiModel, u"gpt-4o-mini"_s);
    QCOMPARE(merged.chunkDuration, std::optional(Milliseconds{60'000}));
    QCOMPARE(merged.openAiTemperature, std::optional(0.5));
    QCOMPARE(mergedOptions(given, {}), given);
}

void RunPlanTest::theQuestionIsWrittenDown()
{
    EngineSettings settings = complete();
    settings.model = u"gpt-5-mini"_s;
    settings.maxOutputTokens = 4000;
    AnalysisSettings chunks;
    chunks.chunkDuration = 200s;
    RunPlan plan{.engine = RunKind::OpenAi, .request = chunkedRequest(3)};
    plan.request.options.chunkDuration.reset();
    const Request request = plannedRequest(plan, settings, chunks);
    QCOMPARE(request.options.openAiModel, u"gpt-5-mini"_s);
    QCOMPARE(request.options.openAiMaxOutputTokens, 4000);
    QVERIFY(!request.options.openAiTemperature);
    QCOMPARE(request.options.chunkDuration, std::optional(Milliseconds{200'000}));
    QCOMPARE(request.options.chunkOverlap, std::optional(Milliseconds{0}));
    // How many at once decides nothing about the question.
    QVERIFY(!request.options.maxConcurrency);
}

void RunPlanTest::theWorkersSettingsAreItsOwn()
{
    const RunPlan plan{.engine = RunKind::RunPod, .request = chunkedRequest(3)};
    QVERIFY(!plannedRequest(plan, complete()).options.openAiModel);
}

void RunPlanTest::onlyTheRangeIsSent()
{
    RunPlan plan{.engine = RunKind::Offline, .request = chunkedRequest(3)};
    plan.range = spanMs(60'000, 120'000);
    const Request request = plannedRequest(plan, {});
    QCOMPARE(request.transcript.sentences.size(), 12);
    QCOMPARE(request.transcript.sentences.constFirst().span.start, Milliseconds{60'000});
    QCOMPARE(request.transcript.words.size(), 60);
    QCOMPARE(request.transcript.words.constFirst().sentenceIndex, 0);
    QCOMPARE(request.jobId, plan.request.jobId);
}

void RunPlanTest::refused_data()
{
    QTest::addColumn<RunPlan>("plan");
    QTest::addColumn<EngineSettings>("settings");
    QTest::addColumn<QString>("word");
    const RunPlan whole{.engine = RunKind::OpenAi, .request = chunkedRequest(2)};
    const auto with = [&whole](const std::function<void(RunPlan &)> &change) {
        RunPlan plan = whole;
        change(plan);
        return plan;
    };
    EngineSettings noKey = complete();
    noKey.openAiKey = {};
    EngineSettings noRunPodKey = complete();
    noRunPodKey.runPodKey = {};
    EngineSettings noEndpoint = complete();
    noEndpoint.runPodEndpoint.clear();
    EngineSettings oddEndpoint = complete();
    oddEndpoint.runPodEndpoint = u"../x"_s;

    QTest::newRow("nothing") << RunPlan{} << complete() << u"transcript"_s;
    QTest::newRow("offline") << with([](RunPlan &plan) { plan.engine = RunKind::Offline; }) << EngineSettings{}
                             << QString();
    QTest::newRow("complete") << whole << complete() << QString();
    QTest::newRow("no key") << whole << noKey << u"offline engine"_s;
    QTest::newRow("RunPod complete") << with([](RunPlan &plan) { plan.engine = RunKind::RunPod; }) << complete()
                                     << QString();
    QTest::newRow("RunPod's key") << with([](RunPlan &plan) { plan.engine = RunKind::RunPod; }) << noRunPodKey
                                  << u"key for RunPod"_s;
    QTest::newRow("no endpoint") << with([](RunPlan &plan) { plan.engine = RunKind::RunPod; }) << noEndpoint
                                 << u"endpoint"_s;
    QTest::newRow("the plan's endpoint") << with([](RunPlan &plan) {
        plan.engine = RunKind::RunPod;
        plan.endpointId = u"mine"_s;
    }) << noEndpoint << QString();
    QTest::newRow("no endpoint's name") << with([](RunPlan &plan) { plan.engine = RunKind::RunPod; }) << oddEndpoint
                                        << u"endpoint"_s;
    QTest::newRow("no key to go along") << with([](RunPlan &plan) {
        plan.engine = RunKind::RunPod;
        plan.key = KeyInPayload::Include;
    }) << noKey << u"go along"_s;
    QTest::newRow("empty range") << with([](RunPlan &plan) { plan.range = spanMs(900'000, 990'000); }) << complete()
                                 << u"range"_s;
    QTest::newRow("range") << with([](RunPlan &plan) { plan.range = spanMs(0, 5'000); }) << complete() << QString();
    QTest::newRow("overlap as long as the chunk")
        << with([](RunPlan &plan) { plan.overrides.chunkOverlap = 60s; }) << complete() << u"overlap"_s;
}

void RunPlanTest::refused()
{
    QFETCH(RunPlan, plan);
    QFETCH(EngineSettings, settings);
    QFETCH(QString, word);
    const Result<void> checked = checkPlan(plan, settings);
    QCOMPARE(checked.has_value(), word.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.contains(word), qPrintable(checked.error().message));
}

void RunPlanTest::aServerNearbyNeedsNoKey()
{
    EngineSettings settings;
    settings.openAiBase = *parseBaseUrl(u"http://127.0.0.1:8080/v1"_s);
    QVERIFY(checkPlan({.engine = RunKind::OpenAi, .request = chunkedRequest(1)}, settings));
}

void RunPlanTest::theRequestsOwnKeyIsEnough()
{
    RunPlan plan{.engine = RunKind::OpenAi, .request = chunkedRequest(1)};
    QVERIFY(!checkPlan(plan, {}));
    plan.request.openAiApiKey = Secret(u"sk-own"_s);
    QVERIFY(checkPlan(plan, {}));
    QCOMPARE(openAiKeyOf(plan, complete()).reveal(), u"sk-own"_s);
}

#include "tst_runplan.moc"
