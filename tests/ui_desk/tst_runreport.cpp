// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/runreport.h"

#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "core/json/jsonreader.h"
#include "core/run/pricebook.h"
#include "tests/support/openaianswers.h"
#include "tests/support/testregistry.h"
#include "tests/ui_desk/deskbench.h"
#include "ui/desk/reportcodec.h"

#include <QFile>
#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A report of a run is opened elsewhere and worked out again without a key, to the same bytes; it never holds a key.
class RunReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replaysToTheSameBytes_data();
    void replaysToTheSameBytes();
    void anAnswerPaidEarlierIsInIt();
    void aRunFromAnEndpointIsShownAsItCame();
    void whatIsChangedIsTold();
    void itHoldsNoKey();
    void withoutWordsNothingSaidIsInIt();
    void oddDocumentsAreRefused_data();
    void oddDocumentsAreRefused();
    void cutAnywhereItIsRefused();
    void isRecognisedByItsBeginning();
};

VIRAL_TEST(RunReportTest)

namespace {

ReplayBasis basisOf(const DeskBench &bench)
{
    return {.settings = bench.setup().settings, .templates = PromptTemplates::builtIn(), .prices = builtInPrices()};
}

QByteArray pricesJson()
{
    QFile file(u":/viral/pricing/pricing.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray bytesOf(const ServiceResult &result)
{
    return writeServiceResult(result, JsonWriter::Layout::Compact);
}

ProblemReport reportOf(const ReportedRun &run)
{
    return {.madeAt = QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC),
            .system = {{u"version"_s, u"1.2.3"_s}},
            .settings = {{u"openai/model"_s, u"gpt-4o-mini"_s}},
            .run = run};
}

/// The run \a id of the bench's library, through a document and back.
Result<ReportedRun> throughADocument(const DeskBench &bench, const RunId &id)
{
    Result<ReportedRun> run = reportedRunFrom(bench.libraryFolder(), id, basisOf(bench));
    if (!run)
        return run;
    run->prices = pricesJson();
    return readReportedRun(writeReport(reportOf(*run)));
}

LoopbackServer::Responder good()
{
    return [](int, const ReceivedRequest &request) { return goodReply(request); };
}

const QString key = u"sk-proj-4fTq0Zs81LmNbVcXwEr2tYuIoP"_s;

} // namespace

void RunReportTest::replaysToTheSameBytes_data()
{
    QTest::addColumn<RunKind>("kind");
    QTest::addColumn<bool>("stumbles");
    QTest::newRow("a model") << RunKind::OpenAi << false;
    QTest::newRow("a model whose answers cannot be read at first") << RunKind::OpenAi << true;
    QTest::newRow("offline") << RunKind::Offline << false;
}

void RunReportTest::replaysToTheSameBytes()
{
    QFETCH(const RunKind, kind);
    QFETCH(const bool, stumbles);
    DeskBench bench([stumbles](int number, const ReceivedRequest &request) {
        return stumbles && number % 3 == 0 ? jsonReply(200, OpenAi::answer("no JSON at all")) : goodReply(request);
    });
    RunPlan plan = bench.plan(4);
    plan.engine = kind;
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    QCOMPARE((*run)->ending()->state, RunState::Succeeded);
    const RunId id = (*run)->id();
    const QByteArray original = bytesOf((*run)->outcome()->result);
    bench.close();

    const Result<ReportedRun> reported = throughADocument(bench, id);
    QVERIFY2(reported, qPrintable(reported ? QString() : reported.error().text()));
    QCOMPARE(reported->answers.isEmpty(), kind == RunKind::Offline);
    QVERIFY(reported->result);
    QCOMPARE(bytesOf(*reported->result), original);
    // Worked out again: the result that lies in the report is taken away first.
    ReportedRun bare = *reported;
    bare.result.reset();
    const Result<Work> again = workOfReport(bare);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
    QCOMPARE(bytesOf(again->outcome.result), original);
    QVERIFY(!again->outcome.result.moments.isEmpty());
    QVERIFY(!again->outcome.funnel.entries.isEmpty());
    const Result<Work> whole = workOfReport(*reported);
    QVERIFY(whole);
    QVERIFY2(whole->problems.all().isEmpty(), qPrintable(whole->problems.text()));
}

void RunReportTest::anAnswerPaidEarlierIsInIt()
{
    DeskBench bench(good());
    const auto first = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**first));
    const auto second = bench.desk().start(bench.plan(3));
    QVERIFY(bench.waitForEnd(**second));
    const RunId id = (*second)->id();
    const QByteArray original = bytesOf((*second)->outcome()->result);
    QCOMPARE((*second)->totals().kept, 3);
    bench.close();
    Result<ReportedRun> run = throughADocument(bench, id);
    QVERIFY(run);
    QCOMPARE(run->answers.size(), 3);
    run->result.reset();
    const Result<Work> work = workOfReport(*run);
    QVERIFY(work);
    QCOMPARE(bytesOf(work->outcome.result), original);
}

void RunReportTest::aRunFromAnEndpointIsShownAsItCame()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(2));
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    bench.close();
    Result<ReportedRun> reported = reportedRunFrom(bench.libraryFolder(), id, basisOf(bench));
    QVERIFY(reported);
    reported->record.kind = RunKind::RunPod;
    reported->answers.clear();
    const Result<ReportedRun> read = readReportedRun(writeReport(reportOf(*reported)));
    QVERIFY(read);
    const Result<Work> work = workOfReport(*read);
    QVERIFY(work);
    QCOMPARE(bytesOf(work->outcome.result), bytesOf(*reported->result));
}

void RunReportTest::whatIsChangedIsTold()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(2));
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    bench.close();
    Result<ReportedRun> reported = throughADocument(bench, id);
    QVERIFY(reported);
    reported->answers.removeLast();
    const Result<Work> work = workOfReport(*reported);
    QVERIFY(work);
    QCOMPARE(work->problems.warningCount(), 1);
}

void RunReportTest::itHoldsNoKey()
{
    DeskBench bench(good());
    RunPlan plan = bench.plan(2);
    plan.request.openAiApiKey = Secret(key);
    plan.request.metadata = {{u"video_title"_s, "\"Talk\""}, {u"openai_api_key"_s, "\"" + key.toUtf8() + "\""}};
    plan.request.webhooks.resultUrl =
        u"https://me:hunter22@hooks.example/T0/B1/pathsecret?access_token=0123456789abcdef"_s;
    plan.title = u"my key is "_s + key;
    const auto run = bench.desk().start(plan);
    QVERIFY(run);
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    bench.close();
    const Result<ReportedRun> reported = reportedRunFrom(bench.libraryFolder(), id, basisOf(bench));
    QVERIFY(reported);
    ProblemReport report = reportOf(*reported);
    report.settings.append({u"odd"_s, u"v1"_s + key});
    report.messages.append({.severity = u"Error"_s, .text = u"Incorrect API key provided: "_s + key});
    report.log.append(u"2026-11-21T12:00:00.000Z info x: Authorization: Bearer abcdefgh0123"_s);
    const QByteArray bytes = writeReport(report);
    QVERIFY(JsonDocument::parse(bytes));
    QVERIFY(bytes.contains("[key]"));
    for (const QByteArray &secret :
         {key.toUtf8(), key.right(10).toUtf8(), QByteArray(flowKey), QByteArray("hunter22"), QByteArray("pathsecret"),
          QByteArray("0123456789abcdef"), QByteArray("abcdefgh0123"), QByteArray("rp-key-1234567890")})
        QVERIFY2(!bytes.contains(secret), secret.constData());
}

void RunReportTest::withoutWordsNothingSaidIsInIt()
{
    DeskBench bench(good());
    RunPlan plan = bench.plan(2);
    plan.title = u"The secret project"_s;
    const auto run = bench.desk().start(plan);
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    const ServiceResult result = (*run)->outcome()->result;
    bench.close();
    const Result<ReportedRun> reported = reportedRunFrom(bench.libraryFolder(), id, basisOf(bench));
    QVERIFY(reported);
    const QByteArray bytes = writeReport(reportOf(withoutWords(*reported)));
    for (const Sentence &sentence : reported->request->transcript.sentences)
        QVERIFY(!bytes.contains(sentence.text.toUtf8()));
    for (const Moment &moment : result.moments)
        QVERIFY(!bytes.contains(moment.title.toUtf8()));
    QVERIFY(!bytes.contains("secret project"));
    QVERIFY(!bytes.contains("interview.srt"));
    QVERIFY(bytes.contains(id.value.toUtf8()));
    const Result<ReportedRun> read = readReportedRun(bytes);
    QVERIFY(read);
    QVERIFY(!workOfReport(*read));
}

void RunReportTest::oddDocumentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("something else") << QByteArray("{\"a\":1}");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("newer") << QByteArray("{\"viral_moments_report\":2,\"run\":{}}");
    QTest::newRow("no run") << QByteArray("{\"viral_moments_report\":1}");
    QTest::newRow("a run that is none") << QByteArray("{\"viral_moments_report\":1,\"run\":[]}");
    QTest::newRow("an unknown kind") << QByteArray(
        R"({"viral_moments_report":1,"run":{"id":"a","kind":"magic","state":"failed"}})");
    QTest::newRow("a request that is none")
        << QByteArray(R"({"viral_moments_report":1,"run":{"id":"a","kind":"openai","state":"failed","request":7}})");
    QTest::newRow("answers without end")
        << R"({"viral_moments_report":1,"run":{"id":"a","kind":"openai","state":"failed","answers":[{})" +
               QByteArray(",{}").repeated(20'000) + "]}}";
    QTest::newRow("huge numbers") << QByteArray(
        R"({"viral_moments_report":1,"run":{"id":"","kind":"openai","state":"failed","number":9e99,"total_chunks":-1}})");
}

void RunReportTest::oddDocumentsAreRefused()
{
    QFETCH(const QByteArray, bytes);
    const Result<ReportedRun> run = readReportedRun(bytes);
    QVERIFY(!run);
    QVERIFY(!run.error().message.isEmpty());
}

void RunReportTest::cutAnywhereItIsRefused()
{
    DeskBench bench(good());
    const auto run = bench.desk().start(bench.plan(1));
    QVERIFY(bench.waitForEnd(**run));
    const RunId id = (*run)->id();
    bench.close();
    const Result<ReportedRun> reported = reportedRunFrom(bench.libraryFolder(), id, basisOf(bench));
    QVERIFY(reported);
    const QByteArray bytes = writeReport(reportOf(*reported)).trimmed();
    for (qsizetype length = 0; length < bytes.size(); length += 97)
        QVERIFY(!readReportedRun(bytes.left(length)));
}

void RunReportTest::isRecognisedByItsBeginning()
{
    QVERIFY(looksLikeReport(writeReport({}).left(64)));
    QVERIFY(!looksLikeReport("{\"sentences\":[]}"));
    QVERIFY(!looksLikeReport(""));
    QVERIFY(!isReportFile(u"/nowhere/at/all.json"_s));
    QVERIFY(!isReportFile(u"/tmp"_s));
}

#include "tst_runreport.moc"
