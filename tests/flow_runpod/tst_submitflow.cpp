// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/eventscodec.h"
#include "core/contract/requestcodec.h"
#include "core/contract/serviceresultcodec.h"
#include "core/library/library.h"
#include "tests/support/loopbackserver.h"
#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <map>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

// The commands that talk to RunPod, as a process, against a stand-in of the service on this machine.
class SubmitFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesWell();
    void progressIsShown();
    void survivesDroppedPolls();
    void waitsWhenAskedTo();
    void syncAnswers();
    void syncFallsBack();
    void syncGoesOnPolling();
    void refusedSubmissions_data();
    void refusedSubmissions();
    void endings_data();
    void endings();
    void badKeyWhileFollowing();
    void expiredJob();
    void detachAndResume();
    void resumeTakesWhatIsKept();
    void interruptionLeavesTheJobOpen();
    void policyGoesBesideTheInput();
    void keysStayHere();
    void keyGoesAlongByName();
    void statusCancelHealth();
    void statusNotesWhatItHears();
    void retryPutsAJobBack();
    void retryIsRefused();
    void openJobsAreListed();
    void openJobsAreFollowed();
    void openJobsWithABadKey();
    void progressComesByStream();
    void wrongUsage_data();
    void wrongUsage();

private:
    struct Outcome
    {
        int status = -1;
        QByteArray output;
        QString messages;
    };
    /// Replies by the last words of a path ("run", "status/j-1"); the last of a list is repeated.
    using Script = std::map<QByteArray, QList<Reply>>;

    void serve(const Script &script);
    QProcessEnvironment environment() const;
    Outcome call(const QStringList &arguments);
    Outcome submit(const QStringList &more = {});
    QList<RunRecord> keptRuns() const;
    QByteArray savedAnswer() const;
    int requestsTo(const QByteArray &end) const;
    void checkNoKeys(const Outcome &outcome) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LoopbackServer> m_server;
};

VIRAL_TEST(SubmitFlowTest)

namespace {

const QByteArray runPodKey = "rpa_KEYOFRUNPOD0123456789ABCDEF";
const QByteArray openAiKey = "sk-keyofopenai0123456789abcdef";

ServiceResult sampleResult()
{
    ServiceResult result{.jobId = u"job-1"_s, .totalChunks = 2, .successfulChunks = 2};
    result.moments.append(validMoment(u"One"_s, 0, 50'000));
    return result;
}

QByteArray state(const QByteArray &word, const QByteArray &rest = {})
{
    return R"({"id":"j-1","status":")" + word + '"' + (rest.isEmpty() ? rest : ',' + rest) + '}';
}

QByteArray completed(const QByteArray &id = "j-1")
{
    return R"({"id":")" + id + R"(","status":"COMPLETED","delayTime":12,"executionTime":3400,"workerId":"w1",)" +
           R"("input":{"openai_api_key":")" + openAiKey + R"("},"output":)" + writeCompletionPayload(sampleResult()) +
           '}';
}

Reply json(const QByteArray &body, int status = 200)
{
    return {.status = status, .body = body};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

const Reply queued = json(state("IN_QUEUE"));

} // namespace

void SubmitFlowTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    Request request{.jobId = u"job-1"_s, .openAiApiKey = Secret(QString::fromUtf8(openAiKey))};
    request.transcript = evenTranscript(30);
    write(m_folder->filePath(u"payload.json"_s),
          writeRequest(request, JsonWriter::Layout::Indented, false, KeyInPayload::Include));
}

void SubmitFlowTest::serve(const Script &script)
{
    m_server = std::make_unique<LoopbackServer>(
        [script, used = std::map<QByteArray, int>()](int, const ReceivedRequest &request) mutable {
            const QByteArray path = request.path.split('?').constFirst();
            const QByteArray base = "/v2/ep-1/";
            const auto found = script.find(path.startsWith(base) ? path.sliced(base.size()) : QByteArray());
            if (found == script.end())
                return json(R"({"error":"not found"})", 404);
            const int number = used[found->first]++;
            return found->second.at(std::min<qsizetype>(number, found->second.size() - 1));
        });
}

QProcessEnvironment SubmitFlowTest::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUNPOD_API_KEY"_s, QString::fromUtf8(runPodKey));
    environment.insert(u"RUNPOD_ENDPOINT_ID"_s, u"ep-1"_s);
    environment.insert(u"OPENAI_API_KEY"_s, QString::fromUtf8(openAiKey));
    environment.insert(u"VIRAL_MOMENTS_LIBRARY"_s, m_folder->filePath(u"library"_s));
    if (m_server)
        environment.insert(u"RUNPOD_ENDPOINT_BASE_URL"_s, m_server->url(u"/v2"_s).toString());
    return environment;
}

SubmitFlowTest::Outcome SubmitFlowTest::call(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

SubmitFlowTest::Outcome SubmitFlowTest::submit(const QStringList &more)
{
    return call(QStringList{u"submit"_s, u"payload.json"_s} + more);
}

QList<RunRecord> SubmitFlowTest::keptRuns() const
{
    const auto library = Library::open(m_folder->filePath(u"library"_s), Library::Access::ReadOnly);
    return library ? (*library)->runs().runs(100).value_or(QList<RunRecord>()) : QList<RunRecord>();
}

QByteArray SubmitFlowTest::savedAnswer() const
{
    return contentOf(m_folder->filePath(u"runpod_test_output.json"_s));
}

int SubmitFlowTest::requestsTo(const QByteArray &end) const
{
    const QList<ReceivedRequest> requests = m_server->requests();
    return static_cast<int>(std::count_if(requests.cbegin(), requests.cend(), [&](const ReceivedRequest &request) {
        return request.path.split('?').constFirst() == "/v2/ep-1/" + end;
    }));
}

void SubmitFlowTest::checkNoKeys(const Outcome &outcome) const
{
    const QFileInfoList libraryFiles = QDir(m_folder->filePath(u"library"_s)).entryInfoList(QDir::Files);
    QVERIFY(!libraryFiles.isEmpty());
    for (const QByteArray &key : {runPodKey, openAiKey}) {
        QVERIFY(!outcome.output.contains(key));
        QVERIFY(!outcome.messages.contains(QString::fromUtf8(key)));
        QVERIFY(!savedAnswer().contains(key));
        for (const QFileInfo &file : libraryFiles)
            QVERIFY(!contentOf(file.filePath()).contains(key));
    }
}

void SubmitFlowTest::goesWell()
{
    serve({{"run", {queued}}, {"status/j-1", {queued, json(completed())}}});
    const Outcome outcome = submit();
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    const auto result = parseServiceResult(outcome.output);
    QVERIFY(result);
    QCOMPARE(result->moments, sampleResult().moments);
    QCOMPARE(parseServiceResult(savedAnswer())->moments, sampleResult().moments);
    QVERIFY(outcome.messages.contains("IN_QUEUE"_L1));
    QVERIFY(outcome.messages.contains("COMPLETED"_L1));
    QVERIFY(
        m_server->requests().constFirst().body.endsWith(R"("policy":{"executionTimeout":3600000,"ttl":86400000}})"));
    QVERIFY(outcome.messages.contains("RunPod drops the result at"_L1));
    checkNoKeys(outcome);

    const QList<RunRecord> runs = keptRuns();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.constFirst().state, RunState::Succeeded);
    QCOMPARE(runs.constFirst().endpointId, u"ep-1"_s);
    QCOMPARE(runs.constFirst().remoteJobId, u"j-1"_s);
    QCOMPARE(runs.constFirst().momentCount, 1);
    QVERIFY(runs.constFirst().resultGoneAt > runs.constFirst().createdAt.addSecs(1700));
}

void SubmitFlowTest::progressIsShown()
{
    const ProgressEvent event{
        .kind = ProgressKind::ChunkCompleted, .jobId = u"job-1"_s, .chunkIndex = 0, .totalChunks = 2};
    serve({{"run", {queued}},
           {"status/j-1", {json(state("IN_PROGRESS", "\"output\":" + writeProgressEvent(event))), json(completed())}}});
    const Outcome outcome = submit({u"--progress"_s, u"json"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.messages.contains(QString::fromUtf8(writeProgressEvent(event))));
}

void SubmitFlowTest::survivesDroppedPolls()
{
    serve({{"run", {queued}},
           {"status/j-1",
            {Reply{.course = Reply::Course::CloseBeforeAnswer},
             Reply{.status = 502, .contentType = "text/html", .body = "<html><title>502 Bad Gateway</title></html>"},
             Reply{.body = completed(), .course = Reply::Course::CutInBody}, json(completed())}}});
    const Outcome outcome = submit();
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    QVERIFY(outcome.messages.contains("502 Bad Gateway"_L1));
    QVERIFY(outcome.messages.contains("answers again"_L1));
    QCOMPARE(requestsTo("run"), 1);
}

void SubmitFlowTest::waitsWhenAskedTo()
{
    const Reply tooMany{.status = 429, .body = "slow down", .headers = {{"Retry-After", "1"}}};
    serve({{"run", {tooMany, queued}}, {"status/j-1", {tooMany, json(completed())}}});
    const Outcome outcome = submit();
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    QVERIFY(outcome.messages.contains("429"_L1));
    QCOMPARE(requestsTo("run"), 2);
    QCOMPARE(requestsTo("status/j-1"), 2);
}

void SubmitFlowTest::syncAnswers()
{
    serve({{"runsync", {json(completed("sync-1"))}}});
    const Outcome outcome = submit({u"--sync"_s, u"-o"_s, u"mine.json"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    QVERIFY(parseServiceResult(contentOf(m_folder->filePath(u"mine.json"_s))));
    QVERIFY(savedAnswer().isEmpty());
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(m_server->requests().constFirst().path, QByteArray("/v2/ep-1/runsync?wait=90000"));
}

void SubmitFlowTest::syncFallsBack()
{
    serve({{"run-sync", {json(completed("sync-1"))}}});
    const Outcome outcome = submit({u"--sync"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    QCOMPARE(requestsTo("runsync"), 1);
    QCOMPARE(requestsTo("run-sync"), 1);
}

void SubmitFlowTest::syncGoesOnPolling()
{
    serve({{"runsync", {json(state("IN_PROGRESS"))}}, {"status/j-1", {json(completed())}}});
    const Outcome outcome = submit({u"--sync"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    QCOMPARE(requestsTo("status/j-1"), 1);
}

void SubmitFlowTest::refusedSubmissions_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("bad key") << 401 << QByteArray(R"({"error":"unauthorized"})") << u"RUNPOD_API_KEY"_s;
    QTest::newRow("no endpoint") << 404 << QByteArray("404 page not found") << u"RUNPOD_ENDPOINT_ID"_s;
    QTest::newRow("bad request") << 400 << QByteArray(R"({"error":"json is invalid"})") << u"json is invalid"_s;
    QTest::newRow("edge") << 502 << QByteArray("<html><title>502 Bad Gateway</title></html>")
                          << u"Whether RunPod took the job is not known"_s;
    QTest::newRow("page instead of a job") << 200 << QByteArray("<html>login</html>") << u"is not JSON"_s;
    QTest::newRow("no id") << 200 << QByteArray(R"({"status":"IN_QUEUE"})") << u"names no job"_s;
    QTest::newRow("id of a climber") << 200 << QByteArray(R"({"id":"../../x","status":"IN_QUEUE"})")
                                     << u"names no job"_s;
}

void SubmitFlowTest::refusedSubmissions()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    serve({{"run", {json(body, status)}}});
    const Outcome outcome = submit();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.messages.contains(says), qPrintable(outcome.messages));
    const auto document = JsonDocument::parse(outcome.output);
    QVERIFY(document);
    const auto failed = readFailurePayload(document->root());
    QVERIFY(failed);
    QCOMPARE(failed->jobId, u"job-1"_s);
    QCOMPARE(m_server->requestCount(), 1);
    QVERIFY(savedAnswer().isEmpty());
    QCOMPARE(keptRuns().constFirst().state, RunState::Failed);
    checkNoKeys(outcome);
}

void SubmitFlowTest::endings_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("kept");
    const int failed = static_cast<int>(RunState::Failed);
    QTest::newRow("failed") << state("FAILED", R"("error":"{\"error_message\":\"no words\"}")") << u"no words"_s
                            << failed;
    QTest::newRow("gave up") << state("FAILED", R"("error":"job timed out after 1 retries","retries":1)")
                             << u"lost the job's worker"_s << failed;
    QTest::newRow("cancelled") << state("CANCELLED") << u"was cancelled"_s << static_cast<int>(RunState::Cancelled);
    QTest::newRow("timed out") << state("TIMED_OUT") << u"--execution-timeout"_s << failed;
    QTest::newRow("no output") << state("COMPLETED", R"("executionTime":5)") << u"the result is missing"_s << failed;
    QTest::newRow("failure payload") << state("COMPLETED", "\"output\":" + writeFailurePayload({.error = u"no quota"_s,
                                                                                                .totalChunks = 3}))
                                     << u"no quota"_s << failed;
    QTest::newRow("our key in the error")
        << state("FAILED", "\"error\":\"bad " + openAiKey + '"') << u"bad [key]"_s << failed;
}

void SubmitFlowTest::endings()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, says);
    QFETCH(int, kept);
    serve({{"run", {queued}}, {"status/j-1", {json(answer)}}});
    const Outcome outcome = submit();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.messages.contains(says), qPrintable(outcome.messages));
    QVERIFY(JsonDocument::parse(savedAnswer()));
    QCOMPARE(static_cast<int>(keptRuns().constFirst().state), kept);
    checkNoKeys(outcome);
}

void SubmitFlowTest::badKeyWhileFollowing()
{
    serve({{"run", {queued}}, {"status/j-1", {json({}, 401)}}});
    const Outcome outcome = submit();
    QCOMPARE(outcome.status, 1);
    QCOMPARE(requestsTo("status/j-1"), 1);
    QVERIFY(outcome.messages.contains("submit --resume j-1"_L1));
    QVERIFY(!keptRuns().constFirst().isFinished());
}

void SubmitFlowTest::expiredJob()
{
    serve({});
    const Outcome outcome = call({u"submit"_s, u"--resume"_s, u"j-1"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.messages.contains("30 minutes"_L1), qPrintable(outcome.messages));
    QCOMPARE(requestsTo("status/j-1"), 1);
    QCOMPARE(keptRuns().constFirst().state, RunState::Failed);
}

void SubmitFlowTest::detachAndResume()
{
    serve({{"run", {queued}}, {"status/j-1", {json(completed())}}});
    const Outcome left = submit({u"--detach"_s});
    QCOMPARE(left.status, 0);
    QCOMPARE(left.output, QByteArray("j-1\n"));
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(keptRuns().constFirst().state, RunState::Queued);
    QVERIFY(!left.messages.contains("submitted earlier"_L1));

    const Outcome followed = call({u"submit"_s, u"--resume"_s, u"j-1"_s});
    QVERIFY2(followed.status == 0, qPrintable(followed.messages));
    QCOMPARE(parseServiceResult(followed.output)->moments, sampleResult().moments);
    QCOMPARE(keptRuns().size(), 1);
    QCOMPARE(keptRuns().constFirst().state, RunState::Succeeded);
    QCOMPARE(requestsTo("run"), 1);
    checkNoKeys(followed);
}

void SubmitFlowTest::resumeTakesWhatIsKept()
{
    serve({{"run", {queued}}, {"status/j-1", {json(completed())}}});
    QCOMPARE(submit().status, 0);
    const int asked = m_server->requestCount();
    QVERIFY(QFile::remove(m_folder->filePath(u"runpod_test_output.json"_s)));
    const Outcome again = call({u"submit"_s, u"--resume"_s, u"j-1"_s});
    QCOMPARE(again.status, 0);
    QCOMPARE(parseServiceResult(again.output)->moments, sampleResult().moments);
    QVERIFY(parseServiceResult(savedAnswer()));
    QCOMPARE(m_server->requestCount(), asked);
}

void SubmitFlowTest::interruptionLeavesTheJobOpen()
{
    serve({{"run", {queued}}, {"status/j-1", {queued}}});
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(VIRAL_PROGRAMS "/viral-moments-cli"), {u"submit"_s, u"payload.json"_s});
    QTRY_VERIFY(requestsTo("status/j-1") > 0);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("submit --resume j-1"));
    QCOMPARE(requestsTo("cancel/j-1"), 0);
    QVERIFY(!keptRuns().constFirst().isFinished());

    const Outcome next = submit({u"--detach"_s});
    QVERIFY2(next.messages.contains("end was not seen: 1."_L1), qPrintable(next.messages));
}

void SubmitFlowTest::policyGoesBesideTheInput()
{
    serve({{"run", {queued}}, {"status/j-1", {json(completed())}}});
    QCOMPARE(submit({u"--ttl"_s, u"3600"_s, u"--execution-timeout"_s, u"900"_s}).status, 0);
    const auto body = JsonDocument::parse(m_server->requests().constFirst().body);
    QVERIFY(body);
    QCOMPARE(body->root().member(u"policy")->rawText(), QByteArray(R"({"executionTimeout":900000,"ttl":3600000})"));
    QCOMPARE(body->root().member(u"input")->member(u"job_id")->asString(), u"job-1"_s);
}

void SubmitFlowTest::keysStayHere()
{
    serve({{"run", {queued}}, {"status/j-1", {json(completed())}}});
    const Outcome outcome = submit();
    for (const ReceivedRequest &request : m_server->requests()) {
        QCOMPARE(request.header("Authorization"), "Bearer " + runPodKey);
        QVERIFY(!request.body.contains(openAiKey));
        QVERIFY(!request.body.contains(runPodKey));
        QVERIFY(!request.path.contains(runPodKey));
    }
    QVERIFY(outcome.messages.contains("stays here"_L1));
    checkNoKeys(outcome);
}

void SubmitFlowTest::keyGoesAlongByName()
{
    serve({{"run", {queued}}, {"status/j-1", {json(completed())}}});
    const Outcome outcome = submit({u"--include-openai-key"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(m_server->requests().constFirst().body.contains(openAiKey));
    QVERIFY(outcome.messages.contains("Warning"_L1));
    checkNoKeys(outcome);
}

void SubmitFlowTest::statusCancelHealth()
{
    serve({{"run", {queued}},
           {"status/j-1", {json(state("IN_PROGRESS", R"("input":{"secret":1})"))}},
           {"status/j-2", {json(state("FAILED", R"("error":"boom")"))}},
           {"cancel/j-1", {json(state("CANCELLED"))}},
           {"health", {json(R"({"jobs":{"inQueue":2},"workers":{"throttled":1}})")}}});
    QCOMPARE(submit({u"--detach"_s}).status, 0);

    const Outcome running = call({u"status"_s, u"j-1"_s});
    QCOMPARE(running.status, 0);
    QCOMPARE(running.output, state("IN_PROGRESS") + '\n');
    const Outcome failed = call({u"status"_s, u"j-2"_s});
    QCOMPARE(failed.status, 1);
    QVERIFY(failed.messages.contains("boom"_L1));
    const Outcome unknown = call({u"status"_s, u"j-3"_s});
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.messages.contains("does not know the job j-3"_L1));

    QCOMPARE(call({u"cancel"_s, u"j-1"_s}).status, 0);
    QCOMPARE(keptRuns().constFirst().state, RunState::Cancelled);

    const Outcome health = call({u"health"_s});
    QCOMPARE(health.status, 0);
    QVERIFY(JsonDocument::parse(health.output));
    QVERIFY2(health.messages.contains("no free machine"_L1), qPrintable(health.messages));
}

void SubmitFlowTest::statusNotesWhatItHears()
{
    serve({{"run", {queued}}, {"status/j-1", {json(state("IN_PROGRESS")), json(completed())}}});
    QCOMPARE(submit({u"--detach"_s}).status, 0);
    QCOMPARE(call({u"status"_s, u"j-1"_s}).status, 0);
    QCOMPARE(keptRuns().constFirst().state, RunState::Running);
    const Outcome ended = call({u"status"_s, u"j-1"_s});
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.messages.contains("RunPod drops the result at"_L1), qPrintable(ended.messages));
    QVERIFY(ended.messages.contains("Run 1 of the library keeps it"_L1));
    const RunRecord kept = keptRuns().constFirst();
    QCOMPARE(kept.state, RunState::Succeeded);
    QVERIFY(kept.resultGoneAt > kept.createdAt.addSecs(1700));
    checkNoKeys(ended);

    const int asked = m_server->requestCount();
    const Outcome resumed = call({u"submit"_s, u"--resume"_s, u"j-1"_s});
    QCOMPARE(parseServiceResult(resumed.output)->moments, sampleResult().moments);
    QCOMPARE(m_server->requestCount(), asked);
}

void SubmitFlowTest::retryPutsAJobBack()
{
    serve({{"run", {queued}},
           {"status/j-1", {json(state("FAILED", R"("error":"boom")")), json(completed())}},
           {"retry/j-1", {queued}}});
    QCOMPARE(submit().status, 1);
    QCOMPARE(keptRuns().constFirst().state, RunState::Failed);
    const Outcome outcome = call({u"retry"_s, u"j-1"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    QVERIFY(JsonDocument::parse(outcome.output));
    QVERIFY(outcome.messages.contains("paid for again"_L1));
    QCOMPARE(keptRuns().size(), 1);
    QCOMPARE(keptRuns().constFirst().state, RunState::Queued);
    QVERIFY(!keptRuns().constFirst().resultGoneAt.isValid());
    QCOMPARE(call({u"submit"_s, u"--resume"_s, u"j-1"_s}).status, 0);
    QCOMPARE(keptRuns().constFirst().state, RunState::Succeeded);
}

void SubmitFlowTest::retryIsRefused()
{
    serve({{"run", {queued}}, {"retry/j-1", {json(R"({"error":"job is not failed"})", 400)}}});
    QCOMPARE(submit({u"--detach"_s}).status, 0);
    const Outcome outcome = call({u"retry"_s, u"j-1"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.messages.contains("job is not failed"_L1), qPrintable(outcome.messages));
    QVERIFY(outcome.messages.contains("FAILED or TIMED_OUT"_L1));
    QCOMPARE(requestsTo("retry/j-1"), 1);
    QCOMPARE(keptRuns().constFirst().state, RunState::Queued);
    QCOMPARE(call({u"retry"_s, u"a/b"_s}).status, 2);
}

void SubmitFlowTest::openJobsAreListed()
{
    serve({{"run", {queued, json(R"({"id":"j-2","status":"IN_QUEUE"})")}},
           {"status/j-1", {json(state("IN_PROGRESS"))}},
           {"status/j-2", {json(completed("j-2"))}}});
    const Outcome none = call({u"status"_s});
    QCOMPARE(none.status, 0);
    QCOMPARE(none.output.simplified(), QByteArray("[]"));
    QCOMPARE(submit({u"--detach"_s}).status, 0);
    QCOMPARE(submit({u"--detach"_s}).status, 0);

    const Outcome outcome = call({u"status"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    const auto document = JsonDocument::parse(outcome.output);
    QVERIFY(document);
    QCOMPARE(document->root().size(), 2U);
    QVERIFY(outcome.messages.contains("j-1 (run 1"_L1));
    QVERIFY2(outcome.messages.contains("RunPod drops the result at"_L1), qPrintable(outcome.messages));
    QVERIFY(outcome.output.contains("\"result_gone_at\""));
    QCOMPARE(requestsTo("status/j-1"), 1);
    checkNoKeys(outcome);
    // The one that is done is not open any more.
    QCOMPARE(JsonDocument::parse(call({u"status"_s}).output)->root().size(), 1U);
}

void SubmitFlowTest::openJobsAreFollowed()
{
    serve({{"run", {queued, json(R"({"id":"j-2","status":"IN_QUEUE"})")}},
           {"status/j-1", {json(state("IN_PROGRESS")), json(completed())}},
           {"status/j-2", {json(R"({"id":"j-2","status":"FAILED","error":"boom"})")}}});
    QCOMPARE(submit({u"--detach"_s}).status, 0);
    QCOMPARE(submit({u"--detach"_s}).status, 0);
    const Outcome outcome = call({u"status"_s, u"--follow"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.messages.contains("boom"_L1), qPrintable(outcome.messages));
    QCOMPARE(JsonDocument::parse(outcome.output)->root().size(), 2U);
    const QList<RunRecord> runs = keptRuns();
    QCOMPARE(runs.size(), 2);
    for (const RunRecord &run : runs)
        QCOMPARE(run.state, run.remoteJobId == "j-1"_L1 ? RunState::Succeeded : RunState::Failed);
    const Outcome resumed = call({u"submit"_s, u"--resume"_s, u"j-1"_s});
    QCOMPARE(parseServiceResult(resumed.output)->moments, sampleResult().moments);
    checkNoKeys(outcome);
}

void SubmitFlowTest::openJobsWithABadKey()
{
    serve({{"run", {queued}}, {"status/j-1", {json({}, 401)}}});
    QCOMPARE(submit({u"--detach"_s}).status, 0);
    for (const QStringList &arguments : {QStringList{u"status"_s}, QStringList{u"status"_s, u"--follow"_s}}) {
        const Outcome outcome = call(arguments);
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.messages.contains("RUNPOD_API_KEY"_L1));
        QVERIFY(!keptRuns().constFirst().isFinished());
        checkNoKeys(outcome);
    }
    QCOMPARE(requestsTo("status/j-1"), 2);
}

void SubmitFlowTest::progressComesByStream()
{
    QByteArray chunks;
    for (int chunk = 0; chunk < 3; ++chunk) {
        chunks +=
            (chunk == 0 ? "{\"output\":" : ",{\"output\":") +
            writeProgressEvent(
                {.kind = ProgressKind::ChunkCompleted, .jobId = u"job-1"_s, .chunkIndex = chunk, .totalChunks = 3}) +
            '}';
    }
    serve({{"run", {queued}},
           {"status/j-1", {json(state("IN_PROGRESS")), json(completed())}},
           {"stream/j-1", {json(R"({"status":"COMPLETED","stream":[)" + chunks + "]}")}}});
    const Outcome outcome = submit({u"--progress"_s, u"json"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.messages));
    QCOMPARE(outcome.messages.count("chunk_completed"_L1), 3);
    QCOMPARE(requestsTo("stream/j-1"), 1);
}

void SubmitFlowTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{u"submit"_s};
    QTest::newRow("two jobs") << QStringList{u"submit"_s, u"payload.json"_s, u"--resume"_s, u"j-1"_s};
    QTest::newRow("no such file") << QStringList{u"submit"_s, u"nowhere.json"_s};
    QTest::newRow("no time") << QStringList{u"submit"_s, u"payload.json"_s, u"--ttl"_s, u"-5"_s};
    QTest::newRow("short time") << QStringList{u"submit"_s, u"payload.json"_s, u"--ttl"_s, u"9"_s};
    QTest::newRow("detached and sync") << QStringList{u"submit"_s, u"payload.json"_s, u"--detach"_s, u"--sync"_s};
    QTest::newRow("no folder") << QStringList{u"submit"_s, u"payload.json"_s, u"-o"_s, u"no/such/file.json"_s};
    QTest::newRow("id that climbs") << QStringList{u"status"_s, u"../health"_s};
    QTest::newRow("resume that climbs") << QStringList{u"submit"_s, u"--resume"_s, u"a/b"_s};
    QTest::newRow("no job") << QStringList{u"cancel"_s};
    QTest::newRow("no job to retry") << QStringList{u"retry"_s};
    QTest::newRow("one job and all") << QStringList{u"status"_s, u"j-1"_s, u"--follow"_s};
}

void SubmitFlowTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    serve({{"run", {queued}}});
    QCOMPARE(call(arguments).status, 2);
    QCOMPARE(m_server->requestCount(), 0);
}

#include "tst_submitflow.moc"
